import { Input } from 'antd'
import { stretchIssues, type Stretch } from '@yilian/domain/dated.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { issue, issuesAt } from '@yilian/domain/issue.ts'
import { leadDisputeIssues } from '@yilian/domain/lead-dispute.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandDialog } from '../command/CommandDialog.tsx'
import { StretchField } from '../command/StretchField.tsx'
import { useCommandName } from '../command/useCommandName.ts'
import { InstitutionSelect, type InstitutionChoice } from '../fields/InstitutionSelect.tsx'
import { graphql } from '../graphql/gql.ts'
import type { DisputeInFullFragment } from '../graphql/graphql.ts'
import { disputeValue } from './DisputeDialogs.tsx'

const CorrectDisputeDocument = graphql(`
  mutation CorrectDispute($input: CorrectLeadDisputeInput!, $locale: Locale!) {
    result: correctLeadDispute(input: $input) {
      ...CommandOutcome
    }
  }
`)
const CorrectVacancyDocument = graphql(`
  mutation CorrectVacancy($input: CorrectLeadVacancyInput!, $locale: Locale!) {
    result: correctLeadVacancy(input: $input) {
      ...CommandOutcome
    }
  }
`)

interface OfAlliance {
  readonly alliance: { readonly id: string; readonly name: string; readonly countyCode: string }
  readonly onClose: () => void
}

interface DisputeDraft {
  readonly chosen: InstitutionChoice | null
  readonly mandated: InstitutionChoice | null
  readonly authority: string
  readonly summary: string
}

/** 更正牵头争议: all its stretches as they truly were. */
export function CorrectDisputeDialog({
  alliance,
  stretches,
  onClose,
}: OfAlliance & { readonly stretches: readonly DisputeInFullFragment[] }): ReactNode {
  const { t } = useTranslation('dispute')
  const name = useCommandName()
  const first = stretches[0]
  const initial: { readonly stretches: readonly Stretch<DisputeDraft>[] } = {
    stretches: stretches.map((row) => ({
      chosen: row.chosen ?? null,
      mandated: row.mandated ?? null,
      authority: row.authority,
      summary: row.summary ?? '',
      validFrom: row.validFrom,
      validTo: row.validTo ?? null,
    })),
  }
  return (
    <CommandDialog
      title={name('correctLeadDispute')}
      correction
      wide
      dated={false}
      document={CorrectDisputeDocument}
      initial={initial}
      baseVersion={first?.version}
      countyCode={alliance.countyCode}
      issues={(draft) => [
        ...stretchIssues(draft.stretches),
        ...draft.stretches.flatMap((one, row) => issuesAt(`stretches.${row}`, leadDisputeIssues(disputeValue(one)))),
      ]}
      toInput={(draft, { documentId, note }, baseVersion) => {
        const list = draft.stretches.map((one) => {
          const { chosenId, mandatedId, authority, summary } = disputeValue(one)
          return { chosenId, mandatedId, authority, summary, validFrom: one.validFrom, validTo: one.validTo }
        })
        return first ? { leadDisputeId: first.id, stretches: list, documentId, note: note.trim() || null, baseVersion } : null
      }}
      confirm={(draft) => t(draft.stretches.length === 0 ? 'correctNever' : 'correctConfirm', { alliance: alliance.name })}
      onClose={onClose}
    >
      {({ draft, set }) => (
        <>
          <p style={{ marginTop: 0 }}>{t('correctExplain')}</p>
          <StretchField<DisputeDraft>
            stretches={draft.stretches}
            onChange={(next) => set({ stretches: next })}
            fields={['chosenId', 'mandatedId', 'authority', 'summary']}
            none={t('none')}
            fresh={() => draft.stretches.at(-1) ?? { chosen: null, mandated: null, authority: '', summary: '' }}
          >
            {(stretch, change, row, invalid) => (
              <>
                {(['chosen', 'mandated'] as const).map((side) => (
                  <InstitutionSelect
                    key={side}
                    control={{
                      id: `${side}-${row}`,
                      status: invalid(`${side}Id`) ? 'error' : '',
                      'aria-invalid': invalid(`${side}Id`),
                      'aria-describedby': undefined,
                      'aria-label': `${t(side)} ${row + 1}`,
                    }}
                    prefix={t(side)}
                    value={stretch[side]}
                    allowClear
                    onChange={(institution) => change({ [side]: institution })}
                    asOf={stretch.validFrom}
                  />
                ))}
                <Input
                  aria-label={`${t('authority')} ${row + 1}`}
                  prefix={t('authority')}
                  value={stretch.authority}
                  status={invalid('authority') ? 'error' : ''}
                  onChange={({ target }) => change({ authority: target.value })}
                />
                <Input.TextArea
                  aria-label={`${t('summary')} ${row + 1}`}
                  placeholder={t('summary')}
                  autoSize
                  value={stretch.summary}
                  onChange={({ target }) => change({ summary: target.value })}
                />
              </>
            )}
          </StretchField>
        </>
      )}
    </CommandDialog>
  )
}

interface VacancyRow {
  readonly id: string
  readonly version: number
  readonly reason: string
  readonly validFrom: IsoDate
  readonly validTo?: IsoDate | null
}

/** 更正牵头空缺: all its stretches as they truly were. */
export function CorrectVacancyDialog({
  alliance,
  stretches,
  onClose,
}: OfAlliance & { readonly stretches: readonly VacancyRow[] }): ReactNode {
  const { t } = useTranslation('dispute')
  const name = useCommandName()
  const first = stretches[0]
  const initial: { readonly stretches: readonly Stretch<{ readonly reason: string }>[] } = {
    stretches: stretches.map(({ reason, validFrom, validTo }) => ({ reason, validFrom, validTo: validTo ?? null })),
  }
  return (
    <CommandDialog
      title={name('correctLeadVacancy')}
      correction
      wide
      dated={false}
      document={CorrectVacancyDocument}
      initial={initial}
      baseVersion={first?.version}
      countyCode={alliance.countyCode}
      issues={(draft) => [
        ...stretchIssues(draft.stretches),
        ...draft.stretches.flatMap(({ reason }, row) => (reason.trim() === '' ? [issue(`stretches.${row}.reason`, 'REQUIRED')] : [])),
      ]}
      toInput={(draft, { documentId, note }, baseVersion) =>
        first ? { leadVacancyId: first.id, stretches: [...draft.stretches], documentId, note: note.trim() || null, baseVersion } : null
      }
      confirm={(draft) => t(draft.stretches.length === 0 ? 'correctVacancyNever' : 'correctVacancyConfirm', { alliance: alliance.name })}
      onClose={onClose}
    >
      {({ draft, set }) => (
        <>
          <p style={{ marginTop: 0 }}>{t('correctExplain')}</p>
          <StretchField<{ readonly reason: string }>
            stretches={draft.stretches}
            onChange={(next) => set({ stretches: next })}
            fields={['reason']}
            none={t('none')}
            fresh={() => ({ reason: draft.stretches.at(-1)?.reason ?? '' })}
          >
            {(stretch, change, row, invalid) => (
              <Input
                aria-label={`${t('reason')} ${row + 1}`}
                prefix={t('reason')}
                value={stretch.reason}
                status={invalid('reason') ? 'error' : ''}
                onChange={({ target }) => change({ reason: target.value })}
              />
            )}
          </StretchField>
        </>
      )}
    </CommandDialog>
  )
}
