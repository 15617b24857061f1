import { stretchIssues, type Stretch } from '@yilian/domain/dated.ts'
import { issuesAt } from '@yilian/domain/issue.ts'
import { sharedServiceIssues } from '@yilian/domain/shared-service.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AllianceOnPage } from '../alliance/alliance-page.ts'
import { CommandDialog } from '../command/CommandDialog.tsx'
import { StretchField } from '../command/StretchField.tsx'
import { useCommandName } from '../command/useCommandName.ts'
import { whenKnown } from '../command/when-known.ts'
import { graphql } from '../graphql/gql.ts'
import type { ServiceOnPageFragment } from '../graphql/graphql.ts'
import { NEW_SERVICE, serviceDraft, serviceInput, serviceValue, type ServiceDraft } from './service-draft.ts'
import { ServiceFields } from './ServiceFields.tsx'

const OpenServiceDocument = graphql(`
  mutation OpenService($input: OpenSharedServiceInput!, $locale: Locale!) {
    result: openSharedService(input: $input) {
      ...CommandOutcome
    }
  }
`)
const ReviseServiceDocument = graphql(`
  mutation ReviseService($input: ReviseSharedServiceInput!, $locale: Locale!) {
    result: reviseSharedService(input: $input) {
      ...CommandOutcome
    }
  }
`)
const CloseServiceDocument = graphql(`
  mutation CloseService($input: CloseSharedServiceInput!, $locale: Locale!) {
    result: closeSharedService(input: $input) {
      ...CommandOutcome
    }
  }
`)
const CorrectServiceDocument = graphql(`
  mutation CorrectService($input: CorrectSharedServiceInput!, $locale: Locale!) {
    result: correctSharedService(input: $input) {
      ...CommandOutcome
    }
  }
`)

interface OfAlliance {
  readonly alliance: AllianceOnPage
  readonly onClose: () => void
}
interface OfService extends OfAlliance {
  readonly service: ServiceOnPageFragment
}

/** 设立共享中心. */
export function OpenServiceDialog({ alliance, onClose }: OfAlliance): ReactNode {
  const { t } = useTranslation('service')
  const name = useCommandName()
  return (
    <CommandDialog
      title={name('openSharedService')}
      document={OpenServiceDocument}
      initial={NEW_SERVICE}
      baseVersion={alliance.version}
      countyCode={alliance.countyCode}
      issues={(draft) => sharedServiceIssues(serviceValue(draft))}
      toInput={(draft, { effectiveOn, documentId, note }, baseVersion) =>
        effectiveOn && { allianceId: alliance.id, ...serviceInput(draft), effectiveOn, documentId, note: note.trim() || null, baseVersion }
      }
      confirm={(draft, { effectiveOn }) => whenKnown({ day: effectiveOn, name: draft.name.trim() }, (known) => t('openConfirm', known))}
      onClose={onClose}
    >
      {({ draft, set, common }) => <ServiceFields alliance={alliance} draft={draft} set={set} asOf={common.effectiveOn} />}
    </CommandDialog>
  )
}

/** 变更共享中心: another provider, other recipients, running at last. */
export function ReviseServiceDialog({ alliance, service, onClose }: OfService): ReactNode {
  const { t } = useTranslation('service')
  const name = useCommandName()
  return (
    <CommandDialog
      title={name('reviseSharedService')}
      document={ReviseServiceDocument}
      initial={serviceDraft(service)}
      baseVersion={service.version}
      countyCode={alliance.countyCode}
      issues={(draft) => sharedServiceIssues(serviceValue(draft))}
      toInput={(draft, { effectiveOn, documentId, note }, baseVersion) =>
        effectiveOn && {
          sharedServiceId: service.id,
          ...serviceInput(draft),
          effectiveOn,
          documentId,
          note: note.trim() || null,
          baseVersion,
        }
      }
      confirm={(_, { effectiveOn }) => whenKnown({ day: effectiveOn, name: service.name }, (known) => t('reviseConfirm', known))}
      onClose={onClose}
    >
      {({ draft, set, common }) => <ServiceFields alliance={alliance} draft={draft} set={set} asOf={common.effectiveOn} />}
    </CommandDialog>
  )
}

/** 撤销共享中心. */
export function CloseServiceDialog({ alliance, service, onClose }: OfService): ReactNode {
  const { t } = useTranslation('service')
  const name = useCommandName()
  return (
    <CommandDialog
      title={name('closeSharedService')}
      danger
      document={CloseServiceDocument}
      initial={{}}
      baseVersion={service.version}
      countyCode={alliance.countyCode}
      toInput={(_, { effectiveOn, documentId, note }, baseVersion) =>
        effectiveOn && { sharedServiceId: service.id, effectiveOn, documentId, note: note.trim() || null, baseVersion }
      }
      confirm={(_, { effectiveOn }) => whenKnown({ day: effectiveOn, name: service.name }, (known) => t('closeConfirm', known))}
      onClose={onClose}
    >
      {() => <strong>{service.name}</strong>}
    </CommandDialog>
  )
}

/** 更正共享中心记录: all its stretches as they truly were. */
export function CorrectServiceDialog({
  alliance,
  service,
  stretches,
  onClose,
}: OfService & { readonly stretches: readonly ServiceOnPageFragment[] }): ReactNode {
  const { t } = useTranslation('service')
  const name = useCommandName()
  const initial: { readonly stretches: readonly Stretch<ServiceDraft>[] } = {
    stretches: stretches.map((row) => ({ ...serviceDraft(row), validFrom: row.validFrom, validTo: row.validTo ?? null })),
  }
  return (
    <CommandDialog
      title={name('correctSharedService')}
      correction
      wide
      dated={false}
      document={CorrectServiceDocument}
      initial={initial}
      baseVersion={service.version}
      countyCode={alliance.countyCode}
      issues={(draft) => [
        ...stretchIssues(draft.stretches),
        ...draft.stretches.flatMap((one, row) => issuesAt(`stretches.${row}`, sharedServiceIssues(serviceValue(one)))),
      ]}
      toInput={(draft, { documentId, note }, baseVersion) => ({
        sharedServiceId: service.id,
        stretches: draft.stretches.map((one) => ({ ...serviceInput(one), validFrom: one.validFrom, validTo: one.validTo })),
        documentId,
        note: note.trim() || null,
        baseVersion,
      })}
      confirm={(draft) => t(draft.stretches.length === 0 ? 'correctNever' : 'correctConfirm', { name: service.name })}
      onClose={onClose}
    >
      {({ draft, set }) => (
        <>
          <p style={{ marginTop: 0 }}>{t('correctExplain', { name: service.name })}</p>
          <StretchField<ServiceDraft>
            stretches={draft.stretches}
            onChange={(next) => set({ stretches: next })}
            none={t('none')}
            fresh={() => draft.stretches.at(-1) ?? NEW_SERVICE}
          >
            {(stretch, change, row) => (
              <ServiceFields alliance={alliance} draft={stretch} set={change} asOf={stretch.validFrom} path={`stretches.${row}.`} />
            )}
          </StretchField>
        </>
      )}
    </CommandDialog>
  )
}
