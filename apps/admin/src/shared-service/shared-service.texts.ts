import type { Shape } from '../i18n/shape.ts'

const zh = {
  overTime: '共享中心变动',
  list: '共享中心清单',
  empty: '还没有共享中心。设立后记录承办单位和服务对象。',
  all: '全体成员',
  planned: '筹备',
  past: '已撤销',
  future: '未来',
  unknown: '未报告',
  column: { name: '名称', kind: '类型', provider: '承办单位', recipients: '服务对象', period: '起止', cited: '依据与来源', actions: '办理' },
  field: { kind: '类型', name: '名称', provider: '承办单位', recipients: '服务对象', servesAll: '全体成员（随成员变动）', servesSome: '指定机构', planned: '状态', running: '已运行', notYet: '筹备中，尚未运行', recipientsHint: '从医共体成员中选择' },
  revise: '变更',
  close: '撤销',
  correct: '更正',
  openConfirm: '自 {{day}} 起设立{{name}}',
  reviseConfirm: '自 {{day}} 起变更{{name}}',
  closeConfirm: '自 {{day}} 起撤销{{name}}',
  correctExplain: '按实际情况改写“{{name}}”的全部时段。原记录保留，可按“当时所知”查看。',
  correctConfirm: '更正{{name}}的记录',
  correctNever: '更正：{{name}}从未设立',
  none: '已删除全部时段，表示从未设立。',
} as const

const en: Shape<typeof zh> = {
  overTime: 'Shared services over time',
  list: 'Shared services',
  empty: 'No shared services yet. Open one to record who runs it and whom it serves.',
  all: 'All members',
  planned: 'Planned',
  past: 'Closed',
  future: 'Future',
  unknown: 'Not reported',
  column: { name: 'Name', kind: 'Kind', provider: 'Run by', recipients: 'Serves', period: 'Period', cited: 'Based on, source', actions: 'Commands' },
  field: { kind: 'Kind', name: 'Name', provider: 'Run by', recipients: 'Serves', servesAll: 'All members, whoever they are', servesSome: 'Certain institutions', planned: 'State', running: 'Running', notYet: 'Planned, not running yet', recipientsHint: 'Choose among the members' },
  revise: 'Revise',
  close: 'Close',
  correct: 'Correct',
  openConfirm: 'Open {{name}} from {{day}}',
  reviseConfirm: 'Revise {{name}} from {{day}}',
  closeConfirm: 'Close {{name}} from {{day}}',
  correctExplain: 'Rewrites every stretch of “{{name}}” as it truly was. The former record is kept and can be read under “as known at”.',
  correctConfirm: 'Correct the record of {{name}}',
  correctNever: 'Correct: {{name}} never existed',
  none: 'All stretches deleted: it never existed.',
}

export const serviceTexts = { zh, en }
