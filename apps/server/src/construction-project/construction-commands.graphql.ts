import { baseVersionField, defineCommand, type Fields } from '../command/command.graphql.ts'
import { builder } from '../graphql/builder.ts'
import { ProjectKindEnum, ProjectStageEnum, StageBasisEnum, SuspensionCauseEnum } from './construction-enums.ts'
import * as milestones from './milestone.commands.ts'
import * as projects from './project.commands.ts'
import * as stages from './stage.commands.ts'
import * as suspensions from './suspension.commands.ts'
import { withdrawProjectRecord, type WithdrawProjectRecord } from './withdraw.commands.ts'

const ProjectInput = builder.inputType('ConstructionProjectInput', {
  description: 'Everything that is said of a project; what is left out is not reported.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'Its name, at most 200 characters.' }),
    kind: t.field({ type: ProjectKindEnum, required: true, description: 'What kind of works.' }),
    regionCode: t.string({ required: true, description: 'Twelve digits: where it is, or the region it serves.' }),
    nationalCode: t.string({ description: 'National project code of either generation; shape and division are checked.' }),
    institutionIds: t.idList({ description: 'The institutions it is for.' }),
    partOfId: t.id({ description: 'The project it is a part of.' }),
    owner: t.string({ description: 'Its owner (建设单位) as written, at most 100 characters.' }),
    description: t.string({ description: 'Scale and content, at most 2,000 characters.' }),
    unitCount: t.int({ description: 'How many alike units one entry stands for; 1 when left out.' }),
    area: t.field({ type: 'Decimal', description: 'Building area, m², at most two decimals.' }),
    beds: t.int({ description: 'Beds.' }),
    sets: t.int({ description: 'Sets of equipment.' }),
  }),
})

defineCommand<projects.CreateProject>({
  name: 'createProject',
  description: '登记项目: a construction project of the county of its place.',
  dated: false,
  fields: (t) => ({
    project: t.field({ type: ProjectInput, required: true, description: 'What is said of it.' }),
    code: t.string({ description: 'The bureau’s code; the next one of the county when left out.' }),
  }),
  body: projects.createProject,
})

const ofProject = (t: Fields) => ({
  projectId: t.id({ required: true, description: 'The project.' }),
  baseVersion: baseVersionField(t, 'project'),
})

defineCommand<projects.ReviseProject>({
  name: 'reviseProject',
  description: '变更项目信息: all that is said of the project itself.',
  dated: false,
  fields: (t) => ({ ...ofProject(t), project: t.field({ type: ProjectInput, required: true, description: 'What is said of it.' }) }),
  body: projects.reviseProject,
})

const stageFields = (t: Fields) => ({
  stage: t.field({ type: ProjectStageEnum, description: 'The stage; left out when it is not known.' }),
  wording: t.string({ description: 'What the report says, at most 500 characters.' }),
  basis: t.field({ type: StageBasisEnum, description: 'How the stage came from the wording; as stated when left out.' }),
  startKnown: t.boolean({ description: 'The first day is the day it began; true when left out. False: it was so by then.' }),
  unitsDone: t.int({ description: 'Of several alike units, how many are done.' }),
  reason: t.string({ description: 'Why it goes back to an earlier stage, or passes a gate not on record; needed then.' }),
})

defineCommand<stages.RecordStage>({
  name: 'recordStage',
  description: '登记项目阶段: from the effective day works stand so, until the next stage recorded for later.',
  fields: (t) => ({ ...ofProject(t), ...stageFields(t) }),
  body: stages.recordStage,
})

defineCommand<stages.CancelProject>({
  name: 'cancelProject',
  description: '取消项目: from the effective day it is given up.',
  fields: (t) => ({ ...ofProject(t), reason: t.string({ required: true, description: 'Why, at most 500 characters.' }) }),
  body: stages.cancelProject,
})

const ProjectStageStretch = builder.inputType('ProjectStageStretchInput', {
  description: 'A stretch as it truly was.',
  fields: (t) => ({
    ...stageFields(t),
    validFrom: t.field({ type: 'Date', required: true, description: 'First day.' }),
    validTo: t.field({ type: 'Date', description: 'First day no longer; null for an open end.' }),
  }),
})

defineCommand<stages.CorrectStages>({
  name: 'correctStages',
  description: '更正项目阶段: all stretches as they truly were. What was known before stays readable as known then.',
  correction: true,
  fields: (t) => ({
    ...ofProject(t),
    stretches: t.field({ type: [ProjectStageStretch], required: true, description: 'The whole timeline.' }),
  }),
  body: stages.correctStages,
})

const suspensionFields = (t: Fields) => ({
  cause: t.field({ type: SuspensionCauseEnum, description: 'Why; not stated when left out.' }),
  responsibleParty: t.string({ description: 'Who is responsible, at most 100 characters.' }),
  detail: t.string({ description: 'More about it, at most 500 characters.' }),
})

defineCommand<suspensions.SuspendProject>({
  name: 'suspendProject',
  description:
    '登记停工: works stand still from the effective day, or since a day not known. The schedule clock stops, the money clock does not.',
  dated: false,
  fields: (t) => ({
    ...ofProject(t),
    effectiveOn: t.field({ type: 'Date', description: 'The day works stopped; left out when not known.' }),
    observedOn: t.field({
      type: 'Date',
      description: 'A day on which they stood still; needed when neither stop nor resumption is known.',
    }),
    resumedOn: t.field({ type: 'Date', description: 'The day they resumed, where that is known already.' }),
    ...suspensionFields(t),
  }),
  body: (input, { today }) => suspensions.suspendProject(input, today),
})

defineCommand<suspensions.ResumeProject>({
  name: 'resumeProject',
  description: '登记复工: the stop that is open ends.',
  dated: false,
  fields: (t) => ({
    ...ofProject(t),
    effectiveOn: t.field({ type: 'Date', description: 'The day works resumed; left out when not known.' }),
    observedOn: t.field({ type: 'Date', description: 'A day on which they went on, where the day is not known.' }),
  }),
  body: (input, { today }) => suspensions.resumeProject(input, today),
})

defineCommand<suspensions.CorrectSuspension>({
  name: 'correctSuspension',
  description: '更正停工记录: the stop as it truly was, or that there never was one.',
  correction: true,
  fields: (t) => ({
    suspensionId: t.id({ required: true, description: 'The suspension.' }),
    baseVersion: baseVersionField(t, 'project'),
    suspendedOn: t.field({ type: 'Date', description: 'The day works stopped; left out when not known.' }),
    observedOn: t.field({ type: 'Date', description: 'A day on which they stood still.' }),
    resumedOn: t.field({ type: 'Date', description: 'The day they resumed.' }),
    resumedBy: t.field({ type: 'Date', description: 'The first day they were seen to go on, where the day is not known.' }),
    withdraw: t.boolean({ description: 'There never was one; nothing else is read.' }),
    ...suspensionFields(t),
  }),
  body: (input, { today }) => suspensions.correctSuspension(input, today),
})

const MilestoneDayInput = builder.inputType('MilestoneDayInput', {
  description: 'A stage and the day it is to be reached.',
  fields: (t) => ({
    stage: t.field({ type: ProjectStageEnum, required: true, description: 'The stage.' }),
    day: t.field({ type: 'Date', required: true, description: 'The day.' }),
    wording: t.string({ description: 'What the plan or report says of it, at most 500 characters.' }),
  }),
})
const milestoneFields = (t: Fields) => ({
  ...ofProject(t),
  milestones: t.field({ type: [MilestoneDayInput], required: true, description: 'The stages and days, at least one.' }),
})

defineCommand<milestones.PlanProject>({
  name: 'planProject',
  description: '编制项目计划: the baseline, which stays. 开工 and 竣工验收 start and stop the schedule clock.',
  dated: false,
  fields: milestoneFields,
  body: milestones.planProject,
})

defineCommand<milestones.ReplanProject>({
  name: 'replanProject',
  description: '调整项目计划: other days than the baseline’s, for a reason; the baseline’s own day takes a re-planned one back.',
  dated: false,
  fields: (t) => ({ ...milestoneFields(t), reason: t.string({ required: true, description: 'Why, at most 500 characters.' }) }),
  body: milestones.replanProject,
})

defineCommand<milestones.PlanProject>({
  name: 'forecastProject',
  description: '登记预计日期: when a report expects stages to be reached. It lapses when the day passes without.',
  dated: false,
  fields: milestoneFields,
  body: milestones.forecastProject,
})

const MilestoneInput = builder.inputType('MilestoneInput', {
  description: 'A milestone as it truly was planned.',
  fields: (t) => ({
    stage: t.field({ type: ProjectStageEnum, required: true, description: 'The stage.' }),
    baselineOn: t.field({ type: 'Date', description: 'As first planned.' }),
    replannedOn: t.field({ type: 'Date', description: 'As re-planned.' }),
    forecastOn: t.field({ type: 'Date', description: 'As last expected by a report.' }),
    wording: t.string({ description: 'What is said of it, at most 500 characters.' }),
    reason: t.string({ description: 'Why it was re-planned, at most 500 characters.' }),
  }),
})

defineCommand<milestones.CorrectMilestones>({
  name: 'correctMilestones',
  description: '更正项目计划: all milestones as they truly were planned; one that is not given there never was.',
  correction: true,
  fields: (t) => ({
    ...ofProject(t),
    milestones: t.field({ type: [MilestoneInput], required: true, description: 'All of them.' }),
  }),
  body: milestones.correctMilestones,
})

defineCommand<WithdrawProjectRecord>({
  name: 'withdrawProjectRecord',
  description:
    '撤销项目记录: an approval, funding line, receipt, payment, unit in charge or problem never was; the note says why. Refused while others name it.',
  correction: true,
  // It has no amount of its own: without what is withdrawn, those of others would contradict each other.
  fieldOf: { amount: '' },
  fields: (t) => ({
    recordId: t.id({ required: true, description: 'The record, by its id.' }),
    baseVersion: baseVersionField(t, 'record'),
  }),
  body: withdrawProjectRecord,
})
