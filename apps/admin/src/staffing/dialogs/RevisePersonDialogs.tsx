import { TITLE_LEVELS, type TitleLevel } from '@yilian/domain/code-lists/title-level.ts'
import { addDays, type IsoDate } from '@yilian/domain/day.ts'
import { issue } from '@yilian/domain/issue.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { whenKnown } from '../../command/when-known.ts'
import { Choice, cited, Day } from '../../command/fields.tsx'
import { graphql } from '../../graphql/gql.ts'
import { useChoices } from '../../i18n/useChoices.ts'
import { useFrame } from '../../shell/frame-data.ts'
import type { PersonOnPage } from '../person-page.ts'
import { personalInput, personDraft, personDraftIssues, personInput, type PersonDraft } from './person-form.ts'
import { PersonDialog } from './PersonDialog.tsx'
import { PersonFields } from './PersonFields.tsx'

const RevisePersonDocument = graphql(`
  mutation RevisePerson($input: RevisePersonInput!, $locale: Locale!) {
    result: revisePerson(input: $input) {
      ...CommandOutcome
    }
  }
`)
const CorrectPersonDocument = graphql(`
  mutation CorrectPerson($input: CorrectPersonInput!, $locale: Locale!) {
    result: correctPerson(input: $input) {
      ...CommandOutcome
    }
  }
`)
const PromotePersonDocument = graphql(`
  mutation PromotePerson($input: PromotePersonInput!, $locale: Locale!) {
    result: promotePerson(input: $input) {
      ...CommandOutcome
    }
  }
`)

interface PersonPageDialogProps {
  readonly person: PersonOnPage
  readonly onClose: () => void
}

/** 变更人员信息: from the effective day, all that is said of the person. */
export function RevisePersonDialog({ person, onClose }: PersonPageDialogProps): ReactNode {
  const { t } = useTranslation('staffingCommand')
  const { today } = useFrame()
  return (
    <PersonDialog
      command="revisePerson"
      person={person}
      wide
      document={RevisePersonDocument}
      initial={personDraft(person)}
      issues={(draft) => personDraftIssues(draft, today)}
      toInput={(draft, common, baseVersion) =>
        common.effectiveOn && {
          personId: person.id,
          person: personInput(draft),
          ...personalInput(draft),
          effectiveOn: common.effectiveOn,
          baseVersion,
          ...cited(common),
        }
      }
      confirm={({ name }, { effectiveOn }) => whenKnown({ day: effectiveOn, person: name.trim() }, (known) => t('reviseSaid', known))}
      onClose={onClose}
    >
      {({ draft, set }) => <PersonFields draft={draft} set={set} recorded />}
    </PersonDialog>
  )
}

interface CorrectDraft extends PersonDraft {
  readonly validFrom: IsoDate | null
  /** The last day it was so, as it is typed. */
  readonly until: IsoDate | null
}

/** 更正人员信息: what truly was, on all days or on some. */
export function CorrectPersonDialog({ person, onClose }: PersonPageDialogProps): ReactNode {
  const { t } = useTranslation('staffingCommand')
  const { today } = useFrame()
  const initial: CorrectDraft = { ...personDraft(person), validFrom: null, until: null }
  return (
    <PersonDialog
      command="correctPerson"
      person={person}
      wide
      correction
      dated={false}
      document={CorrectPersonDocument}
      initial={initial}
      issues={({ validFrom: _from, until: _until, ...draft }) => personDraftIssues(draft, today)}
      toInput={({ validFrom, until, ...draft }, common, baseVersion) => ({
        personId: person.id,
        person: personInput(draft),
        ...personalInput(draft),
        validFrom,
        validTo: until && addDays(until, 1),
        baseVersion,
        ...cited(common),
      })}
      confirm={({ name }) => t('correctSaid', { person: name.trim() })}
      onClose={onClose}
    >
      {({ draft, set }) => (
        <>
          <p style={{ marginTop: 0 }}>{t('correctExplain')}</p>
          <PersonFields draft={draft} set={set} recorded />
          <Day
            name="validFrom"
            label={t('trueFrom')}
            help={t('trueFromHelp')}
            value={draft.validFrom}
            onChange={(validFrom) => set({ validFrom })}
          />
          <Day name="validTo" label={t('trueUntil')} help={t('trueUntilHelp')} value={draft.until} onChange={(until) => set({ until })} />
        </>
      )}
    </PersonDialog>
  )
}

interface PromoteDraft {
  readonly titleQualified: TitleLevel | null
  readonly titleQualifiedOn: IsoDate | null
  readonly titleAppointed: TitleLevel | null
  readonly titleAppointedOn: IsoDate | null
}

const NO_TITLE: PromoteDraft = { titleQualified: null, titleQualifiedOn: null, titleAppointed: null, titleAppointedOn: null }

/** 职称评聘: a title qualified for, one appointed to, or both. */
export function PromotePersonDialog({ person, onClose }: PersonPageDialogProps): ReactNode {
  const { t } = useTranslation('staffingCommand')
  const choices = useChoices()
  const levels = choices(TITLE_LEVELS)
  const titleOf = (level: TitleLevel | null) => levels.find(({ value }) => value === level)?.label
  return (
    <PersonDialog
      command="promotePerson"
      person={person}
      document={PromotePersonDocument}
      initial={NO_TITLE}
      issues={({ titleQualified, titleAppointed }) =>
        titleQualified === null && titleAppointed === null ? [issue('titleAppointed', 'REQUIRED')] : []
      }
      toInput={(draft, common, baseVersion) =>
        common.effectiveOn && { personId: person.id, ...draft, effectiveOn: common.effectiveOn, baseVersion, ...cited(common) }
      }
      confirm={({ titleQualified, titleAppointed }, { effectiveOn }) =>
        whenKnown({ day: effectiveOn, title: titleOf(titleAppointed ?? titleQualified) }, (known) =>
          t(titleAppointed === null ? 'qualifySaid' : 'promoteSaid', { ...known, person: person.name }),
        )
      }
      onClose={onClose}
    >
      {({ draft, set }) => (
        <>
          <p style={{ marginTop: 0 }}>{t('promoteExplain')}</p>
          <Choice
            name="titleQualified"
            label={t('titleQualified')}
            value={draft.titleQualified}
            choices={levels}
            onChange={(titleQualified) => set({ titleQualified })}
          />
          <Day
            name="titleQualifiedOn"
            label={t('titleQualifiedOn')}
            value={draft.titleQualifiedOn}
            onChange={(titleQualifiedOn) => set({ titleQualifiedOn })}
          />
          <Choice
            name="titleAppointed"
            label={t('titleAppointed')}
            value={draft.titleAppointed}
            choices={levels}
            onChange={(titleAppointed) => set({ titleAppointed })}
          />
          <Day
            name="titleAppointedOn"
            label={t('titleAppointedOn')}
            value={draft.titleAppointedOn}
            onChange={(titleAppointedOn) => set({ titleAppointedOn })}
          />
        </>
      )}
    </PersonDialog>
  )
}
