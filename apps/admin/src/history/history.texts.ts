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
  shownOf_other: '共 {{count}} 项，此处列出前 {{shown}} 项。',
  hide: '收起',
  more: '更早的变更',
  total_other: '共 {{count}} 次变更',
  undo: {
    button: '撤回',
    one: '撤回第 {{number}} 号变更',
    explain:
      '第 {{number}} 号变更“{{command}}”涉及的各项恢复为变更之前的情况。变更本身保留在记录中，可按“当时所知”查看，撤回也可以再撤回。',
    undoes: '第 {{number}} 号变更',
    undoneBy: '已由第 {{number}} 号变更撤回',
    built: '之后另有变更，须先撤回后面的',
  },
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
  shownOf_other: 'The first {{shown}} of {{count}} records are listed here.',
  shownOf_one: 'The first {{shown}} of {{count}} record is listed here.',
  hide: 'Hide',
  more: 'Earlier changes',
  total_other: '{{count}} changes',
  total_one: '{{count}} change',
  undo: {
    button: 'Undo',
    one: 'Undo change No. {{number}}',
    explain:
      'Everything that change No. {{number}} ({{command}}) touched becomes again what it was before. The change stays in the record and can be read under “as known at”; an undo can be undone.',
    undoes: 'of No. {{number}}',
    undoneBy: 'Undone by No. {{number}}',
    built: 'Later changes stand on this one: undo those first',
  },
}

export const historyTexts = { zh, en }
