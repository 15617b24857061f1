import { z } from 'zod'

import { institutionNames, countColumn, PEOPLE, PLACES, whosePlaces } from './staff-export.ts'
import { regionsByCodes } from '../region/region.queries.ts'
import { villagesWithoutDoctorPage, type VillageWithoutDoctorRow } from '../staff-list/villages-without-doctor.queries.ts'
import { textColumn, type ExportColumn, type ExportTable } from './export-table.ts'
import { allPages, distinct } from './pages.ts'

const FILTER = z.strictObject(PLACES)

interface Row {
  readonly own: VillageWithoutDoctorRow
  readonly name: string | null
  readonly region: string | null
}

const COLUMNS = {
  region: textColumn({ zh: '所在地', en: 'Place' }, 20, ({ region }) => region),
  clinic: textColumn({ zh: '村卫生室', en: 'Village clinic' }, 30, ({ name }) => name),
  units: countColumn({ zh: '个数', en: 'Clinics' }, { zh: '个', en: 'clinics' }, ({ own }) => own.unitCount),
  staff: countColumn({ zh: '在岗人员', en: 'People at work' }, PEOPLE, ({ own }) => own.staff),
  unlicensed: countColumn({ zh: '无有效执业证书的医生', en: 'Doctors without a licence' }, PEOPLE, ({ own }) => own.unlicensed),
} satisfies Record<string, ExportColumn<Row>>

/** Village clinics without a qualified doctor. */
export const villagesWithoutDoctorExport: ExportTable<z.infer<typeof FILTER>, never, Row> = {
  needs: 'staff.read',
  title: { zh: '无合格医生的村卫生室', en: 'Village clinics without a qualified doctor' },
  filter: FILTER,
  orders: [],
  columns: COLUMNS,
  whose: whosePlaces,
  async *pages(reader, { filter, moment }) {
    for await (const page of allPages((args) => villagesWithoutDoctorPage(reader, filter, args, moment))) {
      const nameOf = await institutionNames(
        reader,
        page.map(({ id }) => id),
        moment,
      )
      const regions = await regionsByCodes(reader.db, distinct(page.map(({ regionCode }) => regionCode)), moment)
      yield page.map((own) => ({ own, name: nameOf(own.id), region: regions.get(own.regionCode ?? '')?.name ?? null }))
    }
  },
}
