import type { CodeList } from './code-list.ts'
import { AFFILIATIONS } from './code-lists/affiliation.ts'
import { ECONOMIC_TYPES } from './code-lists/economic-type.ts'
import { HOSPITAL_GRADES, HOSPITAL_LEVELS } from './code-lists/hospital-level.ts'
import { INSTITUTION_CATEGORIES } from './code-lists/institution-category.ts'
import { INSTITUTION_STATUSES } from './code-lists/institution-status.ts'
import { MANAGEMENT_CLASSES } from './code-lists/management-class.ts'
import { OWNERSHIPS } from './code-lists/ownership.ts'
import type { InstitutionValue } from './institution.ts'
import type { Text } from './locale.ts'

/** What forms, import headers and exports need to know about a field. */
export interface FieldInfo {
  readonly label: Text
  /** The list its codes come from. */
  readonly list?: CodeList
  readonly unit?: Text
  /** Other headers under which files have it. */
  readonly alsoWritten?: readonly string[]
  readonly required?: true
}

/** Every field of an institution, in the order of forms and tables. A new field of `InstitutionValue` has to be named here. */
export const INSTITUTION_FIELDS = {
  code: { label: { zh: '机构编码', en: 'Code' }, alsoWritten: ['编码', '机构代码', '编号', '机构编号'], required: true },
  name: { label: { zh: '机构名称', en: 'Name' }, alsoWritten: ['名称', '单位名称', '医疗机构名称', '单位'], required: true },
  aliases: { label: { zh: '别名', en: 'Aliases' }, alsoWritten: ['简称', '曾用名', '其他名称'] },
  category: {
    label: { zh: '机构类别', en: 'Category' },
    list: INSTITUTION_CATEGORIES,
    alsoWritten: ['类别', '机构类型', '卫生机构类别', '机构分类'],
    required: true,
  },
  level: {
    label: { zh: '级别', en: 'Level' },
    list: HOSPITAL_LEVELS,
    alsoWritten: ['医院级别', '机构级别', '级别等次', '医院等级', '等级'],
  },
  grade: { label: { zh: '等次', en: 'Grade' }, list: HOSPITAL_GRADES, alsoWritten: ['医院等次'] },
  targetLevel: {
    label: { zh: '创建目标级别', en: 'Target level' },
    list: HOSPITAL_LEVELS,
    alsoWritten: ['拟创建级别', '创建级别', '目标级别'],
  },
  targetGrade: {
    label: { zh: '创建目标等次', en: 'Target grade' },
    list: HOSPITAL_GRADES,
    alsoWritten: ['拟创建等次', '创建等次', '目标等次'],
  },
  status: {
    label: { zh: '状态', en: 'Status' },
    list: INSTITUTION_STATUSES,
    alsoWritten: ['机构状态', '运行状态', '经营状态'],
    required: true,
  },
  regionCode: {
    label: { zh: '所在区划', en: 'Region' },
    alsoWritten: ['区划代码', '行政区划', '行政区划代码', '所在乡镇', '乡镇', '所在地', '区划'],
    required: true,
  },
  parentId: {
    label: { zh: '上级机构', en: 'Parent institution' },
    alsoWritten: ['主管单位', '所属机构', '举办单位', '隶属机构', '上级单位'],
  },
  ownership: { label: { zh: '举办性质', en: 'Ownership' }, list: OWNERSHIPS, alsoWritten: ['所有制', '办医性质', '举办主体', '公立民营'] },
  affiliation: { label: { zh: '隶属关系', en: 'Affiliation' }, list: AFFILIATIONS, alsoWritten: ['隶属关系代码'] },
  economicType: { label: { zh: '经济类型', en: 'Economic type' }, list: ECONOMIC_TYPES, alsoWritten: ['经济类型代码', '登记注册类型'] },
  managementClass: {
    label: { zh: '分类管理', en: 'Management class' },
    list: MANAGEMENT_CLASSES,
    alsoWritten: ['机构分类管理', '分类管理代码', '营利性质'],
  },
  creditCode: {
    label: { zh: '统一社会信用代码', en: 'Unified social credit code' },
    alsoWritten: ['信用代码', '社会信用代码', '统一信用代码'],
  },
  unitCount: {
    label: { zh: '机构数', en: 'Units' },
    unit: { zh: '个', en: 'units' },
    alsoWritten: ['数量', '个数', '汇总数'],
    required: true,
  },
  beds: { label: { zh: '床位数', en: 'Beds' }, unit: { zh: '张', en: 'beds' }, alsoWritten: ['床位', '编制床位', '开放床位', '实有床位'] },
  siteArea: { label: { zh: '占地面积', en: 'Site area' }, unit: { zh: '平方米', en: 'm²' }, alsoWritten: ['占地', '用地面积'] },
  buildingArea: {
    label: { zh: '建筑面积', en: 'Building area' },
    unit: { zh: '平方米', en: 'm²' },
    alsoWritten: ['房屋建筑面积', '业务用房面积'],
  },
  servedPopulation: {
    label: { zh: '服务人口', en: 'Served population' },
    unit: { zh: '人', en: 'people' },
    alsoWritten: ['服务人口数', '辖区人口', '常住人口'],
  },
  equipment: { label: { zh: '主要设备', en: 'Equipment' }, alsoWritten: ['设备', '大型设备', '设备配置'] },
  address: { label: { zh: '地址', en: 'Address' }, alsoWritten: ['详细地址', '单位地址', '通讯地址'] },
  documentId: { label: { zh: '依据文件', en: 'Document' }, alsoWritten: ['文件', '文号', '批准文号', '发文字号'] },
  source: { label: { zh: '来源', en: 'Source' }, alsoWritten: ['数据来源', '出处'] },
  sourceNote: { label: { zh: '来源说明', en: 'Note on the source' }, alsoWritten: ['备注', '说明'] },
} as const satisfies Record<keyof InstitutionValue | 'code', FieldInfo>
export type InstitutionField = keyof typeof INSTITUTION_FIELDS
