import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { graphql } from '../graphql/gql.ts'
import { RegionSelect } from '../region/RegionSelect.tsx'
import { useMoment } from '../shell/moment.ts'
import type { FilterChip } from '../table/FilterChips.tsx'
import { FIRST_PAGE } from '../table/table-search.ts'
import type { InstitutionSearch } from './institution-search.ts'
import { InstitutionsHead } from './InstitutionsHead.tsx'
import { InstitutionTable } from './InstitutionTable.tsx'

const ChosenPlacesDocument = graphql(`
  query ChosenPlaces($region: String!, $parent: ID!, $withRegion: Boolean!, $withParent: Boolean!, $asOf: Date, $asKnownAt: Instant) {
    region(code: $region, asOf: $asOf, asKnownAt: $asKnownAt) @include(if: $withRegion) {
      code
      name
    }
    institution(id: $parent, asOf: $asOf, asKnownAt: $asKnownAt) @include(if: $withParent) {
      id
      name
    }
  }
`)

/** 机构: the list, with the region beside the search box and every other filter in the head of its column. */
export function InstitutionListPage(): ReactNode {
  const { t } = useTranslation('institution')
  const { t: region } = useTranslation('region')
  const search = useSearch({ from: '/institutions' })
  const navigate = useNavigate({ from: '/institutions' })
  const onSearch = (patch: InstitutionSearch, replace = false) => void navigate({ search: (before) => ({ ...before, ...patch }), replace })
  const chips = usePlaceChips(search, (patch) => onSearch({ ...FIRST_PAGE, ...patch }))
  return (
    <InstitutionsHead view="list">
      {(create) => (
        <InstitutionTable
          label={t('title')}
          search={search}
          onSearch={onSearch}
          toolbar={
            <RegionSelect
              width={168}
              control={{ 'aria-label': region('label') }}
              value={search.region}
              onChange={(code) => onSearch({ ...FIRST_PAGE, region: code ?? undefined })}
            />
          }
          chips={chips}
          onCreate={create}
        />
      )}
    </InstitutionsHead>
  )
}

/** The region and the parent that are filtered by, with their names. */
function usePlaceChips({ region, parent }: InstitutionSearch, onSearch: (patch: InstitutionSearch) => void): FilterChip[] {
  const { t } = useTranslation('institution')
  const { asOf, asKnownAt } = useMoment()
  const [{ data }] = useQuery({
    query: ChosenPlacesDocument,
    variables: {
      region: region ?? '',
      parent: parent ?? '',
      withRegion: region !== undefined,
      withParent: parent !== undefined,
      asOf,
      asKnownAt,
    },
    pause: region === undefined && parent === undefined,
  })
  const chips: FilterChip[] = []
  if (region !== undefined)
    chips.push({
      key: 'region',
      text: t('list.chipRegion', { region: data?.region?.name ?? region }),
      onRemove: () => onSearch({ region: undefined }),
    })
  if (parent !== undefined)
    chips.push({
      key: 'parent',
      text: t('list.chipParent', { parent: data?.institution?.name ?? '…' }),
      onRemove: () => onSearch({ parent: undefined }),
    })
  return chips
}
