import { documentCells } from '../institution-cells.ts'
import { codeCells, countCells, listCells, optionalCountCells, optionalDecimalCells, optionalTextCells, textCells } from '../file-cells.ts'
import { defineColumns, type FileColumn } from '../file-columns.ts'
import { INSTITUTION_FIELDS } from '../institution-field.ts'
import type { Text } from '../locale.ts'
import { PROJECT_KINDS } from './project-kind.ts'
import type { ConstructionProjectValue } from './project.ts'

/** What a row of a file says of a project. Institutions, place, whole and document are texts (a code or a name) until they are looked up. */
export interface ProjectFileValues extends ConstructionProjectValue {
  readonly code: string
  readonly note: string
}

const NO_EXAMPLE: Text = { zh: '', en: '' }

/** The columns that files of construction have in common: which project a row is about, and what it is based on. */
export const PROJECT_COLUMN: FileColumn<string> = {
  ...textCells,
  label: { zh: '项目', en: 'Project' },
  codeHeaders: ['项目编码', '项目编号', 'Project code'],
  alsoWritten: ['项目名称', '建设项目', 'Project name'],
  required: true,
  width: 34,
  help: { zh: '已登记项目的编码、国家项目代码或名称', en: 'Code, national code or name of a recorded project' },
  example: { zh: '某某县人民医院综合楼', en: 'Complex building of Moumou County People’s Hospital' },
}
export const CITED_COLUMNS = {
  documentId: {
    ...documentCells,
    label: INSTITUTION_FIELDS.documentId.label,
    alsoWritten: INSTITUTION_FIELDS.documentId.alsoWritten,
    width: 24,
    help: { zh: '已登记文件的文号；没有文号的填标题', en: 'The number of a recorded document, or the title of one without a number' },
    example: NO_EXAMPLE,
  },
  source: {
    ...optionalTextCells,
    label: INSTITUTION_FIELDS.source.label,
    alsoWritten: ['数据来源', '出处'],
    width: 18,
    example: NO_EXAMPLE,
  },
  sourceNote: { ...optionalTextCells, label: INSTITUTION_FIELDS.sourceNote.label, width: 24, example: NO_EXAMPLE },
} as const satisfies Record<string, FileColumn<string | null>>
export const NOTE_COLUMN: FileColumn<string> = {
  ...textCells,
  label: { zh: '备注', en: 'Note' },
  alsoWritten: ['变更说明', '变更原因', '说明'],
  width: 24,
  help: { zh: '记入变更历史', en: 'Kept in the history of changes' },
  example: NO_EXAMPLE,
}

/** Every column of a file of projects. */
export const PROJECT_COLUMNS = defineColumns<ProjectFileValues>({
  code: {
    ...textCells,
    label: { zh: '项目编码', en: 'Code' },
    alsoWritten: ['编码', '项目编号', 'Project code'],
    width: 16,
    help: {
      zh: '已登记的项目按编码、国家项目代码或名称识别；新项目可不填，由系统编号',
      en: 'A recorded project is found by its code, national code or name; a new one without a code is given one',
    },
    example: NO_EXAMPLE,
  },
  name: {
    ...textCells,
    label: { zh: '项目名称', en: 'Name' },
    alsoWritten: ['项目', '名称', '建设项目', 'Project', 'Project name'],
    required: true,
    width: 34,
    example: { zh: '某某县人民医院综合楼', en: 'Complex building of Moumou County People’s Hospital' },
  },
  nationalCode: {
    ...optionalTextCells,
    label: { zh: '项目代码', en: 'National code' },
    alsoWritten: ['国家项目代码', '投资项目代码', '项目统一代码', 'National project code'],
    width: 26,
    example: { zh: '2019-431221-84-01-012345', en: '2019-431221-84-01-012345' },
  },
  kind: {
    ...codeCells(PROJECT_KINDS),
    label: PROJECT_KINDS.label,
    alsoWritten: ['项目类型', '建设类型', 'Kind'],
    list: PROJECT_KINDS,
    required: true,
    width: 14,
    example: { zh: '新建', en: 'New build' },
  },
  institutionIds: {
    ...listCells,
    label: { zh: '机构', en: 'Institutions' },
    codeHeaders: ['机构编码', '机构代码', 'Institution codes'],
    alsoWritten: ['项目单位', '医疗机构', '使用单位', '机构名称', 'Institution'],
    width: 30,
    help: { zh: '项目所属机构的编码或名称，多个用“、”分开', en: 'Codes or names of the institutions it is for, several parted by 、' },
    example: { zh: '某某县人民医院', en: "Moumou County People's Hospital" },
  },
  regionCode: {
    ...textCells,
    label: { zh: '建设地点', en: 'Place' },
    codeHeaders: ['区划代码', '行政区划代码', 'Region code'],
    alsoWritten: ['所在区划', '地点', '建设地址', 'Region'],
    width: 18,
    help: {
      zh: '12 位区划代码，或本县乡镇、村的名称；不填为全县',
      en: 'The twelve-digit code, or the name of a town or village; empty: the county',
    },
    example: { zh: '某某镇', en: 'Mouzhen' },
  },
  parentId: {
    ...optionalTextCells,
    label: { zh: '上级项目', en: 'Part of' },
    alsoWritten: ['所属项目', '总项目', 'Part of project'],
    width: 30,
    help: {
      zh: '所属总项目的编码或名称；可以是本文件中的项目',
      en: 'Code or name of the project it is a part of; may be one of this file',
    },
    example: NO_EXAMPLE,
  },
  owner: {
    ...optionalTextCells,
    label: { zh: '建设单位', en: 'Owner' },
    alsoWritten: ['业主', '业主单位', '项目法人'],
    width: 26,
    example: { zh: '某某县卫生健康局', en: 'Moumou County Health Bureau' },
  },
  description: {
    ...optionalTextCells,
    label: { zh: '建设规模及内容', en: 'Scale and content' },
    alsoWritten: ['建设规模', '建设内容', '建设内容及规模', '规模及内容'],
    width: 36,
    example: NO_EXAMPLE,
  },
  unitCount: {
    ...countCells(),
    label: { zh: '个数', en: 'Units' },
    alsoWritten: ['数量', '项目个数'],
    unit: { zh: '个', en: 'units' },
    width: 10,
    help: { zh: '一行代表多个同类单体时的个数，如 130 个村卫生室', en: 'How many alike units a row stands for, as 130 village clinics' },
    example: NO_EXAMPLE,
  },
  area: {
    ...optionalDecimalCells({ zh: '平方米', en: 'm²' }),
    label: { zh: '建筑面积', en: 'Building area' },
    alsoWritten: ['面积', '总建筑面积'],
    unit: { zh: '平方米', en: 'm²' },
    width: 14,
    example: { zh: '12000', en: '12000' },
  },
  beds: {
    ...optionalCountCells({ zh: '张', en: 'beds' }),
    label: { zh: '床位', en: 'Beds' },
    alsoWritten: ['床位数', '设置床位'],
    unit: { zh: '张', en: 'beds' },
    width: 10,
    example: { zh: '200', en: '200' },
  },
  sets: {
    ...optionalCountCells({ zh: '台', en: 'sets' }),
    label: { zh: '设备台套', en: 'Sets of equipment' },
    alsoWritten: ['台套数', '设备数量'],
    unit: { zh: '台套', en: 'sets' },
    width: 12,
    example: NO_EXAMPLE,
  },
  ...CITED_COLUMNS,
  note: NOTE_COLUMN,
})
