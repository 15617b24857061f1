// The columns of the national staff card (卫生人力基本信息), all of them, as listed in one copy of its export, in its order; behind them what
// this product says besides. What has no list that was seen (departments, kinds of sites, certificates) is kept as written.
import { CODE_LISTS } from '../code-lists/code-lists.ts'
import type { Degree, Education, Sex } from '../code-lists/education.ts'
import type { EstablishmentType } from '../code-lists/establishment-type.ts'
import type { PhysicianCategory, Profession } from '../code-lists/profession.ts'
import type { IdentityDocument } from '../code-lists/identity-document.ts'
import type { FlowIn, ManagementPost } from '../code-lists/staff-flow.ts'
import type { TitleLevel } from '../code-lists/title-level.ts'
import type { IsoDate } from '../day.ts'
import { optionalCodeCells, optionalTextCells, optionalYesNoCells, textCells } from '../file-cells.ts'
import { defineColumns } from '../file-columns.ts'
import { dayCells } from '../file-days.ts'
import type { GpKind } from './terms.ts'

/** What a row of a file says of somebody; institution and numbers are texts until they are looked up. */
export interface StaffCardValues {
  readonly institutionId: string
  readonly name: string
  readonly identityDocument: IdentityDocument | null
  readonly identityNumber: string
  readonly birthDate: IsoDate
  readonly sex: Sex | null
  readonly ethnicity: string | null
  readonly workStartedOn: IsoDate
  readonly officePhone: string | null
  readonly phone: string
  readonly departmentCode: string | null
  readonly department: string | null
  readonly profession: Profession | null
  readonly licenceNumber: string
  readonly physicianCategory: PhysicianCategory | null
  readonly scope: string
  readonly multiSite: boolean | null
  readonly secondSite: string | null
  readonly thirdSite: string | null
  readonly residencyCertified: boolean | null
  readonly residencyCertificate: string | null
  readonly managementPost: ManagementPost | null
  readonly titleQualified: TitleLevel | null
  readonly titleAppointed: TitleLevel | null
  readonly education: Education | null
  readonly degree: Degree | null
  readonly major: string | null
  readonly specialty: string | null
  readonly specialty2: string | null
  readonly specialty3: string | null
  readonly flowIn: FlowIn | null
  readonly flowOn: IsoDate
  readonly establishmentType: EstablishmentType | null
  readonly gpRegistered: boolean | null
  readonly gpCertificate: string | null
  readonly postedToVillage: boolean | null
  readonly statisticsWork: boolean | null
  readonly generalPractitioner: GpKind | null
  readonly code: string
  readonly effectiveOn: IsoDate
  readonly confirmedOther: boolean | null
  readonly note: string
}

const NONE = { zh: '', en: '' } as const
const list = <Code extends string>(codes: Parameters<typeof optionalCodeCells<Code>>[0], width: number) => ({
  ...optionalCodeCells(codes),
  list: codes,
  width,
  example: NONE,
})
const text = { ...optionalTextCells, width: 16, example: NONE }
const yesNo = { ...optionalYesNoCells, width: 14, example: NONE }

/** Every column of a file of staff cards. */
export const STAFF_CARD_COLUMNS = defineColumns<StaffCardValues>({
  institutionId: {
    ...textCells,
    label: { zh: '机构名称', en: 'Institution' },
    codeHeaders: ['机构编码', '机构代码', 'Institution code'],
    alsoWritten: ['机构', '单位', '单位名称', '工作单位'],
    required: true,
    width: 28,
    help: { zh: '任职单位的编码、名称或别名', en: 'Code, name or alias of the home institution' },
    example: { zh: '某某镇中心卫生院', en: 'Mouzhen Central Township Hospital' },
  },
  name: { ...textCells, label: { zh: '姓名', en: 'Name' }, required: true, width: 12, example: { zh: '张某', en: 'Zhang' } },
  identityDocument: {
    ...list(CODE_LISTS.identityDocument, 14),
    label: { zh: '身份证件种类', en: 'Identity document' },
    alsoWritten: ['证件种类', '证件类型'],
  },
  identityNumber: {
    ...textCells,
    label: { zh: '身份证件号码', en: 'Identity number' },
    alsoWritten: ['身份证号', '身份证号码', '公民身份号码', '证件号码'],
    width: 22,
    help: {
      zh: '加密保存，显示时遮盖；按它认人。带 * 的不改动已登记的号码',
      en: 'Kept sealed, shown masked; people are known by it. One with * leaves what is recorded',
    },
    example: NONE,
  },
  birthDate: {
    ...dayCells,
    label: { zh: '出生日期', en: 'Born on' },
    alsoWritten: ['出生年月', '出生年月日'],
    width: 13,
    help: { zh: '留空则取自身份证件号码', en: 'Taken from the identity number where it is empty' },
    example: { zh: '1985-03-12', en: '1985-03-12' },
  },
  sex: { ...list(CODE_LISTS.sex, 10), label: { zh: '性别代码', en: 'Sex' }, alsoWritten: ['性别'] },
  ethnicity: { ...text, label: { zh: '民族代码', en: 'Ethnicity' }, alsoWritten: ['民族'], width: 10 },
  workStartedOn: {
    ...dayCells,
    label: { zh: '参加工作日期', en: 'Work began on' },
    alsoWritten: ['参加工作时间'],
    width: 13,
    example: NONE,
  },
  officePhone: { ...text, label: { zh: '办公室电话', en: 'Office phone' }, alsoWritten: ['办公电话', '固定电话'] },
  phone: {
    ...textCells,
    label: { zh: '手机号码', en: 'Mobile number' },
    alsoWritten: ['手机号', '手机', '联系电话'],
    width: 16,
    example: NONE,
  },
  departmentCode: { ...text, label: { zh: '所在科室代码', en: 'Department code' }, alsoWritten: ['科室代码'] },
  department: { ...text, label: { zh: '科室实际名称', en: 'Department' }, alsoWritten: ['科室', '所在科室'] },
  profession: {
    ...list(CODE_LISTS.profession, 18),
    label: { zh: '从事专业类别代码', en: 'Profession' },
    alsoWritten: ['从事专业类别', '专业类别', '岗位'],
    help: { zh: '按实际工作', en: 'By actual work' },
  },
  licenceNumber: {
    ...textCells,
    label: { zh: '医师/卫生监督员执业证书编码', en: 'Licence number' },
    alsoWritten: ['执业证书编码', '医师执业证书编码', '护士执业证书编码', '执业证号'],
    width: 22,
    example: NONE,
  },
  physicianCategory: {
    ...list(CODE_LISTS.physicianCategory, 12),
    label: { zh: '医师执业类别代码', en: 'Category of physician' },
    alsoWritten: ['医师执业类别', '执业类别'],
  },
  scope: {
    ...textCells,
    label: { zh: '医师执业范围代码', en: 'Scope' },
    alsoWritten: ['医师执业范围', '执业范围'],
    width: 16,
    example: NONE,
  },
  multiSite: {
    ...yesNo,
    label: { zh: '是否多地点执业医师', en: 'Practises at several sites' },
    alsoWritten: ['多地点执业', '是否多点执业'],
  },
  secondSite: { ...text, label: { zh: '第2执业单位机构类别', en: 'Kind of second site' }, alsoWritten: ['第二执业单位机构类别'] },
  thirdSite: { ...text, label: { zh: '第3执业单位机构类别', en: 'Kind of third site' }, alsoWritten: ['第三执业单位机构类别'] },
  residencyCertified: {
    ...yesNo,
    label: { zh: '是否获住院医师规范化培训合格证书', en: 'Residency certificate' },
    alsoWritten: ['住院医师规范化培训合格证书'],
  },
  residencyCertificate: {
    ...text,
    label: { zh: '证书编码', en: 'Number of the residency certificate' },
    alsoWritten: ['住院医师规范化培训合格证书编码', '规培合格证书编码'],
    width: 20,
  },
  managementPost: {
    ...list(CODE_LISTS.managementPost, 16),
    label: { zh: '行政/业务管理职务代码', en: 'Post of management' },
    alsoWritten: ['行政/业务管理职务', '管理职务', '职务'],
  },
  titleQualified: {
    ...list(CODE_LISTS.titleLevel, 14),
    label: { zh: '专业技术资格（评）代码', en: 'Title qualified for' },
    alsoWritten: ['专业技术资格(评)', '专业技术资格', '职称资格'],
  },
  titleAppointed: {
    ...list(CODE_LISTS.titleLevel, 14),
    label: { zh: '专业技术职务（聘）代码', en: 'Title appointed to' },
    alsoWritten: ['专业技术职务(聘)', '专业技术职务', '职称'],
  },
  education: { ...list(CODE_LISTS.education, 12), label: { zh: '学历代码', en: 'Education' }, alsoWritten: ['学历', '最高学历'] },
  degree: { ...list(CODE_LISTS.degree, 10), label: { zh: '学位代码', en: 'Degree' }, alsoWritten: ['学位'] },
  major: { ...text, label: { zh: '所学专业代码', en: 'Subject studied' }, alsoWritten: ['所学专业', '专业'] },
  specialty: { ...text, label: { zh: '专业特长1', en: 'Special skills' }, alsoWritten: ['专业特长', '专业特长1-3', '特长'] },
  specialty2: { ...text, label: { zh: '专业特长2', en: 'Special skills, second' } },
  specialty3: { ...text, label: { zh: '专业特长3', en: 'Special skills, third' } },
  flowIn: {
    ...list(CODE_LISTS.flowIn, 18),
    label: { zh: '年内人员流动情况', en: 'How the person came' },
    alsoWritten: ['人员流动情况', '调入情况'],
  },
  flowOn: {
    ...dayCells,
    label: { zh: '调入/调出时间', en: 'Came on' },
    alsoWritten: ['调入时间', '入职日期', '到岗日期'],
    width: 13,
    help: { zh: '新登记人员在本单位任职的第一日', en: 'Of somebody new the first day at the institution' },
    example: { zh: '2020-07-01', en: '2020-07-01' },
  },
  establishmentType: {
    ...list(CODE_LISTS.establishmentType, 14),
    label: { zh: '编制情况', en: 'Establishment' },
    alsoWritten: ['编制', '编制类型', '用工性质'],
  },
  gpRegistered: {
    ...yesNo,
    label: { zh: '是否注册为全科医学专业', en: 'Registered in general practice' },
    alsoWritten: ['注册为全科医学专业'],
  },
  gpCertificate: {
    ...text,
    label: { zh: '全科医生培训合格证书情况', en: 'Certificate of general practice' },
    alsoWritten: ['全科医生取得培训合格证书情况', '全科医生培训合格证书'],
  },
  postedToVillage: {
    ...yesNo,
    label: { zh: '是否由乡镇卫生院或社区派驻村卫生室工作', en: 'Posted to a village clinic' },
    alsoWritten: ['是否派驻村卫生室工作', '派驻村卫生室'],
  },
  statisticsWork: {
    ...yesNo,
    label: { zh: '是否从事统计信息化工作', en: 'Works in statistics or IT' },
    alsoWritten: ['从事统计信息化工作'],
  },
  generalPractitioner: {
    ...list(CODE_LISTS.gpKind, 16),
    label: { zh: '全科医生类型', en: 'General practitioner' },
    alsoWritten: ['全科医生'],
  },
  code: {
    ...textCells,
    label: { zh: '人员编码', en: 'Code' },
    alsoWritten: ['本系统人员编码', 'Person code'],
    width: 16,
    help: { zh: '已登记人员的编码；填了就按它认人，新登记的留空', en: 'Of somebody recorded: known by it. Empty for somebody new' },
    example: NONE,
  },
  effectiveOn: {
    ...dayCells,
    label: { zh: '生效日', en: 'Effective day' },
    alsoWritten: ['生效日期', '变更日期'],
    width: 13,
    help: { zh: '变更自哪一日起；留空为导入当日', en: 'From when changes hold; the day of the import where it is empty' },
    example: NONE,
  },
  confirmedOther: {
    ...optionalYesNoCells,
    label: { zh: '确认为另一人', en: 'Another person' },
    width: 14,
    help: { zh: '提示可能重复、确非同一人的填“是”', en: 'Yes where somebody alike is recorded and this is another person' },
    example: NONE,
  },
  note: { ...textCells, label: { zh: '备注', en: 'Note' }, alsoWritten: ['说明', '变更说明'], width: 20, example: NONE },
})
