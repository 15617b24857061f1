import type { ReactNode } from 'react'
import { EstablishmentPanel } from '../quota/EstablishmentPanel.tsx'
import { OwnStaffTab } from '../staffing/OwnStaffTab.tsx'

/** 人员 of one institution, with its establishment. */
export function InstitutionStaffTab({ id }: { readonly id: string }): ReactNode {
  return <OwnStaffTab of={{ institutionId: id }} lead={<EstablishmentPanel id={id} />} />
}
