import type { Shape } from '../i18n/shape.ts'

const zh = {
  label: '变更记录',
  empty: '还没有变更记录。',
  correction: '更正',
  future: '未来生效',
  number: '第 {{number}} 号',
  effective: '{{day}} 起生效',
  document: '依据：{{document}}',
  note: '说明：{{note}}',
  show_other: '查看全部 {{count}} 项的变更前后',
  hide: '收起',
  more: '更早的变更',
  total_other: '共 {{count}} 次变更',
} as const

const en: Shape<typeof zh> = {
  label: 'Changes',
  empty: 'No changes recorded yet.',
  correction: 'Correction',
  future: 'Not yet in force',
  number: 'No. {{number}}',
  effective: 'in force from {{day}}',
  document: 'Based on {{document}}',
  note: 'Note: {{note}}',
  show_other: 'Show before and after of all {{count}} records',
  show_one: 'Show before and after of {{count}} record',
  hide: 'Hide',
  more: 'Earlier changes',
  total_other: '{{count}} changes',
  total_one: '{{count}} change',
}

export const historyTexts = { zh, en }
