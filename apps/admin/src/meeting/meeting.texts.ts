import type { Shape } from '../i18n/shape.ts'

const zh = {
  title: '会议',
  empty: '还没有登记会议。登记后保留时间、参会单位和议定事项。',
  column: { heldOn: '日期', title: '名称', attendees: '参会单位', summary: '议定事项', source: '来源', actions: '办理' },
  field: { heldOn: '日期', title: '名称', summary: '议定事项', attendees: '参会单位', attendeesHint: '从医共体成员中选择' },
  revise: '修改',
  confirm: '登记 {{day}} 的会议“{{title}}”',
  reviseConfirm: '保存对“{{title}}”的修改',
  count_other: '{{count}} 家',
} as const

const en: Shape<typeof zh> = {
  title: 'Meetings',
  empty: 'No meetings yet. Record one to keep its date, who attended and what was decided.',
  column: { heldOn: 'Date', title: 'Title', attendees: 'Attended by', summary: 'Decisions', source: 'Source', actions: 'Commands' },
  field: { heldOn: 'Date', title: 'Title', summary: 'Decisions', attendees: 'Attended by', attendeesHint: 'Choose among the members' },
  revise: 'Revise',
  confirm: 'Record the meeting “{{title}}” on {{day}}',
  reviseConfirm: 'Save the changes to “{{title}}”',
  count_other: '{{count}} institutions',
  count_one: '{{count}} institution',
}

export const meetingTexts = { zh, en }
