import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
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
  const { t } = useTranslation('import')
  return <StateTag tone={TONES[state]}>{t(`state.${state}`)}</StateTag>
}
