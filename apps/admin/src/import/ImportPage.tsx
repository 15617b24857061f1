import type { ReactNode } from 'react'
import { PageHead } from '../shell/PageHead.tsx'
export function ImportPage(): ReactNode {
  return <PageHead title="导入" />
}
