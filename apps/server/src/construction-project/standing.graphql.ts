import type { Figure, EarnedValue as EarnedValueRow } from '@yilian/domain/construction/earned-value.ts'
import { earnedValueOf, clockOf, reportsThatCount } from '@yilian/domain/construction/standing.ts'
import { approvedLimit, finalAccount } from '@yilian/domain/construction/approval.ts'
import {
  arrivalOf,
  contradictions,
  moneyStanding,
  type MoneyStanding as MoneyStandingRow,
  type PeriodStanding as PeriodRow,
  type SourceStanding as SourceRow,
} from '@yilian/domain/construction/money-standing.ts'
import { FORECAST_ASSUMPTIONS, lateDays, type ScheduleClock as ClockRow } from '@yilian/domain/construction/schedule-clock.ts'
import type { Issue } from '@yilian/domain/issue.ts'
import { message } from '@yilian/domain/messages.ts'
import type { Yuan } from '@yilian/domain/money.ts'

import { builder, type Types } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { inLocale, localeArg } from '../graphql/text.ts'
import { alertsOf, ProjectAlertType } from './alert.graphql.ts'
import { FundingSourceEnum } from './construction-enums.ts'
import { ConstructionProject } from './construction-project.ref.ts'
import type { ConstructionProjectRow } from './construction-project.queries.ts'
import { recordsOf, sumsOf } from './project-sections.ts'
import type { ProjectSums } from './project-sums.queries.ts'

const Missing = builder.objectRef<Issue>('MissingFigure').implement({
  description: 'Why a figure cannot be given: what nobody reported.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'For programs.' }),
    message: t.string({
      description: 'In words.',
      args: localeArg,
      resolve: ({ code, params }, { locale }) => message(code, params, locale ?? 'zh'),
    }),
  }),
})

const ScheduleClock = builder.objectRef<ClockRow>('ScheduleClock').implement({
  description:
    'The schedule clock, in days. It stops while works stand still: `planned + suspended + slipped = actual`, from the planned start (or the actual one if earlier) until completion or the day shown.',
  fields: (t) => ({
    actual: t.exposeInt('actual', { description: 'All days.' }),
    planned: t.exposeInt('planned', { description: 'Days worked within the planned duration.' }),
    suspended: t.exposeInt('suspended', { description: 'Days on which works certainly stood still.' }),
    slipped: t.exposeInt('slipped', { description: 'Days beyond the planned duration, and those waited for a late start.' }),
    uncertain: t.exposeInt('uncertain', {
      description: 'Of the planned and slipped days, those that may have been suspended: stop or resumption are not known to the day.',
    }),
    duration: t.exposeInt('duration', { description: 'The planned duration.' }),
    remaining: t.exposeInt('remaining', { description: 'Days of it not needed yet, or not at all.' }),
    late: t.exposeInt('late', { description: 'Days after the planned completion, if the rest goes as assumed; negative when early.' }),
    lateSuspended: t.int({ description: 'Of the days late, those that works stood still.', resolve: (clock) => lateDays(clock).suspended }),
    lateSlipped: t.int({ description: 'Of the days late, those that slipped.', resolve: (clock) => lateDays(clock).slipped }),
    completion: t.expose('completion', { type: 'Date', description: 'When it was complete, or is expected to be.' }),
    assumption: t.string({
      nullable: true,
      description: 'What the expectation assumes, in words; null when it is complete.',
      args: localeArg,
      resolve: ({ assumption }, args) => (assumption === null ? null : inLocale(FORECAST_ASSUMPTIONS[assumption], args)),
    }),
  }),
})

const ProjectSchedule = builder.objectRef<ReturnType<typeof clockOf>>('ProjectSchedule').implement({
  description: 'The schedule of a project on the day shown.',
  fields: (t) => ({
    clock: t.field({
      type: ScheduleClock,
      nullable: true,
      description: 'Null where something is missing.',
      resolve: (read) => ('clock' in read ? read.clock : null),
    }),
    missing: t.field({
      type: [Missing],
      description: 'What is missing to read the clock.',
      resolve: (read) => ('missing' in read ? [...read.missing] : []),
    }),
  }),
})

const NOT_REPORTED = 'yuan; null where nothing was reported, which is not zero.'
type Fields<R> = PothosSchemaTypes.ObjectFieldBuilder<Types, R>

function columns<R extends { readonly planned: Yuan | null; readonly arrived: Yuan | null; readonly paid: Yuan | null }>(t: Fields<R>) {
  return {
    planned: t.field({ type: 'Decimal', nullable: true, description: `Planned, ${NOT_REPORTED}`, resolve: ({ planned }) => planned }),
    arrived: t.field({ type: 'Decimal', nullable: true, description: `Arrived, ${NOT_REPORTED}`, resolve: ({ arrived }) => arrived }),
    paid: t.field({ type: 'Decimal', nullable: true, description: `Paid, ${NOT_REPORTED}`, resolve: ({ paid }) => paid }),
  }
}

const SourceStanding = builder.objectRef<SourceRow>('SourceStanding').implement({
  description: 'What one source gives to a project.',
  fields: (t) => ({
    source: t.field({
      type: FundingSourceEnum,
      nullable: true,
      description: 'Null: payments that do not say from which line.',
      resolve: ({ source }) => source,
    }),
    ...columns(t),
    owed: t.expose('owed', { type: 'Decimal', nullable: true, description: 'Planned less arrived, where both are reported.' }),
    arrivalRate: t.expose('arrivalRate', { type: 'Decimal', nullable: true, description: 'Arrived in per cent of planned.' }),
  }),
})

const PeriodStanding = builder.objectRef<PeriodRow>('PeriodStanding').implement({
  description: 'Money of one year or month.',
  fields: (t) => ({
    period: t.exposeString('period', { description: '`2020` or `2020-07`.' }),
    ...columns(t),
    completed: t.expose('completed', { type: 'Decimal', nullable: true, description: `Investment completed, ${NOT_REPORTED}` }),
  }),
})

async function standingOf(context: Context, row: ConstructionProjectRow): Promise<MoneyStandingRow> {
  const records = await recordsOf(context, row)
  return moneyStanding({ ...records, reports: reportsThatCount(records.reports) }, row.moment.asOf)
}

const MoneyStanding = builder.objectRef<ConstructionProjectRow>('MoneyStanding').implement({
  description:
    'Planned, arrived, paid and completed side by side, up to the day shown. Sources, years and months sum to the totals to the fen; years of what is planned are those of the yearly plans, and a figure to date that a report gives goes before the sum of its months.',
  fields: (t) => {
    const sum = (description: string, of: (sums: ProjectSums) => Yuan | null) =>
      t.field({ type: 'Decimal', nullable: true, description, resolve: async (row, _, context) => of(await sumsOf(context, row)) })
    return {
      planned: sum(`Planned, ${NOT_REPORTED}`, ({ planned }) => planned),
      arrived: sum(`Arrived, ${NOT_REPORTED}`, ({ arrived }) => arrived),
      paid: sum(`Paid, ${NOT_REPORTED}`, ({ paid }) => paid),
      linesWithoutAmount: t.int({
        description: 'Lines whose amount is not reported: `planned` is at least so much.',
        resolve: async (row, _, context) => (await standingOf(context, row)).linesWithoutAmount,
      }),
      completed: sum(`Investment completed, ${NOT_REPORTED}`, ({ completed }) => completed),
      owed: sum('Planned less arrived, where both are reported.', (sums) => arrivalOf(sums).owed),
      arrivalRate: sum('Arrived in per cent of planned.', (sums) => arrivalOf(sums).arrivalRate),
      sources: t.field({
        type: [SourceStanding],
        description: 'By source.',
        resolve: async (row, _, context) => [...(await standingOf(context, row)).sources],
      }),
      years: t.field({
        type: [PeriodStanding],
        description: 'By year; planned as the yearly plans have it.',
        resolve: async (row, _, context) => [...(await standingOf(context, row)).years],
      }),
      months: t.field({
        type: [PeriodStanding],
        description: 'By month.',
        resolve: async (row, _, context) => [...(await standingOf(context, row)).months],
      }),
    }
  },
})

const FigureType = builder.objectRef<Figure<Yuan>>('EarnedValueFigure').implement({
  description: 'A figure in yuan, or why there is none.',
  fields: (t) => ({
    value: t.field({ type: 'Decimal', nullable: true, description: 'Yuan.', resolve: ({ value }) => value }),
    missing: t.field({ type: Missing, nullable: true, description: 'Why there is none.', resolve: ({ missing }) => missing }),
  }),
})

const EarnedValueType = builder.objectRef<EarnedValueRow>('EarnedValue').implement({
  description: 'Earned value at the end of the month of the last accepted report. Nothing is made up where a plan or report is silent.',
  fields: (t) => ({
    month: t.exposeString('month', { nullable: true, description: 'The month, `YYYY-MM`.' }),
    plannedValue: t.field({
      type: FigureType,
      description: 'What was planned to be done, by yearly plans.',
      resolve: (row) => row.plannedValue,
    }),
    earnedValue: t.field({
      type: FigureType,
      description: 'Physical progress of the approved investment.',
      resolve: (row) => row.earnedValue,
    }),
    actualCost: t.field({ type: FigureType, description: 'What was paid.', resolve: (row) => row.actualCost }),
    schedulePerformance: t.expose('schedulePerformance', {
      type: 'Decimal',
      nullable: true,
      description: 'Earned by planned; below 1 is behind.',
    }),
    costPerformance: t.expose('costPerformance', { type: 'Decimal', nullable: true, description: 'Earned by actual; below 1 costs more.' }),
  }),
})

const Contradiction = builder.objectRef<{ month: string; stated: Yuan; recomputed: Yuan }>('ReportContradiction').implement({
  description: 'A month whose figure to date is not the one before plus its own.',
  fields: (t) => ({
    month: t.exposeString('month', { description: 'The month.' }),
    stated: t.expose('stated', { type: 'Decimal', description: 'Yuan as reported.' }),
    recomputed: t.expose('recomputed', { type: 'Decimal', description: 'Yuan as the months give them.' }),
  }),
})

builder.objectFields(ConstructionProject, (t) => ({
  schedule: t.field({
    type: ProjectSchedule,
    description: 'The schedule clock on the day shown.',
    resolve: async (row, _, context) => clockOf(await recordsOf(context, row), row.moment.asOf),
  }),
  money: t.field({
    type: MoneyStanding,
    description: 'Money up to the day shown.',
    resolve: (row) => row,
  }),
  earnedValue: t.field({
    type: EarnedValueType,
    description: 'Planned value, earned value and actual cost, where the data allow.',
    resolve: async (row, _, context) => earnedValueOf(await recordsOf(context, row), row.moment.asOf),
  }),
  approvedInvestment: t.field({
    type: 'Decimal',
    nullable: true,
    description: 'Investment last approved, yuan.',
    resolve: async (row, _, context) =>
      approvedLimit((await recordsOf(context, row)).approvals, 'investment', row.moment.asOf)?.investment ?? null,
  }),
  approvedArea: t.field({
    type: 'Decimal',
    nullable: true,
    description: 'Building area last approved, m².',
    resolve: async (row, _, context) => approvedLimit((await recordsOf(context, row)).approvals, 'area', row.moment.asOf)?.area ?? null,
  }),
  finalAccount: t.field({
    type: 'Decimal',
    nullable: true,
    description: 'Investment by the final account, yuan.',
    resolve: async (row, _, context) => finalAccount((await recordsOf(context, row)).approvals, row.moment.asOf)?.investment ?? null,
  }),
  contradictions: t.field({
    type: [Contradiction],
    description: 'Where monthly figures contradict each other.',
    resolve: async (row, _, context) => contradictions(reportsThatCount((await recordsOf(context, row)).reports)),
  }),
  alerts: t.field({
    type: [ProjectAlertType],
    description: 'What rules find on the day shown.',
    args: {
      acknowledged: t.arg.boolean({ description: 'Those that were acknowledged, or those that nobody looked at; both when left out.' }),
    },
    resolve: async (row, { acknowledged }, context) =>
      (await alertsOf(context, row)).filter(({ acknowledgement }) => acknowledged == null || (acknowledgement !== null) === acknowledged),
  }),
}))
