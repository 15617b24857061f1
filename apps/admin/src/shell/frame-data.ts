import type { CombinedError } from '@urql/core'
import { countyCodeOf } from '@yilian/domain/region.ts'
import { useMemo } from 'react'
import { useQuery } from 'urql'
import { dayInChina, type IsoDate } from '@yilian/domain/day.ts'
import { graphql } from '../graphql/gql.ts'
import type { FrameQuery } from '../graphql/graphql.ts'

const FrameDocument = graphql(`
  query Frame {
    today
    viewer {
      id
      username
      name
      permissions
      grants {
        id
        role
      }
      counties {
        code
        name
        parent {
          code
          name
          parent {
            code
            name
          }
        }
      }
    }
  }
`)

// Until the server has said its day.
const openedOn = dayInChina(new Date())

export interface County {
  /** Six digits. */
  readonly code: string
  readonly name: string
  /** Province and prefecture, e.g. 湖南省怀化市. */
  readonly within: string
}

interface Frame {
  /** The server's day; this machine's until it answers. */
  readonly today: IsoDate
  /** Who is signed in, and what they may do; undefined until it is known. */
  readonly viewer: FrameQuery['viewer'] | undefined
  /** The counties of which they see anything. */
  readonly counties: readonly County[]
  readonly error: CombinedError | undefined
  readonly retry: () => void
}

/** What the frame knows. */
export function useFrame(): Frame {
  const [{ data, error }, read] = useQuery({ query: FrameDocument, variables: {}, requestPolicy: 'cache-first' })
  return {
    today: data?.today ?? openedOn,
    viewer: data?.viewer,
    counties: useMemo(() => (data?.viewer.counties ?? []).map(countyOf), [data?.viewer.counties]),
    error,
    retry: () => read({ requestPolicy: 'network-only' }),
  }
}

/** The day shown: the one chosen, or today. */
export function useShownDay(asOf: IsoDate | undefined): IsoDate {
  const { today } = useFrame()
  return asOf ?? today
}

function countyOf({ code, name, parent }: FrameQuery['viewer']['counties'][number]): County {
  return { code: countyCodeOf(code), name, within: `${parent?.parent?.name ?? ''}${parent?.name ?? ''}` }
}
