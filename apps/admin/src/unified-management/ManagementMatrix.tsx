import type { IsoDate } from '@yilian/domain/day.ts'
import type { ManagementDomain } from '@yilian/domain/code-lists/management-domain.ts'
import type { ManagementState } from '@yilian/domain/unified-management.ts'
import { useRef, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { MISSING } from '../i18n/format.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { COLORS } from '../theme/theme.ts'
import styles from './ManagementMatrix.module.css'
import { cellOn, select, type ManagementRow, type Selection } from './matrix.ts'

/** A row of the matrix: one member, or the whole alliance (`institutionId` null). */
export interface MatrixLine {
  readonly institutionId: string | null
  readonly name: string
}

const STATE_LOOKS: Record<ManagementState, { readonly fill: string; readonly text: string }> = {
  IN_FORCE: { fill: COLORS.greenTint, text: COLORS.green },
  UNDER_WAY: { fill: COLORS.blueTint, text: COLORS.blue },
  NOT_STARTED: { fill: COLORS.greyTint, text: COLORS.grey },
}

interface ManagementMatrixProps {
  readonly label: string
  readonly lines: readonly MatrixLine[]
  readonly domains: readonly ManagementDomain[]
  readonly records: readonly ManagementRow[]
  readonly day: IsoDate
  readonly selection: Selection | null
  readonly onSelect: (selection: Selection) => void
  readonly onSubmit: () => void
}

/** Members down, domains across; a grid for mouse and keyboard. Some cells of one row can be chosen together. */
export function ManagementMatrix({
  label: name,
  lines,
  domains,
  records,
  day,
  selection,
  onSelect,
  onSubmit,
}: ManagementMatrixProps): ReactNode {
  const { t } = useTranslation('management')
  const label = useCodeLabel()
  const grid = useRef<HTMLTableElement>(null)
  const [focusRow, focusColumn] = [
    lines.findIndex(({ institutionId }) => institutionId === selection?.institutionId),
    domains.findIndex((one) => one === selection?.domains.at(-1)),
  ]
  const focus = (row: number, column: number) => grid.current?.querySelector<HTMLElement>(`[data-cell="${row} ${column}"]`)?.focus()
  const choose = (line: MatrixLine, domain: ManagementDomain, how: 'one' | 'toggle' | 'range') =>
    onSelect(select(selection, line.institutionId, domain, domains, how))
  const onKeyDown = (event: KeyboardEvent, row: number, column: number) => {
    const moves: Record<string, [number, number]> = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] }
    const move = moves[event.key]
    if (move) {
      const [toRow, toColumn] = [
        Math.min(lines.length - 1, Math.max(0, row + move[0])),
        Math.min(domains.length - 1, Math.max(0, column + move[1])),
      ]
      focus(toRow, toColumn)
      if (event.shiftKey) choose(lines[toRow]!, domains[toColumn]!, 'range')
    } else if (event.key === ' ') choose(lines[row]!, domains[column]!, 'toggle')
    else if (event.key === 'Enter') {
      if (selection?.institutionId !== lines[row]!.institutionId || selection.domains.length === 0)
        choose(lines[row]!, domains[column]!, 'one')
      else onSubmit()
    } else return
    event.preventDefault()
  }
  const onClick = (event: MouseEvent, line: MatrixLine, domain: ManagementDomain) =>
    choose(line, domain, event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'one')
  return (
    <div className={styles.frame}>
      <table ref={grid} role="grid" aria-label={name} aria-multiselectable className={styles.grid}>
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              {t('institution')}
            </th>
            {domains.map((domain) => (
              <th key={domain} scope="col">
                {label('managementDomain', domain)}
              </th>
            ))}
            <th scope="col" className={styles.count}>
              {t('inForceCount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, row) => {
            const cells = domains.map((domain) => cellOn(records, line.institutionId, domain, day))
            return (
              <tr key={line.institutionId ?? ''} data-all={line.institutionId === null}>
                <th scope="row">
                  <button
                    type="button"
                    className={styles.rowHead}
                    onClick={() => onSelect({ institutionId: line.institutionId, domains: [...domains] })}
                  >
                    {line.name}
                  </button>
                </th>
                {cells.map(({ state, inherited, next }, column) => {
                  const domain = domains[column]!
                  const selected = selection?.institutionId === line.institutionId && selection.domains.includes(domain)
                  const look = state && STATE_LOOKS[state]
                  const future = next && t('futureAt', { day: next.validFrom, state: label('managementState', next.state) })
                  const words = [
                    line.name,
                    label('managementDomain', domain),
                    state ? label('managementState', state) : t('missing'),
                    inherited ? t('inherited') : '',
                    future ?? '',
                  ]
                    .filter(Boolean)
                    .join(', ')
                  return (
                    <td
                      key={domain}
                      data-cell={`${row} ${column}`}
                      data-selected={selected}
                      aria-selected={selected}
                      aria-label={words}
                      title={words}
                      tabIndex={(focusRow < 0 ? row === 0 && column === 0 : row === focusRow && column === focusColumn) ? 0 : -1}
                      onClick={(event) => onClick(event, line, domain)}
                      onKeyDown={(event) => onKeyDown(event, row, column)}
                    >
                      <span
                        className={styles.cell}
                        data-inherited={inherited}
                        style={look ? { color: look.text, background: inherited ? 'none' : look.fill } : undefined}
                      >
                        {state ? label('managementState', state) : MISSING}
                      </span>
                      {next && <i className={styles.future} aria-hidden />}
                    </td>
                  )
                })}
                <td className={styles.count}>
                  {cells.filter(({ state }) => state === 'IN_FORCE').length} / {domains.length}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <div className={styles.legend}>
        <span>
          <i className={styles.cell} style={{ color: COLORS.green, background: COLORS.greenTint }}>
            {label('managementState', 'IN_FORCE')}
          </i>{' '}
          {t('own')}
        </span>
        <span>
          <i className={styles.cell} data-inherited style={{ color: COLORS.green }}>
            {label('managementState', 'IN_FORCE')}
          </i>{' '}
          {t('inherited')}
        </span>
        <span>
          <i className={styles.futureMark} aria-hidden /> {t('future')}
        </span>
        <span>
          {MISSING} {t('missing')}
        </span>
      </div>
    </div>
  )
}
