import { createRouter } from '@tanstack/react-router'
import { accountRoutes } from './account/account.routes.ts'
import { allianceRoutes } from './alliance/alliance.routes.ts'
import { apiTokenRoutes } from './api-token/api-token.routes.ts'
import { appointmentRoutes } from './appointment/appointment.routes.ts'
import { auditRoutes } from './audit/audit.routes.ts'
import { cohortRoutes } from './cohort/cohort.routes.ts'
import { projectRoutes } from './construction-project/construction-project.routes.ts'
import { departmentRoutes } from './department/department.routes.ts'
import { documentRoutes } from './document/document.routes.ts'
import { headCountRoutes } from './head-count/head-count.routes.ts'
import { importRoutes } from './import/import.routes.ts'
import { institutionRoutes } from './institution/institution.routes.ts'
import { overviewRoutes } from './overview/overview.routes.ts'
import { policyRoutes } from './policy/policy.routes.ts'
import { quotaRoutes } from './quota/quota.routes.ts'
import { parseAddress, writeAddress } from './shell/address.ts'
import { CrashedPage } from './shell/CrashedPage.tsx'
import { LoadingPage } from './shell/LoadingPage.tsx'
import { rootRoute } from './shell/root-route.ts'
import { signInRoutes } from './sign-in/sign-in.routes.ts'
import { staffListRoutes } from './staff-list/staff-list.routes.ts'
import { staffingRoutes } from './staffing/staffing.routes.ts'
import { userRoutes } from './user/user.routes.ts'

const routeTree = rootRoute.addChildren([
  ...signInRoutes,
  ...overviewRoutes,
  ...institutionRoutes,
  ...allianceRoutes,
  ...projectRoutes,
  ...staffingRoutes,
  ...appointmentRoutes,
  ...quotaRoutes,
  ...cohortRoutes,
  ...headCountRoutes,
  ...staffListRoutes,
  ...documentRoutes,
  ...importRoutes,
  ...userRoutes,
  ...departmentRoutes,
  ...policyRoutes,
  ...apiTokenRoutes,
  ...auditRoutes,
  ...accountRoutes,
])

export const router = createRouter({
  routeTree,
  parseSearch: parseAddress,
  stringifySearch: writeAddress,
  defaultPendingComponent: LoadingPage,
  defaultPendingMs: 300,
  defaultErrorComponent: CrashedPage,
  defaultPreload: 'intent',
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
