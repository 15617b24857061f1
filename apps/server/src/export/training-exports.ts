import { z } from 'zod'

import { codeLabel } from '@yilian/domain/code-list.ts'
import { CODE_LISTS } from '@yilian/domain/code-lists/code-lists.ts'
import type { Moment } from '@yilian/domain/dated.ts'
import type { Text } from '@yilian/domain/locale.ts'
import { reportedPeriodText } from '@yilian/domain/reported-period.ts'

import type { Reader } from '../access/reader.ts'
import { peopleByIds } from '../person/person.queries.ts'
import { regionsByCodes } from '../region/region.queries.ts'
import {
  countyPage,
  mentorshipPage,
  type CohortRow,
  type DriveRow,
  type MentorshipRow,
  type StaffCountRow,
} from '../training/training.queries.ts'
import { listed, textColumn, type ExportColumn, type ExportTable } from './export-table.ts'
import { countyFilter, idFilter } from './filters.ts'
import { allPages, distinct } from './pages.ts'
import { countColumn, institutionNames, PEOPLE, whosePlaces } from './staff-export.ts'

// Cohorts, recruitment, mentorships and counts that name nobody: each as its list shows it.

const FILTER = z.strictObject({ countyCode: countyFilter, institutionId: idFilter })
type Filter = z.infer<typeof FILTER>

/** What all of them say of a row besides its own. */
interface Recorded<R> {
  readonly own: R
  readonly region: string | null
  readonly institutions: readonly string[]
}
interface OfRegion {
  readonly regionCode: string
  readonly institutionIds: readonly string[]
}

const reported = (written: string | null) => (written === null ? null : reportedPeriodText(written))
const POSTS: Text = { zh: '个', en: 'posts' }
const YEARS: Text = { zh: '年', en: 'years' }
const POOL: Text = { zh: '岗位池竞聘', en: 'Post pool' }
const TARGET: Text = { zh: '目标', en: 'Target' }

function placeColumns<R extends { readonly source: string | null; readonly sourceNote: string | null }>() {
  return {
    institutions: textColumn<Recorded<R>>({ zh: '涉及机构', en: 'Institutions concerned' }, 28, ({ institutions }, locale) =>
      listed(institutions, locale),
    ),
    region: textColumn<Recorded<R>>({ zh: '区划', en: 'Region' }, 14, ({ region }) => region),
    source: textColumn<Recorded<R>>({ zh: '来源', en: 'Source' }, 24, ({ own }, locale) =>
      listed(
        [own.source, own.sourceNote].filter((one) => one !== null),
        locale,
      ),
    ),
  }
}

function targetColumn<R extends { readonly target: boolean }>(): ExportColumn<Recorded<R>> {
  return textColumn(TARGET, 8, ({ own }, locale) => (own.target ? TARGET[locale] : null))
}

async function withPlaces<R extends OfRegion>(reader: Reader, page: readonly R[], moment: Moment): Promise<Recorded<R>[]> {
  const ids = page.flatMap(({ institutionIds }) => institutionIds)
  const nameOf = await institutionNames(reader, ids, moment)
  const regions = await regionsByCodes(reader.db, distinct(page.map(({ regionCode }) => regionCode)), moment)
  return page.map((own) => ({
    own,
    region: regions.get(own.regionCode)?.name ?? null,
    institutions: own.institutionIds.map(nameOf).filter((name) => name !== null),
  }))
}

const COMMON = { needs: 'staff.read', filter: FILTER, orders: [], whose: whosePlaces } as const

const COHORT_COLUMNS: Readonly<Record<string, ExportColumn<Recorded<CohortRow>>>> = {
  name: textColumn({ zh: '队列名称', en: 'Cohort' }, 28, ({ own }) => own.name),
  target: targetColumn(),
  planned: countColumn({ zh: '计划', en: 'Planned' }, PEOPLE, ({ own }) => own.planned),
  enrolled: countColumn({ zh: '招录', en: 'Enrolled' }, PEOPLE, ({ own }) => own.enrolled),
  interns: countColumn({ zh: '实习', en: 'Interns' }, PEOPLE, ({ own }) => own.interns),
  graduated: countColumn({ zh: '毕业', en: 'Graduated' }, PEOPLE, ({ own }) => own.graduated),
  placed: countColumn({ zh: '上岗', en: 'Placed' }, PEOPLE, ({ own }) => own.placed),
  programme: textColumn({ zh: '培养项目', en: 'Programme' }, 24, ({ own }, locale) =>
    codeLabel(CODE_LISTS.trainingProgramme, own.programme, locale),
  ),
  startYear: textColumn({ zh: '起始年', en: 'Began in' }, 10, ({ own }) => (own.startYear === null ? null : String(own.startYear))),
  posts: countColumn({ zh: '对应岗位', en: 'Posts for it' }, POSTS, ({ own }) => own.posts),
  obligation: countColumn({ zh: '服务年限', en: 'Years owed' }, YEARS, ({ own }) => own.obligationYears),
  reportedFor: textColumn({ zh: '报告时期', en: 'Reported for' }, 18, ({ own }, locale) => reported(own.reportedFor)?.[locale]),
  ...placeColumns<CohortRow>(),
}

/** Cohorts with what their reports count; people who are known are in the list of people. */
export const cohortsExport: ExportTable<Filter, never, Recorded<CohortRow>> = {
  ...COMMON,
  title: { zh: '培养队列', en: 'Training cohorts' },
  columns: COHORT_COLUMNS,
  async *pages(reader, { filter, moment }) {
    for await (const page of allPages((args) => countyPage(reader, 'TRAINING_COHORT', filter, args, moment)))
      yield withPlaces(reader, page, moment)
  },
}

const DRIVE_COLUMNS: Readonly<Record<string, ExportColumn<Recorded<DriveRow>>>> = {
  name: textColumn({ zh: '招聘名称', en: 'Recruitment drive' }, 28, ({ own }) => own.name),
  target: targetColumn(),
  pool: textColumn({ zh: '岗位池', en: 'Pool' }, 14, ({ own }, locale) => (own.postPool ? POOL[locale] : null)),
  channel: textColumn(
    { zh: '招聘渠道', en: 'Channel' },
    20,
    ({ own }, locale) => own.channel && codeLabel(CODE_LISTS.recruitmentChannel, own.channel, locale),
  ),
  posts: countColumn({ zh: '岗位', en: 'Posts' }, POSTS, ({ own }) => own.posts),
  applicants: countColumn({ zh: '报名', en: 'Applicants' }, PEOPLE, ({ own }) => own.applicants),
  hired: countColumn({ zh: '录用', en: 'Hired' }, PEOPLE, ({ own }) => own.hired),
  openedOn: textColumn({ zh: '开始日期', en: 'Opened' }, 13, ({ own }) => own.openedOn),
  closedOn: textColumn({ zh: '结束日期', en: 'Closed' }, 13, ({ own }) => own.closedOn),
  reportedFor: textColumn({ zh: '报告时期', en: 'Reported for' }, 18, ({ own }, locale) => reported(own.reportedFor)?.[locale]),
  ...placeColumns<DriveRow>(),
}

/** Recruitment drives with channel, posts, applicants and who was hired. */
export const recruitmentDrivesExport: ExportTable<Filter, never, Recorded<DriveRow>> = {
  ...COMMON,
  title: { zh: '招聘', en: 'Recruitment' },
  columns: DRIVE_COLUMNS,
  async *pages(reader, { filter, moment }) {
    for await (const page of allPages((args) => countyPage(reader, 'RECRUITMENT_DRIVE', filter, args, moment)))
      yield withPlaces(reader, page, moment)
  },
}

const COUNT_COLUMNS: Readonly<Record<string, ExportColumn<Recorded<StaffCountRow>>>> = {
  what: textColumn({ zh: '统计内容', en: 'What is counted' }, 28, ({ own }) => own.what),
  target: targetColumn(),
  count: countColumn({ zh: '人数', en: 'People' }, PEOPLE, ({ own }) => own.count),
  when: textColumn({ zh: '时期', en: 'Period' }, 18, ({ own }, locale) => own.onDay ?? reported(own.period)?.[locale]),
  of: textColumn({ zh: '专业', en: 'Profession' }, 20, ({ own }, locale) =>
    own.generalPractitioner
      ? codeLabel(CODE_LISTS.gpKind, own.generalPractitioner, locale)
      : own.profession && codeLabel(CODE_LISTS.profession, own.profession, locale),
  ),
  ...placeColumns<StaffCountRow>(),
}

/** Numbers that reports give without names. */
export const staffCountsExport: ExportTable<Filter, never, Recorded<StaffCountRow>> = {
  ...COMMON,
  title: { zh: '报告人数', en: 'Reported numbers' },
  columns: COUNT_COLUMNS,
  async *pages(reader, { filter, moment }) {
    for await (const page of allPages((args) => countyPage(reader, 'STAFF_COUNT', filter, args, moment)))
      yield withPlaces(reader, page, moment)
  },
}

interface PairRow extends Recorded<MentorshipRow> {
  readonly personOf: (id: string | null) => string | null
}

const PAIR_COLUMNS: Readonly<Record<string, ExportColumn<PairRow>>> = {
  mentor: textColumn({ zh: '师傅', en: 'Mentor' }, 12, ({ own, personOf }) => personOf(own.mentorId)),
  mentee: textColumn({ zh: '徒弟', en: 'Mentee' }, 12, ({ own, personOf }) => personOf(own.menteeId)),
  pairs: countColumn({ zh: '对数', en: 'Pairs' }, { zh: '对', en: 'pairs' }, ({ own }) => own.pairs),
  content: textColumn({ zh: '内容', en: 'Content' }, 36, ({ own }) => own.content),
  since: textColumn({ zh: '起始日', en: 'Since' }, 13, ({ own }) => own.validFrom),
  ...placeColumns<MentorshipRow>(),
}

/** Mentorships in force on the day. */
export const mentorshipsExport: ExportTable<Filter, never, PairRow> = {
  ...COMMON,
  title: { zh: '师徒结对', en: 'Mentorships' },
  columns: PAIR_COLUMNS,
  async *pages(reader, { filter, moment }) {
    for await (const page of allPages((args) => mentorshipPage(reader, filter, args, moment))) {
      const ids = distinct(page.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]))
      const people = await peopleByIds(reader, ids, moment)
      const personOf = (id: string | null) => (id === null ? null : (people.get(id)?.name ?? null))
      yield (await withPlaces(reader, page, moment)).map((row) => ({ ...row, personOf }))
    }
  },
}
