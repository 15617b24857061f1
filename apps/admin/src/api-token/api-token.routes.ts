import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { flag } from '../shell/address.ts'
import { rootRoute } from '../shell/root-route.ts'
import { tableSearch, type TableSearch } from '../table/table-search.ts'

/** What the list of everybody's tokens keeps in the address. */
export interface TokenSearch extends TableSearch<never> {
  /** Those that work, or those that do so no longer. */
  readonly working?: boolean | undefined
}

const list = createRoute({
  getParentRoute: () => rootRoute,
  path: '/tokens',
  validateSearch: (search: Record<string, unknown>): TokenSearch => ({ ...tableSearch(search, []), working: flag(search.working) }),
  component: lazyRouteComponent(() => import('./TokenListPage.tsx'), 'TokenListPage'),
})

export const apiTokenRoutes = [list] as const
