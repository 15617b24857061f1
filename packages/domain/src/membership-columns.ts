import { CODE_LISTS } from './code-lists/code-lists.ts'
import type { IsoDate } from './day.ts'
import { codeCells, optionalTextCells, optionalYesNoCells, textCells } from './file-cells.ts'
import { defineColumns } from './file-columns.ts'
import { dayCells, lastDayCells } from './file-days.ts'
import { documentCells } from './institution-cells.ts'
import { INSTITUTION_FIELDS } from './institution-field.ts'
import type { MembershipRole } from './membership-role.ts'

/**
 * What a row of a file says of a membership: from `validFrom` until `validTo` (the first day no longer, written as the last day in
 * force) the institution is in the alliance as this. Institution, alliance and document are texts until they are looked up.
 */
export interface MembershipFileValues {
  readonly institutionId: string
  readonly allianceId: string
  readonly role: MembershipRole
  readonly validFrom: IsoDate
  readonly validTo: IsoDate | null
  readonly legalPersonKept: boolean | null
  readonly documentId: string | null
  readonly source: string | null
  readonly sourceNote: string | null
  readonly note: string
}

/** Every column of a file of memberships. */
export const MEMBERSHIP_COLUMNS = defineColumns<MembershipFileValues>({
  institutionId: {
    ...textCells,
    label: { zh: '机构', en: 'Institution' },
    codeHeaders: ['机构编码', '机构代码', 'Institution code'],
    alsoWritten: ['机构名称', '成员', '成员机构', '单位', '单位名称', 'Member'],
    required: true,
    width: 30,
    help: { zh: '编码、名称或别名', en: 'Code, name or alias' },
    example: { zh: '某某镇中心卫生院', en: 'Mouzhen Central Township Hospital' },
  },
  allianceId: {
    ...textCells,
    label: { zh: '医共体', en: 'Alliance' },
    codeHeaders: ['医共体编码', '医共体代码', 'Alliance code'],
    alsoWritten: ['医共体名称', '医联体', '医联体名称', '所属医共体'],
    required: true,
    width: 30,
    help: { zh: '编码或名称', en: 'Code or name' },
    example: { zh: '某某片区医共体', en: 'Moumou Area Alliance' },
  },
  role: {
    ...codeCells(CODE_LISTS.membershipRole),
    label: { zh: '角色', en: 'Role' },
    alsoWritten: ['成员角色', '身份'],
    list: CODE_LISTS.membershipRole,
    required: true,
    width: 14,
    example: { zh: '成员单位', en: 'Member' },
  },
  validFrom: {
    ...dayCells,
    label: { zh: '起始日', en: 'From' },
    alsoWritten: ['起始日期', '加入日期', '纳入日期', '开始日期', '自', '生效日', '生效日期', 'Valid from', 'Start'],
    required: true,
    width: 13,
    help: { zh: '加入或变更角色的第一日，不知何时的填“不详”', en: 'The first day in this role; “Unknown” where it is not known' },
    example: { zh: '2019-06-01', en: '2019-06-01' },
  },
  validTo: {
    ...lastDayCells,
    label: { zh: '截止日', en: 'Last day' },
    alsoWritten: ['截止日期', '退出日期', '最后一日', '结束日期', '终止日期', '至', 'Until', 'End'],
    width: 13,
    help: { zh: '作为成员的最后一日；仍是成员的留空', en: 'The last day in the alliance; empty while it is still in it' },
    example: { zh: '', en: '' },
  },
  legalPersonKept: {
    ...optionalYesNoCells,
    label: { zh: '保留法人资格', en: 'Legal person kept' },
    alsoWritten: ['独立法人', '是否保留法人'],
    width: 14,
    help: { zh: '填“是”或“否”', en: 'Yes or no' },
    example: { zh: '是', en: 'Yes' },
  },
  documentId: {
    ...documentCells,
    label: INSTITUTION_FIELDS.documentId.label,
    alsoWritten: INSTITUTION_FIELDS.documentId.alsoWritten,
    width: 24,
    help: { zh: '已登记文件的文号；没有文号的填标题', en: 'The number of a recorded document, or the title of one without a number' },
    example: { zh: '', en: '' },
  },
  source: {
    ...optionalTextCells,
    label: INSTITUTION_FIELDS.source.label,
    alsoWritten: INSTITUTION_FIELDS.source.alsoWritten,
    width: 18,
    example: { zh: '', en: '' },
  },
  sourceNote: { ...optionalTextCells, label: INSTITUTION_FIELDS.sourceNote.label, width: 24, example: { zh: '', en: '' } },
  note: {
    ...textCells,
    label: { zh: '备注', en: 'Note' },
    alsoWritten: ['变更说明', '变更原因', '说明'],
    width: 24,
    help: { zh: '记入变更历史', en: 'Kept in the history of changes' },
    example: { zh: '', en: '' },
  },
})
