// Written by `pnpm generate` from the migrated database.

import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { AllianceKind } from '@yilian/domain/alliance-kind.ts'
import type { Decimal } from '@yilian/domain/decimal.ts'
import type { InstitutionCategory } from '@yilian/domain/code-lists/institution-category.ts'
import type { Ownership } from '@yilian/domain/code-lists/ownership.ts'
import type { Affiliation } from '@yilian/domain/code-lists/affiliation.ts'
import type { EconomicType } from '@yilian/domain/code-lists/economic-type.ts'
import type { ManagementClass } from '@yilian/domain/code-lists/management-class.ts'
import type { ManagementDomain } from '@yilian/domain/code-lists/management-domain.ts'
import type { SharedServiceKind } from '@yilian/domain/shared-service.ts'
import type { ProjectKind } from '@yilian/domain/construction/project-kind.ts'
import type { ProjectStage } from '@yilian/domain/construction/stage.ts'
import type { SuspensionCause, ProjectPartyRole } from '@yilian/domain/construction/terms.ts'
import type { FundingSource } from '@yilian/domain/construction/funding-source.ts'
import type { ContractChange } from '@yilian/domain/construction/contract.ts'
import type { AlertRule } from '@yilian/domain/construction/alert.ts'
import type { Sex, Education, Degree } from '@yilian/domain/code-lists/education.ts'
import type { WorkClass, Profession, PhysicianCategory } from '@yilian/domain/code-lists/profession.ts'
import type { TitleLevel } from '@yilian/domain/code-lists/title-level.ts'
import type { EstablishmentType } from '@yilian/domain/code-lists/establishment-type.ts'
import type { ManagementPost, FlowIn, FlowOut } from '@yilian/domain/code-lists/staff-flow.ts'
import type { TrainingProgramme } from '@yilian/domain/code-lists/training-programme.ts'
import type { AppointmentKind } from '@yilian/domain/staffing/appointment-kind.ts'
import type { Leadership, LicenceKind, RecruitmentChannel } from '@yilian/domain/staffing/terms.ts'
import type { Yuan } from '@yilian/domain/money.ts'
import type { ImportColumn } from '@yilian/domain/import-run.ts'
import type { Issue } from '@yilian/domain/issue.ts'
import type { Role } from '@yilian/domain/access/role.ts'
import type { WorkArea } from '@yilian/domain/access/work-area.ts'
import type { AuditKind } from '@yilian/domain/audit.ts'
import type { Instant, IsoDate } from '@yilian/domain/day.ts'

/** Read as a value, written as `JSON.stringify` made it. */
type Json<T = unknown> = ColumnType<T, string, string>

/** The same with a default. */
type GeneratedJson<T = unknown> = ColumnType<T, string | undefined, string>

export interface AlertAcknowledgementTable {
  rowId: Generated<string>
  id: string
  projectId: string
  rule: AlertRule
  subject: string
  reason: string
  recordedFrom: Instant
  recordedTo: Instant | null
  recordedBy: number
  closedBy: number | null
}

export interface AllianceTable {
  id: string
  code: string
  countyCode: string
  kind: AllianceKind
}

export interface AllianceMeetingTable {
  rowId: Generated<string>
  id: string
  allianceId: string
  heldOn: IsoDate
  title: string
  summary: string | null
  attendeeIds: Generated<string[]>
  documentId: string | null
  source: string | null
  recordedFrom: Instant
  recordedTo: Instant | null
  recordedBy: number
  closedBy: number | null
}

export interface AllianceVersionTable {
  rowId: Generated<string>
  id: string
  name: string
  stage: 'PLANNED' | 'PILOT' | 'OPERATING'
  specialty: string | null
  purpose: string | null
  documentId: string | null
  source: string | null
  sourceNote: string | null
  validFrom: IsoDate
  validTo: IsoDate | null
  recordedFrom: Instant
  recordedTo: Instant | null
  recordedBy: number
  closedBy: number | null
}

export interface ApiTokenTable {
  id: Generated<string>
  userId: string
  name: string
  hash: string
  prefix: string
  readOnly: Generated<boolean>
  grantIds: string[] | null
  expiresAt: Instant
  lastUsedAt: Instant | null
  lastUsedFrom: string | null
  createdAt: Generated<Instant>
  revokedAt: Instant | null
  revokedBy: string | null
}

export interface AppointmentTable {
  rowId: Generated<string>
  id: string
  personId: string
  kind: AppointmentKind
  institutionId: string | null
  elsewhere: string | null
  homeId: string | null
  homeElsewhere: string | null
  postId: string | null
  leadership: Leadership | null
  title: string | null
  share: Decimal | null
  plannedUntil: IsoDate | null
  reviewOn: IsoDate | null
  flowIn: FlowIn | null
  flowOut: FlowOut | null
  documentId: string | null
  source: string | null
  sourceNote: string | null
  validFrom: IsoDate
  validTo: IsoDate | null
  recordedFrom: Instant
  recordedTo: Instant | null
  recordedBy: number
  closedBy: number | null
}

export interface AuditBlockTable {
  id: Generated<number>
  number: number | null
  transactionId: Generated<string>
  digest: Buffer | null
  hash: Buffer | null
}

export interface AuditEntryTable {
  id: Generated<number>
  blockId: number
  at: Instant
  kind: AuditKind
  tableName: string | null
  rowKey: string | null
  subjectIds: string[]
  countyCode: string | null
  before: Json<Readonly<Record<string, unknown>>> | null
  after: Json<Readonly<Record<string, unknown>>> | null
  actorId: string | null
  actorName: string | null
  requestId: string | null
  reason: string | null
  address: string | null
  changeId: number | null
  databaseUser: string
  outside: boolean
  hash: Buffer
}

export interface AuditTableTable {
  name: string
  keys: string[] | null
  subjects: Generated<string[]>
  secrets: Generated<string[]>
  unwatched: Generated<string[]>
  exempt: string | null
  privileges: string | null
}

export interface ChangeTable {
  id: GeneratedAlways<number>
  command: string
  correction: Generated<boolean>
  effectiveOn: IsoDate | null
  recordedAt: Generated<Instant>
  actorId: string
  actorName: string
  requestId: string | null
  note: string | null
  documentId: string | null
  countyCode: string | null
  undoes: number | null
}

export interface ChangeSubjectTable {
  subjectId: string
  changeId: number
}

export interface CohortMemberTable {
  rowId: Generated<string>
  id: string
  cohortId: string
  personId: string
  state: 'ENROLLED' | 'INTERN' | 'GRADUATED' | 'PLACED' | 'LEFT'
  documentId: string | null
  source: string | null
  sourceNote: string | null
  validFrom: IsoDate
  validTo: IsoDate | null
  recordedFrom: Instant
  recordedTo: Instant | null
  recordedBy: number
  closedBy: number | null
}

export interface ConstructionProjectTable {
  id: string
  code: string
  countyCode: string
}

export interface ConstructionProjectVersionTable {
  rowId: Generated<string>
  id: string
  name: string
  nationalCode: string | null
  kind: ProjectKind
  institutionIds: Generated<string[]>
  regionCode: string
  parentId: string | null
  owner: string | null
  description: string | null
  unitCount: Generated<number>
  area: Decimal | null
  beds: number | null
  sets: number | null
  documentId: string | null
  source: string | null
  sourceNote: string | null
  recordedFrom: Instant
  recordedTo: Instant | null
  recordedBy: number
  closedBy: number | null
}

export interface DepartmentTable {
  id: Generated<string>
  countyCode: string
  name: string
  closedOn: IsoDate | null
}

export interface EstablishmentQuotaTable {
  rowId: Generated<string>
  id: string
  institutionId: string | null
  poolId: string | null
  postClass: 'MANAGEMENT' | 'TECHNICAL' | 'WORKER'
  count: number
  documentId: string | null
  source: string | null
  sourceNote: string | null
  validFrom: IsoDate
  validTo: IsoDate | null
  recordedFrom: Instant
  recordedTo: Instant | null
  recordedBy: number
  closedBy: number | null
}

export interface FundReceiptTable {
  rowId: Generated<string>
  id: string
  projectId: string
  fundingLineId: string
  receivedOn: IsoDate
  dayKnown: boolean
  amount: Yuan
  documentId: string | null
  source: string | null
  sourceNote: string | null
  recordedFrom: Instant
  recordedTo: Instant | null
  recordedBy: number
  closedBy: number | null
}

export interface FundingLineTable {
  rowId: Generated<string>
  id: string
  projectId: string
  fundingSource: FundingSource
  name: string | null
  planned: Yuan | null
  shareGroup: string | null
  sharePart: number | null
  documentId: string | null
  source: string | null
  sourceNote: string | null
  recordedFrom: Instant
  recordedTo: Instant | null
  recordedBy: number
  closedBy: number | null
}

export interface FundingYearTable {
  rowId: Generated<string>
  id: string
  projectId: string
  fundingLineId: string
  year: number
  amount: Yuan
  documentId: string | null
  source: string | null
  sourceNote: string | null
  recordedFrom: Instant
  recordedTo: Instant | null
  recordedBy: number
  closedBy: number | null
}

export interface ImportRowTable {
  runId: string
  rowNumber: number
  cells: string[]
  state: 'NEW' | 'CHANGED' | 'UNCHANGED' | 'WRONG' | 'WRITTEN' | 'SKIPPED' | null
  issues: GeneratedJson<Issue[]>
  factId: string | null
  baseVersion: number | null
}

export interface ImportRunTable {
  id: Generated<string>
  kind: 'INSTITUTIONS' | 'MEMBERSHIPS' | 'PROJECTS' | 'FUNDING' | 'FUND_FLOWS' | 'PROGRESS_REPORTS' | 'PEOPLE' | 'OC4IDS'
  fileName: string
  countyCode: string
  state: 'READING' | 'CHECKING' | 'CHECKED' | 'WRITING' | 'DONE' | 'FAILED' | 'CANCELLED'
  columns: GeneratedJson<ImportColumn[]>
  rowsTotal: Generated<number>
  rowsDone: Generated<number>
  rowsRight: Generated<number>
  rowsWrong: Generated<number>
  rowsUnchanged: Generated<number>
  failure: Json<Issue> | null
  actorId: string
  actorName: string
  requestId: string | null
  createdAt: Generated<Instant>
  finishedAt: Instant | null
}

export interface InstitutionTable {
  id: string
  code: string
  countyCode: string
}

export interface InstitutionLineageTable {
  rowId: Generated<string>
  id: string
  kind: 'MERGED_INTO' | 'SPLIT_FROM'
  fromId: string
  toId: string
  effectiveOn: IsoDate
  recordedFrom: Instant
  recordedTo: Instant | null
  recordedBy: number
  closedBy: number | null
}

export interface InstitutionVersionTable {
  rowId: Generated<string>
  id: string
  name: string
  aliases: Generated<string[]>
  category: InstitutionCategory
  level: 'LEVEL_3' | 'LEVEL_2' | 'LEVEL_1' | 'NONE' | 'UNREPORTED'
  grade: 'SPECIAL' | 'A' | 'B' | 'C' | 'UNGRADED' | 'UNREPORTED'
  targetLevel: 'LEVEL_3' | 'LEVEL_2' | 'LEVEL_1' | 'NONE' | 'UNREPORTED' | null
  targetGrade: 'SPECIAL' | 'A' | 'B' | 'C' | 'UNGRADED' | 'UNREPORTED' | null
  status: 'PREPARING' | 'OPERATING' | 'SUSPENDED' | 'CLOSED' | 'MERGED'
  regionCode: string
  parentId: string | null
  ownership: Ownership | null
  affiliation: Affiliation | null
  economicType: EconomicType | null
  managementClass: ManagementClass | null
  creditCode: string | null
  unitCount: Generated<number>
  beds: number | null
  siteArea: Decimal | null
  buildingArea: Decimal | null
  servedPopulation: number | null
  equipment: GeneratedJson
  address: string | null
  documentId: string | null
  source: string | null
  sourceNote: string | null
  validFrom: IsoDate
  validTo: IsoDate | null
  recordedFrom: Instant
  recordedTo: Instant | null
  recordedBy: number
  closedBy: number | null
}

export interface LeadDisputeTable {
  rowId: Generated<string>
  id: string
  allianceId: string
  chosenId: string | null
  mandatedId: string | null
  authority: string
  summary: string | null
  documentId: string | null
  source: string | null
  sourceNote: string | null
  validFrom: IsoDate
  validTo: IsoDate | null
  recordedFrom: Instant
  recordedTo: Instant | null
  recordedBy: number
  closedBy: number | null
}

export interface LeadVacancyTable {
  rowId: Generated<string>
  id: string
  allianceId: string
  reason: string
  documentId: string | null
  source: string | null
  sourceNote: string | null
  validFrom: IsoDate
  validTo: IsoDate | null
  recordedFrom: Instant
  recordedTo: Instant | null
  recordedBy: number
  closedBy: number | null
}

export interface LicenceTable {
  rowId: Generated<string>
  id: string
  personId: string
  kind: LicenceKind
  number: string | null
  category: PhysicianCategory | null
  scope: string | null
  institutionId: string | null
  issuedOn: IsoDate | null
  expiresOn: IsoDate | null
  documentId: string | null
  source: string | null
  sourceNote: string | null
  validFrom: IsoDate
  validTo: IsoDate | null
  recordedFrom: Instant
  recordedTo: Instant | null
  recordedBy: number
  closedBy: number | null
}

export interface MembershipTable {
  rowId: Generated<string>
  id: string
  allianceId: string
  institutionId: string
  role: 'LEAD' | 'MEMBER' | 'SUPPORTING'
  exclusiveGroup: string | null
  legalPersonKept: boolean | null
  documentId: string | null
  source: string | null
  sourceNote: string | null
  validFrom: IsoDate
  validTo: IsoDate | null
  recordedFrom: Instant
  recordedTo: Instant | null
  recordedBy: number
  closedBy: number | null
}

export interface MentorshipTable {
  rowId: Generated<string>
  id: string
  regionCode: string
  mentorId: string | null
  menteeId: string | null
  pairs: number | null
  institutionIds: Generated<string[]>
  content: string | null
  documentId: string | null
  source: string | null
  sourceNote: string | null
  validFrom: IsoDate
  validTo: IsoDate | null
  recordedFrom: Instant
  recordedTo: Instant | null
  recordedBy: number
  closedBy: number | null
}

export interface PersonTable {
  id: string
  code: string
  countyCode: string
}

export interface PersonPersonalTable {
  personId: string
  phoneEncrypted: string | null
  phoneHash: string | null
  identityNumberEncrypted: string | null
  identityNumberHash: string | null
}

export interface PersonVersionTable {
  rowId: Generated<string>
  id: string
  name: string
  sex: Sex | null
  birthDate: IsoDate | null
  ethnicity: string | null
  education: Education | null
  degree: Degree | null
  major: string | null
  workClass: WorkClass | null
  profession: Profession | null
  physicianCategory: PhysicianCategory | null
  titleQualified: TitleLevel | null
  titleQualifiedOn: IsoDate | null
  titleAppointed: TitleLevel | null
  titleAppointedOn: IsoDate | null
  establishmentType: EstablishmentType | null
  managementPost: ManagementPost | null
  department: string | null
  workStartedOn: IsoDate | null
  specialty: string | null
  generalPractitioner: 'GP' | 'ASSISTANT_GP' | 'TRANSFER_GP' | 'RURAL_GP' | null
  synthetic: boolean
  documentId: string | null
  source: string | null
  sourceNote: string | null
  validFrom: IsoDate
  validTo: IsoDate | null
  recordedFrom: Instant
  recordedTo: Instant | null
  recordedBy: number
  closedBy: number | null
  identityDocument: string | null
  departmentCode: string | null
  officePhone: string | null
  specialty2: string | null
  specialty3: string | null
  multiSite: boolean | null
  secondSite: string | null
  thirdSite: string | null
  residencyCertified: boolean | null
  residencyCertificate: string | null
  gpRegistered: boolean | null
  gpCertificate: string | null
  postedToVillage: boolean | null
  statisticsWork: boolean | null
}

export interface PhotoContentTable {
  id: string
  sha256: string
  image: Buffer
  thumbnail: Buffer
}

export interface PolicyDocumentTable {
  id: string
  countyCode: string | null
}

export interface PolicyDocumentVersionTable {
  rowId: Generated<string>
  id: string
  number: string | null
  title: string
  issuer: string | null
  issuedOn: IsoDate | null
  url: string | null
  source: string | null
  recordedFrom: Instant
  recordedTo: Instant | null
  recordedBy: number
  closedBy: number | null
}

export interface PostTable {
  rowId: Generated<string>
  id: string
  institutionId: string | null
  allianceId: string | null
  postClass: 'MANAGEMENT' | 'TECHNICAL' | 'WORKER'
  title: string
  grade: string | null
  count: number
  frozen: boolean
  leadership: Leadership | null
  documentId: string | null
  source: string | null
  sourceNote: string | null
  validFrom: IsoDate
  validTo: IsoDate | null
  recordedFrom: Instant
  recordedTo: Instant | null
  recordedBy: number
  closedBy: number | null
}

export interface ProgressReportTable {
  rowId: Generated<string>
  id: string
  projectId: string
  month: string
  state: 'DRAFT' | 'SUBMITTED' | 'ACCEPTED' | 'RETURNED'
  stage: ProjectStage | null
  wording: string | null
  percent: Decimal | null
  investmentMonth: Yuan | null
  investmentToDate: Yuan | null
  unitsDone: number | null
  workers: number | null
  safety: string | null
  nextSteps: string | null
  returnReason: string | null
  documentId: string | null
  source: string | null
  recordedFrom: Instant
  recordedTo: Instant | null
  recordedBy: number
  closedBy: number | null
}

export interface ProjectApprovalTable {
  rowId: Generated<string>
  id: string
  projectId: string
  stage: ProjectStage
  number: string | null
  authority: string | null
  approvedOn: IsoDate | null
  investment: Yuan | null
  area: Decimal | null
  beds: number | null
  documentId: string | null
  source: string | null
  sourceNote: string | null
  recordedFrom: Instant
  recordedTo: Instant | null
  recordedBy: number
  closedBy: number | null
}

export interface ProjectContractTable {
  rowId: Generated<string>
  id: string
  projectId: string
  role: ProjectPartyRole
  party: string
  number: string | null
  signedOn: IsoDate | null
  amount: Yuan | null
  startsOn: IsoDate | null
  endsOn: IsoDate | null
  changes: GeneratedJson<ContractChange[]>
  documentId: string | null
  source: string | null
  sourceNote: string | null
  recordedFrom: Instant
  recordedTo: Instant | null
  recordedBy: number
  closedBy: number | null
}

export interface ProjectMilestoneTable {
  rowId: Generated<string>
  id: string
  projectId: string
  stage: ProjectStage
  baselineOn: IsoDate | null
  replannedOn: IsoDate | null
  forecastOn: IsoDate | null
  wording: string | null
  reason: string | null
  documentId: string | null
  source: string | null
  sourceNote: string | null
  recordedFrom: Instant
  recordedTo: Instant | null
  recordedBy: number
  closedBy: number | null
}

export interface ProjectPaymentTable {
  rowId: Generated<string>
  id: string
  projectId: string
  fundingLineId: string | null
  contractId: string | null
  paidOn: IsoDate
  dayKnown: boolean
  amount: Yuan
  advance: boolean
  payee: string | null
  purpose: string | null
  documentId: string | null
  source: string | null
  sourceNote: string | null
  recordedFrom: Instant
  recordedTo: Instant | null
  recordedBy: number
  closedBy: number | null
}

export interface ProjectProblemTable {
  rowId: Generated<string>
  id: string
  projectId: string
  text: string
  responsible: string | null
  foundOn: IsoDate | null
  dueOn: IsoDate | null
  resolvedOn: IsoDate | null
  resolution: string | null
  documentId: string | null
  source: string | null
  sourceNote: string | null
  recordedFrom: Instant
  recordedTo: Instant | null
  recordedBy: number
  closedBy: number | null
}

export interface ProjectStageTable {
  rowId: Generated<string>
  id: string
  projectId: string
  stage: ProjectStage | null
  wording: string | null
  basis: 'STATED' | 'MAPPED' | 'INFERRED' | 'NOT_STATED'
  startKnown: boolean
  unitsDone: number | null
  reason: string | null
  documentId: string | null
  source: string | null
  sourceNote: string | null
  validFrom: IsoDate
  validTo: IsoDate | null
  recordedFrom: Instant
  recordedTo: Instant | null
  recordedBy: number
  closedBy: number | null
}

export interface ProjectSuspensionTable {
  rowId: Generated<string>
  id: string
  projectId: string
  cause: SuspensionCause
  responsibleParty: string | null
  detail: string | null
  startKnown: boolean
  endKnown: boolean
  observedOn: IsoDate | null
  documentId: string | null
  source: string | null
  sourceNote: string | null
  validFrom: IsoDate
  validTo: IsoDate | null
  recordedFrom: Instant
  recordedTo: Instant | null
  recordedBy: number
  closedBy: number | null
}

export interface QuotaExceptionTable {
  rowId: Generated<string>
  id: string
  institutionId: string
  postClass: 'MANAGEMENT' | 'TECHNICAL' | 'WORKER'
  count: number
  reason: string
  documentId: string
  source: string | null
  sourceNote: string | null
  validFrom: IsoDate
  validTo: IsoDate | null
  recordedFrom: Instant
  recordedTo: Instant | null
  recordedBy: number
  closedBy: number | null
}

export interface QuotaLoanTable {
  rowId: Generated<string>
  id: string
  poolId: string | null
  fromId: string | null
  institutionId: string
  postClass: 'MANAGEMENT' | 'TECHNICAL' | 'WORKER'
  count: number
  plannedUntil: IsoDate | null
  documentId: string | null
  source: string | null
  sourceNote: string | null
  validFrom: IsoDate
  validTo: IsoDate | null
  recordedFrom: Instant
  recordedTo: Instant | null
  recordedBy: number
  closedBy: number | null
}

export interface QuotaPoolTable {
  rowId: Generated<string>
  id: string
  regionCode: string
  name: string
  total: number
  documentId: string | null
  source: string | null
  sourceNote: string | null
  validFrom: IsoDate
  validTo: IsoDate | null
  recordedFrom: Instant
  recordedTo: Instant | null
  recordedBy: number
  closedBy: number | null
}

export interface RecruitmentDriveTable {
  rowId: Generated<string>
  id: string
  regionCode: string
  name: string
  channel: RecruitmentChannel | null
  posts: number | null
  applicants: number | null
  hired: number | null
  openedOn: IsoDate | null
  closedOn: IsoDate | null
  postPool: boolean
  institutionIds: Generated<string[]>
  reportedFor: string | null
  target: boolean
  documentId: string | null
  source: string | null
  sourceNote: string | null
  recordedFrom: Instant
  recordedTo: Instant | null
  recordedBy: number
  closedBy: number | null
}

export interface ReferralFlowTable {
  rowId: Generated<string>
  id: string
  allianceId: string
  period: string
  fromId: string
  toId: string
  direction: 'UP' | 'DOWN'
  count: number
  documentId: string | null
  source: string | null
  recordedFrom: Instant
  recordedTo: Instant | null
  recordedBy: number
  closedBy: number | null
}

export interface RegionTable {
  code: string
  level: 'PROVINCE' | 'PREFECTURE' | 'COUNTY' | 'TOWNSHIP' | 'VILLAGE'
  statisticalOnly: Generated<boolean>
}

export interface RegionPopulationTable {
  rowId: Generated<string>
  id: string
  regionCode: string
  year: number
  residents: number
  documentId: string | null
  source: string | null
  sourceNote: string | null
  recordedFrom: Instant
  recordedTo: Instant | null
  recordedBy: number
  closedBy: number | null
}

export interface RegionVersionTable {
  rowId: Generated<string>
  code: string
  name: string
  parentCode: string | null
  source: string | null
  validFrom: IsoDate
  validTo: IsoDate | null
  recordedFrom: Instant
  recordedTo: Instant | null
  recordedBy: number
  closedBy: number | null
}

export interface ReportPhotoTable {
  rowId: Generated<string>
  id: string
  projectId: string
  progressReportId: string
  month: string
  name: string
  width: number
  height: number
  bytes: number
  sha256: string
  recordedFrom: Instant
  recordedTo: Instant | null
  recordedBy: number
  closedBy: number | null
  caption: string | null
}

export interface RoleGrantTable {
  rowId: Generated<string>
  id: string
  userId: string
  role: Role
  scopeKind: 'INSTALLATION' | 'COUNTY' | 'DEPARTMENT' | 'ALLIANCE' | 'INSTITUTION'
  scopeId: string
  workArea: WorkArea | null
  reason: string
  documentId: string | null
  validFrom: IsoDate
  validTo: IsoDate | null
  recordedFrom: Instant
  recordedTo: Instant | null
  recordedBy: number
  closedBy: number | null
}

export interface SearchTermTable {
  subjectId: string
  subject: 'INSTITUTION' | 'ALLIANCE' | 'PROJECT' | 'PERSON'
  countyCode: string
  term: string
}

export interface SharedServiceTable {
  rowId: Generated<string>
  id: string
  allianceId: string
  kind: SharedServiceKind
  name: string
  providerId: string | null
  recipientIds: Generated<string[]>
  servesAll: Generated<boolean>
  planned: Generated<boolean>
  documentId: string | null
  source: string | null
  sourceNote: string | null
  validFrom: IsoDate
  validTo: IsoDate | null
  recordedFrom: Instant
  recordedTo: Instant | null
  recordedBy: number
  closedBy: number | null
}

export interface SignInAddressTable {
  address: string
  failures: number
  countedFrom: Instant
}

export interface StaffCountTable {
  rowId: Generated<string>
  id: string
  regionCode: string
  what: string
  profession: Profession | null
  generalPractitioner: 'GP' | 'ASSISTANT_GP' | 'TRANSFER_GP' | 'RURAL_GP' | null
  institutionIds: Generated<string[]>
  count: number | null
  onDay: IsoDate | null
  period: string | null
  target: boolean
  replaced: boolean
  documentId: string | null
  source: string | null
  sourceNote: string | null
  recordedFrom: Instant
  recordedTo: Instant | null
  recordedBy: number
  closedBy: number | null
}

export interface TrainingCohortTable {
  rowId: Generated<string>
  id: string
  regionCode: string
  programme: TrainingProgramme
  name: string
  startYear: number | null
  planned: number | null
  enrolled: number | null
  interns: number | null
  graduated: number | null
  placed: number | null
  posts: number | null
  obligationYears: number | null
  institutionIds: Generated<string[]>
  reportedFor: string | null
  target: boolean
  documentId: string | null
  source: string | null
  sourceNote: string | null
  recordedFrom: Instant
  recordedTo: Instant | null
  recordedBy: number
  closedBy: number | null
}

export interface UnifiedManagementTable {
  rowId: Generated<string>
  id: string
  allianceId: string
  institutionId: string | null
  domain: ManagementDomain
  state: 'NOT_STARTED' | 'UNDER_WAY' | 'IN_FORCE'
  documentId: string | null
  source: string | null
  sourceNote: string | null
  validFrom: IsoDate
  validTo: IsoDate | null
  recordedFrom: Instant
  recordedTo: Instant | null
  recordedBy: number
  closedBy: number | null
}

export interface UnknownUsernameTable {
  nameHash: string
  failedSignIns: number
  lockedUntil: Instant | null
  lastTriedAt: Instant
}

export interface UsedCodeTable {
  userId: string
  codeHash: string
  usedAt: Instant
}

export interface UserAccountTable {
  id: Generated<string>
  kind: Generated<'PERSON' | 'SERVICE'>
  username: string
  name: string
  departmentId: string | null
  phoneEncrypted: string | null
  phoneHash: string | null
  identityNumberEncrypted: string | null
  identityNumberHash: string | null
  status: Generated<'ACTIVE' | 'DISABLED'>
  demonstration: Generated<boolean>
  mustChangePassword: Generated<boolean>
  passwordChangedAt: Instant | null
  twoFactorEnabled: Generated<boolean>
  failedSignIns: Generated<number>
  lockedUntil: Instant | null
  lastSignInAt: Instant | null
  createdAt: Generated<Instant>
  updatedAt: Generated<Instant>
}

export interface UserCredentialTable {
  id: Generated<string>
  userId: string
  accountId: string
  providerId: string
  password: string | null
  createdAt: Generated<Instant>
  updatedAt: Generated<Instant>
}

export interface UserSearchTermTable {
  userId: string
  term: string
}

export interface UserSessionTable {
  id: Generated<string>
  userId: string
  token: string
  expiresAt: Instant
  ipAddress: string | null
  userAgent: string | null
  createdAt: Generated<Instant>
  lastSeenAt: Generated<Instant>
}

export interface UserTwoFactorTable {
  id: Generated<string>
  userId: string
  secret: string
  backupCodes: string
  verified: Generated<boolean>
  failedVerificationCount: Generated<number>
  lockedUntil: Instant | null
}

export interface UserVerificationTable {
  id: Generated<string>
  identifier: string
  value: string
  expiresAt: Instant
  createdAt: Generated<Instant>
  updatedAt: Generated<Instant>
}

export interface Tables {
  alertAcknowledgement: AlertAcknowledgementTable
  alliance: AllianceTable
  allianceMeeting: AllianceMeetingTable
  allianceVersion: AllianceVersionTable
  apiToken: ApiTokenTable
  appointment: AppointmentTable
  auditBlock: AuditBlockTable
  auditEntry: AuditEntryTable
  auditTable: AuditTableTable
  change: ChangeTable
  changeSubject: ChangeSubjectTable
  cohortMember: CohortMemberTable
  constructionProject: ConstructionProjectTable
  constructionProjectVersion: ConstructionProjectVersionTable
  department: DepartmentTable
  establishmentQuota: EstablishmentQuotaTable
  fundReceipt: FundReceiptTable
  fundingLine: FundingLineTable
  fundingYear: FundingYearTable
  importRow: ImportRowTable
  importRun: ImportRunTable
  institution: InstitutionTable
  institutionLineage: InstitutionLineageTable
  institutionVersion: InstitutionVersionTable
  leadDispute: LeadDisputeTable
  leadVacancy: LeadVacancyTable
  licence: LicenceTable
  membership: MembershipTable
  mentorship: MentorshipTable
  person: PersonTable
  personPersonal: PersonPersonalTable
  personVersion: PersonVersionTable
  photoContent: PhotoContentTable
  policyDocument: PolicyDocumentTable
  policyDocumentVersion: PolicyDocumentVersionTable
  post: PostTable
  progressReport: ProgressReportTable
  projectApproval: ProjectApprovalTable
  projectContract: ProjectContractTable
  projectMilestone: ProjectMilestoneTable
  projectPayment: ProjectPaymentTable
  projectProblem: ProjectProblemTable
  projectStage: ProjectStageTable
  projectSuspension: ProjectSuspensionTable
  quotaException: QuotaExceptionTable
  quotaLoan: QuotaLoanTable
  quotaPool: QuotaPoolTable
  recruitmentDrive: RecruitmentDriveTable
  referralFlow: ReferralFlowTable
  region: RegionTable
  regionPopulation: RegionPopulationTable
  regionVersion: RegionVersionTable
  reportPhoto: ReportPhotoTable
  roleGrant: RoleGrantTable
  searchTerm: SearchTermTable
  sharedService: SharedServiceTable
  signInAddress: SignInAddressTable
  staffCount: StaffCountTable
  trainingCohort: TrainingCohortTable
  unifiedManagement: UnifiedManagementTable
  unknownUsername: UnknownUsernameTable
  usedCode: UsedCodeTable
  userAccount: UserAccountTable
  userCredential: UserCredentialTable
  userSearchTerm: UserSearchTermTable
  userSession: UserSessionTable
  userTwoFactor: UserTwoFactorTable
  userVerification: UserVerificationTable
}
