import { APPOINTMENT_KINDS } from '@yilian/domain/staffing/appointment-kind.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { PersonName } from '../head-count/PersonName.tsx'
import { dayText } from '../i18n/format.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { keysOf } from '../i18n/useTextChoices.ts'
import { KindTag, Place } from '../staffing/parts.tsx'
import { DaysTag } from './DaysTag.tsx'
import { ReturnsDueListDocument, type ReturnRow } from './lists.ts'
import { ListTable } from './ListTable.tsx'
import { chosenCode, type StaffListProps } from './staff-list-search.ts'
import { useListVariables } from './useListVariables.ts'

/** Who is to be back within 90 days, or should be back already. */
export function ReturnsList({ search, onSearch }: StaffListProps): ReactNode {
  const { t } = useTranslation('staffList')
  const { t: shell } = useTranslation('shell')
  const wide = useLocale() === 'en'
  const { places, page, locale } = useListVariables(search)
  const overdue = search.list === 'overdue'
  const filter = { ...places, overdue, kinds: chosenCode(search.code, keysOf(APPOINTMENT_KINDS)) }
  const query = useQuery({ query: ReturnsDueListDocument, variables: { filter, ...page, locale } })
  return (
    <ListTable<ReturnRow, object>
      list={overdue ? 'overdue' : 'returns'}
      name="returnsDue"
      search={search}
      onSearch={onSearch}
      query={query}
      filter={filter}
      rowKey={({ id }) => id}
      countedBy={t('kind')}
      columns={[
        { key: 'person', title: t('person'), width: 190, pinned: true, render: (row) => <PersonName row={row} /> },
        { key: 'kind', title: t('kind'), width: wide ? 190 : 104, render: ({ kind }) => <KindTag kind={kind} /> },
        {
          key: 'home',
          title: t('home'),
          width: 200,
          render: ({ home, homeElsewhere }) => <Place institution={home} elsewhere={homeElsewhere} />,
        },
        { key: 'host', title: t('host'), width: 200, render: ({ host, elsewhere }) => <Place institution={host} elsewhere={elsewhere} /> },
        { key: 'from', title: t('firstDay'), width: 116, render: ({ validFrom }) => dayText(validFrom, shell) },
        { key: 'due', title: t('dueOn'), width: wide ? 150 : 126, render: ({ dueOn }) => dueOn },
        { key: 'days', title: t('days'), width: wide ? 150 : 116, render: ({ days }) => <DaysTag days={days} /> },
      ]}
    />
  )
}
