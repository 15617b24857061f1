import { parseInstant, isIsoDate, type Instant, type IsoDate } from '@yilian/domain/day.ts'
import { LOCALES, type Locale, type Text } from '@yilian/domain/locale.ts'

import type { Asked, ExportTable } from './export-table.ts'

/** A parameter is wrong. The message is one line in the language asked for. */
export class BadExport extends Error {
  override readonly name = 'BadExport'
}

/** Why numbers are to stand in the file in clear: a parameter of tables that have some. */
export const REVEAL = 'reveal'
const REASON_CHARACTERS = 500

const PARAMETERS = ['filter', 'columns', 'orderBy', 'direction', 'asOf', 'asKnownAt', 'locale']

/** The language of an address; Chinese unless it says otherwise. Throws `BadExport`. */
export function readLocale(params: URLSearchParams): Locale {
  const given = params.get('locale') ?? 'zh'
  const locale = LOCALES.find((one) => one === given)
  if (!locale) throw new BadExport(`参数 locale 只能是 zh 或 en。The parameter locale is zh or en.`)
  return locale
}

/** What an address asks of a table. Throws `BadExport` for the first thing that is wrong with it. */
export function readRequest<Filter, Order extends string, Row>(
  table: ExportTable<Filter, Order, Row>,
  params: URLSearchParams,
  today: IsoDate,
  /** For paper: without `columns`, those that the table has for it. */
  onPaper = false,
): Asked<Filter, Order> {
  const locale = readLocale(params)
  const refuse = (text: Text): never => {
    throw new BadExport(text[locale])
  }
  for (const name of new Set(params.keys())) {
    if (!PARAMETERS.includes(name) && !(name === REVEAL && table.personal))
      refuse({ zh: `没有名为 ${name} 的参数。`, en: `There is no parameter ${name}.` })
    if (params.getAll(name).length > 1) refuse({ zh: `参数 ${name} 只能有一个。`, en: `The parameter ${name} may stand once only.` })
  }
  const among = <One extends string>(name: string, given: string, allowed: readonly One[]): One => {
    const found = allowed.find((one) => one === given)
    const choice = allowed.join(', ')
    return (
      found ??
      refuse(
        allowed.length === 0
          ? { zh: `此表不能用 ${name} 指定顺序。`, en: `This table has an order of its own; leave out ${name}.` }
          : { zh: `参数 ${name} 的值 ${given} 无效，可用：${choice}。`, en: `${given} is not a value of ${name}; it may be: ${choice}.` },
      )
    )
  }
  const reason = params.get(REVEAL)?.trim()
  if (reason !== undefined && (reason === '' || reason.length > REASON_CHARACTERS))
    refuse({
      zh: `参数 reveal 须写明查看全文的原因，不超过 ${REASON_CHARACTERS} 字。`,
      en: `The parameter reveal says why numbers are shown in full, in at most ${REASON_CHARACTERS} characters.`,
    })
  const columns = params.get('columns')?.split(',') ?? [
    ...((onPaper ? table.onPaper : undefined) ?? table.usual ?? Object.keys(table.columns)),
  ]
  for (const column of columns) among('columns', column, Object.keys(table.columns))
  if (new Set(columns).size < columns.length)
    refuse({ zh: '参数 columns 中有重复的列。', en: 'The parameter columns names a column twice.' })
  const orderBy = params.get('orderBy')
  const direction = among('direction', params.get('direction') ?? 'ASC', ['ASC', 'DESC'])
  return {
    filter: readFilter(table, params.get('filter'), refuse),
    orderBy: orderBy === null ? null : among('orderBy', orderBy, table.orders),
    descending: direction === 'DESC',
    moment: { asOf: readDay(params.get('asOf'), refuse) ?? today, asKnownAt: readInstant(params.get('asKnownAt'), refuse) },
    locale,
    columns,
  }
}

type Refuse = (text: Text) => never

function readFilter<Filter>(
  table: { readonly filter: ExportTable<Filter, string, never>['filter'] },
  given: string | null,
  refuse: Refuse,
): Filter {
  const result = table.filter.safeParse(given === null ? {} : readJson(given, refuse))
  if (result.success) return result.data
  const { path = [], code, ...issue } = result.error.issues[0] ?? {}
  const keys = code === 'unrecognized_keys' && 'keys' in issue && Array.isArray(issue.keys) ? issue.keys : []
  const where = ['filter', ...path, ...keys.slice(0, 1)].map(String).join('.')
  return refuse({ zh: `筛选条件 ${where} 无效。`, en: `The condition ${where} is not valid.` })
}

function readJson(text: string, refuse: Refuse): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return refuse({ zh: '参数 filter 不是有效的 JSON。', en: 'The parameter filter is not JSON.' })
  }
}

function readDay(given: string | null, refuse: Refuse): IsoDate | null {
  if (given === null || isIsoDate(given)) return given
  return refuse({ zh: `${given} 不是日期，日期写作 2020-07-31。`, en: `${given} is not a day; a day is written 2020-07-31.` })
}

function readInstant(given: string | null, refuse: Refuse): Instant | null {
  const found = given === null ? null : parseInstant(given)
  if (given === null || found !== null) return found
  return refuse({
    zh: `${given} 不是时刻，时刻写作 2020-07-31T08:00:00Z。`,
    en: `${given} is not an instant; an instant is written 2020-07-31T08:00:00Z.`,
  })
}
