import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { text } from '../shell/address.ts'
import { rootRoute } from '../shell/root-route.ts'
import { tableSearch, type TableSearch } from '../table/table-search.ts'

/** What the list of documents keeps in the address. */
export interface DocumentSearch extends TableSearch<never> {
  readonly q?: string | undefined
}

const list = createRoute({
  getParentRoute: () => rootRoute,
  path: '/documents',
  validateSearch: (search: Record<string, unknown>): DocumentSearch => ({ ...tableSearch(search, []), q: text(search.q) }),
  component: lazyRouteComponent(() => import('./DocumentListPage.tsx'), 'DocumentListPage'),
})

export const documentRoutes = [list] as const
