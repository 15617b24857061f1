import { reportedPeriodText } from '@yilian/domain/reported-period.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { MISSING } from '../i18n/format.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { Place } from '../staffing/parts.tsx'
import { InstitutionFilterField } from '../staffing/PlaceFilters.tsx'
import styles from '../staffing/Staffing.module.css'
import { FIRST_PAGE } from '../table/table-search.ts'
import type { NamedInstitution } from '../fields/InstitutionSelect.tsx'
import { StateTag } from '../theme/StateTag.tsx'
import type { CohortViewProps } from './cohort-search.ts'

/** The institutions concerned, each a link. */
export function Concerned({ institutions }: { readonly institutions: readonly NamedInstitution[] }): ReactNode {
  const { t } = useTranslation('shell')
  if (institutions.length === 0) return MISSING
  return institutions.map(({ id, name }, at) => (
    <span key={id}>
      {at > 0 && t('list')}
      <Place institution={{ id, name }} />
    </span>
  ))
}

/** 目标: to be reached, not what was. */
export function TargetTag(): ReactNode {
  const { t } = useTranslation('cohort')
  return <StateTag tone="future">{t('target')}</StateTag>
}

interface SourceProps {
  readonly source: string | null
  readonly sourceNote: string | null
}

/** Where it was read, and what the source does not say. */
export function Source({ source, sourceNote }: SourceProps): ReactNode {
  if (source === null && sourceNote === null) return MISSING
  return (
    <>
      {source}
      {sourceNote && <div className={styles.small}>{sourceNote}</div>}
    </>
  )
}

/** Writes the period that counts are reported for in the reader's language. */
export function useReportedFor(): (written: string | null) => string {
  const locale = useLocale()
  return (written) => (written === null ? MISSING : reportedPeriodText(written)[locale])
}

/** The filter by institution above each list. */
export function ConcernedFilter({ search, onSearch }: CohortViewProps): ReactNode {
  const { t } = useTranslation('cohort')
  return (
    <InstitutionFilterField
      label={t('field.institutions')}
      value={search.institution}
      onChange={(institution) => onSearch({ ...FIRST_PAGE, institution })}
    />
  )
}
