import type { AlertRule } from '@yilian/domain/construction/alert.ts'
import { ALERT_RULES } from '@yilian/domain/construction/alert.ts'
import { PROJECT_STAGES, type ProjectPhase, type ProjectStage } from '@yilian/domain/construction/stage.ts'
import type { ProgressReportState } from '@yilian/domain/construction/terms.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { StateTag, type StateTone } from '../theme/StateTag.tsx'

const PHASE_TONES: Record<ProjectPhase, StateTone> = { EARLY: 'future', PROCURE: 'future', BUILD: 'blue', FINISH: 'green', ENDED: 'grey' }
const REPORT_TONES: Record<ProgressReportState, StateTone> = { DRAFT: 'grey', SUBMITTED: 'blue', ACCEPTED: 'green', RETURNED: 'amber' }
const ALERT_TONES: Record<AlertRule, StateTone> = {
  LATE_STAGE: 'red',
  FORECAST_LAPSED: 'amber',
  FUNDS_NOT_ARRIVED: 'red',
  FUNDS_NOT_RECORDED: 'amber',
  REPORT_MISSING: 'amber',
  PAID_BEYOND_ARRIVED: 'red',
  AREA_BEYOND_APPROVED: 'red',
  INVESTMENT_BEYOND_APPROVED: 'red',
  SHARE_BROKEN: 'red',
}

/** Where works stand; a stage that no report tells is said to be unknown. */
export function ProjectStageTag({ stage }: { readonly stage: ProjectStage | null | undefined }): ReactNode {
  const { t } = useTranslation('project')
  const label = useCodeLabel()
  if (!stage) return <StateTag tone="grey">{t('stageUnknown')}</StateTag>
  return <StateTag tone={PHASE_TONES[PROJECT_STAGES.items[stage].phase]}>{label('projectStage', stage)}</StateTag>
}

/** 停工, with its day where that is known. */
export function SuspendedTag({ since }: { readonly since: string | null | undefined }): ReactNode {
  const { t } = useTranslation('project')
  return <StateTag tone="red">{since ? t('suspendedSince', { day: since }) : t('suspended')}</StateTag>
}

export function ReportStateTag({ state }: { readonly state: ProgressReportState }): ReactNode {
  return <StateTag tone={REPORT_TONES[state]}>{useCodeLabel()('progressReportState', state)}</StateTag>
}

/** An alert by the name of its rule; quiet once somebody said that it may stand. */
export function AlertTag({ rule, acknowledged = false }: { readonly rule: AlertRule; readonly acknowledged?: boolean }): ReactNode {
  const locale = useLocale()
  return <StateTag tone={acknowledged ? 'grey' : ALERT_TONES[rule]}>{ALERT_RULES[rule].label[locale]}</StateTag>
}
