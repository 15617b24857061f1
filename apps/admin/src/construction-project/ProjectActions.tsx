import { DownOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFrozen } from '../alliance/useFrozen.ts'
import { useDialog } from '../command/useDialog.tsx'
import { CommandButton, useCommandItems } from '../command/CommandButton.tsx'
import { CorrectMilestonesDialog } from './dialogs/CorrectMilestonesDialog.tsx'
import { CorrectStagesDialog } from './dialogs/CorrectStagesDialog.tsx'
import { ForecastProjectDialog, PlanProjectDialog, ReplanProjectDialog } from './dialogs/PlanDialogs.tsx'
import { ReviseProjectDialog } from './dialogs/ProjectDialogs.tsx'
import { ReportDialog } from './dialogs/ReportDialog.tsx'
import { CancelProjectDialog, RecordStageDialog } from './dialogs/StageDialogs.tsx'
import { ResumeProjectDialog, SuspendProjectDialog } from './dialogs/SuspensionDialogs.tsx'
import type { ProjectDialogProps, ProjectOnPage } from './project-page.ts'

/** What can be done with a project; the records of its tabs are entered there. */
export function ProjectActions({ project }: { readonly project: ProjectOnPage }): ReactNode {
  const { t } = useTranslation('project')
  const frozen = useFrozen()
  const { dialog, show } = useDialog()
  const open = (Dialog: (props: ProjectDialogProps) => ReactNode) => () => show((close) => <Dialog project={project} onClose={close} />)
  const items = useCommandItems([
    { command: 'reviseProject', onClick: open(ReviseProjectDialog) },
    { command: 'planProject', onClick: open(PlanProjectDialog) },
    { command: 'replanProject', onClick: open(ReplanProjectDialog) },
    { command: 'forecastProject', onClick: open(ForecastProjectDialog) },
    { command: 'correctStages', onClick: open(CorrectStagesDialog) },
    { command: 'correctMilestones', onClick: open(CorrectMilestonesDialog) },
    { command: 'cancelProject', onClick: open(CancelProjectDialog), danger: true },
  ])
  return (
    <>
      <CommandButton command="saveProgressReport" primary onClick={open(ReportDialog)} />
      <CommandButton command="recordStage" onClick={open(RecordStageDialog)} />
      {project.suspension ? (
        <CommandButton command="resumeProject" onClick={open(ResumeProjectDialog)} />
      ) : (
        <CommandButton command="suspendProject" onClick={open(SuspendProjectDialog)} />
      )}
      {items.length > 0 && (
        <Dropdown menu={{ items }} trigger={['click']} disabled={frozen !== null}>
          <Button icon={<DownOutlined />} iconPlacement="end">
            {t('actions')}
          </Button>
        </Dropdown>
      )}
      {dialog}
    </>
  )
}
