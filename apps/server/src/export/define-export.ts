import type { Db } from '@yilian/database/db.ts'
import type { Permission } from '@yilian/domain/access/permission.ts'
import type { Moment } from '@yilian/domain/dated.ts'
import type { Instant, IsoDate } from '@yilian/domain/day.ts'
import type { Cell } from '@yilian/domain/file-columns.ts'
import type { Locale, Text } from '@yilian/domain/locale.ts'
import { countyName } from './county-name.ts'

import type { SheetColumn } from '../files/workbook.ts'
import { readRequest } from './export-request.ts'
import { headingOf, type Asked, type ExportReader, type ExportTable } from './export-table.ts'

/** A file about to be written: its name without ending, its head, and its rows, read as they are taken. */
export interface ExportFile {
  readonly title: string
  /** For people, in their language. */
  readonly fileName: string
  /** The same in ASCII, for programs that know no other. */
  readonly plainName: string
  /** Lines above the header: what it is, of when, as known when. */
  readonly head: readonly string[]
  readonly columns: readonly SheetColumn[]
  readonly rows: AsyncIterable<readonly Cell[]>
}

/** An export whose filter, order and rows do not matter to the one who has it. `read` throws `BadExport`. */
export interface AnyExport {
  readonly needs: Permission
  /** `onPaper`: the columns that fit on a page, unless others are asked for. */
  read(params: URLSearchParams, today: IsoDate, onPaper?: boolean): (reader: ExportReader) => Promise<ExportFile>
}

/** Makes a table fetchable under a name. */
export function defineExport<Filter, Order extends string, Row>(name: string, table: ExportTable<Filter, Order, Row>): AnyExport {
  return {
    needs: table.needs,
    read(params, today, onPaper = false) {
      const asked = readRequest(table, params, today, onPaper)
      const { locale, moment } = asked
      const columns = asked.columns.map((column) => table.columns[column]!)
      return async (reader) => {
        const whose = await nameOf(reader.db, await table.whose(reader, asked), moment, locale)
        const title = table.title[locale]
        const day = table.days === null ? today : moment.asOf
        return {
          title,
          fileName: [whose, title, day].join('_'),
          plainName: `${name}_${day}`,
          head: [`${whose} ${title}`, ...lines(table, asked, today)],
          columns: columns.map(({ width, format, ...column }) => ({ heading: headingOf(column, locale), width, format })),
          rows: rowsOf(table.pages(reader, asked), (row) => columns.map((column) => column.cell(row, locale))),
        }
      }
    },
  }
}

async function* rowsOf<Row>(pages: AsyncIterable<readonly Row[]>, cells: (row: Row) => Cell[]): AsyncGenerator<Cell[]> {
  for await (const page of pages) for (const row of page) yield cells(row)
}

async function nameOf(
  db: Db,
  whose: { readonly countyCode: string } | { readonly name: string } | null,
  moment: Moment,
  locale: Locale,
): Promise<string> {
  if (whose === null) return { zh: '全部县区', en: 'All counties' }[locale]
  return 'name' in whose ? whose.name : countyName(db, whose.countyCode, moment)
}

function lines<Filter, Order extends string, Row>(
  { days }: ExportTable<Filter, Order, Row>,
  asked: Asked<Filter, Order>,
  today: IsoDate,
): string[] {
  const { asOf, asKnownAt } = asked.moment
  const inForce: Text = { zh: `按 ${asOf} 有效`, en: `In force on ${asOf}` }
  const exported: Text = { zh: `${today} 导出`, en: `Exported on ${today}` }
  const first = days === null ? exported : days === undefined ? inForce : days(asked)
  const known = asKnownAt === null || days === null ? [] : [knownLine(asKnownAt)]
  return [first, ...known].map((line) => line[asked.locale])
}

// As the clock in China showed it: what the screen says too.
function knownLine(at: Instant): Text {
  const clock = new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
  return { zh: `截至 ${clock}（北京时间）所知`, en: `As known at ${clock} (China time)` }
}
