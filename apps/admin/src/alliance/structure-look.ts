import { COLORS } from '../theme/theme.ts'
import type { NodeKind } from './structure-node.ts'

/** How a box is drawn, on the screen and in the exported picture alike. */
export interface NodeLook {
  readonly fill: string
  readonly stroke: string
  readonly text: string
  readonly detail: string
  readonly dashed: boolean
  readonly bold: boolean
  readonly radius: number
}

const plain: NodeLook = {
  fill: '#ffffff',
  stroke: '#8fb1d3',
  text: COLORS.text,
  detail: COLORS.secondary,
  dashed: false,
  bold: false,
  radius: 4,
}

export const NODE_LOOKS: Record<NodeKind, NodeLook> = {
  supporting: { ...plain, stroke: '#aab4bf' },
  lead: { ...plain, fill: COLORS.blue, stroke: COLORS.blue, text: '#ffffff', detail: '#dbe8f5', bold: true },
  chosen: { ...plain, fill: COLORS.redTint, stroke: COLORS.red, detail: COLORS.red, dashed: true, bold: true },
  mandated: { ...plain, fill: COLORS.redTint, stroke: COLORS.red, detail: COLORS.red, dashed: true, bold: true },
  vacancy: { ...plain, fill: COLORS.amberTint, stroke: COLORS.amber, text: COLORS.amber, detail: COLORS.amber, dashed: true, bold: true },
  hub: { ...plain, fill: COLORS.greyTint, stroke: '#aab4bf' },
  member: plain,
  group: { ...plain, fill: '#f7f9fb', stroke: '#c9d0d8', radius: 6 },
  clinics: { ...plain, fill: COLORS.greyTint, stroke: '#d6dce3', radius: 13 },
  clinic: { ...plain, stroke: 'none', fill: 'none', text: COLORS.secondary },
}

export const EDGE = { settled: '#9db8d4', open: COLORS.amber } as const
export const HEAD_TEXT = COLORS.secondary
