import { Link } from '@tanstack/react-router'
import { Empty, Table } from 'antd'
import { useCallback, type ReactNode } from 'react'
import { IMPORT_KINDS } from '@yilian/domain/import-run.ts'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { QueryView } from '../client/QueryView.tsx'
import type { ImportRunsQuery } from '../graphql/graphql.ts'
import { countText, instantText, MISSING } from '../i18n/format.ts'
import { useLocale } from '../i18n/useLocale.ts'
import styles from './Import.module.css'
import { ImportRunsDocument, isUnderWay } from './import-run.ts'
import { ImportStateTag } from './ImportStateTag.tsx'
import { usePolling } from './usePolling.ts'

type RunRow = ImportRunsQuery['importRuns'][number]

/** The last imports; those under way move while one looks. */
export function ImportRunList(): ReactNode {
  const { t } = useTranslation('import')
  const locale = useLocale()
  const query = useQuery({ query: ImportRunsDocument, variables: {} })
  const [{ data }, read] = query
  const poll = useCallback(() => read({ requestPolicy: 'network-only', quiet: true }), [read])
  usePolling(data?.importRuns.some(({ state }) => isUnderWay(state)) ?? false, 1500, poll)
  const figure = (key: 'rowsTotal' | 'rowsRight' | 'rowsWrong' | 'rowsUnchanged', title: string) => ({
    key,
    title,
    width: 90,
    align: 'end' as const,
    render: (_: unknown, row: RunRow) => countText(row[key]),
  })
  return (
    <QueryView query={query}>
      {({ importRuns }) => (
        <Table<RunRow>
          aria-label={t('history')}
          size="middle"
          rowKey="id"
          pagination={false}
          scroll={{ x: 1080 }}
          dataSource={importRuns}
          locale={{
            emptyText: (
              <Empty
                image={Empty.PRESENTED_IMAGE_SIMPLE}
                description={
                  <>
                    {t('historyEmpty')}
                    <br />
                    <span className={styles.faint}>{t('historyEmptyAdvice')}</span>
                  </>
                }
              />
            ),
          }}
          columns={[
            {
              key: 'file',
              title: t('column.file'),
              render: (_, { id, fileName }) => (
                <Link to="/import/$id" params={{ id }}>
                  {fileName}
                </Link>
              ),
            },
            { key: 'kind', title: t('column.kind'), width: 120, render: (_, { kind }) => IMPORT_KINDS[kind][locale] },
            { key: 'state', title: t('column.state'), width: 110, render: (_, { state }) => <ImportStateTag state={state} /> },
            figure('rowsTotal', t('column.rows')),
            figure('rowsRight', t('column.right')),
            figure('rowsWrong', t('column.wrong')),
            figure('rowsUnchanged', t('column.unchanged')),
            { key: 'created', title: t('column.created'), width: 150, render: (_, { createdAt }) => instantText(createdAt) },
            {
              key: 'finished',
              title: t('column.finished'),
              width: 150,
              render: (_, { finishedAt }) => (finishedAt ? instantText(finishedAt) : MISSING),
            },
          ]}
        />
      )}
    </QueryView>
  )
}
