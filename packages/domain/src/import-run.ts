import type { Permission } from './access/permission.ts'
import { COMMANDS, type CommandKey } from './commands.ts'
import { FUND_FLOW_COLUMNS, FUNDING_COLUMNS } from './construction/funding-columns.ts'
import { OC4IDS_COLUMNS } from './construction/oc4ids-columns.ts'
import { PROGRESS_REPORT_COLUMNS } from './construction/progress-report-columns.ts'
import { PROJECT_COLUMNS } from './construction/project-columns.ts'
import type { FileColumns } from './file-columns.ts'
import { INSTITUTION_COLUMNS } from './institution-columns.ts'
import type { Text } from './locale.ts'
import { MEMBERSHIP_COLUMNS } from './membership-columns.ts'
import { STAFF_CARD_COLUMNS } from './staffing/staff-card-columns.ts'

/** What can be imported. */
export const IMPORT_KINDS = {
  INSTITUTIONS: { zh: '机构', en: 'Institutions' },
  MEMBERSHIPS: { zh: '医共体成员', en: 'Alliance memberships' },
  PROJECTS: { zh: '建设项目', en: 'Construction projects' },
  FUNDING: { zh: '项目资金来源和年度计划', en: 'Funding of projects, with yearly plans' },
  FUND_FLOWS: { zh: '项目资金到位和支付', en: 'Funds arrived and paid' },
  PROGRESS_REPORTS: { zh: '项目月报', en: 'Monthly progress of projects' },
  PEOPLE: { zh: '人员', en: 'People' },
  OC4IDS: { zh: '建设项目数据包（OC4IDS）', en: 'Project package (OC4IDS)' },
} as const satisfies Record<string, Text>
export type ImportKind = keyof typeof IMPORT_KINDS

/** The command under which each is recorded: it says what importing it takes. */
export const IMPORT_COMMANDS = {
  INSTITUTIONS: 'importInstitutions',
  MEMBERSHIPS: 'importMemberships',
  PROJECTS: 'importProjects',
  FUNDING: 'importFunding',
  FUND_FLOWS: 'importFundFlows',
  PROGRESS_REPORTS: 'importProgressReports',
  PEOPLE: 'importPeople',
  OC4IDS: 'importOc4ids',
} as const satisfies Record<ImportKind, CommandKey>

/** What it takes to import a kind. */
export function importNeeds(kind: ImportKind): Permission {
  return COMMANDS[IMPORT_COMMANDS[kind]].needs
}

/** Kinds that come as rows of a sheet, and have a template; the others come as a document of JSON. */
export const SHEET_KINDS = ['INSTITUTIONS', 'MEMBERSHIPS', 'PROJECTS', 'FUNDING', 'FUND_FLOWS', 'PROGRESS_REPORTS', 'PEOPLE'] as const
export type SheetKind = (typeof SHEET_KINDS)[number]

export function isSheetKind(kind: ImportKind): kind is SheetKind {
  return SHEET_KINDS.some((one) => one === kind)
}

/** The columns of a kind of import, whatever their values. */
export const IMPORT_COLUMNS: Readonly<Record<ImportKind, FileColumns<Readonly<Record<string, unknown>>>>> = {
  INSTITUTIONS: { ...INSTITUTION_COLUMNS },
  MEMBERSHIPS: { ...MEMBERSHIP_COLUMNS },
  PROJECTS: { ...PROJECT_COLUMNS },
  FUNDING: { ...FUNDING_COLUMNS },
  FUND_FLOWS: { ...FUND_FLOW_COLUMNS },
  PROGRESS_REPORTS: { ...PROGRESS_REPORT_COLUMNS },
  PEOPLE: { ...STAFF_CARD_COLUMNS },
  OC4IDS: { ...OC4IDS_COLUMNS },
}

/** How far an import is. After CHECKED it waits for the operator; DONE, FAILED and CANCELLED are the end. */
export const IMPORT_STATES = {
  READING: { zh: '正在读取', en: 'Reading' },
  CHECKING: { zh: '正在检查', en: 'Checking' },
  CHECKED: { zh: '已检查', en: 'Checked' },
  WRITING: { zh: '正在写入', en: 'Writing' },
  DONE: { zh: '已完成', en: 'Done' },
  FAILED: { zh: '失败', en: 'Failed' },
  CANCELLED: { zh: '已取消', en: 'Cancelled' },
} as const satisfies Record<string, Text>
export type ImportState = keyof typeof IMPORT_STATES

/** What is to happen, or happened, with a row. */
export const IMPORT_ROW_STATES = {
  NEW: { zh: '新增', en: 'New' },
  CHANGED: { zh: '变更', en: 'Changed' },
  UNCHANGED: { zh: '无变化', en: 'Unchanged' },
  WRONG: { zh: '有误', en: 'Wrong' },
  WRITTEN: { zh: '已写入', en: 'Written' },
  SKIPPED: { zh: '未选择', en: 'Not chosen' },
} as const satisfies Record<string, Text>
export type ImportRowState = keyof typeof IMPORT_ROW_STATES

/** A column of an uploaded file: its header, the field it is read as (`null`: it is not read), and what its first row has there. */
export interface ImportColumn {
  readonly header: string
  readonly field: string | null
  readonly sample: string | null
}
