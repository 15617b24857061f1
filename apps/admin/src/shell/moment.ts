import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { isIsoDate, parseInstant, type Instant, type IsoDate } from '@yilian/domain/day.ts'
import { oneOf, text, type Params } from './address.ts'

/** What every screen shares, kept in the address over every navigation. Undefined means now, all counties, Chinese. */
export interface RootSearch {
  /** The six digits under which a county's facts are kept. */
  readonly county?: string | undefined
  readonly asOf?: IsoDate | undefined
  readonly knownAt?: Instant | undefined
  readonly lang?: 'zh' | 'en' | undefined
}

export const ROOT_PARAMS = ['county', 'asOf', 'knownAt', 'lang'] as const

export function rootSearch(search: Params): RootSearch {
  const [county, asOf, knownAt] = [text(search.county), text(search.asOf), text(search.knownAt)]
  return {
    county: county && /^\d{6}$/.test(county) ? county : undefined,
    asOf: isIsoDate(asOf) ? asOf : undefined,
    knownAt: (knownAt && parseInstant(knownAt)) || undefined,
    lang: oneOf(search.lang, ['zh', 'en']),
  }
}

/** The moment the screen shows: a part of the variables of every query that can be asked as of a day. */
export interface ShownMoment {
  readonly asOf: IsoDate | undefined
  readonly asKnownAt: Instant | undefined
}

const root = getRouteApi('__root__')

/** `asOf` and `asKnownAt` (undefined: now) for a query's variables, and the county chosen (undefined: all). */
export function useMoment(): ShownMoment & { readonly county: string | undefined } {
  const { asOf, knownAt, county } = root.useSearch()
  return { asOf, asKnownAt: knownAt, county }
}

/** Changes what every screen shares and stays at the same place, with its filters; pages of a list start again. */
export function useSetRootSearch(): (patch: RootSearch) => void {
  const navigate = useNavigate()
  return (patch) =>
    void navigate({ to: '.', search: (before: object) => ({ ...before, ...patch, after: undefined, before: undefined, from: undefined }) })
}
