import { COLORS } from '../theme/theme.ts'

/**
 * How a stretch is coloured. The first three grade one hue, so that they can be told apart in print; the rest carry the
 * product's meanings. Every stretch also says its value in words.
 */
export const TONES = {
  strong: { fill: COLORS.blue, edge: COLORS.blue, text: '#ffffff' },
  normal: { fill: '#cfe2f5', edge: '#7fa9d3', text: COLORS.text },
  outline: { fill: '#ffffff', edge: '#7fa9d3', text: COLORS.text },
  good: { fill: COLORS.greenTint, edge: '#7fb48e', text: COLORS.green },
  warn: { fill: COLORS.amberTint, edge: '#d3a75f', text: COLORS.amber },
  bad: { fill: COLORS.redTint, edge: '#d8918c', text: COLORS.red },
  quiet: { fill: COLORS.greyTint, edge: '#b4bdc7', text: COLORS.grey },
} as const satisfies Record<string, { fill: string; edge: string; text: string }>

export type Tone = keyof typeof TONES

/** Whether a stretch is over, in force or still to come on a day; a row closed in recorded time is none of these. */
export type StretchState = 'past' | 'current' | 'future' | 'closed'
