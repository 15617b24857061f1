import type { IsoDate } from '@yilian/domain/day.ts'
import { issue } from '@yilian/domain/issue.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandDialog } from '../../command/CommandDialog.tsx'
import { useCommandName } from '../../command/useCommandName.ts'
import { graphql } from '../../graphql/gql.ts'
import type { ProjectDialogProps, SuspensionRow } from '../project-page.ts'
import { cited, Day, orNull, Tick } from '../../command/fields.tsx'
import { CauseFields, type CauseDraft } from './SuspensionDialogs.tsx'

const CorrectSuspensionDocument = graphql(`
  mutation CorrectSuspension($input: CorrectSuspensionInput!, $locale: Locale!) {
    result: correctSuspension(input: $input) {
      ...CommandOutcome
    }
  }
`)

interface Draft extends CauseDraft {
  readonly suspendedOn: IsoDate | null
  readonly observedOn: IsoDate | null
  readonly resumedOn: IsoDate | null
  readonly resumedBy: IsoDate | null
  readonly withdraw: boolean
}

/** 更正停工记录: the stop as it truly was, or that there never was one. */
export function CorrectSuspensionDialog({
  project,
  suspension,
  onClose,
}: ProjectDialogProps & { readonly suspension: SuspensionRow }): ReactNode {
  const { t } = useTranslation('projectCommand')
  const name = useCommandName()
  const initial: Draft = {
    suspendedOn: suspension.suspendedOn,
    observedOn: suspension.observedOn,
    resumedOn: suspension.resumedOn,
    resumedBy: suspension.resumedBy,
    withdraw: false,
    cause: suspension.cause,
    responsibleParty: suspension.responsibleParty ?? '',
    detail: suspension.detail ?? '',
  }
  return (
    <CommandDialog
      title={`${name('correctSuspension')} · ${project.name}`}
      correction
      dated={false}
      document={CorrectSuspensionDocument}
      initial={initial}
      baseVersion={project.version}
      countyCode={project.countyCode}
      issues={({ withdraw, suspendedOn, observedOn, resumedOn, resumedBy }) =>
        !withdraw && suspendedOn === null && observedOn === null && resumedOn === null && resumedBy === null
          ? [issue('observedOn', 'OBSERVED_NEEDED')]
          : []
      }
      toInput={({ responsibleParty, detail, ...draft }, common, baseVersion) => ({
        ...draft,
        responsibleParty: orNull(responsibleParty),
        detail: orNull(detail),
        suspensionId: suspension.id,
        baseVersion,
        ...cited(common),
      })}
      confirm={({ withdraw }) => t(withdraw ? 'neverSuspendedSaid' : 'correctSuspensionSaid', { project: project.name })}
      onClose={onClose}
    >
      {({ draft, set }) => (
        <>
          <Tick label={t('neverSuspended')} value={draft.withdraw} onChange={(withdraw) => set({ withdraw })} />
          {!draft.withdraw && (
            <>
              <Day
                name="suspendedOn"
                label={t('suspendedOn')}
                help={t('suspendedOnHelp')}
                value={draft.suspendedOn}
                onChange={(suspendedOn) => set({ suspendedOn })}
              />
              <Day
                name="observedOn"
                label={t('observedStanding')}
                value={draft.observedOn}
                onChange={(observedOn) => set({ observedOn })}
              />
              <Day name="resumedOn" label={t('resumedOn')} value={draft.resumedOn} onChange={(resumedOn) => set({ resumedOn })} />
              {draft.resumedOn === null && (
                <Day name="resumedBy" label={t('resumedBy')} value={draft.resumedBy} onChange={(resumedBy) => set({ resumedBy })} />
              )}
              <CauseFields draft={draft} set={set} />
            </>
          )}
        </>
      )}
    </CommandDialog>
  )
}
