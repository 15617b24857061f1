import { changesIn, type MonthChanges } from '@yilian/domain/construction/month-changes.ts'
import type { ProgressReport as ReportRow } from '@yilian/domain/construction/progress-report.ts'
import { isMonth } from '@yilian/domain/day.ts'
import { message } from '@yilian/domain/messages.ts'
import { GraphQLError } from 'graphql'

import { builder } from '../graphql/builder.ts'
import { ProjectStageEnum } from './construction-enums.ts'
import { ConstructionProject } from './construction-project.ref.ts'
import { ProgressReport } from './progress-report.graphql.ts'
import { factsOf, recordsOf } from './project-sections.ts'

const StageOfMonth = builder.objectRef<MonthChanges<ReportRow>['stages'][number]>('StageOfMonth').implement({
  description: 'A stage or wording that began in a month.',
  fields: (t) => ({
    stage: t.field({
      type: ProjectStageEnum,
      nullable: true,
      description: 'The stage; null when it is not known.',
      resolve: ({ stage }) => stage,
    }),
    before: t.field({
      type: ProjectStageEnum,
      nullable: true,
      description: 'The one before; null when it is not known, or there is none.',
      resolve: ({ before }) => before,
    }),
    wording: t.exposeString('wording', { nullable: true, description: 'What the report says.' }),
  }),
})

const MonthChangesType = builder.objectRef<MonthChanges<ReportRow>>('ProjectMonthChanges').implement({
  description: 'What began, stopped, went on, arrived, was paid and was reported of a project in a month.',
  fields: (t) => ({
    stages: t.field({ type: [StageOfMonth], description: 'Stages that began.', resolve: ({ stages }) => [...stages] }),
    stopped: t.field({ type: ['Date'], description: 'Days on which works stopped.', resolve: ({ stopped }) => [...stopped] }),
    resumed: t.field({ type: ['Date'], description: 'Days on which they resumed.', resolve: ({ resumed }) => [...resumed] }),
    arrived: t.expose('arrived', { type: 'Decimal', nullable: true, description: 'Arrived, yuan; null where nothing is on record.' }),
    paid: t.expose('paid', { type: 'Decimal', nullable: true, description: 'Paid, yuan; null where nothing is on record.' }),
    report: t.field({
      type: ProgressReport,
      nullable: true,
      description: 'The report of the month, whatever its state.',
      resolve: ({ report }) => report,
    }),
  }),
})

builder.objectField(ConstructionProject, 'monthChanges', (t) =>
  t.field({
    type: MonthChangesType,
    description: 'What changed in a month, until the day shown.',
    args: { month: t.arg.string({ description: 'The month, `YYYY-MM`; that of the day shown when left out.' }) },
    resolve: async (row, args, context) => {
      const month = args.month ?? row.moment.asOf.slice(0, 7)
      if (!isMonth(month))
        throw new GraphQLError(message('NOT_A_MONTH', { value: month }, 'en'), { extensions: { code: 'BAD_USER_INPUT' } })
      const [records, reports] = await Promise.all([recordsOf(context, row), factsOf(context, 'PROGRESS_REPORT', row)])
      return changesIn(month, { ...records, reports }, row.moment.asOf)
    },
  }),
)
