import { Empty, Grid, Segmented, Skeleton, Table } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import page from '../alliance/AlliancePage.module.css'
import { FailureNotice } from '../client/FailureNotice.tsx'
import { countText, MISSING } from '../i18n/format.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { useFrame } from '../shell/frame-data.ts'
import { useMoment } from '../shell/moment.ts'
import styles from '../staffing/Staffing.module.css'
import { FilterChips } from '../table/FilterChips.tsx'
import { FIRST_PAGE } from '../table/table-search.ts'
import type { AppointmentRow } from './appointment-list.ts'
import { appointmentFilter, MOVING_KINDS, NO_FILTERS } from './appointment-search.ts'
import { AppointmentFilters, useAppointmentChips, type AppointmentViewProps } from './AppointmentFilters.tsx'
import { FlowPicture } from './FlowPicture.tsx'
import { staffFlows, type Away, type StaffFlow } from './staff-flows.ts'
import { useAllAppointments } from './useAllAppointments.ts'

/** Who sends how many to whom on the day shown: a picture, and the same as a table. */
export function FlowsView({ search, onSearch }: AppointmentViewProps): ReactNode {
  const { t } = useTranslation('appointment')
  const { today } = useFrame()
  const { asOf, county } = useMoment()
  const { rows, total, error, retry } = useAllAppointments({
    ...appointmentFilter({ ...search, due: undefined }, county, asOf ?? today),
    kinds: search.kind ?? MOVING_KINDS,
  })
  const chips = useAppointmentChips({ ...search, due: undefined }, onSearch)
  return (
    <>
      <div className={styles.tools}>
        <AppointmentFilters search={search} onSearch={onSearch} dues={false} />
      </div>
      <FilterChips chips={chips} onClear={() => onSearch({ ...FIRST_PAGE, ...NO_FILTERS })} />
      <div className={styles.scroll} data-print="flow">
        {error ? (
          <FailureNotice error={error} onRetry={retry} />
        ) : rows === undefined ? (
          <Skeleton active style={{ padding: 16 }} />
        ) : rows.length === 0 ? (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('noFlows')} style={{ padding: 48 }} />
        ) : (
          <Flows rows={rows} total={total} />
        )}
      </div>
    </>
  )
}

function Flows({ rows, total }: { readonly rows: readonly AppointmentRow[]; readonly total: number }): ReactNode {
  const { t } = useTranslation('appointment')
  const { today } = useFrame()
  const { asOf } = useMoment()
  // A phone is too narrow for two columns of names with bands between: there the table stands first.
  const { md = true } = Grid.useBreakpoint()
  const [chosen, setView] = useState<'picture' | 'table' | null>(null)
  const view = chosen ?? (md ? 'picture' : 'table')
  const away = rows.map((row): Away => ({
    kind: row.kind,
    overdue: row.overdue,
    from: end(row.home, row.homeElsewhere),
    to: end(row.institution, row.elsewhere),
  }))
  const flows = staffFlows(away)
  const title = t('flowsTitle', { count: rows.length, day: asOf ?? today })
  return (
    <div className={page.tab}>
      <section className={page.panel} aria-label={title}>
        <h2>
          {title}
          {total > rows.length && (
            <span className={styles.quiet}>{t('shownOf', { shown: countText(rows.length), total: countText(total) })}</span>
          )}
          <span className={styles.end} data-print="no">
            <Segmented
              size="small"
              aria-label={t('as.label')}
              value={view}
              onChange={setView}
              options={[
                { value: 'picture', label: t('as.picture') },
                { value: 'table', label: t('as.table') },
              ]}
            />
          </span>
        </h2>
        {view === 'picture' ? <FlowPicture flows={flows} title={title} /> : <FlowTable flows={flows} />}
      </section>
    </div>
  )
}

function end(institution: { readonly id: string; readonly name: string } | null, elsewhere: string | null): Away['from'] {
  if (institution) return { key: institution.id, name: institution.name }
  return { key: `elsewhere ${elsewhere ?? ''}`, name: elsewhere ?? MISSING }
}

function FlowTable({ flows }: { readonly flows: readonly StaffFlow[] }): ReactNode {
  const { t } = useTranslation('appointment')
  const label = useCodeLabel()
  return (
    <Table<StaffFlow>
      size="small"
      rowKey="key"
      dataSource={[...flows]}
      pagination={false}
      scroll={{ x: 640 }}
      columns={[
        { key: 'home', title: t('column.home'), rowScope: 'row', render: (_, { from }) => from.name },
        { key: 'host', title: t('column.host'), render: (_, { to }) => to.name },
        { key: 'kind', title: t('column.kind'), render: (_, { kind }) => label('appointmentKind', kind) },
        { key: 'count', title: t('column.people'), align: 'end', width: 90, render: (_, { count }) => countText(count) },
        { key: 'overdue', title: t('column.overdue'), align: 'end', width: 110, render: (_, { overdue }) => countText(overdue) },
      ]}
    />
  )
}
