import type { PictureInstitution } from './structure.ts'

/** What a box of the picture stands for. */
export type NodeKind = 'supporting' | 'lead' | 'chosen' | 'mandated' | 'vacancy' | 'hub' | 'member' | 'clinics' | 'clinic' | 'group'

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

/** A box that has no place yet. */
export type BareNode = Pick<PictureNode, 'key' | 'kind' | 'label' | 'detail' | 'institutionId'>

/** The space above the boxes, for the heads of the columns. */
export const HEAD = 34

export function institutionNode(kind: NodeKind, { id, name, kind: detail }: PictureInstitution): BareNode {
  return { key: `institution:${id}`, kind, label: name, detail, institutionId: id }
}
