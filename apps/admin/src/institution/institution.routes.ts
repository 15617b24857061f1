import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../shell/root-route.ts'
import { institutionSearch, institutionTab, type InstitutionSearch } from './institution-search.ts'

const list = createRoute({
  getParentRoute: () => rootRoute,
  path: '/institutions',
  validateSearch: (search: Record<string, unknown>): InstitutionSearch => institutionSearch(search),
  component: lazyRouteComponent(() => import('./InstitutionListPage.tsx'), 'InstitutionListPage'),
})

const tree = createRoute({
  getParentRoute: () => rootRoute,
  path: '/institutions/tree',
  validateSearch: (search: Record<string, unknown>): InstitutionSearch => institutionSearch(search),
  component: lazyRouteComponent(() => import('./InstitutionTreePage.tsx'), 'InstitutionTreePage'),
})

const profile = createRoute({
  getParentRoute: () => rootRoute,
  path: '/institutions/$id',
  validateSearch: institutionTab,
  remountDeps: ({ params }) => params,
  component: lazyRouteComponent(() => import('./InstitutionPage.tsx'), 'InstitutionPage'),
})

export const institutionRoutes = [list, tree, profile] as const
