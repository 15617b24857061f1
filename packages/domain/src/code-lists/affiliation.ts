// GB/T 12404-1997 隶属关系代码: to whom an institution belongs, read in one copy. The English names are ours.
import { defineCodeList, type CodeOf } from '../code-list.ts'
import { SOURCES } from './sources.ts'

export const AFFILIATIONS = defineCodeList({
  name: 'affiliation',
  label: { zh: '隶属关系', en: 'Affiliation' },
  standard: 'GB/T 12404-1997',
  provenance: 'VERIFIED',
  sources: [SOURCES.AFFILIATION_COPY],
  items: {
    '10': { label: { zh: '中央', en: 'Central' }, alsoWritten: ['中央属', '国家'] },
    '20': { label: { zh: '省', en: 'Province' }, alsoWritten: ['省属', '自治区', '直辖市'] },
    '40': { label: { zh: '市、地区', en: 'Prefecture' }, alsoWritten: ['市', '地区', '市属', '地市'] },
    '50': { label: { zh: '县', en: 'County' }, alsoWritten: ['县属', '区县', '县级'] },
    '60': { label: { zh: '街道、镇、乡', en: 'Subdistrict, town or township' }, alsoWritten: ['乡镇', '乡镇属'] },
    '61': { label: { zh: '街道', en: 'Subdistrict' } },
    '62': { label: { zh: '镇', en: 'Town' } },
    '63': { label: { zh: '乡', en: 'Township' } },
    '70': { label: { zh: '居民、村民委员会', en: "Residents' or villagers' committee" }, alsoWritten: ['村居'] },
    '71': { label: { zh: '居民委员会', en: "Residents' committee" }, alsoWritten: ['居委会'] },
    '72': { label: { zh: '村民委员会', en: "Villagers' committee" }, alsoWritten: ['村委会', '村'] },
    '90': { label: { zh: '其他', en: 'Other' } },
  },
})
export type Affiliation = CodeOf<typeof AFFILIATIONS>
