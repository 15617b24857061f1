import { Link, useParams } from '@tanstack/react-router'
import { Alert, Button, Progress } from 'antd'
import { useCallback, type ReactNode } from 'react'
import { IMPORT_KINDS, isSheetKind } from '@yilian/domain/import-run.ts'
import { useTranslation } from 'react-i18next'
import { useMutation, useQuery } from 'urql'
import { QueryView } from '../client/QueryView.tsx'
import { countText, instantText } from '../i18n/format.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { NothingFound } from '../shell/NotFoundPage.tsx'
import { PageHead } from '../shell/PageHead.tsx'
import styles from './Import.module.css'
import { CancelImportDocument, ImportRunDocument, isUnderWay, type ImportRun } from './import-run.ts'
import { ColumnMapping } from './ColumnMapping.tsx'
import { ImportRows } from './ImportRows.tsx'
import { SEEN_AT } from './import-kind.ts'
import { ImportStateTag } from './ImportStateTag.tsx'
import { usePolling } from './usePolling.ts'

/** One import from reading to writing: progress, columns, rows, the decision, the result. It can be left and found again. */
export function ImportRunPage(): ReactNode {
  const { t } = useTranslation('import')
  const { id } = useParams({ from: '/import/$id' })
  const locale = useLocale()
  const query = useQuery({ query: ImportRunDocument, variables: { id, locale } })
  const [{ data }, read] = query
  const run = data?.importRun
  const poll = useCallback(() => read({ requestPolicy: 'network-only', quiet: true }), [read])
  usePolling(run ? isUnderWay(run.state) : false, 700, poll)
  return (
    <QueryView query={query}>
      {({ importRun }) =>
        importRun ? (
          <>
            <RunHead run={importRun} />
            <div className={styles.page}>
              <RunState run={importRun} onChanged={poll} />
              {importRun.columns.length > 0 && importRun.state === 'CHECKED' && isSheetKind(importRun.kind) && (
                <ColumnMapping run={importRun} onChanged={poll} />
              )}
              {!isUnderWay(importRun.state) && importRun.rowsTotal > 0 && <ImportRows run={importRun} onChanged={poll} />}
            </div>
          </>
        ) : (
          <NothingFound thing={t('run')}>
            <Link to="/import">{t('title')}</Link>
          </NothingFound>
        )
      }
    </QueryView>
  )
}

function RunHead({ run }: { readonly run: ImportRun }): ReactNode {
  const { t } = useTranslation('import')
  const locale = useLocale()
  return (
    <PageHead
      back={<Link to="/import">{t('title')}</Link>}
      title={run.fileName}
      tags={
        <>
          <ImportStateTag state={run.state} />
          <span className={styles.faint}>{IMPORT_KINDS[run.kind][locale]}</span>
        </>
      }
      facts={[
        { label: t('facts.total'), value: countText(run.rowsTotal) },
        { label: run.state === 'DONE' ? t('facts.written') : t('facts.right'), value: countText(run.rowsRight) },
        { label: t('facts.wrong'), value: <span style={run.rowsWrong > 0 ? { color: '#b3261e' } : {}}>{countText(run.rowsWrong)}</span> },
        { label: t('facts.unchanged'), value: countText(run.rowsUnchanged) },
        { label: t('facts.created'), value: instantText(run.createdAt) },
      ]}
    />
  )
}

/** What is going on, or what came of it. */
function RunState({ run, onChanged }: { readonly run: ImportRun; readonly onChanged: () => void }): ReactNode {
  const { t } = useTranslation('import')
  const locale = useLocale()
  const [{ fetching }, cancel] = useMutation(CancelImportDocument)
  const { state } = run
  if (state === 'READING' || state === 'CHECKING' || state === 'WRITING') {
    return (
      <div className={styles.under} role="status">
        <div>
          <strong>{t(`progress.${state}`)}</strong>
          <Progress
            percent={run.rowsTotal === 0 ? 0 : Math.floor((run.rowsDone / run.rowsTotal) * 100)}
            status="active"
            aria-label={t(`progress.${state}`)}
          />
          <span className={styles.faint}>
            {t('progress.of', { done: countText(run.rowsDone), total: countText(run.rowsTotal) })}　{t('progress.leave')}
          </span>
        </div>
        {state !== 'WRITING' && (
          <Button loading={fetching} onClick={() => void cancel({ id: run.id, locale }).then(onChanged)}>
            {t('cancel')}
          </Button>
        )}
      </div>
    )
  }
  if (state === 'FAILED')
    return (
      <Alert type="error" showIcon title={t('failed')} description={run.failure} action={<Link to="/import">{t('done.again')}</Link>} />
    )
  if (state === 'CANCELLED')
    return <Alert type="info" showIcon title={t('cancelled')} action={<Link to="/import">{t('done.again')}</Link>} />
  if (state === 'DONE') {
    const left = run.rowsTotal - run.rowsRight - run.rowsUnchanged
    return (
      <Alert
        type="success"
        showIcon
        title={t('done.title')}
        description={t('done.written', {
          written: countText(run.rowsRight),
          unchanged: countText(run.rowsUnchanged),
          left: countText(left),
        })}
        action={
          <span className={styles.after}>
            <Link to={SEEN_AT[run.kind]}>{t(`done.see.${run.kind}`)}</Link>
            <Link to="/import">{t('done.again')}</Link>
          </span>
        }
      />
    )
  }
  return run.failure ? <Alert type="warning" showIcon title={t('notWritten')} description={run.failure} /> : null
}
