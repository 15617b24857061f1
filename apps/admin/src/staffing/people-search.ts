import { codesOf } from '@yilian/domain/code-list.ts'
import { ESTABLISHMENT_TYPES, type EstablishmentType } from '@yilian/domain/code-lists/establishment-type.ts'
import { PROFESSIONS, type Profession } from '@yilian/domain/code-lists/profession.ts'
import { TITLE_LEVELS, type TitleLevel } from '@yilian/domain/code-lists/title-level.ts'
import { APPOINTMENT_KINDS, type AppointmentKind } from '@yilian/domain/staffing/appointment-kind.ts'
import type { PersonFilter, PersonOrderBy } from '../graphql/graphql.ts'
import { keysOf } from '../i18n/useTextChoices.ts'
import { flag, oneOf, someOf, text, type Params } from '../shell/address.ts'
import { tableSearch, type TableSearch } from '../table/table-search.ts'

const ORDERS = ['CODE', 'NAME', 'BIRTH_DATE', 'WORK_STARTED', 'INSTITUTION'] as const satisfies readonly PersonOrderBy[]

/** What the list of people keeps in the address. */
export interface PeopleSearch extends TableSearch<PersonOrderBy> {
  readonly q?: string | undefined
  readonly institution?: string | undefined
  readonly alliance?: string | undefined
  readonly profession?: Profession[] | undefined
  readonly title?: TitleLevel[] | undefined
  readonly establishment?: EstablishmentType[] | undefined
  readonly appointment?: AppointmentKind[] | undefined
  /** At home somewhere on the day, or not. */
  readonly atWork?: boolean | undefined
}

export function peopleSearch(search: Params): PeopleSearch {
  return {
    ...tableSearch(search, ORDERS),
    q: text(search['q']),
    institution: text(search['institution']),
    alliance: text(search['alliance']),
    profession: someOf(search['profession'], codesOf(PROFESSIONS)),
    title: someOf(search['title'], codesOf(TITLE_LEVELS)),
    establishment: someOf(search['establishment'], codesOf(ESTABLISHMENT_TYPES)),
    appointment: someOf(search['appointment'], keysOf(APPOINTMENT_KINDS)),
    atWork: flag(search['atWork']),
  }
}

/** The same as the filter of the query and of the export. */
export function peopleFilter(search: PeopleSearch, county: string | undefined): PersonFilter {
  return {
    countyCode: county,
    search: search.q,
    institutionId: search.institution,
    allianceId: search.alliance,
    professions: search.profession,
    titleLevels: search.title,
    establishmentTypes: search.establishment,
    kinds: search.appointment,
    atWork: search.atWork,
  }
}

export const NO_FILTERS = {
  q: undefined,
  institution: undefined,
  alliance: undefined,
  profession: undefined,
  title: undefined,
  establishment: undefined,
  appointment: undefined,
  atWork: undefined,
} as const satisfies PeopleSearch

/** The tabs of a person's page. */
export const PERSON_TABS = ['career', 'appointments', 'licences', 'record', 'changes'] as const
export type PersonTab = (typeof PERSON_TABS)[number]

export function personTab(search: Params): { readonly tab?: PersonTab | undefined } {
  return { tab: oneOf(search['tab'], PERSON_TABS) }
}
