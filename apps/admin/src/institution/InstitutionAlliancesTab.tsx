import { Link } from '@tanstack/react-router'
import { Empty, Table } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { covers } from '@yilian/domain/period.ts'
import { QueryView } from '../client/QueryView.tsx'
import { usePeriodText } from '../dated/usePeriodText.ts'
import { graphql } from '../graphql/gql.ts'
import type { InstitutionMembershipsQuery } from '../graphql/graphql.ts'
import { MISSING } from '../i18n/format.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { FactCard } from '../shell/FactCard.tsx'
import styles from '../shell/FactCard.module.css'
import { useFrame } from '../shell/frame-data.ts'
import { useMoment } from '../shell/moment.ts'
import { StateTag } from '../theme/StateTag.tsx'

const InstitutionMembershipsDocument = graphql(`
  query InstitutionMemberships($id: ID!, $asKnownAt: Instant) {
    institution(id: $id, asKnownAt: $asKnownAt) {
      id
      membershipTimeline {
        rowId
        role
        legalPersonKept
        validFrom
        validTo
        source
        alliance {
          id
          name
          kind
        }
        document {
          id
          number
          title
        }
      }
    }
  }
`)

type MembershipStretch = NonNullable<InstitutionMembershipsQuery['institution']>['membershipTimeline'][number]
type State = 'now' | 'past' | 'future'

const TONES = { now: 'green', past: 'grey', future: 'future' } as const

/** 医共体: what it belongs to on the day shown, what it belonged to, what it will belong to. */
export function InstitutionAlliancesTab({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation('institution')
  const { asOf, asKnownAt } = useMoment()
  const { today } = useFrame()
  const day = asOf ?? today
  const label = useCodeLabel()
  const periodText = usePeriodText()
  const query = useQuery({ query: InstitutionMembershipsDocument, variables: { id, asKnownAt } })
  const stateOf = (row: MembershipStretch): State => (covers(row, day) ? 'now' : row.validFrom > day ? 'future' : 'past')
  const order: readonly State[] = ['now', 'future', 'past']
  return (
    <QueryView query={query}>
      {({ institution }) => (
        <div className={styles.cards}>
          <FactCard title={t('tabs.alliances')} wide>
            <Table<MembershipStretch>
              aria-label={t('alliances.label')}
              size="middle"
              pagination={false}
              rowKey="rowId"
              scroll={{ x: 860 }}
              locale={{
                emptyText: (
                  <Empty
                    image={Empty.PRESENTED_IMAGE_SIMPLE}
                    description={
                      <>
                        {t('alliances.none')}
                        <br />
                        <span className={styles.quiet}>{t('alliances.noneAdvice')}</span>
                      </>
                    }
                  >
                    <Link to="/alliances">{t('tabs.alliances')}</Link>
                  </Empty>
                ),
              }}
              dataSource={(institution?.membershipTimeline ?? []).toSorted(
                (a, b) => order.indexOf(stateOf(a)) - order.indexOf(stateOf(b)) || (a.validFrom < b.validFrom ? 1 : -1),
              )}
              columns={[
                {
                  key: 'alliance',
                  title: t('alliances.alliance'),
                  width: 240,
                  render: (_, { alliance }) => (
                    <Link to="/alliances/$id" params={{ id: alliance.id }}>
                      {alliance.name}
                    </Link>
                  ),
                },
                {
                  key: 'state',
                  title: t('alliances.state'),
                  width: 88,
                  render: (_, row) => <StateTag tone={TONES[stateOf(row)]}>{t(`alliances.${stateOf(row)}`)}</StateTag>,
                },
                { key: 'role', title: t('alliances.role'), width: 130, render: (_, { role }) => label('membershipRole', role) },
                { key: 'period', title: t('alliances.period'), width: 220, render: (_, row) => periodText(row) },
                { key: 'kind', title: t('alliances.kind'), width: 150, render: (_, { alliance }) => label('allianceKind', alliance.kind) },
                {
                  key: 'legalPerson',
                  title: t('alliances.legalPerson'),
                  width: 100,
                  render: (_, { legalPersonKept }) =>
                    legalPersonKept === null ? MISSING : legalPersonKept ? t('alliances.kept') : t('alliances.notKept'),
                },
                {
                  key: 'document',
                  title: t('alliances.document'),
                  render: (_, { document, source }) => (document ? (document.number ?? document.title) : (source ?? MISSING)),
                },
              ]}
            />
          </FactCard>
        </div>
      )}
    </QueryView>
  )
}
