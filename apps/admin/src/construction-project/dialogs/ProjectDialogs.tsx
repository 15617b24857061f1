import { useNavigate } from '@tanstack/react-router'
import { countyCodeOf } from '@yilian/domain/region.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandDialog } from '../../command/CommandDialog.tsx'
import { useCommandName } from '../../command/useCommandName.ts'
import { whenKnown } from '../../command/when-known.ts'
import { graphql } from '../../graphql/gql.ts'
import { useMoment } from '../../shell/moment.ts'
import type { ProjectDialogProps } from '../project-page.ts'
import { cited, orNull } from '../../command/fields.tsx'
import { EMPTY_PROJECT, projectDraft, projectDraftIssues, projectInput } from './project-form.ts'
import { ProjectFields } from './ProjectFields.tsx'

const CreateProjectDocument = graphql(`
  mutation CreateProject($input: CreateProjectInput!, $locale: Locale!) {
    result: createProject(input: $input) {
      ...CommandOutcome
    }
  }
`)
const ReviseProjectDocument = graphql(`
  mutation ReviseProject($input: ReviseProjectInput!, $locale: Locale!) {
    result: reviseProject(input: $input) {
      ...CommandOutcome
    }
  }
`)

/** 登记项目: a new project; afterwards its page opens. */
export function CreateProjectDialog({ onClose }: Pick<ProjectDialogProps, 'onClose'>): ReactNode {
  const { t } = useTranslation('projectCommand')
  const name = useCommandName()
  const { county } = useMoment()
  const navigate = useNavigate()
  return (
    <CommandDialog
      title={name('createProject')}
      wide
      dated={false}
      document={CreateProjectDocument}
      initial={EMPTY_PROJECT}
      countyCode={county}
      issues={projectDraftIssues}
      toInput={(draft, common) => {
        const project = projectInput(draft)
        return project && { project, code: orNull(draft.code), ...cited(common) }
      }}
      confirm={(draft) => whenKnown({ name: draft.name.trim() }, (known) => t('createSaid', known))}
      onClose={onClose}
      onRecorded={({ projects }) => projects[0] && void navigate({ to: '/projects/$id', params: { id: projects[0].id } })}
    >
      {({ draft, set }) => (
        <ProjectFields draft={draft} set={set} countyCode={draft.regionCode === null ? county : countyCodeOf(draft.regionCode)} withCode />
      )}
    </CommandDialog>
  )
}

/** 变更项目信息: all that is said of the project itself. */
export function ReviseProjectDialog({ project, onClose }: ProjectDialogProps): ReactNode {
  const { t } = useTranslation('projectCommand')
  const name = useCommandName()
  return (
    <CommandDialog
      title={`${name('reviseProject')} · ${project.name}`}
      wide
      dated={false}
      document={ReviseProjectDocument}
      initial={projectDraft(project)}
      baseVersion={project.version}
      countyCode={project.countyCode}
      issues={projectDraftIssues}
      toInput={(draft, common, baseVersion) => {
        const said = projectInput(draft)
        return said && { projectId: project.id, project: said, baseVersion, ...cited(common) }
      }}
      confirm={(draft) => whenKnown({ name: draft.name.trim() }, (known) => t('reviseSaid', known))}
      onClose={onClose}
    >
      {({ draft, set }) => <ProjectFields draft={draft} set={set} countyCode={project.countyCode} own={project.id} />}
    </CommandDialog>
  )
}
