import type { CodeList } from '../code-list.ts'
import { DEGREES, EDUCATIONS, SEXES } from '../code-lists/education.ts'
import { ESTABLISHMENT_TYPES } from '../code-lists/establishment-type.ts'
import { PHYSICIAN_CATEGORIES, PROFESSIONS, WORK_CLASSES } from '../code-lists/profession.ts'
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
}

const GP_LIST = productCodeList('gpKind', { zh: '全科医生类型', en: 'Kind of general practitioner' }, GP_KINDS)

/** The attributes of a person in the order of the card. */
export const PERSON_FIELDS = {
  name: { label: { zh: '姓名', en: 'Name' } },
  sex: { label: { zh: '性别', en: 'Sex' }, list: SEXES },
  birthDate: { label: { zh: '出生日期', en: 'Born on' } },
  ethnicity: { label: { zh: '民族', en: 'Ethnicity' } },
  workStartedOn: { label: { zh: '参加工作日期', en: 'Work began on' } },
  department: { label: { zh: '所在科室', en: 'Department' } },
  workClass: { label: { zh: '人员类别', en: 'Work class' }, list: WORK_CLASSES },
  profession: { label: { zh: '从事专业类别', en: 'Profession' }, list: PROFESSIONS },
  physicianCategory: { label: { zh: '医师执业类别', en: 'Category of physician' }, list: PHYSICIAN_CATEGORIES },
  managementPost: { label: { zh: '行政/业务管理职务', en: 'Post of management' }, list: MANAGEMENT_POSTS },
  titleQualified: { label: { zh: '专业技术资格（评）', en: 'Title qualified for' }, list: TITLE_LEVELS },
  titleQualifiedOn: { label: { zh: '取得资格日期', en: 'Qualified on' } },
  titleAppointed: { label: { zh: '专业技术职务（聘）', en: 'Title appointed to' }, list: TITLE_LEVELS },
  titleAppointedOn: { label: { zh: '聘任日期', en: 'Appointed on' } },
  education: { label: { zh: '学历', en: 'Education' }, list: EDUCATIONS },
  degree: { label: { zh: '学位', en: 'Degree' }, list: DEGREES },
  major: { label: { zh: '所学专业', en: 'Subject studied' } },
  specialty: { label: { zh: '专业特长', en: 'Special skills' } },
  establishmentType: { label: { zh: '编制情况', en: 'Establishment' }, list: ESTABLISHMENT_TYPES },
  generalPractitioner: { label: { zh: '全科医生类型', en: 'Kind of general practitioner' }, list: GP_LIST },
  synthetic: { label: { zh: '示例数据', en: 'Sample data' } },
} as const satisfies Record<Exclude<keyof PersonValue, 'documentId' | 'source' | 'sourceNote'>, PersonFieldInfo>
export type PersonField = keyof typeof PERSON_FIELDS
