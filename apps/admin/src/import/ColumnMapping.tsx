import { Alert, Button, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMutation } from 'urql'
import { MISSING } from '../i18n/format.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { FactCard } from '../shell/FactCard.tsx'
import styles from './Import.module.css'
import { RemapImportDocument, type ImportRun } from './import-run.ts'
import { mappingState } from './mapping.ts'

const NONE = ''

/** Which column is for which field: recognised by the headers, changeable; open at once where something required is missing. */
export function ColumnMapping({ run, onChanged }: { readonly run: ImportRun; readonly onChanged: () => void }): ReactNode {
  const { t } = useTranslation('import')
  const { t: shell } = useTranslation('shell')
  const locale = useLocale()
  const [chosen, setChosen] = useState<ReadonlyMap<string, string | null>>(new Map())
  const [{ fetching, data }, remap] = useMutation(RemapImportDocument)
  const columns = run.columns.map(({ header, field, sample }) => ({
    header,
    sample,
    field: chosen.has(header) ? (chosen.get(header) ?? null) : field,
  }))
  const { known, missing, twice } = mappingState(columns, run.fields)
  const [opened, setOpened] = useState<boolean | null>(null)
  const open = opened ?? missing.length > 0
  const refused = data?.remapImport.__typename === 'InputRefused' ? data.remapImport.issues : []
  const send = async () => {
    await remap({ id: run.id, columns: columns.map(({ header, field }) => ({ header, field })), locale })
    setChosen(new Map())
    onChanged()
  }
  return (
    <FactCard
      wide
      title={
        <>
          {t('columns.title')}
          <span className={styles.faint} style={{ fontWeight: 400, marginInlineStart: 12 }}>
            {known === columns.length ? t('columns.all', { count: columns.length }) : t('columns.some', { known, count: columns.length })}
          </span>
        </>
      }
      extra={
        <Button type="link" size="small" aria-expanded={open} onClick={() => setOpened(!open)}>
          {open ? t('columns.hide') : t('columns.change')}
        </Button>
      }
    >
      {missing.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('columns.missing', { fields: missing.map(({ label }) => label).join(shell('list')) })}
          style={{ marginBottom: 8 }}
        />
      )}
      {twice.map(({ field, label }) => (
        <Alert key={field} type="error" showIcon title={t('columns.twice', { field: label })} style={{ marginBottom: 8 }} />
      ))}
      {refused.map(({ code, message }) => (
        <Alert key={code + message} type="error" showIcon title={message} style={{ marginBottom: 8 }} />
      ))}
      {open && (
        <>
          <table className={styles.columns}>
            <thead>
              <tr>
                <th scope="col">{t('columns.header')}</th>
                <th scope="col">{t('columns.sample')}</th>
                <th scope="col">{t('columns.field')}</th>
              </tr>
            </thead>
            <tbody>
              {columns.map(({ header, sample, field }) => (
                <tr key={header}>
                  <td>{header}</td>
                  <td className={styles.sample}>{sample ?? MISSING}</td>
                  <td>
                    <Select
                      style={{ width: 240 }}
                      aria-label={shell('colon', { label: t('columns.field'), text: header })}
                      showSearch={{ optionFilterProp: 'label' }}
                      status={twice.some((one) => one.field === field) ? 'error' : ''}
                      value={field ?? NONE}
                      options={[
                        { value: NONE, label: t('columns.none') },
                        ...run.fields.map((one) => ({
                          value: one.field,
                          label: one.required ? one.label + shell('bracket', { text: t('columns.required') }) : one.label,
                        })),
                      ]}
                      onChange={(next) => setChosen((before) => new Map([...before, [header, next === NONE ? null : next]]))}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <Button
            type="primary"
            style={{ marginTop: 8 }}
            loading={fetching}
            disabled={chosen.size === 0 || twice.length > 0}
            onClick={() => void send()}
          >
            {t('columns.recheck')}
          </Button>
        </>
      )}
    </FactCard>
  )
}
