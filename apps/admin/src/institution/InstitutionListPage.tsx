import type { ReactNode } from 'react'
import { PageHead } from '../shell/PageHead.tsx'
export function InstitutionListPage(): ReactNode {
  return <PageHead title="机构" />
}
