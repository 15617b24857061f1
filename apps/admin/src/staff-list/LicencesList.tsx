import { LICENCE_KINDS } from '@yilian/domain/staffing/terms.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { PersonName } from '../head-count/PersonName.tsx'
import { MISSING } from '../i18n/format.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { keysOf } from '../i18n/useTextChoices.ts'
import { Place } from '../staffing/parts.tsx'
import { DaysTag } from './DaysTag.tsx'
import { LicencesExpiringListDocument, type LicenceRow } from './lists.ts'
import { ListTable } from './ListTable.tsx'
import { chosenCode, type StaffListProps } from './staff-list-search.ts'
import { useListVariables } from './useListVariables.ts'

/** Licences that expire within 90 days, or have expired. */
export function LicencesList({ search, onSearch }: StaffListProps): ReactNode {
  const { t } = useTranslation('staffList')
  const label = useCodeLabel()
  const { places, page, locale } = useListVariables(search)
  const expired = search.list === 'expired'
  const filter = { ...places, expired, kinds: chosenCode(search.code, keysOf(LICENCE_KINDS)) }
  const query = useQuery({ query: LicencesExpiringListDocument, variables: { filter, ...page, locale } })
  return (
    <ListTable<LicenceRow, object>
      list={expired ? 'expired' : 'licences'}
      name="licencesExpiring"
      search={search}
      onSearch={onSearch}
      query={query}
      filter={filter}
      rowKey={({ id }) => id}
      countedBy={t('licence')}
      columns={[
        { key: 'person', title: t('person'), width: 190, pinned: true, render: (row) => <PersonName row={row} /> },
        { key: 'kind', title: t('licence'), width: 210, render: ({ kind }) => label('licenceKind', kind) },
        { key: 'number', title: t('number'), width: 200, render: ({ number }) => number ?? MISSING },
        { key: 'institution', title: t('registeredAt'), width: 220, render: ({ institution }) => <Place institution={institution} /> },
        { key: 'expires', title: t('expiresOn'), width: 120, render: ({ expiresOn }) => expiresOn },
        { key: 'days', title: t('days'), width: 140, render: ({ days }) => <DaysTag days={days} /> },
      ]}
    />
  )
}
