import { z } from 'zod'

import type { Moment } from '@yilian/domain/dated.ts'
import type { Text } from '@yilian/domain/locale.ts'

import { alliancesByIds } from '../alliance/alliance.queries.ts'
import type { Reader } from '../access/reader.ts'
import { institutionsByIds, institutionsNamed } from '../institution/institution.queries.ts'
import type { StaffPlaceFilter } from '../staff-list/staff-place.queries.ts'
import { textColumn, type ExportColumn } from './export-table.ts'
import { countyFilter, idFilter } from './filters.ts'
import { distinct } from './pages.ts'

// What the exports of staff have in common.

/** Which institutions, as every filter of staff has them. */
export const PLACES = {
  countyCode: countyFilter,
  regionCode: z
    .string()
    .regex(/^\d{12}$/)
    .nullish(),
  allianceId: idFilter,
  institutionId: idFilter,
}

/** Days that a list looks ahead. */
export const daysFilter = z.int().min(0).max(3660).nullish()

/** Whose list it is: the institution, alliance or county of the filter. */
export async function whosePlaces(
  reader: Reader,
  { filter: { institutionId, allianceId, countyCode }, moment }: { readonly filter: StaffPlaceFilter; readonly moment: Moment },
): Promise<{ readonly name: string } | { readonly countyCode: string } | null> {
  const one = institutionId
    ? (await institutionsByIds(reader, [institutionId], moment)).get(institutionId)
    : allianceId
      ? (await alliancesByIds(reader, [allianceId], moment)).get(allianceId)
      : undefined
  return one ? { name: one.name } : countyCode ? { countyCode } : null
}

/** The names of institutions on the day, by id; of those that are seen. */
export async function institutionNames(
  reader: Reader,
  ids: readonly (string | null)[],
  moment: Moment,
): Promise<(id: string | null) => string | null> {
  const found = await institutionsNamed(reader, distinct(ids), moment)
  return (id) => (id === null ? null : (found.get(id)?.name ?? null))
}

export const OUTSIDE: Text = { zh: '登记机构以外', en: 'Outside the register' }

/** A column of whole numbers. */
export function countColumn<Row>(label: Text, unit: Text, cell: (row: Row) => number | null): ExportColumn<Row> {
  return { label, unit, width: 14, format: 'COUNT', cell: (row) => cell(row) }
}

/** A column of full-time equivalents. */
export function equivalentsColumn<Row>(label: Text, cell: (row: Row) => string): ExportColumn<Row> {
  return { label, unit: PEOPLE, width: 16, format: 'DECIMAL', cell: (row) => Number(cell(row)) }
}

export const PEOPLE: Text = { zh: '人', en: 'people' }
export const DAYS: Text = { zh: '天', en: 'days' }

/** The column of a person's name. */
export function personColumn<Row>(cell: (row: Row) => string | null): ExportColumn<Row> {
  return textColumn({ zh: '姓名', en: 'Name' }, 12, cell)
}
