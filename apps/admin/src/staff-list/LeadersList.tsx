import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { PersonName } from '../head-count/PersonName.tsx'
import { dayText } from '../i18n/format.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { Place } from '../staffing/parts.tsx'
import { LeadershipOverlapListDocument, type LeaderRow } from './lists.ts'
import { ListTable } from './ListTable.tsx'
import type { StaffListProps } from './staff-list-search.ts'
import styles from './StaffList.module.css'
import { useListVariables } from './useListVariables.ts'

/** Who holds more than one leadership post. */
export function LeadersList({ search, onSearch }: StaffListProps): ReactNode {
  const { t } = useTranslation('staffList')
  const { t: shell } = useTranslation('shell')
  const label = useCodeLabel()
  const { places, page } = useListVariables(search)
  const query = useQuery({ query: LeadershipOverlapListDocument, variables: { filter: places, ...page } })
  const lines = ({ posts }: LeaderRow, of: (post: LeaderRow['posts'][number]) => ReactNode) => (
    <div className={styles.lines}>
      {posts.map((post) => (
        <span key={`${post.institution?.id ?? ''} ${post.leadership} ${post.kind}`}>{of(post)}</span>
      ))}
    </div>
  )
  return (
    <ListTable<LeaderRow, object>
      list="leaders"
      name="leadershipOverlaps"
      search={search}
      onSearch={onSearch}
      query={query}
      filter={places}
      rowKey={({ personId }) => personId}
      columns={[
        { key: 'person', title: t('person'), width: 190, pinned: true, render: (row) => <PersonName row={row} /> },
        {
          key: 'institution',
          title: t('institution'),
          width: 280,
          render: (row) => lines(row, ({ institution }) => <Place institution={institution} />),
        },
        { key: 'leadership', title: t('post'), width: 180, render: (row) => lines(row, (post) => label('leadership', post.leadership)) },
        { key: 'kind', title: t('kind'), width: 180, render: (row) => lines(row, ({ kind }) => label('appointmentKind', kind)) },
        { key: 'from', title: t('since'), width: 120, render: (row) => lines(row, ({ validFrom }) => dayText(validFrom, shell)) },
      ]}
    />
  )
}
