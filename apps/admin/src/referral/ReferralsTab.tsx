import { DownloadOutlined } from '@ant-design/icons'
import { Button, Empty, Segmented, Select, Skeleton } from 'antd'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { REFERRAL_DIRECTIONS, type ReferralDirection } from '@yilian/domain/referral-flow.ts'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import type { AllianceOnPage } from '../alliance/alliance-page.ts'
import styles from '../alliance/AlliancePage.module.css'
import { csvOf, download } from '../alliance/download.ts'
import { useFrozen } from '../alliance/useFrozen.ts'
import { QueryView } from '../client/QueryView.tsx'
import { useCommandName } from '../command/useCommandName.ts'
import { useDialog } from '../command/useDialog.tsx'
import { MonthField } from '../fields/MonthField.tsx'
import { graphql } from '../graphql/gql.ts'
import type { ReferralsOfAllianceQuery } from '../graphql/graphql.ts'
import { countText } from '../i18n/format.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { useMay } from '../session/use-may.ts'
import { useFrame } from '../shell/frame-data.ts'
import { useMoment } from '../shell/moment.ts'
import { addMonths, monthsOf, sumFlows, tierOf, totalOf, type Flow } from './flows.ts'
import { FlowTable } from './FlowTable.tsx'
import { RecordReferralsDialog } from './RecordReferralsDialog.tsx'

const FlowPicture = lazy(async () => ({ default: (await import('./FlowPicture.tsx')).FlowPicture }))

const ReferralsDocument = graphql(`
  query ReferralsOfAlliance($id: ID!, $asOf: Date, $asKnownAt: Instant, $from: String, $to: String) {
    alliance(id: $id, asOf: $asOf, asKnownAt: $asKnownAt) {
      id
      referralFlows(from: $from, to: $to) {
        id
        period
        direction
        count
        from {
          id
          name
          category
          level
        }
        to {
          id
          name
          category
          level
        }
      }
    }
  }
`)

export type ReferralRow = NonNullable<ReferralsOfAllianceQuery['alliance']>['referralFlows'][number]

const route = getRouteApi('/alliances/$id')

/** 双向转诊: the flows of some months as a picture and a table, and their entry. */
export function ReferralsTab({ alliance }: { readonly alliance: AllianceOnPage }): ReactNode {
  const { t } = useTranslation('referral')
  const name = useCommandName()
  const { today } = useFrame()
  const { asOf, asKnownAt } = useMoment()
  const frozen = useFrozen() !== null
  const mayWork = useMay('alliance.work')
  const { dialog, show } = useDialog()
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/alliances/$id' })
  const shownMonth = (asOf ?? today).slice(0, 7)
  const to = search.end ?? shownMonth
  const from = search.start ?? addMonths(to, -11)
  const query = useQuery({ query: ReferralsDocument, variables: { id: alliance.id, asOf, asKnownAt, from, to } })
  const set = (patch: { start?: string | undefined; end?: string | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...patch }), replace: true })
  return (
    <div className={styles.tab}>
      <section className={styles.panel} aria-label={t('title')}>
        <QueryView query={query}>
          {(data) => (
            <Flows alliance={alliance} rows={data.alliance?.referralFlows ?? []} from={from} to={to}>
              <span style={{ display: 'inline-flex', alignItems: 'center', gap: 6 }}>
                <MonthField
                  aria-label={t('from')}
                  value={from}
                  max={to}
                  allowClear={false}
                  style={{ width: 112 }}
                  onChange={(month) => set({ start: month ?? undefined })}
                />
                —
                <MonthField
                  aria-label={t('to')}
                  value={to}
                  allowClear={false}
                  style={{ width: 112 }}
                  onChange={(month) => set({ end: month ?? undefined })}
                />
              </span>
              {mayWork && (
                <span className={styles.end}>
                  <Button
                    type="primary"
                    disabled={frozen}
                    onClick={() =>
                      show((close) => (
                        <RecordReferralsDialog
                          alliance={alliance}
                          known={data.alliance?.referralFlows ?? []}
                          month={to < today.slice(0, 7) ? to : addMonths(today.slice(0, 7), -1)}
                          onClose={close}
                        />
                      ))
                    }
                  >
                    {name('recordReferrals')}
                  </Button>
                </span>
              )}
            </Flows>
          )}
        </QueryView>
      </section>
      {dialog}
    </div>
  )
}

interface FlowsProps {
  readonly alliance: AllianceOnPage
  readonly rows: readonly ReferralRow[]
  readonly from: string
  readonly to: string
  readonly children: ReactNode
}

function Flows({ alliance, rows, from, to, children }: FlowsProps): ReactNode {
  const { t } = useTranslation('referral')
  const label = useCodeLabel()
  const [by, setBy] = useState<'institution' | 'tier'>('institution')
  const [direction, setDirection] = useState<ReferralDirection | 'all'>('all')
  const end = (one: ReferralRow['from']) => {
    if (by === 'institution') return { id: one.id, name: one.name }
    const tier = tierOf(one)
    return { id: tier, name: t(`tier.${tier}`) }
  }
  const flows: Flow[] = rows
    .filter((row) => direction === 'all' || row.direction === direction)
    .map((row) => ({ period: row.period, direction: row.direction, count: row.count, from: end(row.from), to: end(row.to) }))
  const summed = sumFlows(flows)
  const months = monthsOf(flows)
  const title = t('picture', { from, to })
  const fileName = `${alliance.name}_${t('title')}_${from}_${to}`
  const table = <FlowTable rows={summed} months={months} label={t('table')} />
  const exportTable = () => {
    const head = [t('column.from'), t('column.to'), t('column.direction'), ...months, t('column.total')]
    const lines = summed.map((row) => [
      row.from.name,
      row.to.name,
      label('referralDirection', row.direction),
      ...months.map((month) => row.months.get(month) ?? null),
      row.total,
    ])
    download(new Blob([csvOf([[alliance.name, title], head, ...lines])], { type: 'text/csv' }), `${fileName}.csv`)
  }
  const [up, down] = [totalOf(flows, 'UP'), totalOf(flows, 'DOWN')]
  return (
    <>
      <h2>
        {t('title')}
        {children}
      </h2>
      <div className={styles.tools} style={{ marginBottom: 12 }}>
        <Segmented
          aria-label={t('by.label')}
          value={by}
          onChange={setBy}
          options={[
            { value: 'institution', label: t('by.institution') },
            { value: 'tier', label: t('by.tier') },
          ]}
        />
        <Select<ReferralDirection | 'all'>
          aria-label={t('direction.label')}
          value={direction}
          onChange={setDirection}
          style={{ width: 132 }}
          options={[
            { value: 'all', label: t('direction.all') },
            ...(Object.keys(REFERRAL_DIRECTIONS) as ReferralDirection[]).map((value) => ({
              value,
              label: label('referralDirection', value),
            })),
          ]}
        />
        <span className={styles.grow}>
          {flows.length > 0 && (
            <>
              {direction !== 'DOWN' && (
                <>
                  {t('up')} <strong>{countText(up)}</strong> {t('unit')}　
                </>
              )}
              {direction !== 'UP' && (
                <>
                  {t('down')} <strong>{countText(down)}</strong> {t('unit')}　
                </>
              )}
              <span className={styles.muted}>{t('months', { count: months.length })}</span>
            </>
          )}
        </span>
        <Button icon={<DownloadOutlined />} disabled={flows.length === 0} onClick={exportTable}>
          {t('export')}
        </Button>
      </div>
      {flows.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('empty', { from, to })} />
      ) : (
        <Suspense fallback={<Skeleton active />}>
          <FlowPicture rows={summed} title={title} fileName={fileName} table={table} />
        </Suspense>
      )}
    </>
  )
}
