// How one institution comes from another: this product's own terms.
import { defineCodeList, type CodeOf } from '../code-list.ts'

export const LINEAGE_KINDS = defineCodeList({
  name: 'lineageKind',
  label: { zh: '沿革类型', en: 'Kind of lineage' },
  provenance: 'PRODUCT',
  sources: [],
  items: {
    MERGED_INTO: { label: { zh: '并入', en: 'Merged into' } },
    SPLIT_FROM: { label: { zh: '分设自', en: 'Split from' } },
  },
})
export type LineageKind = CodeOf<typeof LINEAGE_KINDS>
