import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { COMMANDS } from '@yilian/domain/commands.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandDialog } from '../../command/CommandDialog.tsx'
import { whenKnown } from '../../command/when-known.ts'
import { graphql } from '../../graphql/gql.ts'
import { useLocale } from '../../i18n/useLocale.ts'
import { draftIssues, EMPTY_DRAFT, inputOf, type InstitutionDraft } from '../institution-form.ts'
import { InstitutionFields } from '../InstitutionFields.tsx'
import styles from '../InstitutionFields.module.css'
import type { InstitutionDialogProps } from './ReviseInstitutionDialog.tsx'

const SplitInstitution = graphql(`
  mutation SplitInstitution($input: SplitInstitutionInput!, $locale: Locale!) {
    result: splitInstitution(input: $input) {
      ...CommandOutcome
    }
  }
`)

/** 拆分机构: new institutions come out of it; each starts where it is, of its category. */
export function SplitInstitutionDialog({ institution, onClose }: InstitutionDialogProps): ReactNode {
  const { t } = useTranslation('institution')
  const locale = useLocale()
  const part: InstitutionDraft = {
    ...EMPTY_DRAFT,
    category: institution.category,
    regionCode: institution.region.code,
    ownership: institution.ownership,
  }
  const initial: { readonly parts: readonly InstitutionDraft[] } = { parts: [part] }
  return (
    <CommandDialog
      title={`${COMMANDS.splitInstitution[locale]} · ${institution.name}`}
      wide
      document={SplitInstitution}
      initial={initial}
      baseVersion={institution.version}
      countyCode={institution.countyCode}
      issues={({ parts }) => parts.flatMap((one, at) => draftIssues(one, `parts.${at}`))}
      toInput={({ parts }, { effectiveOn, documentId, note }, baseVersion) => {
        const inputs = parts.flatMap((one) => inputOf(one) ?? [])
        return inputs.length < parts.length || effectiveOn === null
          ? null
          : { institutionId: institution.id, parts: inputs, baseVersion, effectiveOn, documentId, note: note || null }
      }}
      confirm={({ parts }, { effectiveOn }) =>
        whenKnown({ day: effectiveOn }, ({ day }) => t('confirm.split', { day, name: institution.name, count: parts.length }))
      }
      onClose={onClose}
    >
      {({ draft: { parts }, set, common }) => (
        <>
          <p style={{ marginTop: 0 }}>{t('form.splitExplain')}</p>
          {parts.map((one, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- parts have no identity before they exist
            <div key={at} className={styles.part} role="group" aria-label={t('form.part', { row: at + 1 })}>
              <div className={styles.partHead}>
                <strong>{t('form.part', { row: at + 1 })}</strong>
                {parts.length > 1 && (
                  <Button
                    type="text"
                    size="small"
                    icon={<DeleteOutlined />}
                    aria-label={t('form.partRemove', { row: at + 1 })}
                    onClick={() => set({ parts: parts.filter((_, index) => index !== at) })}
                  />
                )}
              </div>
              <InstitutionFields
                draft={one}
                set={(patch) => set({ parts: parts.map((each, index) => (index === at ? { ...each, ...patch } : each)) })}
                prefix={`parts.${at}`}
                asOf={common.effectiveOn}
                countyCode={institution.countyCode}
                withCode
                brief
              />
            </div>
          ))}
          <Button type="dashed" block icon={<PlusOutlined />} onClick={() => set({ parts: [...parts, part] })}>
            {t('form.partAdd')}
          </Button>
        </>
      )}
    </CommandDialog>
  )
}
