import { Link } from '@tanstack/react-router'
import { Button, Empty, Table } from 'antd'
import { LEADERSHIPS } from '@yilian/domain/staffing/terms.ts'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import page from '../alliance/AlliancePage.module.css'
import { useAllAppointments } from '../appointment/useAllAppointments.ts'
import type { AppointmentRow } from '../appointment/appointment-list.ts'
import { AWAY_KINDS } from '../appointment/appointment-search.ts'
import { AwayTable } from '../appointment/AwayTable.tsx'
import { FailureNotice } from '../client/FailureNotice.tsx'
import { QueryView } from '../client/QueryView.tsx'
import { NoRecords } from '../table/NoRecords.tsx'
import type { AppointmentFilter } from '../graphql/graphql.ts'
import { countText, dayText, MISSING } from '../i18n/format.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { keysOf } from '../i18n/useTextChoices.ts'
import { useMoment } from '../shell/moment.ts'
import { Pager } from '../table/Pager.tsx'
import { pageArguments, pageOf, type TableSearch } from '../table/table-search.ts'
import { KindTag, Place } from './parts.tsx'
import { PeopleListDocument } from './people-list.ts'
import { PersonCards } from './PersonCards.tsx'
import styles from './Staffing.module.css'

/** Whose staff: of one institution, or of the institutions of an alliance on the day shown. */
export type StaffOf = { readonly institutionId: string } | { readonly allianceId: string }

interface OwnStaffTabProps {
  readonly of: StaffOf
  /** What stands first: the establishment of an institution. */
  readonly lead?: ReactNode
}

/** 人员 of an institution or an alliance: who leads, who is posted where, and who is at home there. */
export function OwnStaffTab({ of, lead }: OwnStaffTabProps): ReactNode {
  const { t } = useTranslation('staffing')
  const around: AppointmentFilter = 'allianceId' in of ? { allianceId: of.allianceId } : { hostId: of.institutionId }
  return (
    <div className={page.tab}>
      {lead}
      <Appointments title={t('own.leaders')} none={t('own.noLeaders')} filter={{ ...around, leading: true }}>
        {(rows) => <Leaders rows={rows} />}
      </Appointments>
      <Appointments
        title={t('allianceId' in of ? 'own.moving' : 'own.hosted')}
        none={t('own.noneHosted')}
        filter={{ ...around, kinds: AWAY_KINDS }}
      >
        {(rows) => <AwayTable rows={rows} />}
      </Appointments>
      {'institutionId' in of && (
        <Appointments title={t('own.away')} none={t('own.noneAway')} filter={{ homeId: of.institutionId, kinds: AWAY_KINDS }}>
          {(rows) => <AwayTable rows={rows} />}
        </Appointments>
      )}
      <People of={of} />
    </div>
  )
}

interface AppointmentsProps {
  readonly title: string
  readonly none: string
  readonly filter: AppointmentFilter
  readonly children: (rows: readonly AppointmentRow[]) => ReactNode
}

function Appointments({ title, none, filter, children }: AppointmentsProps): ReactNode {
  const { rows, total, error, retry } = useAllAppointments(filter)
  return (
    <section className={page.panel} aria-label={title}>
      <h2>
        {title}
        {rows && rows.length > 0 && <span className={styles.quiet}>{countText(total)}</span>}
      </h2>
      {error ? (
        <FailureNotice error={error} onRetry={retry} />
      ) : rows === undefined ? null : rows.length === 0 ? (
        <NoRecords text={none} />
      ) : (
        children(rows)
      )}
    </section>
  )
}

const LEADING = keysOf(LEADERSHIPS)
const rankOf = ({ leadership }: AppointmentRow): number => (leadership === null ? LEADING.length : LEADING.indexOf(leadership))

/** Posts of leadership, in the order of their list: that somebody leads here and is at home there is said in one line. */
function Leaders({ rows }: { readonly rows: readonly AppointmentRow[] }): ReactNode {
  const { t } = useTranslation('staffing')
  const { t: shell } = useTranslation('shell')
  const label = useCodeLabel()
  return (
    <Table<AppointmentRow>
      size="small"
      rowKey="rowId"
      dataSource={rows.toSorted((one, other) => rankOf(one) - rankOf(other))}
      pagination={false}
      tableLayout="fixed"
      scroll={{ x: 960 }}
      columns={[
        {
          key: 'person',
          title: t('column.name'),
          width: 170,
          rowScope: 'row',
          render: (_, { person }) =>
            person ? (
              <Link to="/people/$id" params={{ id: person.id }}>
                {person.name}
              </Link>
            ) : (
              MISSING
            ),
        },
        { key: 'leadership', title: t('column.leadership'), width: 190, render: (_, { leadership }) => label('leadership', leadership) },
        { key: 'host', title: t('column.host'), render: (_, row) => <Place institution={row.institution} elsewhere={row.elsewhere} /> },
        { key: 'kind', title: t('column.kind'), width: 150, render: (_, { kind, overdue }) => <KindTag kind={kind} overdue={overdue} /> },
        { key: 'home', title: t('column.home'), render: (_, row) => <Place institution={row.home} elsewhere={row.homeElsewhere} /> },
        { key: 'since', title: t('column.since'), width: 124, render: (_, { validFrom }) => dayText(validFrom, shell) },
      ]}
    />
  )
}

function People({ of }: { readonly of: StaffOf }): ReactNode {
  const { t } = useTranslation('staffing')
  const { asOf, asKnownAt } = useMoment()
  const [search, setSearch] = useState<TableSearch<never>>({})
  const query = useQuery({ query: PeopleListDocument, variables: { filter: of, ...pageArguments(search), asOf, asKnownAt } })
  const found = query[0].data?.people
  const here = 'allianceId' in of ? { alliance: of.allianceId } : { institution: of.institutionId }
  return (
    <section className={page.panel} aria-label={t('own.title')}>
      <h2>
        {t('own.title')}
        {found && <span className={styles.quiet}>{t('own.total', { count: found.totalCount })}</span>}
        <span className={styles.end}>
          <Link to="/people" search={here}>
            <Button size="small">{t('own.all')}</Button>
          </Link>
        </span>
      </h2>
      <QueryView query={query}>
        {({ people }) =>
          people.nodes.length === 0 ? (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('own.none')} />
          ) : (
            <div style={{ margin: '0 -16px' }}>
              <PersonCards rows={people.nodes} />
            </div>
          )
        }
      </QueryView>
      {found && found.totalCount > found.nodes.length && (
        <Pager
          page={pageOf(search, found.nodes.length, found.pageInfo)}
          total={found.totalCount}
          size={search.size}
          onSearch={(patch) => setSearch((before) => ({ ...before, ...patch }))}
        />
      )}
    </section>
  )
}
