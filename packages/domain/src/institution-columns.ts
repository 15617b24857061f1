import { HOSPITAL_GRADES } from './code-lists/hospital-level.ts'
import { INSTITUTION_CATEGORIES } from './code-lists/institution-category.ts'
import { INSTITUTION_STATUSES } from './code-lists/institution-status.ts'
import { AFFILIATIONS } from './code-lists/affiliation.ts'
import { ECONOMIC_TYPES } from './code-lists/economic-type.ts'
import { MANAGEMENT_CLASSES } from './code-lists/management-class.ts'
import { OWNERSHIPS } from './code-lists/ownership.ts'
import type { IsoDate } from './day.ts'
import {
  codeCells,
  countCells,
  listCells,
  optionalCodeCells,
  optionalCountCells,
  optionalDecimalCells,
  optionalTextCells,
  textCells,
  type Cells,
} from './file-cells.ts'
import { defineColumns, type FileColumn } from './file-columns.ts'
import { dayCells } from './file-days.ts'
import { INSTITUTION_FIELDS, type FieldInfo, type InstitutionField } from './institution-field.ts'
import { creditCodeCells, documentCells, equipmentCells, levelCells, optionalLevelCells, type LevelGrade } from './institution-cells.ts'
import type { InstitutionValue } from './institution.ts'
import type { Text } from './locale.ts'

/**
 * What a row of a file says of an institution. Region, parent and document are texts (a code or a name) until they are looked up;
 * `effectiveOn` is the day from which it is so, `note` why.
 */
export interface InstitutionFileValues extends Omit<InstitutionValue, 'level' | 'targetLevel'> {
  readonly code: string
  readonly level: LevelGrade
  readonly targetLevel: LevelGrade | null
  readonly effectiveOn: IsoDate
  readonly note: string
}

type Extra<V> = Omit<FileColumn<V>, 'label' | 'list' | 'unit' | 'required' | keyof Cells<V>> & Pick<Partial<FileColumn<V>>, 'required'>

/** A field of the domain as a column: label, other headers, list and unit are the field's. */
function column<V>(field: InstitutionField, cells: Cells<V>, { alsoWritten = [], ...extra }: Extra<V>): FileColumn<V> {
  const { label, list, unit, alsoWritten: known = [] }: FieldInfo = INSTITUTION_FIELDS[field]
  return { label, ...(list && { list }), ...(unit && { unit }), ...cells, ...extra, alsoWritten: [...known, ...alsoWritten] }
}

const REGION_HELP: Text = {
  zh: '12 位区划代码，或本县乡镇、村的名称；村名重复时在前面写上乡镇名',
  en: 'The twelve-digit code, or the name of a town or village of the county; write the town before a village name that is not unique',
}
const LEVEL_HELP: Text = {
  zh: '可写“二级甲等”，也可分两列填写级别和等次',
  en: 'Level and grade together (二级甲等), or the grade in its own column',
}

/** Every column of a file of institutions. */
export const INSTITUTION_COLUMNS = defineColumns<InstitutionFileValues>({
  code: column('code', textCells, {
    width: 16,
    help: {
      zh: '已登记的机构按编码（没有编码的按名称）识别；新机构可不填，由系统编号',
      en: 'A recorded institution is found by its code, else by its name; a new one without a code is given one',
    },
    example: { zh: '', en: '' },
  }),
  name: column('name', textCells, {
    required: true,
    width: 30,
    example: { zh: '某某镇中心卫生院', en: 'Mouzhen Central Township Hospital' },
  }),
  aliases: column('aliases', listCells, {
    width: 24,
    help: { zh: '多个用“、”分开', en: 'Several are parted by 、' },
    example: { zh: '某某卫生院', en: 'Mouzhen Hospital' },
  }),
  category: column('category', codeCells(INSTITUTION_CATEGORIES), {
    required: true,
    width: 18,
    example: { zh: '中心卫生院', en: 'Central township hospital' },
  }),
  level: column('level', levelCells, {
    width: 16,
    alsoWritten: ['级别和等次', '等级（级别和等次）', 'Level and grade'],
    help: LEVEL_HELP,
    example: { zh: '一级甲等', en: 'Level 1, grade A' },
  }),
  grade: column('grade', { ...codeCells(HOSPITAL_GRADES), cleared: 'UNREPORTED' }, { width: 10, example: { zh: '甲等', en: 'Grade A' } }),
  targetLevel: column('targetLevel', optionalLevelCells, { width: 16, help: LEVEL_HELP, example: { zh: '二级', en: 'Level 2' } }),
  targetGrade: column('targetGrade', optionalCodeCells(HOSPITAL_GRADES), { width: 16, example: { zh: '', en: '' } }),
  status: column('status', codeCells(INSTITUTION_STATUSES), {
    width: 10,
    help: { zh: '撤销、并入他院请用相应的操作办理', en: 'Closing and merging are commands of their own' },
    example: { zh: '在业', en: 'Operating' },
  }),
  regionCode: column('regionCode', textCells, {
    required: true,
    width: 18,
    codeHeaders: ['区划代码', '行政区划代码', '所在区划代码', 'Region code'],
    help: REGION_HELP,
    example: { zh: '某某镇', en: 'Mouzhen' },
  }),
  parentId: column('parentId', optionalTextCells, {
    width: 24,
    codeHeaders: ['上级机构编码', '上级机构代码', 'Parent code'],
    alsoWritten: ['Parent'],
    help: { zh: '编码或名称；可以是本文件中的机构', en: 'Code or name; may be an institution of this file' },
    example: { zh: '某某县人民医院', en: "Moumou County People's Hospital" },
  }),
  ownership: column('ownership', optionalCodeCells(OWNERSHIPS), {
    width: 18,
    example: { zh: '公立（政府办）', en: 'Public, government-run' },
  }),
  affiliation: column('affiliation', optionalCodeCells(AFFILIATIONS), { width: 14, example: { zh: '县', en: 'County' } }),
  economicType: column('economicType', optionalCodeCells(ECONOMIC_TYPES), {
    width: 16,
    example: { zh: '国有全资', en: 'Wholly state-owned' },
  }),
  managementClass: column('managementClass', optionalCodeCells(MANAGEMENT_CLASSES), {
    width: 20,
    example: { zh: '非营利性医疗机构', en: 'Non-profit' },
  }),
  creditCode: column('creditCode', creditCodeCells, { width: 22, example: { zh: '', en: '' } }),
  unitCount: column(
    'unitCount',
    { ...countCells(INSTITUTION_FIELDS.unitCount.unit), cleared: 1 },
    {
      width: 10,
      help: { zh: '一条代表多个机构时填个数，否则为 1', en: 'How many units the entry stands for; 1 for a single institution' },
      example: { zh: '1', en: '1' },
    },
  ),
  beds: column('beds', optionalCountCells(INSTITUTION_FIELDS.beds.unit), { width: 10, example: { zh: '60', en: '60' } }),
  siteArea: column('siteArea', optionalDecimalCells(INSTITUTION_FIELDS.siteArea.unit), {
    width: 14,
    example: { zh: '9000.5', en: '9000.5' },
  }),
  buildingArea: column('buildingArea', optionalDecimalCells(INSTITUTION_FIELDS.buildingArea.unit), {
    width: 14,
    example: { zh: '4200', en: '4200' },
  }),
  servedPopulation: column('servedPopulation', optionalCountCells(INSTITUTION_FIELDS.servedPopulation.unit), {
    width: 12,
    example: { zh: '31233', en: '31233' },
  }),
  equipment: column('equipment', equipmentCells, {
    width: 28,
    help: { zh: '名称×数量，多个用“、”分开', en: 'Name×count, several parted by 、' },
    example: { zh: 'CT×1、DR×2', en: 'CT×1、DR×2' },
  }),
  address: column('address', optionalTextCells, { width: 30, example: { zh: '某某镇某某村', en: 'Moumou, Mouzhen' } }),
  effectiveOn: {
    ...dayCells,
    label: { zh: '生效日', en: 'Effective day' },
    alsoWritten: ['生效日期', '变更日期', '起始日', '自何日起', '成立日期', 'Effective on', 'Valid from', 'From'],
    width: 13,
    help: {
      zh: '自该日起如此；已登记的机构留空即为今日，新机构必填，不知何时设立的填“不详”',
      en: 'The first day it is so; empty means today for a recorded institution, a new one needs a day, or “Unknown”',
    },
    example: { zh: '2020-07-31', en: '2020-07-31' },
  },
  documentId: column('documentId', documentCells, {
    width: 24,
    help: { zh: '已登记文件的文号；没有文号的填标题', en: 'The number of a recorded document, or the title of one without a number' },
    example: { zh: '', en: '' },
  }),
  source: column('source', optionalTextCells, { width: 18, example: { zh: '', en: '' } }),
  sourceNote: column('sourceNote', optionalTextCells, { width: 24, example: { zh: '', en: '' } }),
  note: {
    ...textCells,
    label: { zh: '备注', en: 'Note' },
    alsoWritten: ['变更说明', '变更原因'],
    width: 24,
    help: { zh: '记入变更历史', en: 'Kept in the history of changes' },
    example: { zh: '', en: '' },
  },
})
