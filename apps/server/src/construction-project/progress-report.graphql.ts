import type { ProgressReport as ReportRow } from '@yilian/domain/construction/progress-report.ts'

import { baseVersionField, defineCommand, type Fields } from '../command/command.graphql.ts'
import { builder } from '../graphql/builder.ts'
import { PolicyDocument, policyDocumentById } from '../policy-document/policy-document.graphql.ts'
import { ProgressReportStateEnum, ProjectStageEnum } from './construction-enums.ts'
import * as commands from './progress-report.commands.ts'
import { recordFields, recordNode, unitField } from './project-node.ts'

export const ProgressReport = builder.objectRef<ReportRow>('ProgressReport')
builder.node(ProgressReport, {
  ...recordNode('PROGRESS_REPORT'),
  description: 'What is reported of a project for one month (项目月报). What is null is not reported, which is not zero.',
  fields: (t) => ({
    month: t.exposeString('month', { description: 'The month, `YYYY-MM`.' }),
    state: t.field({
      type: ProgressReportStateEnum,
      description: 'How far it is. Submitted and accepted ones count.',
      resolve: ({ state }) => state,
    }),
    stage: t.field({ type: ProjectStageEnum, nullable: true, description: 'The stage works are in.', resolve: ({ stage }) => stage }),
    wording: t.exposeString('wording', { nullable: true, description: 'Physical progress (形象进度) in words.' }),
    percent: t.expose('percent', { type: 'Decimal', nullable: true, description: 'Physical progress in per cent of the whole.' }),
    investmentMonth: t.expose('investmentMonth', {
      type: 'Decimal',
      nullable: true,
      description: 'Investment completed in the month, yuan.',
    }),
    investmentToDate: t.expose('investmentToDate', {
      type: 'Decimal',
      nullable: true,
      description: 'Investment completed to its end, yuan.',
    }),
    unitsDone: t.exposeInt('unitsDone', { nullable: true, description: 'Of several alike units, how many are done.' }),
    workers: t.exposeInt('workers', { nullable: true, description: 'People at work on the site.' }),
    safety: t.exposeString('safety', { nullable: true, description: 'Notes on labour and safety.' }),
    nextSteps: t.exposeString('nextSteps', { nullable: true, description: 'What comes next.' }),
    returnReason: t.exposeString('returnReason', { nullable: true, description: 'Why it was last returned.' }),
    document: t.field({
      type: PolicyDocument,
      nullable: true,
      description: 'The document it is based on.',
      resolve: ({ documentId }, _, context) => policyDocumentById(context, documentId),
    }),
    source: t.exposeString('source', { nullable: true, description: 'Where it was read.' }),
    ...recordFields(t, 'PROGRESS_REPORT'),
  }),
})

defineCommand<commands.SaveProgressReport>({
  name: 'saveProgressReport',
  description: '填写项目月报: the draft of a month, whole; of one that was returned, its new draft.',
  dated: false,
  fields: (t) => ({
    projectId: t.id({ required: true, description: 'The project.' }),
    month: t.string({ required: true, description: 'The month, `YYYY-MM`, not one to come.' }),
    baseVersion: t.int({ description: 'The `version` of the report, if there is one for the month.' }),
    stage: t.field({ type: ProjectStageEnum, description: 'The stage works are in; left out when it cannot be said.' }),
    wording: t.string({ description: 'Physical progress in words, at most 500 characters.' }),
    percent: t.field({ type: 'Decimal', description: 'Physical progress in per cent, 0 to 100 with at most two decimals.' }),
    investmentMonth: t.field({ type: 'Decimal', description: 'Investment completed in the month.' }),
    investmentToDate: t.field({ type: 'Decimal', description: 'Investment completed to its end.' }),
    ...unitField(t),
    unitsDone: t.int({ description: 'Of several alike units, how many are done.' }),
    workers: t.int({ description: 'People at work on the site.' }),
    safety: t.string({ description: 'Notes on labour and safety, at most 1,000 characters.' }),
    nextSteps: t.string({ description: 'What comes next, at most 1,000 characters.' }),
  }),
  body: (input, { today }) => commands.saveProgressReport(input, today),
})

const reportFields = (t: Fields) => ({
  progressReportId: t.id({ required: true, description: 'The report.' }),
  baseVersion: baseVersionField(t, 'report'),
})

defineCommand<commands.ReportCommand>({
  name: 'submitProgressReport',
  description: '上报项目月报: a draft, or one that was returned and put right, is said.',
  dated: false,
  fields: reportFields,
  body: commands.submitProgressReport,
})

defineCommand<commands.AcceptProgressReport>({
  name: 'acceptProgressReport',
  description:
    '审核项目月报: it counts, and the stage it gives becomes that of the project from the end of its month on (of this month: today), unless a later one is recorded.',
  dated: false,
  fields: (t) => ({
    ...reportFields(t),
    reason: t.string({ description: 'Why the project goes back to an earlier stage, or passes a gate not on record; needed then.' }),
  }),
  body: (input, { today }) => commands.acceptProgressReport(input, today),
})

defineCommand<commands.ReturnProgressReport>({
  name: 'returnProgressReport',
  description: '退回项目月报: a submitted or accepted report goes back to be put right.',
  dated: false,
  fields: (t) => ({ ...reportFields(t), reason: t.string({ required: true, description: 'Why, at most 500 characters.' }) }),
  body: commands.returnProgressReport,
})
