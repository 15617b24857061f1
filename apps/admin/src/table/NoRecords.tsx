import type { ReactNode } from 'react'
import styles from './DataTable.module.css'

/** What a table says that has no rows. */
export function NoRecords({ text }: { readonly text: string }): ReactNode {
  return <span className={styles.none}>{text}</span>
}
