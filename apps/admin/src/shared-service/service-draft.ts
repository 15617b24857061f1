import type { SharedServiceKind, SharedServiceValue } from '@yilian/domain/shared-service.ts'
import type { InstitutionChoice } from '../fields/InstitutionSelect.tsx'
import { graphql } from '../graphql/gql.ts'
import type { ServiceOnPageFragment } from '../graphql/graphql.ts'

export const ServiceOnPage = graphql(`
  fragment ServiceOnPage on SharedService {
    id
    rowId
    version
    kind
    name
    servesAll
    planned
    source
    sourceNote
    validFrom
    validTo
    recordedFrom
    recordedTo
    provider {
      ...InstitutionChoice
    }
    recipients {
      id
      name
    }
    document {
      id
      number
      title
    }
  }
`)

/** A shared service as its form holds it. */
export interface ServiceDraft {
  readonly kind: SharedServiceKind
  readonly name: string
  readonly provider: InstitutionChoice | null
  readonly recipients: readonly { readonly id: string; readonly name: string }[]
  readonly servesAll: boolean
  readonly planned: boolean
}

export const NEW_SERVICE: ServiceDraft = {
  kind: 'CENTRAL_PHARMACY',
  name: '',
  provider: null,
  recipients: [],
  servesAll: true,
  planned: false,
}

export function serviceDraft({ kind, name, provider, recipients, servesAll, planned }: ServiceOnPageFragment): ServiceDraft {
  return { kind, name, provider: provider ?? null, recipients, servesAll, planned }
}

/** The part of a command's input that says what the service is. */
export function serviceInput({ kind, name, provider, recipients, servesAll, planned }: ServiceDraft) {
  return {
    kind,
    name: name.trim(),
    providerId: provider?.id ?? null,
    recipientIds: servesAll ? [] : recipients.map(({ id }) => id),
    servesAll,
    planned,
  }
}

/** The service as the domain judges it. */
export function serviceValue(draft: ServiceDraft): SharedServiceValue {
  return { ...serviceInput(draft), documentId: null, source: null, sourceNote: null }
}
