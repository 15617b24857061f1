import type { Shape } from '../i18n/shape.ts'

const zh = { view: '显示方式', picture: '图', table: '表', png: '存为图片' } as const
const en = { view: 'Show as', picture: 'Picture', table: 'Table', png: 'Save as PNG' } satisfies Shape<typeof zh>

export const chartTexts = { zh, en }
