import type { Shape } from '../i18n/shape.ts'

const zh = {
  columns: '列与密度',
  chooser: {
    title: '显示的列',
    show: '显示“{{column}}”',
    up: '上移“{{column}}”',
    down: '下移“{{column}}”',
    pinned: '固定在首列',
    reset: '恢复默认',
    density: '行距',
    compact: '紧凑',
    normal: '标准',
  },
  export: {
    open: '导出',
    excel: 'Excel 工作簿（.xlsx）',
    csv: 'CSV 文本（.csv）',
    word: 'Word 文档（.docx）',
    what: '导出当前筛选下的全部 {{total}} 条、当前显示的列',
  },
  pager: {
    label: '翻页',
    rows: '第 {{first}}—{{last}} 条，共 {{total}} 条',
    none: '共 0 条',
    previous: '上一页',
    next: '下一页',
    start: '首页',
    size: '每页 {{size}} 条',
    sizeLabel: '每页条数',
  },
  filter: { active: '筛选', clear: '清除全部', remove: '取消筛选 {{filter}}' },
  selected_other: '已选 {{count, number}} 条',
  unselect: '取消选择',
  noMatch: { title: '没有符合条件的记录', advice: '可放宽或清除筛选条件，也可换一个时点。' },
} as const

const en = {
  columns: 'Columns and density',
  chooser: {
    title: 'Columns shown',
    show: 'Show “{{column}}”',
    up: 'Move “{{column}}” up',
    down: 'Move “{{column}}” down',
    pinned: 'always first',
    reset: 'Reset',
    density: 'Rows',
    compact: 'Compact',
    normal: 'Normal',
  },
  export: {
    open: 'Export',
    excel: 'Excel workbook (.xlsx)',
    csv: 'CSV text (.csv)',
    word: 'Word document (.docx)',
    what: 'All {{total}} rows that match, with the columns shown',
  },
  pager: {
    label: 'Pages',
    rows: '{{first}}–{{last}} of {{total}}',
    none: '0 rows',
    previous: 'Previous page',
    next: 'Next page',
    start: 'First page',
    size: '{{size}} per page',
    sizeLabel: 'Rows per page',
  },
  filter: { active: 'Filters', clear: 'Clear all', remove: 'Remove filter {{filter}}' },
  selected_one: '{{count}} row selected',
  selected_other: '{{count, number}} rows selected',
  unselect: 'Clear selection',
  noMatch: { title: 'Nothing matches', advice: 'Loosen or clear the filters, or choose another day.' },
} satisfies Shape<typeof zh>

export const tableTexts = { zh, en }
