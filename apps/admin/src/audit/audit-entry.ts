import type { AuditKind } from '@yilian/domain/audit.ts'
import { graphql } from '../graphql/gql.ts'
import type { AuditEntryDetailQuery, AuditEntryInListFragment } from '../graphql/graphql.ts'
import type { StateTone } from '../theme/StateTag.tsx'

export const AuditEntryInList = graphql(`
  fragment AuditEntryInList on AuditEntry {
    id
    at
    kind
    actor {
      id
      name
    }
    requestId
    address
    table(locale: $locale)
    subject(locale: $locale)
    summary(locale: $locale)
    reason
    outsideApplication
    before(locale: $locale)
    after(locale: $locale)
  }
`)

/** What is told of an entry when it is opened. */
export const AuditEntryDetailDocument = graphql(`
  query AuditEntryDetail($id: ID!, $locale: Locale!) {
    auditEntry(id: $id) {
      id
      change {
        id
        summary(locale: $locale)
      }
      fields(locale: $locale) {
        name
        label
        before
        after
      }
    }
  }
`)

export type AuditEntry = AuditEntryInListFragment
export type AuditField = NonNullable<AuditEntryDetailQuery['auditEntry']>['fields'][number]

/** Red where somebody tried what they may not, or could not get in; amber where rights or personal data are concerned. */
const TONES: Partial<Record<AuditKind, StateTone>> = {
  SIGN_IN_FAILED: 'red',
  LOCKED: 'red',
  DENIED: 'red',
  DELETED: 'amber',
  REVEALED: 'amber',
  EXPORTED: 'amber',
  PRUNED: 'amber',
  TOKEN_CREATED: 'amber',
  SIGNED_IN: 'green',
  INSERTED: 'blue',
  UPDATED: 'blue',
}

export function toneOf(kind: AuditKind): StateTone {
  return TONES[kind] ?? 'grey'
}
