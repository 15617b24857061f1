import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../shell/root-route.ts'
import { countSearch, type CountSearch } from './count-search.ts'

const page = createRoute({
  getParentRoute: () => rootRoute,
  path: '/head-count',
  validateSearch: (search: Record<string, unknown>): CountSearch => countSearch(search),
  component: lazyRouteComponent(() => import('./HeadCountPage.tsx'), 'HeadCountPage'),
})

export const headCountRoutes = [page] as const
