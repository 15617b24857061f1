import { createRootRoute, retainSearchParams } from '@tanstack/react-router'
import { setLocale } from '../i18n/i18n.ts'
import { CrashedPage } from './CrashedPage.tsx'
import { ROOT_PARAMS, rootSearch, type RootSearch } from './moment.ts'
import { NotFoundPage } from './NotFoundPage.tsx'
import { Shell } from './Shell.tsx'

/** The frame of every screen. Features hang their routes under it in `<feature>/<feature>.routes.ts`. */
export const rootRoute = createRootRoute({
  component: Shell,
  errorComponent: CrashedPage,
  notFoundComponent: NotFoundPage,
  validateSearch: (search: Record<string, unknown>): RootSearch => rootSearch(search),
  beforeLoad: ({ search }) => setLocale(search.lang ?? 'zh'),
  search: { middlewares: [retainSearchParams<RootSearch>([...ROOT_PARAMS])] },
})
