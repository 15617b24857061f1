import { Button, Empty, Table, type TableColumnsType } from 'antd'
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
import type { DisputeInFullFragment, LeadOfAllianceQuery } from '../graphql/graphql.ts'
import { Cited } from '../membership/MembersTable.tsx'
import { useMay } from '../session/use-may.ts'
import { useFrame } from '../shell/frame-data.ts'
import { useMoment } from '../shell/moment.ts'
import { StateTag } from '../theme/StateTag.tsx'
import { CorrectDisputeDialog, CorrectVacancyDialog } from './CorrectDialogs.tsx'
import { OpenDisputeDialog, ResolveDisputeDialog } from './DisputeDialogs.tsx'

export const DisputeInFull = graphql(`
  fragment DisputeInFull on LeadDispute {
    id
    rowId
    version
    authority
    summary
    source
    sourceNote
    validFrom
    validTo
    recordedFrom
    recordedTo
    chosen {
      ...InstitutionChoice
    }
    mandated {
      ...InstitutionChoice
    }
    document {
      id
      number
      title
    }
  }
`)

const LeadDocument = graphql(`
  query LeadOfAlliance($id: ID!, $asOf: Date, $asKnownAt: Instant) {
    alliance(id: $id, asOf: $asOf, asKnownAt: $asKnownAt) {
      id
      leadDisputes {
        ...DisputeInFull
      }
      leadVacancies {
        id
        rowId
        version
        reason
        source
        sourceNote
        validFrom
        validTo
        recordedFrom
        recordedTo
        document {
          id
          number
          title
        }
      }
    }
  }
`)

type LeadOfAlliance = NonNullable<LeadOfAllianceQuery['alliance']>
type Vacancy = LeadOfAlliance['leadVacancies'][number]

/** 牵头: who led when, vacancies and disputes with what can be done about them. */
export function LeadTab({ alliance }: { readonly alliance: AllianceOnPage }): ReactNode {
  const { asOf, asKnownAt } = useMoment()
  const query = useQuery({ query: LeadDocument, variables: { id: alliance.id, asOf, asKnownAt } })
  return <QueryView query={query}>{(data) => data.alliance && <Lead alliance={alliance} lead={data.alliance} />}</QueryView>
}

function Lead({ alliance, lead }: { readonly alliance: AllianceOnPage; readonly lead: LeadOfAlliance }): ReactNode {
  const { t } = useTranslation('dispute')
  const name = useCommandName()
  const period = usePeriodText()
  const { today } = useFrame()
  const { asOf } = useMoment()
  const day = asOf ?? today
  const frozen = useFrozen() !== null
  const mayChange = useMay('alliance.change')
  const { dialog, show } = useDialog()
  const disputes = lead.leadDisputes
  const vacancies = lead.leadVacancies
  const half = (one: DisputeInFullFragment['chosen']) => one?.name ?? <span className={styles.muted}>{t('notStated')}</span>
  const disputeColumns: TableColumnsType<DisputeInFullFragment> = [
    {
      title: t('column.state'),
      width: 136,
      render: (_, row) => (
        <>
          <DisputeState row={row} day={day} />
          <div className={styles.sub}>{period({ validFrom: row.validFrom, validTo: row.validTo ?? null })}</div>
        </>
      ),
    },
    { title: t('column.chosen'), width: 150, render: (_, { chosen }) => half(chosen) },
    { title: t('column.mandated'), width: 176, render: (_, { mandated }) => half(mandated) },
    { title: t('column.authority'), width: 150, dataIndex: 'authority' },
    { title: t('column.summary'), render: (_, { summary }) => summary },
    {
      title: t('column.cited'),
      width: 200,
      render: (_, row) => <Cited document={row.document} source={row.source} note={row.sourceNote} />,
    },
    {
      title: t('column.actions'),
      width: 116,
      render: (_, row) => (
        <>
          {(!row.validTo || row.validTo > day) && (
            <Button
              type="link"
              size="small"
              disabled={frozen}
              onClick={() => show((close) => <ResolveDisputeDialog alliance={alliance} dispute={row} onClose={close} />)}
            >
              {t('resolve')}
            </Button>
          )}
          <Button
            type="link"
            size="small"
            disabled={frozen}
            onClick={() =>
              show((close) => (
                <CorrectDisputeDialog alliance={alliance} stretches={disputes.filter(({ id }) => id === row.id)} onClose={close} />
              ))
            }
          >
            {t('correctShort')}
          </Button>
        </>
      ),
    },
  ]
  const vacancyColumns: TableColumnsType<Vacancy> = [
    { title: t('column.period'), width: 210, render: (_, row) => period({ validFrom: row.validFrom, validTo: row.validTo ?? null }) },
    { title: t('column.reason'), dataIndex: 'reason' },
    {
      title: t('column.cited'),
      width: 220,
      render: (_, row) => <Cited document={row.document} source={row.source} note={row.sourceNote} />,
    },
    {
      title: t('column.actions'),
      width: 116,
      render: (_, row) => (
        <Button
          type="link"
          size="small"
          disabled={frozen}
          onClick={() =>
            show((close) => (
              <CorrectVacancyDialog alliance={alliance} stretches={vacancies.filter(({ id }) => id === row.id)} onClose={close} />
            ))
          }
        >
          {t('correctShort')}
        </Button>
      ),
    },
  ]
  return (
    <div className={styles.tab}>
      <section className={styles.panel} aria-label={t('overTime')}>
        <h2>{t('overTime')}</h2>
        <AllianceTimeline alliance={alliance} label={t('overTime')} lanes={useLanes(alliance, disputes, vacancies)} labelWidth={112} />
      </section>
      <section className={styles.panel} aria-label={t('disputes')}>
        <h2>
          {t('disputes')}
          {mayChange && (
            <span className={styles.end}>
              <Button disabled={frozen} onClick={() => show((close) => <OpenDisputeDialog alliance={alliance} onClose={close} />)}>
                {name('openLeadDispute')}
              </Button>
            </span>
          )}
        </h2>
        <Table<DisputeInFullFragment>
          size="small"
          rowKey="rowId"
          columns={mayChange ? disputeColumns : disputeColumns.slice(0, -1)}
          dataSource={disputes}
          pagination={false}
          scroll={{ x: 1090 }}
          locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('noDisputes')} /> }}
        />
      </section>
      {vacancies.length > 0 && (
        <section className={styles.panel} aria-label={t('vacancies')}>
          <h2>{t('vacancies')}</h2>
          <Table<Vacancy>
            size="small"
            rowKey="rowId"
            columns={mayChange ? vacancyColumns : vacancyColumns.slice(0, -1)}
            dataSource={vacancies}
            pagination={false}
          />
        </section>
      )}
      {dialog}
    </div>
  )
}

function DisputeState({ row, day }: { readonly row: DisputeInFullFragment; readonly day: IsoDate }): ReactNode {
  const { t } = useTranslation('dispute')
  if (row.validFrom > day) return <StateTag tone="future">{t('future')}</StateTag>
  return row.validTo && row.validTo <= day ? <StateTag tone="grey">{t('resolved')}</StateTag> : <StateTag tone="red">{t('open')}</StateTag>
}

/** Three lanes: the institutions that led, the vacancies, the disputes. */
function useLanes(alliance: AllianceOnPage, disputes: readonly DisputeInFullFragment[], vacancies: readonly Vacancy[]): FactLane[] {
  const { t } = useTranslation('dispute')
  const leads = alliance.membershipTimeline.filter(({ role }) => role === 'LEAD')
  return [
    {
      key: 'lead',
      fact: 'MEMBERSHIP',
      ids: leads.map(({ id }) => id),
      label: t('lane.lead'),
      stretches: leads.map((row) => ({
        key: row.rowId,
        label: row.institution.name,
        tone: 'strong',
        validFrom: row.validFrom,
        validTo: row.validTo ?? null,
        recordedFrom: row.recordedFrom,
      })),
    },
    {
      key: 'vacancy',
      fact: 'LEAD_VACANCY',
      ids: vacancies.map(({ id }) => id),
      label: t('lane.vacancy'),
      stretches: vacancies.map((row) => ({
        key: row.rowId,
        label: row.reason,
        tone: 'warn',
        validFrom: row.validFrom,
        validTo: row.validTo ?? null,
        recordedFrom: row.recordedFrom,
      })),
    },
    {
      key: 'dispute',
      fact: 'LEAD_DISPUTE',
      ids: disputes.map(({ id }) => id),
      label: t('lane.dispute'),
      stretches: disputes.map((row) => ({
        key: row.rowId,
        label: `${t('chosen')} ${row.chosen?.name ?? t('notStated')} / ${t('mandated')} ${row.mandated?.name ?? t('notStated')}`,
        tone: 'bad',
        validFrom: row.validFrom,
        validTo: row.validTo ?? null,
        recordedFrom: row.recordedFrom,
      })),
    },
  ]
}
