import { createRootRoute, redirect, retainSearchParams } from '@tanstack/react-router'
import { setLocale } from '../i18n/i18n.ts'
import { session } from '../session/page-session.ts'
import { wayIn } from '../session/way-in.ts'
import { CrashedPage } from './CrashedPage.tsx'
import { ROOT_PARAMS, rootSearch, type RootSearch } from './moment.ts'
import { NotFoundPage } from './NotFoundPage.tsx'
import { Root } from './Root.tsx'
import { LoadingPage } from './LoadingPage.tsx'

/** The frame of every screen. Features hang their routes under it in `<feature>/<feature>.routes.ts`. */
export const rootRoute = createRootRoute({
  component: Root,
  pendingComponent: LoadingPage,
  errorComponent: CrashedPage,
  notFoundComponent: NotFoundPage,
  validateSearch: (search: Record<string, unknown>): RootSearch => rootSearch(search),
  beforeLoad: async ({ search, location }) => {
    setLocale(search.lang ?? 'zh')
    const { state } = await session.known()
    // A page whose session has ended stays: a dialog over it asks to sign in again.
    const way = session.snapshot().interrupted ? null : wayIn(state, location)
    if (way !== null) throw redirect({ href: way, replace: true })
  },
  search: { middlewares: [retainSearchParams<RootSearch>([...ROOT_PARAMS])] },
})
