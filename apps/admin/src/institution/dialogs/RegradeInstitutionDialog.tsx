import { levelGradeLabel } from '@yilian/domain/code-lists/hospital-level.ts'
import { COMMANDS } from '@yilian/domain/commands.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandDialog } from '../../command/CommandDialog.tsx'
import { CommandField } from '../../command/CommandField.tsx'
import { whenKnown } from '../../command/when-known.ts'
import { graphql } from '../../graphql/gql.ts'
import { useLocale } from '../../i18n/useLocale.ts'
import { draftIssues, draftOf } from '../institution-form.ts'
import { LevelGradeSelect, TargetSelect } from '../LevelGradeSelect.tsx'
import type { InstitutionDialogProps } from './ReviseInstitutionDialog.tsx'

const RegradeInstitution = graphql(`
  mutation RegradeInstitution($input: RegradeInstitutionInput!, $locale: Locale!) {
    result: regradeInstitution(input: $input) {
      ...CommandOutcome
    }
  }
`)

/** 变更等级: the level and grade it holds, and those it works towards. */
export function RegradeInstitutionDialog({ institution, onClose }: InstitutionDialogProps): ReactNode {
  const { t } = useTranslation('institution')
  const locale = useLocale()
  const { level, grade, targetLevel, targetGrade } = institution
  return (
    <CommandDialog
      title={`${COMMANDS.regradeInstitution[locale]} · ${institution.name}`}
      document={RegradeInstitution}
      initial={{ level, grade, targetLevel, targetGrade }}
      baseVersion={institution.version}
      countyCode={institution.countyCode}
      issues={(draft) => draftIssues({ ...draftOf(institution), ...draft }, '').filter(({ path }) => path in draft)}
      toInput={(draft, { effectiveOn, documentId, note }, baseVersion) =>
        effectiveOn === null ? null : { institutionId: institution.id, ...draft, baseVersion, effectiveOn, documentId, note: note || null }
      }
      confirm={(draft, { effectiveOn }) =>
        whenKnown({ day: effectiveOn }, ({ day }) =>
          t('confirm.regrade', { day, grade: levelGradeLabel(draft.level, draft.grade, locale) }),
        )
      }
      onClose={onClose}
    >
      {({ draft, set }) => (
        <>
          <CommandField name="level" label={t('facts.level')} required>
            {(control) => <LevelGradeSelect control={control} level={draft.level} grade={draft.grade} onChange={set} />}
          </CommandField>
          <CommandField name="targetLevel" label={t('target')}>
            {(control) => <TargetSelect control={control} level={draft.targetLevel} grade={draft.targetGrade} onChange={set} />}
          </CommandField>
        </>
      )}
    </CommandDialog>
  )
}
