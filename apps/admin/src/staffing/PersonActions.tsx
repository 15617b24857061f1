import { DownOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { appointmentKindRules } from '@yilian/domain/staffing/appointment-kind.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFrozen } from '../alliance/useFrozen.ts'
import {
  AddConcurrentPostDialog,
  AssignPersonDialog,
  EndAssignmentDialog,
  ExtendAssignmentDialog,
} from '../appointment/dialogs/AssignmentDialogs.tsx'
import {
  AppointPersonDialog,
  LeavePersonDialog,
  RehirePersonDialog,
  RetirePersonDialog,
  TransferPersonDialog,
} from '../appointment/dialogs/CareerDialogs.tsx'
import { useDialog } from '../command/useDialog.tsx'
import { CommandButton, useCommandItems } from '../command/CommandButton.tsx'
import { MISSING } from '../i18n/format.ts'
import { GrantLicenceDialog } from './dialogs/LicenceDialogs.tsx'
import { RemovePersonalNumberDialog } from './dialogs/RemovePersonalNumberDialog.tsx'
import { CorrectPersonDialog, PromotePersonDialog, RevisePersonDialog } from './dialogs/RevisePersonDialogs.tsx'
import type { PersonOnPage } from './person-page.ts'

/** What can be done with a person: at work somewhere, away for a while, or at no institution. */
export function PersonActions({ person }: { readonly person: PersonOnPage }): ReactNode {
  const { t } = useTranslation('staffing')
  const frozen = useFrozen()
  const { dialog, show } = useDialog()
  const { home } = person
  const homeId = home?.institution?.id ?? null
  const away = person.appointments.find(({ kind }) => appointmentKindRules(kind).movesWork)
  const assignment = away && {
    id: away.id,
    kind: away.kind,
    host: away.institution?.name ?? away.elsewhere ?? MISSING,
    plannedUntil: away.plannedUntil,
    reviewOn: away.reviewOn,
  }
  const primary = home !== null && home.kind === 'PRIMARY'
  const rest = useCommandItems([
    { command: 'revisePerson', onClick: () => show((close) => <RevisePersonDialog person={person} onClose={close} />) },
    { command: 'promotePerson', onClick: () => show((close) => <PromotePersonDialog person={person} onClose={close} />) },
    ...(primary
      ? ([
          { command: 'appointPerson', onClick: () => show((close) => <AppointPersonDialog person={person} home={home} onClose={close} />) },
          {
            command: 'addConcurrentPost',
            onClick: () => show((close) => <AddConcurrentPostDialog person={person} homeId={homeId} onClose={close} />),
          },
          ...(assignment
            ? [
                {
                  command: 'assignPerson' as const,
                  onClick: () => show((close) => <AssignPersonDialog person={person} homeId={homeId} onClose={close} />),
                },
              ]
            : []),
          { command: 'transferPerson', onClick: () => show((close) => <TransferPersonDialog person={person} onClose={close} />) },
        ] as const)
      : []),
    { command: 'grantLicence', onClick: () => show((close) => <GrantLicenceDialog person={person} onClose={close} />) },
    { command: 'correctPerson', onClick: () => show((close) => <CorrectPersonDialog person={person} onClose={close} />) },
    ...(person.phone === null && person.identityNumber === null
      ? []
      : [
          {
            command: 'removePersonalNumber' as const,
            danger: true,
            onClick: () => show((close) => <RemovePersonalNumberDialog person={person} onClose={close} />),
          },
        ]),
    ...(home
      ? ([
          {
            command: 'retirePerson',
            danger: true,
            onClick: () =>
              show((close) => <RetirePersonDialog person={person} statutory={person.retirement?.on ?? null} onClose={close} />),
          },
          { command: 'leavePerson', danger: true, onClick: () => show((close) => <LeavePersonDialog person={person} onClose={close} />) },
        ] as const)
      : []),
  ])
  return (
    <>
      {assignment ? (
        <>
          <CommandButton
            command="endAssignment"
            primary
            onClick={() => show((close) => <EndAssignmentDialog person={person} assignment={assignment} onClose={close} />)}
          />
          <CommandButton
            command="extendAssignment"
            onClick={() => show((close) => <ExtendAssignmentDialog person={person} assignment={assignment} onClose={close} />)}
          />
        </>
      ) : primary ? (
        <CommandButton
          command="assignPerson"
          primary
          onClick={() => show((close) => <AssignPersonDialog person={person} homeId={homeId} onClose={close} />)}
        />
      ) : (
        home === null && (
          <CommandButton
            command="rehirePerson"
            primary
            onClick={() => show((close) => <RehirePersonDialog person={person} onClose={close} />)}
          />
        )
      )}
      {rest.length > 0 && (
        <Dropdown menu={{ items: rest }} trigger={['click']} disabled={frozen !== null}>
          <Button icon={<DownOutlined />} iconPlacement="end">
            {t('actions')}
          </Button>
        </Dropdown>
      )}
      {dialog}
    </>
  )
}
