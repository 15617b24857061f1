import { PROFESSIONS, PHYSICIAN_CATEGORIES } from '@yilian/domain/code-lists/profession.ts'
import { FLOWS_IN, FLOWS_OUT } from '@yilian/domain/code-lists/staff-flow.ts'
import { TRAINING_PROGRAMMES } from '@yilian/domain/code-lists/training-programme.ts'
import { APPOINTMENT_KIND_LABELS } from '@yilian/domain/staffing/appointment-kind.ts'
import { PERSON_FIELDS, type PersonField } from '@yilian/domain/staffing/person-field.ts'
import { COHORT_STATES, GP_KINDS, LEADERSHIPS, LICENCE_KINDS, POST_CLASSES, RECRUITMENT_CHANNELS } from '@yilian/domain/staffing/terms.ts'

import { FACT_LABELS } from '../change/fact-labels.ts'
import type { ColumnLabel } from './table-labels.ts'

const PERSON = { zh: '人员', en: 'Person' }
const REGION = { zh: '行政区划', en: 'Region' }
const INSTITUTIONS = { zh: '机构', en: 'Institutions' }
const POST_CLASS = { zh: '岗位类别', en: 'Class of post', codes: POST_CLASSES }
const LEADERSHIP = { zh: '领导职务', en: 'Leadership', codes: LEADERSHIPS }
const POOL = { zh: '编制周转池', en: 'Quota pool' }
const COUNT = { zh: '数量', en: 'Number' }
const TARGET = { zh: '目标', en: 'Target' }
const REPORTED_FOR = { zh: '报告时点', en: 'Reported for' }
const PROFESSION = { zh: '从事专业类别', en: 'Profession', codes: PROFESSIONS.items }

const personFields = Object.fromEntries(
  Object.entries(PERSON_FIELDS).map(([field, info]) => [field, { ...info.label, ...('list' in info && { codes: info.list.items }) }]),
) as Record<PersonField, ColumnLabel>

/** What tables and columns of staffing are called. */
export const STAFFING_LABELS = {
  person: { label: { zh: '人员编码登记', en: 'Person code' }, columns: {} },
  personVersion: { label: FACT_LABELS.PERSON, fact: 'PERSON', columns: personFields },
  personPersonal: {
    label: { zh: '人员个人信息', en: 'Personal data' },
    columns: {
      personId: PERSON,
      phoneEncrypted: { zh: '手机号', en: 'Phone' },
      phoneHash: { zh: '手机号检索码', en: 'Phone look-up code' },
      identityNumberEncrypted: { zh: '身份证号', en: 'Identity number' },
      identityNumberHash: { zh: '身份证号检索码', en: 'Identity number look-up code' },
    },
  },
  appointment: {
    label: FACT_LABELS.APPOINTMENT,
    fact: 'APPOINTMENT',
    columns: {
      personId: PERSON,
      kind: { zh: '任职类型', en: 'Kind', codes: APPOINTMENT_KIND_LABELS },
      elsewhere: { zh: '系统外单位', en: 'Elsewhere' },
      homeId: { zh: '任职单位', en: 'Home' },
      homeElsewhere: { zh: '系统外任职单位', en: 'Home elsewhere' },
      postId: { zh: '岗位', en: 'Post' },
      leadership: LEADERSHIP,
      share: { zh: '工作时间比例', en: 'Share of time' },
      plannedUntil: { zh: '计划至', en: 'Planned until' },
      reviewOn: { zh: '复核日', en: 'Review on' },
      flowIn: { zh: '调入', en: 'How the person came', codes: FLOWS_IN.items },
      flowOut: { zh: '调出', en: 'How the person left', codes: FLOWS_OUT.items },
    },
  },
  licence: {
    label: FACT_LABELS.LICENCE,
    fact: 'LICENCE',
    columns: {
      personId: PERSON,
      kind: { zh: '证书类型', en: 'Kind', codes: LICENCE_KINDS },
      number: { zh: '证书编码', en: 'Number' },
      category: { zh: '执业类别', en: 'Category', codes: PHYSICIAN_CATEGORIES.items },
      scope: { zh: '执业范围', en: 'Scope' },
      issuedOn: { zh: '发证日期', en: 'Issued on' },
      expiresOn: { zh: '有效期至', en: 'Expires on' },
    },
  },
  post: {
    label: FACT_LABELS.POST,
    fact: 'POST',
    columns: {
      postClass: POST_CLASS,
      grade: { zh: '岗位等级', en: 'Grade' },
      count: COUNT,
      frozen: { zh: '冻结', en: 'Frozen' },
      leadership: LEADERSHIP,
    },
  },
  quotaPool: { label: FACT_LABELS.QUOTA_POOL, fact: 'QUOTA_POOL', columns: { regionCode: REGION, total: { zh: '总量', en: 'Total' } } },
  establishmentQuota: {
    label: FACT_LABELS.ESTABLISHMENT_QUOTA,
    fact: 'ESTABLISHMENT_QUOTA',
    columns: { poolId: POOL, postClass: POST_CLASS, count: COUNT },
  },
  quotaLoan: {
    label: FACT_LABELS.QUOTA_LOAN,
    fact: 'QUOTA_LOAN',
    columns: {
      poolId: POOL,
      fromId: { zh: '借出机构', en: 'Lender' },
      postClass: POST_CLASS,
      count: COUNT,
      plannedUntil: { zh: '计划至', en: 'Planned until' },
    },
  },
  quotaException: {
    label: FACT_LABELS.QUOTA_EXCEPTION,
    fact: 'QUOTA_EXCEPTION',
    columns: { postClass: POST_CLASS, count: COUNT },
  },
  trainingCohort: {
    label: FACT_LABELS.TRAINING_COHORT,
    fact: 'TRAINING_COHORT',
    columns: {
      regionCode: REGION,
      programme: { zh: '培养项目', en: 'Programme', codes: TRAINING_PROGRAMMES.items },
      startYear: { zh: '起始年份', en: 'Start year' },
      planned: { zh: '计划人数', en: 'Planned' },
      enrolled: { zh: '录取人数', en: 'Enrolled' },
      interns: { zh: '实习人数', en: 'Interns' },
      graduated: { zh: '毕业人数', en: 'Graduated' },
      placed: { zh: '上岗人数', en: 'Placed' },
      posts: { zh: '就业岗位', en: 'Posts' },
      obligationYears: { zh: '服务年限', en: 'Years of service' },
      institutionIds: INSTITUTIONS,
      reportedFor: REPORTED_FOR,
      target: TARGET,
    },
  },
  cohortMember: {
    label: FACT_LABELS.COHORT_MEMBER,
    fact: 'COHORT_MEMBER',
    columns: { cohortId: { zh: '培养队列', en: 'Cohort' }, personId: PERSON, state: { zh: '状态', en: 'State', codes: COHORT_STATES } },
  },
  recruitmentDrive: {
    label: FACT_LABELS.RECRUITMENT_DRIVE,
    fact: 'RECRUITMENT_DRIVE',
    columns: {
      regionCode: REGION,
      channel: { zh: '渠道', en: 'Channel', codes: RECRUITMENT_CHANNELS },
      posts: { zh: '岗位数', en: 'Posts' },
      applicants: { zh: '报名人数', en: 'Applicants' },
      hired: { zh: '聘用人数', en: 'Hired' },
      openedOn: { zh: '开始日期', en: 'Opened on' },
      closedOn: { zh: '结束日期', en: 'Closed on' },
      postPool: { zh: '岗位池竞聘', en: 'Post pool' },
      institutionIds: INSTITUTIONS,
      reportedFor: REPORTED_FOR,
      target: TARGET,
    },
  },
  mentorship: {
    label: FACT_LABELS.MENTORSHIP,
    fact: 'MENTORSHIP',
    columns: {
      regionCode: REGION,
      mentorId: { zh: '师傅', en: 'Mentor' },
      menteeId: { zh: '徒弟', en: 'Mentee' },
      pairs: { zh: '对数', en: 'Pairs' },
      institutionIds: INSTITUTIONS,
      content: { zh: '内容', en: 'Content' },
    },
  },
  staffCount: {
    label: FACT_LABELS.STAFF_COUNT,
    fact: 'STAFF_COUNT',
    columns: {
      regionCode: REGION,
      what: { zh: '统计内容', en: 'What is counted' },
      profession: PROFESSION,
      generalPractitioner: { zh: '全科医生类型', en: 'Kind of general practitioner', codes: GP_KINDS },
      institutionIds: INSTITUTIONS,
      count: COUNT,
      onDay: { zh: '日期', en: 'On' },
      period: { zh: '时期', en: 'Period' },
      target: TARGET,
      replaced: { zh: '已由人员名单取代', en: 'Replaced by the people' },
    },
  },
  regionPopulation: {
    label: FACT_LABELS.REGION_POPULATION,
    fact: 'REGION_POPULATION',
    columns: { regionCode: REGION, year: { zh: '年份', en: 'Year' }, residents: { zh: '常住人口', en: 'Residents' } },
  },
} as const
