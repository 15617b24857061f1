import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { IMPORT_KINDS, type ImportKind } from '@yilian/domain/import-run.ts'
import { flag, oneOf } from '../shell/address.ts'
import { rootRoute } from '../shell/root-route.ts'

const KINDS = Object.keys(IMPORT_KINDS) as ImportKind[]

const start = createRoute({
  getParentRoute: () => rootRoute,
  path: '/import',
  validateSearch: (search: Record<string, unknown>): { kind?: ImportKind | undefined } => ({ kind: oneOf(search.kind, KINDS) }),
  component: lazyRouteComponent(() => import('./ImportPage.tsx'), 'ImportPage'),
})

const run = createRoute({
  getParentRoute: () => rootRoute,
  path: '/import/$id',
  validateSearch: (search: Record<string, unknown>): { wrong?: boolean | undefined } => ({ wrong: flag(search.wrong) }),
  remountDeps: ({ params }) => params,
  component: lazyRouteComponent(() => import('./ImportRunPage.tsx'), 'ImportRunPage'),
})

export const importRoutes = [start, run] as const
