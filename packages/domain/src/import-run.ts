import type { FileColumns } from './file-columns.ts'
import { INSTITUTION_COLUMNS } from './institution-columns.ts'
import type { Text } from './locale.ts'
import { MEMBERSHIP_COLUMNS } from './membership-columns.ts'

/** What can be imported. */
export const IMPORT_KINDS = {
  INSTITUTIONS: { zh: '机构', en: 'Institutions' },
  MEMBERSHIPS: { zh: '医共体成员', en: 'Alliance memberships' },
} as const satisfies Record<string, Text>
export type ImportKind = keyof typeof IMPORT_KINDS

/** The columns of a kind of import, whatever their values. */
export const IMPORT_COLUMNS: Readonly<Record<ImportKind, FileColumns<Readonly<Record<string, unknown>>>>> = {
  INSTITUTIONS: { ...INSTITUTION_COLUMNS },
  MEMBERSHIPS: { ...MEMBERSHIP_COLUMNS },
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
