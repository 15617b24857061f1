import type { ReactNode } from 'react'
import { PageHead } from '../shell/PageHead.tsx'
export function OverviewPage(): ReactNode {
  return <PageHead title="总览" />
}
