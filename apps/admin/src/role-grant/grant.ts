import type { RoleGrantDraft } from '@yilian/domain/access/role-grant.ts'
import { graphql } from '../graphql/gql.ts'
import type { GrantPartsFragment } from '../graphql/graphql.ts'

/** A stretch of a grant as lists, timelines and dialogs show it. */
export const GrantParts = graphql(`
  fragment GrantParts on RoleGrant {
    id
    rowId
    version
    role
    scopeKind
    scopeId
    scopeName(locale: $locale)
    workArea
    reason
    validFrom
    validTo
    recordedFrom
    recordedTo
    document {
      id
      number
      title
    }
    grantedBy {
      id
      name
    }
  }
`)

export type Grant = GrantPartsFragment

/** What was granted to a user, as the rules of the domain judge it; only what is known now. */
export function draftsOf(userId: string, grants: readonly Grant[]): RoleGrantDraft[] {
  return grants
    .filter(({ recordedTo }) => !recordedTo)
    .map(({ id, role, scopeKind, scopeId, workArea, validFrom, validTo }) => ({
      id,
      userId,
      role,
      scopeKind,
      scopeId,
      workArea: workArea ?? null,
      validFrom,
      validTo: validTo ?? null,
    }))
}
