import type { Shape } from '../i18n/shape.ts'

const zh = {
  label: '区划',
  any: '全部区划',
  tree: '行政区划',
  statistical: '统计区',
  statisticalHint: '仅用于统计的区域（开发区、农场等），不是乡镇',
  units: '{{count}} 家',
  none: '没有下级区划',
  failed: '下级区划未能读取，请重试',
} as const

const en = {
  label: 'Region',
  any: 'All regions',
  tree: 'Regions',
  statistical: 'statistical',
  statisticalHint: 'An area of the statistics only (a development zone, a farm), not a township',
  units: '{{count}}',
  none: 'No regions below',
  failed: 'The regions below could not be read. Try again.',
} satisfies Shape<typeof zh>

export const regionTexts = { zh, en }
