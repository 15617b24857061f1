import type { AppointmentKind } from '@yilian/domain/staffing/appointment-kind.ts'

/** One who works away from home, as the picture needs it. */
export interface Away {
  readonly kind: AppointmentKind
  readonly from: { readonly key: string; readonly name: string }
  readonly to: { readonly key: string; readonly name: string }
  readonly overdue: boolean
}

/** How many go from one place to another, and in which way. */
export interface StaffFlow {
  readonly key: string
  readonly kind: AppointmentKind
  readonly from: Away['from']
  readonly to: Away['to']
  readonly count: number
  readonly overdue: number
}

/** People with the same two places and kind as one flow, the largest first. */
export function staffFlows(rows: readonly Away[]): StaffFlow[] {
  const groups = Map.groupBy(rows, ({ from, to, kind }) => `${from.key} ${to.key} ${kind}`)
  return [...groups]
    .map(([key, list]) => {
      const { from, to, kind } = list[0]!
      return { key, from, to, kind, count: list.length, overdue: list.filter(({ overdue }) => overdue).length }
    })
    .toSorted((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
}

/** A place on one side of the picture; `y` is its upper edge. */
export interface FlowNode {
  readonly key: string
  readonly name: string
  readonly count: number
  readonly y: number
  readonly height: number
}

export interface FlowBand extends StaffFlow {
  /** The upper edges at the left and at the right, and how thick it is. */
  readonly left: number
  readonly right: number
  readonly thickness: number
}

export interface FlowLayout {
  readonly height: number
  readonly sources: readonly FlowNode[]
  readonly hosts: readonly FlowNode[]
  readonly bands: readonly FlowBand[]
}

/** A label needs this much height, whatever the number; a band is never thinner than can be seen. */
const LABEL = 24
const GAP = 6
const THINNEST = 3

/**
 * Homes at the left, hosts at the right, each once; the bands between are as thick as the people are many. Places are in the order of their
 * people; bands leave and arrive in the order of the places on the other side, so that few cross.
 */
export function flowLayout(flows: readonly StaffFlow[]): FlowLayout {
  const most = Math.max(1, ...sums(flows, 'from').map(({ count }) => count), ...sums(flows, 'to').map(({ count }) => count))
  const unit = Math.min(14, Math.max(THINNEST, 160 / most))
  const [sources, hosts] = [place(sums(flows, 'from'), unit), place(sums(flows, 'to'), unit)]
  const at = (side: readonly FlowNode[], key: string) => side.find((one) => one.key === key)!
  const stack = (side: 'from' | 'to') => {
    const [own, other] = side === 'from' ? [sources, hosts] : [hosts, sources]
    const far = side === 'from' ? 'to' : 'from'
    const starts = new Map<string, number>()
    for (const node of own) {
      const mine = flows
        .filter((flow) => flow[side].key === node.key)
        .toSorted((a, b) => at(other, a[far].key).y - at(other, b[far].key).y || (a.key < b.key ? -1 : 1))
      let y = node.y + (node.height - mine.reduce((sum, { count }) => sum + count * unit, 0)) / 2
      for (const flow of mine) {
        starts.set(flow.key, y)
        y += flow.count * unit
      }
    }
    return starts
  }
  const [lefts, rights] = [stack('from'), stack('to')]
  const bottom = (side: readonly FlowNode[]) => Math.max(0, ...side.map(({ y, height }) => y + height))
  return {
    height: Math.max(bottom(sources), bottom(hosts)),
    sources,
    hosts,
    bands: flows.map((flow) => ({ ...flow, left: lefts.get(flow.key)!, right: rights.get(flow.key)!, thickness: flow.count * unit })),
  }
}

function sums(flows: readonly StaffFlow[], side: 'from' | 'to'): { key: string; name: string; count: number }[] {
  return [...Map.groupBy(flows, (flow) => flow[side].key)]
    .map(([key, list]) => ({ key, name: list[0]![side].name, count: list.reduce((sum, { count }) => sum + count, 0) }))
    .toSorted((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
}

function place(nodes: readonly { key: string; name: string; count: number }[], unit: number): FlowNode[] {
  let y = 0
  return nodes.map((node) => {
    const height = Math.max(LABEL, node.count * unit)
    const placed = { ...node, y, height }
    y += height + GAP
    return placed
  })
}
