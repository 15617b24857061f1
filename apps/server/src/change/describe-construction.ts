import type { FactRow } from '@yilian/database/dated.ts'
import { CONSTRUCTION_FACTS } from '@yilian/database/construction-facts.ts'
import type { FactKind } from '@yilian/database/facts.ts'
import { ALERT_RULES } from '@yilian/domain/construction/alert.ts'
import { FUNDING_SOURCES } from '@yilian/domain/construction/funding-source.ts'
import { PROJECT_KINDS } from '@yilian/domain/construction/project-kind.ts'
import { PROJECT_STAGES } from '@yilian/domain/construction/stage.ts'
import { PROGRESS_REPORT_STATES, PROJECT_PARTY_ROLES, SUSPENSION_CAUSES } from '@yilian/domain/construction/terms.ts'
import type { Locale, Text } from '@yilian/domain/locale.ts'
import { amountText } from '@yilian/domain/money.ts'

import { labelIn, nameOf, same, text, type Names } from './words.ts'

export type ConstructionFact = keyof typeof CONSTRUCTION_FACTS

export function isConstructionFact(fact: FactKind): fact is ConstructionFact {
  return Object.hasOwn(CONSTRUCTION_FACTS, fact)
}

const stageOf = (code: unknown): Text => (code == null ? { zh: '阶段不详', en: 'stage not known' } : labelIn(PROJECT_STAGES.items, code))
const sourceOf = (row: FactRow, names: Names): Text => labelIn(FUNDING_SOURCES.items, nameOf(row['fundingLineId'], names))

/** Whose or what fact of construction it is. */
export function projectFactSubject(fact: ConstructionFact, row: FactRow, names: Names): Text {
  const project = nameOf(row['projectId'], names)
  const of = (what: Text) => text((locale) => `${project} · ${what[locale]}`)
  switch (fact) {
    case 'CONSTRUCTION_PROJECT':
      return same(joined([row['name'], row['caption']]))
    case 'PROJECT_STAGE':
      return of({ zh: '阶段', en: 'stage' })
    case 'PROJECT_SUSPENSION':
      return of({ zh: '停工', en: 'suspension' })
    case 'PROJECT_MILESTONE':
    case 'PROJECT_APPROVAL':
      return of(stageOf(row['stage']))
    case 'FUNDING_LINE': {
      const source = labelIn(FUNDING_SOURCES.items, row['fundingSource'])
      return of(row['name'] == null ? source : text((locale) => `${source[locale]} ${String(row['name'])}`))
    }
    case 'FUNDING_YEAR': {
      const source = sourceOf(row, names)
      return of(text((locale) => `${source[locale]} ${String(row['year'])}`))
    }
    case 'FUND_RECEIPT': {
      const source = sourceOf(row, names)
      return of({ zh: `${source.zh}到位`, en: `received from ${source.en}` })
    }
    case 'PROJECT_PAYMENT':
      return of({ zh: '支付', en: 'payment' })
    case 'PROJECT_CONTRACT':
      return of(labelIn(PROJECT_PARTY_ROLES, row['role']))
    case 'PROGRESS_REPORT':
      return of({ zh: `${String(row['month'])} 月报`, en: `report of ${String(row['month'])}` })
    case 'REPORT_PHOTO':
      return of({ zh: `${String(row['month'])} 月报照片`, en: `photo of the report of ${String(row['month'])}` })
    case 'PROJECT_PROBLEM':
      return of({ zh: '问题', en: 'problem' })
    case 'ALERT_ACKNOWLEDGEMENT':
      return of(labelIn(ALERT_RULES, row['rule']))
  }
}

/** What a row of construction says; of facts with many attributes, what differs among the rows at hand. */
export function projectFactLabel(fact: ConstructionFact, row: FactRow, names: Names, varying: ReadonlySet<string>): Text {
  switch (fact) {
    case 'CONSTRUCTION_PROJECT': {
      const kind = labelIn(PROJECT_KINDS.items, row['kind'])
      const fields = Object.entries(PROJECT_FIELDS).filter(([column]) => varying.has(column))
      return text((locale) =>
        joined([
          String(row['name']),
          kind[locale],
          ...fields.map(([column, label]) => `${label[locale]} ${valueText(row[column], names)}`),
        ]),
      )
    }
    case 'PROJECT_STAGE': {
      const done = row['unitsDone'] == null ? null : { zh: `完成 ${String(row['unitsDone'])} 个`, en: `${String(row['unitsDone'])} done` }
      return text((locale) => joined([stageOf(row['stage'])[locale], row['wording'], done?.[locale], row['reason']]))
    }
    case 'PROJECT_SUSPENSION':
      return text((locale) =>
        joined([labelIn(SUSPENSION_CAUSES, row['cause'])[locale], row['responsibleParty'], row['detail'], unknownEnds(row)?.[locale]]),
      )
    case 'PROJECT_MILESTONE':
      return text((locale) =>
        joined([
          ...MILESTONE_DAYS.flatMap(([column, label]) => (row[column] == null ? [] : [`${label[locale]} ${String(row[column])}`])),
          row['wording'],
          row['reason'],
        ]),
      )
    case 'PROJECT_APPROVAL':
      return text((locale) =>
        joined([row['number'], row['authority'], row['approvedOn'], money(row['investment'], locale), area(row['area'])]),
      )
    case 'FUNDING_LINE': {
      const share = row['shareGroup'] == null ? null : `${String(row['shareGroup'])} ${String(row['sharePart'])}`
      return text((locale) => joined([money(row['planned'], locale) ?? (locale === 'zh' ? '金额未报告' : 'amount not reported'), share]))
    }
    case 'FUNDING_YEAR':
      return text((locale) => money(row['amount'], locale) ?? '—')
    case 'FUND_RECEIPT':
      return text((locale) => joined([row['receivedOn'], money(row['amount'], locale)]))
    case 'PROJECT_PAYMENT': {
      const advance = row['advance'] === true ? { zh: '垫付', en: 'advance' } : null
      return text((locale) => joined([row['paidOn'], money(row['amount'], locale), advance?.[locale], row['payee'], row['purpose']]))
    }
    case 'PROJECT_CONTRACT': {
      const changes = [row['changes']].flat().filter((one) => one != null).length
      const changed = changes === 0 ? null : { zh: `变更 ${changes} 次`, en: `${changes} changes` }
      return text((locale) => joined([row['party'], row['number'], money(row['amount'], locale), changed?.[locale]]))
    }
    case 'PROGRESS_REPORT': {
      const state = labelIn(PROGRESS_REPORT_STATES, row['state'])
      return text((locale) => joined([state[locale], row['wording'], money(row['investmentToDate'], locale), row['returnReason']]))
    }
    case 'REPORT_PHOTO':
      return same(joined([row['name'], row['caption']]))
    case 'PROJECT_PROBLEM':
      return same(joined([row['text'], row['responsible'], row['dueOn'], row['resolvedOn'], row['resolution']]))
    case 'ALERT_ACKNOWLEDGEMENT':
      return same(String(row['reason']))
  }
}

/** What a project's record is told to differ in. */
const PROJECT_FIELDS = {
  nationalCode: { zh: '项目代码', en: 'project code' },
  institutionIds: { zh: '机构', en: 'institutions' },
  regionCode: { zh: '地点', en: 'place' },
  parentId: { zh: '上级项目', en: 'part of' },
  owner: { zh: '建设单位', en: 'owner' },
  description: { zh: '建设内容', en: 'scope' },
  unitCount: { zh: '个数', en: 'units' },
  area: { zh: '面积', en: 'area' },
  beds: { zh: '床位', en: 'beds' },
  sets: { zh: '台套', en: 'sets' },
} as const satisfies Record<string, Text>

const MILESTONE_DAYS: readonly (readonly [string, Text])[] = [
  ['baselineOn', { zh: '计划', en: 'planned' }],
  ['replannedOn', { zh: '调整为', en: 're-planned' }],
  ['forecastOn', { zh: '预计', en: 'forecast' }],
]

function unknownEnds(row: FactRow): Text | null {
  if (row['startKnown'] === false) return { zh: '停工日不详', en: 'day of the stop not known' }
  return row['endKnown'] === false ? { zh: '复工日不详', en: 'day of the resumption not known' } : null
}

function money(yuan: unknown, locale: Locale): string | null {
  return typeof yuan === 'string' ? amountText(yuan)[locale] : null
}

function area(value: unknown): string | null {
  return typeof value === 'string' ? `${value} ㎡` : null
}

function valueText(value: unknown, names: Names): string {
  const all = [value].flat().filter((one) => one != null)
  return all.length === 0 ? '—' : all.map((one) => names.get(String(one)) ?? String(one)).join('、')
}

function joined(parts: readonly unknown[]): string {
  return parts.filter((part) => part != null && part !== '').join(' · ')
}
