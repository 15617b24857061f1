import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Provider as ClientProvider } from 'urql'
import { createApiClient } from './client/client.ts'
import { initI18n } from './i18n/i18n.ts'
import { router } from './router.ts'
import { session } from './session/page-session.ts'
import { rememberedAddress } from './shell/remembered.ts'
import './theme/global.css'

const address = rememberedAddress(window.location)
if (address.href !== null) window.history.replaceState(null, '', address.href)
initI18n(address.locale)

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <ClientProvider value={createApiClient(session.fetch)}>
      <RouterProvider router={router} />
    </ClientProvider>
  </StrictMode>,
)

void import('./theme/fonts.ts')
