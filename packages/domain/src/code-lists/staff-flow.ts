// Why somebody came or went, and posts of management: codes of the national staff card, read in one copy.
import { defineCodeList, type CodeOf } from '../code-list.ts'
import { SOURCES } from './sources.ts'

const CARD = { standard: '卫统人员卡', provenance: 'VERIFIED', sources: [SOURCES.STAFF_CARD] } as const

export const FLOWS_IN = defineCodeList({
  ...CARD,
  name: 'flowIn',
  label: { zh: '调入', en: 'How somebody came' },
  items: {
    '11': { label: { zh: '高中等院校毕业生', en: 'Graduate' }, alsoWritten: ['毕业生', '应届毕业生', '招聘'] },
    '12': { label: { zh: '其他卫生机构调入', en: 'From another health institution' } },
    '13': { label: { zh: '非卫生机构调入', en: 'From outside health' } },
    '14': { label: { zh: '军转人员', en: 'From the army' }, alsoWritten: ['军转'] },
    '19': { label: { zh: '其他', en: 'Other' } },
  },
})
export type FlowIn = CodeOf<typeof FLOWS_IN>

export const FLOWS_OUT = defineCodeList({
  ...CARD,
  name: 'flowOut',
  label: { zh: '调出', en: 'How somebody left' },
  items: {
    '21': { label: { zh: '调往其他卫生机构', en: 'To another health institution' }, alsoWritten: ['调出'] },
    '22': { label: { zh: '考取研究生', en: 'Graduate study' } },
    '23': { label: { zh: '出国留学', en: 'Study abroad' } },
    '24': { label: { zh: '退休', en: 'Retired' } },
    '25': { label: { zh: '辞职（辞退）', en: 'Resigned or dismissed' }, alsoWritten: ['辞职', '辞退'] },
    '26': { label: { zh: '自然减员', en: 'Death' }, alsoWritten: ['死亡'] },
    '29': { label: { zh: '其他', en: 'Other' } },
  },
})
export type FlowOut = CodeOf<typeof FLOWS_OUT>

export const MANAGEMENT_POSTS = defineCodeList({
  ...CARD,
  name: 'managementPost',
  label: { zh: '行政/业务管理职务', en: 'Post of management' },
  items: {
    '1': { label: { zh: '党委（副）书记', en: 'Party secretary or deputy' }, alsoWritten: ['书记', '副书记', '党委书记', '党支部书记'] },
    '2': { label: { zh: '院（所、站）长', en: 'Director' }, alsoWritten: ['院长', '所长', '站长', '主任'] },
    '3': { label: { zh: '副院（所、站）长', en: 'Deputy director' }, alsoWritten: ['副院长', '副所长', '副站长'] },
    '4': { label: { zh: '科室主任', en: 'Head of a department' }, alsoWritten: ['科主任'] },
    '5': { label: { zh: '科室副主任', en: 'Deputy head of a department' }, alsoWritten: ['科副主任'] },
  },
})
export type ManagementPost = CodeOf<typeof MANAGEMENT_POSTS>
