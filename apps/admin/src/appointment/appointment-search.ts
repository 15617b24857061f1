import { addDays, isIsoDate, type IsoDate } from '@yilian/domain/day.ts'
import { APPOINTMENT_KINDS, appointmentKindRules, type AppointmentKind } from '@yilian/domain/staffing/appointment-kind.ts'
import type { AppointmentFilter, AppointmentOrderBy } from '../graphql/graphql.ts'
import { keysOf } from '../i18n/useTextChoices.ts'
import { oneOf, someOf, text, type Params } from '../shell/address.ts'
import { tableSearch, type TableSearch } from '../table/table-search.ts'
import { SOON } from './returns.ts'

const ORDERS = ['PERSON', 'START', 'RETURN'] as const satisfies readonly AppointmentOrderBy[]

export const APPOINTMENT_VIEWS = ['table', 'flows', 'returns'] as const
export type AppointmentView = (typeof APPOINTMENT_VIEWS)[number]

/** Which returns: planned within 90 days, or passed. */
export const DUES = ['soon', 'overdue'] as const
export type Due = (typeof DUES)[number]

/** Everything but the home itself: where people work, or hold a post, beside it. */
export const AWAY_KINDS = keysOf(APPOINTMENT_KINDS).filter((kind) => !appointmentKindRules(kind).home)

/** The kinds that move the place of work: what the picture of flows shows. */
export const MOVING_KINDS = AWAY_KINDS.filter((kind) => appointmentKindRules(kind).movesWork)

/** What the screen of appointments keeps in the address. */
export interface AppointmentSearch extends TableSearch<AppointmentOrderBy> {
  readonly view?: AppointmentView | undefined
  readonly kind?: AppointmentKind[] | undefined
  readonly host?: string | undefined
  readonly home?: string | undefined
  readonly alliance?: string | undefined
  readonly due?: Due | undefined
  /** The last day by which the return is planned. */
  readonly until?: IsoDate | undefined
}

export function appointmentSearch(search: Params): AppointmentSearch {
  return {
    ...tableSearch(search, ORDERS),
    view: oneOf(search['view'], APPOINTMENT_VIEWS),
    kind: someOf(search['kind'], AWAY_KINDS),
    host: text(search['host']),
    home: text(search['home']),
    alliance: text(search['alliance']),
    due: oneOf(search['due'], DUES),
    until: isIsoDate(search['until']) ? search['until'] : undefined,
  }
}

/** The same as the filter of every view, on the day shown. */
export function appointmentFilter(search: AppointmentSearch, county: string | undefined, day: IsoDate): AppointmentFilter {
  return {
    countyCode: county,
    kinds: search.kind ?? AWAY_KINDS,
    hostId: search.host,
    homeId: search.home,
    allianceId: search.alliance,
    overdue: search.due === undefined ? undefined : search.due === 'overdue',
    dueBy: earlier(search.until, search.due === 'soon' ? addDays(day, SOON) : undefined),
  }
}

function earlier(one: IsoDate | undefined, other: IsoDate | undefined): IsoDate | undefined {
  return one === undefined || other === undefined ? (one ?? other) : one < other ? one : other
}

export const NO_FILTERS = {
  kind: undefined,
  host: undefined,
  home: undefined,
  alliance: undefined,
  due: undefined,
  until: undefined,
} as const satisfies AppointmentSearch
