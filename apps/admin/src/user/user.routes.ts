import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { oneOf } from '../shell/address.ts'
import { rootRoute } from '../shell/root-route.ts'
import { USER_TABS, userSearch, type UserTab } from './user-search.ts'

const list = createRoute({
  getParentRoute: () => rootRoute,
  path: '/users',
  validateSearch: (search: Record<string, unknown>) => userSearch(search),
  component: lazyRouteComponent(() => import('./UserListPage.tsx'), 'UserListPage'),
})

const page = createRoute({
  getParentRoute: () => rootRoute,
  path: '/users/$username',
  validateSearch: (search: Record<string, unknown>): { tab?: UserTab | undefined } => ({ tab: oneOf(search.tab, USER_TABS) }),
  component: lazyRouteComponent(() => import('./UserPage.tsx'), 'UserPage'),
})

export const userRoutes = [list, page] as const
