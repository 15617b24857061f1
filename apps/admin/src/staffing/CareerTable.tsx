import { Table } from 'antd'
import { appointmentKindRules } from '@yilian/domain/staffing/appointment-kind.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CorrectAppointmentDialog } from '../appointment/dialogs/CorrectAppointmentDialog.tsx'
import { EndAssignmentDialog, ExtendAssignmentDialog } from '../appointment/dialogs/AssignmentDialogs.tsx'
import { useDialog } from '../command/useDialog.tsx'
import { RowCommands, type OfferedCommand } from '../command/CommandButton.tsx'
import { NoRecords } from '../table/NoRecords.tsx'
import { usePeriodText } from '../dated/usePeriodText.ts'
import { MISSING } from '../i18n/format.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { KindTag, Place, useJob } from './parts.tsx'
import type { CareerRow, PersonOnPage } from './person-page.ts'
import styles from './Staffing.module.css'

interface CareerTableProps {
  readonly person: PersonOnPage
  readonly rows: readonly (CareerRow & { readonly overdue?: boolean })[]
  readonly empty: string
}

/** Appointments with what can be done with each. */
export function CareerTable({ person, rows, empty }: CareerTableProps): ReactNode {
  const { t } = useTranslation('staffing')
  const label = useCodeLabel()
  const period = usePeriodText()
  const job = useJob()
  const { dialog, show } = useDialog()
  const commands = (row: CareerRow): OfferedCommand[] => {
    const host = row.institution?.name ?? row.elsewhere ?? MISSING
    const assignment = { id: row.id, kind: row.kind, host, plannedUntil: row.plannedUntil, reviewOn: row.reviewOn }
    const open = row.validTo === null && !appointmentKindRules(row.kind).home
    return [
      ...(open && appointmentKindRules(row.kind).needsReturn
        ? [
            {
              command: 'extendAssignment' as const,
              onClick: () => show((close) => <ExtendAssignmentDialog person={person} assignment={assignment} onClose={close} />),
            },
          ]
        : []),
      ...(open
        ? [
            {
              command: 'endAssignment' as const,
              onClick: () => show((close) => <EndAssignmentDialog person={person} assignment={assignment} onClose={close} />),
            },
          ]
        : []),
      {
        command: 'correctAppointment',
        onClick: () =>
          show((close) => (
            <CorrectAppointmentDialog
              person={person}
              rows={person.career.filter(({ id }) => id === row.id).toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))}
              onClose={close}
            />
          )),
      },
    ]
  }
  return (
    <>
      <Table<CareerRow & { readonly overdue?: boolean }>
        size="small"
        rowKey="rowId"
        dataSource={rows}
        pagination={false}
        scroll={{ x: 1090 }}
        locale={{ emptyText: <NoRecords text={empty} /> }}
        columns={[
          {
            key: 'kind',
            title: t('column.kind'),
            width: 150,
            render: (_, row) => <KindTag kind={row.kind} overdue={row.overdue ?? false} />,
          },
          {
            key: 'host',
            title: t('column.host'),
            width: 220,
            render: (_, row) => <Place institution={row.institution} elsewhere={row.elsewhere} />,
          },
          { key: 'job', title: t('column.job'), width: 170, render: (_, row) => job(row) },
          { key: 'post', title: t('column.post'), width: 130, render: (_, row) => row.post?.title ?? MISSING },
          {
            key: 'share',
            title: t('column.share'),
            width: 90,
            align: 'end',
            render: (_, row) => (row.share === null ? MISSING : `${Math.round(Number(row.share) * 100)}%`),
          },
          { key: 'period', title: t('column.period'), width: 210, render: (_, row) => period(row) },
          {
            key: 'planned',
            title: t('column.planned'),
            width: 150,
            render: (_, row) => row.plannedUntil ?? (row.reviewOn ? t('reviewOn', { day: row.reviewOn }) : MISSING),
          },
          {
            key: 'why',
            title: t('column.why'),
            width: 200,
            render: (_, row) => (
              <>
                {row.flowOut
                  ? label('flowOut', row.flowOut)
                  : row.flowIn
                    ? label('flowIn', row.flowIn)
                    : !row.document && !row.source && MISSING}
                {row.document && <div className={styles.small}>{row.document.number ?? row.document.title}</div>}
                {row.source && <div className={styles.small}>{row.source}</div>}
              </>
            ),
          },
          {
            key: 'commands',
            width: 48,
            render: (_, row) => (
              <RowCommands
                of={`${label('appointmentKind', row.kind)} ${row.institution?.name ?? row.elsewhere ?? ''}`}
                commands={commands(row)}
              />
            ),
          },
        ]}
      />
      {dialog}
    </>
  )
}
