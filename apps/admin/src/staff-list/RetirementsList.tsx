import { codesOf } from '@yilian/domain/code-list.ts'
import { PROFESSIONS } from '@yilian/domain/code-lists/profession.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { PersonName } from '../head-count/PersonName.tsx'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { Place } from '../staffing/parts.tsx'
import { RetirementListDocument, type RetirementRow } from './lists.ts'
import { ListTable } from './ListTable.tsx'
import { chosenCode, type StaffListProps } from './staff-list-search.ts'
import { useListVariables } from './useListVariables.ts'

/** Who retires within three years by the rule of law, by profession; or is past that day and still in service. */
export function RetirementsList({ search, onSearch }: StaffListProps): ReactNode {
  const { t } = useTranslation('staffList')
  const label = useCodeLabel()
  const { places, page, locale } = useListVariables(search)
  const past = search.list === 'past'
  const filter = { ...places, past, professions: chosenCode(search.code, codesOf(PROFESSIONS)) }
  const query = useQuery({ query: RetirementListDocument, variables: { filter, ...page, locale } })
  return (
    <ListTable<RetirementRow, object>
      list={past ? 'past' : 'retirements'}
      name="retirements"
      search={search}
      onSearch={onSearch}
      query={query}
      filter={filter}
      rowKey={({ personId }) => personId}
      countedBy={t('profession')}
      columns={[
        { key: 'person', title: t('person'), width: 190, pinned: true, render: (row) => <PersonName row={row} /> },
        { key: 'institution', title: t('home'), width: 220, render: ({ institution }) => <Place institution={institution} /> },
        { key: 'profession', title: t('profession'), width: 190, render: ({ profession }) => label('profession', profession) },
        { key: 'retires', title: t('retiresOn'), width: 130, render: ({ retiresOn }) => retiresOn },
        { key: 'rule', title: t('rule'), width: 300, render: ({ rule }) => rule },
      ]}
    />
  )
}
