import type { Moment } from '@yilian/domain/dated.ts'
import { isMonth } from '@yilian/domain/day.ts'
import type { Text } from '@yilian/domain/locale.ts'
import { message } from '@yilian/domain/messages.ts'
import { GraphQLError } from 'graphql'

import { builder } from '../graphql/builder.ts'
import { momentFields, pageOf, PAGE_NOTE } from '../graphql/connection.ts'
import { momentArgs, momentOf, rootMoment } from '../graphql/moment.ts'
import { uuidOf } from '../graphql/node-id.ts'
import { shownBelow } from '../graphql/selection.ts'
import { codeEnum } from '../graphql/text.ts'
import { SortDirection } from '../institution/institution.graphql.ts'
import { Institution } from '../institution/institution.ref.ts'
import { ProjectAlertType } from './alert.graphql.ts'
import { alertPage } from './alert-page.ts'
import { JUDGED_AT_MOST, TooManyToJudge, withAlertsJudged, type AlertingFilter } from './alerting.queries.ts'
import { AlertRuleEnum, FundingSourceEnum, ProjectKindEnum, ProjectPhaseEnum, ProjectStageEnum } from './construction-enums.ts'
import {
  projectPage,
  projectTotals,
  type ProjectFilter,
  type ProjectOrder,
  type ProjectTotals as TotalsRow,
} from './construction-project.queries.ts'
import { ConstructionProject } from './construction-project.ref.ts'
import { OwnProjectConnection, projectsOf } from './projects-of.ts'
import { projectShown } from './project-sections.ts'
import type { Context } from '../graphql/context.ts'

const NOT_REPORTED = 'yuan; null where nothing was reported, which is not zero.'

const ProjectTotals = builder.objectRef<TotalsRow>('ProjectTotals').implement({
  description: 'What all projects of a list come to, whatever the page.',
  fields: (t) => ({
    projects: t.exposeInt('projects', { description: 'Projects.' }),
    suspended: t.exposeInt('suspended', { description: 'Of these, those whose works stand still on the day.' }),
    planned: t.expose('planned', { type: 'Decimal', nullable: true, description: `Planned funds, ${NOT_REPORTED}` }),
    arrived: t.expose('arrived', { type: 'Decimal', nullable: true, description: `Arrived until the day, ${NOT_REPORTED}` }),
    paid: t.expose('paid', { type: 'Decimal', nullable: true, description: `Paid until the day, ${NOT_REPORTED}` }),
    completed: t.expose('completed', {
      type: 'Decimal',
      nullable: true,
      description: `Investment completed until the day’s month, ${NOT_REPORTED}`,
    }),
  }),
})

const ProjectFilterInput = builder.inputType('ConstructionProjectFilter', {
  description: 'Which projects; all conditions must hold.',
  fields: (t) => ({
    countyCode: t.string({ description: 'Six digits: those of this county.' }),
    regionCode: t.string({ description: 'Twelve digits: those within this region.' }),
    search: t.string({ description: 'Part of the name or a code, in characters, full pinyin or initials.' }),
    institutionId: t.id({ description: 'Those for this institution.' }),
    allianceId: t.id({ description: 'Those for an institution that leads or is a member of this alliance on the day.' }),
    kinds: t.field({ type: [ProjectKindEnum], description: 'Any of these kinds.' }),
    stages: t.field({ type: [ProjectStageEnum], description: 'In any of these stages on the day.' }),
    phases: t.field({ type: [ProjectPhaseEnum], description: 'In any of these phases on the day.' }),
    stageKnown: t.boolean({ description: 'Whether the stage is known on the day.' }),
    suspended: t.boolean({ description: 'Whether works stand still on the day.' }),
    fundingSources: t.field({ type: [FundingSourceEnum], description: 'With money planned from any of these sources.' }),
    year: t.int({ description: 'With a plan, money, a report or a stage in this year.' }),
    changedIn: t.string({
      description: 'A month, `YYYY-MM`: those of which `monthChanges` tells anything then, until the day.',
    }),
    parentId: t.id({ description: 'Parts of this project.' }),
    whole: t.boolean({ description: 'Whole projects, or parts of one.' }),
    alerts: t.field({
      type: [AlertRuleEnum],
      description: `With an alert of any of these rules that nobody acknowledged. At most ${JUDGED_AT_MOST} projects may pass the other conditions.`,
    }),
  }),
})

const ORDER_LABELS: Readonly<Record<ProjectOrder, Text>> = {
  CODE: { zh: '编码', en: 'By code' },
  NAME: { zh: '名称', en: 'By name, in pinyin' },
  STAGE: { zh: '阶段', en: 'By stage on the day' },
  PLANNED: { zh: '计划资金', en: 'By planned funds' },
  ARRIVED: { zh: '到位资金', en: 'By funds arrived' },
  PAID: { zh: '支付资金', en: 'By funds paid' },
  COMPLETED: { zh: '完成投资', en: 'By investment completed' },
  REPORTED: { zh: '最近月报', en: 'By the month last reported' },
}
const ProjectOrderBy = codeEnum(
  'ConstructionProjectOrderBy',
  'What projects are ordered by. What has no value comes last either way.',
  ORDER_LABELS,
)

/** The ids in a filter as the database has them. */
function withProjectIds(filter: AlertingFilter | null | undefined): AlertingFilter {
  const id = (given: string | null | undefined) => (given ? uuidOf(given) : null)
  return { ...filter, institutionId: id(filter?.institutionId), allianceId: id(filter?.allianceId), parentId: id(filter?.parentId) }
}

const orderArgs = builder.args((t) => ({
  filter: t.field({ type: ProjectFilterInput, description: 'Which.' }),
  orderBy: t.field({ type: ProjectOrderBy, defaultValue: 'CODE', description: 'In which order.' }),
  direction: t.field({ type: SortDirection, defaultValue: 'ASC', description: 'Which way.' }),
}))

/** `make`, once however often it is asked. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => (made ??= { value: make() }).value
}

/** What is wrong with a filter in words; null when nothing is. */
function wrongIn({ changedIn, year }: AlertingFilter): string | null {
  if (changedIn != null && !isMonth(changedIn)) return message('NOT_A_MONTH', { value: changedIn }, 'en')
  return year != null && (year < 1 || year > 9999) ? message('NOT_A_YEAR', { value: year }, 'en') : null
}

async function judged(context: Context, filter: AlertingFilter | null | undefined, moment: Moment): Promise<ProjectFilter> {
  const wrong = filter ? wrongIn(filter) : null
  if (wrong !== null) throw badInput(wrong)
  try {
    return await withAlertsJudged(context, withProjectIds(filter), moment)
  } catch (error) {
    throw error instanceof TooManyToJudge ? badInput(error.message) : error
  }
}

function badInput(text: string): GraphQLError {
  return new GraphQLError(text, { extensions: { code: 'BAD_USER_INPUT' } })
}

builder.queryFields((t) => ({
  project: t.field({
    type: ConstructionProject,
    nullable: true,
    authScopes: { may: 'construction.read' },
    description: 'One construction project, by id or code; null when there is none.',
    args: { id: t.arg.id({ description: 'Its id.' }), code: t.arg.string({ description: 'Its code.' }), ...momentArgs },
    resolve: (_, { id, code, ...args }, context, info) => {
      const which = id != null ? { id: uuidOf(id) } : code != null ? { code } : null
      return which && projectShown(context, which, rootMoment(args, context), shownBelow(info))
    },
  }),
  projects: t.connection(
    {
      type: ConstructionProject,
      authScopes: { may: 'construction.read' },
      description: `Construction projects as known at the moment. ${PAGE_NOTE}`,
      args: { ...orderArgs, ...momentArgs },
      resolve: async (_, args, context, info) => {
        const moment = rootMoment(args, context)
        const filter = await judged(context, args.filter, moment)
        const totals = once(() => projectTotals(context, filter, moment))
        // The sums over all projects take longer than the page, so they are begun beside it, and count the projects as well.
        const summed = shownBelow(info).has('totals')
        if (summed) void totals().catch(() => undefined)
        const page = await projectPage(context, filter, args.orderBy ?? 'CODE', args.direction === 'DESC', pageOf(args), moment)
        return { ...page, ...(summed && { totalCount: async () => (await totals()).projects }), moment, totals }
      },
    },
    {
      name: 'ConstructionProjectConnection',
      description: 'A page of projects.',
      fields: (f) => ({
        ...momentFields(f),
        totals: f.field({ type: ProjectTotals, description: 'What all of them come to.', resolve: ({ totals }) => totals() }),
      }),
    },
    { name: 'ConstructionProjectEdge' },
  ),
  projectAlerts: t.connection(
    {
      type: ProjectAlertType,
      authScopes: { may: 'construction.read' },
      description: `What rules find on the day over all projects that pass the filter, by the code of the project, then by rule. ${PAGE_NOTE}`,
      args: {
        filter: t.arg({ type: ProjectFilterInput, description: 'Which projects.' }),
        rules: t.arg({ type: [AlertRuleEnum], description: 'Any of these rules.' }),
        acknowledged: t.arg.boolean({ description: 'Those that somebody acknowledged, or not.' }),
        ...momentArgs,
      },
      resolve: async (_, { filter, rules, acknowledged, ...args }, context) => {
        const moment = rootMoment(args, context)
        const page = await alertPage(context, await judged(context, filter, moment), { rules, acknowledged }, pageOf(args), moment)
        return { ...page, moment }
      },
    },
    { name: 'ProjectAlertConnection', description: 'A page of alerts.', fields: (f) => ({ ...momentFields(f) }) },
    { name: 'ProjectAlertEdge' },
  ),
}))

builder.objectField(Institution, 'projects', (t) =>
  t.connection(
    {
      type: ConstructionProject,
      description: `The construction projects for it, by code. ${PAGE_NOTE}`,
      args: momentArgs,
      resolve: (row, args, context) => projectsOf(context, 'INSTITUTION', row.id, pageOf(args), { moment: momentOf(row, args) }),
    },
    OwnProjectConnection,
  ),
)
