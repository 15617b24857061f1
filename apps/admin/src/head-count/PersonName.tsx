import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { MISSING } from '../i18n/format.ts'
import { SyntheticTag } from '../staffing/parts.tsx'
import styles from '../staffing/Staffing.module.css'

interface PersonNameProps {
  readonly row: {
    readonly personName: string | null
    readonly person: { readonly id: string; readonly name: string; readonly synthetic: boolean } | null
  }
}

/** The person of a row, as a link for whoever sees them. */
export function PersonName({ row: { person, personName } }: PersonNameProps): ReactNode {
  if (!person) return personName ?? MISSING
  return (
    <span className={styles.tags}>
      <Link to="/people/$id" params={{ id: person.id }}>
        {person.name}
      </Link>
      {person.synthetic && <SyntheticTag />}
    </span>
  )
}
