import { useQuery } from 'urql'
import { graphql } from '../graphql/gql.ts'
import { useMoment } from '../shell/moment.ts'

const PlacesFilteredByDocument = graphql(`
  query PlacesFilteredBy($institution: ID!, $alliance: ID!, $withInstitution: Boolean!, $withAlliance: Boolean!, $asOf: Date) {
    institution(id: $institution, asOf: $asOf) @include(if: $withInstitution) {
      ...InstitutionChoice
    }
    alliance(id: $alliance, asOf: $asOf) @include(if: $withAlliance) {
      id
      name
      kind
      stage
      memberCount
    }
  }
`)

interface Places {
  readonly institution?: string | undefined
  readonly alliance?: string | undefined
}

/** The institution and the alliance that are filtered by, with their names. */
export function useChosenPlaces({ institution, alliance }: Places) {
  const { asOf } = useMoment()
  const [{ data }] = useQuery({
    query: PlacesFilteredByDocument,
    variables: {
      institution: institution ?? '',
      alliance: alliance ?? '',
      withInstitution: institution !== undefined,
      withAlliance: alliance !== undefined,
      asOf,
    },
    pause: institution === undefined && alliance === undefined,
  })
  return {
    institution: data?.institution?.id === institution ? (data?.institution ?? null) : null,
    alliance: data?.alliance?.id === alliance ? (data?.alliance ?? null) : null,
  }
}
