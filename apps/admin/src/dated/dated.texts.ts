import type { Shape } from '../i18n/shape.ts'

const zh = {
  today: '今日',
  asOf: '查看日',
  openEnd: '无截止日',
  closedAt: '{{at}} 起不再采用',
  recordedAt: '{{at}} 登记',
  zoomIn: '放大',
  zoomOut: '缩小',
  zoomFit: '全部',
  histories: '显示更正前的记录',
  asTable: '表格',
  asPicture: '图',
  view: '显示方式',
  empty: '没有记录。',
  hint: '用方向键逐段查看，回车打开。',
  column: { lane: '对象', value: '内容', from: '起始日', last: '截止日', recorded: '登记时间', state: '状态' },
  state: { past: '已结束', current: '有效', future: '未来', closed: '已更正' },
  editor: {
    from: '起始日',
    last: '最后有效日',
    unknown: '起始日不详',
    open: '无截止日',
    add: '增加一段',
    remove: '删除第 {{row}} 段',
    row: '第 {{row}} 段',
  },
} as const

const en: Shape<typeof zh> = {
  today: 'Today',
  asOf: 'Date shown',
  openEnd: 'no end',
  closedAt: 'superseded {{at}}',
  recordedAt: 'recorded {{at}}',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomFit: 'All',
  histories: 'Show what was corrected',
  asTable: 'Table',
  asPicture: 'Timeline',
  view: 'Show as',
  empty: 'Nothing recorded.',
  hint: 'Arrow keys move between stretches; Enter opens one.',
  column: { lane: 'Subject', value: 'Value', from: 'From', last: 'Last day', recorded: 'Recorded', state: 'State' },
  state: { past: 'Ended', current: 'In force', future: 'Future', closed: 'Corrected' },
  editor: {
    from: 'First day',
    last: 'Last day in force',
    unknown: 'Start not known',
    open: 'No end',
    add: 'Add a stretch',
    remove: 'Delete stretch {{row}}',
    row: 'Stretch {{row}}',
  },
}

export const datedTexts = { zh, en }
