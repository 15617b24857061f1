import type { AuditKind } from '@yilian/domain/audit.ts'
import { graphql } from '../graphql/gql.ts'
import type { AuditEntryInListFragment } from '../graphql/graphql.ts'
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
    change {
      id
      number
      summary(locale: $locale)
    }
    table(locale: $locale)
    subject(locale: $locale)
    summary(locale: $locale)
    reason
    outsideApplication
    fields(locale: $locale) {
      name
      label
      before
      after
    }
  }
`)

export type AuditEntry = AuditEntryInListFragment

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
