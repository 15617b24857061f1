import type { IsoDate } from '@yilian/domain/day.ts'
import { issue } from '@yilian/domain/issue.ts'
import { APPOINTMENT_KINDS, appointmentKindRules, type AppointmentKind } from '@yilian/domain/staffing/appointment-kind.ts'
import { APPOINTMENT_DEFAULTS, appointmentIssues } from '@yilian/domain/staffing/appointment.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandField } from '../../command/CommandField.tsx'
import { whenKnown } from '../../command/when-known.ts'
import { Choice, cited, Day, orNull, TextField } from '../../command/fields.tsx'
import { InstitutionSelect, type InstitutionChoice } from '../../fields/InstitutionSelect.tsx'
import { graphql } from '../../graphql/gql.ts'
import { useCodeLabel } from '../../i18n/useCodeLabel.ts'
import { useLocale } from '../../i18n/useLocale.ts'
import { keysOf } from '../../i18n/useTextChoices.ts'
import { PersonDialog, type PersonDialogProps } from '../../staffing/dialogs/PersonDialog.tsx'
import { EMPTY_PLACE, placeInput, type PlaceDraft } from './place-form.ts'
import { PlaceFields } from './PlaceFields.tsx'

const AssignPersonDocument = graphql(`
  mutation AssignPerson($input: AssignPersonInput!, $locale: Locale!) {
    result: assignPerson(input: $input) {
      ...CommandOutcome
    }
  }
`)
const AddConcurrentPostDocument = graphql(`
  mutation AddConcurrentPost($input: AddConcurrentPostInput!, $locale: Locale!) {
    result: addConcurrentPost(input: $input) {
      ...CommandOutcome
    }
  }
`)
const ExtendAssignmentDocument = graphql(`
  mutation ExtendAssignment($input: ExtendAssignmentInput!, $locale: Locale!) {
    result: extendAssignment(input: $input) {
      ...CommandOutcome
    }
  }
`)
const EndAssignmentDocument = graphql(`
  mutation EndAssignment($input: EndAssignmentInput!, $locale: Locale!) {
    result: endAssignment(input: $input) {
      ...CommandOutcome
    }
  }
`)

/** What `assignPerson` records: everything but homes, and 兼任, which has its own command. */
const ASSIGNED = keysOf(APPOINTMENT_KINDS).filter((kind) => !APPOINTMENT_KINDS[kind].home && kind !== 'CONCURRENT')

interface Planned {
  readonly plannedUntil: IsoDate | null
  readonly reviewOn: IsoDate | null
}

interface PlannedFieldsProps {
  readonly draft: Planned
  readonly set: (patch: Partial<Planned>) => void
}

function PlannedFields({ draft, set }: PlannedFieldsProps): ReactNode {
  const { t } = useTranslation('staffingCommand')
  return (
    <>
      <Day
        name="plannedUntil"
        label={t('plannedUntil')}
        help={t('plannedHelp')}
        value={draft.plannedUntil}
        onChange={(plannedUntil) => set({ plannedUntil })}
      />
      <Day name="reviewOn" label={t('reviewOn')} value={draft.reviewOn} onChange={(reviewOn) => set({ reviewOn })} />
    </>
  )
}

interface AssignDraft extends PlaceDraft, Planned {
  readonly kind: AppointmentKind | null
  readonly host: InstitutionChoice | null
  readonly elsewhere: string
}

interface AssignProps extends PersonDialogProps {
  readonly homeId: string | null
  readonly kind?: AppointmentKind | undefined
}

/** 派驻、借调、挂职、帮扶、轮岗、进修、多点执业: from home to a host, until a day or a review. */
export function AssignPersonDialog({ person, homeId, kind = 'POSTED_DOWN', onClose }: AssignProps): ReactNode {
  const { t } = useTranslation('staffingCommand')
  const locale = useLocale()
  const label = useCodeLabel()
  const initial: AssignDraft = { ...EMPTY_PLACE, kind, host: null, elsewhere: '', plannedUntil: null, reviewOn: null }
  return (
    <PersonDialog
      command="assignPerson"
      person={person}
      document={AssignPersonDocument}
      initial={initial}
      issues={(draft, { effectiveOn }) =>
        draft.kind === null
          ? [issue('kind', 'REQUIRED')]
          : effectiveOn === null
            ? []
            : appointmentIssues(draft.kind, {
                ...APPOINTMENT_DEFAULTS,
                ...placeInput(draft),
                institutionId: draft.host?.id ?? null,
                elsewhere: elsewhereOf(draft),
                homeId,
                plannedUntil: draft.plannedUntil,
                reviewOn: draft.reviewOn,
                validFrom: effectiveOn,
                validTo: null,
              })
      }
      toInput={(draft, common, baseVersion) =>
        common.effectiveOn && draft.kind
          ? {
              personId: person.id,
              kind: draft.kind,
              institutionId: draft.host?.id ?? null,
              elsewhere: elsewhereOf(draft),
              plannedUntil: draft.plannedUntil,
              reviewOn: draft.reviewOn,
              ...placeInput(draft),
              effectiveOn: common.effectiveOn,
              baseVersion,
              ...cited(common),
            }
          : null
      }
      confirm={(draft, { effectiveOn }) =>
        whenKnown(
          { day: effectiveOn, kind: draft.kind && label('appointmentKind', draft.kind), host: draft.host?.name ?? elsewhereOf(draft) },
          (known) => t('assignSaid', { ...known, person: person.name }),
        )
      }
      onClose={onClose}
    >
      {({ draft, set, common }) => (
        <>
          <Choice
            name="kind"
            label={t('kind')}
            required
            value={draft.kind}
            choices={ASSIGNED.map((value) => ({ value, label: APPOINTMENT_KINDS[value].label[locale] }))}
            onChange={(next) => set({ kind: next })}
          />
          <CommandField name="institutionId" label={t('host')} required={!mayBeElsewhere(draft.kind)}>
            {(control) => (
              <InstitutionSelect
                control={control}
                value={draft.host}
                asOf={common.effectiveOn}
                allowClear
                onChange={(host) => set({ host, postId: null })}
              />
            )}
          </CommandField>
          {mayBeElsewhere(draft.kind) && (
            <TextField
              name="elsewhere"
              label={t('elsewhere')}
              help={t('elsewhereHelp')}
              value={draft.elsewhere}
              onChange={(elsewhere) => set({ elsewhere })}
            />
          )}
          <PlannedFields draft={draft} set={set} />
          <PlaceFields draft={draft} set={set} institutionId={draft.host?.id ?? null} asOf={common.effectiveOn} />
        </>
      )}
    </PersonDialog>
  )
}

function mayBeElsewhere(kind: AppointmentKind | null): boolean {
  return kind !== null && appointmentKindRules(kind).mayBeElsewhere
}

/** A place in words counts only for the kinds that may have one. */
function elsewhereOf({ kind, elsewhere }: Pick<AssignDraft, 'kind' | 'elsewhere'>): string | null {
  return mayBeElsewhere(kind) ? orNull(elsewhere) : null
}

interface ConcurrentDraft extends PlaceDraft {
  readonly host: InstitutionChoice | null
  readonly plannedUntil: IsoDate | null
}

/** 登记兼任: another post beside the primary one. */
export function AddConcurrentPostDialog({ person, homeId, onClose }: AssignProps): ReactNode {
  const { t } = useTranslation('staffingCommand')
  const initial: ConcurrentDraft = { ...EMPTY_PLACE, host: null, plannedUntil: null }
  return (
    <PersonDialog
      command="addConcurrentPost"
      person={person}
      document={AddConcurrentPostDocument}
      initial={initial}
      issues={(draft, { effectiveOn }) =>
        effectiveOn === null
          ? []
          : appointmentIssues('CONCURRENT', {
              ...APPOINTMENT_DEFAULTS,
              ...placeInput(draft),
              institutionId: draft.host?.id ?? null,
              homeId,
              plannedUntil: draft.plannedUntil,
              validFrom: effectiveOn,
              validTo: null,
            })
      }
      toInput={(draft, common, baseVersion) =>
        common.effectiveOn && draft.host
          ? {
              personId: person.id,
              institutionId: draft.host.id,
              plannedUntil: draft.plannedUntil,
              ...placeInput(draft),
              effectiveOn: common.effectiveOn,
              baseVersion,
              ...cited(common),
            }
          : null
      }
      confirm={({ host }, { effectiveOn }) =>
        whenKnown({ day: effectiveOn, host: host?.name }, (known) => t('concurrentSaid', { ...known, person: person.name }))
      }
      onClose={onClose}
    >
      {({ draft, set, common }) => (
        <>
          <CommandField name="institutionId" label={t('concurrentAt')} required>
            {(control) => (
              <InstitutionSelect
                control={control}
                value={draft.host}
                asOf={common.effectiveOn}
                onChange={(host) => set({ host, postId: null })}
              />
            )}
          </CommandField>
          <PlaceFields draft={draft} set={set} institutionId={draft.host?.id ?? null} asOf={common.effectiveOn} />
          <Day
            name="plannedUntil"
            label={t('plannedUntil')}
            value={draft.plannedUntil}
            onChange={(plannedUntil) => set({ plannedUntil })}
          />
        </>
      )}
    </PersonDialog>
  )
}

/** An assignment that is extended or ended: whose, what, and where. */
export interface AssignmentRef extends Planned {
  readonly id: string
  readonly kind: AppointmentKind
  /** The host by name. */
  readonly host: string
}

interface AssignmentProps extends PersonDialogProps {
  readonly assignment: AssignmentRef
}

/** 延期: another planned return or review. */
export function ExtendAssignmentDialog({ person, assignment, onClose }: AssignmentProps): ReactNode {
  const { t } = useTranslation('staffingCommand')
  const label = useCodeLabel()
  const initial: Planned = { plannedUntil: null, reviewOn: null }
  return (
    <PersonDialog
      command="extendAssignment"
      person={person}
      document={ExtendAssignmentDocument}
      initial={initial}
      issues={({ plannedUntil, reviewOn }) => (plannedUntil === null && reviewOn === null ? [issue('plannedUntil', 'REQUIRED')] : [])}
      toInput={(draft, common, baseVersion) =>
        common.effectiveOn && { appointmentId: assignment.id, ...draft, effectiveOn: common.effectiveOn, baseVersion, ...cited(common) }
      }
      confirm={({ plannedUntil, reviewOn }) =>
        plannedUntil
          ? t('extendSaid', { person: person.name, host: assignment.host, until: plannedUntil })
          : reviewOn && t('reviewSaid', { person: person.name, host: assignment.host, day: reviewOn })
      }
      onClose={onClose}
    >
      {({ draft, set }) => (
        <>
          <p style={{ marginTop: 0 }}>
            {t('extendExplain', {
              kind: label('appointmentKind', assignment.kind),
              host: assignment.host,
              until: assignment.plannedUntil ?? assignment.reviewOn ?? t('notPlanned'),
            })}
          </p>
          <PlannedFields draft={draft} set={set} />
        </>
      )}
    </PersonDialog>
  )
}

/** 返回、结束: the effective day is the first one back. */
export function EndAssignmentDialog({ person, assignment, onClose }: AssignmentProps): ReactNode {
  const { t } = useTranslation('staffingCommand')
  const label = useCodeLabel()
  return (
    <PersonDialog
      command="endAssignment"
      person={person}
      document={EndAssignmentDocument}
      initial={{}}
      toInput={(_, common, baseVersion) =>
        common.effectiveOn && { appointmentId: assignment.id, effectiveOn: common.effectiveOn, baseVersion, ...cited(common) }
      }
      confirm={(_, { effectiveOn }) =>
        whenKnown({ day: effectiveOn }, (known) => t('endSaid', { ...known, person: person.name, host: assignment.host }))
      }
      onClose={onClose}
    >
      {() => <p style={{ marginTop: 0 }}>{t('endExplain', { kind: label('appointmentKind', assignment.kind), host: assignment.host })}</p>}
    </PersonDialog>
  )
}
