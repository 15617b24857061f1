import { returnIssues, stageOn, stageValueIssues } from '@yilian/domain/construction/stage-timeline.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandDialog } from '../../command/CommandDialog.tsx'
import { useCommandName } from '../../command/useCommandName.ts'
import { whenKnown } from '../../command/when-known.ts'
import { issue } from '@yilian/domain/issue.ts'
import { graphql } from '../../graphql/gql.ts'
import { useCodeLabel } from '../../i18n/useCodeLabel.ts'
import { stageOfRow, stageValue } from '../stage-value.ts'
import type { ProjectDialogProps } from '../project-page.ts'
import { cited, LongTextField, orNull } from '../../command/fields.tsx'
import { NEW_STAGE, StageFields } from './StageFields.tsx'

const RecordStageDocument = graphql(`
  mutation RecordStage($input: RecordStageInput!, $locale: Locale!) {
    result: recordStage(input: $input) {
      ...CommandOutcome
    }
  }
`)
const CancelProjectDocument = graphql(`
  mutation CancelProject($input: CancelProjectInput!, $locale: Locale!) {
    result: cancelProject(input: $input) {
      ...CommandOutcome
    }
  }
`)

/** 登记项目阶段: from a day on works stand so; going back, or past a gate that is not on record, says why. */
export function RecordStageDialog({ project, onClose }: ProjectDialogProps): ReactNode {
  const { t } = useTranslation('projectCommand')
  const name = useCommandName()
  const label = useCodeLabel()
  const stages = project.stages.map(stageOfRow)
  return (
    <CommandDialog
      title={`${name('recordStage')} · ${project.name}`}
      document={RecordStageDocument}
      initial={NEW_STAGE}
      baseVersion={project.version}
      countyCode={project.countyCode}
      issues={(draft, { effectiveOn }) => [
        ...(draft.stage === null && draft.wording.trim() === '' ? [issue('stage', 'STAGE_OR_WORDING')] : []),
        ...stageValueIssues(stageValue(draft), project.unitCount),
        ...(effectiveOn === null ? [] : returnIssues(stageOn(stages, effectiveOn)?.stage ?? null, stageValue(draft))),
      ]}
      toInput={(draft, common, baseVersion) =>
        common.effectiveOn && {
          projectId: project.id,
          stage: draft.stage,
          wording: orNull(draft.wording),
          basis: draft.basis,
          startKnown: draft.startKnown,
          unitsDone: draft.unitsDone,
          reason: orNull(draft.reason),
          effectiveOn: common.effectiveOn,
          baseVersion,
          ...cited(common),
        }
      }
      confirm={(draft, { effectiveOn }) =>
        whenKnown(
          {
            day: effectiveOn,
            stage: draft.stage === null ? orNull(draft.wording) && t('stageUnknown') : label('projectStage', draft.stage),
          },
          (known) => t('stageSaid', known),
        )
      }
      onClose={onClose}
    >
      {({ draft, set }) => <StageFields draft={draft} set={set} unitCount={project.unitCount} />}
    </CommandDialog>
  )
}

/** 取消项目: from a day on it is given up. */
export function CancelProjectDialog({ project, onClose }: ProjectDialogProps): ReactNode {
  const { t } = useTranslation('projectCommand')
  const name = useCommandName()
  return (
    <CommandDialog
      title={`${name('cancelProject')} · ${project.name}`}
      danger
      document={CancelProjectDocument}
      initial={{ reason: '' }}
      baseVersion={project.version}
      countyCode={project.countyCode}
      issues={({ reason }) => (reason.trim() === '' ? [issue('reason', 'REQUIRED')] : [])}
      toInput={({ reason }, common, baseVersion) =>
        common.effectiveOn && {
          projectId: project.id,
          reason: reason.trim(),
          effectiveOn: common.effectiveOn,
          baseVersion,
          ...cited(common),
        }
      }
      confirm={(_, { effectiveOn }) => whenKnown({ day: effectiveOn, project: project.name }, (known) => t('cancelSaid', known))}
      onClose={onClose}
    >
      {({ draft, set }) => (
        <LongTextField name="reason" label={t('reason')} required rows={3} value={draft.reason} onChange={(reason) => set({ reason })} />
      )}
    </CommandDialog>
  )
}
