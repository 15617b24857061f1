import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { graphql } from '../graphql/gql.ts'
import { RegionSelect } from '../region/RegionSelect.tsx'
import { useMoment } from '../shell/moment.ts'
import { InstitutionsHead } from './InstitutionsHead.tsx'
import { InstitutionTable } from './InstitutionTable.tsx'

const ChosenRegionDocument = graphql(`
  query ChosenRegion($code: String!, $asOf: Date, $asKnownAt: Instant) {
    region(code: $code, asOf: $asOf, asKnownAt: $asKnownAt) {
      code
      name
    }
  }
`)

export function InstitutionListPage(): ReactNode {
  const { t } = useTranslation('institution')
  const { t: region } = useTranslation('region')
  const search = useSearch({ from: '/institutions' })
  const navigate = useNavigate({ from: '/institutions' })
  const { asOf, asKnownAt } = useMoment()
  const [{ data }] = useQuery({
    query: ChosenRegionDocument,
    variables: { code: search.region ?? '', asOf, asKnownAt },
    pause: search.region === undefined,
  })
  const chosen = search.region === undefined ? undefined : (data?.region?.name ?? search.region)
  return (
    <InstitutionsHead view="list">
      {(create) => (
        <InstitutionTable
          label={t('title')}
          search={search}
          onSearch={(patch, replace = false) => void navigate({ search: (before) => ({ ...before, ...patch }), replace })}
          toolbar={
            <RegionSelect
              width={168}
              control={{ 'aria-label': region('label') }}
              value={search.region}
              onChange={(code) =>
                void navigate({
                  search: (before) => ({ ...before, region: code ?? undefined, after: undefined, before: undefined, from: undefined }),
                })
              }
            />
          }
          chips={
            chosen === undefined
              ? []
              : [
                  {
                    key: 'region',
                    text: t('list.chipRegion', { region: chosen }),
                    onRemove: () => void navigate({ search: (before) => ({ ...before, region: undefined }) }),
                  },
                ]
          }
          onCreate={create}
        />
      )}
    </InstitutionsHead>
  )
}
