import type { ReactNode } from 'react'
import type { AllianceOnPage } from '../alliance/alliance-page.ts'
import { ChangeList } from './ChangeList.tsx'

/** 变更记录 of one alliance. */
export function AllianceChangesTab({ alliance }: { readonly alliance: AllianceOnPage }): ReactNode {
  return <ChangeList allianceId={alliance.id} />
}
