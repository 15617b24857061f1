import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { isIsoDate, type IsoDate } from '@yilian/domain/day.ts'
import { oneOf, text } from '../shell/address.ts'
import { rootRoute } from '../shell/root-route.ts'
import { allianceListSearch } from './alliance-search.ts'
import { ALLIANCE_TABS, type AllianceTab } from './alliance-tabs.ts'

const list = createRoute({
  getParentRoute: () => rootRoute,
  path: '/alliances',
  validateSearch: (search: Record<string, unknown>) => allianceListSearch(search),
  component: lazyRouteComponent(() => import('./AllianceListPage.tsx'), 'AllianceListPage'),
})

const compare = createRoute({
  getParentRoute: () => rootRoute,
  path: '/alliances/compare',
  validateSearch: (
    search: Record<string, unknown>,
  ): { since?: IsoDate | undefined; until?: IsoDate | undefined; alliance?: string | undefined } => ({
    since: dayIn(search.since),
    until: dayIn(search.until),
    alliance: text(search.alliance),
  }),
  component: lazyRouteComponent(() => import('./ComparePage.tsx'), 'ComparePage'),
})

const page = createRoute({
  getParentRoute: () => rootRoute,
  path: '/alliances/$id',
  validateSearch: (
    search: Record<string, unknown>,
  ): { tab?: AllianceTab | undefined; start?: string | undefined; end?: string | undefined } => ({
    tab: oneOf(search.tab, ALLIANCE_TABS),
    start: monthIn(search.start),
    end: monthIn(search.end),
  }),
  component: lazyRouteComponent(() => import('./AlliancePage.tsx'), 'AlliancePage'),
})

export const allianceRoutes = [list, compare, page] as const

function dayIn(value: unknown): IsoDate | undefined {
  const day = text(value)
  return isIsoDate(day) ? day : undefined
}

/** The months of the referrals tab, `YYYY-MM`. */
function monthIn(value: unknown): string | undefined {
  const month = text(value)
  return month && /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? month : undefined
}
