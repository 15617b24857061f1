import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { countText, MISSING } from '../i18n/format.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { Place } from '../staffing/parts.tsx'
import { VillagesWithoutDoctorListDocument, type VillageRow } from './lists.ts'
import { ListTable } from './ListTable.tsx'
import type { StaffListProps } from './staff-list-search.ts'
import { useListVariables } from './useListVariables.ts'

/** Village clinics at which no qualified doctor works. */
export function VillagesList({ search, onSearch }: StaffListProps): ReactNode {
  const { t } = useTranslation('staffList')
  const wide = useLocale() === 'en'
  const { places, page, locale } = useListVariables(search)
  const { code } = search
  const filter = { ...places, regionCode: code !== undefined && /^\d{12}$/.test(code) ? code : undefined }
  const query = useQuery({ query: VillagesWithoutDoctorListDocument, variables: { filter, ...page, locale } })
  return (
    <ListTable<VillageRow, object>
      list="villages"
      name="villagesWithoutDoctor"
      search={search}
      onSearch={onSearch}
      query={query}
      filter={filter}
      rowKey={({ clinic }) => clinic.id}
      countedBy={t('town')}
      columns={[
        { key: 'clinic', title: t('clinic'), width: 260, pinned: true, render: ({ clinic }) => <Place institution={clinic} /> },
        { key: 'region', title: t('place'), width: 180, render: ({ clinic }) => clinic.region?.name ?? MISSING },
        { key: 'units', title: t('units'), width: 96, numeric: true, render: ({ unitCount }) => countText(unitCount) },
        { key: 'staff', title: t('atWork'), width: wide ? 130 : 96, numeric: true, render: ({ staff }) => countText(staff) },
        {
          key: 'unlicensed',
          title: t('unlicensed'),
          width: wide ? 200 : 180,
          numeric: true,
          render: ({ unlicensed }) => countText(unlicensed),
        },
      ]}
    />
  )
}
