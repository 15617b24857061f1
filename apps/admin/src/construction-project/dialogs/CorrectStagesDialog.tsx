import { Input, InputNumber, Select } from 'antd'
import { stretchIssues, type Stretch } from '@yilian/domain/dated.ts'
import { stageTimelineIssues, stageValueIssues } from '@yilian/domain/construction/stage-timeline.ts'
import { STAGE_BASES, type ProjectStage, type StageBasis } from '@yilian/domain/construction/stage.ts'
import { issuesAt } from '@yilian/domain/issue.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandDialog } from '../../command/CommandDialog.tsx'
import { StretchField } from '../../command/StretchField.tsx'
import { useCommandName } from '../../command/useCommandName.ts'
import { graphql } from '../../graphql/gql.ts'
import { useCodeLabel } from '../../i18n/useCodeLabel.ts'
import { useLocale } from '../../i18n/useLocale.ts'
import { useTextChoices } from '../../i18n/useTextChoices.ts'
import type { ProjectDialogProps } from '../project-page.ts'
import { stageValue } from '../stage-value.ts'
import { cited, orNull, Tick } from '../../command/fields.tsx'
import { NEW_STAGE, stageChoices, type StageDraft } from './StageFields.tsx'

const CorrectStagesDocument = graphql(`
  mutation CorrectStages($input: CorrectStagesInput!, $locale: Locale!) {
    result: correctStages(input: $input) {
      ...CommandOutcome
    }
  }
`)

/** 更正项目阶段: all stretches as they truly were. */
export function CorrectStagesDialog({ project, onClose }: ProjectDialogProps): ReactNode {
  const { t } = useTranslation('projectCommand')
  const name = useCommandName()
  const label = useCodeLabel()
  const locale = useLocale()
  const texts = useTextChoices()
  const initial: { readonly stretches: readonly Stretch<StageDraft>[] } = {
    stretches: project.stages.map(({ stage, wording, basis, startKnown, unitsDone, reason, validFrom, validTo }) => ({
      stage,
      wording: wording ?? '',
      basis,
      startKnown,
      unitsDone,
      reason: reason ?? '',
      validFrom,
      validTo,
    })),
  }
  const stages: { value: ProjectStage | ''; label: string }[] = [{ value: '', label: t('stageUnknown') }, ...stageChoices(label, locale)]
  return (
    <CommandDialog
      title={`${name('correctStages')} · ${project.name}`}
      correction
      wide
      dated={false}
      document={CorrectStagesDocument}
      initial={initial}
      baseVersion={project.version}
      countyCode={project.countyCode}
      issues={({ stretches }) => [
        ...stretchIssues(stretches),
        ...stretches.flatMap((one, row) => issuesAt(`stretches.${row}`, stageValueIssues(stageValue(one), project.unitCount))),
        ...stageTimelineIssues(stretches.map((one) => ({ ...stageValue(one), validFrom: one.validFrom, validTo: one.validTo }))),
      ]}
      toInput={({ stretches }, common, baseVersion) => ({
        projectId: project.id,
        stretches: stretches.map(({ wording, reason, ...one }) => ({ ...one, wording: orNull(wording), reason: orNull(reason) })),
        baseVersion,
        ...cited(common),
      })}
      confirm={() => t('correctStagesSaid', { project: project.name })}
      onClose={onClose}
    >
      {({ draft, set }) => (
        <>
          <p style={{ marginTop: 0 }}>{t('correctStagesExplain')}</p>
          <StretchField<StageDraft>
            stretches={draft.stretches}
            onChange={(stretches) => set({ stretches })}
            none={t('noStages')}
            fields={['stage', 'wording', 'reason', 'unitsDone']}
            fresh={() => NEW_STAGE}
          >
            {(stretch, change, row, invalid) => (
              <>
                <Select<ProjectStage | ''>
                  aria-label={t('stageOfRow', { row: row + 1 })}
                  showSearch={{ optionFilterProp: 'label' }}
                  value={stretch.stage ?? ''}
                  options={stages}
                  style={{ width: '100%' }}
                  onChange={(stage) => change({ stage: stage === '' ? null : stage })}
                />
                <Input
                  aria-label={t('wordingOfRow', { row: row + 1 })}
                  placeholder={t('wording')}
                  status={invalid('wording') ? 'error' : ''}
                  value={stretch.wording}
                  onChange={({ target }) => change({ wording: target.value })}
                />
                <Select<StageBasis>
                  aria-label={t('basisOfRow', { row: row + 1 })}
                  value={stretch.basis}
                  options={texts(STAGE_BASES)}
                  style={{ width: '100%' }}
                  onChange={(basis) => change({ basis })}
                />
                {project.unitCount > 1 && (
                  <InputNumber<number>
                    aria-label={t('unitsOfRow', { row: row + 1 })}
                    placeholder={t('unitsDone', { count: project.unitCount })}
                    min={0}
                    precision={0}
                    value={stretch.unitsDone}
                    style={{ width: '100%' }}
                    onChange={(unitsDone) => change({ unitsDone })}
                  />
                )}
                <Input
                  aria-label={t('reasonOfRow', { row: row + 1 })}
                  placeholder={t('stageReason')}
                  status={invalid('reason') ? 'error' : ''}
                  aria-invalid={invalid('reason')}
                  value={stretch.reason}
                  onChange={({ target }) => change({ reason: target.value })}
                />
                <Tick label={t('startUnknown')} value={!stretch.startKnown} onChange={(unknown) => change({ startKnown: !unknown })} />
              </>
            )}
          </StretchField>
        </>
      )}
    </CommandDialog>
  )
}
