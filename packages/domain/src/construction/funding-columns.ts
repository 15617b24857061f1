import { codeCells, optionalCountCells, optionalTextCells, optionalYesNoCells } from '../file-cells.ts'
import { defineColumns, type FileColumn } from '../file-columns.ts'
import { dayCells } from '../file-days.ts'
import type { IsoDate } from '../day.ts'
import type { Text } from '../locale.ts'
import type { Yuan } from '../money.ts'
import { CODE_LISTS } from '../code-lists/code-lists.ts'
import { FUNDING_SOURCES, type FundingSource } from './funding-source.ts'
import { amountCells, optionalAmountCells } from './money-cells.ts'
import { CITED_COLUMNS, NOTE_COLUMN, PROJECT_COLUMN } from './project-columns.ts'
import { yearCells } from './report-cells.ts'
import type { FundFlowKind } from './terms.ts'

const NO_EXAMPLE: Text = { zh: '', en: '' }

/** What a row says of a source of a project's money, and of what it is to give in one year. A row a year; what it says of the source may be said once. */
export interface FundingFileValues {
  readonly projectId: string
  readonly fundingSource: FundingSource
  readonly name: string | null
  readonly planned: Yuan | null
  readonly plannedYuan: Yuan | null
  readonly shareGroup: string | null
  readonly sharePart: number | null
  readonly year: number
  readonly yearAmount: Yuan
  readonly yearAmountYuan: Yuan
  readonly documentId: string | null
  readonly source: string | null
  readonly sourceNote: string | null
  readonly note: string
}

const SOURCE_COLUMN: FileColumn<FundingSource> = {
  ...codeCells(FUNDING_SOURCES),
  label: FUNDING_SOURCES.label,
  alsoWritten: ['资金渠道', '来源渠道', 'Source of funding'],
  list: FUNDING_SOURCES,
  required: true,
  width: 22,
  example: { zh: '省级财政', en: 'Provincial funds' },
}
const LINE_NAME: FileColumn<string | null> = {
  ...optionalTextCells,
  label: { zh: '批次', en: 'Batch' },
  alsoWritten: ['资金名称', '资金批次', 'Name of the funds'],
  width: 20,
  help: { zh: '同一来源有多笔时用以区分', en: 'Tells several of one source apart' },
  example: NO_EXAMPLE,
}
const ELSE_YUAN: Text = { zh: '以元为单位的表用此列', en: 'For tables in yuan' }

/** Every column of a file of funding. */
export const FUNDING_COLUMNS = defineColumns<FundingFileValues>({
  projectId: PROJECT_COLUMN,
  fundingSource: SOURCE_COLUMN,
  name: LINE_NAME,
  planned: {
    ...optionalAmountCells('WAN'),
    label: { zh: '计划金额（万元）', en: 'Planned (CNY 10,000)' },
    alsoWritten: ['计划资金（万元）', '计划总额（万元）', '金额（万元）'],
    width: 18,
    example: { zh: '1500', en: '1500' },
  },
  plannedYuan: {
    ...optionalAmountCells('YUAN'),
    label: { zh: '计划金额（元）', en: 'Planned (CNY)' },
    alsoWritten: ['计划资金（元）', '计划总额（元）', '金额（元）'],
    width: 18,
    help: ELSE_YUAN,
    notOffered: true,
    example: NO_EXAMPLE,
  },
  shareGroup: {
    ...optionalTextCells,
    label: { zh: '分担组', en: 'Share group' },
    width: 16,
    help: { zh: '按比例分担的来源填同一组名', en: 'Sources that share by parts have one group' },
    example: NO_EXAMPLE,
  },
  sharePart: {
    ...optionalCountCells(),
    label: { zh: '分担份数', en: 'Share part' },
    alsoWritten: ['分担比例'],
    width: 12,
    help: { zh: '如 1 : 1 各填 1', en: '1 and 1 where it is 1 : 1' },
    example: NO_EXAMPLE,
  },
  year: {
    ...yearCells,
    label: { zh: '年度', en: 'Year' },
    alsoWritten: ['计划年度', '年份'],
    width: 10,
    help: { zh: '该来源的年度计划一年一行', en: 'A row a year for the yearly plan of the source' },
    example: { zh: '2024', en: '2024' },
  },
  yearAmount: {
    ...amountCells('WAN'),
    label: { zh: '年度计划（万元）', en: 'Planned for the year (CNY 10,000)' },
    alsoWritten: ['年度计划金额（万元）', '当年计划（万元）'],
    width: 18,
    example: { zh: '800', en: '800' },
  },
  yearAmountYuan: {
    ...amountCells('YUAN'),
    label: { zh: '年度计划（元）', en: 'Planned for the year (CNY)' },
    alsoWritten: ['年度计划金额（元）', '当年计划（元）'],
    width: 18,
    help: ELSE_YUAN,
    notOffered: true,
    example: NO_EXAMPLE,
  },
  ...CITED_COLUMNS,
  note: NOTE_COLUMN,
})

/** What a row says of money that arrived or was paid on a day. */
export interface FundFlowFileValues {
  readonly projectId: string
  readonly flow: FundFlowKind
  readonly fundingSource: FundingSource
  readonly name: string | null
  readonly day: IsoDate
  readonly dayKnown: boolean | null
  readonly amount: Yuan
  readonly amountYuan: Yuan
  readonly payee: string | null
  readonly purpose: string | null
  readonly documentId: string | null
  readonly source: string | null
  readonly sourceNote: string | null
  readonly note: string
}

/** Every column of a file of receipts and payments. */
export const FUND_FLOW_COLUMNS = defineColumns<FundFlowFileValues>({
  projectId: PROJECT_COLUMN,
  flow: {
    ...codeCells(CODE_LISTS.fundFlowKind),
    label: CODE_LISTS.fundFlowKind.label,
    alsoWritten: ['收支类型', '到位或支付', 'Flow'],
    list: CODE_LISTS.fundFlowKind,
    required: true,
    width: 10,
    example: { zh: '到位', en: 'Arrived' },
  },
  fundingSource: {
    ...SOURCE_COLUMN,
    help: {
      zh: '项目已登记的资金来源；支付不知来源的可不填',
      en: 'A recorded source of the project; may be empty for a payment of unknown source',
    },
  },
  name: LINE_NAME,
  day: {
    ...dayCells,
    label: { zh: '日期', en: 'Day' },
    alsoWritten: ['到位日期', '支付日期', '拨付日期', 'Date'],
    required: true,
    width: 13,
    example: { zh: '2024-06-01', en: '2024-06-01' },
  },
  dayKnown: {
    ...optionalYesNoCells,
    label: { zh: '日期确切', en: 'Very day' },
    width: 10,
    help: { zh: '只知截至该日的填“否”；不填为“是”', en: 'No where it is only known to be so by then; empty: yes' },
    example: NO_EXAMPLE,
  },
  amount: {
    ...amountCells('WAN'),
    label: { zh: '金额（万元）', en: 'Amount (CNY 10,000)' },
    alsoWritten: ['到位金额（万元）', '支付金额（万元）'],
    width: 16,
    example: { zh: '500', en: '500' },
  },
  amountYuan: {
    ...amountCells('YUAN'),
    label: { zh: '金额（元）', en: 'Amount (CNY)' },
    alsoWritten: ['到位金额（元）', '支付金额（元）'],
    width: 16,
    help: ELSE_YUAN,
    notOffered: true,
    example: NO_EXAMPLE,
  },
  payee: {
    ...optionalTextCells,
    label: { zh: '收款单位', en: 'Payee' },
    alsoWritten: ['收款方', '收款人'],
    width: 24,
    example: NO_EXAMPLE,
  },
  purpose: {
    ...optionalTextCells,
    label: { zh: '用途', en: 'Purpose' },
    alsoWritten: ['支付用途', '摘要'],
    width: 24,
    example: NO_EXAMPLE,
  },
  ...CITED_COLUMNS,
  note: NOTE_COLUMN,
})
