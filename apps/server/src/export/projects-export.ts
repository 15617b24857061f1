import { z } from 'zod'

import { codeLabel } from '@yilian/domain/code-list.ts'
import { CODE_LISTS } from '@yilian/domain/code-lists/code-lists.ts'
import { ALERT_RULES, type AlertRule } from '@yilian/domain/construction/alert.ts'
import { approvedLimit } from '@yilian/domain/construction/approval.ts'
import { moneyStanding, type MoneyStanding } from '@yilian/domain/construction/money-standing.ts'
import { plannedDay } from '@yilian/domain/construction/milestone.ts'
import type { ProjectContract } from '@yilian/domain/construction/contract.ts'
import type { ProjectProblem } from '@yilian/domain/construction/problem.ts'
import { lateDays, type ScheduleClock } from '@yilian/domain/construction/schedule-clock.ts'
import { reachedOn, stageOn } from '@yilian/domain/construction/stage-timeline.ts'
import { clockOf, COMPLETED, reportsThatCount, STARTED } from '@yilian/domain/construction/standing.ts'
import type { Moment } from '@yilian/domain/dated.ts'
import { isMonth } from '@yilian/domain/day.ts'
import type { Locale, Text } from '@yilian/domain/locale.ts'
import { wanOf, type Yuan } from '@yilian/domain/money.ts'
import { covers } from '@yilian/domain/period.ts'

import type { Reader } from '../access/reader.ts'
import { JUDGED_AT_MOST, TooManyToJudge, withAlertsJudged, type AlertingFilter } from '../construction-project/alerting.queries.ts'
import { projectPage, type ConstructionProjectRow, type ProjectFilter } from '../construction-project/construction-project.queries.ts'
import { factsOfProjects } from '../construction-project/project-facts.ts'
import { recordsOfProjects, type RecordsOfProject } from '../construction-project/project-sections.ts'
import { institutionsByIds } from '../institution/institution.queries.ts'
import { regionsByCodes } from '../region/region.queries.ts'
import { BadExport } from './export-request.ts'
import { listed, textColumn, type ExportColumn, type ExportTable } from './export-table.ts'
import { codesFilter, countyFilter, idFilter, textFilter } from './filters.ts'
import { allPages, distinct } from './pages.ts'

const FILTER = z.strictObject({
  countyCode: countyFilter,
  regionCode: z
    .string()
    .regex(/^\d{12}$/)
    .nullish(),
  search: textFilter,
  institutionId: idFilter,
  allianceId: idFilter,
  kinds: codesFilter(CODE_LISTS.projectKind),
  stages: codesFilter(CODE_LISTS.projectStage),
  phases: codesFilter(CODE_LISTS.projectPhase),
  stageKnown: z.boolean().nullish(),
  suspended: z.boolean().nullish(),
  fundingSources: codesFilter(CODE_LISTS.fundingSource),
  year: z.int().min(1).max(9999).nullish(),
  changedIn: z.string().refine(isMonth).nullish(),
  parentId: idFilter,
  whole: z.boolean().nullish(),
  alerts: z.array(z.enum(Object.keys(ALERT_RULES) as AlertRule[])).nullish(),
})
const ORDERS = ['CODE', 'NAME', 'STAGE', 'PLANNED', 'ARRIVED', 'PAID', 'COMPLETED', 'REPORTED'] as const

interface Row {
  readonly own: ConstructionProjectRow
  readonly records: RecordsOfProject
  readonly money: MoneyStanding
  readonly clock: ScheduleClock | null
  readonly institutions: readonly string[]
  readonly region: string | undefined
  readonly problems: readonly ProjectProblem[]
  readonly contracts: readonly ProjectContract[]
}

const asOf = ({ own }: Row) => own.moment.asOf
const stageOf = (row: Row) => stageOn(row.records.stages, asOf(row))
const latestReport = (row: Row) => reportsThatCount(row.records.reports).findLast(({ month }) => month <= asOf(row).slice(0, 7))
const partyColumn = (role: ProjectContract['role'], label: Text): ExportColumn<Row> =>
  textColumn(label, 26, ({ contracts }, locale) =>
    listed(
      contracts.filter((one) => one.role === role).map(({ party }) => party),
      locale,
    ),
  )

/** 万元, as tables that are handed in have it; exact, since six decimals are a fen. */
const wanColumn = (label: Text, amount: (row: Row) => Yuan | null): ExportColumn<Row> => ({
  label,
  unit: { zh: '万元', en: 'CNY 10,000' },
  width: 14,
  format: 'DECIMAL',
  cell: (row) => {
    const yuan = amount(row)
    return yuan === null ? null : Number(wanOf(yuan))
  },
})
const countColumn = (label: Text, unit: Text, cell: (row: Row) => number | null | undefined): ExportColumn<Row> => ({
  label,
  unit,
  width: 10,
  format: 'COUNT',
  cell: (row) => cell(row) ?? null,
})
const DAYS: Text = { zh: '天', en: 'days' }

const COLUMNS = {
  code: textColumn({ zh: '项目编码', en: 'Code' }, 16, ({ own }) => own.code),
  name: textColumn({ zh: '项目名称', en: 'Project' }, 34, ({ own }) => own.name),
  nationalCode: textColumn({ zh: '项目代码', en: 'National code' }, 26, ({ own }) => own.nationalCode),
  kind: textColumn({ zh: '建设性质', en: 'Kind' }, 12, ({ own }, locale) => codeLabel(CODE_LISTS.projectKind, own.kind, locale)),
  institutions: textColumn({ zh: '机构', en: 'Institutions' }, 30, ({ institutions }, locale) => listed(institutions, locale)),
  region: textColumn({ zh: '建设地点', en: 'Place' }, 16, ({ region }) => region),
  owner: textColumn({ zh: '建设单位', en: 'Owner' }, 26, ({ own }) => own.owner),
  contractor: partyColumn('CONTRACTOR', { zh: '施工单位', en: 'Contractor' }),
  supervision: partyColumn('SUPERVISION', { zh: '监理单位', en: 'Supervisor' }),
  description: textColumn({ zh: '建设规模及内容', en: 'Scale and content' }, 36, ({ own }) => own.description),
  area: {
    label: { zh: '建筑面积', en: 'Building area' },
    unit: { zh: '平方米', en: 'm²' },
    width: 14,
    format: 'DECIMAL',
    cell: ({ own }) => (own.area === null ? null : Number(own.area)),
  },
  beds: countColumn({ zh: '床位', en: 'Beds' }, { zh: '张', en: 'beds' }, ({ own }) => own.beds),
  units: countColumn({ zh: '个数', en: 'Units' }, { zh: '个', en: 'units' }, ({ own }) => own.unitCount),
  unitsDone: countColumn({ zh: '完成个数', en: 'Units done' }, { zh: '个', en: 'units' }, (row) => stageOf(row)?.unitsDone),
  approved: wanColumn(
    { zh: '批复投资', en: 'Approved investment' },
    (row) => approvedLimit(row.records.approvals, 'investment', asOf(row))?.investment ?? null,
  ),
  planned: wanColumn({ zh: '计划资金', en: 'Planned funds' }, ({ money }) => money.planned),
  arrived: wanColumn({ zh: '到位资金', en: 'Funds arrived' }, ({ money }) => money.arrived),
  paid: wanColumn({ zh: '支付资金', en: 'Funds paid' }, ({ money }) => money.paid),
  completed: wanColumn({ zh: '累计完成投资', en: 'Completed investment' }, ({ money }) => money.completed),
  owed: wanColumn({ zh: '未到位资金', en: 'Funds outstanding' }, ({ money }) => money.owed),
  stage: textColumn({ zh: '项目阶段', en: 'Stage' }, 14, (row, locale) => {
    const stage = stageOf(row)?.stage
    return stage == null ? null : codeLabel(CODE_LISTS.projectStage, stage, locale)
  }),
  progress: textColumn({ zh: '形象进度', en: 'Physical progress' }, 36, (row) => stageOf(row)?.wording ?? latestReport(row)?.wording),
  suspended: textColumn({ zh: '停工', en: 'Suspended' }, 14, (row, locale) => {
    const stop = row.records.suspensions.find((one) => covers(one, asOf(row)))
    if (!stop) return null
    return stop.startKnown ? stop.validFrom : { zh: '停工日不详', en: 'since an unknown day' }[locale]
  }),
  plannedStart: textColumn({ zh: '计划开工', en: 'Planned start' }, 13, ({ records }) => plannedDay(records.milestones, STARTED)),
  started: textColumn({ zh: '实际开工', en: 'Started' }, 13, (row) => reachedOn(row.records.stages, STARTED, asOf(row)).on),
  plannedCompletion: textColumn({ zh: '计划竣工', en: 'Planned completion' }, 13, ({ records }) =>
    plannedDay(records.milestones, COMPLETED),
  ),
  completion: textColumn({ zh: '实际或预计竣工', en: 'Completed or expected' }, 16, ({ clock }) => clock?.completion),
  lateSuspended: countColumn({ zh: '因停工延误', en: 'Late by suspension' }, DAYS, ({ clock }) => clock && lateDays(clock).suspended),
  lateSlipped: countColumn({ zh: '其他延误', en: 'Late otherwise' }, DAYS, ({ clock }) => clock && lateDays(clock).slipped),
  problems: textColumn({ zh: '存在问题', en: 'Problems' }, 36, ({ problems }) => problems.map(({ text }) => text).join('；') || null),
  nextSteps: textColumn({ zh: '下步措施', en: 'Next steps' }, 36, (row) => latestReport(row)?.nextSteps),
  source: textColumn({ zh: '来源', en: 'Source' }, 18, ({ own }) => own.source),
} satisfies Record<string, ExportColumn<Row>>

/** 项目进度表: the list of projects as bureaus hand it in, money in 万元. What is not reported is an empty cell. */
export const projectsExport: ExportTable<z.infer<typeof FILTER>, (typeof ORDERS)[number], Row> = {
  needs: 'construction.read',
  title: { zh: '建设项目进度表', en: 'Progress of construction projects' },
  filter: FILTER,
  orders: ORDERS,
  columns: COLUMNS,
  onPaper: [
    'name',
    'kind',
    'contractor',
    'approved',
    'planned',
    'arrived',
    'paid',
    'completed',
    'stage',
    'progress',
    'suspended',
    'problems',
    'nextSteps',
  ],
  days: ({ moment }) => ({ zh: `截至 ${moment.asOf}`, en: `As of ${moment.asOf}` }),
  whose: async (_, { filter: { countyCode } }) => (countyCode ? { countyCode } : null),
  async *pages(reader, { filter, orderBy, descending, moment, locale }) {
    const judged = await judgedFilter(reader, filter, moment, locale)
    const read = (args: Parameters<typeof projectPage>[4]) => projectPage(reader, judged, orderBy ?? 'CODE', descending, args, moment)
    for await (const page of allPages(read, 100)) yield rowsOf(reader, page, moment)
  },
}

const TOO_MANY_TO_JUDGE = {
  zh: `符合其他条件的项目超过 ${JUDGED_AT_MOST} 个，不能按提醒筛选导出。请缩小范围。`,
  en: `More than ${JUDGED_AT_MOST} projects pass the other conditions, too many to be judged by alerts. Narrow the list.`,
}

/** The filter with its alerts judged. Throws `BadExport` where too many projects would be. */
export async function judgedFilter(reader: Reader, filter: AlertingFilter, moment: Moment, locale: Locale): Promise<ProjectFilter> {
  try {
    return await withAlertsJudged(reader, filter, moment)
  } catch (error) {
    throw error instanceof TooManyToJudge ? new BadExport(TOO_MANY_TO_JUDGE[locale]) : error
  }
}

async function rowsOf(reader: Reader, page: readonly ConstructionProjectRow[], moment: Moment): Promise<Row[]> {
  const ids = page.map(({ id }) => id)
  const institutions = await institutionsByIds(reader, distinct(page.flatMap(({ institutionIds }) => institutionIds)), moment)
  const regions = await regionsByCodes(reader.db, distinct(page.map(({ regionCode }) => regionCode)), moment)
  const problems = await factsOfProjects(reader, 'PROJECT_PROBLEM', ids, moment)
  const contracts = await factsOfProjects(reader, 'PROJECT_CONTRACT', ids, moment)
  const records = await recordsOfProjects(reader, page, moment)
  return page.map((own) => {
    const of = records.get(own.id)!
    const read = clockOf(of, moment.asOf)
    return {
      own,
      records: of,
      money: moneyStanding({ ...of, reports: reportsThatCount(of.reports) }, moment.asOf),
      clock: 'clock' in read ? read.clock : null,
      institutions: own.institutionIds.flatMap((id) => institutions.get(id)?.name ?? []),
      region: regions.get(own.regionCode)?.name,
      problems: (problems.get(own.id) ?? []).filter(({ resolvedOn }) => resolvedOn === null || resolvedOn > moment.asOf),
      contracts: contracts.get(own.id) ?? [],
    }
  })
}
