import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { oneOf } from '../shell/address.ts'
import { rootRoute } from '../shell/root-route.ts'

export const ACCOUNT_TABS = ['security', 'sessions', 'tokens', 'grants'] as const
export type AccountTab = (typeof ACCOUNT_TABS)[number]

const account = createRoute({
  getParentRoute: () => rootRoute,
  path: '/account',
  validateSearch: (search: Record<string, unknown>): { tab?: AccountTab | undefined } => ({ tab: oneOf(search.tab, ACCOUNT_TABS) }),
  component: lazyRouteComponent(() => import('./AccountPage.tsx'), 'AccountPage'),
})

export const accountRoutes = [account] as const
