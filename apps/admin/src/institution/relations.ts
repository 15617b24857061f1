import { graphql } from '../graphql/gql.ts'
import type { InstitutionRelationsQuery } from '../graphql/graphql.ts'

export const InstitutionRelationsDocument = graphql(`
  query InstitutionRelations($id: ID!, $asOf: Date, $asKnownAt: Instant) {
    institution(id: $id, asOf: $asOf, asKnownAt: $asKnownAt) {
      id
      name
      parent {
        id
        name
      }
      units {
        id
        name
        category
        unitCount
      }
      memberships {
        rowId
        role
        alliance {
          id
          name
          kind
        }
      }
      sharedServicesRun {
        id
        name
        alliance {
          id
          name
        }
      }
      sharedServicesReceived {
        id
        name
        provider {
          id
          name
        }
      }
      lineage {
        kind
        effectiveOn
        from {
          id
          name
        }
        to {
          id
          name
        }
      }
    }
  }
`)

export type InstitutionRelations = NonNullable<InstitutionRelationsQuery['institution']>

/** Where on the map: itself in the middle, what it belongs to above and left, what belongs to it below, services right. */
export type MapPlace = 'centre' | 'above' | 'alliances' | 'services' | 'below' | 'before' | 'after'

export interface MapNode {
  readonly id: string
  readonly name: string
  /** A second, quieter line: who provides a service. */
  readonly detail?: string | undefined
  readonly place: MapPlace
  /** The page it opens; null for groups. */
  readonly opens: 'institution' | 'alliance' | 'units' | null
}

export interface MapLink {
  readonly from: string
  readonly to: string
  readonly label: string
}

export interface RelationMap {
  readonly nodes: readonly MapNode[]
  readonly links: readonly MapLink[]
}

/** What the map says beside the names, in the reader's language. */
export interface MapWords {
  readonly parent: string
  readonly unit: string
  readonly runs: string
  readonly receives: string
  readonly mergedInto: (day: string) => string
  readonly splitFrom: (day: string) => string
  readonly role: (role: InstitutionRelations['memberships'][number]['role']) => string
  readonly units: (category: InstitutionRelations['units'][number]['category'], count: number) => string
}

/** Single units up to this many; more are drawn as one box for each category. */
const SINGLE_UNITS = 6

/** Everything one institution is tied to at a moment, one step away. */
export function relationMap(one: InstitutionRelations, words: MapWords): RelationMap {
  const nodes = new Map<string, MapNode>([[one.id, { id: one.id, name: one.name, place: 'centre', opens: null }]])
  const links: MapLink[] = []
  const tie = (node: MapNode, label: string, direction: 'in' | 'out') => {
    if (!nodes.has(node.id)) nodes.set(node.id, node)
    links.push(direction === 'out' ? { from: one.id, to: node.id, label } : { from: node.id, to: one.id, label })
  }
  if (one.parent) tie({ ...one.parent, place: 'above', opens: 'institution' }, words.parent, 'in')
  for (const { role, alliance } of one.memberships)
    tie({ id: alliance.id, name: alliance.name, place: 'alliances', opens: 'alliance' }, words.role(role), 'out')
  for (const service of one.sharedServicesRun)
    tie({ id: service.id, name: service.name, place: 'services', opens: null }, words.runs, 'out')
  for (const { id, name, provider } of one.sharedServicesReceived)
    tie({ id, name, detail: provider?.name, place: 'services', opens: null }, words.receives, 'in')
  for (const { kind, effectiveOn, from, to } of one.lineage) {
    const label = kind === 'MERGED_INTO' ? words.mergedInto(effectiveOn) : words.splitFrom(effectiveOn)
    if (from.id === one.id) tie({ id: to.id, name: to.name, place: 'after', opens: 'institution' }, label, 'out')
    else tie({ id: from.id, name: from.name, place: 'before', opens: 'institution' }, label, 'in')
  }
  for (const unit of unitNodes(one.units, words)) tie(unit, words.unit, 'out')
  return { nodes: [...nodes.values()], links }
}

function unitNodes(units: InstitutionRelations['units'], words: MapWords): MapNode[] {
  if (units.length <= SINGLE_UNITS) return units.map(({ id, name }) => ({ id, name, place: 'below', opens: 'institution' }))
  const counts = new Map<InstitutionRelations['units'][number]['category'], number>()
  for (const { category, unitCount } of units) counts.set(category, (counts.get(category) ?? 0) + unitCount)
  return [...counts].map(([category, count]) => ({
    id: `units:${category}`,
    name: words.units(category, count),
    place: 'below',
    opens: 'units',
  }))
}

export interface PlacedNode extends MapNode {
  /** The middle of the box. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** The name in lines that fit the box. */
  readonly lines: readonly string[]
}

export interface PlacedLink {
  readonly key: string
  /** SVG path in right angles, from box edge to box edge; the arrow is at its end. */
  readonly path: string
  readonly label: string
  readonly labelX: number
  readonly labelY: number
}

export interface PlacedMap {
  readonly nodes: readonly PlacedNode[]
  readonly links: readonly PlacedLink[]
  readonly width: number
  readonly height: number
}

const BOX = 176
const GAP = 14
const ROW = 84
const LINE = 18

/** Boxes and lines in pixels for a frame of this width: columns left and right of the middle, rows above and below. */
export function placed(map: RelationMap, width: number): PlacedMap {
  const boxes = map.nodes.map((node) => ({ ...node, ...sizeOf(node) }))
  const at = (place: MapPlace) => boxes.filter((box) => box.place === place)
  const stack = (place: MapPlace) => at(place).reduce((sum, { height }) => sum + height + GAP, -GAP)
  const perRow = Math.max(1, Math.floor(width / (BOX + GAP)))
  const hasTop = at('above').length + at('before').length + at('after').length > 0
  const top = hasTop ? 130 : 48
  const middle = Math.max(stack('alliances'), stack('services'), 64)
  const centreY = top + middle / 2
  const belowY = top + middle + 84
  const nodes: PlacedNode[] = []
  const column = (place: MapPlace, x: number) => {
    let y = centreY - stack(place) / 2
    for (const box of at(place)) {
      nodes.push({ ...box, x, y: y + box.height / 2 })
      y += box.height + GAP
    }
  }
  const row = (place: MapPlace, y: number, from: number, to: number) => {
    const all = at(place)
    all.forEach((box, index) => {
      const line = Math.floor(index / perRow)
      const inLine = Math.min(perRow, all.length - line * perRow)
      nodes.push({ ...box, x: from + ((to - from) * ((index % perRow) + 0.5)) / inLine, y: y + line * ROW })
    })
  }
  for (const box of at('centre')) nodes.push({ ...box, x: width / 2, y: centreY })
  row('above', 44, width * 0.35, width * 0.65)
  row('before', 44, 0, width * 0.35)
  row('after', 44, width * 0.65, width)
  column('alliances', Math.max(BOX / 2 + 4, width * 0.16))
  column('services', Math.min(width - BOX / 2 - 4, width * 0.84))
  row('below', belowY, 0, width)
  const rows = Math.ceil(at('below').length / perRow)
  const height = rows === 0 ? top + middle + 24 : belowY + (rows - 1) * ROW + 48
  return { nodes, links: map.links.flatMap((link) => drawn(link, nodes) ?? []), width, height }
}

function sizeOf(node: MapNode): { width: number; height: number; lines: string[] } {
  const lines = wrapped(node.name, 12)
  return { width: BOX, height: (lines.length + (node.detail ? 1 : 0)) * LINE + 14, lines }
}

/** The line between the middle and another box: out of a side, one corner, into a side. */
function drawn(link: MapLink, nodes: readonly PlacedNode[]): PlacedLink | null {
  const [from, to] = [nodes.find(({ id }) => id === link.from), nodes.find(({ id }) => id === link.to)]
  if (!from || !to) return null
  const [centre, other] = from.place === 'centre' ? [from, to] : [to, from]
  const key = `${link.from} ${link.to} ${link.label}`
  const points = other.place === 'alliances' || other.place === 'services' ? sideways(centre, other) : upright(centre, other)
  const [first, ...rest] = other === to ? points.corners : points.corners.toReversed()
  return {
    key,
    path: `M${first![0]} ${first![1]}${rest.map(([x, y]) => ` L${x} ${y}`).join('')}`,
    label: link.label,
    labelX: points.label[0],
    labelY: points.label[1],
  }
}

type Point = readonly [x: number, y: number]

function sideways(centre: PlacedNode, other: PlacedNode): { corners: readonly Point[]; label: Point } {
  const side = Math.sign(other.x - centre.x)
  const [start, end] = [centre.x + (side * centre.width) / 2, other.x - (side * other.width) / 2]
  const bend = Math.round(start + (end - start) * 0.3)
  return {
    corners: [
      [start, centre.y],
      [bend, centre.y],
      [bend, other.y],
      [end, other.y],
    ],
    label: [(bend + end) / 2, other.y],
  }
}

function upright(centre: PlacedNode, other: PlacedNode): { corners: readonly Point[]; label: Point } {
  const side = Math.sign(other.y - centre.y)
  const [start, end] = [centre.y + (side * centre.height) / 2, other.y - (side * other.height) / 2]
  const bend = Math.round(end - side * 40)
  return {
    corners: [
      [centre.x, start],
      [centre.x, bend],
      [other.x, bend],
      [other.x, end],
    ],
    label: [other.x, end - side * 21],
  }
}

/** A name in lines of at most `max` Chinese characters; Latin letters count half. */
export function wrapped(name: string, max: number): string[] {
  const lines: string[] = []
  let line = ''
  let length = 0
  for (const character of name) {
    const size = character < '\u0100' ? 0.55 : 1
    if (length + size > max && line !== '') {
      lines.push(line)
      line = ''
      length = 0
    }
    line += character
    length += size
  }
  if (line !== '') lines.push(line)
  return lines.length <= 3 ? lines : [...lines.slice(0, 2), `${lines[2]!.slice(0, -1)}…`]
}
