// 建设性质, as the national system of investment projects has it, with the type of OC4IDS where it has one; from memory.
import { defineCodeList, type CodeListItem, type CodeOf } from '../code-list.ts'

export interface ProjectKindItem extends CodeListItem {
  /** `projectType` of OC4IDS 0.9.5; `null`: it has none. */
  readonly oc4idsType: string | null
  /** It is built through the whole procedure: its gates are asked for. Repairs and purchases often need no permits. */
  readonly gated: boolean
}

const kind = (gated: boolean, oc4idsType: string | null, zh: string, en: string, ...alsoWritten: string[]): ProjectKindItem => ({
  gated,
  label: { zh, en },
  oc4idsType,
  alsoWritten,
})

export const PROJECT_KINDS = defineCodeList({
  name: 'projectKind',
  label: { zh: '建设性质', en: 'Kind of project' },
  provenance: 'MEMORY',
  sources: [],
  items: {
    NEW_BUILD: kind(true, 'construction', '新建', 'New build'),
    RECONSTRUCTION: kind(true, 'rehabilitation', '改建', 'Reconstruction'),
    EXTENSION: kind(true, 'expansion', '扩建', 'Extension', '改扩建'),
    RELOCATION: kind(true, 'replacement', '迁建', 'Relocation'),
    REPAIR: kind(false, 'rehabilitation', '修缮', 'Repair', '维修', '维修改造', '装修改造'),
    STANDARDISATION: { ...kind(false, 'rehabilitation', '标准化建设', 'Standardisation', '标准化', '达标建设'), provenance: 'PRODUCT' },
    EQUIPMENT: kind(false, null, '设备购置', 'Equipment purchase', '设备', '设备采购'),
    INFORMATION_SYSTEM: kind(false, null, '信息化建设', 'Information system', '信息化'),
  },
})
export type ProjectKind = CodeOf<typeof PROJECT_KINDS>
