import { useNavigate } from '@tanstack/react-router'
import { FLOWS_IN, type FlowIn } from '@yilian/domain/code-lists/staff-flow.ts'
import { issue } from '@yilian/domain/issue.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EMPTY_PLACE, placeInput, type PlaceDraft } from '../../appointment/dialogs/place-form.ts'
import { PlaceFields } from '../../appointment/dialogs/PlaceFields.tsx'
import { CommandDialog } from '../../command/CommandDialog.tsx'
import { CommandField } from '../../command/CommandField.tsx'
import { useCommandName } from '../../command/useCommandName.ts'
import { whenKnown } from '../../command/when-known.ts'
import { Choice, cited, orNull, TextField, Tick } from '../../command/fields.tsx'
import { InstitutionSelect, type InstitutionChoice } from '../../fields/InstitutionSelect.tsx'
import { graphql } from '../../graphql/gql.ts'
import { useChoices } from '../../i18n/useChoices.ts'
import { useFrame } from '../../shell/frame-data.ts'
import { useMoment } from '../../shell/moment.ts'
import { EMPTY_PERSON, personalInput, personDraftIssues, personInput, type PersonDraft } from './person-form.ts'
import { PersonFields } from './PersonFields.tsx'

const HirePersonDocument = graphql(`
  mutation HirePerson($input: HirePersonInput!, $locale: Locale!) {
    result: hirePerson(input: $input) {
      ...CommandOutcome
    }
  }
`)

interface HireDraft extends PersonDraft, PlaceDraft {
  readonly at: InstitutionChoice | null
  readonly flowIn: FlowIn | null
  readonly code: string
  readonly confirmedOther: boolean
}

interface HirePersonDialogProps {
  /** The institution whose page the dialog was opened on. */
  readonly at?: InstitutionChoice | null
  readonly onClose: () => void
}

/** 入职登记: somebody new, with the first appointment; afterwards the person's page opens. */
export function HirePersonDialog({ at = null, onClose }: HirePersonDialogProps): ReactNode {
  const { t } = useTranslation('staffingCommand')
  const name = useCommandName()
  const choices = useChoices()
  const { today } = useFrame()
  const { county } = useMoment()
  const navigate = useNavigate()
  const initial: HireDraft = { ...EMPTY_PERSON, ...EMPTY_PLACE, at, flowIn: null, code: '', confirmedOther: false }
  return (
    <CommandDialog
      title={name('hirePerson')}
      wide
      document={HirePersonDocument}
      initial={initial}
      countyCode={county}
      issues={(draft) => [...personDraftIssues(personOf(draft), today), ...(draft.at === null ? [issue('institutionId', 'REQUIRED')] : [])]}
      toInput={(draft, common) =>
        common.effectiveOn && draft.at
          ? {
              person: personInput(personOf(draft)),
              ...personalInput(draft),
              code: orNull(draft.code),
              institutionId: draft.at.id,
              flowIn: draft.flowIn,
              confirmedOther: draft.confirmedOther,
              ...placeInput(draft),
              effectiveOn: common.effectiveOn,
              ...cited(common),
            }
          : null
      }
      confirm={(draft, { effectiveOn }) =>
        whenKnown({ day: effectiveOn, person: draft.name.trim(), at: draft.at?.name }, (known) => t('hireSaid', known))
      }
      onClose={onClose}
      onRecorded={({ people }) => people[0] && void navigate({ to: '/people/$id', params: { id: people[0].id } })}
    >
      {({ draft, set, common, issues }) => (
        <>
          <PersonFields
            draft={draft}
            set={set}
            lead={
              <CommandField name="institutionId" label={t('institution')} required>
                {(control) => (
                  <InstitutionSelect
                    control={control}
                    value={draft.at}
                    asOf={common.effectiveOn}
                    filter={{ countyCode: county }}
                    onChange={(next) => set({ at: next, postId: null })}
                  />
                )}
              </CommandField>
            }
          />
          <PlaceFields draft={draft} set={set} institutionId={draft.at?.id ?? null} asOf={common.effectiveOn} />
          <Choice
            name="flowIn"
            label={t('flowIn')}
            value={draft.flowIn}
            choices={choices(FLOWS_IN)}
            onChange={(flowIn) => set({ flowIn })}
          />
          <TextField name="code" label={t('code')} help={t('codeHelp')} value={draft.code} onChange={(code) => set({ code })} />
          {(draft.confirmedOther || issues.some(({ code }) => code === 'POSSIBLY_SAME_PERSON')) && (
            <Tick label={t('confirmedOther')} value={draft.confirmedOther} onChange={(confirmedOther) => set({ confirmedOther })} />
          )}
        </>
      )}
    </CommandDialog>
  )
}

/** The person of a draft that says more. */
function personOf({
  at: _at,
  flowIn: _in,
  code: _code,
  confirmedOther: _sure,
  postId: _post,
  leadership: _lead,
  title: _title,
  percent: _part,
  ...person
}: HireDraft): PersonDraft {
  return person
}
