// Sex, education and degree: from memory of GB/T 2261.1, GB/T 4658 and GB/T 6864, not checked.
import { defineCodeList, type CodeListItem, type CodeOf } from '../code-list.ts'

/** A sex and its national code. */
export interface SexItem extends CodeListItem {
  readonly nationalCode: string
}

export const SEXES = defineCodeList<'MALE' | 'FEMALE', SexItem>({
  name: 'sex',
  label: { zh: '性别', en: 'Sex' },
  standard: 'GB/T 2261.1',
  provenance: 'MEMORY',
  sources: [],
  items: {
    MALE: { label: { zh: '男', en: 'Male' }, nationalCode: '1', alsoWritten: ['1', '男性', 'm'] },
    FEMALE: { label: { zh: '女', en: 'Female' }, nationalCode: '2', alsoWritten: ['2', '女性', 'f'] },
  },
})
export type Sex = CodeOf<typeof SEXES>

export const EDUCATIONS = defineCodeList({
  name: 'education',
  label: { zh: '学历', en: 'Education' },
  standard: 'GB/T 4658',
  provenance: 'MEMORY',
  sources: [],
  items: {
    '10': { label: { zh: '研究生', en: 'Postgraduate' }, alsoWritten: ['博士研究生', '硕士研究生', '研究生教育'] },
    '20': { label: { zh: '大学本科', en: 'Bachelor' }, alsoWritten: ['本科', '大学'] },
    '30': { label: { zh: '大学专科', en: 'College' }, alsoWritten: ['大专', '专科'] },
    '40': { label: { zh: '中等职业教育', en: 'Secondary vocational' }, alsoWritten: ['中专', '中技', '技校', '中专及中技'] },
    '60': { label: { zh: '普通高中', en: 'Senior secondary' }, alsoWritten: ['高中'] },
    '70': { label: { zh: '初中', en: 'Junior secondary' }, alsoWritten: ['初中及以下'] },
    '80': { label: { zh: '小学', en: 'Primary school' } },
    '90': { label: { zh: '其他', en: 'Other' } },
  },
})
export type Education = CodeOf<typeof EDUCATIONS>

export const DEGREES = defineCodeList({
  name: 'degree',
  label: { zh: '学位', en: 'Degree' },
  standard: 'GB/T 6864',
  provenance: 'MEMORY',
  sources: [],
  items: {
    '2': { label: { zh: '博士', en: 'Doctor' }, alsoWritten: ['博士学位'] },
    '3': { label: { zh: '硕士', en: 'Master' }, alsoWritten: ['硕士学位'] },
    '4': { label: { zh: '学士', en: 'Bachelor' }, alsoWritten: ['学士学位'] },
  },
})
export type Degree = CodeOf<typeof DEGREES>
