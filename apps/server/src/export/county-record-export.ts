import { z } from 'zod'

import type { Moment } from '@yilian/domain/dated.ts'
import type { Locale, Text } from '@yilian/domain/locale.ts'

import type { Reader } from '../access/reader.ts'
import { regionsByCodes } from '../region/region.queries.ts'
import { listed, textColumn } from './export-table.ts'
import { countyFilter, idFilter } from './filters.ts'
import { distinct } from './pages.ts'
import { institutionNames } from './staff-export.ts'

// What the exports of a county's records (cohorts, drives, mentorships) have in common.

export const COUNTY_RECORDS = z.strictObject({ countyCode: countyFilter, institutionId: idFilter })

/** What every such record says beside its own. */
interface Own {
  readonly regionCode: string
  readonly institutionIds: readonly string[]
  readonly source: string | null
}
export interface CountyRecord<R extends Own> {
  readonly own: R
  readonly region: string | null
  readonly institutions: readonly string[]
}

/** A page of them with the names of region and institutions that are seen. Two statements. */
export async function named<R extends Own>(reader: Reader, page: readonly R[], moment: Moment): Promise<CountyRecord<R>[]> {
  const regions = await regionsByCodes(reader.db, distinct(page.map(({ regionCode }) => regionCode)), moment)
  const nameOf = await institutionNames(
    reader,
    page.flatMap(({ institutionIds }) => institutionIds),
    moment,
  )
  return page.map((own) => ({
    own,
    region: regions.get(own.regionCode)?.name ?? null,
    institutions: own.institutionIds.flatMap((id) => nameOf(id) ?? []),
  }))
}

/** The columns that all of them end with. */
export function commonColumns<R extends Own>() {
  return {
    institutions: textColumn<CountyRecord<R>>({ zh: '相关机构', en: 'Institutions' }, 30, ({ institutions }, locale) =>
      institutions.length === 0 ? null : listed(institutions, locale),
    ),
    region: textColumn<CountyRecord<R>>({ zh: '行政区划', en: 'Region' }, 16, ({ region }) => region),
    source: textColumn<CountyRecord<R>>({ zh: '来源', en: 'Source' }, 24, ({ own }) => own.source),
  }
}

const TARGET: Text = { zh: '目标', en: 'Target' }
const TRUE: Text = { zh: '实际', en: 'Actual' }

/** Whether it is to be reached, or was. */
export function targetText(target: boolean, locale: Locale): string {
  return (target ? TARGET : TRUE)[locale]
}
