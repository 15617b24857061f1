import { Link } from '@tanstack/react-router'
import { Table } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { RowCommands } from '../command/CommandButton.tsx'
import { dayText, MISSING } from '../i18n/format.ts'
import { KindTag, Place } from '../staffing/parts.tsx'
import type { AppointmentRow } from './appointment-list.ts'
import { DaysLeft } from './DaysLeft.tsx'
import { dueOn } from './returns.ts'
import { useAssignmentCommands } from './useAssignmentCommands.tsx'

/** Who is away from home, when they are to be back, and what can be done. */
export function AwayTable({ rows }: { readonly rows: readonly AppointmentRow[] }): ReactNode {
  const { t } = useTranslation('appointment')
  const { t: shell } = useTranslation('shell')
  const { dialog, commandsOf } = useAssignmentCommands()
  return (
    <>
      <Table<AppointmentRow>
        size="small"
        rowKey="rowId"
        dataSource={[...rows]}
        pagination={false}
        tableLayout="fixed"
        scroll={{ x: 1020 }}
        columns={[
          { key: 'due', title: t('column.planned'), width: 124, rowScope: 'row', render: (_, row) => dueOn(row) ?? MISSING },
          {
            key: 'person',
            title: t('column.person'),
            width: 150,
            render: (_, { person }) =>
              person ? (
                <Link to="/people/$id" params={{ id: person.id }}>
                  {person.name}
                </Link>
              ) : (
                MISSING
              ),
          },
          { key: 'kind', title: t('column.kind'), width: 170, render: (_, { kind, overdue }) => <KindTag kind={kind} overdue={overdue} /> },
          { key: 'home', title: t('column.home'), render: (_, row) => <Place institution={row.home} elsewhere={row.homeElsewhere} /> },
          { key: 'host', title: t('column.host'), render: (_, row) => <Place institution={row.institution} elsewhere={row.elsewhere} /> },
          { key: 'since', title: t('column.since'), width: 112, render: (_, { validFrom }) => dayText(validFrom, shell) },
          { key: 'left', title: t('column.left'), width: 130, render: (_, row) => <DaysLeft row={row} /> },
          {
            key: 'commands',
            width: 48,
            render: (_, row) => <RowCommands of={row.person?.name ?? MISSING} commands={commandsOf(row)} />,
          },
        ]}
      />
      {dialog}
    </>
  )
}
