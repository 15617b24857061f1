import type { LineageKind } from './code-lists/lineage-kind.ts'
import { notInForceIssues } from './dated.ts'
import type { IsoDate } from './day.ts'
import { institutionIssues, isOpen, type InstitutionValue } from './institution.ts'
import { issue, issuesAt, naming, type Issue } from './issue.ts'
import { covers, type Period } from './period.ts'

/**
 * How one institution goes on in another: `fromId` is what was there before, `toId` what goes on. `MERGED_INTO`: `fromId` was merged
 * into `toId`. `SPLIT_FROM`: `toId` was split from `fromId`.
 */
export interface Lineage {
  readonly kind: LineageKind
  readonly fromId: string
  readonly toId: string
  readonly effectiveOn: IsoDate
}

/** An institution as closing, merging and splitting see it: its stretches as known now. */
export interface InstitutionLife {
  readonly id: string
  readonly name: string
  readonly stretches: readonly (Period & Pick<InstitutionValue, 'status'>)[]
}

/** A stretch of an institution that has the one in question as its parent. */
export interface ChildPeriod extends Period, Pick<InstitutionValue, 'name' | 'status'> {
  readonly id: string
}

/** Closing: it is open on the day, and no open institution is left with it as parent from that day on. */
export function closeIssues(institution: InstitutionLife, children: readonly ChildPeriod[], effectiveOn: IsoDate): Issue[] {
  const issues = openIssues(institution, effectiveOn, 'effectiveOn')
  const left = children.filter((child) => isOpen(child) && (child.validTo === null || child.validTo > effectiveOn))
  if (left.length > 0)
    issues.push(
      naming(
        issue('effectiveOn', 'HAS_CHILDREN', { institution: institution.name, count: left.length, first: left[0]!.name, day: effectiveOn }),
        left.map(({ id }) => id),
      ),
    )
  return issues
}

/** Merging: both are open on the day, they are two, and the target has not itself been merged into this one, directly or through others. */
export function mergeIssues(
  institution: InstitutionLife,
  into: InstitutionLife,
  lineage: readonly Lineage[],
  effectiveOn: IsoDate,
): Issue[] {
  if (institution.id === into.id) return [issue('intoId', 'MERGE_INTO_ITSELF', { institution: institution.name })]
  const issues = [...openIssues(institution, effectiveOn, 'effectiveOn'), ...openIssues(into, effectiveOn, 'intoId')]
  if (leadsTo(lineage, into.id, institution.id))
    issues.push(issue('intoId', 'MERGE_CYCLE', { institution: institution.name, into: into.name }))
  return issues
}

/** Splitting: it is open on the day, at least one new institution comes of it, each right in itself and no two of one name. */
export function splitIssues(institution: InstitutionLife, parts: readonly InstitutionValue[], effectiveOn: IsoDate): Issue[] {
  const issues = openIssues(institution, effectiveOn, 'effectiveOn')
  if (parts.length === 0) issues.push(issue('parts', 'SPLIT_INTO_NONE', { institution: institution.name }))
  parts.forEach((part, at) => {
    issues.push(...issuesAt(`parts.${at}`, institutionIssues(part)))
    if (parts.findIndex(({ name }) => name === part.name) < at) issues.push(issue(`parts.${at}.name`, 'PART_TWICE', { name: part.name }))
  })
  return issues
}

/** The parent must be another institution that does not itself stand below this one. `parentOf` gives the parents in force on the day. */
export function parentIssues(
  institution: { id: string; name: string },
  parentId: string | null,
  parentOf: (id: string) => string | null,
): Issue[] {
  const seen = new Set<string>()
  for (let above = parentId; above !== null && !seen.has(above); above = parentOf(above)) {
    if (above === institution.id) return [issue('parentId', 'PARENT_CYCLE', { institution: institution.name })]
    seen.add(above)
  }
  return []
}

function openIssues({ name, stretches }: InstitutionLife, day: IsoDate, path: string): Issue[] {
  const now = stretches.find((one) => covers(one, day))
  if (now && isOpen(now)) return []
  return now ? [issue(path, 'INSTITUTION_CLOSED', { institution: name, day })] : notInForceIssues(stretches, day, path)
}

/** Whether mergers and splits lead from one institution on to the other. */
function leadsTo(lineage: readonly Lineage[], start: string, goal: string): boolean {
  const reached = new Set([start])
  for (const id of reached) {
    for (const { kind, fromId, toId } of lineage) if (kind === 'MERGED_INTO' && fromId === id) reached.add(toId)
  }
  return reached.has(goal)
}
