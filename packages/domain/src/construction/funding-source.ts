// Where the money of public works comes from; from memory of the forms of the national system of investment projects.
import { defineCodeList, type CodeListItem, type CodeOf } from '../code-list.ts'

export interface FundingSourceItem extends CodeListItem {
  /** `financingArrangementType` of OC4IDS 0.9.5. */
  readonly oc4idsArrangement: 'grant' | 'bond' | 'loan' | 'shares.unlisted' | null
}

const source = (
  oc4idsArrangement: FundingSourceItem['oc4idsArrangement'],
  zh: string,
  en: string,
  ...alsoWritten: string[]
): FundingSourceItem => ({
  label: { zh, en },
  oc4idsArrangement,
  alsoWritten,
})

export const FUNDING_SOURCES = defineCodeList({
  name: 'fundingSource',
  label: { zh: '资金来源', en: 'Source of funds' },
  provenance: 'MEMORY',
  sources: [],
  items: {
    CENTRAL_BUDGET: source('grant', '中央预算内投资', 'Central budget investment', '中央', '中央资金', '中央预算内'),
    ULTRA_LONG_BOND: source('bond', '超长期特别国债', 'Ultra-long special treasury bond', '特别国债'),
    PROVINCIAL: source('grant', '省级财政', 'Provincial funds', '省级', '省级资金', '省财政'),
    PREFECTURAL: source('grant', '市级财政', 'Prefectural funds', '市级', '市级资金', '市财政'),
    COUNTY: source('grant', '县级财政', 'County funds', '县级', '县级资金', '县财政', '县级配套'),
    UPPER_LEVEL: {
      ...source('grant', '上级资金（未分级）', 'Funds from above, level not stated', '上级', '上级资金'),
      provenance: 'PRODUCT',
    },
    SPECIAL_BOND: source('bond', '地方政府专项债券', 'Local government special bond', '专项债', '专项债券'),
    GENERAL_BOND: source('bond', '地方政府一般债券', 'Local government general bond', '一般债', '一般债券'),
    OWN_FUNDS: source(null, '单位自筹', 'Own funds', '自筹', '自筹资金'),
    LOAN: source('loan', '银行贷款', 'Bank loan', '贷款'),
    SOCIAL_CAPITAL: source('shares.unlisted', '社会资本', 'Social capital'),
    DONATION: source('grant', '捐赠', 'Donation', '社会捐赠'),
    COUNTERPART_AID: source('grant', '对口支援', 'Counterpart aid', '对口支援资金'),
    FOREIGN_LOAN: source('loan', '外国政府或国际组织贷款', 'Foreign loan', '外债'),
  },
})
export type FundingSource = CodeOf<typeof FUNDING_SOURCES>
