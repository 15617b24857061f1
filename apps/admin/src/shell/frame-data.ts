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
      name
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

/** What the frame knows: the server's day (this machine's until it answers), who works here, which counties there are. */
export function useFrame(): { today: IsoDate; viewer: FrameQuery['viewer'] | undefined; counties: readonly County[] } {
  const [{ data }] = useQuery({ query: FrameDocument, variables: {}, requestPolicy: 'cache-first' })
  return {
    today: data?.today ?? openedOn,
    viewer: data?.viewer,
    counties: useMemo(() => (data?.counties ?? []).map(countyOf), [data?.counties]),
  }
}

/** The day shown: the one chosen, or today. */
export function useShownDay(asOf: IsoDate | undefined): IsoDate {
  const { today } = useFrame()
  return asOf ?? today
}

function countyOf({ code, name, parent }: FrameQuery['counties'][number]): County {
  return { code: countyCodeOf(code), name, within: `${parent?.parent?.name ?? ''}${parent?.name ?? ''}` }
}
