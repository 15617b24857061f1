import { Alert, Input, Radio } from 'antd'
import { ALLIANCE_STAGES, allianceIssues, type AllianceStage } from '@yilian/domain/alliance.ts'
import { stretchIssues, type Stretch } from '@yilian/domain/dated.ts'
import { issuesAt, type Issue } from '@yilian/domain/issue.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandDialog } from '../command/CommandDialog.tsx'
import { CommandField } from '../command/CommandField.tsx'
import { StretchField } from '../command/StretchField.tsx'
import { whenKnown } from '../command/when-known.ts'
import { graphql } from '../graphql/gql.ts'
import { useCommandName } from '../command/useCommandName.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import type { AllianceOnPage } from './alliance-page.ts'

const ReviseAllianceDocument = graphql(`
  mutation ReviseAlliance($input: ReviseAllianceInput!, $locale: Locale!) {
    result: reviseAlliance(input: $input) {
      ...CommandOutcome
    }
  }
`)
const DissolveAllianceDocument = graphql(`
  mutation DissolveAlliance($input: DissolveAllianceInput!, $locale: Locale!) {
    result: dissolveAlliance(input: $input) {
      ...CommandOutcome
    }
  }
`)
const CorrectAllianceDocument = graphql(`
  mutation CorrectAlliance($input: CorrectAllianceInput!, $locale: Locale!) {
    result: correctAlliance(input: $input) {
      ...CommandOutcome
    }
  }
`)

interface AllianceDialogProps {
  readonly alliance: AllianceOnPage
  readonly onClose: () => void
}

/** 修改名称与阶段: a new name or stage from the effective day; the alliance stays the same one. */
export function ReviseAllianceDialog({ alliance, onClose }: AllianceDialogProps): ReactNode {
  const { t } = useTranslation('alliance')
  const name = useCommandName()
  const label = useCodeLabel()
  const initial = { name: alliance.name, stage: alliance.stage, specialty: alliance.specialty ?? '', purpose: alliance.purpose ?? '' }
  return (
    <CommandDialog
      title={name('reviseAlliance')}
      document={ReviseAllianceDocument}
      initial={initial}
      baseVersion={alliance.version}
      countyCode={alliance.countyCode}
      issues={allianceIssues}
      toInput={(draft, { effectiveOn, documentId, note }, baseVersion) =>
        effectiveOn && {
          allianceId: alliance.id,
          name: draft.name.trim(),
          stage: draft.stage,
          specialty: draft.specialty.trim() || null,
          purpose: draft.purpose.trim() || null,
          effectiveOn,
          documentId,
          note: note.trim() || null,
          baseVersion,
        }
      }
      confirm={(draft, { effectiveOn }) =>
        whenKnown(
          {
            day: effectiveOn,
            name: alliance.name,
            value: [draft.name.trim(), label('allianceStage', draft.stage)].join(t('listSeparator')),
          },
          (known) => t('revise.confirm', known),
        )
      }
      onClose={onClose}
    >
      {({ draft, set }) => (
        <>
          <CommandField name="name" label={t('field.name')} required>
            {(control) => <Input {...control} value={draft.name} onChange={({ target }) => set({ name: target.value })} />}
          </CommandField>
          <CommandField name="stage" label={t('field.stage')} required>
            {({ id }) => <StageChoice id={id} value={draft.stage} onChange={(stage) => set({ stage })} />}
          </CommandField>
          {alliance.kind === 'SPECIALTY' && (
            <CommandField name="specialty" label={t('field.specialty')}>
              {(control) => <Input {...control} value={draft.specialty} onChange={({ target }) => set({ specialty: target.value })} />}
            </CommandField>
          )}
          <CommandField name="purpose" label={t('field.purpose')}>
            {(control) => (
              <Input.TextArea
                {...control}
                autoSize={{ minRows: 2, maxRows: 5 }}
                value={draft.purpose}
                onChange={({ target }) => set({ purpose: target.value })}
              />
            )}
          </CommandField>
        </>
      )}
    </CommandDialog>
  )
}

/** 撤销医共体: it ends on the effective day, and everything in it with it. */
export function DissolveAllianceDialog({ alliance, onClose }: AllianceDialogProps): ReactNode {
  const { t } = useTranslation('alliance')
  const name = useCommandName()
  return (
    <CommandDialog
      title={name('dissolveAlliance')}
      danger
      document={DissolveAllianceDocument}
      initial={{}}
      baseVersion={alliance.version}
      countyCode={alliance.countyCode}
      toInput={(_, { effectiveOn, documentId, note }, baseVersion) =>
        effectiveOn && { allianceId: alliance.id, effectiveOn, documentId, note: note.trim() || null, baseVersion }
      }
      confirm={(_, { effectiveOn }) => whenKnown({ day: effectiveOn, name: alliance.name }, (known) => t('dissolve.confirm', known))}
      onClose={onClose}
    >
      {() => <Alert type="warning" showIcon title={t('dissolve.explain')} />}
    </CommandDialog>
  )
}

interface AllianceValue {
  readonly name: string
  readonly stage: AllianceStage
  readonly specialty: string | null
  readonly purpose: string | null
}

/** 更正: the whole record of name, stage and life as it truly was. */
export function CorrectAllianceDialog({ alliance, onClose }: AllianceDialogProps): ReactNode {
  const { t } = useTranslation('alliance')
  const name = useCommandName()
  const initial: { readonly stretches: readonly Stretch<AllianceValue>[] } = {
    stretches: alliance.timeline
      .filter(({ recordedTo }) => !recordedTo)
      .map(({ name, stage, specialty, purpose, validFrom, validTo }) => ({
        name,
        stage,
        specialty: specialty ?? null,
        purpose: purpose ?? null,
        validFrom,
        validTo: validTo ?? null,
      })),
  }
  const issues = ({ stretches }: typeof initial): Issue[] => [
    ...stretchIssues(stretches),
    ...stretches.flatMap((one, row) => issuesAt(`stretches.${row}`, allianceIssues(one))),
  ]
  return (
    <CommandDialog
      title={name('correctAlliance')}
      correction
      wide
      dated={false}
      document={CorrectAllianceDocument}
      initial={initial}
      baseVersion={alliance.version}
      countyCode={alliance.countyCode}
      issues={issues}
      toInput={({ stretches }, { documentId, note }, baseVersion) => ({
        allianceId: alliance.id,
        stretches: [...stretches],
        documentId,
        note: note.trim() || null,
        baseVersion,
      })}
      confirm={() => t('correct.confirm', { name: alliance.name })}
      onClose={onClose}
    >
      {({ draft, set }) => (
        <>
          <p style={{ marginTop: 0 }}>{t('correct.explain')}</p>
          <StretchField<AllianceValue>
            stretches={draft.stretches}
            onChange={(stretches) => set({ stretches })}
            fields={['name', 'specialty', 'purpose']}
            fresh={() => draft.stretches.at(-1) ?? { name: alliance.name, stage: alliance.stage, specialty: null, purpose: null }}
          >
            {(stretch, change, row, invalid) => (
              <>
                <Input
                  aria-label={`${t('field.name')} ${row + 1}`}
                  value={stretch.name}
                  status={invalid('name') ? 'error' : ''}
                  onChange={({ target }) => change({ name: target.value })}
                />
                <StageChoice value={stretch.stage} onChange={(stage) => change({ stage })} />
              </>
            )}
          </StretchField>
        </>
      )}
    </CommandDialog>
  )
}

function StageChoice({
  id,
  value,
  onChange,
}: {
  readonly id?: string
  readonly value: AllianceStage
  readonly onChange: (stage: AllianceStage) => void
}): ReactNode {
  const { t } = useTranslation('alliance')
  const label = useCodeLabel()
  return (
    <Radio.Group
      {...(id ? { id } : {})}
      aria-label={t('field.stage')}
      value={value}
      onChange={({ target }) => onChange(target.value)}
      options={(Object.keys(ALLIANCE_STAGES) as AllianceStage[]).map((stage) => ({ value: stage, label: label('allianceStage', stage) }))}
    />
  )
}
