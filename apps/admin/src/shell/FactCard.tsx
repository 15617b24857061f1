import type { ReactNode } from 'react'
import styles from './FactCard.module.css'

interface FactCardProps {
  readonly title: ReactNode
  readonly extra?: ReactNode
  /** Over the whole width. */
  readonly wide?: boolean
  readonly children: ReactNode
}

/** A titled card; labelled facts inside are `FactRow`s. */
export function FactCard({ title, extra, wide = false, children }: FactCardProps): ReactNode {
  return (
    <section className={styles.card} data-wide={wide}>
      <div className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        {extra}
      </div>
      <div className={styles.body}>{children}</div>
    </section>
  )
}

export function FactRow({ label, value }: { readonly label: ReactNode; readonly value: ReactNode }): ReactNode {
  return (
    <div className={styles.row}>
      <span className={styles.label}>{label}</span>
      <span className={styles.value}>{value}</span>
    </div>
  )
}
