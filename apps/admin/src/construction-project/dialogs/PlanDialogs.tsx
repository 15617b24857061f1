import { planIssues } from '@yilian/domain/construction/milestone.ts'
import type { ProjectStage } from '@yilian/domain/construction/stage.ts'
import { issue, type Issue } from '@yilian/domain/issue.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandDialog } from '../../command/CommandDialog.tsx'
import { useCommandName } from '../../command/useCommandName.ts'
import type { MilestoneDayInput } from '../../graphql/graphql.ts'
import { graphql } from '../../graphql/gql.ts'
import type { ProjectDialogProps, ProjectOnPage } from '../project-page.ts'
import { cited, LongTextField, orNull } from '../../command/fields.tsx'
import { MilestoneRows, type MilestoneDraft } from './MilestoneRows.tsx'

const PlanProjectDocument = graphql(`
  mutation PlanProject($input: PlanProjectInput!, $locale: Locale!) {
    result: planProject(input: $input) {
      ...CommandOutcome
    }
  }
`)
const ReplanProjectDocument = graphql(`
  mutation ReplanProject($input: ReplanProjectInput!, $locale: Locale!) {
    result: replanProject(input: $input) {
      ...CommandOutcome
    }
  }
`)
const ForecastProjectDocument = graphql(`
  mutation ForecastProject($input: ForecastProjectInput!, $locale: Locale!) {
    result: forecastProject(input: $input) {
      ...CommandOutcome
    }
  }
`)

/** What a plan most often names: the start and the completion, between which the clock runs. */
const USUAL: readonly ProjectStage[] = ['START', 'ACCEPTANCE']

function proposed({ milestones }: ProjectOnPage, day: 'baselineOn' | 'plannedOn' | 'forecastOn', only: boolean): MilestoneDraft[] {
  const rows = milestones
    .filter((one) => !only || one[day] !== null)
    .map((one): MilestoneDraft => ({ stage: one.stage, day: one[day], wording: '' }))
  return rows.length > 0 ? rows : USUAL.map((stage) => ({ stage, day: null, wording: '' }))
}

function rowIssues(rows: readonly MilestoneDraft[]): Issue[] {
  const missing = rows.flatMap(({ stage, day }, row) => [
    ...(stage === null ? [issue(`milestones.${row}.stage`, 'REQUIRED')] : []),
    ...(day === null ? [issue(`milestones.${row}.day`, 'REQUIRED')] : []),
  ])
  return missing.length > 0 ? missing : planIssues(rows.flatMap(({ stage, day }) => (stage === null ? [] : [{ stage, day }])))
}

function inputOf(rows: readonly MilestoneDraft[]): MilestoneDayInput[] | null {
  const given = rows.flatMap(({ stage, day, wording }) => (stage && day ? [{ stage, day, wording: orNull(wording) }] : []))
  return given.length === rows.length ? given : null
}

interface RowsDraft {
  readonly rows: readonly MilestoneDraft[]
}

/** 编制项目计划: the baseline, which stays. */
export function PlanProjectDialog({ project, onClose }: ProjectDialogProps): ReactNode {
  const { t } = useTranslation('projectCommand')
  const name = useCommandName()
  const initial: RowsDraft = { rows: proposed(project, 'baselineOn', true) }
  return (
    <CommandDialog
      title={`${name('planProject')} · ${project.name}`}
      wide
      dated={false}
      document={PlanProjectDocument}
      initial={initial}
      baseVersion={project.version}
      countyCode={project.countyCode}
      issues={({ rows }) => rowIssues(rows)}
      toInput={({ rows }, common, baseVersion) => {
        const milestones = inputOf(rows)
        return milestones && { projectId: project.id, milestones, baseVersion, ...cited(common) }
      }}
      confirm={({ rows }) => t('planSaid', { count: rows.length, project: project.name })}
      onClose={onClose}
    >
      {({ draft, set }) => (
        <>
          <p style={{ marginTop: 0 }}>{t('planExplain')}</p>
          <MilestoneRows rows={draft.rows} onChange={(rows) => set({ rows })} />
        </>
      )}
    </CommandDialog>
  )
}

/** 调整项目计划: other days than the baseline's, for a reason. */
export function ReplanProjectDialog({ project, onClose }: ProjectDialogProps): ReactNode {
  const { t } = useTranslation('projectCommand')
  const name = useCommandName()
  const planned = project.milestones.filter(({ baselineOn }) => baselineOn !== null).map(({ stage }) => stage)
  const initial: RowsDraft & { readonly reason: string } = { rows: proposed(project, 'plannedOn', true), reason: '' }
  return (
    <CommandDialog
      title={`${name('replanProject')} · ${project.name}`}
      wide
      dated={false}
      document={ReplanProjectDocument}
      initial={initial}
      baseVersion={project.version}
      countyCode={project.countyCode}
      issues={({ rows, reason }) => [...rowIssues(rows), ...(reason.trim() === '' ? [issue('reason', 'REQUIRED')] : [])]}
      toInput={({ rows, reason }, common, baseVersion) => {
        const milestones = inputOf(rows)
        return milestones && { projectId: project.id, milestones, reason: reason.trim(), baseVersion, ...cited(common) }
      }}
      confirm={({ rows }) => t('replanSaid', { count: rows.length, project: project.name })}
      onClose={onClose}
    >
      {({ draft, set }) => (
        <>
          <p style={{ marginTop: 0 }}>{t(planned.length === 0 ? 'nothingPlanned' : 'replanExplain')}</p>
          <MilestoneRows rows={draft.rows} among={planned} onChange={(rows) => set({ rows })} />
          <LongTextField name="reason" label={t('reason')} required value={draft.reason} onChange={(reason) => set({ reason })} />
        </>
      )}
    </CommandDialog>
  )
}

/** 登记预计日期: when a report expects stages to be reached. */
export function ForecastProjectDialog({ project, onClose }: ProjectDialogProps): ReactNode {
  const { t } = useTranslation('projectCommand')
  const name = useCommandName()
  const known = proposed(project, 'forecastOn', true)
  const initial: RowsDraft = {
    rows: known.some(({ day }) => day !== null) ? known : [{ stage: 'ACCEPTANCE', day: null, wording: '' }],
  }
  return (
    <CommandDialog
      title={`${name('forecastProject')} · ${project.name}`}
      wide
      dated={false}
      document={ForecastProjectDocument}
      initial={initial}
      baseVersion={project.version}
      countyCode={project.countyCode}
      issues={({ rows }) => rowIssues(rows)}
      toInput={({ rows }, common, baseVersion) => {
        const milestones = inputOf(rows)
        return milestones && { projectId: project.id, milestones, baseVersion, ...cited(common) }
      }}
      confirm={({ rows }) => t('forecastSaid', { count: rows.length, project: project.name })}
      onClose={onClose}
    >
      {({ draft, set }) => (
        <>
          <p style={{ marginTop: 0 }}>{t('forecastExplain')}</p>
          <MilestoneRows rows={draft.rows} onChange={(rows) => set({ rows })} />
        </>
      )}
    </CommandDialog>
  )
}
