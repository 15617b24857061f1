import { Grid, Segmented, Table } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import page from '../alliance/AlliancePage.module.css'
import { countText, MISSING } from '../i18n/format.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { useFrame } from '../shell/frame-data.ts'
import { useMoment } from '../shell/moment.ts'
import styles from '../staffing/Staffing.module.css'
import type { AppointmentRow } from './appointment-list.ts'
import { AllAway } from './AllAway.tsx'
import type { AppointmentViewProps } from './AppointmentFilters.tsx'
import { FlowPicture } from './FlowPicture.tsx'
import { staffFlows, type Away, type StaffFlow } from './staff-flows.ts'

/** Who sends how many to whom on the day shown: a picture, and the same as a table. */
export function FlowsView(props: AppointmentViewProps): ReactNode {
  return <AllAway {...props}>{(rows, total) => <Flows rows={rows} total={total} />}</AllAway>
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
