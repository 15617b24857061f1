import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import type { AnyVariables, UseQueryResponse } from 'urql'
import { FailureNotice, StaleNotice } from './FailureNotice.tsx'

interface QueryViewProps<Data> {
  readonly query: UseQueryResponse<Data, AnyVariables>
  /** What stands there until the first answer; the shape of what comes, so that nothing jumps. */
  readonly skeleton?: ReactNode
  readonly children: (data: Data) => ReactNode
}

/**
 * The states every read has: a skeleton before the first answer, a failure with a retry, what was last read under a
 * warning when reading it again failed. While a changed query is read, the former answer stays.
 */
export function QueryView<Data>({ query: [state, read], skeleton, children }: QueryViewProps<Data>): ReactNode {
  const retry = () => read({ requestPolicy: 'network-only' })
  if (state.data === undefined || state.data === null) {
    if (state.error) return <FailureNotice error={state.error} onRetry={retry} />
    return skeleton ?? <Skeleton active paragraph={{ rows: 6 }} style={{ padding: 16 }} />
  }
  return (
    <>
      {state.error && <StaleNotice error={state.error} onRetry={retry} />}
      {children(state.data)}
    </>
  )
}
