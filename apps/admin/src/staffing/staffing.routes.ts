import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../shell/root-route.ts'
import { peopleSearch, personTab, type PeopleSearch } from './people-search.ts'

const list = createRoute({
  getParentRoute: () => rootRoute,
  path: '/people',
  validateSearch: (search: Record<string, unknown>): PeopleSearch => peopleSearch(search),
  component: lazyRouteComponent(() => import('./PeoplePage.tsx'), 'PeoplePage'),
})

const page = createRoute({
  getParentRoute: () => rootRoute,
  path: '/people/$id',
  validateSearch: personTab,
  remountDeps: ({ params }) => params,
  component: lazyRouteComponent(() => import('./PersonPage.tsx'), 'PersonPage'),
})

export const staffingRoutes = [list, page] as const
