import type { FactRow } from '@yilian/database/dated.ts'
import type { StaffingFact } from '@yilian/database/staffing-facts.ts'
import { ESTABLISHMENT_TYPES } from '@yilian/domain/code-lists/establishment-type.ts'
import { PROFESSIONS } from '@yilian/domain/code-lists/profession.ts'
import { FLOWS_OUT } from '@yilian/domain/code-lists/staff-flow.ts'
import { TRAINING_PROGRAMMES } from '@yilian/domain/code-lists/training-programme.ts'
import type { Text } from '@yilian/domain/locale.ts'
import { APPOINTMENT_KIND_LABELS } from '@yilian/domain/staffing/appointment-kind.ts'
import { PERSON_FIELDS, type PersonFieldInfo } from '@yilian/domain/staffing/person-field.ts'
import { COHORT_STATES, LEADERSHIPS, LICENCE_KINDS, POST_CLASSES, RECRUITMENT_CHANNELS } from '@yilian/domain/staffing/terms.ts'
import { codeLabel } from '@yilian/domain/code-list.ts'

import { labelIn, nameOf, same, text, type Names } from './words.ts'

const postClassOf = (row: FactRow): Text => labelIn(POST_CLASSES, row['postClass'])
const places = (row: FactRow, column = 'count'): Text => ({ zh: `${String(row[column])} 名`, en: `${String(row[column])} places` })
const planned = (row: FactRow): Text | null =>
  row['plannedUntil'] == null ? null : { zh: `计划至 ${String(row['plannedUntil'])}`, en: `until ${String(row['plannedUntil'])}` }

/** Whose or what fact of staffing it is. */
export function staffingFactSubject(fact: StaffingFact, row: FactRow, names: Names): Text {
  const name = (column: string) => nameOf(row[column], names)
  const of = (who: string, what: Text) => text((locale) => `${who} · ${what[locale]}`)
  switch (fact) {
    case 'PERSON':
      return same(String(row['name'] ?? name('id')))
    case 'LICENCE':
      return of(name('personId'), labelIn(LICENCE_KINDS, row['kind']))
    case 'APPOINTMENT':
      return of(name('personId'), labelIn(APPOINTMENT_KIND_LABELS, row['kind']))
    case 'POST':
      return same(`${name(row['institutionId'] == null ? 'allianceId' : 'institutionId')} · ${String(row['title'])}`)
    case 'QUOTA_POOL':
      return same(String(row['name']))
    case 'ESTABLISHMENT_QUOTA':
      return of(name(row['institutionId'] == null ? 'poolId' : 'institutionId'), postClassOf(row))
    case 'QUOTA_LOAN':
      return of(`${name(row['poolId'] == null ? 'fromId' : 'poolId')} → ${name('institutionId')}`, postClassOf(row))
    case 'QUOTA_EXCEPTION':
      return of(name('institutionId'), postClassOf(row))
    case 'COHORT_MEMBER':
      return same(`${name('cohortId')} · ${name('personId')}`)
    case 'TRAINING_COHORT':
    case 'RECRUITMENT_DRIVE':
      return same(`${name('regionCode')} · ${String(row['name'])}`)
    case 'MENTORSHIP':
      return row['mentorId'] == null
        ? of(name('regionCode'), { zh: '师徒结对', en: 'mentorship' })
        : same(`${name('mentorId')} → ${name('menteeId')}`)
    case 'STAFF_COUNT':
      return same(`${name('regionCode')} · ${String(row['what'])}`)
    case 'REGION_POPULATION':
      return same(`${name('regionCode')} · ${String(row['year'])}`)
  }
}

/** What a row of staffing says; of a person, what differs among the rows at hand. */
export function staffingFactLabel(fact: StaffingFact, row: FactRow, names: Names, varying: ReadonlySet<string>): Text {
  const words = (parts: readonly (Text | string | null | undefined)[]) =>
    text((locale) =>
      parts.flatMap((part) => (part == null || part === '' ? [] : [typeof part === 'string' ? part : part[locale]])).join(' · '),
    )
  const said = (column: string) => (row[column] == null ? null : String(row[column]))
  switch (fact) {
    case 'PERSON': {
      const fields = Object.entries<PersonFieldInfo>(PERSON_FIELDS).filter(([field]) => field !== 'name' && varying.has(field))
      const brief = [
        row['profession'] == null ? null : labelIn(PROFESSIONS.items, row['profession']),
        row['establishmentType'] == null ? null : labelIn(ESTABLISHMENT_TYPES.items, row['establishmentType']),
      ]
      return text((locale) =>
        [
          String(row['name']),
          ...(fields.length > 0
            ? fields.map(([field, { label, list }]) => {
                const value = said(field) ?? '—'
                return `${label[locale]} ${list ? codeLabel(list, value, locale) : value}`
              })
            : brief.flatMap((part) => part?.[locale] ?? [])),
        ].join(' · '),
      )
    }
    case 'LICENCE':
      return words([
        said('number'),
        said('scope'),
        said('expiresOn') === null ? null : { zh: `有效期至 ${said('expiresOn')}`, en: `expires on ${said('expiresOn')}` },
      ])
    case 'APPOINTMENT':
      return words([
        said('elsewhere') ?? nameOf(row['institutionId'], names),
        said('title'),
        row['leadership'] == null ? null : labelIn(LEADERSHIPS, row['leadership']),
        planned(row),
        row['flowOut'] == null ? null : labelIn(FLOWS_OUT.items, row['flowOut']),
      ])
    case 'POST':
      return words([
        postClassOf(row),
        said('grade'),
        { zh: `${said('count')} 个`, en: `${said('count')} places` },
        row['frozen'] === true ? { zh: '冻结', en: 'frozen' } : null,
      ])
    case 'QUOTA_POOL':
      return places(row, 'total')
    case 'ESTABLISHMENT_QUOTA':
      return places(row)
    case 'QUOTA_LOAN':
      return words([places(row), planned(row)])
    case 'QUOTA_EXCEPTION':
      return words([places(row), said('reason')])
    case 'COHORT_MEMBER':
      return labelIn(COHORT_STATES, row['state'])
    case 'TRAINING_COHORT':
      return words([
        labelIn(TRAINING_PROGRAMMES.items, row['programme']),
        said('startYear'),
        countsOf(row, COHORT_COUNTS),
        said('reportedFor'),
      ])
    case 'RECRUITMENT_DRIVE':
      return words([
        row['channel'] == null ? null : labelIn(RECRUITMENT_CHANNELS, row['channel']),
        countsOf(row, DRIVE_COUNTS),
        said('reportedFor'),
      ])
    case 'MENTORSHIP':
      return words([row['pairs'] == null ? null : { zh: `${said('pairs')} 对`, en: `${said('pairs')} pairs` }, said('content')])
    case 'STAFF_COUNT':
      return words([said('count') ?? '—', said('onDay') ?? said('period')])
    case 'REGION_POPULATION':
      return { zh: `${said('residents')} 人`, en: `${said('residents')} residents` }
  }
}

const COHORT_COUNTS = {
  planned: { zh: '计划', en: 'planned' },
  enrolled: { zh: '录取', en: 'enrolled' },
  interns: { zh: '实习', en: 'interns' },
  graduated: { zh: '毕业', en: 'graduated' },
  placed: { zh: '上岗', en: 'placed' },
  posts: { zh: '岗位', en: 'posts' },
} as const satisfies Record<string, Text>

const DRIVE_COUNTS = {
  posts: { zh: '岗位', en: 'posts' },
  applicants: { zh: '报名', en: 'applicants' },
  hired: { zh: '聘用', en: 'hired' },
} as const satisfies Record<string, Text>

function countsOf(row: FactRow, labels: Readonly<Record<string, Text>>): Text {
  const known = Object.entries(labels).filter(([column]) => row[column] != null)
  return text((locale) => known.map(([column, label]) => `${label[locale]} ${String(row[column])}`).join(locale === 'zh' ? '，' : ', '))
}
