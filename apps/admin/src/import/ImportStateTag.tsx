import type { ReactNode } from 'react'
import { IMPORT_STATES } from '@yilian/domain/import-run.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { StateTag, type StateTone } from '../theme/StateTag.tsx'
import type { ImportRun } from './import-run.ts'

const TONES: Readonly<Record<ImportRun['state'], StateTone>> = {
  READING: 'blue',
  CHECKING: 'blue',
  CHECKED: 'amber',
  WRITING: 'blue',
  DONE: 'green',
  FAILED: 'red',
  CANCELLED: 'grey',
}

export function ImportStateTag({ state }: { readonly state: ImportRun['state'] }): ReactNode {
  const locale = useLocale()
  return <StateTag tone={TONES[state]}>{IMPORT_STATES[state][locale]}</StateTag>
}
