import { ALLIANCE_KINDS } from '../alliance-kind.ts'
import { ALLIANCE_STAGES, LEAD_STATES } from '../alliance.ts'
import { productCodeList, type CodeList } from '../code-list.ts'
import type { Text } from '../locale.ts'
import { MEMBERSHIP_ROLES } from '../membership-role.ts'
import { REFERRAL_DIRECTIONS } from '../referral-flow.ts'
import { SHARED_SERVICE_KINDS } from '../shared-service.ts'
import { MANAGEMENT_STATES } from '../unified-management.ts'
import { FUNDING_SOURCES } from '../construction/funding-source.ts'
import { PROJECT_KINDS } from '../construction/project-kind.ts'
import { PROJECT_PHASES, PROJECT_STAGES, STAGE_BASES } from '../construction/stage.ts'
import { APPOINTMENT_KIND_LABELS } from '../staffing/appointment-kind.ts'
import { COHORT_STATES, GP_KINDS, LEADERSHIPS, LICENCE_KINDS, POST_CLASSES, RECRUITMENT_CHANNELS } from '../staffing/terms.ts'
import { AGE_BANDS } from '../staffing/counting/age.ts'
import {
  CONTRACT_CHANGE_KINDS,
  FUND_FLOW_KINDS,
  PROGRESS_REPORT_STATES,
  PROJECT_PARTY_ROLES,
  SUSPENSION_CAUSES,
} from '../construction/terms.ts'
import { AFFILIATIONS } from './affiliation.ts'
import { ECONOMIC_TYPES } from './economic-type.ts'
import { DEGREES, EDUCATIONS, SEXES } from './education.ts'
import { ESTABLISHMENT_TYPES } from './establishment-type.ts'
import { HOSPITAL_GRADES, HOSPITAL_LEVELS } from './hospital-level.ts'
import { IDENTITY_DOCUMENTS } from './identity-document.ts'
import { INSTITUTION_CATEGORIES } from './institution-category.ts'
import { INSTITUTION_STATUSES } from './institution-status.ts'
import { LINEAGE_KINDS } from './lineage-kind.ts'
import { MANAGEMENT_CLASSES } from './management-class.ts'
import { MANAGEMENT_DOMAINS } from './management-domain.ts'
import { OWNERSHIPS } from './ownership.ts'
import { PHYSICIAN_CATEGORIES, PROFESSIONS, WORK_CLASSES } from './profession.ts'
import { REGION_LEVELS } from './region-level.ts'
import { FLOWS_IN, FLOWS_OUT, MANAGEMENT_POSTS } from './staff-flow.ts'
import { TITLE_LEVELS } from './title-level.ts'
import { TRAINING_PROGRAMMES } from './training-programme.ts'

/**
 * Every code list by its name: what the API lists, forms offer, files are matched against and exports write. A list that is
 * not here does not exist outside the domain. The product's own terms are wrapped here from the features they belong to.
 */
export const CODE_LISTS = {
  institutionCategory: INSTITUTION_CATEGORIES,
  hospitalLevel: HOSPITAL_LEVELS,
  hospitalGrade: HOSPITAL_GRADES,
  institutionStatus: INSTITUTION_STATUSES,
  ownership: OWNERSHIPS,
  affiliation: AFFILIATIONS,
  economicType: ECONOMIC_TYPES,
  managementClass: MANAGEMENT_CLASSES,
  regionLevel: REGION_LEVELS,
  ageBand: AGE_BANDS,
  lineageKind: LINEAGE_KINDS,
  managementDomain: MANAGEMENT_DOMAINS,
  allianceKind: productCodeList('allianceKind', { zh: '医共体类型', en: 'Alliance kind' }, labelsOf(ALLIANCE_KINDS)),
  allianceStage: productCodeList('allianceStage', { zh: '建设阶段', en: 'Alliance stage' }, ALLIANCE_STAGES),
  membershipRole: productCodeList('membershipRole', { zh: '成员角色', en: 'Membership role' }, MEMBERSHIP_ROLES),
  leadState: productCodeList('leadState', { zh: '牵头情况', en: 'Lead state' }, LEAD_STATES),
  managementState: productCodeList('managementState', { zh: '统一管理进度', en: 'State of unified management' }, MANAGEMENT_STATES),
  sharedServiceKind: productCodeList('sharedServiceKind', { zh: '共享中心类型', en: 'Kind of shared service' }, SHARED_SERVICE_KINDS),
  referralDirection: productCodeList('referralDirection', { zh: '转诊方向', en: 'Referral direction' }, REFERRAL_DIRECTIONS),
  projectStage: PROJECT_STAGES,
  projectKind: PROJECT_KINDS,
  fundingSource: FUNDING_SOURCES,
  projectPhase: productCodeList('projectPhase', { zh: '项目时期', en: 'Phase of a project' }, PROJECT_PHASES),
  stageBasis: productCodeList('stageBasis', { zh: '阶段依据', en: 'Basis of the stage' }, STAGE_BASES),
  suspensionCause: productCodeList('suspensionCause', { zh: '停工原因', en: 'Cause of a suspension' }, SUSPENSION_CAUSES),
  projectPartyRole: productCodeList('projectPartyRole', { zh: '参建单位', en: 'Unit in charge' }, PROJECT_PARTY_ROLES),
  contractChangeKind: productCodeList('contractChangeKind', { zh: '合同变更类型', en: 'Kind of contract change' }, CONTRACT_CHANGE_KINDS),
  fundFlowKind: productCodeList('fundFlowKind', { zh: '收支', en: 'In or out' }, FUND_FLOW_KINDS),
  progressReportState: productCodeList('progressReportState', { zh: '月报状态', en: 'State of a report' }, PROGRESS_REPORT_STATES),
  sex: SEXES,
  identityDocument: IDENTITY_DOCUMENTS,
  education: EDUCATIONS,
  degree: DEGREES,
  workClass: WORK_CLASSES,
  profession: PROFESSIONS,
  physicianCategory: PHYSICIAN_CATEGORIES,
  titleLevel: TITLE_LEVELS,
  establishmentType: ESTABLISHMENT_TYPES,
  managementPost: MANAGEMENT_POSTS,
  flowIn: FLOWS_IN,
  flowOut: FLOWS_OUT,
  trainingProgramme: TRAINING_PROGRAMMES,
  appointmentKind: productCodeList('appointmentKind', { zh: '任职类型', en: 'Kind of appointment' }, APPOINTMENT_KIND_LABELS),
  postClass: productCodeList('postClass', { zh: '岗位类别', en: 'Class of post' }, POST_CLASSES),
  leadership: productCodeList('leadership', { zh: '领导职务', en: 'Leadership' }, LEADERSHIPS),
  licenceKind: productCodeList('licenceKind', { zh: '证书类型', en: 'Kind of licence' }, LICENCE_KINDS),
  gpKind: productCodeList('gpKind', { zh: '全科医生类型', en: 'Kind of general practitioner' }, GP_KINDS),
  cohortState: productCodeList('cohortState', { zh: '培养状态', en: 'State in a cohort' }, COHORT_STATES),
  recruitmentChannel: productCodeList('recruitmentChannel', { zh: '招聘渠道', en: 'Recruitment channel' }, RECRUITMENT_CHANNELS),
} as const satisfies Record<string, CodeList>

export type CodeListName = keyof typeof CODE_LISTS

function labelsOf<Code extends string>(rules: Readonly<Record<Code, { readonly label: Text }>>): Record<Code, Text> {
  return Object.fromEntries(Object.entries<{ readonly label: Text }>(rules).map(([code, { label }]) => [code, label])) as Record<Code, Text>
}
