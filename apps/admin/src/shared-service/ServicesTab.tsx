import { DownOutlined } from '@ant-design/icons'
import { Button, Dropdown, Empty, Table, type TableColumnsType } from 'antd'
import { Link } from '@tanstack/react-router'
import type { IsoDate } from '@yilian/domain/day.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import type { AllianceOnPage } from '../alliance/alliance-page.ts'
import styles from '../alliance/AlliancePage.module.css'
import { AllianceTimeline } from '../alliance/AllianceTimeline.tsx'
import { useFrozen } from '../alliance/useFrozen.ts'
import { QueryView } from '../client/QueryView.tsx'
import { useCommandName } from '../command/useCommandName.ts'
import { useDialog } from '../command/useDialog.tsx'
import type { FactLane } from '../dated/superseded.ts'
import { usePeriodText } from '../dated/usePeriodText.ts'
import { graphql } from '../graphql/gql.ts'
import type { ServiceOnPageFragment } from '../graphql/graphql.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { Cited } from '../membership/MembersTable.tsx'
import { useMay } from '../session/use-may.ts'
import { useFrame } from '../shell/frame-data.ts'
import { useMoment } from '../shell/moment.ts'
import { StateTag } from '../theme/StateTag.tsx'
import { CloseServiceDialog, CorrectServiceDialog, OpenServiceDialog, ReviseServiceDialog } from './ServiceDialogs.tsx'

const ServicesDocument = graphql(`
  query ServicesOfAlliance($id: ID!, $asOf: Date, $asKnownAt: Instant) {
    alliance(id: $id, asOf: $asOf, asKnownAt: $asKnownAt) {
      id
      sharedServiceTimeline {
        ...ServiceOnPage
      }
    }
  }
`)

/** 共享中心: what is run for whom by whom, over time, with what can be done about it. */
export function ServicesTab({ alliance }: { readonly alliance: AllianceOnPage }): ReactNode {
  const { asOf, asKnownAt } = useMoment()
  const query = useQuery({ query: ServicesDocument, variables: { id: alliance.id, asOf, asKnownAt } })
  return <QueryView query={query}>{(data) => <Services alliance={alliance} rows={data.alliance?.sharedServiceTimeline ?? []} />}</QueryView>
}

function Services({ alliance, rows }: { readonly alliance: AllianceOnPage; readonly rows: readonly ServiceOnPageFragment[] }): ReactNode {
  const { t } = useTranslation('service')
  const label = useCodeLabel()
  const name = useCommandName()
  const period = usePeriodText()
  const { today } = useFrame()
  const { asOf } = useMoment()
  const frozen = useFrozen() !== null
  const mayWork = useMay('alliance.work')
  const { dialog, show } = useDialog()
  const open = () => show((close) => <OpenServiceDialog alliance={alliance} onClose={close} />)
  const serves = (row: ServiceOnPageFragment) => (row.servesAll ? t('all') : row.recipients.map((one) => one.name).join('、'))
  const lanes: FactLane[] = [...Map.groupBy(rows, ({ id }) => id).values()].map((list) => ({
    key: list[0]!.id,
    fact: 'SHARED_SERVICE',
    ids: [list[0]!.id],
    label: list[0]!.name,
    hint: label('sharedServiceKind', list[0]!.kind),
    stretches: list.map((row) => ({
      key: row.rowId,
      label: [row.planned ? t('planned') : '', row.provider?.name ?? t('unknown')].filter(Boolean).join(' · '),
      tone: row.planned ? 'outline' : 'normal',
      validFrom: row.validFrom,
      validTo: row.validTo ?? null,
      recordedFrom: row.recordedFrom,
      detail: serves(row),
    })),
  }))
  const columns: TableColumnsType<ServiceOnPageFragment> = [
    {
      title: t('column.name'),
      width: 230,
      render: (_, row) => (
        <>
          {row.name} <ServiceState row={row} day={asOf ?? today} />
        </>
      ),
    },
    { title: t('column.kind'), width: 130, render: (_, { kind }) => label('sharedServiceKind', kind) },
    {
      title: t('column.provider'),
      width: 180,
      render: (_, { provider }) =>
        provider ? (
          <Link to="/institutions/$id" params={{ id: provider.id }}>
            {provider.name}
          </Link>
        ) : (
          <span className={styles.muted}>{t('unknown')}</span>
        ),
    },
    { title: t('column.recipients'), render: (_, row) => serves(row) },
    { title: t('column.period'), width: 130, render: (_, row) => period({ validFrom: row.validFrom, validTo: row.validTo ?? null }) },
    {
      title: t('column.cited'),
      width: 150,
      render: (_, row) => <Cited document={row.document} source={row.source} note={row.sourceNote} />,
    },
    {
      title: t('column.actions'),
      width: 132,
      render: (_, service) => (
        <span style={{ whiteSpace: 'nowrap' }}>
          <Button
            type="link"
            size="small"
            disabled={frozen}
            aria-label={`${t('revise')} ${service.name}`}
            onClick={() => show((close) => <ReviseServiceDialog alliance={alliance} service={service} onClose={close} />)}
          >
            {t('revise')}
          </Button>
          <Dropdown
            trigger={['click']}
            disabled={frozen}
            menu={{
              items: [
                {
                  key: 'close',
                  danger: true,
                  label: name('closeSharedService'),
                  onClick: () => show((close) => <CloseServiceDialog alliance={alliance} service={service} onClose={close} />),
                },
                {
                  key: 'correct',
                  label: name('correctSharedService'),
                  onClick: () =>
                    show((close) => (
                      <CorrectServiceDialog
                        alliance={alliance}
                        service={service}
                        stretches={rows.filter(({ id }) => id === service.id)}
                        onClose={close}
                      />
                    )),
                },
              ],
            }}
          >
            <Button type="link" size="small" icon={<DownOutlined />} aria-label={`${t('column.actions')} ${service.name}`} />
          </Dropdown>
        </span>
      ),
    },
  ]
  return (
    <div className={styles.tab}>
      {lanes.length > 0 && (
        <section className={styles.panel} aria-label={t('overTime')}>
          <h2>{t('overTime')}</h2>
          <AllianceTimeline alliance={alliance} label={t('overTime')} lanes={lanes} orphans labelWidth={210} maxHeight={320} />
        </section>
      )}
      <section className={styles.panel} aria-label={t('list')}>
        <h2>
          {t('list')}
          {mayWork && (
            <span className={styles.end}>
              <Button disabled={frozen} onClick={open}>
                {name('openSharedService')}
              </Button>
            </span>
          )}
        </h2>
        <Table<ServiceOnPageFragment>
          size="small"
          rowKey="rowId"
          columns={mayWork ? columns : columns.slice(0, -1)}
          dataSource={[...rows]}
          pagination={false}
          scroll={{ x: 1080 }}
          locale={{
            emptyText: (
              <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('empty')}>
                {mayWork && !frozen && <Button onClick={open}>{name('openSharedService')}</Button>}
              </Empty>
            ),
          }}
        />
      </section>
      {dialog}
    </div>
  )
}

function ServiceState({ row, day }: { readonly row: ServiceOnPageFragment; readonly day: IsoDate }): ReactNode {
  const { t } = useTranslation('service')
  if (row.validTo && row.validTo <= day) return <StateTag tone="grey">{t('past')}</StateTag>
  if (row.validFrom > day) return <StateTag tone="future">{t('future')}</StateTag>
  return row.planned ? <StateTag tone="future">{t('planned')}</StateTag> : null
}
