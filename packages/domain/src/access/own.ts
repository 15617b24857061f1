import { ruleOf, type Permission } from './permission.ts'
import type { RoleGrantKey } from './role-grant.ts'

/** A grant in force, with what its scope means for the county: of a department, the county it belongs to. */
export interface HeldGrant extends Omit<RoleGrantKey, 'userId'> {
  /** The county of a county or department scope; `null` for others. */
  readonly countyCode: string | null
}

/**
 * What somebody's grants make their own for one permission. What follows from it day by day (whose member an institution is, who leads
 * an alliance) is for the database to say: membership is dated.
 */
export interface Own {
  /** Programs of ours, never a person: no limit. */
  readonly everything: boolean
  /** Counties whose alliances are own. */
  readonly counties: readonly string[]
  /** Codes under which institutions are registered that are own: the counties', and those of the prefecture and province above them. */
  readonly registers: readonly string[]
  /** Institutions that are own on every day. */
  readonly institutions: readonly string[]
  /** Alliances that are own on every day. */
  readonly alliances: readonly string[]
  /** Institutions whose alliances are own on the days they lead them. */
  readonly leads: readonly string[]
}

export const NOTHING: Own = { everything: false, counties: [], registers: [], institutions: [], alliances: [], leads: [] }
export const EVERYTHING: Own = { ...NOTHING, everything: true }

/** What these grants make own for a permission; `null` when they do not give it at all. */
export function ownFor(grants: readonly HeldGrant[], permission: Permission): Own | null {
  const given = grants.filter((grant) =>
    ruleOf(permission).who.some(({ role, workArea }) => role === grant.role && (workArea === undefined || workArea === grant.workArea)),
  )
  if (given.length === 0) return null
  const counties = distinct(given.flatMap(({ countyCode }) => countyCode ?? []))
  const over = (kind: HeldGrant['scopeKind'], only?: HeldGrant['role']) =>
    distinct(
      given.filter(({ scopeKind, role }) => scopeKind === kind && (only === undefined || role === only)).map(({ scopeId }) => scopeId),
    )
  return {
    everything: false,
    counties,
    registers: distinct(counties.flatMap(registersOf)),
    institutions: over('INSTITUTION'),
    alliances: over('ALLIANCE'),
    leads: over('INSTITUTION', 'LEAD_OPERATOR'),
  }
}

/** Where a county's bureau registers institutions: its own code, and its prefecture's and province's for the hospitals above it. */
export function registersOf(countyCode: string): string[] {
  return [countyCode, `${countyCode.slice(0, 4)}00`, `${countyCode.slice(0, 2)}0000`]
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)]
}
