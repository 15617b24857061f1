import type { CodeList } from '../code-list.ts'
import { DEGREES, EDUCATIONS, SEXES } from '../code-lists/education.ts'
import { ESTABLISHMENT_TYPES } from '../code-lists/establishment-type.ts'
import { PHYSICIAN_CATEGORIES, PROFESSIONS, WORK_CLASSES } from '../code-lists/profession.ts'
import { IDENTITY_DOCUMENTS } from '../code-lists/identity-document.ts'
import { MANAGEMENT_POSTS } from '../code-lists/staff-flow.ts'
import { TITLE_LEVELS } from '../code-lists/title-level.ts'
import { productCodeList } from '../code-list.ts'
import type { Text } from '../locale.ts'
import type { PersonValue } from './person.ts'
import { GP_KINDS } from './terms.ts'

/** What an attribute of a person is called, and the list its codes are of. */
export interface PersonFieldInfo {
  readonly label: Text
  readonly list?: CodeList
  /** Answered with yes or no. */
  readonly yesNo?: true
}

const GP_LIST = productCodeList('gpKind', { zh: '全科医生类型', en: 'Kind of general practitioner' }, GP_KINDS)

/** The attributes of a person in the order of the card. */
export const PERSON_FIELDS = {
  name: { label: { zh: '姓名', en: 'Name' } },
  sex: { label: { zh: '性别', en: 'Sex' }, list: SEXES },
  identityDocument: { label: { zh: '身份证件种类', en: 'Identity document' }, list: IDENTITY_DOCUMENTS },
  birthDate: { label: { zh: '出生日期', en: 'Born on' } },
  ethnicity: { label: { zh: '民族', en: 'Ethnicity' } },
  workStartedOn: { label: { zh: '参加工作日期', en: 'Work began on' } },
  officePhone: { label: { zh: '办公室电话', en: 'Office phone' } },
  departmentCode: { label: { zh: '所在科室代码', en: 'Department code' } },
  department: { label: { zh: '所在科室', en: 'Department' } },
  workClass: { label: { zh: '人员类别', en: 'Work class' }, list: WORK_CLASSES },
  profession: { label: { zh: '从事专业类别', en: 'Profession' }, list: PROFESSIONS },
  physicianCategory: { label: { zh: '医师执业类别', en: 'Category of physician' }, list: PHYSICIAN_CATEGORIES },
  multiSite: { label: { zh: '多地点执业', en: 'Practises at several sites' }, yesNo: true },
  secondSite: { label: { zh: '第2执业单位机构类别', en: 'Kind of second site' } },
  thirdSite: { label: { zh: '第3执业单位机构类别', en: 'Kind of third site' } },
  residencyCertified: { label: { zh: '获住院医师规范化培训合格证书', en: 'Residency certificate' }, yesNo: true },
  residencyCertificate: { label: { zh: '规培合格证书编码', en: 'Number of the residency certificate' } },
  managementPost: { label: { zh: '行政/业务管理职务', en: 'Post of management' }, list: MANAGEMENT_POSTS },
  titleQualified: { label: { zh: '专业技术资格（评）', en: 'Title qualified for' }, list: TITLE_LEVELS },
  titleQualifiedOn: { label: { zh: '取得资格日期', en: 'Qualified on' } },
  titleAppointed: { label: { zh: '专业技术职务（聘）', en: 'Title appointed to' }, list: TITLE_LEVELS },
  titleAppointedOn: { label: { zh: '聘任日期', en: 'Appointed on' } },
  education: { label: { zh: '学历', en: 'Education' }, list: EDUCATIONS },
  degree: { label: { zh: '学位', en: 'Degree' }, list: DEGREES },
  major: { label: { zh: '所学专业', en: 'Subject studied' } },
  specialty: { label: { zh: '专业特长', en: 'Special skills' } },
  specialty2: { label: { zh: '专业特长2', en: 'Special skills, second' } },
  specialty3: { label: { zh: '专业特长3', en: 'Special skills, third' } },
  establishmentType: { label: { zh: '编制情况', en: 'Establishment' }, list: ESTABLISHMENT_TYPES },
  generalPractitioner: { label: { zh: '全科医生类型', en: 'Kind of general practitioner' }, list: GP_LIST },
  gpRegistered: { label: { zh: '注册为全科医学专业', en: 'Registered in general practice' }, yesNo: true },
  gpCertificate: { label: { zh: '全科医生培训合格证书', en: 'Certificate of general practice' } },
  postedToVillage: { label: { zh: '派驻村卫生室工作', en: 'Posted to a village clinic' }, yesNo: true },
  statisticsWork: { label: { zh: '从事统计信息化工作', en: 'Works in statistics or IT' }, yesNo: true },
  synthetic: { label: { zh: '示例数据', en: 'Sample data' } },
} as const satisfies Record<Exclude<keyof PersonValue, 'documentId' | 'source' | 'sourceNote'>, PersonFieldInfo>
export type PersonField = keyof typeof PERSON_FIELDS
