import { problemIssues } from '@yilian/domain/construction/problem.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandDialog } from '../../command/CommandDialog.tsx'
import { useCommandName } from '../../command/useCommandName.ts'
import { whenKnown } from '../../command/when-known.ts'
import { graphql } from '../../graphql/gql.ts'
import { useFrame } from '../../shell/frame-data.ts'
import type { ProblemRow, ProjectDialogProps } from '../project-page.ts'
import { cited, Day, LongTextField, orNull, TextField } from '../../command/fields.tsx'
import { RecordDialog } from './RecordDialog.tsx'

const RecordProblemDocument = graphql(`
  mutation RecordProblem($input: RecordProblemInput!, $locale: Locale!) {
    result: recordProblem(input: $input) {
      ...CommandOutcome
    }
  }
`)
const CorrectProblemDocument = graphql(`
  mutation CorrectProblem($input: CorrectProblemInput!, $locale: Locale!) {
    result: correctProblem(input: $input) {
      ...CommandOutcome
    }
  }
`)
const ResolveProblemDocument = graphql(`
  mutation ResolveProblem($input: ResolveProblemInput!, $locale: Locale!) {
    result: resolveProblem(input: $input) {
      ...CommandOutcome
    }
  }
`)

interface Draft {
  readonly text: string
  readonly responsible: string
  readonly foundOn: IsoDate | null
  readonly dueOn: IsoDate | null
}

/** 登记问题: what stands in the way, who is to mend it, and by when. */
export function ProblemDialog({ project, existing, onClose }: ProjectDialogProps & { readonly existing: ProblemRow | null }): ReactNode {
  const { t } = useTranslation('projectCommand')
  const { today } = useFrame()
  const initial: Draft = {
    text: existing?.text ?? '',
    responsible: existing?.responsible ?? '',
    foundOn: existing ? existing.foundOn : today,
    dueOn: existing?.dueOn ?? null,
  }
  const fieldsOf = ({ text, responsible, foundOn, dueOn }: Draft) => ({
    text: text.trim(),
    responsible: orNull(responsible),
    foundOn,
    dueOn,
  })
  return (
    <RecordDialog
      project={project}
      existing={existing}
      initial={initial}
      fieldsOf={fieldsOf}
      issues={(draft) =>
        problemIssues({ ...fieldsOf(draft), resolvedOn: null, resolution: null, documentId: null, source: null, sourceNote: null }, today)
      }
      record={{ command: 'recordProblem', document: RecordProblemDocument, input: (fields) => ({ ...fields, projectId: project.id }) }}
      correct={{
        command: 'correctProblem',
        document: CorrectProblemDocument,
        input: (fields, problemId, baseVersion) => ({ ...fields, problemId, baseVersion }),
      }}
      confirm={({ text }) => orNull(text.slice(0, 40))}
      onClose={onClose}
    >
      {({ draft, set }) => (
        <>
          <LongTextField name="text" label={t('problem')} required rows={3} value={draft.text} onChange={(text) => set({ text })} />
          <TextField
            name="responsible"
            label={t('responsible')}
            value={draft.responsible}
            onChange={(responsible) => set({ responsible })}
          />
          <Day name="foundOn" label={t('foundOn')} value={draft.foundOn} onChange={(foundOn) => set({ foundOn })} />
          <Day name="dueOn" label={t('dueOn')} value={draft.dueOn} onChange={(dueOn) => set({ dueOn })} />
        </>
      )}
    </RecordDialog>
  )
}

/** 问题销号: from a day on it no longer stands in the way. */
export function ResolveProblemDialog({ project, problem, onClose }: ProjectDialogProps & { readonly problem: ProblemRow }): ReactNode {
  const { t } = useTranslation('projectCommand')
  const name = useCommandName()
  return (
    <CommandDialog
      title={`${name('resolveProblem')} · ${project.name}`}
      document={ResolveProblemDocument}
      initial={{ resolution: '' }}
      baseVersion={problem.version}
      countyCode={project.countyCode}
      toInput={({ resolution }, common, baseVersion) =>
        common.effectiveOn && {
          problemId: problem.id,
          resolution: orNull(resolution),
          effectiveOn: common.effectiveOn,
          baseVersion,
          ...cited(common),
        }
      }
      confirm={(_, { effectiveOn }) => whenKnown({ day: effectiveOn, text: problem.text.slice(0, 40) }, (known) => t('resolveSaid', known))}
      onClose={onClose}
    >
      {({ draft, set }) => (
        <>
          <p>{problem.text}</p>
          <LongTextField
            name="resolution"
            label={t('resolution')}
            value={draft.resolution}
            onChange={(resolution) => set({ resolution })}
          />
        </>
      )}
    </CommandDialog>
  )
}
