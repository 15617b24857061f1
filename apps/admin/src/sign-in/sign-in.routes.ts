import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { SET_UP, SIGN_IN } from '../session/way-in.ts'
import { text } from '../shell/address.ts'
import { rootRoute } from '../shell/root-route.ts'

const signIn = createRoute({
  getParentRoute: () => rootRoute,
  path: SIGN_IN,
  validateSearch: (search: Record<string, unknown>): { to?: string | undefined } => ({ to: text(search.to) }),
  component: lazyRouteComponent(() => import('./SignInPage.tsx'), 'SignInPage'),
})

const setUp = createRoute({
  getParentRoute: () => rootRoute,
  path: SET_UP,
  component: lazyRouteComponent(() => import('./SetUpPage.tsx'), 'SetUpPage'),
})

export const signInRoutes = [signIn, setUp] as const
