import type { z } from 'zod'

import { peopleByIds } from '../person/person.queries.ts'
import { mentorshipPage, type MentorshipRow } from '../training/training.queries.ts'
import { commonColumns, COUNTY_RECORDS, named, type CountyRecord } from './county-record-export.ts'
import { textColumn, type ExportColumn, type ExportTable } from './export-table.ts'
import { allPages, distinct } from './pages.ts'
import { countColumn, whosePlaces } from './staff-export.ts'

interface Row extends CountyRecord<MentorshipRow> {
  readonly mentor: string | null
  readonly mentee: string | null
}

const PAIRS = { zh: '对', en: 'pairs' }

const COLUMNS = {
  mentor: textColumn({ zh: '导师', en: 'Mentor' }, 12, ({ mentor }) => mentor),
  mentee: textColumn({ zh: '学员', en: 'Mentee' }, 12, ({ mentee }) => mentee),
  pairs: countColumn({ zh: '结对数', en: 'Pairs' }, PAIRS, ({ own }) => own.pairs),
  content: textColumn({ zh: '内容', en: 'Content' }, 30, ({ own }) => own.content),
  since: textColumn({ zh: '起始日', en: 'First day' }, 13, ({ own }) => own.validFrom),
  ...commonColumns<MentorshipRow>(),
} satisfies Record<string, ExportColumn<Row>>

/** Mentorships in force on the day. */
export const mentorshipsExport: ExportTable<z.infer<typeof COUNTY_RECORDS>, never, Row> = {
  needs: 'staff.read',
  title: { zh: '师徒结对', en: 'Mentorships' },
  filter: COUNTY_RECORDS,
  orders: [],
  columns: COLUMNS,
  whose: whosePlaces,
  async *pages(reader, { filter, moment }) {
    for await (const page of allPages((args) => mentorshipPage(reader, filter, args, moment))) {
      const people = await peopleByIds(reader, distinct(page.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId])), moment)
      const nameOf = (id: string | null) => (id === null ? null : (people.get(id)?.name ?? null))
      yield (await named(reader, page, moment)).map((row) => ({
        ...row,
        mentor: nameOf(row.own.mentorId),
        mentee: nameOf(row.own.menteeId),
      }))
    }
  },
}
