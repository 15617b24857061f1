import { Link } from '@tanstack/react-router'
import { Checkbox } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { levelGradeLabel } from '@yilian/domain/code-lists/hospital-level.ts'
import type { InstitutionStatus } from '@yilian/domain/code-lists/institution-status.ts'
import type { MembershipRole } from '@yilian/domain/membership-role.ts'
import { QueryView } from '../client/QueryView.tsx'
import type { TimelineLane } from '../dated/lanes.ts'
import { supersededBy, type ChangeWithEffects } from '../dated/superseded.ts'
import { Timeline } from '../dated/Timeline.tsx'
import { ToneLegend } from '../dated/ToneLegend.tsx'
import type { Tone } from '../dated/tones.ts'
import { useCorrections } from '../dated/useCorrections.ts'
import { graphql } from '../graphql/gql.ts'
import type { CorrectionsOfInstitutionQuery, InstitutionTimelineQuery } from '../graphql/graphql.ts'
import { countText } from '../i18n/format.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { FactCard } from '../shell/FactCard.tsx'
import styles from '../shell/FactCard.module.css'
import { useFrame } from '../shell/frame-data.ts'
import { useMoment } from '../shell/moment.ts'
import { attributeLane } from './institution-lanes.ts'

const InstitutionTimelineDocument = graphql(`
  query InstitutionTimeline($id: ID!, $asKnownAt: Instant) {
    institution(id: $id, asKnownAt: $asKnownAt) {
      id
      name
      timeline {
        rowId
        validFrom
        validTo
        recordedFrom
        name
        category
        level
        grade
        status
        beds
        region {
          code
          name
        }
        parent {
          id
          name
        }
      }
      membershipTimeline {
        rowId
        id
        role
        validFrom
        validTo
        recordedFrom
        alliance {
          id
          name
        }
      }
      lineage {
        kind
        effectiveOn
        from {
          id
          name
        }
        to {
          id
          name
        }
      }
    }
  }
`)
const CorrectionsDocument = graphql(`
  query CorrectionsOfInstitution($id: ID!, $after: String, $locale: Locale!) {
    institution(id: $id) {
      id
      changes(first: 10, after: $after, correction: true) {
        ...CorrectionPage
      }
    }
  }
`)
const institutionOf = ({ institution }: CorrectionsOfInstitutionQuery) => institution

type Timelined = NonNullable<InstitutionTimelineQuery['institution']>

const STATUS_TONES: Readonly<Record<InstitutionStatus, Tone>> = {
  PREPARING: 'outline',
  OPERATING: 'good',
  SUSPENDED: 'warn',
  CLOSED: 'quiet',
  MERGED: 'quiet',
}
const ROLE_TONES: Readonly<Record<MembershipRole, Tone>> = { LEAD: 'strong', MEMBER: 'normal', SUPPORTING: 'outline' }

/** 时间轴: names, grades, status, region, parent and memberships over the years; on demand what corrections replaced. */
export function InstitutionTimelineTab({ id, name }: { readonly id: string; readonly name: string }): ReactNode {
  const { t } = useTranslation('institution')
  const { t: dated } = useTranslation('dated')
  const { asOf, asKnownAt } = useMoment()
  const { today } = useFrame()
  const label = useCodeLabel()
  const [histories, setHistories] = useState(false)
  const lanesOf = useLanes()
  const query = useQuery({ query: InstitutionTimelineDocument, variables: { id, asKnownAt } })
  const corrections = useCorrections(CorrectionsDocument, institutionOf, id, histories)
  return (
    <QueryView query={query}>
      {({ institution }) =>
        institution && (
          <div className={styles.cards}>
            <FactCard title={t('tabs.timeline')} wide>
              <Timeline
                label={t('timeline.label', { name })}
                lanes={lanesOf(institution, corrections)}
                today={today}
                asOf={asOf}
                histories={histories}
                labelWidth={150}
                maxHeight="56vh"
                tools={
                  <Checkbox checked={histories} onChange={({ target }) => setHistories(target.checked)}>
                    {t('timeline.histories')}
                  </Checkbox>
                }
                legend={
                  <ToneLegend
                    histories={histories}
                    entries={(['LEAD', 'MEMBER', 'SUPPORTING'] as const).map((role) => ({
                      tone: ROLE_TONES[role],
                      word: label('membershipRole', role),
                    }))}
                  />
                }
              />
            </FactCard>
            {institution.lineage.length > 0 && (
              <FactCard title={t('timeline.lineage')} wide>
                <Lineage lineage={institution.lineage} />
              </FactCard>
            )}
            <span className="visually-hidden">{dated('hint')}</span>
          </div>
        )
      }
    </QueryView>
  )
}

function Lineage({ lineage }: { readonly lineage: Timelined['lineage'] }): ReactNode {
  const { t } = useTranslation('institution')
  const link = (one: { id: string; name: string }) => (
    <Link to="/institutions/$id" params={{ id: one.id }}>
      {one.name}
    </Link>
  )
  return lineage.map(({ kind, effectiveOn, from, to }) => (
    <div key={`${kind} ${from.id} ${to.id}`} className={styles.row}>
      <span className={styles.label}>{effectiveOn}</span>
      <span>
        {kind === 'MERGED_INTO' ? (
          <>
            {link(from)} {t('timeline.mergedInto')} {link(to)}
          </>
        ) : (
          <>
            {link(to)} {t('timeline.splitFrom')} {link(from)}
          </>
        )}
      </span>
    </div>
  ))
}

function useLanes(): (institution: Timelined, corrections: readonly ChangeWithEffects[]) => TimelineLane[] {
  const { t } = useTranslation('institution')
  const label = useCodeLabel()
  const locale = useLocale()
  return ({ timeline, membershipTimeline }, corrections) => {
    const differs = (valueOf: (row: Timelined['timeline'][number]) => unknown) => new Set(timeline.map(valueOf)).size > 1
    const alliances = new Map(membershipTimeline.map(({ alliance }) => [alliance.id, alliance.name]))
    const corrected = supersededBy(corrections, 'INSTITUTION').flatMap(({ stretches }) => stretches)
    const lanes = [
      attributeLane('name', t('timeline.name'), timeline, (row) => ({ label: row.name, tone: 'normal' })),
      attributeLane('status', t('timeline.status'), timeline, (row) => ({
        label: label('institutionStatus', row.status),
        tone: STATUS_TONES[row.status],
      })),
      attributeLane('level', t('timeline.level'), timeline, (row) => ({
        label: levelGradeLabel(row.level, row.grade, locale),
        tone: row.level === 'UNREPORTED' ? 'outline' : 'normal',
      })),
      differs((row) => row.category)
        ? attributeLane('category', t('timeline.category'), timeline, (row) => ({
            label: label('institutionCategory', row.category),
            tone: 'normal',
          }))
        : null,
      attributeLane('region', t('timeline.region'), timeline, (row) => ({ label: row.region.name, tone: 'outline' })),
      attributeLane('parent', t('timeline.parent'), timeline, (row) => (row.parent ? { label: row.parent.name, tone: 'outline' } : null)),
      attributeLane('beds', t('timeline.beds'), timeline, (row) =>
        row.beds === null ? null : { label: t('timeline.bedsOf', { beds: countText(row.beds) }), tone: 'outline' },
      ),
      ...[...alliances].map(([id, allianceName]) =>
        attributeLane(
          id,
          allianceName,
          membershipTimeline.filter(({ alliance }) => alliance.id === id),
          ({ role }) => ({ label: label('membershipRole', role), tone: ROLE_TONES[role] }),
        ),
      ),
      corrected.length > 0 ? { key: 'corrected', label: t('timeline.corrected'), stretches: corrected } : null,
    ]
    return lanes.filter((lane) => lane !== null)
  }
}
