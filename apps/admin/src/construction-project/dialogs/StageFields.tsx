import { PROJECT_STAGES, STAGE_BASES, STAGES_IN_ORDER, type ProjectStage, type StageBasis } from '@yilian/domain/construction/stage.ts'
import type { Locale } from '@yilian/domain/locale.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCodeLabel } from '../../i18n/useCodeLabel.ts'
import { useLocale } from '../../i18n/useLocale.ts'
import { useTextChoices } from '../../i18n/useTextChoices.ts'
import { Choice, Count, LongTextField, Tick } from '../../command/fields.tsx'

/** Where works stand, as it is typed. */
export interface StageDraft {
  readonly stage: ProjectStage | null
  readonly wording: string
  readonly basis: StageBasis
  readonly startKnown: boolean
  readonly unitsDone: number | null
  readonly reason: string
}

export const NEW_STAGE: StageDraft = { stage: null, wording: '', basis: 'STATED', startKnown: true, unitsDone: null, reason: '' }

/** The stages one can choose, with the phase each belongs to. */
export function stageChoices(label: ReturnType<typeof useCodeLabel>, locale: Locale): { value: ProjectStage; label: string }[] {
  const bracket = (text: string) => (locale === 'zh' ? `（${text}）` : ` (${text})`)
  return STAGES_IN_ORDER.map((value) => ({
    value,
    label: label('projectStage', value) + bracket(label('projectPhase', PROJECT_STAGES.items[value].phase)),
  }))
}

interface StageFieldsProps {
  readonly draft: StageDraft
  readonly set: (patch: Partial<StageDraft>) => void
  readonly unitCount: number
}

export function StageFields({ draft, set, unitCount }: StageFieldsProps): ReactNode {
  const { t } = useTranslation('projectCommand')
  const label = useCodeLabel()
  const locale = useLocale()
  const texts = useTextChoices()
  return (
    <>
      <Choice
        name="stage"
        label={t('stage')}
        help={t('stageHelp')}
        placeholder={t('stageUnknown')}
        value={draft.stage}
        choices={stageChoices(label, locale)}
        onChange={(stage) => set({ stage, basis: stage === null ? 'NOT_STATED' : draft.basis === 'NOT_STATED' ? 'STATED' : draft.basis })}
      />
      <LongTextField
        name="wording"
        label={t('wording')}
        help={t('wordingHelp')}
        value={draft.wording}
        onChange={(wording) => set({ wording })}
      />
      <Choice
        name="basis"
        label={t('basis')}
        required
        value={draft.basis}
        choices={texts(STAGE_BASES)}
        onChange={(basis) => set({ basis: basis ?? 'STATED' })}
      />
      <Tick label={t('startUnknown')} value={!draft.startKnown} onChange={(unknown) => set({ startKnown: !unknown })} />
      {unitCount > 1 && (
        <Count
          name="unitsDone"
          label={t('unitsDone', { count: unitCount })}
          value={draft.unitsDone}
          onChange={(unitsDone) => set({ unitsDone })}
        />
      )}
      <LongTextField
        name="reason"
        label={t('stageReason')}
        help={t('stageReasonHelp')}
        value={draft.reason}
        onChange={(reason) => set({ reason })}
      />
    </>
  )
}
