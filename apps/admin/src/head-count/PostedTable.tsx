import { Empty, Table } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import page from '../alliance/AlliancePage.module.css'
import { countText, dayText, MISSING } from '../i18n/format.ts'
import { Place } from '../staffing/parts.tsx'
import { StateTag } from '../theme/StateTag.tsx'
import { PersonName } from './PersonName.tsx'
import type { PostedRow } from './posted.ts'

interface PostedTableProps {
  readonly rows: readonly PostedRow[]
  /** Before it was asked which count. */
  readonly all: number
  readonly year: number
}

/** The postings of the year: who counts, and why the others do not. */
export function PostedTable({ rows, all, year }: PostedTableProps): ReactNode {
  const { t } = useTranslation('headCount')
  const { t: shell } = useTranslation('shell')
  return (
    <div className={page.tab}>
      <section className={page.panel} aria-label={t('postings', { year })}>
        <h2>{t('postings', { year })}</h2>
        {rows.length === 0 ? (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t(all === 0 ? 'noPostings' : 'noneOfThese', { year })} />
        ) : (
          <Table<PostedRow>
            aria-label={t('postings', { year })}
            size="small"
            rowKey={({ personId, validFrom, host }) => `${personId} ${validFrom} ${host?.id ?? ''}`}
            dataSource={[...rows]}
            pagination={rows.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
            scroll={{ x: 1040 }}
            columns={[
              { key: 'person', title: t('person'), width: 180, rowScope: 'row', render: (_, row) => <PersonName row={row} /> },
              {
                key: 'counts',
                title: t('counts'),
                width: 230,
                render: (_, { fault, says }) =>
                  fault === null ? (
                    <StateTag tone="green">{t('countsYes')}</StateTag>
                  ) : (
                    <>
                      <StateTag tone="grey">{t('countsNo')}</StateTag> {says}
                    </>
                  ),
              },
              { key: 'home', title: t('short.HOME'), width: 180, render: (_, { home }) => <Place institution={home} /> },
              { key: 'host', title: t('host'), width: 180, render: (_, { host }) => <Place institution={host} /> },
              { key: 'from', title: t('firstDay'), width: 104, render: (_, { validFrom }) => dayText(validFrom, shell) },
              { key: 'last', title: t('lastDay'), width: 104, render: (_, { lastDay }) => lastDay ?? t('lasting') },
              { key: 'days', title: t('daysInYear'), width: 92, align: 'end', render: (_, { days }) => countText(days) },
              { key: 'completed', title: t('completedOn'), width: 116, render: (_, { completedOn }) => completedOn ?? MISSING },
            ]}
          />
        )}
      </section>
    </div>
  )
}
