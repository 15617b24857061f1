import type { IsoDate } from '../day.ts'
import { issue, type Issue } from '../issue.ts'
import type { Text } from '../locale.ts'
import { exceeds, lessYuan, amountText, sumYuan, type Yuan } from '../money.ts'
import { approvedLimit, finalAccount } from './approval.ts'
import { brokenShares, lineLabel } from './funding.ts'
import { completedToDate, moneyStanding } from './money-standing.ts'
import { milestoneStanding, plannedOn } from './milestone.ts'
import { hasReached, PROJECT_STAGES } from './stage.ts'
import { reachedOn, stageOn } from './stage-timeline.ts'
import { COMPLETED, reportsThatCount, STARTED, type ProjectRecords } from './standing.ts'

/** The rules that raise alerts, as they are told to whoever asks why. */
export const ALERT_RULES = {
  LATE_STAGE: {
    label: { zh: '阶段滞后', en: 'Late stage' },
    rule: {
      zh: '计划日期已过而该阶段尚未到达（阶段不详的不计）。',
      en: 'The planned day has passed and the stage is not reached; not told where the stage is not known.',
    },
  },
  FORECAST_LAPSED: {
    label: { zh: '预计已过期', en: 'Lapsed forecast' },
    rule: { zh: '报告预计的日期已过而该阶段尚未到达。', en: 'The day a report expected has passed and the stage is not reached.' },
  },
  FUNDS_NOT_ARRIVED: {
    label: { zh: '资金未到位', en: 'Funds not arrived' },
    rule: {
      zh: '已过年度的计划资金到位不足；没有年度计划的，开工后登记为一分未到。',
      en: 'Less arrived than was planned for years that have ended; without yearly plans: works have started and nothing is recorded as arrived.',
    },
  },
  FUNDS_NOT_RECORDED: {
    label: { zh: '到位情况未登记', en: 'Arrival not recorded' },
    rule: {
      zh: '计划年度已过，没有任何到位记录，无从判断是否到位。',
      en: 'A planned year has ended and nothing is recorded, neither money nor that none arrived.',
    },
  },
  REPORT_MISSING: {
    label: { zh: '月报缺报', en: 'Report missing' },
    rule: {
      zh: '已开工未完工的项目，次月 5 日之后上月月报仍未上报。',
      en: 'Works are under way and last month is not reported after the 5th.',
    },
  },
  PAID_BEYOND_ARRIVED: {
    label: { zh: '支付超过到位', en: 'Paid beyond arrived' },
    rule: { zh: '累计支付（含垫付）超过累计到位。', en: 'More was paid, advances included, than has arrived.' },
  },
  AREA_BEYOND_APPROVED: {
    label: { zh: '面积超批复', en: 'Area beyond approved' },
    rule: { zh: '建筑面积超过最近一次批复的面积。', en: 'The building area is more than last approved.' },
  },
  INVESTMENT_BEYOND_APPROVED: {
    label: { zh: '投资超批复', en: 'Investment beyond approved' },
    rule: {
      zh: '计划资金合计、累计完成投资或决算超过最近一次批复的投资。',
      en: 'Planned funds, completed investment or the final account is more than last approved.',
    },
  },
  SHARE_BROKEN: {
    label: { zh: '分担比例不符', en: 'Share rule broken' },
    rule: {
      zh: '同组各来源的计划金额与约定的分担比例不符（精确到分）。',
      en: 'Planned amounts of a group are not their parts of its total, to the fen.',
    },
  },
} as const satisfies Record<string, { readonly label: Text; readonly rule: Text }>
export type AlertRule = keyof typeof ALERT_RULES

/** Something that a rule found. `subject` tells it from others of the rule: the stage, line or month, and what would make it another. */
export interface ProjectAlert {
  readonly rule: AlertRule
  readonly subject: string
  /** What was found, as a message; its path is empty. */
  readonly found: Issue
}

const RULES = Object.keys(ALERT_RULES)
const REPORT_DUE_DAY = 5

/** Every alert of a project on a day, in the order of the rules. */
export function projectAlerts(records: ProjectRecords, asOf: IsoDate): ProjectAlert[] {
  if (stageOn(records.stages, asOf)?.stage === 'CANCELLED') return []
  const found = [
    ...lateStages(records, asOf),
    ...fundsNotArrived(records, asOf),
    ...reportMissing(records, asOf),
    ...beyondArrived(records, asOf),
    ...beyondApproved(records, asOf),
    ...brokenShares(records.lines).map(({ group, line, planned, expected }) =>
      alert(
        'SHARE_BROKEN',
        `${line.id} ${planned}`,
        issue('', 'ALERT_SHARE_BROKEN', { group, source: lineLabel(line), planned: amountText(planned), expected: amountText(expected) }),
      ),
    ),
  ]
  return found.toSorted((a, b) => RULES.indexOf(a.rule) - RULES.indexOf(b.rule))
}

/** The order of a project's alerts in a list that is read in pages: by rule, then by subject, whatever was found since. */
export function compareAlerts(a: Pick<ProjectAlert, 'rule' | 'subject'>, b: Pick<ProjectAlert, 'rule' | 'subject'>): number {
  return RULES.indexOf(a.rule) - RULES.indexOf(b.rule) || (a.subject < b.subject ? -1 : a.subject > b.subject ? 1 : 0)
}

function alert(rule: AlertRule, subject: string, found: Issue): ProjectAlert {
  return { rule, subject, found }
}

function lateStages({ milestones, stages }: ProjectRecords, asOf: IsoDate): ProjectAlert[] {
  return milestones.flatMap((one) => {
    const { late, lapsed } = milestoneStanding(one, stages, asOf)
    const stage = PROJECT_STAGES.items[one.stage].label
    const [planned, forecast] = [plannedOn(one), one.forecastOn]
    return [
      ...(late ? [alert('LATE_STAGE', `${one.stage} ${planned}`, issue('', 'ALERT_LATE_STAGE', { stage, day: planned }))] : []),
      ...(lapsed
        ? [alert('FORECAST_LAPSED', `${one.stage} ${forecast}`, issue('', 'ALERT_FORECAST_LAPSED', { stage, day: forecast }))]
        : []),
    ]
  })
}

function fundsNotArrived({ lines, years, receipts, stages }: ProjectRecords, asOf: IsoDate): ProjectAlert[] {
  const thisYear = Number(asOf.slice(0, 4))
  const started = reachedOn(stages, STARTED, asOf).reached === true
  return lines.flatMap((line) => {
    const own = receipts.filter(({ fundingLineId, receivedOn }) => fundingLineId === line.id && receivedOn <= asOf)
    const arrived = sumYuan(own.map(({ amount }) => amount))
    const ended = years.filter(({ fundingLineId, year }) => fundingLineId === line.id && year < thisYear)
    const due: Yuan | null = ended.length > 0 ? sumYuan(ended.map(({ amount }) => amount)) : null
    const source = lineLabel(line)
    if (due !== null && exceeds(due, arrived)) {
      const until = String(Math.max(...ended.map(({ year }) => year)))
      const key = `${line.id} ${until}`
      return own.length === 0
        ? [alert('FUNDS_NOT_RECORDED', key, issue('', 'ALERT_FUNDS_NOT_RECORDED', { source, year: until, due: amountText(due) }))]
        : [
            alert(
              'FUNDS_NOT_ARRIVED',
              key,
              issue('', 'ALERT_FUNDS_DUE', { source, year: until, due: amountText(due), owed: amountText(lessYuan(due, arrived)) }),
            ),
          ]
    }
    const nothing = due === null && started && own.length > 0 && arrived === '0.00' && line.planned !== '0.00'
    return nothing ? [alert('FUNDS_NOT_ARRIVED', line.id, issue('', 'ALERT_NOTHING_ARRIVED', { source }))] : []
  })
}

function reportMissing({ stages, reports }: ProjectRecords, asOf: IsoDate): ProjectAlert[] {
  const underWay = reachedOn(stages, STARTED, asOf).reached === true && reachedOn(stages, COMPLETED, asOf).reached === false
  if (!underWay || Number(asOf.slice(8)) <= REPORT_DUE_DAY) return []
  const month = monthBefore(asOf.slice(0, 7))
  // Works that began in the month, or after it, have nothing to report of it yet.
  const since = stages.find(({ stage }) => hasReached(stage, STARTED) === true)?.validFrom
  if (since !== undefined && since.slice(0, 7) > month) return []
  if (reportsThatCount(reports).some((one) => one.month === month)) return []
  return [alert('REPORT_MISSING', month, issue('', 'ALERT_REPORT_MISSING', { month }))]
}

function beyondArrived({ lines, receipts, payments }: ProjectRecords, asOf: IsoDate): ProjectAlert[] {
  const { paid, arrived } = moneyStanding({ lines, years: [], receipts, payments, reports: [] }, asOf)
  if (paid === null || arrived === null || !exceeds(paid, arrived)) return []
  return [
    alert(
      'PAID_BEYOND_ARRIVED',
      '',
      issue('', 'ALERT_PAID_BEYOND_ARRIVED', {
        paid: amountText(paid),
        arrived: amountText(arrived),
        by: amountText(lessYuan(paid, arrived)),
      }),
    ),
  ]
}

function beyondApproved({ area, approvals, lines, reports }: ProjectRecords, asOf: IsoDate): ProjectAlert[] {
  const alerts: ProjectAlert[] = []
  const approvedArea = approvedLimit(approvals, 'area', asOf)
  if (area !== null && approvedArea?.area != null && exceeds(area, approvedArea.area))
    alerts.push(
      alert(
        'AREA_BEYOND_APPROVED',
        `${area} ${approvedArea.area}`,
        issue('', 'ALERT_AREA_BEYOND_APPROVED', { area, approved: approvedArea.area }),
      ),
    )
  const approved = approvedLimit(approvals, 'investment', asOf)?.investment
  if (approved == null) return alerts
  const planned = lines.flatMap((line) => line.planned ?? [])
  const figures = [
    { what: { zh: '计划资金合计', en: 'planned funds' }, amount: planned.length > 0 ? sumYuan(planned) : null },
    { what: { zh: '累计完成投资', en: 'completed investment' }, amount: completedToDate(reportsThatCount(reports)) },
    { what: { zh: '竣工决算', en: 'the final account' }, amount: finalAccount(approvals, asOf)?.investment ?? null },
  ]
  for (const { what, amount } of figures)
    if (amount !== null && exceeds(amount, approved))
      alerts.push(
        alert(
          'INVESTMENT_BEYOND_APPROVED',
          `${what.en} ${approved}`,
          issue('', 'ALERT_INVESTMENT_BEYOND_APPROVED', { what, amount: amountText(amount), approved: amountText(approved) }),
        ),
      )
  return alerts
}

/** The month before. */
export function monthBefore(month: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))]
  return number === 1 ? `${String(year - 1).padStart(4, '0')}-12` : `${month.slice(0, 5)}${String(number - 1).padStart(2, '0')}`
}
