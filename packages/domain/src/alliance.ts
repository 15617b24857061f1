import type { AllianceKind } from './alliance-kind.ts'
import { allianceKindRules } from './alliance-kind.ts'
import type { Cited } from './cited.ts'
import type { DatedRow } from './dated.ts'
import { periodsText, periodText } from './dated.ts'
import { issue, type Issue } from './issue.ts'
import type { Text } from './locale.ts'
import type { MembershipRole } from './membership-role.ts'
import { contains, gaps, overlaps, type Period, union } from './period.ts'

/** How far an alliance has come. */
export const ALLIANCE_STAGES = {
  PLANNED: { zh: '筹划', en: 'Planned' },
  PILOT: { zh: '试点', en: 'Pilot' },
  OPERATING: { zh: '运行', en: 'Operating' },
} as const satisfies Record<string, Text>
export type AllianceStage = keyof typeof ALLIANCE_STAGES

/** Who leads on a day: an institution, nobody by a declared vacancy, contested in an open dispute, or no lead is needed. */
export const LEAD_STATES = {
  HELD: { zh: '已明确', en: 'Held' },
  VACANT: { zh: '空缺', en: 'Vacant' },
  DISPUTED: { zh: '有争议', en: 'Disputed' },
  NOT_REQUIRED: { zh: '不设', en: 'Not required' },
} as const satisfies Record<string, Text>
export type LeadState = keyof typeof LEAD_STATES

/** What may change about an alliance while it stays the same alliance. */
export interface AllianceValue extends Cited {
  readonly name: string
  readonly stage: AllianceStage
  /** For specialty alliances: the specialty, e.g. 眼科. */
  readonly specialty: string | null
  readonly purpose: string | null
}

/** What never changes about an alliance. */
export interface AllianceIdentity {
  readonly id: string
  readonly code: string
  readonly countyCode: string
  readonly kind: AllianceKind
}

export type Alliance = DatedRow & AllianceValue & AllianceIdentity

/** Issues of the attributes alone. */
export function allianceIssues(value: Pick<AllianceValue, 'name' | 'purpose' | 'specialty'>): Issue[] {
  const issues: Issue[] = []
  if (value.name.trim() === '') issues.push(issue('name', 'REQUIRED'))
  if (value.name.length > 100) issues.push(issue('name', 'TOO_LONG', { max: 100 }))
  if ((value.specialty?.length ?? 0) > 50) issues.push(issue('specialty', 'TOO_LONG', { max: 50 }))
  if ((value.purpose?.length ?? 0) > 1000) issues.push(issue('purpose', 'TOO_LONG', { max: 1000 }))
  return issues
}

/** A membership as the rules of an alliance see it. */
export interface MemberPeriod extends Period {
  readonly institutionId: string
  readonly institutionName: string
  readonly role: MembershipRole
}

/** Everything that belongs to one alliance, over all time, as known now. */
export interface AllianceStructure {
  readonly kind: AllianceKind
  readonly name: string
  readonly life: readonly Period[]
  readonly members: readonly MemberPeriod[]
  readonly vacancies: readonly Period[]
  readonly disputes: readonly Period[]
}

/**
 * The rules of an alliance over its whole life: one lead at a time; where the kind requires one, on every day a lead, a
 * vacancy or an open dispute; nobody is lead while the place is declared vacant; members only while it exists.
 */
export function allianceStructureIssues({ kind, name, life, members, vacancies, disputes }: AllianceStructure): Issue[] {
  const issues: Issue[] = []
  const leads = members.filter(({ role }) => role === 'LEAD')
  leads.forEach((lead, index) => {
    const other = leads.slice(0, index).find((one) => overlaps(one, lead))
    if (other)
      issues.push(
        issue('leadId', 'TWO_LEADS', {
          alliance: name,
          first: other.institutionName,
          since: other.validFrom,
          second: lead.institutionName,
        }),
      )
    if (vacancies.some((vacancy) => overlaps(vacancy, lead)))
      issues.push(issue('vacancyReason', 'LEAD_WHILE_VACANT', { alliance: name, lead: lead.institutionName, period: periodText(lead) }))
  })
  for (const member of members) {
    if (!union(life).some((stretch) => contains(stretch, member))) {
      issues.push(
        issue('effectiveOn', 'MEMBER_OUTSIDE_ALLIANCE', {
          institution: member.institutionName,
          alliance: name,
          period: periodText(member),
          life: periodsText(life),
        }),
      )
    }
  }
  if (allianceKindRules(kind).leadRequired) {
    for (const day of union(life).flatMap((stretch) => gaps(stretch, [...leads, ...vacancies, ...disputes]))) {
      issues.push(issue('leadId', 'LEAD_REQUIRED', { alliance: name, period: periodText(day) }))
    }
  }
  return issues
}

/** What belongs to an alliance for some days: a vacancy, a dispute, unified management of a domain, a shared service. */
export interface BelongingPeriod extends Period {
  readonly what: Text
}

/** Nothing belongs to an alliance on days on which it does not exist. */
export function belongingIssues({ name, life }: Pick<AllianceStructure, 'name' | 'life'>, belongings: readonly BelongingPeriod[]): Issue[] {
  const whole = union(life)
  return belongings
    .filter((one) => !whole.some((stretch) => contains(stretch, one)))
    .map((one) =>
      issue('effectiveOn', 'OUTSIDE_ALLIANCE', {
        what: one.what,
        alliance: name,
        period: periodText(one),
        life: periodsText(whole),
      }),
    )
}
