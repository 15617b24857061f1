import type { Locale } from '@yilian/domain/locale.ts'
import type { ShownMoment } from '../shell/moment.ts'
import { writeAddress } from '../shell/address.ts'
import type { PageArguments } from './table-search.ts'

export interface ExportRequest {
  /** Name of the table at the server, e.g. `institutions`. */
  readonly name: string
  /** `xlsx`, `csv`, `docx`, or that of a document under this name. */
  readonly format: string
  /** Left out: those that fit. */
  readonly columns?: readonly string[] | undefined
  /** The filter of the list's query; undefined and null values are left out. */
  readonly filter: object
  readonly order: Pick<PageArguments<string>, 'orderBy' | 'direction'>
  readonly moment: ShownMoment
  readonly locale: Locale
  /** Why numbers stand in it in clear; left out: they are masked. */
  readonly reveal?: string | undefined
}

/** Where the file with exactly what the table shows (all pages of it) is fetched from. */
export function exportHref({ name, format, columns, filter, order, moment, locale, reveal }: ExportRequest): string {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined && value !== null)
  return `/files/export/${name}.${format}${writeAddress({
    columns: columns?.join(','),
    filter: given.length === 0 ? undefined : JSON.stringify(Object.fromEntries(given)),
    orderBy: order.orderBy,
    direction: order.direction,
    asOf: moment.asOf,
    asKnownAt: moment.asKnownAt,
    locale,
    reveal,
  })}`
}
