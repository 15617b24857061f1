import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { AllianceSelect } from '../fields/AllianceSelect.tsx'
import { InstitutionSelect } from '../fields/InstitutionSelect.tsx'
import { useChosenPlaces } from '../fields/useChosenPlaces.ts'
import { useFrame } from '../shell/frame-data.ts'
import { useMoment } from '../shell/moment.ts'
import styles from './Staffing.module.css'

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
