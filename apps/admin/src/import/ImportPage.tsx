import { DownloadOutlined, InboxOutlined } from '@ant-design/icons'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Alert, Button, Segmented, Select, Upload } from 'antd'
import { useState, type ReactNode } from 'react'
import { IMPORT_KINDS, type ImportKind } from '@yilian/domain/import-run.ts'
import { useTranslation } from 'react-i18next'
import { useMutation } from 'urql'
import { FailureNotice } from '../client/FailureNotice.tsx'
import { useLocale } from '../i18n/useLocale.ts'
import { useFrame } from '../shell/frame-data.ts'
import { FactCard } from '../shell/FactCard.tsx'
import { useMoment } from '../shell/moment.ts'
import { PageHead } from '../shell/PageHead.tsx'
import styles from './Import.module.css'
import { TEMPLATE } from './import-kind.ts'
import { ImportRunList } from './ImportRunList.tsx'
import { StartImportDocument } from './import-run.ts'

const KINDS = Object.keys(IMPORT_KINDS) as ImportKind[]

/** 导入: what, template, file; and what was imported before. */
export function ImportPage(): ReactNode {
  const { t } = useTranslation('import')
  const { kind = 'INSTITUTIONS' } = useSearch({ from: '/import' })
  const navigate = useNavigate({ from: '/import' })
  return (
    <>
      <PageHead title={t('title')} />
      <div className={styles.page}>
        <p className={styles.intro}>{t('intro')}</p>
        <Start
          kind={kind}
          onKind={(next) =>
            void navigate({ search: (before) => ({ ...before, kind: next === 'INSTITUTIONS' ? undefined : next }), replace: true })
          }
        />
        <FactCard title={t('history')} wide>
          <ImportRunList />
        </FactCard>
      </div>
    </>
  )
}

function Start({ kind, onKind }: { readonly kind: ImportKind; readonly onKind: (kind: ImportKind) => void }): ReactNode {
  const { t } = useTranslation('import')
  const { t: shell } = useTranslation('shell')
  const locale = useLocale()
  const navigate = useNavigate()
  const { county } = useMoment()
  const { counties } = useFrame()
  const [chosen, setChosen] = useState<string | undefined>(undefined)
  const [file, setFile] = useState<string | null>(null)
  const [{ fetching, error, data }, start] = useMutation(StartImportDocument)
  const countyCode = chosen ?? county ?? (counties.length === 1 ? counties[0]?.code : undefined)
  const upload = async (given: File, code: string) => {
    setFile(given.name)
    const result = await start({ input: { kind, file: given, countyCode: code }, locale })
    const started = result.data?.startImport
    if (started?.__typename === 'ImportRun') await navigate({ to: '/import/$id', params: { id: started.id } })
  }
  const refused = data?.startImport.__typename === 'InputRefused' ? data.startImport.issues : []
  return (
    <section className={styles.start} aria-label={t('title')}>
      <div className={styles.choices}>
        <div>
          <div className={styles.label}>{t('kindLabel')}</div>
          <Segmented
            aria-label={t('kindLabel')}
            value={kind}
            onChange={onKind}
            options={KINDS.map((value) => ({ value, label: IMPORT_KINDS[value][locale] }))}
          />
          <div className={styles.hint}>{t(`kindHint.${kind}`)}</div>
        </div>
        <div>
          <label className={styles.label} htmlFor="import-county">
            {t('county')}
          </label>
          <Select
            id="import-county"
            style={{ width: 200 }}
            showSearch={{ optionFilterProp: 'label' }}
            options={counties.map(({ code, name }) => ({ value: code, label: name }))}
            {...(countyCode === undefined ? { placeholder: t('countyFirst') } : { value: countyCode })}
            onChange={setChosen}
          />
          <div className={styles.hint}>{t('countyHint')}</div>
        </div>
        <div>
          <div className={styles.label}>{t('templateLabel')}</div>
          <Button icon={<DownloadOutlined />} href={`/files/template/${TEMPLATE[kind]}.xlsx?locale=${locale}`}>
            {t('template')}
            {shell('bracket', { text: IMPORT_KINDS[kind][locale] })}
          </Button>
          <div className={styles.hint}>{t('templateHint')}</div>
        </div>
      </div>
      <div className={styles.drop}>
        <Upload.Dragger
          accept=".xlsx,.csv"
          showUploadList={false}
          disabled={countyCode === undefined || fetching}
          beforeUpload={(given) => {
            if (countyCode !== undefined) void upload(given, countyCode)
            return false
          }}
        >
          <InboxOutlined style={{ fontSize: 32, color: '#1b5e9e' }} />
          <div className={styles.dropTitle}>
            {fetching && file !== null ? t('uploading', { file }) : countyCode === undefined ? t('countyFirst') : t('drop')}
          </div>
          <div className={styles.hint}>{t('dropHint')}</div>
        </Upload.Dragger>
        {refused.length > 0 && (
          <Alert
            type="error"
            showIcon
            title={t('refused')}
            description={refused.map(({ code, message }) => (
              <div key={code + message}>{message}</div>
            ))}
            style={{ marginTop: 8 }}
          />
        )}
        {error && <FailureNotice error={error} />}
      </div>
    </section>
  )
}
