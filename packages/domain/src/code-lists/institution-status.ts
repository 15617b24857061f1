// Status of an institution: this product's own terms.
import { defineCodeList, type CodeListItem, type CodeOf } from '../code-list.ts'

/** A status and what the rules know of it. */
export interface InstitutionStatusItem extends CodeListItem {
  /** It exists: it may be a member, a parent, a target of a merger. */
  readonly open: boolean
}

function status(open: boolean, zh: string, en: string, ...alsoWritten: string[]): InstitutionStatusItem {
  return { label: { zh, en }, open, alsoWritten }
}

export const INSTITUTION_STATUSES = defineCodeList({
  name: 'institutionStatus',
  label: { zh: '机构状态', en: 'Institution status' },
  provenance: 'PRODUCT',
  sources: [],
  items: {
    PREPARING: status(true, '筹建', 'Preparing', '在建', '筹备', '拟建'),
    OPERATING: status(true, '在业', 'Operating', '正常', '运行', '开业', '营业'),
    SUSPENDED: status(true, '停业', 'Suspended', '暂停', '歇业'),
    CLOSED: status(false, '撤销', 'Closed', '注销', '关闭', '撤并'),
    MERGED: status(false, '并入他院', 'Merged into another', '并入', '合并'),
  },
})
export type InstitutionStatus = CodeOf<typeof INSTITUTION_STATUSES>
