import type { Cited } from '../cited.ts'
import { codeIssues } from '../code-list.ts'
import { FLOWS_IN, FLOWS_OUT, type FlowIn, type FlowOut } from '../code-lists/staff-flow.ts'
import { periodText, type DatedRow, type Stretch } from '../dated.ts'
import { isDecimal, type Decimal } from '../decimal.ts'
import type { IsoDate } from '../day.ts'
import { issue, naming, type Issue } from '../issue.ts'
import { gaps, overlaps, type Period } from '../period.ts'
import { lengthIssues } from '../value-issues.ts'
import { appointmentKindRules, type AppointmentKind } from './appointment-kind.ts'
import type { Leadership } from './terms.ts'

/** What may change about an appointment while it stays the same one; `null`: not known. */
export interface AppointmentValue extends Cited {
  /** Where the work is (host); `null` only where it is elsewhere. */
  readonly institutionId: string | null
  /** Host outside of what is recorded, in words: 湘雅医院. */
  readonly elsewhere: string | null
  /** Institution of the primary appointment when it began; of a primary one itself; `null` where the person comes from outside. */
  readonly homeId: string | null
  /** Home outside of what is recorded, in words: 杭州师范大学. */
  readonly homeElsewhere: string | null
  readonly postId: string | null
  readonly leadership: Leadership | null
  /** 任职岗位, as written. */
  readonly title: string | null
  /** Part of full time, 0 to 1 with at most two decimals; `null`: by the rule of its kind. */
  readonly share: Decimal | null
  /** The last day it is planned to last. */
  readonly plannedUntil: IsoDate | null
  /** When it is looked at again. */
  readonly reviewOn: IsoDate | null
  readonly flowIn: FlowIn | null
  /** Why it ended; on the last stretch. */
  readonly flowOut: FlowOut | null
}
/** A stretch of a person's tie to an institution (任职、兼任、派驻 …). */
export interface Appointment extends DatedRow, AppointmentValue {
  readonly personId: string
  readonly kind: AppointmentKind
}

export const APPOINTMENT_DEFAULTS = {
  institutionId: null,
  elsewhere: null,
  homeId: null,
  homeElsewhere: null,
  postId: null,
  leadership: null,
  title: null,
  share: null,
  plannedUntil: null,
  reviewOn: null,
  flowIn: null,
  flowOut: null,
  documentId: null,
  source: null,
  sourceNote: null,
} as const satisfies AppointmentValue

/** Issues of one appointment alone. */
export function appointmentIssues(kind: AppointmentKind, one: Stretch<AppointmentValue>): Issue[] {
  const { institutionId, elsewhere, homeId, homeElsewhere, share, plannedUntil, reviewOn, flowIn, flowOut, title, validFrom } = one
  const rules = appointmentKindRules(kind)
  const issues: Issue[] = lengthIssues({ elsewhere: [elsewhere, 100], homeElsewhere: [homeElsewhere, 100], title: [title, 60] })
  if (institutionId === null && !(rules.mayBeElsewhere && elsewhere?.trim())) issues.push(issue('institutionId', 'REQUIRED'))
  if (institutionId !== null && elsewhere !== null) issues.push(issue('elsewhere', 'HOST_TWICE'))
  if (!rules.home && institutionId !== null && institutionId === homeId)
    issues.push(issue('institutionId', 'HOST_IS_HOME', { kind: rules.label }))
  if (rules.home && homeId !== institutionId) issues.push(issue('institutionId', 'REQUIRED'))
  if (rules.needsReturn && plannedUntil === null && reviewOn === null && one.validTo === null && homeElsewhere === null)
    issues.push(issue('plannedUntil', 'RETURN_NEEDED', { kind: rules.label }))
  if (share !== null && !(isDecimal(share, 2) && Number(share) <= 1)) issues.push(issue('share', 'NOT_A_SHARE', { value: share }))
  if (plannedUntil !== null && plannedUntil < validFrom)
    issues.push(issue('plannedUntil', 'END_BEFORE_START', { validFrom, validTo: plannedUntil }))
  if (reviewOn !== null && reviewOn < validFrom) issues.push(issue('reviewOn', 'END_BEFORE_START', { validFrom, validTo: reviewOn }))
  if (flowIn !== null) issues.push(...codeIssues('flowIn', FLOWS_IN, flowIn))
  if (flowOut !== null) issues.push(...codeIssues('flowOut', FLOWS_OUT, flowOut))
  return issues
}

/** An appointment to be judged beside the person's others, with the names that messages need. */
export interface AppointmentOfPerson extends Period {
  readonly id: string
  readonly kind: AppointmentKind
  readonly institutionId: string | null
  /** The institution's name, or where it is elsewhere. */
  readonly host: string
  /** The person's home is outside of what is recorded. */
  readonly homeElsewhere: boolean
}

/**
 * The rules over all appointments of one person: one home at a time (任职、返聘); no two postings down at once; not twice in the same kind at
 * the same institution; and, but for those whose home is elsewhere, everything else only while there is a home. `path` is where they stand.
 */
export function appointmentsIssues(person: string, all: readonly AppointmentOfPerson[], path = 'effectiveOn'): Issue[] {
  const issues = clashIssues(person, all, path)
  const homes = all.filter(({ kind }) => appointmentKindRules(kind).home)
  for (const one of all) {
    if (appointmentKindRules(one.kind).home || one.homeElsewhere) continue
    const [without] = gaps(one, homes)
    if (without) issues.push(issue(path, 'NO_PRIMARY', { person, day: without.validFrom, kind: appointmentKindRules(one.kind).label }))
  }
  return issues
}

/** Of these rules those of two appointments that cannot be at once. */
export function clashIssues(person: string, all: readonly AppointmentOfPerson[], path = 'effectiveOn'): Issue[] {
  const issues: Issue[] = []
  all.forEach((one, at) => {
    for (const other of all.slice(at + 1)) {
      if (one.id === other.id || !overlaps(one, other)) continue
      const said = { person, host: other.host, period: periodText(other) }
      const names = [one, other].flatMap(({ institutionId }) => institutionId ?? [])
      const home = appointmentKindRules(one.kind).home && appointmentKindRules(other.kind).home
      if (home) issues.push(naming(issue(path, 'ALREADY_PRIMARY', said), names))
      else if (one.kind === 'POSTED_DOWN' && other.kind === 'POSTED_DOWN') issues.push(naming(issue(path, 'ALREADY_POSTED', said), names))
      else if (one.kind === other.kind && one.institutionId !== null && one.institutionId === other.institutionId)
        issues.push(naming(issue('institutionId', 'ALREADY_APPOINTED', { ...said, kind: appointmentKindRules(one.kind).label }), names))
    }
  })
  return issues
}
