import { appointmentKindRules } from '@yilian/domain/staffing/appointment-kind.ts'
import type { ReactNode } from 'react'
import type { OfferedCommand } from '../command/CommandButton.tsx'
import { useDialog } from '../command/useDialog.tsx'
import { MISSING } from '../i18n/format.ts'
import type { AppointmentRow } from './appointment-list.ts'
import { EndAssignmentDialog, ExtendAssignmentDialog } from './dialogs/AssignmentDialogs.tsx'

/** What can be done with somebody who is away: extend it, or end it. */
export function useAssignmentCommands(): {
  readonly dialog: ReactNode
  readonly commandsOf: (row: AppointmentRow) => OfferedCommand[]
} {
  const { dialog, show } = useDialog()
  const commandsOf = (row: AppointmentRow): OfferedCommand[] => {
    if (!row.person || row.validTo !== null) return []
    const person = { ...row.person, version: row.version }
    const assignment = {
      id: row.id,
      kind: row.kind,
      host: row.institution?.name ?? row.elsewhere ?? MISSING,
      plannedUntil: row.plannedUntil,
      reviewOn: row.reviewOn,
    }
    return [
      ...(appointmentKindRules(row.kind).needsReturn
        ? [
            {
              command: 'extendAssignment' as const,
              onClick: () => show((close) => <ExtendAssignmentDialog person={person} assignment={assignment} onClose={close} />),
            },
          ]
        : []),
      {
        command: 'endAssignment',
        onClick: () => show((close) => <EndAssignmentDialog person={person} assignment={assignment} onClose={close} />),
      },
    ]
  }
  return { dialog, commandsOf }
}
