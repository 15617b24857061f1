import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { text } from '../shell/address.ts'
import { rootRoute } from '../shell/root-route.ts'
import { tableSearch, type TableSearch } from '../table/table-search.ts'

/** What the list of everybody's tokens keeps in the address. */
export interface TokenSearch extends TableSearch<never> {
  readonly q?: string | undefined
}

const list = createRoute({
  getParentRoute: () => rootRoute,
  path: '/tokens',
  validateSearch: (search: Record<string, unknown>): TokenSearch => ({ ...tableSearch(search, []), q: text(search.q) }),
  component: lazyRouteComponent(() => import('./TokenListPage.tsx'), 'TokenListPage'),
})

export const apiTokenRoutes = [list] as const
