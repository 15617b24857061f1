// GB/T 12402-2000 经济类型分类与代码, read in one copy. The English names are ours.
import { defineCodeList, type CodeOf } from '../code-list.ts'
import { SOURCES } from './sources.ts'

export const ECONOMIC_TYPES = defineCodeList({
  name: 'economicType',
  label: { zh: '经济类型', en: 'Economic type' },
  standard: 'GB/T 12402-2000',
  provenance: 'VERIFIED',
  sources: [SOURCES.CHONGQING_CORE_IG],
  items: {
    '100': { label: { zh: '内资', en: 'Domestic capital' } },
    '110': { label: { zh: '国有全资', en: 'Wholly state-owned' }, alsoWritten: ['国有', '全民'] },
    '120': { label: { zh: '集体全资', en: 'Wholly collective' }, alsoWritten: ['集体'] },
    '130': { label: { zh: '股份合作', en: 'Joint-stock cooperative' } },
    '140': { label: { zh: '联营', en: 'Joint operation' } },
    '141': { label: { zh: '国有联营', en: 'Joint operation, state' } },
    '142': { label: { zh: '集体联营', en: 'Joint operation, collective' } },
    '143': { label: { zh: '国有与集体联营', en: 'Joint operation, state and collective' } },
    '149': { label: { zh: '其他联营', en: 'Joint operation, other' } },
    '150': { label: { zh: '有限责任(公司)', en: 'Limited liability company' }, alsoWritten: ['有限责任', '有限责任公司'] },
    '159': { label: { zh: '其他有限责任(公司)', en: 'Limited liability company, other' }, alsoWritten: ['其他有限责任公司'] },
    '160': { label: { zh: '股份有限(公司)', en: 'Joint-stock company' }, alsoWritten: ['股份有限公司'] },
    '170': { label: { zh: '私有', en: 'Private' } },
    '171': { label: { zh: '私有独资', en: 'Private, sole owner' } },
    '172': { label: { zh: '私有合伙', en: 'Private partnership' } },
    '173': { label: { zh: '私营有限责任(公司)', en: 'Private limited liability company' }, alsoWritten: ['私营有限责任公司'] },
    '174': { label: { zh: '私营股份有限(公司)', en: 'Private joint-stock company' }, alsoWritten: ['私营股份有限公司'] },
    '175': { label: { zh: '个体经营', en: 'Self-employed' }, alsoWritten: ['个体'] },
    '179': { label: { zh: '其他私有', en: 'Private, other' } },
    '190': { label: { zh: '其他内资', en: 'Domestic, other' } },
    '200': { label: { zh: '港、澳、台投资', en: 'Hong Kong, Macao and Taiwan capital' }, alsoWritten: ['港澳台投资', '港澳台'] },
    '300': { label: { zh: '国外投资', en: 'Foreign capital' }, alsoWritten: ['外资'] },
    '900': { label: { zh: '其他', en: 'Other' } },
  },
})
export type EconomicType = CodeOf<typeof ECONOMIC_TYPES>
