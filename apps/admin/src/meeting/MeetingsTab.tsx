import type { ReactNode } from 'react'
import type { AllianceOnPage } from '../alliance/alliance-page.ts'
export function MeetingsTab({ alliance }: { readonly alliance: AllianceOnPage }): ReactNode {
  return alliance.name
}
