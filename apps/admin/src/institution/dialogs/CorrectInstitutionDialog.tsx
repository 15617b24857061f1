import { Alert, Select } from 'antd'
import { COMMANDS } from '@yilian/domain/commands.ts'
import { addDays, type IsoDate } from '@yilian/domain/day.ts'
import { issue, type Issue } from '@yilian/domain/issue.ts'
import { lastDay } from '@yilian/domain/period.ts'
import { UNKNOWN_START } from '@yilian/domain/region.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { QueryView } from '../../client/QueryView.tsx'
import { CommandDialog } from '../../command/CommandDialog.tsx'
import { CommandField } from '../../command/CommandField.tsx'
import { whenKnown } from '../../command/when-known.ts'
import { usePeriodText } from '../../dated/usePeriodText.ts'
import { DayField } from '../../fields/DayField.tsx'
import { graphql } from '../../graphql/gql.ts'
import type { CorrectInstitutionInput, InstitutionStretchesQuery } from '../../graphql/graphql.ts'
import { useLocale } from '../../i18n/useLocale.ts'
import { draftIssues, draftOf, inputOf, type InstitutionDraft } from '../institution-form.ts'
import { InstitutionFields } from '../InstitutionFields.tsx'
import styles from '../InstitutionFields.module.css'
import type { InstitutionDialogProps } from './ReviseInstitutionDialog.tsx'

const CorrectInstitution = graphql(`
  mutation CorrectInstitution($input: CorrectInstitutionInput!, $locale: Locale!) {
    result: correctInstitution(input: $input) {
      ...CommandOutcome
    }
  }
`)

const InstitutionStretchesDocument = graphql(`
  query InstitutionStretches($id: ID!) {
    institution(id: $id) {
      id
      timeline {
        rowId
        validFrom
        validTo
        name
        aliases
        category
        level
        grade
        targetLevel
        targetGrade
        status
        ownership
        affiliation
        economicType
        managementClass
        creditCode
        unitCount
        beds
        siteArea
        buildingArea
        servedPopulation
        equipment {
          name
          count
        }
        address
        region {
          code
          name
        }
        parent {
          ...InstitutionChoice
        }
      }
    }
  }
`)

type StretchShown = NonNullable<InstitutionStretchesQuery['institution']>['timeline'][number]

interface CorrectDraft extends InstitutionDraft {
  readonly rowId: string
  readonly validFrom: IsoDate | null
  /** The first day no longer so; null for open. */
  readonly validTo: IsoDate | null
}

/** 更正机构记录: what was recorded wrongly, for the days it was wrong. Starts from the stretch shown. */
export function CorrectInstitutionDialog(props: InstitutionDialogProps): ReactNode {
  const query = useQuery({ query: InstitutionStretchesDocument, variables: { id: props.institution.id } })
  return (
    <QueryView query={query} skeleton={null}>
      {({ institution }) =>
        institution && institution.timeline.length > 0 ? <CorrectForm {...props} stretches={institution.timeline} /> : null
      }
    </QueryView>
  )
}

function CorrectForm({
  institution,
  stretches,
  onClose,
}: InstitutionDialogProps & { readonly stretches: readonly StretchShown[] }): ReactNode {
  const { t } = useTranslation('institution')
  const locale = useLocale()
  const periodText = usePeriodText()
  const shown = stretches.find(({ validFrom }) => validFrom === institution.validFrom) ?? stretches[0]!
  const start = (one: StretchShown): CorrectDraft => ({
    ...draftOf(one),
    rowId: one.rowId,
    validFrom: one.validFrom,
    validTo: one.validTo,
  })
  const startsUnknown = (rowId: string) => stretches.find((one) => one.rowId === rowId)?.validFrom === UNKNOWN_START
  return (
    <CommandDialog<CorrectDraft, CorrectInstitutionInput>
      title={`${COMMANDS.correctInstitution[locale]} · ${institution.name}`}
      wide
      correction
      dated={false}
      document={CorrectInstitution}
      initial={start(shown)}
      baseVersion={institution.version}
      countyCode={institution.countyCode}
      issues={(draft) => [...periodIssues(draft), ...draftIssues(draft, 'institution')]}
      toInput={(draft, { documentId, note }, baseVersion) => inputFor(institution.id, draft, documentId, note, baseVersion)}
      confirm={({ validFrom, validTo }) =>
        whenKnown({ from: validFrom }, ({ from }) =>
          t('confirm.correct', { name: institution.name, period: periodText({ validFrom: from, validTo }) }),
        )
      }
      onClose={onClose}
    >
      {({ draft, set }) => (
        <>
          <Alert type="info" title={t('form.correctExplain')} style={{ marginBottom: 12 }} />
          <div className={styles.grid}>
            {stretches.length > 1 && (
              <div className={styles.wide}>
                <CommandField name="rowId" label={t('form.stretch')} required>
                  {(control) => (
                    <Select
                      {...control}
                      style={{ width: '100%' }}
                      value={draft.rowId}
                      options={stretches.map((one) => ({ value: one.rowId, label: `${periodText(one)} · ${one.name}` }))}
                      onChange={(rowId) => {
                        const chosen = stretches.find((one) => one.rowId === rowId)
                        if (chosen) set(start(chosen))
                      }}
                    />
                  )}
                </CommandField>
              </div>
            )}
            <CommandField name="validFrom" label={t('form.from')} required>
              {(control) => (
                <DayField
                  {...control}
                  style={{ width: '100%' }}
                  placeholder={startsUnknown(draft.rowId) ? t('form.unknownStart') : ''}
                  value={draft.validFrom === UNKNOWN_START ? null : draft.validFrom}
                  onChange={(validFrom) => set({ validFrom: validFrom ?? (startsUnknown(draft.rowId) ? UNKNOWN_START : null) })}
                />
              )}
            </CommandField>
            <CommandField name="validTo" label={t('form.last')}>
              {(control) => (
                <DayField
                  {...control}
                  style={{ width: '100%' }}
                  placeholder={t('form.lastOpen')}
                  value={draft.validTo === null ? null : lastDay({ validFrom: draft.validTo, validTo: draft.validTo })}
                  onChange={(last) => set({ validTo: last === null ? null : addDays(last, 1) })}
                />
              )}
            </CommandField>
          </div>
          <InstitutionFields
            draft={draft}
            set={set}
            prefix="institution"
            asOf={draft.validFrom === UNKNOWN_START ? null : draft.validFrom}
            countyCode={institution.countyCode}
          />
        </>
      )}
    </CommandDialog>
  )
}

function periodIssues({ validFrom, validTo }: CorrectDraft): Issue[] {
  if (validFrom === null) return [issue('validFrom', 'REQUIRED')]
  return validTo !== null && validTo <= validFrom
    ? [issue('validTo', 'END_BEFORE_START', { validFrom, validTo: addDays(validTo, -1) })]
    : []
}

function inputFor(
  institutionId: string,
  draft: CorrectDraft,
  documentId: string | null,
  note: string,
  baseVersion: number,
): CorrectInstitutionInput | null {
  const { rowId: _, validFrom, validTo, ...institution } = draft
  const input = inputOf(institution)
  return input === null || validFrom === null
    ? null
    : { institutionId, validFrom, validTo, institution: input, baseVersion, documentId, note: note || null }
}
