import { DownloadOutlined, InboxOutlined } from '@ant-design/icons'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Alert, Button, Select, Upload } from 'antd'
import { useState, type ReactNode } from 'react'
import { IMPORT_KINDS, isSheetKind, type ImportKind } from '@yilian/domain/import-run.ts'
import { useTranslation } from 'react-i18next'
import { useMutation } from 'urql'
import { FailureNotice } from '../client/FailureNotice.tsx'
import { useLocale } from '../i18n/useLocale.ts'
import { usePermissions } from '../session/use-may.ts'
import { useFrame } from '../shell/frame-data.ts'
import { FactCard } from '../shell/FactCard.tsx'
import { useMoment } from '../shell/moment.ts'
import { PageHead } from '../shell/PageHead.tsx'
import styles from './Import.module.css'
import { kindsOffered, TEMPLATE } from './import-kind.ts'
import { ImportRunList } from './ImportRunList.tsx'
import { StartImportDocument } from './import-run.ts'

/** 导入: what, template, file; and what was imported before. */
export function ImportPage(): ReactNode {
  const { t } = useTranslation('import')
  const kinds = kindsOffered(usePermissions())
  const { kind: asked } = useSearch({ from: '/import' })
  const kind = kinds.find((one) => one === asked) ?? kinds[0]
  const navigate = useNavigate({ from: '/import' })
  return (
    <>
      <PageHead title={t('title')} />
      <div className={styles.page}>
        <p className={styles.intro}>{t('intro')}</p>
        {kind !== undefined && (
          <Start
            kind={kind}
            kinds={kinds}
            onKind={(next) =>
              void navigate({ search: (before) => ({ ...before, kind: next === kinds[0] ? undefined : next }), replace: true })
            }
          />
        )}
        <FactCard title={t('history')} wide>
          <ImportRunList />
        </FactCard>
      </div>
    </>
  )
}

interface StartProps {
  readonly kind: ImportKind
  readonly kinds: readonly ImportKind[]
  readonly onKind: (kind: ImportKind) => void
}

function Start({ kind, kinds, onKind }: StartProps): ReactNode {
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
          <label className={styles.label} htmlFor="import-kind">
            {t('kindLabel')}
          </label>
          <Select
            id="import-kind"
            style={{ width: 300, maxWidth: '100%' }}
            value={kind}
            onChange={onKind}
            options={kinds.map((value) => ({ value, label: IMPORT_KINDS[value][locale] }))}
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
          <div className={styles.label}>{isSheetKind(kind) ? t('templateLabel') : t('standardLabel')}</div>
          {isSheetKind(kind) && (
            <Button icon={<DownloadOutlined />} href={`/files/template/${TEMPLATE[kind]}.xlsx?locale=${locale}`}>
              {t('template')}
              {shell('bracket', { text: IMPORT_KINDS[kind][locale] })}
            </Button>
          )}
          <div className={styles.hint}>{isSheetKind(kind) ? t('templateHint') : t('standardHint')}</div>
        </div>
      </div>
      <div className={styles.drop}>
        <Upload.Dragger
          accept={isSheetKind(kind) ? '.xlsx,.csv' : '.json'}
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
          <div className={styles.hint}>{isSheetKind(kind) ? t('dropHint') : t('dropJsonHint')}</div>
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
