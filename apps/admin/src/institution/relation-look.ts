import { COLORS } from '../theme/theme.ts'
import type { MapPlace } from './relations.ts'

export interface BoxLook {
  readonly fill: string
  readonly edge: string
  readonly text: string
  readonly detail: string
}

const plain: BoxLook = { fill: '#ffffff', edge: '#8b98a5', text: COLORS.text, detail: COLORS.secondary }

/** How the boxes of the map are drawn, on the screen and in the saved picture alike. */
export const BOX_LOOKS: Readonly<Record<MapPlace, BoxLook>> = {
  centre: { fill: COLORS.blue, edge: COLORS.blue, text: '#ffffff', detail: '#dbe8f5' },
  above: plain,
  alliances: { ...plain, fill: COLORS.blueTint, edge: '#7fa9d3' },
  services: { ...plain, fill: '#e5f3f1', edge: '#6fb0a6' },
  below: plain,
  before: { ...plain, fill: COLORS.greyTint, edge: '#b4bdc7' },
  after: { ...plain, fill: COLORS.greyTint, edge: '#b4bdc7' },
}
export const LINK_COLOR = '#7d8a97'
export const LABEL_COLOR = COLORS.secondary
export const LINE_HEIGHT = 18

/** The baseline of line `index` of a box's text, from the middle of the box. */
export function baseline(index: number, lines: number): number {
  return (index - (lines - 1) / 2) * LINE_HEIGHT + 5
}
