import { layoutGroup } from './structure-group.ts'
import { HEAD, institutionNode, type BareNode, type NodeKind, type PictureNode } from './structure-node.ts'
import type { PictureInstitution, Structure } from './structure.ts'

export interface PictureEdge {
  readonly key: string
  readonly path: string
  /** A tie that is not settled: to an empty or disputed lead. */
  readonly open: boolean
}

export interface PictureColumn {
  readonly kind: 'supporting' | 'lead' | 'hub' | 'member' | 'clinics'
  readonly x: number
  readonly width: number
  readonly count: number
}

export interface PictureLayout {
  readonly width: number
  readonly height: number
  readonly columns: readonly PictureColumn[]
  readonly nodes: readonly PictureNode[]
  readonly edges: readonly PictureEdge[]
}

export interface Clinic {
  readonly id: string
  readonly name: string
}

export interface LayoutOptions {
  /** The width to fill; the picture is wider when its columns need more. */
  readonly width: number
  /** Village clinics of the members that are unfolded, by institution. */
  readonly clinics: ReadonlyMap<string, readonly Clinic[]>
  /** “23 village clinics” in the reader's language. */
  readonly clinicsLabel: (count: number) => string
  /** What stands in the lead's place when nobody holds it. */
  readonly vacancyLabel: string
  readonly unknownLead: string
  /** For two pictures side by side: smaller boxes with the name alone, without village clinics. */
  readonly narrow?: boolean | undefined
}

const WIDTHS = { supporting: 204, lead: 224, member: 232, clinics: 184 }
const NARROW_WIDTHS = { supporting: 128, lead: 136, member: 140, clinics: 0 }
const CLINIC_PITCH = 24
/** Up to this many members stand in one column, each with its tie; more stand together in a frame with one tie. */
const ONE_COLUMN = 12
/** Heads of a tall picture stay within the first screen. */
const HEADS_BY = 240

/**
 * The picture from left to right: supporting hospitals, the lead (or its vacancy, or the two of a dispute), members,
 * village clinics. Pure arithmetic; the same structure gives the same picture.
 */
export function layoutStructure(structure: Structure, options: LayoutOptions): PictureLayout {
  const { width, clinicsLabel, vacancyLabel, unknownLead, narrow = false } = options
  const { supporting, members } = structure
  const widths = narrow ? NARROW_WIDTHS : WIDTHS
  const grouped = members.length > ONE_COLUMN
  const hasClinics = !narrow && !grouped && members.some(({ villageClinicCount }) => villageClinicCount > 0)
  const kinds = (['supporting', 'lead', 'member', 'clinics'] as const).filter(
    (kind) =>
      kind === 'lead' ||
      (kind === 'supporting' && supporting.length > 0) ||
      (kind === 'member' && members.length > 0) ||
      (kind === 'clinics' && hasClinics),
  )
  const least = narrow ? 24 : 48
  const others = kinds.reduce((sum, kind) => (kind === 'member' && grouped ? sum : sum + widths[kind]), 0)
  const group = grouped ? layoutGroup(members, width - others - least * (kinds.length - 1) - 16, narrow, clinicsLabel) : null
  const boxes = others + (group?.width ?? 0)
  const gap = kinds.length > 1 ? Math.min(110, Math.max(least, (width - boxes - 16) / (kinds.length - 1))) : 0
  const place = new Map<string, { x: number; width: number }>()
  // What does not fill the width stands in its middle.
  let x = Math.max(8, (width - boxes - gap * (kinds.length - 1)) / 2)
  for (const kind of kinds) {
    const own = kind === 'member' && group ? group.width : widths[kind]
    place.set(kind, { x, width: own })
    x += own + gap
  }
  const at = (kind: 'supporting' | 'lead' | 'member' | 'clinics') => place.get(kind) ?? { x: 0, width: 0 }

  // Members first: the others are centred on them.
  const belonging = group
    ? group.nodes.map((node) => ({ ...node, x: node.x + at('member').x }))
    : inOneColumn(members, options, at('member'), hasClinics ? at('clinics') : null)
  const last = belonging
    .filter(({ kind }) => kind === 'member' || kind === 'group')
    .reduce((most, { y, height }) => Math.max(most, y + height), HEAD + 54)
  const middle = Math.min((HEAD + last) / 2, Math.max(HEADS_BY, HEAD + supporting.length * 34))
  const column = (kind: 'supporting' | 'lead', list: readonly BareNode[], height: number) => {
    const step = height + 22
    const first = Math.max(HEAD, middle - (list.length * step - 22) / 2)
    return list.map((one, index) => ({ ...one, ...at(kind), y: first + index * step, height }))
  }
  const heads = headNodes(structure, vacancyLabel, unknownLead)
  const headBoxes = column('lead', heads, 54)
  const ownClinics = headBoxes.flatMap(({ x, y, width, height }) =>
    structure.lead && heads[0]?.kind === 'lead' && !narrow
      ? clinicNodes(structure.lead, options.clinics.get(structure.lead.id) ?? [], options.clinicsLabel, {
          x: x + 20,
          y: y + height + 14,
          width: width - 40,
        })
      : [],
  )
  // In the order in which they are read.
  const nodes = [
    ...column(
      'supporting',
      supporting.map((one) => institutionNode('supporting', one)),
      46,
    ),
    ...headBoxes,
    ...ownClinics,
    ...belonging,
  ]
  const bottom = nodes.reduce((most, node) => Math.max(most, node.y + node.height), HEAD)
  return {
    width: Math.max(width, x - gap + 8),
    height: bottom + 16,
    columns: kinds.map((kind) => ({
      kind: kind === 'lead' && heads[0]?.kind === 'hub' ? 'hub' : kind,
      ...at(kind),
      count: countOf(kind, structure),
    })),
    nodes: narrow ? nodes.map((node) => ({ ...node, detail: node.kind === 'vacancy' ? node.detail : '' })) : nodes,
    edges: edgesOf(nodes),
  }
}

/** One box under the other, village clinics beside each. */
function inOneColumn(
  members: readonly PictureInstitution[],
  { clinics, clinicsLabel }: LayoutOptions,
  own: { x: number; width: number },
  beside: { x: number; width: number } | null,
): PictureNode[] {
  const height = 46
  const pitch = height + (members.length <= 6 ? 22 : 12)
  const nodes: PictureNode[] = []
  let y = HEAD + 4
  for (const member of members) {
    const unfolded = beside ? (clinics.get(member.id) ?? []) : []
    nodes.push({ ...institutionNode('member', member), ...own, y, height })
    if (beside) nodes.push(...clinicNodes(member, unfolded, clinicsLabel, { ...beside, y: y + (height - 26) / 2 }))
    y += Math.max(pitch, unfolded.length > 0 ? unfolded.length * CLINIC_PITCH + 48 : 0)
  }
  return nodes
}

/** The village clinics an institution runs: their number as a pill, below it those that are unfolded. */
function clinicNodes(
  { id, villageClinicCount }: PictureInstitution,
  unfolded: readonly Clinic[],
  label: (count: number) => string,
  { x, y, width }: { x: number; y: number; width: number },
): PictureNode[] {
  if (villageClinicCount === 0) return []
  const pill: PictureNode = {
    key: `clinics:${id}`,
    kind: 'clinics',
    x,
    y,
    width,
    height: 26,
    label: label(villageClinicCount),
    detail: '',
    institutionId: id,
  }
  const below = unfolded.map((clinic, index): PictureNode => ({
    key: `clinic:${clinic.id}`,
    kind: 'clinic',
    x: x + 12,
    width: width - 12,
    y: y + 31 + index * CLINIC_PITCH,
    height: 22,
    label: clinic.name,
    detail: '',
    institutionId: clinic.id,
  }))
  return [pill, ...below]
}

/** What stands in the lead's place: the lead, the two of a dispute, a vacancy, or the alliance itself where none is needed. */
function headNodes({ name, lead, vacancy, dispute }: Structure, vacancyLabel: string, unknownLead: string): BareNode[] {
  if (dispute) {
    const side = (kind: 'chosen' | 'mandated', one: PictureInstitution | null): BareNode =>
      one
        ? { ...institutionNode(kind, one), key: `${kind}:${one.id}` }
        : { key: kind, kind, label: unknownLead, detail: '', institutionId: null }
    return [side('chosen', dispute.chosen), side('mandated', dispute.mandated)]
  }
  if (lead) return [institutionNode('lead', lead)]
  if (vacancy) return [{ key: 'vacancy', kind: 'vacancy', label: vacancyLabel, detail: vacancy.reason, institutionId: null }]
  return [{ key: 'hub', kind: 'hub', label: name, detail: '', institutionId: null }]
}

function countOf(kind: 'supporting' | 'lead' | 'member' | 'clinics', { supporting, lead, members }: Structure): number {
  if (kind === 'supporting') return supporting.length
  if (kind === 'lead') return lead ? 1 : 0
  if (kind === 'member') return members.length
  return members.reduce((sum, { villageClinicCount }) => sum + villageClinicCount, 0)
}

function edgesOf(nodes: readonly PictureNode[]): PictureEdge[] {
  const of = (...kinds: NodeKind[]) => nodes.filter(({ kind }) => kinds.includes(kind))
  const heads = of('lead', 'chosen', 'mandated', 'vacancy', 'hub')
  const group = of('group')
  const link = (from: PictureNode, to: PictureNode): PictureEdge => ({
    key: `${from.key}>${to.key}`,
    path: curve(from, to),
    open: [from.kind, to.kind].some((kind) => kind === 'chosen' || kind === 'mandated' || kind === 'vacancy'),
  })
  return [
    ...of('supporting').flatMap((from) => heads.map((to) => link(from, to))),
    ...heads.flatMap((from) => (group.length > 0 ? group : of('member')).map((to) => link(from, to))),
    ...of('clinics').flatMap((to) =>
      of('lead', 'member')
        .filter(({ institutionId }) => institutionId === to.institutionId)
        .map((from) => (from.kind === 'lead' ? { ...link(from, to), path: straightDown(from, to) } : link(from, to))),
    ),
  ]
}

/** From the middle of the right side of one box to the left side of the other; a tall frame is met straight across. */
function curve(from: PictureNode, to: PictureNode): string {
  const [x1, y1, x2] = [from.x + from.width, from.y + from.height / 2, to.x]
  const y2 = to.kind === 'group' ? Math.min(to.y + to.height - 12, Math.max(to.y + 12, y1)) : to.y + to.height / 2
  const bend = (x2 - x1) / 2
  return `M${round(x1)} ${round(y1)} C${round(x1 + bend)} ${round(y1)} ${round(x2 - bend)} ${round(y2)} ${round(x2)} ${round(y2)}`
}

/** The lead's own clinics stand under it. */
function straightDown(from: PictureNode, to: PictureNode): string {
  const x = round(from.x + from.width / 2)
  return `M${x} ${round(from.y + from.height)} L${x} ${round(to.y)}`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
