import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { PersonName } from '../head-count/PersonName.tsx'
import { dayText, MISSING } from '../i18n/format.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { Place } from '../staffing/parts.tsx'
import { StateTag } from '../theme/StateTag.tsx'
import { PostingsUnderWayListDocument, type PostingRow } from './lists.ts'
import { ListTable } from './ListTable.tsx'
import type { StaffListProps } from './staff-list-search.ts'
import { useListVariables } from './useListVariables.ts'

/** Postings that do not yet reach six months, and whether they will. */
export function PostingsList({ search, onSearch }: StaffListProps): ReactNode {
  const { t } = useTranslation('staffList')
  const { t: shell } = useTranslation('shell')
  const wide = useLocale() === 'en'
  const { places, page } = useListVariables(search)
  const query = useQuery({ query: PostingsUnderWayListDocument, variables: { filter: places, ...page } })
  return (
    <ListTable<PostingRow, object>
      list="postings"
      name="postingsUnderWay"
      search={search}
      onSearch={onSearch}
      query={query}
      filter={places}
      rowKey={({ id }) => id}
      columns={[
        { key: 'person', title: t('person'), width: 190, pinned: true, render: (row) => <PersonName row={row} /> },
        { key: 'home', title: t('home'), width: 200, render: ({ home }) => <Place institution={home} /> },
        { key: 'host', title: t('postedTo'), width: 200, render: ({ host }) => <Place institution={host} /> },
        { key: 'from', title: t('firstDay'), width: 116, render: ({ validFrom }) => dayText(validFrom, shell) },
        { key: 'completes', title: t('completesOn'), width: wide ? 170 : 126, render: ({ completesOn }) => completesOn },
        { key: 'ends', title: t('endsOn'), width: wide ? 150 : 116, render: ({ endsOn }) => endsOn ?? MISSING },
        {
          key: 'enough',
          title: t('enough'),
          width: wide ? 170 : 126,
          render: ({ endsOn, endsBefore }) =>
            endsOn === null ? (
              <StateTag tone="grey">{t('noEnd')}</StateTag>
            ) : endsBefore ? (
              <StateTag tone="red">{t('tooShort')}</StateTag>
            ) : (
              <StateTag tone="green">{t('longEnough')}</StateTag>
            ),
        },
      ]}
    />
  )
}
