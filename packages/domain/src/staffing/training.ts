import type { Cited } from '../cited.ts'
import { codeIssues } from '../code-list.ts'
import { TRAINING_PROGRAMMES, type TrainingProgramme } from '../code-lists/training-programme.ts'
import type { DatedRow, Recorded } from '../dated.ts'
import type { IsoDate } from '../day.ts'
import { issue, type Issue } from '../issue.ts'
import { regionCodeIssues } from '../region.ts'
import { countIssues, lengthIssues } from '../value-issues.ts'
import type { CohortState, RecruitmentChannel } from './terms.ts'

/** 培养队列: people trained together for primary care. Counts stand alone where nobody is named; `null`: not known. */
export interface TrainingCohortValue extends Cited {
  readonly programme: TrainingProgramme
  readonly name: string
  /** The year it began; `null` where the report does not say. */
  readonly startYear: number | null
  readonly planned: number | null
  readonly enrolled: number | null
  readonly interns: number | null
  readonly graduated: number | null
  readonly placed: number | null
  /** Posts that are there for its graduates. */
  readonly posts: number | null
  /** Years of service owed. */
  readonly obligationYears: number | null
  readonly institutionIds: readonly string[]
  /** The day, month or half-year for which the counts are reported, as written: 2023H1. */
  readonly reportedFor: string | null
  /** It is planned, not under way. */
  readonly target: boolean
}
export interface TrainingCohort extends Recorded, TrainingCohortValue {
  readonly rowId: string
  readonly id: string
  readonly regionCode: string
}

/** How far one person of a cohort is. */
export interface CohortMemberValue extends Cited {
  readonly state: CohortState
}
export interface CohortMember extends DatedRow, CohortMemberValue {
  readonly cohortId: string
  readonly personId: string
}

/** 招聘: one drive, with its channel and how far it came; `postPool`: posts of an alliance were competed for. */
export interface RecruitmentDriveValue extends Cited {
  readonly name: string
  readonly channel: RecruitmentChannel | null
  readonly posts: number | null
  readonly applicants: number | null
  readonly hired: number | null
  readonly openedOn: IsoDate | null
  readonly closedOn: IsoDate | null
  readonly postPool: boolean
  readonly institutionIds: readonly string[]
  readonly reportedFor: string | null
  readonly target: boolean
}
export interface RecruitmentDrive extends Recorded, RecruitmentDriveValue {
  readonly rowId: string
  readonly id: string
  readonly regionCode: string
}

/** 师徒结对: of two people, or a number of pairs that a report counts. */
export interface MentorshipValue extends Cited {
  /** Pairs; 1 where two people are named, `null` where the report does not count. */
  readonly pairs: number | null
  readonly institutionIds: readonly string[]
  readonly content: string | null
}
export interface Mentorship extends DatedRow, MentorshipValue {
  readonly regionCode: string
  readonly mentorId: string | null
  readonly menteeId: string | null
}

const years = (path: string, year: number | null): Issue[] =>
  year === null || (Number.isInteger(year) && year >= 1949 && year <= 2100) ? [] : [issue(path, 'NOT_A_YEAR', { value: year })]

function named(name: string): Issue[] {
  return [...(name.trim() === '' ? [issue('name', 'REQUIRED')] : []), ...lengthIssues({ name: [name, 100] })]
}

/** Issues of a cohort alone: its counts are counts. Whether they agree is said beside them, not refused: reports differ. */
export function trainingCohortIssues(regionCode: string, cohort: TrainingCohortValue): Issue[] {
  const { programme, name, startYear, obligationYears, reportedFor } = cohort
  const issues: Issue[] = [
    ...regionCodeIssues('regionCode', regionCode),
    ...codeIssues('programme', TRAINING_PROGRAMMES, programme),
    ...named(name),
    ...years('startYear', startYear),
    ...lengthIssues({ reportedFor: [reportedFor, 30] }),
  ]
  for (const path of ['planned', 'enrolled', 'interns', 'graduated', 'placed', 'posts'] as const)
    issues.push(...countIssues(path, cohort[path]))
  if (obligationYears !== null && (!Number.isInteger(obligationYears) || obligationYears < 0 || obligationYears > 30))
    issues.push(issue('obligationYears', 'NOT_A_COUNT', { value: obligationYears, min: 0 }))
  return issues
}

/** Issues of a drive alone. */
export function recruitmentDriveIssues(regionCode: string, drive: RecruitmentDriveValue): Issue[] {
  const { name, openedOn, closedOn, reportedFor } = drive
  const issues: Issue[] = [
    ...regionCodeIssues('regionCode', regionCode),
    ...named(name),
    ...lengthIssues({ reportedFor: [reportedFor, 30] }),
  ]
  for (const path of ['posts', 'applicants', 'hired'] as const) issues.push(...countIssues(path, drive[path]))
  if (openedOn !== null && closedOn !== null && closedOn < openedOn)
    issues.push(issue('closedOn', 'END_BEFORE_START', { validFrom: openedOn, validTo: closedOn }))
  return issues
}

/** Issues of a mentorship alone: two people, or a count at institutions. */
export function mentorshipIssues(
  { regionCode, mentorId, menteeId }: { readonly regionCode: string; readonly mentorId: string | null; readonly menteeId: string | null },
  { pairs, content }: MentorshipValue,
): Issue[] {
  const issues: Issue[] = [
    ...regionCodeIssues('regionCode', regionCode),
    ...countIssues('pairs', pairs),
    ...lengthIssues({ content: [content, 500] }),
  ]
  if ((mentorId === null) !== (menteeId === null)) issues.push(issue(mentorId === null ? 'mentorId' : 'menteeId', 'REQUIRED'))
  if (mentorId !== null && mentorId === menteeId) issues.push(issue('menteeId', 'MENTOR_OF_SELF'))
  return issues
}
