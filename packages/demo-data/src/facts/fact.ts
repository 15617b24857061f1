import type { AllianceKind } from '@yilian/domain/alliance-kind.ts'
import type { AllianceStage } from '@yilian/domain/alliance.ts'
import type { ManagementDomain } from '@yilian/domain/code-lists/management-domain.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import type { InstitutionValue } from '@yilian/domain/institution.ts'
import type { MembershipRole } from '@yilian/domain/membership-role.ts'
import type { PolicyDocumentValue } from '@yilian/domain/policy-document.ts'
import type { SharedServiceKind } from '@yilian/domain/shared-service.ts'
import type { ManagementState } from '@yilian/domain/unified-management.ts'

import type { ProjectFact } from './project-fact.ts'

/**
 * Facts as they were read from one published report. Institutions are named by their name, documents by their title. `source` says
 * where in the report; `sourceNote` what the report does not say (a name put together, a day assumed, a value derived).
 */
export interface ReportFacts {
  /** Six digits. */
  readonly countyCode: string
  /**
   * The day the report describes. Where it gives no starting day, a thing is recorded as in force from this day: the first on which it
   * is known to be, and the least one can assume. Its note says so. An institution named without its founding starts at `UNKNOWN_START`.
   */
  readonly describedOn: IsoDate
  readonly documents: readonly PolicyDocumentValue[]
  readonly institutions: readonly InstitutionFact[]
  readonly alliances: readonly AllianceFact[]
  readonly projects: readonly ProjectFact[]
}

type Known = Pick<InstitutionValue, 'name' | 'category' | 'regionCode' | 'source'>
/** What is known of an institution; what is left out is not reported. */
export interface InstitutionFact extends Known, Partial<Omit<InstitutionValue, keyof Known | 'parentId' | 'documentId'>> {
  readonly code: string
  readonly parent?: string
  /** First day; `UNKNOWN_START` when left out. */
  readonly from?: IsoDate
}

interface Sourced {
  readonly source: string
  readonly sourceNote?: string
}

/** An alliance and all that a report says belongs to it. */
export interface AllianceFact extends Sourced {
  readonly code: string
  readonly name: string
  readonly kind: AllianceKind
  readonly stage: AllianceStage
  readonly specialty?: string
  readonly purpose?: string
  readonly document?: string
  /** First day; the day the report describes when left out. Everything that belongs to the alliance starts with it. */
  readonly from?: IsoDate
  readonly members?: readonly MemberFact[]
  readonly vacancy?: VacancyFact
  readonly dispute?: DisputeFact
  readonly unifiedManagement?: readonly UnifiedManagementFact[]
  readonly services?: readonly ServiceFact[]
}

/** Who is in it, by name. */
export interface MemberFact extends Sourced {
  readonly institution: string
  readonly role: MembershipRole
}

/** Why nobody leads it. */
export interface VacancyFact extends Sourced {
  readonly reason: string
}

/** Whom it chose, and whom an authority mandates, by name. */
export interface DisputeFact extends Sourced {
  readonly chosen: string
  readonly mandated: string
  readonly authority: string
  readonly summary: string
}

/** How far it has come in some management domains. */
export interface UnifiedManagementFact extends Sourced {
  readonly domains: readonly ManagementDomain[]
  readonly state: ManagementState
}

/** A service for all members; the reports do not say who runs it. */
export interface ServiceFact extends Sourced {
  readonly kind: SharedServiceKind
  readonly name: string
  readonly planned: boolean
}
