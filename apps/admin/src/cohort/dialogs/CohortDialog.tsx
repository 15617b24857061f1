import { TRAINING_PROGRAMMES, type TrainingProgramme } from '@yilian/domain/code-lists/training-programme.ts'
import { issue } from '@yilian/domain/issue.ts'
import { trainingCohortIssues } from '@yilian/domain/staffing/training.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Choice, Count, orNull, TextField } from '../../command/fields.tsx'
import { graphql } from '../../graphql/gql.ts'
import { useChoices } from '../../i18n/useChoices.ts'
import { useMoment } from '../../shell/moment.ts'
import styles from '../../staffing/Staffing.module.css'
import type { CohortRow } from '../cohort-list.ts'
import { FUNNEL_STAGES } from '../funnel.ts'
import { countyDraft, CountyRecordDialog, type CountyDraft } from './CountyRecordDialog.tsx'

const RecordCohortDocument = graphql(`
  mutation RecordCohort($input: RecordCohortInput!, $locale: Locale!) {
    result: recordCohort(input: $input) {
      ...CommandOutcome
    }
  }
`)
const CorrectCohortDocument = graphql(`
  mutation CorrectCohort($input: CorrectCohortInput!, $locale: Locale!) {
    result: correctCohort(input: $input) {
      ...CommandOutcome
    }
  }
`)

interface Draft extends CountyDraft {
  readonly programme: TrainingProgramme | null
  readonly name: string
  readonly startYear: number | null
  readonly planned: number | null
  readonly enrolled: number | null
  readonly interns: number | null
  readonly graduated: number | null
  readonly placed: number | null
  readonly posts: number | null
  readonly obligationYears: number | null
  readonly reportedFor: string
}

function fieldsOf({
  region: _region,
  institutions: _at,
  target: _target,
  withdraw: _never,
  programme,
  name,
  reportedFor,
  ...counts
}: Draft) {
  return programme && { ...counts, programme, name: name.trim(), reportedFor: orNull(reportedFor) }
}

/** 登记培养队列, 更正培养队列: people trained together, with the counts that are known. */
export function CohortDialog({ existing, onClose }: { readonly existing: CohortRow | null; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('cohort')
  const choices = useChoices()
  const { county } = useMoment()
  const initial: Draft = {
    ...countyDraft(existing, county),
    programme: existing?.programme ?? null,
    name: existing?.name ?? '',
    startYear: existing?.startYear ?? null,
    planned: existing?.planned ?? null,
    enrolled: existing?.enrolled ?? null,
    interns: existing?.interns ?? null,
    graduated: existing?.graduated ?? null,
    placed: existing?.placed ?? null,
    posts: existing?.posts ?? null,
    obligationYears: existing?.obligationYears ?? null,
    reportedFor: existing?.reportedFor ?? '',
  }
  return (
    <CountyRecordDialog
      existing={existing}
      initial={initial}
      fieldsOf={fieldsOf}
      issues={(draft) => {
        const said = fieldsOf(draft)
        if (!said) return [issue('programme', 'REQUIRED')]
        const value = { ...said, institutionIds: [], target: draft.target, documentId: null, source: null, sourceNote: null }
        return draft.region === null ? [] : trainingCohortIssues(draft.region, value)
      }}
      record={{ command: 'recordCohort', document: RecordCohortDocument, input: (fields) => fields }}
      correct={{
        command: 'correctCohort',
        document: CorrectCohortDocument,
        input: (fields, cohortId) => ({ ...fields, cohortId }),
      }}
      named={({ name }) => name}
      onClose={onClose}
    >
      {(draft, set) => (
        <>
          <Choice
            name="programme"
            label={t('column.programme')}
            required
            value={draft.programme}
            choices={choices(TRAINING_PROGRAMMES)}
            onChange={(programme) => set({ programme })}
          />
          <TextField name="name" label={t('column.name')} required value={draft.name} onChange={(name) => set({ name })} />
          <p className={styles.quiet} style={{ margin: '0 0 8px' }}>
            {t('countsHelp')}
          </p>
          <div className={styles.fields}>
            <Count name="startYear" label={t('column.startYear')} value={draft.startYear} onChange={(startYear) => set({ startYear })} />
            {FUNNEL_STAGES.map((stage) => (
              <Count
                key={stage}
                name={stage}
                label={t(`stage.${stage}`)}
                value={draft[stage]}
                onChange={(value) => set({ [stage]: value })}
              />
            ))}
            <Count name="posts" label={t('column.posts')} value={draft.posts} onChange={(posts) => set({ posts })} />
            <Count
              name="obligationYears"
              label={t('column.obligation')}
              value={draft.obligationYears}
              onChange={(obligationYears) => set({ obligationYears })}
            />
          </div>
          <TextField
            name="reportedFor"
            label={t('column.reportedFor')}
            help={t('reportedForHelp')}
            value={draft.reportedFor}
            onChange={(reportedFor) => set({ reportedFor })}
          />
        </>
      )}
    </CountyRecordDialog>
  )
}
