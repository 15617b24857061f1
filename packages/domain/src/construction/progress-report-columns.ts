import { optionalCodeCells, optionalCountCells, optionalTextCells } from '../file-cells.ts'
import { defineColumns } from '../file-columns.ts'
import type { Text } from '../locale.ts'
import type { Yuan } from '../money.ts'
import { optionalAmountCells } from './money-cells.ts'
import type { ProgressReportDraft } from './progress-report.ts'
import { CITED_COLUMNS, NOTE_COLUMN, PROJECT_COLUMN } from './project-columns.ts'
import { monthCells, percentCells } from './report-cells.ts'
import { PROJECT_STAGES } from './stage.ts'

/** What a row of a file says of a project's month. */
export interface ProgressReportFileValues extends ProgressReportDraft {
  readonly projectId: string
  readonly month: string
  readonly investmentMonthYuan: Yuan | null
  readonly investmentToDateYuan: Yuan | null
  readonly note: string
}

const NO_EXAMPLE: Text = { zh: '', en: '' }
const ELSE_YUAN: Text = { zh: '以元为单位的表用此列', en: 'For tables in yuan' }

/** Every column of a file of monthly reports. */
export const PROGRESS_REPORT_COLUMNS = defineColumns<ProgressReportFileValues>({
  projectId: PROJECT_COLUMN,
  month: {
    ...monthCells,
    label: { zh: '月份', en: 'Month' },
    alsoWritten: ['报告月份', '年月', '所属月份'],
    required: true,
    width: 10,
    help: { zh: '如 2024-06', en: 'As 2024-06' },
    example: { zh: '2024-06', en: '2024-06' },
  },
  stage: {
    ...optionalCodeCells(PROJECT_STAGES),
    label: PROJECT_STAGES.label,
    alsoWritten: ['阶段', '工程阶段', 'Stage'],
    list: PROJECT_STAGES,
    width: 16,
    example: { zh: '主体结构', en: 'Main structure' },
  },
  wording: {
    ...optionalTextCells,
    label: { zh: '形象进度', en: 'Progress in words' },
    alsoWritten: ['工程进度', '进展情况', '项目进展', 'Physical progress'],
    width: 36,
    help: { zh: '阶段和形象进度至少填一项', en: 'The stage or this is needed' },
    example: { zh: '主体结构施工至三层', en: 'Main structure at the third floor' },
  },
  percent: {
    ...percentCells,
    label: { zh: '形象进度百分比', en: 'Progress in per cent' },
    alsoWritten: ['进度百分比', '完成比例', '完成百分比'],
    width: 14,
    example: { zh: '45', en: '45' },
  },
  investmentMonth: {
    ...optionalAmountCells('WAN'),
    label: { zh: '本月完成投资（万元）', en: 'Completed in the month (CNY 10,000)' },
    alsoWritten: ['当月完成投资（万元）'],
    width: 20,
    example: { zh: '120', en: '120' },
  },
  investmentMonthYuan: {
    ...optionalAmountCells('YUAN'),
    label: { zh: '本月完成投资（元）', en: 'Completed in the month (CNY)' },
    alsoWritten: ['当月完成投资（元）'],
    width: 20,
    help: ELSE_YUAN,
    notOffered: true,
    example: NO_EXAMPLE,
  },
  investmentToDate: {
    ...optionalAmountCells('WAN'),
    label: { zh: '累计完成投资（万元）', en: 'Completed to date (CNY 10,000)' },
    alsoWritten: ['开工至今完成投资（万元）'],
    width: 20,
    example: { zh: '860', en: '860' },
  },
  investmentToDateYuan: {
    ...optionalAmountCells('YUAN'),
    label: { zh: '累计完成投资（元）', en: 'Completed to date (CNY)' },
    alsoWritten: ['开工至今完成投资（元）'],
    width: 20,
    help: ELSE_YUAN,
    notOffered: true,
    example: NO_EXAMPLE,
  },
  unitsDone: {
    ...optionalCountCells({ zh: '个', en: 'units' }),
    label: { zh: '完成个数', en: 'Units done' },
    alsoWritten: ['已完成个数'],
    unit: { zh: '个', en: 'units' },
    width: 10,
    example: NO_EXAMPLE,
  },
  workers: {
    ...optionalCountCells({ zh: '人', en: 'people' }),
    label: { zh: '现场人数', en: 'People on site' },
    alsoWritten: ['施工人数', '用工人数'],
    unit: { zh: '人', en: 'people' },
    width: 12,
    example: NO_EXAMPLE,
  },
  safety: {
    ...optionalTextCells,
    label: { zh: '用工和安全', en: 'Labour and safety' },
    alsoWritten: ['安全生产', '安全情况'],
    width: 24,
    example: NO_EXAMPLE,
  },
  nextSteps: {
    ...optionalTextCells,
    label: { zh: '下步措施', en: 'Next steps' },
    alsoWritten: ['下一步计划', '下步计划', '下月计划'],
    width: 30,
    example: NO_EXAMPLE,
  },
  documentId: CITED_COLUMNS.documentId,
  source: CITED_COLUMNS.source,
  note: NOTE_COLUMN,
})
