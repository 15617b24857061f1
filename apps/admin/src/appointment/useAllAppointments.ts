import type { CombinedError } from '@urql/core'
import { useEffect, useState } from 'react'
import { useClient, useQuery } from 'urql'
import type { AppointmentFilter } from '../graphql/graphql.ts'
import { useMoment } from '../shell/moment.ts'
import { AppointmentListDocument, type AppointmentRow } from './appointment-list.ts'

const PAGE = 200
/** More than these are no picture any more; it is said that there are more. */
const MOST = 1000

export interface AllAppointments {
  readonly rows: readonly AppointmentRow[] | undefined
  readonly total: number
  readonly error: CombinedError | undefined
  readonly retry: () => void
}

/** Every appointment that passes the filter, page after page, the next to return first; at most a thousand. */
export function useAllAppointments(filter: AppointmentFilter): AllAppointments {
  const client = useClient()
  const { asOf, asKnownAt } = useMoment()
  const variables = { filter, orderBy: 'RETURN' as const, direction: 'ASC' as const, first: PAGE, asOf, asKnownAt }
  const [{ data, error }, read] = useQuery({ query: AppointmentListDocument, variables })
  const first = data?.appointments
  const [more, setMore] = useState<{
    readonly of: typeof first
    readonly rows: readonly AppointmentRow[]
    readonly error?: CombinedError
  }>()
  const key = JSON.stringify(variables)
  useEffect(() => {
    if (!first?.pageInfo.hasNextPage) return undefined
    let wanted = true
    const readOn = async () => {
      const rows: AppointmentRow[] = []
      let after = first.pageInfo.endCursor
      while (after !== null && rows.length + PAGE < MOST) {
        const next = await client.query(AppointmentListDocument, { ...JSON.parse(key), after }).toPromise()
        if (!wanted) return
        if (!next.data) return setMore({ of: first, rows, ...(next.error ? { error: next.error } : {}) })
        rows.push(...next.data.appointments.nodes)
        after = next.data.appointments.pageInfo.hasNextPage ? next.data.appointments.pageInfo.endCursor : null
      }
      setMore({ of: first, rows })
    }
    void readOn()
    return () => {
      wanted = false
    }
  }, [client, first, key])
  const complete = first && !first.pageInfo.hasNextPage
  const rest = more?.of === first ? more : undefined
  return {
    rows: first && (complete || rest) ? [...first.nodes, ...(rest?.rows ?? [])] : undefined,
    total: first?.totalCount ?? 0,
    error: error ?? rest?.error,
    retry: () => read({ requestPolicy: 'network-only' }),
  }
}
