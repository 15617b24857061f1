import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { AllianceSelect } from '../fields/AllianceSelect.tsx'
import { InstitutionSelect } from '../fields/InstitutionSelect.tsx'
import { graphql } from '../graphql/gql.ts'
import { useFrame } from '../shell/frame-data.ts'
import { useMoment } from '../shell/moment.ts'
import styles from './Staffing.module.css'

const ChosenStaffPlacesDocument = graphql(`
  query ChosenStaffPlaces($institution: ID!, $alliance: ID!, $withInstitution: Boolean!, $withAlliance: Boolean!, $asOf: Date) {
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
    query: ChosenStaffPlacesDocument,
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

interface FilterProps {
  readonly value: string | undefined
  readonly onChange: (id: string | undefined) => void
}

/** A filter by alliance. */
export function AllianceFilterField({ value, onChange }: FilterProps): ReactNode {
  const { t } = useTranslation('staffing')
  const { today } = useFrame()
  const { asOf, county } = useMoment()
  const { alliance } = useChosenPlaces({ alliance: value })
  return (
    <span className={styles.filter}>
      <AllianceSelect
        label={t('column.alliance')}
        placeholder={t('column.alliance')}
        value={alliance}
        asOf={asOf ?? today}
        countyCode={county}
        allowClear
        onChange={(next) => onChange(next?.id)}
      />
    </span>
  )
}

interface InstitutionFilterFieldProps extends FilterProps {
  /** What the institution is to the people. */
  readonly label: string
}

/** A filter by institution. */
export function InstitutionFilterField({ label, value, onChange }: InstitutionFilterFieldProps): ReactNode {
  const { today } = useFrame()
  const { asOf, county } = useMoment()
  const { institution } = useChosenPlaces({ institution: value })
  return (
    <span className={styles.filter}>
      <InstitutionSelect
        control={{ id: '', status: '', 'aria-invalid': false, 'aria-describedby': undefined, 'aria-label': label }}
        placeholder={label}
        value={institution}
        asOf={asOf ?? today}
        filter={{ countyCode: county }}
        allowClear
        onChange={(next) => onChange(next?.id)}
      />
    </span>
  )
}
