import type { PictureInstitution, Structure } from './structure.ts'

/** What a box of the picture stands for. */
export type NodeKind = 'supporting' | 'lead' | 'chosen' | 'mandated' | 'vacancy' | 'hub' | 'member' | 'clinics' | 'clinic'

export interface PictureNode {
  /** The same from day to day for the same institution, so that it moves instead of jumping. */
  readonly key: string
  readonly kind: NodeKind
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly label: string
  readonly detail: string
  readonly institutionId: string | null
}

export interface PictureEdge {
  readonly key: string
  readonly path: string
  /** A tie that is not settled: to an empty or disputed lead. */
  readonly open: boolean
}

export interface PictureColumn {
  readonly kind: 'supporting' | 'lead' | 'member' | 'clinics'
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
  /** The least width; the columns spread over it. */
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
const HEAD = 34
const CLINIC_PITCH = 24
/** Above this many members a box holds one line, so that thirty still fit two screens. */
const ROOMY = 12

/**
 * The picture from left to right: supporting hospitals, the lead (or its vacancy, or the two of a dispute), members,
 * village clinics. Pure arithmetic; the same structure gives the same picture.
 */
export function layoutStructure(structure: Structure, { width, clinics, clinicsLabel, vacancyLabel, unknownLead, narrow = false }: LayoutOptions): PictureLayout {
  const columnWidth = narrow ? NARROW_WIDTHS : WIDTHS
  const { supporting, members } = structure
  const roomy = members.length <= ROOMY
  const boxHeight = roomy ? 46 : 30
  const pitch = boxHeight + (members.length <= 6 ? 22 : roomy ? 12 : 6)
  const hasClinics = !narrow && members.some(({ villageClinicCount }) => villageClinicCount > 0)
  const kinds = (['supporting', 'lead', 'member', 'clinics'] as const).filter(
    (kind) => kind === 'lead' || (kind === 'supporting' && supporting.length > 0) || (kind === 'member' && members.length > 0) || (kind === 'clinics' && hasClinics),
  )
  const boxes = kinds.reduce((sum, kind) => sum + columnWidth[kind], 0)
  const gap = kinds.length > 1 ? Math.min(110, Math.max(narrow ? 24 : 48, (width - boxes - 16) / (kinds.length - 1))) : 0
  const columnX = new Map<string, number>()
  let x = 8
  for (const kind of kinds) {
    columnX.set(kind, x)
    x += columnWidth[kind] + gap
  }
  const at = (kind: PictureColumn['kind']) => ({ x: columnX.get(kind) ?? 0, width: columnWidth[kind] })

  // Members first: the others are centred on them.
  const nodes: PictureNode[] = []
  const top = roomy ? HEAD + 4 : HEAD
  let y = top
  for (const member of members) {
    const unfolded = clinics.get(member.id) ?? []
    const slot = Math.max(pitch, unfolded.length * CLINIC_PITCH + (unfolded.length > 0 ? 40 : 0))
    nodes.push({ ...institutionNode('member', member), ...at('member'), y, height: boxHeight })
    if (hasClinics && member.villageClinicCount > 0) {
      nodes.push({ key: `clinics:${member.id}`, kind: 'clinics', ...at('clinics'), y: y + (boxHeight - 26) / 2, height: 26, label: clinicsLabel(member.villageClinicCount), detail: '', institutionId: member.id })
      unfolded.forEach((clinic, index) =>
        nodes.push({ key: `clinic:${clinic.id}`, kind: 'clinic', x: at('clinics').x + 12, width: at('clinics').width - 12, y: y + boxHeight / 2 + 18 + index * CLINIC_PITCH, height: 22, label: clinic.name, detail: '', institutionId: clinic.id }),
      )
    }
    y += slot
  }
  const middle = members.length > 0 ? (top + y - (pitch - boxHeight)) / 2 : HEAD + 80
  const heads = headNodes(structure, vacancyLabel, unknownLead)
  const column = (kind: 'supporting' | 'lead', list: readonly HeadNode[], height: number) => {
    const step = height + 22
    const first = Math.max(HEAD, middle - (list.length * step - 22) / 2)
    return list.map((one, index) => ({ ...one, ...at(kind), y: first + index * step, height }))
  }
  nodes.push(...column('lead', heads, 54), ...column('supporting', supporting.map((one) => institutionNode('supporting', one)), 46))

  const bottom = nodes.reduce((most, node) => Math.max(most, node.y + node.height), HEAD)
  return {
    width: Math.max(width, x - gap + 8),
    height: bottom + 16,
    columns: kinds.map((kind) => ({ kind, ...at(kind), count: countOf(kind, structure) })),
    nodes: narrow ? nodes.map((node) => ({ ...node, detail: node.kind === 'vacancy' ? node.detail : '' })) : nodes,
    edges: edgesOf(nodes),
  }
}

type HeadNode = Pick<PictureNode, 'key' | 'kind' | 'label' | 'detail' | 'institutionId'>

function institutionNode(kind: NodeKind, { id, name, kind: detail }: PictureInstitution): HeadNode {
  return { key: `institution:${id}`, kind, label: name, detail, institutionId: id }
}

/** What stands in the lead's place: the lead, the two of a dispute, a vacancy, or the alliance itself where none is needed. */
function headNodes({ name, lead, vacancy, dispute }: Structure, vacancyLabel: string, unknownLead: string): HeadNode[] {
  if (dispute) {
    const side = (kind: 'chosen' | 'mandated', one: PictureInstitution | null): HeadNode =>
      one ? { ...institutionNode(kind, one), key: `${kind}:${one.id}` } : { key: kind, kind, label: unknownLead, detail: '', institutionId: null }
    return [side('chosen', dispute.chosen), side('mandated', dispute.mandated)]
  }
  if (lead) return [institutionNode('lead', lead)]
  if (vacancy) return [{ key: 'vacancy', kind: 'vacancy', label: vacancyLabel, detail: vacancy.reason, institutionId: null }]
  return [{ key: 'hub', kind: 'hub', label: name, detail: '', institutionId: null }]
}

function countOf(kind: PictureColumn['kind'], { supporting, lead, members }: Structure): number {
  if (kind === 'supporting') return supporting.length
  if (kind === 'lead') return lead ? 1 : 0
  if (kind === 'member') return members.length
  return members.reduce((sum, { villageClinicCount }) => sum + villageClinicCount, 0)
}

function edgesOf(nodes: readonly PictureNode[]): PictureEdge[] {
  const of = (...kinds: NodeKind[]) => nodes.filter(({ kind }) => kinds.includes(kind))
  const heads = of('lead', 'chosen', 'mandated', 'vacancy', 'hub')
  const link = (from: PictureNode, to: PictureNode): PictureEdge => ({
    key: `${from.key}>${to.key}`,
    path: curve(from, to),
    open: [from.kind, to.kind].some((kind) => kind === 'chosen' || kind === 'mandated' || kind === 'vacancy'),
  })
  return [
    ...of('supporting').flatMap((from) => heads.map((to) => link(from, to))),
    ...heads.flatMap((from) => of('member').map((to) => link(from, to))),
    ...of('clinics').flatMap((to) => of('member').filter(({ institutionId }) => institutionId === to.institutionId).map((from) => link(from, to))),
  ]
}

/** From the middle of the right side of one box to the middle of the left side of the other. */
function curve(from: PictureNode, to: PictureNode): string {
  const [x1, y1, x2, y2] = [from.x + from.width, from.y + from.height / 2, to.x, to.y + to.height / 2]
  const bend = (x2 - x1) / 2
  return `M${round(x1)} ${round(y1)} C${round(x1 + bend)} ${round(y1)} ${round(x2 - bend)} ${round(y2)} ${round(x2)} ${round(y2)}`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

/** Breaks a name into at most `lines` lines of `width` ems; a Chinese character is 1 em, a Latin one about half. */
export function wrapText(text: string, width: number, lines: number): string[] {
  const rows: string[] = []
  let row = ''
  let used = 0
  for (const character of text) {
    const size = character.codePointAt(0)! > 0x2e7f ? 1 : 0.56
    if (used + size > width && row !== '') {
      rows.push(row)
      row = ''
      used = 0
    }
    row += character
    used += size
  }
  if (row !== '') rows.push(row)
  return rows.length <= lines ? rows : [...rows.slice(0, lines - 1), `${[...rows[lines - 1]!].slice(0, -1).join('')}…`]
}
