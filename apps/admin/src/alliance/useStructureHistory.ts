import { known } from '@yilian/domain/dated.ts'
import { levelGradeLabel, type HospitalGrade, type HospitalLevel } from '@yilian/domain/code-lists/hospital-level.ts'
import type { Instant } from '@yilian/domain/day.ts'
import { useMemo } from 'react'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { useLocale } from '../i18n/useLocale.ts'
import type { AllianceOnPage } from './alliance-page.ts'
import type { PictureInstitution, StructureHistory } from './structure.ts'

interface ShownInstitution {
  readonly id: string
  readonly name: string
  readonly category: string
  readonly level: HospitalLevel
  readonly grade: HospitalGrade
  readonly villageClinicCount: number
}

/** “中心卫生院 · 一级甲等”: what kind of institution it is, in one line. */
export function useInstitutionKind(): (institution: Pick<ShownInstitution, 'category' | 'level' | 'grade'>) => string {
  const label = useCodeLabel()
  const locale = useLocale()
  return ({ category, level, grade }) =>
    [
      label('institutionCategory', category),
      level === 'LEVEL_1' || level === 'LEVEL_2' || level === 'LEVEL_3' ? levelGradeLabel(level, grade, locale) : '',
    ]
      .filter(Boolean)
      .join(' · ')
}

/** The alliance's structure over all time, as known at the instant shown. */
export function useStructureHistory(alliance: AllianceOnPage, asKnownAt: Instant | undefined): StructureHistory {
  const kindOf = useInstitutionKind()
  return useMemo(() => {
    const institution = (one: ShownInstitution): PictureInstitution => ({
      id: one.id,
      name: one.name,
      kind: kindOf(one),
      villageClinicCount: one.villageClinicCount,
    })
    const current = <
      R extends {
        readonly validFrom: AllianceOnPage['foundedOn']
        readonly validTo?: AllianceOnPage['foundedOn'] | null
        readonly recordedFrom: Instant
        readonly recordedTo?: Instant | null
      },
    >(
      rows: readonly R[],
    ) =>
      rows
        .filter(({ recordedFrom, recordedTo }) =>
          known({ recordedFrom, recordedTo: recordedTo ?? null, recordedBy: 0, closedBy: null }, asKnownAt ?? null),
        )
        .map((row) => ({ ...row, validTo: row.validTo ?? null }))
    return {
      name: alliance.name,
      life: current(alliance.timeline),
      memberships: current(alliance.membershipTimeline).map((row) => ({ ...row, institution: institution(row.institution) })),
      vacancies: current(alliance.leadVacancies),
      disputes: current(alliance.leadDisputes).map((row) => ({
        ...row,
        chosen: row.chosen ? institution(row.chosen) : null,
        mandated: row.mandated ? institution(row.mandated) : null,
      })),
    }
    // oxlint-disable-next-line react/exhaustive-deps -- the words of a kind change only with the language, which reloads the query
  }, [alliance, asKnownAt])
}
