import type { WorkClass } from '../code-lists/profession.ts'
import type { Text } from '../locale.ts'

/** Classes of posts of public institutions. */
export const POST_CLASSES = {
  MANAGEMENT: { zh: '管理岗', en: 'Management' },
  TECHNICAL: { zh: '专业技术岗', en: 'Professional' },
  WORKER: { zh: '工勤技能岗', en: 'Skilled worker' },
} as const satisfies Record<string, Text>
export type PostClass = keyof typeof POST_CLASSES

/** The class of post that a work class takes where no post is recorded; health and other professions where nothing is known. */
export function postClassOfWork(workClass: WorkClass | null): PostClass {
  return workClass === '3' ? 'MANAGEMENT' : workClass === '4' ? 'WORKER' : 'TECHNICAL'
}

/** Leadership of an institution. */
export const LEADERSHIPS = {
  DIRECTOR: { zh: '院长', en: 'Director' },
  PARTY_SECRETARY: { zh: '党支部（党委）书记', en: 'Party secretary' },
  DEPUTY_PARTY_SECRETARY: { zh: '党支部（党委）副书记', en: 'Deputy party secretary' },
  DEPUTY_DIRECTOR: { zh: '副院长', en: 'Deputy director' },
  DISCIPLINE_SECRETARY: { zh: '纪委书记', en: 'Secretary of discipline inspection' },
  CHIEF_ACCOUNTANT: { zh: '总会计师', en: 'Chief accountant' },
  HEAD_NURSE: { zh: '护理部主任', en: 'Director of nursing' },
  ASSISTANT_DIRECTOR: { zh: '院长助理', en: 'Assistant to the director' },
} as const satisfies Record<string, Text>
export type Leadership = keyof typeof LEADERSHIPS

/** Licences, registrations and certificates. */
export const LICENCE_KINDS = {
  PHYSICIAN: { zh: '医师执业证书', en: 'Physician' },
  ASSISTANT_PHYSICIAN: { zh: '助理医师执业证书', en: 'Assistant physician' },
  NURSE: { zh: '护士执业证书', en: 'Nurse' },
  GENERAL_PRACTITIONER: { zh: '全科医学注册', en: 'Registration in general practice' },
  VILLAGE_DOCTOR: { zh: '乡村医生执业证书', en: 'Village doctor' },
  PHARMACIST: { zh: '执业药师注册证', en: 'Licensed pharmacist' },
  HEALTH_INSPECTOR: { zh: '卫生监督员证', en: 'Health inspector' },
  RESIDENCY: { zh: '住院医师规范化培训合格证书', en: 'Certificate of standardised residency' },
  OTHER: { zh: '其他证书', en: 'Other' },
} as const satisfies Record<string, Text>
export type LicenceKind = keyof typeof LICENCE_KINDS

/** What makes somebody a general practitioner. */
export const GP_KINDS = {
  GP: { zh: '全科医生', en: 'General practitioner' },
  ASSISTANT_GP: { zh: '助理全科医生', en: 'Assistant general practitioner' },
  TRANSFER_GP: { zh: '转岗全科医生', en: 'Transferred general practitioner' },
  RURAL_GP: { zh: '乡村全科执业助理医师', en: 'Rural assistant general practitioner' },
} as const satisfies Record<string, Text>
export type GpKind = keyof typeof GP_KINDS

/** How far somebody in a cohort is. */
export const COHORT_STATES = {
  ENROLLED: { zh: '在读', en: 'Enrolled' },
  INTERN: { zh: '实习', en: 'Intern' },
  GRADUATED: { zh: '毕业待分配', en: 'Graduated' },
  PLACED: { zh: '已上岗', en: 'Placed' },
  LEFT: { zh: '退出', en: 'Left' },
} as const satisfies Record<string, Text>
export type CohortState = keyof typeof COHORT_STATES

/** How people are recruited. */
export const RECRUITMENT_CHANNELS = {
  OPEN: { zh: '事业单位公开招聘', en: 'Open recruitment' },
  TALENT: { zh: '高层次人才引进', en: 'High-level talent' },
  SOCIAL: { zh: '社会化用人公开招聘', en: 'Recruitment outside the establishment' },
  SPECIAL_POST: { zh: '特岗招聘', en: 'Special posts' },
  POST_POOL: { zh: '岗位池竞聘', en: 'Competition of a post pool' },
  ORIENTED: { zh: '定向生考核招聘', en: 'Placement of oriented students' },
  OTHER: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Text>
export type RecruitmentChannel = keyof typeof RECRUITMENT_CHANNELS
