import { ESTABLISHMENT_TYPES, type EstablishmentType } from '@yilian/domain/code-lists/establishment-type.ts'
import { FLOWS_IN, FLOWS_OUT, type FlowIn, type FlowOut } from '@yilian/domain/code-lists/staff-flow.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { issue } from '@yilian/domain/issue.ts'
import { Radio } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandField } from '../../command/CommandField.tsx'
import { whenKnown } from '../../command/when-known.ts'
import { Choice, cited, Day } from '../../command/fields.tsx'
import { InstitutionSelect, type InstitutionChoice } from '../../fields/InstitutionSelect.tsx'
import { graphql } from '../../graphql/gql.ts'
import { useChoices } from '../../i18n/useChoices.ts'
import { useCodeLabel } from '../../i18n/useCodeLabel.ts'
import { PersonDialog, type PersonDialogProps } from '../../staffing/dialogs/PersonDialog.tsx'
import { EMPTY_PLACE, placeDraft, placeInput, type PlaceDraft } from './place-form.ts'
import { PlaceFields } from './PlaceFields.tsx'

const AppointPersonDocument = graphql(`
  mutation AppointPerson($input: AppointPersonInput!, $locale: Locale!) {
    result: appointPerson(input: $input) {
      ...CommandOutcome
    }
  }
`)
const TransferPersonDocument = graphql(`
  mutation TransferPerson($input: TransferPersonInput!, $locale: Locale!) {
    result: transferPerson(input: $input) {
      ...CommandOutcome
    }
  }
`)
const RetirePersonDocument = graphql(`
  mutation RetirePerson($input: RetirePersonInput!, $locale: Locale!) {
    result: retirePerson(input: $input) {
      ...CommandOutcome
    }
  }
`)
const LeavePersonDocument = graphql(`
  mutation LeavePerson($input: LeavePersonInput!, $locale: Locale!) {
    result: leavePerson(input: $input) {
      ...CommandOutcome
    }
  }
`)
const RehirePersonDocument = graphql(`
  mutation RehirePerson($input: RehirePersonInput!, $locale: Locale!) {
    result: rehirePerson(input: $input) {
      ...CommandOutcome
    }
  }
`)

interface AppointProps extends PersonDialogProps {
  /** The primary appointment as it stands. */
  readonly home: Parameters<typeof placeDraft>[0] & { readonly institution: { readonly id: string; readonly name: string } | null }
}

/** 调整岗位和职务: what the primary appointment is to. */
export function AppointPersonDialog({ person, home, onClose }: AppointProps): ReactNode {
  const { t } = useTranslation('staffingCommand')
  return (
    <PersonDialog
      command="appointPerson"
      person={person}
      document={AppointPersonDocument}
      initial={placeDraft(home)}
      toInput={(draft, common, baseVersion) =>
        common.effectiveOn && {
          personId: person.id,
          ...placeInput(draft),
          effectiveOn: common.effectiveOn,
          baseVersion,
          ...cited(common),
        }
      }
      confirm={(_, { effectiveOn }) => whenKnown({ day: effectiveOn }, (known) => t('appointSaid', { ...known, person: person.name }))}
      onClose={onClose}
    >
      {({ draft, set, common }) => (
        <PlaceFields draft={draft} set={set} institutionId={home.institution?.id ?? null} asOf={common.effectiveOn} />
      )}
    </PersonDialog>
  )
}

interface TransferDraft extends PlaceDraft {
  readonly to: InstitutionChoice | null
  readonly flowIn: FlowIn | null
}

/** 调动: to another institution on the same day. */
export function TransferPersonDialog({ person, onClose }: PersonDialogProps): ReactNode {
  const { t } = useTranslation('staffingCommand')
  const choices = useChoices()
  const initial: TransferDraft = { ...EMPTY_PLACE, to: null, flowIn: '12' }
  return (
    <PersonDialog
      command="transferPerson"
      person={person}
      document={TransferPersonDocument}
      initial={initial}
      issues={({ to }) => (to === null ? [issue('institutionId', 'REQUIRED')] : [])}
      toInput={({ to, flowIn, ...place }, common, baseVersion) =>
        common.effectiveOn && to
          ? {
              personId: person.id,
              institutionId: to.id,
              flowIn,
              ...placeInput(place),
              effectiveOn: common.effectiveOn,
              baseVersion,
              ...cited(common),
            }
          : null
      }
      confirm={({ to }, { effectiveOn }) =>
        whenKnown({ day: effectiveOn, to: to?.name }, (known) => t('transferSaid', { ...known, person: person.name }))
      }
      onClose={onClose}
    >
      {({ draft, set, common }) => (
        <>
          <CommandField name="institutionId" label={t('transferTo')} required help={t('transferHelp')}>
            {(control) => (
              <InstitutionSelect
                control={control}
                value={draft.to}
                asOf={common.effectiveOn}
                onChange={(to) => set({ to, postId: null })}
              />
            )}
          </CommandField>
          <Choice
            name="flowIn"
            label={t('flowIn')}
            value={draft.flowIn}
            choices={choices(FLOWS_IN)}
            onChange={(flowIn) => set({ flowIn })}
          />
          <PlaceFields draft={draft} set={set} institutionId={draft.to?.id ?? null} asOf={common.effectiveOn} />
        </>
      )}
    </PersonDialog>
  )
}

interface RetireProps extends PersonDialogProps {
  /** The statutory day by the rule, where it is known. */
  readonly statutory: IsoDate | null
}

/** 退休: from the effective day the person holds no appointment. */
export function RetirePersonDialog({ person, statutory, onClose }: RetireProps): ReactNode {
  const { t } = useTranslation('staffingCommand')
  return (
    <PersonDialog
      command="retirePerson"
      person={person}
      danger
      document={RetirePersonDocument}
      initial={{}}
      toInput={(_, common, baseVersion) =>
        common.effectiveOn && { personId: person.id, effectiveOn: common.effectiveOn, baseVersion, ...cited(common) }
      }
      confirm={(_, { effectiveOn }) => whenKnown({ day: effectiveOn }, (known) => t('retireSaid', { ...known, person: person.name }))}
      onClose={onClose}
    >
      {() => (
        <p style={{ marginTop: 0 }}>
          {t('retireExplain')}
          {statutory && t('retireStatutory', { day: statutory })}
        </p>
      )}
    </PersonDialog>
  )
}

/** 离职: from the effective day the person holds no appointment, and why. */
export function LeavePersonDialog({ person, onClose }: PersonDialogProps): ReactNode {
  const { t } = useTranslation('staffingCommand')
  const choices = useChoices()
  const label = useCodeLabel()
  const initial: { readonly flowOut: FlowOut | null } = { flowOut: null }
  return (
    <PersonDialog
      command="leavePerson"
      person={person}
      danger
      document={LeavePersonDocument}
      initial={initial}
      issues={({ flowOut }) => (flowOut === null ? [issue('flowOut', 'REQUIRED')] : [])}
      toInput={({ flowOut }, common, baseVersion) =>
        common.effectiveOn && flowOut
          ? { personId: person.id, flowOut, effectiveOn: common.effectiveOn, baseVersion, ...cited(common) }
          : null
      }
      confirm={({ flowOut }, { effectiveOn }) =>
        whenKnown({ day: effectiveOn, why: flowOut && label('flowOut', flowOut) }, (known) =>
          t('leaveSaid', { ...known, person: person.name }),
        )
      }
      onClose={onClose}
    >
      {({ draft, set }) => (
        <>
          <p style={{ marginTop: 0 }}>{t('leaveExplain')}</p>
          <Choice
            name="flowOut"
            label={t('flowOut')}
            required
            value={draft.flowOut}
            choices={choices(FLOWS_OUT).filter(({ value }) => value !== '24')}
            onChange={(flowOut) => set({ flowOut })}
          />
        </>
      )}
    </PersonDialog>
  )
}

interface RehireDraft extends PlaceDraft {
  readonly rehired: boolean
  readonly to: InstitutionChoice | null
  readonly plannedUntil: IsoDate | null
  readonly establishmentType: EstablishmentType | null
}

/** 返聘、重新入职: somebody who holds no appointment has one again. */
export function RehirePersonDialog({ person, onClose }: PersonDialogProps): ReactNode {
  const { t } = useTranslation('staffingCommand')
  const choices = useChoices()
  const initial: RehireDraft = { ...EMPTY_PLACE, rehired: true, to: null, plannedUntil: null, establishmentType: null }
  return (
    <PersonDialog
      command="rehirePerson"
      person={person}
      document={RehirePersonDocument}
      initial={initial}
      issues={({ to }) => (to === null ? [issue('institutionId', 'REQUIRED')] : [])}
      toInput={({ to, rehired, plannedUntil, establishmentType, ...place }, common, baseVersion) =>
        common.effectiveOn && to
          ? {
              personId: person.id,
              institutionId: to.id,
              rehired,
              plannedUntil,
              establishmentType: rehired ? null : establishmentType,
              ...placeInput(place),
              effectiveOn: common.effectiveOn,
              baseVersion,
              ...cited(common),
            }
          : null
      }
      confirm={({ to, rehired }, { effectiveOn }) =>
        whenKnown({ day: effectiveOn, to: to?.name }, (known) => t(rehired ? 'rehireSaid' : 'againSaid', { ...known, person: person.name }))
      }
      onClose={onClose}
    >
      {({ draft, set, common }) => (
        <>
          <CommandField name="rehired" label={t('rehireAs')}>
            {(control) => (
              <Radio.Group
                id={control.id}
                value={draft.rehired}
                options={[
                  { value: true, label: t('rehireRetired') },
                  { value: false, label: t('rehireAgain') },
                ]}
                onChange={({ target }) => set({ rehired: target.value === true })}
              />
            )}
          </CommandField>
          <CommandField name="institutionId" label={t('institution')} required>
            {(control) => (
              <InstitutionSelect
                control={control}
                value={draft.to}
                asOf={common.effectiveOn}
                onChange={(to) => set({ to, postId: null })}
              />
            )}
          </CommandField>
          {draft.rehired ? (
            <Day
              name="plannedUntil"
              label={t('contractUntil')}
              value={draft.plannedUntil}
              onChange={(plannedUntil) => set({ plannedUntil })}
            />
          ) : (
            <Choice
              name="establishmentType"
              label={t('establishmentType')}
              value={draft.establishmentType}
              choices={choices(ESTABLISHMENT_TYPES)}
              onChange={(establishmentType) => set({ establishmentType })}
            />
          )}
          <PlaceFields draft={draft} set={set} institutionId={draft.to?.id ?? null} asOf={common.effectiveOn} />
        </>
      )}
    </PersonDialog>
  )
}
