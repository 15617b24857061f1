import type { ReactNode } from 'react'
import { OwnProjectsTab } from '../construction-project/OwnProjectsTab.tsx'
import type { AllianceOnPage } from './alliance-page.ts'

/** 建设 of the institutions that lead or are members of this alliance on the day shown. */
export function AllianceProjectsTab({ alliance }: { readonly alliance: AllianceOnPage }): ReactNode {
  return <OwnProjectsTab filter={{ allianceId: alliance.id }} />
}
