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
  readonly receives: (provider: string | null) => string
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
  for (const service of one.sharedServicesReceived)
    tie({ id: service.id, name: service.name, place: 'services', opens: null }, words.receives(service.provider?.name ?? null), 'in')
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
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** The name in lines that fit the box. */
  readonly lines: readonly string[]
}

export interface PlacedMap {
  readonly nodes: readonly PlacedNode[]
  readonly height: number
}

const BOX = 168
const GAP = 14

/** Boxes in pixels for a frame of this width: columns left and right of the middle, rows above and below. */
export function placed(map: RelationMap, width: number): PlacedMap {
  const boxes = map.nodes.map((node) => ({ node, lines: wrapped(node.name, node.place === 'centre' ? 12 : 11) }))
  const heightOf = (lines: readonly string[]) => lines.length * 18 + 14
  const at = (place: MapPlace) => boxes.filter(({ node }) => node.place === place)
  const stack = (place: MapPlace) => at(place).reduce((sum, { lines }) => sum + heightOf(lines) + GAP, -GAP)
  const perRow = Math.max(1, Math.floor((width - 40) / (BOX + GAP)))
  const top = at('above').length + at('before').length + at('after').length > 0 ? 120 : 40
  const middle = Math.max(stack('alliances'), stack('services'), 64, 0)
  const centreY = top + middle / 2
  const belowY = top + middle + 72
  const nodes: PlacedNode[] = []
  const add = ({ node, lines }: (typeof boxes)[number], x: number, y: number) =>
    nodes.push({ ...node, x, y, width: BOX, height: heightOf(lines), lines })
  const column = (place: MapPlace, x: number) => {
    let y = centreY - stack(place) / 2
    for (const box of at(place)) {
      add(box, x, y + heightOf(box.lines) / 2)
      y += heightOf(box.lines) + GAP
    }
  }
  const row = (place: MapPlace, y: number, from: number, to: number) => {
    const all = at(place)
    all.forEach((box, index) => {
      const line = Math.floor(index / perRow)
      const inLine = Math.min(perRow, all.length - line * perRow)
      add(box, from + ((to - from) * ((index % perRow) + 0.5)) / inLine, y + line * 76)
    })
  }
  for (const box of at('centre')) add(box, width / 2, centreY)
  row('above', 44, width * 0.35, width * 0.65)
  row('before', 44, 0, width * 0.35)
  row('after', 44, width * 0.65, width)
  column('alliances', Math.max(BOX / 2 + 8, width * 0.16))
  column('services', Math.min(width - BOX / 2 - 8, width * 0.84))
  row('below', belowY, 0, width)
  const rows = Math.ceil(at('below').length / perRow)
  return { nodes, height: at('below').length === 0 ? top + middle + 40 : belowY + rows * 76 - 20 }
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
