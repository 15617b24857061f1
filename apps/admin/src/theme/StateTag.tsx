import type { ReactNode } from 'react'
import { COLORS } from './theme.ts'

/** Red: late, over, contradiction. Amber: due, warning. Green: met. Blue: information. Grey: not in force. Future: hatched violet. */
export type StateTone = 'red' | 'amber' | 'green' | 'blue' | 'grey' | 'future'

/** A state as a word on its colour; the word alone says it too. */
export function StateTag({ tone, children }: { readonly tone: StateTone; readonly children: ReactNode }): ReactNode {
  return (
    <span
      style={{
        display: 'inline-block',
        padding: '0 7px',
        borderRadius: 3,
        fontSize: 12,
        lineHeight: '20px',
        // Longer than its cell it breaks between words, and runs over nothing.
        maxWidth: '100%',
        overflowWrap: 'anywhere',
        wordBreak: 'keep-all',
        color: COLORS[tone],
        backgroundColor: COLORS[`${tone}Tint`],
        ...(tone === 'future'
          ? { backgroundImage: 'repeating-linear-gradient(135deg, rgb(91 63 140 / 12%) 0 3px, transparent 3px 8px)' }
          : {}),
      }}
    >
      {children}
    </span>
  )
}
