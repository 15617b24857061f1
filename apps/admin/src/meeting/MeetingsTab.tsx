import { Button, Empty, Table, type TableColumnsType } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import type { AllianceOnPage } from '../alliance/alliance-page.ts'
import styles from '../alliance/AlliancePage.module.css'
import { useFrozen } from '../alliance/useFrozen.ts'
import { QueryView } from '../client/QueryView.tsx'
import { useCommandName } from '../command/useCommandName.ts'
import { useDialog } from '../command/useDialog.tsx'
import { graphql } from '../graphql/gql.ts'
import type { MeetingsOfAllianceQuery } from '../graphql/graphql.ts'
import { MISSING } from '../i18n/format.ts'
import { Cited } from '../membership/MembersTable.tsx'
import { useMay } from '../session/use-may.ts'
import { useMoment } from '../shell/moment.ts'
import { RecordMeetingDialog } from './RecordMeetingDialog.tsx'

const MeetingsDocument = graphql(`
  query MeetingsOfAlliance($id: ID!, $asOf: Date, $asKnownAt: Instant) {
    alliance(id: $id, asOf: $asOf, asKnownAt: $asKnownAt) {
      id
      meetings {
        id
        version
        heldOn
        title
        summary
        source
        attendees {
          id
          name
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

export type Meeting = NonNullable<MeetingsOfAllianceQuery['alliance']>['meetings'][number]

/** 会议: what was decided when and by whom, newest first. */
export function MeetingsTab({ alliance }: { readonly alliance: AllianceOnPage }): ReactNode {
  const { t } = useTranslation('meeting')
  const name = useCommandName()
  const { asOf, asKnownAt } = useMoment()
  const frozen = useFrozen() !== null
  const mayWork = useMay('alliance.work')
  const { dialog, show } = useDialog()
  const query = useQuery({ query: MeetingsDocument, variables: { id: alliance.id, asOf, asKnownAt } })
  const record = () => show((close) => <RecordMeetingDialog alliance={alliance} onClose={close} />)
  const columns: TableColumnsType<Meeting> = [
    { title: t('column.heldOn'), dataIndex: 'heldOn', width: 110 },
    { title: t('column.title'), width: 240, render: (_, { title }) => <strong>{title}</strong> },
    { title: t('column.summary'), render: (_, { summary }) => <span style={{ whiteSpace: 'pre-wrap' }}>{summary ?? MISSING}</span> },
    {
      title: t('column.attendees'),
      width: 230,
      render: (_, { attendees }) => (attendees.length === 0 ? MISSING : attendees.map((one) => one.name).join('、')),
    },
    { title: t('column.source'), width: 130, render: (_, { document, source }) => <Cited document={document} source={source} /> },
    {
      title: t('column.actions'),
      width: 80,
      render: (_, meeting) => (
        <Button
          type="link"
          size="small"
          disabled={frozen}
          aria-label={`${t('revise')} ${meeting.title}`}
          onClick={() => show((close) => <RecordMeetingDialog alliance={alliance} meeting={meeting} onClose={close} />)}
        >
          {t('revise')}
        </Button>
      ),
    },
  ]
  return (
    <div className={styles.tab}>
      <section className={styles.panel} aria-label={t('title')}>
        <h2>
          {t('title')}
          {mayWork && (
            <span className={styles.end}>
              <Button type="primary" disabled={frozen} onClick={record}>
                {name('recordMeeting')}
              </Button>
            </span>
          )}
        </h2>
        <QueryView query={query}>
          {(data) => (
            <Table<Meeting>
              size="small"
              rowKey="id"
              columns={mayWork ? columns : columns.slice(0, -1)}
              dataSource={(data.alliance?.meetings ?? []).toSorted((a, b) => (a.heldOn < b.heldOn ? 1 : -1))}
              pagination={false}
              locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('empty')} /> }}
            />
          )}
        </QueryView>
      </section>
      {dialog}
    </div>
  )
}
