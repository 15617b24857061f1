import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../shell/root-route.ts'

const list = createRoute({
  getParentRoute: () => rootRoute,
  path: '/departments',
  component: lazyRouteComponent(() => import('./DepartmentsPage.tsx'), 'DepartmentsPage'),
})

export const departmentRoutes = [list] as const
