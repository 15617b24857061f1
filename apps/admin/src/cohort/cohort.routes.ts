import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../shell/root-route.ts'
import { cohortSearch, type CohortSearch } from './cohort-search.ts'

const list = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cohorts',
  validateSearch: (search: Record<string, unknown>): CohortSearch => cohortSearch(search),
  component: lazyRouteComponent(() => import('./CohortsPage.tsx'), 'CohortsPage'),
})

export const cohortRoutes = [list] as const
