import { useCallback, useMemo, useState } from 'react'
import { useClient, useQuery } from 'urql'
import { countyCodeOf } from '@yilian/domain/region.ts'
import { graphql } from '../graphql/gql.ts'
import type { RegionChildrenQuery } from '../graphql/graphql.ts'
import { useMoment } from '../shell/moment.ts'

const RegionRootsDocument = graphql(`
  query RegionRoots {
    counties {
      code
      name
      institutionCount
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

const RegionChildrenDocument = graphql(`
  query RegionChildren($code: String!, $asOf: Date, $asKnownAt: Instant) {
    region(code: $code, asOf: $asOf, asKnownAt: $asKnownAt) {
      code
      children {
        code
        name
        level
        statisticalOnly
        institutionCount
      }
    }
  }
`)

export interface RegionNode {
  readonly code: string
  readonly name: string
  readonly statisticalOnly: boolean
  /** Institutions within; null above counties, where the system holds only some of them. */
  readonly institutions: number | null
  /** Undefined until asked for. */
  readonly children: readonly RegionNode[] | undefined
  readonly leaf: boolean
}

export interface RegionTree {
  readonly roots: readonly RegionNode[]
  readonly fetching: boolean
  /** Codes of provinces and prefectures, and of the county where there is only one: unfolded from the start. */
  readonly upper: readonly string[]
  /** The county, where there is only one. */
  readonly only: string | null
  /** Reads what lies below; resolves when it is in the tree. */
  readonly load: (code: string) => Promise<void>
}

type Loaded = ReadonlyMap<string, readonly RegionNode[]>
const NOTHING: Loaded = new Map()

/**
 * The regions of the counties known (of the county chosen), from the province down; below the county as they are asked for,
 * and at once when there is only one county and the tree is `wanted`.
 */
export function useRegionTree(wanted = true): RegionTree {
  const { asOf, asKnownAt, county } = useMoment()
  const client = useClient()
  const [{ data, fetching }] = useQuery({ query: RegionRootsDocument, variables: {} })
  const moment = `${asOf} ${asKnownAt}`
  const [kept, setKept] = useState<{ moment: string; loaded: Loaded }>({ moment, loaded: NOTHING })
  // What was read as of another moment is not of this tree.
  const loaded = kept.moment === moment ? kept.loaded : NOTHING
  const load = useCallback(
    async (code: string) => {
      const result = await client.query(RegionChildrenDocument, { code, asOf, asKnownAt }, { requestPolicy: 'network-only' }).toPromise()
      if (result.error || !result.data?.region) throw new Error(result.error?.message ?? code)
      const children = childNodes(result.data.region.children)
      setKept((before) => ({ moment, loaded: new Map([...(before.moment === moment ? before.loaded : NOTHING), [code, children]]) }))
    },
    [client, asOf, asKnownAt, moment],
  )
  const counties = useMemo(
    () => (data?.counties ?? []).filter(({ code }) => county === undefined || countyCodeOf(code) === county),
    [data, county],
  )
  const only = counties.length === 1 ? counties[0]!.code : null
  const [{ data: first }] = useQuery({
    query: RegionChildrenDocument,
    variables: { code: only ?? '', asOf, asKnownAt },
    pause: !wanted || only === null,
  })
  const roots = useMemo(() => {
    const region = first?.region
    return treeOf(counties, region && !loaded.has(region.code) ? new Map([...loaded, [region.code, childNodes(region.children)]]) : loaded)
  }, [counties, loaded, first])
  const upper = useMemo(
    () =>
      counties.flatMap(({ code, parent }) =>
        [parent?.parent?.code, parent?.code, counties.length === 1 ? code : undefined].filter((one) => one !== undefined),
      ),
    [counties],
  )
  return { roots, fetching, upper, only, load }
}

function childNodes(children: NonNullable<RegionChildrenQuery['region']>['children']): RegionNode[] {
  return children.map(({ code, name, level, statisticalOnly, institutionCount }) => ({
    code,
    name,
    statisticalOnly,
    institutions: institutionCount,
    children: undefined,
    leaf: level === 'VILLAGE',
  }))
}

interface CountyRow {
  readonly code: string
  readonly name: string
  readonly institutionCount: number
  readonly parent: {
    readonly code: string
    readonly name: string
    readonly parent: { readonly code: string; readonly name: string } | null
  } | null
}

/** Counties under their prefectures and provinces, with what has been loaded below them. */
export function treeOf(counties: readonly CountyRow[], loaded: Loaded): RegionNode[] {
  const roots: RegionNode[] = []
  const within = (siblings: RegionNode[], region: { code: string; name: string } | null | undefined): RegionNode[] => {
    if (!region) return siblings
    let node = siblings.find(({ code }) => code === region.code)
    if (!node) siblings.push((node = { ...region, statisticalOnly: false, institutions: null, children: [], leaf: false }))
    return node.children as RegionNode[]
  }
  for (const { code, name, institutionCount, parent } of counties) {
    within(within(roots, parent?.parent), parent).push(
      filled({ code, name, statisticalOnly: false, institutions: institutionCount, children: undefined, leaf: false }, loaded),
    )
  }
  return roots
}

function filled(node: RegionNode, loaded: Loaded): RegionNode {
  const children = loaded.get(node.code)?.map((child) => filled(child, loaded))
  return children === undefined ? node : { ...node, children, leaf: children.length === 0 }
}
