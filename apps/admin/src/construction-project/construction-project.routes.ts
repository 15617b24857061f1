import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../shell/root-route.ts'
import { projectSearch, projectTab, type ProjectSearch } from './project-search.ts'

const list = createRoute({
  getParentRoute: () => rootRoute,
  path: '/projects',
  validateSearch: (search: Record<string, unknown>): ProjectSearch => projectSearch(search),
  component: lazyRouteComponent(() => import('./ProjectsPage.tsx'), 'ProjectsPage'),
})

const page = createRoute({
  getParentRoute: () => rootRoute,
  path: '/projects/$id',
  validateSearch: projectTab,
  remountDeps: ({ params }) => params,
  component: lazyRouteComponent(() => import('./ProjectPage.tsx'), 'ProjectPage'),
})

export const projectRoutes = [list, page] as const
