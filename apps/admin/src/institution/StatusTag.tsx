import type { ReactNode } from 'react'
import type { InstitutionStatus } from '@yilian/domain/code-lists/institution-status.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { StateTag, type StateTone } from '../theme/StateTag.tsx'

const TONES: Readonly<Record<InstitutionStatus, StateTone>> = {
  PREPARING: 'blue',
  OPERATING: 'green',
  SUSPENDED: 'amber',
  CLOSED: 'grey',
  MERGED: 'grey',
}

/** The status in its word, with a colour beside it. */
export function StatusTag({ status }: { readonly status: InstitutionStatus }): ReactNode {
  const label = useCodeLabel()
  return <StateTag tone={TONES[status]}>{label('institutionStatus', status)}</StateTag>
}
