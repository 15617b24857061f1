import { covers } from '@yilian/domain/period.ts'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AllianceOnPage, MembershipRow } from '../alliance/alliance-page.ts'
import styles from '../alliance/AlliancePage.module.css'
import { AllianceTimeline } from '../alliance/AllianceTimeline.tsx'
import { useInstitutionKind } from '../alliance/useStructureHistory.ts'
import type { FactLane } from '../dated/superseded.ts'
import type { Tone } from '../dated/tones.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { useFrame } from '../shell/frame-data.ts'
import { useMoment } from '../shell/moment.ts'
import { MembersTable } from './MembersTable.tsx'

export const ROLE_TONES: Record<MembershipRow['role'], Tone> = { LEAD: 'strong', MEMBER: 'normal', SUPPORTING: 'outline' }
const ORDER: readonly MembershipRow['role'][] = ['SUPPORTING', 'LEAD', 'MEMBER']

/** 成员: who belonged when, as a picture, and the members of the day with what can be done to them. */
export function MembersTab({ alliance }: { readonly alliance: AllianceOnPage }): ReactNode {
  const { t } = useTranslation('membership')
  const label = useCodeLabel()
  const { today } = useFrame()
  const { asOf } = useMoment()
  const lanes = useLanes(alliance.membershipTimeline, asOf ?? today)
  return (
    <div className={styles.tab}>
      <section className={styles.panel} aria-label={t('tab.timeline')}>
        <h2>{t('tab.timeline')}</h2>
        <AllianceTimeline
          alliance={alliance}
          label={t('tab.timeline')}
          lanes={lanes}
          orphans
          maxHeight="min(44vh, 420px)"
          labelWidth={196}
          legend={ORDER.map((role) => ({ tone: ROLE_TONES[role], word: label('membershipRole', role) }))}
        />
      </section>
      <MembersTable alliance={alliance} />
    </div>
  )
}

function useLanes(rows: readonly MembershipRow[], asOf: MembershipRow['validFrom']): FactLane[] {
  const label = useCodeLabel()
  const kindOf = useInstitutionKind()
  return useMemo(() => {
    const rank = (list: readonly MembershipRow[]) => {
      const on = list.find((row) => covers({ validFrom: row.validFrom, validTo: row.validTo ?? null }, asOf))
      return on ? ORDER.indexOf(on.role) : ORDER.length
    }
    return [...Map.groupBy(rows, ({ institution }) => institution.id).values()]
      .toSorted((a, b) => rank(a) - rank(b))
      .map((list) => ({
        key: list[0]!.institution.id,
        fact: 'MEMBERSHIP',
        ids: list.map(({ id }) => id),
        label: list[0]!.institution.name,
        hint: kindOf(list[0]!.institution),
        stretches: list.map((row) => ({
          key: row.rowId,
          label: label('membershipRole', row.role),
          tone: ROLE_TONES[row.role],
          validFrom: row.validFrom,
          validTo: row.validTo ?? null,
          recordedFrom: row.recordedFrom,
          detail: row.document ? (row.document.number ?? row.document.title) : undefined,
        })),
      }))
    // oxlint-disable-next-line react/exhaustive-deps -- the words of a kind change only with the language, as label does
  }, [rows, asOf, label])
}
