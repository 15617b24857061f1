import { Checkbox } from 'antd'
import { covers } from '@yilian/domain/period.ts'
import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import type { AllianceOnPage, MembershipRow } from '../alliance/alliance-page.ts'
import styles from '../alliance/AlliancePage.module.css'
import { useInstitutionKind } from '../alliance/useStructureHistory.ts'
import type { TimelineLane } from '../dated/lanes.ts'
import { namesFact, supersededBy } from '../dated/superseded.ts'
import { Timeline } from '../dated/Timeline.tsx'
import { ToneLegend } from '../dated/ToneLegend.tsx'
import type { Tone } from '../dated/tones.ts'
import { graphql } from '../graphql/gql.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { useFrame } from '../shell/frame-data.ts'
import { useMoment } from '../shell/moment.ts'
import { MembersTable } from './MembersTable.tsx'

const CorrectionsDocument = graphql(`
  query MembershipCorrections($id: ID!, $locale: Locale!) {
    alliance(id: $id) {
      id
      changes(first: 100) {
        nodes {
          id
          correction
          recordedAt
          effects {
            fact
            factId
            subject(locale: $locale)
            before {
              validFrom
              validTo
              label(locale: $locale)
              changed
            }
          }
        }
      }
    }
  }
`)

export const ROLE_TONES: Record<MembershipRow['role'], Tone> = { LEAD: 'strong', MEMBER: 'normal', SUPPORTING: 'outline' }
const ORDER: readonly MembershipRow['role'][] = ['SUPPORTING', 'LEAD', 'MEMBER']

/** 成员: who belonged when, as a picture, and the members of the day with what can be done to them. */
export function MembersTab({ alliance }: { readonly alliance: AllianceOnPage }): ReactNode {
  const { t } = useTranslation('membership')
  const { today } = useFrame()
  const { asOf } = useMoment()
  const locale = useLocale()
  const [histories, setHistories] = useState(false)
  const [{ data }] = useQuery({ query: CorrectionsDocument, variables: { id: alliance.id, locale }, pause: !histories })
  const corrections = data?.alliance?.changes.nodes
  const lanes = useLanes(alliance.membershipTimeline, asOf ?? today)
  const shown = useMemo(
    () => (histories && corrections ? withHistories(lanes, supersededBy(corrections, 'MEMBERSHIP')) : lanes),
    [histories, corrections, lanes],
  )
  return (
    <div className={styles.tab}>
      <section className={styles.panel} aria-label={t('tab.timeline')}>
        <h2>{t('tab.timeline')}</h2>
        <Timeline
          label={t('tab.timeline')}
          lanes={shown}
          today={today}
          asOf={asOf}
          histories={histories}
          maxHeight="min(44vh, 420px)"
          labelWidth={196}
          tools={
            <Checkbox checked={histories} onChange={({ target }) => setHistories(target.checked)}>
              {t('tab.histories')}
            </Checkbox>
          }
          legend={<RoleLegend histories={histories} />}
        />
      </section>
      <MembersTable alliance={alliance} />
    </div>
  )
}

interface Lane extends TimelineLane {
  readonly ids: readonly string[]
}

function useLanes(rows: readonly MembershipRow[], asOf: MembershipRow['validFrom']): Lane[] {
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

/** What was corrected goes under the lane it belongs to; a membership corrected away altogether gets a lane of its own. */
function withHistories(lanes: readonly Lane[], superseded: ReturnType<typeof supersededBy>): TimelineLane[] {
  const own = lanes.map((lane) => ({
    ...lane,
    stretches: [
      ...lane.stretches,
      ...superseded.filter(({ factId }) => lane.ids.some((id) => namesFact(id, factId))).flatMap(({ stretches }) => stretches),
    ],
  }))
  const gone = superseded.filter(({ factId }) => !lanes.some(({ ids }) => ids.some((id) => namesFact(id, factId))))
  return [...own, ...gone.map(({ factId, subject, stretches }) => ({ key: factId, label: subject, stretches }))]
}

function RoleLegend({ histories }: { readonly histories: boolean }): ReactNode {
  const label = useCodeLabel()
  return (
    <ToneLegend entries={ORDER.map((role) => ({ tone: ROLE_TONES[role], word: label('membershipRole', role) }))} histories={histories} />
  )
}
