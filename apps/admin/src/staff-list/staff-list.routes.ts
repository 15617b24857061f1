import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../shell/root-route.ts'
import { staffListSearch, type StaffListSearch } from './staff-list-search.ts'

const page = createRoute({
  getParentRoute: () => rootRoute,
  path: '/staff-lists',
  validateSearch: (search: Record<string, unknown>): StaffListSearch => staffListSearch(search),
  component: lazyRouteComponent(() => import('./StaffListsPage.tsx'), 'StaffListsPage'),
})

export const staffListRoutes = [page] as const
