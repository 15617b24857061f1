import { Link } from '@tanstack/react-router'
import { APPOINTMENT_KINDS, type AppointmentKind } from '@yilian/domain/staffing/appointment-kind.ts'
import type { Leadership } from '@yilian/domain/staffing/terms.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { MISSING } from '../i18n/format.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { StateTag, type StateTone } from '../theme/StateTag.tsx'

interface PlaceProps {
  readonly institution: { readonly id: string; readonly name: string } | null
  /** Outside of what is recorded, in words. */
  readonly elsewhere?: string | null
}

/** A host or home: the institution, or where it is elsewhere. */
export function Place({ institution, elsewhere = null }: PlaceProps): ReactNode {
  if (!institution) return elsewhere ?? MISSING
  return (
    <Link to="/institutions/$id" params={{ id: institution.id }}>
      {institution.name}
    </Link>
  )
}

/** What somebody is there: the post of leadership, and the job as written. */
export function useJob(): (one: { readonly leadership: Leadership | null; readonly title: string | null }) => string {
  const label = useCodeLabel()
  const { t } = useTranslation('shell')
  return ({ leadership, title }) => {
    const words = [...(leadership ? [label('leadership', leadership)] : []), ...(title ? [title] : [])]
    return words.length === 0 ? MISSING : [...new Set(words)].join(t('list'))
  }
}

const TONE: StateTone = 'blue'

/** A kind of appointment; red once its planned end has passed. */
export function KindTag({ kind, overdue = false }: { readonly kind: AppointmentKind; readonly overdue?: boolean }): ReactNode {
  const label = useCodeLabel()
  const { t } = useTranslation('staffing')
  const word = label('appointmentKind', kind)
  if (overdue) return <StateTag tone="red">{t('overdueKind', { kind: word })}</StateTag>
  return <StateTag tone={APPOINTMENT_KINDS[kind].home ? 'green' : TONE}>{word}</StateTag>
}

/** 示例数据: made by the generator of demonstration data. */
export function SyntheticTag(): ReactNode {
  const { t } = useTranslation('staffing')
  return <StateTag tone="grey">{t('synthetic')}</StateTag>
}
