// WS 218-2002 appendix B: management class (机构分类管理), read in one copy.
import { defineCodeList, type CodeOf } from '../code-list.ts'
import { SOURCES } from './sources.ts'

export const MANAGEMENT_CLASSES = defineCodeList({
  name: 'managementClass',
  label: { zh: '机构分类管理', en: 'Management class' },
  standard: 'WS 218-2002 附录 B',
  provenance: 'VERIFIED',
  sources: [SOURCES.CHONGQING_CORE_IG],
  items: {
    '1': { label: { zh: '非营利性医疗机构', en: 'Non-profit' }, alsoWritten: ['非营利性', '非营利'] },
    '2': { label: { zh: '营利性医疗机构', en: 'For-profit' }, alsoWritten: ['营利性', '营利'] },
    '9': { label: { zh: '其他卫生机构', en: 'Other health institution' }, alsoWritten: ['其他'] },
  },
})
export type ManagementClass = CodeOf<typeof MANAGEMENT_CLASSES>
