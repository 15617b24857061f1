import { SUSPENSION_CAUSES, type SuspensionCause } from '@yilian/domain/construction/terms.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { issue } from '@yilian/domain/issue.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandDialog } from '../../command/CommandDialog.tsx'
import { useCommandName } from '../../command/useCommandName.ts'
import { whenKnown } from '../../command/when-known.ts'
import { graphql } from '../../graphql/gql.ts'
import { useTextChoices } from '../../i18n/useTextChoices.ts'
import { useFrame } from '../../shell/frame-data.ts'
import type { ProjectDialogProps } from '../project-page.ts'
import { Choice, cited, Day, LongTextField, orNull, TextField } from '../../command/fields.tsx'

const SuspendProjectDocument = graphql(`
  mutation SuspendProject($input: SuspendProjectInput!, $locale: Locale!) {
    result: suspendProject(input: $input) {
      ...CommandOutcome
    }
  }
`)
const ResumeProjectDocument = graphql(`
  mutation ResumeProject($input: ResumeProjectInput!, $locale: Locale!) {
    result: resumeProject(input: $input) {
      ...CommandOutcome
    }
  }
`)

/** Why works stand still, as it is typed. */
export interface CauseDraft {
  readonly cause: SuspensionCause | null
  readonly responsibleParty: string
  readonly detail: string
}

interface CauseFieldsProps {
  readonly draft: CauseDraft
  readonly set: (patch: Partial<CauseDraft>) => void
}

export function CauseFields({ draft, set }: CauseFieldsProps): ReactNode {
  const { t } = useTranslation('projectCommand')
  const texts = useTextChoices()
  return (
    <>
      <Choice
        name="cause"
        label={t('cause')}
        placeholder={t('causeUnknown')}
        value={draft.cause}
        choices={texts(SUSPENSION_CAUSES)}
        onChange={(cause) => set({ cause })}
      />
      <TextField
        name="responsibleParty"
        label={t('responsibleParty')}
        value={draft.responsibleParty}
        onChange={(responsibleParty) => set({ responsibleParty })}
      />
      <LongTextField name="detail" label={t('detail')} value={draft.detail} onChange={(detail) => set({ detail })} />
    </>
  )
}

interface SuspendDraft extends CauseDraft {
  readonly effectiveOn: IsoDate | null
  readonly observedOn: IsoDate | null
  readonly resumedOn: IsoDate | null
}

/** 登记停工: since a day, or since a day not known. */
export function SuspendProjectDialog({ project, onClose }: ProjectDialogProps): ReactNode {
  const { t } = useTranslation('projectCommand')
  const name = useCommandName()
  const { today } = useFrame()
  const initial: SuspendDraft = {
    effectiveOn: today,
    observedOn: null,
    resumedOn: null,
    cause: null,
    responsibleParty: '',
    detail: '',
  }
  return (
    <CommandDialog
      title={`${name('suspendProject')} · ${project.name}`}
      dated={false}
      document={SuspendProjectDocument}
      initial={initial}
      baseVersion={project.version}
      countyCode={project.countyCode}
      issues={({ effectiveOn, observedOn, resumedOn }) =>
        effectiveOn === null && observedOn === null && resumedOn === null ? [issue('observedOn', 'OBSERVED_NEEDED')] : []
      }
      toInput={({ responsibleParty, detail, ...draft }, common, baseVersion) => ({
        ...draft,
        responsibleParty: orNull(responsibleParty),
        detail: orNull(detail),
        projectId: project.id,
        baseVersion,
        ...cited(common),
      })}
      confirm={({ effectiveOn }) =>
        effectiveOn ? t('suspendSaid', { day: effectiveOn, project: project.name }) : t('suspendUnknownSaid', { project: project.name })
      }
      onClose={onClose}
    >
      {({ draft, set }) => (
        <>
          <Day
            name="effectiveOn"
            label={t('suspendedOn')}
            help={t('suspendedOnHelp')}
            value={draft.effectiveOn}
            onChange={(effectiveOn) => set({ effectiveOn })}
          />
          {draft.effectiveOn === null && (
            <Day name="observedOn" label={t('observedStanding')} value={draft.observedOn} onChange={(observedOn) => set({ observedOn })} />
          )}
          <Day
            name="resumedOn"
            label={t('resumedOn')}
            help={t('resumedOnHelp')}
            value={draft.resumedOn}
            onChange={(resumedOn) => set({ resumedOn })}
          />
          <CauseFields draft={draft} set={set} />
        </>
      )}
    </CommandDialog>
  )
}

/** 登记复工: the stop that is open ends, on a day or by a day. */
export function ResumeProjectDialog({ project, onClose }: ProjectDialogProps): ReactNode {
  const { t } = useTranslation('projectCommand')
  const name = useCommandName()
  const { today } = useFrame()
  const initial: { readonly effectiveOn: IsoDate | null; readonly observedOn: IsoDate | null } = { effectiveOn: today, observedOn: null }
  return (
    <CommandDialog
      title={`${name('resumeProject')} · ${project.name}`}
      dated={false}
      document={ResumeProjectDocument}
      initial={initial}
      baseVersion={project.version}
      countyCode={project.countyCode}
      issues={({ effectiveOn, observedOn }) => (effectiveOn === null && observedOn === null ? [issue('effectiveOn', 'REQUIRED')] : [])}
      toInput={(draft, common, baseVersion) => ({ ...draft, projectId: project.id, baseVersion, ...cited(common) })}
      confirm={({ effectiveOn, observedOn }) =>
        whenKnown({ day: effectiveOn ?? observedOn, project: project.name }, (known) =>
          t(effectiveOn ? 'resumeSaid' : 'resumeBySaid', known),
        )
      }
      onClose={onClose}
    >
      {({ draft, set }) => (
        <>
          <Day
            name="effectiveOn"
            label={t('resumedOn')}
            help={t('resumedUnknownHelp')}
            value={draft.effectiveOn}
            onChange={(effectiveOn) => set({ effectiveOn })}
          />
          {draft.effectiveOn === null && (
            <Day name="observedOn" label={t('observedGoing')} value={draft.observedOn} onChange={(observedOn) => set({ observedOn })} />
          )}
        </>
      )}
    </CommandDialog>
  )
}
