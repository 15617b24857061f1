import { defineCodeList, type CodeOf } from '../code-list.ts'

/** 身份证件种类 of the staff card; its codes from memory of WS 364.3 (CV02.01.101), not checked. */
export const IDENTITY_DOCUMENTS = defineCodeList({
  name: 'identityDocument',
  label: { zh: '身份证件种类', en: 'Identity document' },
  standard: 'WS 364.3',
  provenance: 'MEMORY',
  sources: [],
  items: {
    '01': { label: { zh: '居民身份证', en: 'Resident identity card' }, alsoWritten: ['1', '身份证'] },
    '02': { label: { zh: '居民户口簿', en: 'Household register' }, alsoWritten: ['2', '户口簿', '户口本'] },
    '03': { label: { zh: '护照', en: 'Passport' }, alsoWritten: ['3'] },
    '04': { label: { zh: '军官证', en: 'Military officer card' }, alsoWritten: ['4', '军人证'] },
    '06': { label: { zh: '港澳居民来往内地通行证', en: 'Mainland travel permit (Hong Kong, Macao)' }, alsoWritten: ['6', '港澳通行证'] },
    '07': { label: { zh: '台湾居民来往大陆通行证', en: 'Mainland travel permit (Taiwan)' }, alsoWritten: ['7', '台胞证'] },
    '99': { label: { zh: '其他法定有效证件', en: 'Another valid document' }, alsoWritten: ['9', '其他'] },
  },
})
export type IdentityDocument = CodeOf<typeof IDENTITY_DOCUMENTS>
