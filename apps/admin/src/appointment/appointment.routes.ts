import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../shell/root-route.ts'
import { appointmentSearch, type AppointmentSearch } from './appointment-search.ts'

const list = createRoute({
  getParentRoute: () => rootRoute,
  path: '/appointments',
  validateSearch: (search: Record<string, unknown>): AppointmentSearch => appointmentSearch(search),
  component: lazyRouteComponent(() => import('./AppointmentsPage.tsx'), 'AppointmentsPage'),
})

export const appointmentRoutes = [list] as const
