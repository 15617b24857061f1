import type { ReactNode } from 'react'
import { OwnProjectsTab } from '../construction-project/OwnProjectsTab.tsx'

/** 建设 of one institution. */
export function InstitutionProjectsTab({ id }: { readonly id: string }): ReactNode {
  return <OwnProjectsTab filter={{ institutionId: id }} />
}
