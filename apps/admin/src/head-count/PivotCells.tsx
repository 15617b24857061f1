import { Link } from '@tanstack/react-router'
import type { CountingRule } from '@yilian/domain/staffing/counting/head-count.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { countText } from '../i18n/format.ts'
import { FIRST_PAGE } from '../table/table-search.ts'
import { equivalentsText, signedText } from './count-text.ts'
import { narrowedTo, type CellKey } from './dimension.ts'
import styles from './HeadCount.module.css'
import { differenceOf, type Figures, type PivotRow } from './pivot.ts'

/** The name of a row; of an institution or alliance a link to it. */
export function RowLabel({ row: { code, label, keys } }: { readonly row: PivotRow }): ReactNode {
  const dimension = keys.at(-1)?.dimension
  if (code !== null && dimension === 'INSTITUTION')
    return (
      <Link to="/institutions/$id" params={{ id: code }}>
        {label}
      </Link>
    )
  if (code !== null && dimension === 'ALLIANCE')
    return (
      <Link to="/alliances/$id" params={{ id: code }}>
        {label}
      </Link>
    )
  return label
}

/** A figure by one rule; nothing where nobody is counted. */
export function Figure({ figures, rule }: { readonly figures: Figures | undefined; readonly rule: CountingRule }): ReactNode {
  if (figures === undefined) return null
  if (rule === 'FTE') return equivalentsText(figures.fte)
  return countText(rule === 'HOME' ? figures.home : figures.host)
}

interface DifferenceLinkProps {
  readonly figures: Figures | undefined
  readonly keys: readonly CellKey[]
  /** What it is of, in words. */
  readonly of: string
  /** People who come and go cancel out in a total: the list is offered whatever it comes to. */
  readonly total: boolean
}

/** How much the other rules differ from the home rule, as a link to whose counts do. */
export function DifferenceLink({ figures, keys, of, total }: DifferenceLinkProps): ReactNode {
  const { t } = useTranslation('headCount')
  if (figures === undefined) return null
  const { host, fte } = differenceOf(figures)
  const text = host !== 0 ? signedText(host) : Math.abs(fte) >= 0.005 ? t('fteDifference', { text: signedText(fte, 2) }) : '0'
  const narrowed = narrowedTo(keys)
  if (narrowed === null || (text === '0' && !total)) return <span className={styles.quiet}>{text}</span>
  return (
    <Link
      from="/head-count"
      to="/head-count"
      search={(before) => ({ ...before, ...FIRST_PAGE, ...narrowed, view: 'differences' as const })}
      aria-label={t('whose', { of, text })}
    >
      {text}
    </Link>
  )
}
