import type { ReactNode } from 'react'
import styles from './Project.module.css'

/** What a table says that has no rows. */
export function NoRecords({ text }: { readonly text: string }): ReactNode {
  return <span className={styles.quiet}>{text}</span>
}
