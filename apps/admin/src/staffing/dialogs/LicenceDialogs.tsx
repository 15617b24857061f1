import { PHYSICIAN_CATEGORIES, type PhysicianCategory } from '@yilian/domain/code-lists/profession.ts'
import { addDays, type IsoDate } from '@yilian/domain/day.ts'
import { issue, type Issue } from '@yilian/domain/issue.ts'
import { lastDay } from '@yilian/domain/period.ts'
import { licenceIssues } from '@yilian/domain/staffing/licence.ts'
import { LICENCE_KINDS, type LicenceKind } from '@yilian/domain/staffing/terms.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandField } from '../../command/CommandField.tsx'
import { whenKnown } from '../../command/when-known.ts'
import { Choice, cited, Day, orNull, TextField, Tick } from '../../command/fields.tsx'
import { InstitutionSelect, type InstitutionChoice } from '../../fields/InstitutionSelect.tsx'
import { graphql } from '../../graphql/gql.ts'
import { useChoices } from '../../i18n/useChoices.ts'
import { useCodeLabel } from '../../i18n/useCodeLabel.ts'
import { useTextChoices } from '../../i18n/useTextChoices.ts'
import { useFrame } from '../../shell/frame-data.ts'
import type { LicenceRow, PersonOnPage } from '../person-page.ts'
import { codeOf } from './person-form.ts'
import { PersonDialog } from './PersonDialog.tsx'

const GrantLicenceDocument = graphql(`
  mutation GrantLicence($input: GrantLicenceInput!, $locale: Locale!) {
    result: grantLicence(input: $input) {
      ...CommandOutcome
    }
  }
`)
const RenewLicenceDocument = graphql(`
  mutation RenewLicence($input: RenewLicenceInput!, $locale: Locale!) {
    result: renewLicence(input: $input) {
      ...CommandOutcome
    }
  }
`)
const EndLicenceDocument = graphql(`
  mutation EndLicence($input: EndLicenceInput!, $locale: Locale!) {
    result: endLicence(input: $input) {
      ...CommandOutcome
    }
  }
`)
const CorrectLicenceDocument = graphql(`
  mutation CorrectLicence($input: CorrectLicenceInput!, $locale: Locale!) {
    result: correctLicence(input: $input) {
      ...CommandOutcome
    }
  }
`)

interface LicenceDraft {
  readonly kind: LicenceKind | null
  readonly number: string
  readonly category: PhysicianCategory | null
  readonly scope: string
  readonly at: InstitutionChoice | null
  readonly issuedOn: IsoDate | null
  readonly expiresOn: IsoDate | null
}

interface LicenceFieldsProps {
  readonly draft: LicenceDraft
  readonly set: (patch: Partial<LicenceDraft>) => void
  readonly asOf: IsoDate | null
}

function LicenceFields({ draft, set, asOf }: LicenceFieldsProps): ReactNode {
  const { t } = useTranslation('staffingCommand')
  const choices = useChoices()
  return (
    <>
      <TextField name="number" label={t('licenceNumber')} value={draft.number} onChange={(number) => set({ number })} />
      <Choice
        name="category"
        label={t('licenceCategory')}
        value={draft.category}
        choices={choices(PHYSICIAN_CATEGORIES)}
        onChange={(category) => set({ category })}
      />
      <TextField name="scope" label={t('licenceScope')} value={draft.scope} onChange={(scope) => set({ scope })} />
      <CommandField name="institutionId" label={t('registeredAt')}>
        {(control) => <InstitutionSelect control={control} value={draft.at} asOf={asOf} allowClear onChange={(at) => set({ at })} />}
      </CommandField>
      <Day name="issuedOn" label={t('issuedOn')} value={draft.issuedOn} onChange={(issuedOn) => set({ issuedOn })} />
      <Day
        name="expiresOn"
        label={t('expiresOn')}
        help={t('expiresHelp')}
        value={draft.expiresOn}
        onChange={(expiresOn) => set({ expiresOn })}
      />
    </>
  )
}

function licenceInput({ number, category, scope, at, issuedOn, expiresOn }: LicenceDraft) {
  return { number: orNull(number), category, scope: orNull(scope), institutionId: at?.id ?? null, issuedOn, expiresOn }
}

function draftIssues(draft: LicenceDraft, today: IsoDate): Issue[] {
  if (draft.kind === null) return [issue('kind', 'REQUIRED')]
  return licenceIssues({ ...licenceInput(draft), kind: draft.kind, documentId: null, source: null, sourceNote: null }, today)
}

interface PersonLicenceProps {
  readonly person: PersonOnPage
  readonly onClose: () => void
}

/** 登记执业证书: the person holds it from the effective day. */
export function GrantLicenceDialog({ person, onClose }: PersonLicenceProps): ReactNode {
  const { t } = useTranslation('staffingCommand')
  const texts = useTextChoices()
  const label = useCodeLabel()
  const { today } = useFrame()
  const initial: LicenceDraft = {
    kind: null,
    number: '',
    category: codeOf(PHYSICIAN_CATEGORIES, person.physicianCategory),
    scope: '',
    at: person.home?.institution ?? null,
    issuedOn: null,
    expiresOn: null,
  }
  return (
    <PersonDialog
      command="grantLicence"
      person={person}
      document={GrantLicenceDocument}
      initial={initial}
      issues={(draft) => draftIssues(draft, today)}
      toInput={(draft, common) =>
        common.effectiveOn && draft.kind
          ? { personId: person.id, kind: draft.kind, ...licenceInput(draft), effectiveOn: common.effectiveOn, ...cited(common) }
          : null
      }
      confirm={({ kind }, { effectiveOn }) =>
        whenKnown({ day: effectiveOn, kind: kind && label('licenceKind', kind) }, (known) =>
          t('grantSaid', { ...known, person: person.name }),
        )
      }
      onClose={onClose}
    >
      {({ draft, set, common }) => (
        <>
          <Choice
            name="kind"
            label={t('licenceKind')}
            required
            value={draft.kind}
            choices={texts(LICENCE_KINDS)}
            onChange={(kind) => set({ kind })}
          />
          <LicenceFields draft={draft} set={set} asOf={common.effectiveOn} />
        </>
      )}
    </PersonDialog>
  )
}

interface LicenceDialogProps extends PersonLicenceProps {
  readonly licence: LicenceRow
}

/** 证书延续: it expires later. */
export function RenewLicenceDialog({ person, licence, onClose }: LicenceDialogProps): ReactNode {
  const { t } = useTranslation('staffingCommand')
  const initial: { readonly expiresOn: IsoDate | null; readonly number: string } = { expiresOn: null, number: licence.number ?? '' }
  return (
    <PersonDialog
      command="renewLicence"
      person={person}
      version={licence.version}
      document={RenewLicenceDocument}
      initial={initial}
      issues={({ expiresOn }) => (expiresOn === null ? [issue('expiresOn', 'REQUIRED')] : [])}
      toInput={({ expiresOn, number }, common, baseVersion) =>
        common.effectiveOn && {
          licenceId: licence.id,
          expiresOn,
          number: orNull(number),
          effectiveOn: common.effectiveOn,
          baseVersion,
          ...cited(common),
        }
      }
      confirm={({ expiresOn }) => whenKnown({ until: expiresOn }, (known) => t('renewSaid', { ...known, person: person.name }))}
      onClose={onClose}
    >
      {({ draft, set }) => (
        <>
          <p style={{ marginTop: 0 }}>{t('renewExplain', { until: licence.expiresOn ?? t('notPlanned') })}</p>
          <Day name="expiresOn" label={t('expiresOn')} required value={draft.expiresOn} onChange={(expiresOn) => set({ expiresOn })} />
          <TextField name="number" label={t('licenceNumber')} value={draft.number} onChange={(number) => set({ number })} />
        </>
      )}
    </PersonDialog>
  )
}

/** 证书失效: from the effective day it is not held any more. */
export function EndLicenceDialog({ person, licence, onClose }: LicenceDialogProps): ReactNode {
  const { t } = useTranslation('staffingCommand')
  const label = useCodeLabel()
  return (
    <PersonDialog
      command="endLicence"
      person={person}
      version={licence.version}
      danger
      document={EndLicenceDocument}
      initial={{}}
      toInput={(_, common, baseVersion) =>
        common.effectiveOn && { licenceId: licence.id, effectiveOn: common.effectiveOn, baseVersion, ...cited(common) }
      }
      confirm={(_, { effectiveOn }) =>
        whenKnown({ day: effectiveOn }, (known) =>
          t('endLicenceSaid', { ...known, person: person.name, kind: label('licenceKind', licence.kind) }),
        )
      }
      onClose={onClose}
    >
      {() => <p style={{ marginTop: 0 }}>{t('endLicenceExplain', { kind: label('licenceKind', licence.kind) })}</p>}
    </PersonDialog>
  )
}

interface CorrectDraft extends LicenceDraft {
  readonly withdraw: boolean
  readonly validFrom: IsoDate | null
  readonly until: IsoDate | null
}

/** 更正证书记录: what it truly was, or that there never was one. */
export function CorrectLicenceDialog({ person, licence, onClose }: LicenceDialogProps): ReactNode {
  const { t } = useTranslation('staffingCommand')
  const label = useCodeLabel()
  const { today } = useFrame()
  const kind = label('licenceKind', licence.kind)
  const initial: CorrectDraft = {
    kind: licence.kind,
    number: licence.number ?? '',
    category: codeOf(PHYSICIAN_CATEGORIES, licence.category),
    scope: licence.scope ?? '',
    at: licence.institution,
    issuedOn: licence.issuedOn,
    expiresOn: licence.expiresOn,
    withdraw: false,
    validFrom: licence.validFrom,
    until: lastDay(licence),
  }
  return (
    <PersonDialog
      command="correctLicence"
      person={person}
      version={licence.version}
      correction
      dated={false}
      document={CorrectLicenceDocument}
      initial={initial}
      issues={(draft) => (draft.withdraw ? [] : draftIssues(draft, today))}
      toInput={({ withdraw, validFrom, until, ...draft }, common, baseVersion) => ({
        licenceId: licence.id,
        ...licenceInput(draft),
        withdraw,
        validFrom,
        validTo: until && addDays(until, 1),
        baseVersion,
        ...cited(common),
      })}
      confirm={({ withdraw }) => t(withdraw ? 'neverLicensedSaid' : 'correctLicenceSaid', { person: person.name, kind })}
      onClose={onClose}
    >
      {({ draft, set }) => (
        <>
          <Tick label={t('neverLicensed')} value={draft.withdraw} onChange={(withdraw) => set({ withdraw })} />
          {!draft.withdraw && (
            <>
              <LicenceFields draft={draft} set={set} asOf={null} />
              <Day name="validFrom" label={t('heldFrom')} value={draft.validFrom} onChange={(validFrom) => set({ validFrom })} />
              <Day name="validTo" label={t('heldUntil')} help={t('openHelp')} value={draft.until} onChange={(until) => set({ until })} />
            </>
          )}
        </>
      )}
    </PersonDialog>
  )
}
