import { issue } from '@yilian/domain/issue.ts'
import { regionCode } from '@yilian/domain/region.ts'
import { mentorshipIssues } from '@yilian/domain/staffing/training.ts'
import { populationIssues } from '@yilian/domain/staffing/staff-count.ts'
import { COHORT_STATES, type CohortState } from '@yilian/domain/staffing/terms.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandDialog } from '../../command/CommandDialog.tsx'
import { CommandField } from '../../command/CommandField.tsx'
import { useCommandName } from '../../command/useCommandName.ts'
import { whenKnown } from '../../command/when-known.ts'
import { Choice, cited, Count, LongTextField, orNull } from '../../command/fields.tsx'
import { graphql } from '../../graphql/gql.ts'
import { useCodeLabel } from '../../i18n/useCodeLabel.ts'
import { useTextChoices } from '../../i18n/useTextChoices.ts'
import { RegionSelect } from '../../region/RegionSelect.tsx'
import { useMoment } from '../../shell/moment.ts'
import { PersonSelect, type PersonChoice } from '../../staffing/PersonSelect.tsx'
import type { CohortRow, MentorshipRow, PopulationRow } from '../cohort-list.ts'
import type { NamedInstitution } from '../../fields/InstitutionSelect.tsx'
import { InstitutionsField } from './CountyRecordDialog.tsx'

const SetCohortMemberDocument = graphql(`
  mutation SetCohortMember($input: SetCohortMemberInput!, $locale: Locale!) {
    result: setCohortMember(input: $input) {
      ...CommandOutcome
    }
  }
`)
const RecordMentorshipDocument = graphql(`
  mutation RecordMentorship($input: RecordMentorshipInput!, $locale: Locale!) {
    result: recordMentorship(input: $input) {
      ...CommandOutcome
    }
  }
`)
const EndMentorshipDocument = graphql(`
  mutation EndMentorship($input: EndMentorshipInput!, $locale: Locale!) {
    result: endMentorship(input: $input) {
      ...CommandOutcome
    }
  }
`)
const RecordPopulationDocument = graphql(`
  mutation RecordPopulation($input: RecordPopulationInput!, $locale: Locale!) {
    result: recordPopulation(input: $input) {
      ...CommandOutcome
    }
  }
`)

interface SetCohortMemberDialogProps {
  readonly cohort: CohortRow
  readonly person?: PersonChoice | null
  readonly onClose: () => void
}

/** 登记培养对象: somebody of the cohort is so far from the effective day. */
export function SetCohortMemberDialog({ cohort, person = null, onClose }: SetCohortMemberDialogProps): ReactNode {
  const { t } = useTranslation('cohort')
  const name = useCommandName()
  const label = useCodeLabel()
  const texts = useTextChoices()
  const { county } = useMoment()
  const initial: { readonly person: PersonChoice | null; readonly state: CohortState | null } = { person, state: null }
  return (
    <CommandDialog
      title={`${name('setCohortMember')} · ${cohort.name}`}
      document={SetCohortMemberDocument}
      initial={initial}
      countyCode={county}
      issues={(draft) => [
        ...(draft.person === null ? [issue('personId', 'REQUIRED')] : []),
        ...(draft.state === null ? [issue('state', 'REQUIRED')] : []),
      ]}
      toInput={(draft, common) =>
        common.effectiveOn && draft.person && draft.state
          ? {
              cohortId: cohort.id,
              personId: draft.person.id,
              state: draft.state,
              effectiveOn: common.effectiveOn,
              ...cited(common),
            }
          : null
      }
      confirm={(draft, { effectiveOn }) =>
        whenKnown({ day: effectiveOn, person: draft.person?.name, state: draft.state && label('cohortState', draft.state) }, (known) =>
          t('said.member', known),
        )
      }
      onClose={onClose}
    >
      {({ draft, set, common }) => (
        <>
          <CommandField name="personId" label={t('column.person')} required>
            {(control) => (
              <PersonSelect control={control} value={draft.person} asOf={common.effectiveOn} onChange={(next) => set({ person: next })} />
            )}
          </CommandField>
          <Choice
            name="state"
            label={t('column.state')}
            required
            value={draft.state}
            choices={texts(COHORT_STATES)}
            onChange={(state) => set({ state })}
          />
        </>
      )}
    </CommandDialog>
  )
}

interface MentorshipDraft {
  readonly region: string | null
  readonly mentor: PersonChoice | null
  readonly mentee: PersonChoice | null
  readonly pairs: number | null
  readonly institutions: readonly NamedInstitution[]
  readonly content: string
}

/** 登记师徒结对: of two people, or a number of pairs at institutions. */
export function RecordMentorshipDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('cohort')
  const name = useCommandName()
  const { county } = useMoment()
  const initial: MentorshipDraft = {
    region: county === undefined ? null : regionCode(county),
    mentor: null,
    mentee: null,
    pairs: null,
    institutions: [],
    content: '',
  }
  return (
    <CommandDialog
      title={name('recordMentorship')}
      document={RecordMentorshipDocument}
      initial={initial}
      countyCode={county}
      issues={({ region, mentor, mentee, pairs, content }) =>
        region === null
          ? [issue('regionCode', 'REQUIRED')]
          : mentor === null && mentee === null && pairs === null
            ? [issue('pairs', 'REQUIRED')]
            : mentorshipIssues(
                { regionCode: region, mentorId: mentor?.id ?? null, menteeId: mentee?.id ?? null },
                { pairs, content: orNull(content), institutionIds: [], documentId: null, source: null, sourceNote: null },
              )
      }
      toInput={(draft, common) =>
        common.effectiveOn && draft.region
          ? {
              regionCode: draft.region,
              mentorId: draft.mentor?.id ?? null,
              menteeId: draft.mentee?.id ?? null,
              pairs: draft.mentor ? null : draft.pairs,
              institutionIds: draft.institutions.map(({ id }) => id),
              content: orNull(draft.content),
              effectiveOn: common.effectiveOn,
              ...cited(common),
            }
          : null
      }
      confirm={({ mentor, mentee, pairs }, { effectiveOn }) =>
        mentor && mentee
          ? whenKnown({ day: effectiveOn }, (known) => t('said.pair', { ...known, mentor: mentor.name, mentee: mentee.name }))
          : whenKnown({ day: effectiveOn, count: pairs }, (known) => t('said.pairs', known))
      }
      onClose={onClose}
    >
      {({ draft, set, common }) => (
        <>
          <CommandField name="regionCode" label={t('field.region')} required>
            {(control) => <RegionSelect control={control} value={draft.region} onChange={(region) => set({ region })} />}
          </CommandField>
          <CommandField name="mentorId" label={t('column.mentor')} help={t('pairHelp')}>
            {(control) => (
              <PersonSelect control={control} value={draft.mentor} asOf={common.effectiveOn} onChange={(mentor) => set({ mentor })} />
            )}
          </CommandField>
          <CommandField name="menteeId" label={t('column.mentee')}>
            {(control) => (
              <PersonSelect control={control} value={draft.mentee} asOf={common.effectiveOn} onChange={(mentee) => set({ mentee })} />
            )}
          </CommandField>
          {draft.mentor === null && draft.mentee === null && (
            <Count name="pairs" label={t('column.pairs')} value={draft.pairs} onChange={(pairs) => set({ pairs })} />
          )}
          <InstitutionsField draft={draft} set={set} />
          <LongTextField name="content" label={t('column.content')} value={draft.content} onChange={(content) => set({ content })} />
        </>
      )}
    </CommandDialog>
  )
}

interface EndMentorshipDialogProps {
  readonly mentorship: MentorshipRow
  readonly onClose: () => void
}

/** 结束师徒结对 from the effective day. */
export function EndMentorshipDialog({ mentorship, onClose }: EndMentorshipDialogProps): ReactNode {
  const { t } = useTranslation('cohort')
  const name = useCommandName()
  const { county } = useMoment()
  return (
    <CommandDialog
      title={name('endMentorship')}
      document={EndMentorshipDocument}
      initial={{}}
      baseVersion={mentorship.version}
      countyCode={county}
      toInput={(_, common, baseVersion) =>
        common.effectiveOn && { mentorshipId: mentorship.id, effectiveOn: common.effectiveOn, baseVersion, ...cited(common) }
      }
      confirm={(_, { effectiveOn }) => whenKnown({ day: effectiveOn }, (known) => t('said.endPair', known))}
      onClose={onClose}
    >
      {() => (
        <p style={{ marginTop: 0 }}>
          {mentorship.mentor && mentorship.mentee
            ? t('pairOf', { mentor: mentorship.mentor.name, mentee: mentorship.mentee.name })
            : t('pairsOf', { count: mentorship.pairs ?? 0 })}
        </p>
      )}
    </CommandDialog>
  )
}

interface PopulationDraft {
  readonly region: string | null
  readonly year: number | null
  readonly residents: number | null
}

interface RecordPopulationDialogProps {
  readonly existing: PopulationRow | null
  readonly onClose: () => void
}

/** 登记常住人口: residents of a region in a year, for rates; recorded again they are put right. */
export function RecordPopulationDialog({ existing, onClose }: RecordPopulationDialogProps): ReactNode {
  const { t } = useTranslation('cohort')
  const name = useCommandName()
  const { county } = useMoment()
  const initial: PopulationDraft = {
    region: existing?.region.code ?? (county === undefined ? null : regionCode(county)),
    year: existing?.year ?? null,
    residents: existing?.residents ?? null,
  }
  return (
    <CommandDialog
      title={name('recordPopulation')}
      dated={false}
      document={RecordPopulationDocument}
      initial={initial}
      baseVersion={existing?.version ?? 0}
      countyCode={county}
      issues={({ region, year, residents }) => [
        ...(region === null ? [issue('regionCode', 'REQUIRED')] : []),
        ...(year === null ? [issue('year', 'REQUIRED')] : []),
        ...(residents === null ? [issue('residents', 'REQUIRED')] : []),
        ...(region !== null && year !== null && residents !== null ? populationIssues(region, year, residents) : []),
      ]}
      toInput={({ region, year, residents }, common, baseVersion) =>
        region !== null && year !== null && residents !== null
          ? { regionCode: region, year, residents, baseVersion, ...cited(common) }
          : null
      }
      confirm={({ year, residents }) => whenKnown({ year, count: residents }, (known) => t('said.population', known))}
      onClose={onClose}
    >
      {({ draft, set }) => (
        <>
          <CommandField name="regionCode" label={t('column.region')} required>
            {(control) => <RegionSelect control={control} value={draft.region} onChange={(region) => set({ region })} />}
          </CommandField>
          <Count name="year" label={t('column.year')} required value={draft.year} onChange={(year) => set({ year })} />
          <Count
            name="residents"
            label={t('column.residents')}
            required
            value={draft.residents}
            onChange={(residents) => set({ residents })}
          />
        </>
      )}
    </CommandDialog>
  )
}
