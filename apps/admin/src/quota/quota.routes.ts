import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../shell/root-route.ts'
import { quotaSearch, type QuotaSearch } from './quota-search.ts'

const board = createRoute({
  getParentRoute: () => rootRoute,
  path: '/quotas',
  validateSearch: (search: Record<string, unknown>): QuotaSearch => quotaSearch(search),
  component: lazyRouteComponent(() => import('./QuotasPage.tsx'), 'QuotasPage'),
})

export const quotaRoutes = [board] as const
