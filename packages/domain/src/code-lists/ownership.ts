// Who runs an institution. The six terms are common in national documents but were recalled, not read in one list.
import { defineCodeList, type CodeOf } from '../code-list.ts'

export const OWNERSHIPS = defineCodeList({
  name: 'ownership',
  label: { zh: '举办性质', en: 'Ownership' },
  provenance: 'MEMORY',
  sources: [],
  items: {
    PUBLIC_GOV: { label: { zh: '公立（政府办）', en: 'Public, government-run' }, alsoWritten: ['公立', '公办', '政府办', '公立医院'] },
    PUBLIC_OTHER: { label: { zh: '公立（其他）', en: 'Public, other' }, alsoWritten: ['事业单位办', '国有企业办', '集体办'] },
    PRIVATE_NONPROFIT: { label: { zh: '民办非营利', en: 'Private, non-profit' }, alsoWritten: ['民营非营利', '社会办非营利'] },
    PRIVATE_PROFIT: { label: { zh: '民办营利', en: 'Private, for-profit' }, alsoWritten: ['民营营利', '民营', '私立', '社会办营利'] },
    VILLAGE_PUBLIC: {
      label: { zh: '公办村卫生室（乡镇卫生院延伸举办）', en: 'Village clinic run by the township hospital' },
      alsoWritten: ['公办村卫生室', '乡镇卫生院延伸举办', '乡镇卫生院设点'],
    },
    VILLAGE_PRIVATE: {
      label: { zh: '村办/个体村卫生室', en: 'Village clinic run by the village or a person' },
      alsoWritten: ['村办', '个体', '村办村卫生室', '个体村卫生室'],
    },
  },
})
export type Ownership = CodeOf<typeof OWNERSHIPS>
