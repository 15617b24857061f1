import type { Permission } from '@yilian/domain/access/permission.ts'
import type { HeldGrant } from '@yilian/domain/access/own.ts'

import { COUNTING_QUERIES, COUNTING_TYPES } from './access-counting.ts'
import type { Side } from './access-world.ts'
import { overAlliance, overAll, overCounty, overInstitution } from './askers.ts'

/*
 * Who may what, as one table. The tests of access generate their questions from the schema and compare the answers with this; a field of
 * Query or Mutation, a type or a command that is not here fails them. What a permission means for the roles is said by the policies.
 */

/** What it takes to ask for a field of Query; `SIGNED_IN`: its rows say who sees them. */
export const QUERIES: Readonly<Record<string, Permission | 'SIGNED_IN'>> = {
  today: 'SIGNED_IN',
  viewer: 'SIGNED_IN',
  node: 'SIGNED_IN',
  nodes: 'SIGNED_IN',
  region: 'SIGNED_IN',
  counties: 'SIGNED_IN',
  codeList: 'SIGNED_IN',
  codeLists: 'SIGNED_IN',
  institution: 'institution.read',
  institutions: 'institution.read',
  institutionCounts: 'institution.read',
  search: 'institution.read',
  change: 'SIGNED_IN',
  changes: 'institution.read',
  alliance: 'alliance.read',
  alliances: 'alliance.read',
  allianceChanges: 'alliance.read',
  project: 'construction.read',
  projects: 'construction.read',
  projectAlerts: 'construction.read',
  person: 'staff.read',
  people: 'staff.read',
  appointments: 'staff.read',
  posts: 'staff.read',
  quotaBoard: 'staff.read',
  quotaPools: 'staff.read',
  cohort: 'staff.read',
  cohorts: 'staff.read',
  recruitmentDrives: 'staff.read',
  staffCounts: 'staff.read',
  populations: 'staff.read',
  mentorships: 'staff.read',
  ...COUNTING_QUERIES,
  policyDocument: 'policyDocument.read',
  policyDocuments: 'policyDocument.read',
  importRun: 'importRun.run',
  importRuns: 'importRun.run',
}

/** The same of what is of the whole installation: accounts, roles, tokens. */
export const ADMINISTRATION_QUERIES: Readonly<Record<string, Permission | 'SIGNED_IN'>> = {
  departments: 'SIGNED_IN',
  policies: 'SIGNED_IN',
  user: 'user.read',
  users: 'user.read',
  grantScopes: 'roleGrant.read',
  tokens: 'apiToken.oversee',
  auditEntry: 'audit.read',
  auditEntries: 'audit.read',
  auditState: 'audit.read',
}

/** Over the whole installation: held or not, without a scope. */
export function isAdministration(permission: Permission): boolean {
  return /^(user|roleGrant|department|apiToken|audit)\./.test(permission)
}

/** Fields of which not everybody who sees the rest of the row is told; of one's own account everybody is. */
export const FIELDS: Readonly<Record<string, Permission>> = {
  'Department.userCount': 'user.read',
  'User.grants': 'roleGrant.read',
  'User.grantTimeline': 'roleGrant.read',
  'User.tokens': 'apiToken.oversee',
}

export const ADMINISTRATION_TYPES: Readonly<Record<string, string>> = {
  User: 'user.read; oneself',
  RoleGrant: 'roleGrant.read; one’s own',
  ApiToken: 'apiToken.oversee; one’s own; of service accounts user.change',
  Department: 'everybody',
  Viewer: 'oneself',
  PolicyRule: 'everybody',
  PolicyWho: 'everybody',
  GrantScope: 'roleGrant.read, by name and nothing else',
  AuditEntry: 'audit.read',
  AuditField: 'audit.read',
  AuditState: 'audit.read',
  AuditLastVerification: 'audit.read',
}

/** What is told of an account, its department, roles and tokens. */
export const ADMINISTRATION: Readonly<Record<string, string>> = {
  'system administrator': '股室 用户 服务号 事由',
  'security administrator': '股室 用户 服务号 事由 令牌',
  // The audit says in words what was done to whom and what.
  'audit administrator': '股室 用户 服务号 事由 令牌',
}
export const TOLD_TO_EVERYBODY = '股室'

/** Who sees the rows of a type: whoever sees what it names, whoever sees what holds it, or everybody. */
export const TYPES: Readonly<Record<string, string>> = {
  Institution: 'own; in an own alliance; leads an alliance of an own institution',
  Alliance: 'own; an own institution is in it',
  Membership: 'its alliance and its institution together',
  LeadDispute: 'its alliance',
  LeadVacancy: 'its alliance',
  UnifiedManagement: 'its alliance, and the member it is said of',
  SharedService: 'its alliance',
  AllianceMeeting: 'its alliance',
  ReferralFlow: 'its alliance and both institutions together',
  InstitutionLineage: 'both institutions',
  InstitutionStretch: 'its institution on one of the days',
  AllianceStretch: 'its alliance on one of the days',
  InstitutionCount: 'counts institutions that are seen',
  AllianceDifference: 'its alliance',
  FactDifference: 'the fact on one of the two days',
  ConstructionProject: 'its county; an institution that it is for is own, or in an own alliance then',
  ProjectTotals: 'adds up projects that are seen',
  ProjectStageStretch: 'its project from its first day on',
  ProjectSuspension: 'its project from its first day on',
  ProjectMilestone: 'its project',
  ProjectApproval: 'its project from its day on',
  ProjectContract: 'its project from its day on',
  ContractChange: 'as what has it',
  FundingLine: 'its project',
  FundingYear: 'its project',
  FundReceipt: 'its project from its day on',
  ProjectPayment: 'its project from its day on',
  ProgressReport: 'its project from its month on',
  ReportPhoto: 'its report',
  ProjectProblem: 'its project from its day on',
  ProjectAlert: 'its project on the day',
  AlertAcknowledgement: 'its project',
  ProjectSchedule: 'its project on the day',
  ScheduleClock: 'its project on the day',
  MissingFigure: 'its project on the day',
  MoneyStanding: 'its project on the day',
  SourceStanding: 'its project on the day',
  PeriodStanding: 'its project on the day',
  EarnedValue: 'its project on the day',
  EarnedValueFigure: 'its project on the day',
  ReportContradiction: 'its project on the day',
  ProjectMonthChanges: 'its project on the day',
  StageOfMonth: 'its project on the day',
  Person: 'the county that keeps the person; host or home of an appointment then is own, or in an own alliance',
  PersonStretch: 'its person on one of the days',
  Retirement: 'as what has it',
  Appointment: 'its person on one of the days',
  Licence: 'its person on one of the days',
  Post: 'staff of its institution on one of the days; its alliance',
  QuotaException: 'staff of its institution on the day',
  QuotaLine: 'staff of its institution on the day',
  QuotaBoardRow: 'staff of its institution on the day',
  QuotaPool: 'anything of its county',
  PoolQuota: 'its pool',
  QuotaLoan: 'staff of lender or borrower on one of the days',
  TrainingCohort: 'its county; staff of an institution concerned',
  CohortMember: 'its person on one of the days',
  CohortStateCount: 'its cohort',
  RecruitmentDrive: 'its county; staff of an institution concerned',
  StaffCount: 'its county; staff of an institution concerned',
  RegionPopulation: 'anything of its county',
  Mentorship: 'both people; without them its county, or staff of an institution concerned',
  ...COUNTING_TYPES,
  PolicyDocument: 'anything of its county',
  Change: 'a fact that it touched',
  Effect: 'a row of the fact that it touched',
  EffectStretch: 'as the effect, row by row',
  Equipment: 'as what has it',
  ImportRun: 'what it imports over its county, or begun by who asks',
  ImportColumn: 'as what has it',
  ImportField: 'as what has it',
  ImportRow: 'as what has it',
  ImportRowPage: 'as what has it',
  Issue: 'as what has it',
  Actor: 'as what has it',
  Region: 'everybody',
  CodeList: 'everybody',
  CodeItem: 'everybody',
  PageInfo: 'as the list',
}

/** Somebody with a role over something of county 甲, and the names that come to them: on a day before the lead changed, on one since, and of any day. */
export interface Row {
  readonly who: string
  readonly grant: (side: Side) => HeldGrant
  /** Institutions, alliances, projects and people in the lists of the days. */
  readonly before: string
  readonly since: string
  /** Whatever else is named anywhere else that can be asked: timelines, changes, what belongs to an alliance. `*`: everything of the county. */
  readonly ever: string
}

const COUNTY = '前任医院 现任医院 成员院 退出院 卫生室 独立院 医共体 联盟 集团 门诊楼 裙楼 库房 成员医师 村医 退休员'
const COUNTY_SINCE = '前任医院 现任医院 成员院 退出院 卫生室 独立医院 分院 医共体 联盟 集团 门诊楼 裙楼 库房 成员医师 村医 退休员'
const county = { before: COUNTY, since: COUNTY_SINCE, ever: '*' }
const nothing = { before: '', since: '', ever: '' }

export const ROWS: readonly Row[] = [
  { who: 'operator of alliances', grant: (a) => overCounty('BUREAU_OPERATOR', a.countyCode, 'ALLIANCE'), ...county, ever: '* 导入' },
  { who: 'operator of construction', grant: (a) => overCounty('BUREAU_OPERATOR', a.countyCode, 'CONSTRUCTION'), ...county },
  { who: 'operator of personnel', grant: (a) => overCounty('BUREAU_OPERATOR', a.countyCode, 'PERSONNEL'), ...county },
  { who: 'leader', grant: (a) => overCounty('LEADER', a.countyCode), ...county },
  { who: 'analyst of the county', grant: (a) => overCounty('ANALYST', a.countyCode), ...county },
  {
    who: 'operator of the lead since 2022',
    grant: (a) => overInstitution('LEAD_OPERATOR', a.lead.uuid),
    before: '现任医院',
    since: '前任医院 现任医院 成员院 医共体 门诊楼 成员医师',
    ever: '文件 心电 例会 打桩 封顶 监理 内科岗 周转池 定向班',
  },
  {
    who: 'operator of the lead until 2022',
    grant: (a) => overInstitution('LEAD_OPERATOR', a.former.uuid),
    before: '前任医院 成员院 退出院 医共体 门诊楼 成员医师',
    since: '前任医院 现任医院 医共体',
    ever: '文件 心电 例会 打桩 监理 内科岗 周转池 定向班',
  },
  {
    who: 'operator of the alliance',
    grant: (a) => overAlliance('LEAD_OPERATOR', a.alliance.uuid),
    before: '前任医院 成员院 退出院 医共体 门诊楼 成员医师',
    since: '前任医院 现任医院 成员院 医共体 门诊楼 成员医师',
    ever: '文件 心电 例会 打桩 封顶 监理 内科岗 周转池 定向班',
  },
  {
    who: 'reporter of a member',
    grant: (a) => overInstitution('REPORTER', a.member.uuid),
    before: '前任医院 成员院 医共体 门诊楼 成员医师',
    since: '现任医院 成员院 医共体 门诊楼 成员医师',
    ever: '文件 心电 例会 打桩 封顶 监理 内科岗 周转池 定向班',
  },
  {
    who: 'reporter of one that left in 2021',
    grant: (a) => overInstitution('REPORTER', a.left.uuid),
    before: '前任医院 退出院 医共体',
    since: '退出院',
    ever: '文件 周转池',
  },
  {
    who: 'analyst of the alliance',
    grant: (a) => overAlliance('ANALYST', a.alliance.uuid),
    before: '前任医院 成员院 退出院 医共体 门诊楼 成员医师',
    since: '前任医院 现任医院 成员院 医共体 门诊楼 成员医师',
    ever: '文件 心电 例会 打桩 封顶 监理 内科岗 周转池 定向班',
  },
  {
    who: 'analyst of one institution',
    grant: (a) => overInstitution('ANALYST', a.alone.uuid),
    before: '独立院 库房',
    since: '独立医院 库房',
    ever: '文件 改名 周转池',
  },
  { who: 'system administrator', grant: () => overAll('SYSTEM_ADMINISTRATOR'), ...nothing },
  { who: 'security administrator', grant: () => overAll('SECURITY_ADMINISTRATOR'), ...nothing },
  { who: 'audit administrator', grant: () => overAll('AUDIT_ADMINISTRATOR'), ...nothing },
]

/** What becomes of a command on something of the own county, of another one, and on something or on days that are not the asker's. */
export type Outcome = 'done' | 'FORBIDDEN' | 'NOT_FOUND' | 'NOT_ALLOWED'

/** Who works on what: for each permission, who holds it, and what becomes of a command of theirs since the lead changed and from before. */
export const WORKERS: Readonly<
  Partial<Record<Permission, Readonly<Record<string, { readonly since: Outcome; readonly before: Outcome }>>>>
> = {
  'institution.change': { 'operator of alliances': { since: 'done', before: 'done' } },
  'institution.revise': {
    'operator of alliances': { since: 'done', before: 'done' },
    'operator of the lead since 2022': { since: 'done', before: 'NOT_FOUND' },
    // A member on the day itself, but the change would hold on, when it is another's.
    'operator of the lead until 2022': { since: 'NOT_FOUND', before: 'NOT_ALLOWED' },
    'operator of the alliance': { since: 'done', before: 'done' },
    'reporter of a member': { since: 'done', before: 'done' },
    'reporter of one that left in 2021': { since: 'NOT_FOUND', before: 'NOT_FOUND' },
  },
  'alliance.change': { 'operator of alliances': { since: 'done', before: 'done' } },
  'alliance.work': {
    'operator of alliances': { since: 'done', before: 'done' },
    'operator of the lead since 2022': { since: 'done', before: 'NOT_FOUND' },
    'operator of the lead until 2022': { since: 'NOT_ALLOWED', before: 'NOT_ALLOWED' },
    'operator of the alliance': { since: 'done', before: 'done' },
  },
  'construction.change': { 'operator of construction': { since: 'done', before: 'done' } },
  // What is own of a project is judged by whom it is for today.
  'construction.report': {
    'operator of construction': { since: 'done', before: 'done' },
    'operator of the lead since 2022': { since: 'done', before: 'done' },
    'operator of the lead until 2022': { since: 'NOT_ALLOWED', before: 'NOT_ALLOWED' },
    'operator of the alliance': { since: 'done', before: 'done' },
    'reporter of a member': { since: 'done', before: 'done' },
  },
  'construction.accept': {
    'operator of construction': { since: 'done', before: 'done' },
    leader: { since: 'done', before: 'done' },
  },
  'staff.change': { 'operator of personnel': { since: 'done', before: 'done' } },
  'policyDocument.record': {
    'operator of alliances': { since: 'done', before: 'done' },
    'operator of personnel': { since: 'done', before: 'done' },
    'operator of construction': { since: 'done', before: 'done' },
  },
}

/** What is said of one day or month alone is done by whoever led then, and seen by whoever leads now. */
export const ON_A_DAY: Readonly<Record<string, { readonly since: Outcome; readonly before: Outcome }>> = {
  'operator of the lead since 2022': { since: 'done', before: 'NOT_ALLOWED' },
  'operator of the lead until 2022': { since: 'NOT_ALLOWED', before: 'done' },
}
export const DONE_ON_A_DAY: readonly string[] = ['recordMeeting', 'recordReferrals']
