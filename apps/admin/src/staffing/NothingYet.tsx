import { Empty } from 'antd'
import type { ReactNode } from 'react'

interface NothingYetProps {
  readonly text: string
  /** The first step: the command that records one, or a link to where that is done. */
  readonly children: ReactNode
}

/** What belongs here, and the first step. */
export function NothingYet({ text, children }: NothingYetProps): ReactNode {
  return (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={text}>
      {children}
    </Empty>
  )
}
