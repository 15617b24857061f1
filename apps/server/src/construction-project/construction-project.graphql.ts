import {
  milestoneStanding,
  plannedOn,
  type MilestoneStanding,
  type ProjectMilestone as MilestoneRow,
} from '@yilian/domain/construction/milestone.ts'
import { PROJECT_STAGES } from '@yilian/domain/construction/stage.ts'
import { stageOn, type ProjectStageRow } from '@yilian/domain/construction/stage-timeline.ts'
import type { Suspension as SuspensionRow } from '@yilian/domain/construction/suspension.ts'
import { covers } from '@yilian/domain/period.ts'

import { Change, changeByNumber, ChangeConnection } from '../change/change.graphql.ts'
import { changePage } from '../change/change.queries.ts'
import { builder } from '../graphql/builder.ts'
import { pageOf, PAGE_NOTE } from '../graphql/connection.ts'
import type { Context } from '../graphql/context.ts'
import { citedFields, datedFields } from '../graphql/dated-fields.ts'
import { knownArg, loaderFor, momentOf, now } from '../graphql/moment.ts'
import { uuidOf } from '../graphql/node-id.ts'
import { versionOf } from '../graphql/version.ts'
import { institutionsSeen } from '../institution/institution-loaders.ts'
import { Institution } from '../institution/institution.ref.ts'
import { PolicyDocument } from '../policy-document/policy-document.graphql.ts'
import { documentsOfProjects } from '../policy-document/policy-document.queries.ts'
import { Region, regionAt } from '../region/region.graphql.ts'
import { ProjectApproval } from './approval.graphql.ts'
import { ProjectKindEnum, ProjectPhaseEnum, ProjectStageEnum, StageBasisEnum, SuspensionCauseEnum } from './construction-enums.ts'
import { projectsByIds, type ConstructionProjectRow } from './construction-project.queries.ts'
import { ConstructionProject } from './construction-project.ref.ts'
import { ProjectContract } from './contract.graphql.ts'
import { FundingLine, FundingYear, FundReceipt, ProjectPayment } from './funding.graphql.ts'
import { ProjectProblem } from './problem.graphql.ts'
import { ProgressReport } from './progress-report.graphql.ts'
import { factsOf, latestReportOf } from './project-sections.ts'
import { projectLoader } from './project-loader.ts'
import { OwnProjectConnection, projectsOf } from './projects-of.ts'

const ProjectStageStretch = builder.objectRef<ProjectStageRow>('ProjectStageStretch').implement({
  description: 'Where works stand for a stretch of days.',
  fields: (t) => ({
    stage: t.field({
      type: ProjectStageEnum,
      nullable: true,
      description: 'The stage; null when it is not known.',
      resolve: ({ stage }) => stage,
    }),
    phase: t.field({
      type: ProjectPhaseEnum,
      nullable: true,
      description: 'The phase it belongs to.',
      resolve: ({ stage }) => (stage === null ? null : PROJECT_STAGES.items[stage].phase),
    }),
    wording: t.exposeString('wording', { nullable: true, description: 'What the report says.' }),
    basis: t.field({ type: StageBasisEnum, description: 'How the stage came from the wording.', resolve: ({ basis }) => basis }),
    startKnown: t.exposeBoolean('startKnown', { description: 'The first day is the day it began; otherwise it was so by then.' }),
    unitsDone: t.exposeInt('unitsDone', { nullable: true, description: 'Of several alike units, how many are done.' }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why it went back, or passed a gate not on record.' }),
    ...datedFields(t),
    ...citedFields(t),
  }),
})

const ProjectSuspension = builder.objectRef<SuspensionRow>('ProjectSuspension').implement({
  description: 'A stretch in which works stood still (停工). `validFrom` and `validTo` are the longest it can have lasted.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Lasting id.' }),
    suspendedOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'The day works stopped; null when not known.',
      resolve: ({ startKnown, validFrom }) => (startKnown ? validFrom : null),
    }),
    resumedOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'The day they resumed; null while they stand still, or when not known.',
      resolve: ({ endKnown, validTo }) => (endKnown ? validTo : null),
    }),
    resumedBy: t.field({
      type: 'Date',
      nullable: true,
      description: 'The first day they were seen to go on, where the resumption is not known to the day.',
      resolve: ({ endKnown, validTo }) => (endKnown ? null : validTo),
    }),
    observedOn: t.expose('observedOn', { type: 'Date', nullable: true, description: 'A day on which they stood still.' }),
    cause: t.field({ type: SuspensionCauseEnum, description: 'Why.', resolve: ({ cause }) => cause }),
    responsibleParty: t.exposeString('responsibleParty', { nullable: true, description: 'Who is responsible.' }),
    detail: t.exposeString('detail', { nullable: true, description: 'More about it.' }),
    ...datedFields(t),
    ...citedFields(t),
  }),
})

const ProjectMilestone = builder.objectRef<MilestoneRow & { standing: MilestoneStanding }>('ProjectMilestone').implement({
  description: 'When a stage is to be reached, and whether it was by the day shown.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Lasting id.' }),
    stage: t.field({ type: ProjectStageEnum, description: 'The stage.', resolve: ({ stage }) => stage }),
    baselineOn: t.expose('baselineOn', { type: 'Date', nullable: true, description: 'As first planned.' }),
    replannedOn: t.expose('replannedOn', { type: 'Date', nullable: true, description: 'As re-planned.' }),
    plannedOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'What counts: re-planned, else the baseline.',
      resolve: (row) => plannedOn(row),
    }),
    forecastOn: t.expose('forecastOn', { type: 'Date', nullable: true, description: 'What a report last expected.' }),
    wording: t.exposeString('wording', { nullable: true, description: 'What the plan or report says of it.' }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why it was re-planned.' }),
    reached: t.boolean({
      nullable: true,
      description: 'Whether it was; null where the stage is not known.',
      resolve: ({ standing }) => standing.reached,
    }),
    actualOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'The day it was reached, where that is known.',
      resolve: ({ standing }) => standing.on,
    }),
    late: t.boolean({ description: 'The planned day has passed and it is not reached.', resolve: ({ standing }) => standing.late }),
    lapsed: t.boolean({ description: 'The forecast has passed and it is not reached.', resolve: ({ standing }) => standing.lapsed }),
    ...citedFields(t),
  }),
})

builder.node(ConstructionProject, {
  description:
    'A construction project (建设项目) as known at an instant, from proposal to use. What is below it is shown as of the day in force. What is null is not reported.',
  id: { resolve: ({ id }) => id, parse: uuidOf },
  loadManyWithoutCache: async (ids, context) => {
    const found = await projectsByIds(context, ids, now(context))
    return ids.map((id) => found.get(id) ?? null)
  },
  fields: (t) => ({
    version: t.int({
      description: 'What commands on it, its stage, suspensions and plan are based on.',
      resolve: ({ id }, _, context) => versionOf(context, 'CONSTRUCTION_PROJECT', id),
    }),
    code: t.exposeString('code', { description: 'The bureau’s code for it, unique.' }),
    countyCode: t.exposeString('countyCode', { description: 'Six digits: the county it belongs to.' }),
    name: t.exposeString('name', { description: 'Its name.' }),
    nationalCode: t.exposeString('nationalCode', { nullable: true, description: 'National project code (国家项目代码).' }),
    kind: t.field({ type: ProjectKindEnum, description: 'What kind of works.', resolve: ({ kind }) => kind }),
    region: t.field({
      type: Region,
      description: 'Where it is, or the region it serves.',
      resolve: (row, _, context) => regionAt(context, row, row.regionCode),
    }),
    institutions: t.field({
      type: [Institution],
      description: 'The institutions it is for.',
      resolve: (row, _, context) => institutionsSeen(context, row, row.institutionIds),
    }),
    parent: t.field({
      type: ConstructionProject,
      nullable: true,
      description: 'The project it is a part of.',
      resolve: (row, _, context) => (row.parentId === null ? null : projectLoader(context, row).load(row.parentId)),
    }),
    parts: t.connection(
      {
        type: ConstructionProject,
        description: `Its parts, by code. ${PAGE_NOTE}`,
        resolve: (row, args, context) => projectsOf(context, 'WHOLE', row.id, pageOf(args), row),
      },
      OwnProjectConnection,
    ),
    owner: t.exposeString('owner', { nullable: true, description: 'Its owner (建设单位) as written.' }),
    description: t.exposeString('description', { nullable: true, description: 'Scale and content.' }),
    unitCount: t.exposeInt('unitCount', { description: '1, or how many alike units one entry stands for.' }),
    area: t.expose('area', { type: 'Decimal', nullable: true, description: 'Building area, m².' }),
    beds: t.exposeInt('beds', { nullable: true, description: 'Beds.' }),
    sets: t.exposeInt('sets', { nullable: true, description: 'Sets of equipment.' }),
    stage: t.field({
      type: ProjectStageStretch,
      nullable: true,
      description: 'Where works stand on the day; null when nothing is recorded.',
      resolve: async (row, _, context) => stageOn(await factsOf(context, 'PROJECT_STAGE', row), row.moment.asOf),
    }),
    stages: t.field({
      type: [ProjectStageStretch],
      description: 'Its stages over all days, as known at an instant.',
      args: knownArg,
      resolve: (row, args, context) => factsOf(context, 'PROJECT_STAGE', { ...row, moment: momentOf(row, args) }),
    }),
    suspension: t.field({
      type: ProjectSuspension,
      nullable: true,
      description: 'The stop in which works are on the day.',
      resolve: async (row, _, context) =>
        (await factsOf(context, 'PROJECT_SUSPENSION', row)).find((one) => covers(one, row.moment.asOf)) ?? null,
    }),
    suspensions: t.field({
      type: [ProjectSuspension],
      description: 'All stops, as known at an instant.',
      args: knownArg,
      resolve: (row, args, context) => factsOf(context, 'PROJECT_SUSPENSION', { ...row, moment: momentOf(row, args) }),
    }),
    milestones: t.field({
      type: [ProjectMilestone],
      description: 'Its plan, in the order of the stages.',
      resolve: (row, _, context) => milestonesOf(context, row),
    }),
    milestone: t.field({
      type: ProjectMilestone,
      nullable: true,
      description: 'Its plan of one stage; null when it is not planned.',
      args: { stage: t.arg({ type: ProjectStageEnum, required: true, description: 'The stage.' }) },
      resolve: async (row, { stage }, context) => (await milestonesOf(context, row)).find((one) => one.stage === stage) ?? null,
    }),
    approvals: t.field({
      type: [ProjectApproval],
      description: 'Approvals, permits and acceptances until the day, and those of which the day is not known, in the order of the stages.',
      resolve: async (row, _, context) =>
        (await factsOf(context, 'PROJECT_APPROVAL', row)).filter(({ approvedOn }) => approvedOn === null || approvedOn <= row.moment.asOf),
    }),
    contracts: t.field({
      type: [ProjectContract],
      description: 'Units in charge and contracts.',
      resolve: (row, _, context) => factsOf(context, 'PROJECT_CONTRACT', row),
    }),
    fundingLines: t.field({
      type: [FundingLine],
      description: 'What each source is to give.',
      resolve: (row, _, context) => factsOf(context, 'FUNDING_LINE', row),
    }),
    fundingYears: t.field({
      type: [FundingYear],
      description: 'The yearly plans of all lines.',
      resolve: (row, _, context) => factsOf(context, 'FUNDING_YEAR', row),
    }),
    fundReceipts: t.field({
      type: [FundReceipt],
      description: 'What arrived until the day, by day.',
      resolve: async (row, _, context) =>
        (await factsOf(context, 'FUND_RECEIPT', row)).filter(({ receivedOn }) => receivedOn <= row.moment.asOf),
    }),
    payments: t.field({
      type: [ProjectPayment],
      description: 'What was paid until the day, by day.',
      resolve: async (row, _, context) =>
        (await factsOf(context, 'PROJECT_PAYMENT', row)).filter(({ paidOn }) => paidOn <= row.moment.asOf),
    }),
    progressReports: t.field({
      type: [ProgressReport],
      description: 'Monthly reports until the day’s month, by month, whatever their state.',
      resolve: async (row, _, context) =>
        (await factsOf(context, 'PROGRESS_REPORT', row)).filter(({ month }) => month <= row.moment.asOf.slice(0, 7)),
    }),
    latestReport: t.field({
      type: ProgressReport,
      nullable: true,
      description: 'The last month that was submitted or accepted.',
      resolve: (row, _, context) => latestReportOf(context, row),
    }),
    problems: t.field({
      type: [ProjectProblem],
      description: 'Problems found until the day, and those of which that is not known, by the day they were found.',
      args: { open: t.arg.boolean({ description: 'Those that are open on the day, or not.' }) },
      resolve: async (row, { open }, context) =>
        (await factsOf(context, 'PROJECT_PROBLEM', row)).filter(
          ({ foundOn, resolvedOn }) =>
            (foundOn === null || foundOn <= row.moment.asOf) &&
            (open == null || (resolvedOn === null || resolvedOn > row.moment.asOf) === open),
        ),
    }),
    documents: t.field({
      type: [PolicyDocument],
      description: 'The documents that its records and changes cite, newest first.',
      resolve: async (row, _, context) =>
        (await loaderFor(context, 'documentsOfProjects', row.moment, (ids) => documentsOfProjects(context, ids, row.moment)).load(
          row.id,
        )) ?? [],
    }),
    recordedFrom: t.expose('recordedFrom', { type: 'Instant', description: 'Since when the system knows the record so.' }),
    change: t.field({
      type: Change,
      description: 'The change that recorded it so.',
      resolve: ({ recordedBy }, _, context) => changeByNumber(context, recordedBy),
    }),
    ...citedFields(t),
    changes: t.connection(
      {
        type: Change,
        description: `What was recorded about it and all that belongs to it, newest first. ${PAGE_NOTE}`,
        resolve: ({ id }, args, context) => changePage(context, { subjectIds: [id] }, pageOf(args)),
      },
      ChangeConnection,
    ),
  }),
})

/** The plan of a project, with how far each stage is on the day. */
async function milestonesOf(context: Context, row: ConstructionProjectRow) {
  const [own, stages] = await Promise.all([factsOf(context, 'PROJECT_MILESTONE', row), factsOf(context, 'PROJECT_STAGE', row)])
  return own.map((one) => ({ ...one, standing: milestoneStanding(one, stages, row.moment.asOf) }))
}
