import type { Shape } from '../i18n/shape.ts'

const zh = {
  of: '{{month}} 月报照片',
  add: '添加照片',
  hint: 'JPEG、PNG 或 WebP，每张不超过 {{megabytes}} MB，最多 {{most}} 张。拍摄地点等信息不保存。',
  open: '查看照片 {{name}}',
  remove: '删去照片 {{name}}',
  removeAsk: '从月报中删去这张照片？',
  removeYes: '删去',
  removeNo: '保留',
  notRemoved: '“{{name}}”未能删去。{{why}}',
  progress: '正在添加第 {{done}} 张，共 {{total}} 张',
  notAdded_other: '{{count}} 张照片未添加',
  again: '重试',
  dismiss: '知道了',
  failed: '“{{name}}”未能添加，网络中断或系统出错',
  viewer: '照片',
  place: '{{at}} / {{total}}',
  previous: '上一张',
  next: '下一张',
  close: '关闭',
} as const

const en = {
  of: 'Photos of the report of {{month}}',
  add: 'Add photos',
  hint: 'JPEG, PNG or WebP, {{megabytes}} MB each, at most {{most}}. Where and with what they were taken is not kept.',
  open: 'View the photo {{name}}',
  remove: 'Remove the photo {{name}}',
  removeAsk: 'Remove this photo from the report?',
  removeYes: 'Remove',
  removeNo: 'Keep',
  notRemoved: '“{{name}}” was not removed. {{why}}',
  progress: 'Adding photo {{done}} of {{total}}',
  notAdded_one: '{{count}} photo was not added',
  notAdded_other: '{{count}} photos were not added',
  again: 'Try again',
  dismiss: 'Dismiss',
  failed: '“{{name}}” was not added: the connection broke, or something failed',
  viewer: 'Photo',
  place: '{{at}} of {{total}}',
  previous: 'Previous photo',
  next: 'Next photo',
  close: 'Close',
} satisfies Shape<typeof zh>

export const reportPhotoTexts = { zh, en }
