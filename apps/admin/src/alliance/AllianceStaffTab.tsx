import type { ReactNode } from 'react'
import { OwnStaffTab } from '../staffing/OwnStaffTab.tsx'
import type { AllianceOnPage } from './alliance-page.ts'

/** 人员 of the institutions that lead or are members of this alliance on the day shown. */
export function AllianceStaffTab({ alliance }: { readonly alliance: AllianceOnPage }): ReactNode {
  return <OwnStaffTab of={{ allianceId: alliance.id }} />
}
