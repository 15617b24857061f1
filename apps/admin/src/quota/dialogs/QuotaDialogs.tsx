import { issue } from '@yilian/domain/issue.ts'
import { quotaCountIssues, quotaExceptionIssues } from '@yilian/domain/staffing/quota.ts'
import { POST_CLASSES, type PostClass } from '@yilian/domain/staffing/terms.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandDialog } from '../../command/CommandDialog.tsx'
import { CommandField } from '../../command/CommandField.tsx'
import { useCommandName } from '../../command/useCommandName.ts'
import { whenKnown } from '../../command/when-known.ts'
import { Choice, cited, Count, LongTextField, Tick } from '../../command/fields.tsx'
import { InstitutionSelect, type NamedInstitution } from '../../fields/InstitutionSelect.tsx'
import { graphql } from '../../graphql/gql.ts'
import { useCodeLabel } from '../../i18n/useCodeLabel.ts'
import { useTextChoices } from '../../i18n/useTextChoices.ts'
import { useMoment } from '../../shell/moment.ts'
import type { PoolRow, QuotaLineRow } from '../quota-board.ts'

const SetQuotaDocument = graphql(`
  mutation SetQuota($input: SetQuotaInput!, $locale: Locale!) {
    result: setQuota(input: $input) {
      ...CommandOutcome
    }
  }
`)
const SetQuotaExceptionDocument = graphql(`
  mutation SetQuotaException($input: SetQuotaExceptionInput!, $locale: Locale!) {
    result: setQuotaException(input: $input) {
      ...CommandOutcome
    }
  }
`)

interface QuotaDraft {
  readonly at: NamedInstitution | null
  readonly postClass: PostClass | null
  readonly count: number | null
  /** None is set from then on. */
  readonly none: boolean
}

interface SetQuotaDialogProps {
  /** Whose quota; chosen in the form where the dialog does not stand beside one. */
  readonly institution?: NamedInstitution | null
  readonly line?: QuotaLineRow
  /** What a pool sets aside, instead of what an institution may have. */
  readonly pool?: PoolRow
  readonly onClose: () => void
}

/** 核定编制: so many places of a class, of an institution or set aside by a pool. */
export function SetQuotaDialog({ institution = null, line, pool, onClose }: SetQuotaDialogProps): ReactNode {
  const { t } = useTranslation('quota')
  const name = useCommandName()
  const label = useCodeLabel()
  const texts = useTextChoices()
  const { county } = useMoment()
  const initial: QuotaDraft = { at: institution, postClass: line?.postClass ?? null, count: line?.quota ?? null, none: false }
  const owner = (at: NamedInstitution | null) => pool?.name ?? at?.name
  return (
    <CommandDialog
      title={[name('setQuota'), owner(institution)].filter(Boolean).join(' · ')}
      document={SetQuotaDocument}
      initial={initial}
      baseVersion={line?.quotaVersion ?? 0}
      countyCode={county}
      issues={({ at, postClass, count, none }) => [
        ...(pool || at ? [] : [issue('institutionId', 'REQUIRED')]),
        ...(postClass === null ? [issue('postClass', 'REQUIRED')] : []),
        ...(none ? [] : count === null ? [issue('count', 'REQUIRED')] : quotaCountIssues('count', count)),
      ]}
      toInput={({ at, postClass, count, none }, common, baseVersion) =>
        common.effectiveOn && postClass
          ? {
              institutionId: pool ? null : (at?.id ?? null),
              poolId: pool?.id ?? null,
              postClass,
              count: none ? null : count,
              effectiveOn: common.effectiveOn,
              // What a pool sets aside has a version for each class, known once the class is chosen.
              baseVersion: baseVersion === 0 ? (pool?.classes.find((one) => one.postClass === postClass)?.version ?? 0) : baseVersion,
              ...cited(common),
            }
          : null
      }
      confirm={({ at, postClass, count, none }, { effectiveOn }) =>
        whenKnown(
          { day: effectiveOn, owner: owner(at), postClass: postClass && label('postClass', postClass), count: none ? 0 : count },
          (known) => t(none ? 'said.noQuota' : 'said.quota', known),
        )
      }
      onClose={onClose}
    >
      {({ draft, set, common }) => (
        <>
          {!pool && (
            <CommandField name="institutionId" label={t('field.institution')} required>
              {(control) => (
                <InstitutionSelect
                  control={control}
                  value={draft.at}
                  asOf={common.effectiveOn}
                  filter={{ countyCode: county }}
                  onChange={(at) => set({ at })}
                />
              )}
            </CommandField>
          )}
          <Choice
            name="postClass"
            label={t('column.postClass')}
            required
            value={draft.postClass}
            choices={texts(POST_CLASSES)}
            onChange={(postClass) => set({ postClass })}
          />
          {!draft.none && (
            <Count
              name="count"
              label={t(pool ? 'field.setAside' : 'column.quota')}
              required
              value={draft.count}
              onChange={(count) => set({ count })}
            />
          )}
          <Tick label={t('field.none')} value={draft.none} onChange={(none) => set({ none })} />
        </>
      )}
    </CommandDialog>
  )
}

interface ExceptionDraft {
  readonly count: number | null
  readonly reason: string
}

interface SetQuotaExceptionDialogProps {
  readonly institution: { readonly id: string; readonly name: string }
  readonly line: QuotaLineRow
  readonly onClose: () => void
}

/** 批准超编: so many people above the quota, for a reason and on a document. */
export function SetQuotaExceptionDialog({ institution, line, onClose }: SetQuotaExceptionDialogProps): ReactNode {
  const { t } = useTranslation('quota')
  const name = useCommandName()
  const label = useCodeLabel()
  const { county } = useMoment()
  const initial: ExceptionDraft = { count: line.exception > 0 ? line.exception : line.over || null, reason: '' }
  const postClass = label('postClass', line.postClass)
  return (
    <CommandDialog
      title={`${name('setQuotaException')} · ${institution.name}`}
      document={SetQuotaExceptionDocument}
      initial={initial}
      baseVersion={line.exceptionVersion}
      documentRequired={({ count }) => count !== 0}
      countyCode={county}
      issues={({ count, reason }, { documentId }) =>
        count === null
          ? [issue('count', 'REQUIRED')]
          : count === 0
            ? []
            : quotaExceptionIssues({ count, reason, documentId, source: null, sourceNote: null })
      }
      toInput={({ count, reason }, common, baseVersion) =>
        common.effectiveOn && count !== null
          ? {
              institutionId: institution.id,
              postClass: line.postClass,
              count,
              reason: reason.trim() || null,
              effectiveOn: common.effectiveOn,
              baseVersion,
              ...cited(common),
            }
          : null
      }
      confirm={({ count }, { effectiveOn }) =>
        whenKnown({ day: effectiveOn, count }, (known) =>
          t(known.count === 0 ? 'said.noException' : 'said.exception', { ...known, owner: institution.name, postClass }),
        )
      }
      onClose={onClose}
    >
      {({ draft, set }) => (
        <>
          <p style={{ marginTop: 0 }}>{t('exceptionExplain', { owner: institution.name, postClass })}</p>
          <Count
            name="count"
            label={t('field.above')}
            help={t('field.aboveHelp')}
            required
            value={draft.count}
            onChange={(count) => set({ count })}
          />
          {draft.count !== 0 && (
            <LongTextField name="reason" label={t('field.reason')} required value={draft.reason} onChange={(reason) => set({ reason })} />
          )}
        </>
      )}
    </CommandDialog>
  )
}
