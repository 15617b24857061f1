import type { ReactNode } from 'react'
import { countText } from '../i18n/format.ts'
import styles from './Overview.module.css'

interface Bar {
  readonly key: string
  readonly name: ReactNode
  readonly count: number
}

/** A ranking as a list: the name, a bar for the eye, the figure for the mind. */
export function BarList({ rows }: { readonly rows: readonly Bar[] }): ReactNode {
  const most = Math.max(1, ...rows.map(({ count }) => count))
  return (
    <ul className={styles.bars}>
      {rows.map(({ key, name, count }) => (
        <li key={key}>
          <span className={styles.name}>{name}</span>
          <span className={styles.track} aria-hidden>
            <span className={styles.bar} style={{ width: `${(count / most) * 100}%` }} />
          </span>
          <span className={styles.figure}>{countText(count)}</span>
        </li>
      ))}
    </ul>
  )
}
