import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../shell/root-route.ts'

const list = createRoute({
  getParentRoute: () => rootRoute,
  path: '/institutions',
  component: lazyRouteComponent(() => import('./InstitutionListPage.tsx'), 'InstitutionListPage'),
})
const profile = createRoute({
  getParentRoute: () => rootRoute,
  path: '/institutions/$id',
  component: lazyRouteComponent(() => import('./InstitutionListPage.tsx'), 'InstitutionListPage'),
})

export const institutionRoutes = [list, profile] as const
