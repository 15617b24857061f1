// Work class and profession by actual work, as the national staff card has them, read in one copy; the codes of village doctors and aides are
// ours. A manager who holds a licence is counted by what he does.
import { defineCodeList, type CodeListItem, type CodeOf } from '../code-list.ts'
import { SOURCES } from './sources.ts'

const memory = { provenance: 'MEMORY', sources: [] } as const

export const WORK_CLASSES = defineCodeList({
  name: 'workClass',
  label: { zh: '人员类别', en: 'Work class' },
  standard: '卫统人员卡',
  provenance: 'VERIFIED',
  sources: [SOURCES.STAFF_CARD, SOURCES.STAFF_ENGLISH],
  items: {
    '1': { label: { zh: '卫生技术人员', en: 'Health technical personnel' }, alsoWritten: ['卫技人员', '卫技'] },
    '2': { label: { zh: '其他技术人员', en: 'Other technical personnel' }, alsoWritten: ['其他技术'] },
    '3': { label: { zh: '管理人员', en: 'Management personnel' }, alsoWritten: ['管理', '行政管理'] },
    '4': { label: { zh: '工勤技能人员', en: 'Logistics and skilled workers' }, alsoWritten: ['工勤人员', '工勤'] },
    '5': { label: { zh: '乡村医生和卫生员', en: 'Village doctors and aides' }, alsoWritten: ['乡村医生'], ...memory },
  },
})
export type WorkClass = CodeOf<typeof WORK_CLASSES>

/** A profession and the work class it belongs to. */
export interface ProfessionItem extends CodeListItem {
  readonly workClass: WorkClass
}

const profession = (workClass: WorkClass, zh: string, en: string, ...alsoWritten: string[]): ProfessionItem => ({
  label: { zh, en },
  workClass,
  alsoWritten,
})

export const PROFESSIONS = defineCodeList({
  name: 'profession',
  label: { zh: '从事专业类别', en: 'Profession by actual work' },
  standard: '卫统人员卡',
  provenance: 'VERIFIED',
  sources: [SOURCES.STAFF_CARD],
  items: {
    '11': profession('1', '执业医师', 'Licensed physician', '医师', '医生'),
    '12': profession('1', '执业助理医师', 'Licensed assistant physician', '助理医师'),
    '13': profession('1', '见习医师', 'Trainee physician', '见习医生'),
    '21': profession('1', '注册护士', 'Registered nurse', '护士', '护理'),
    '22': profession('1', '助产士', 'Midwife'),
    '31': profession('1', '西药师（士）', 'Pharmacist, Western medicine', '西药师', '药师', '药剂'),
    '32': profession('1', '中药师（士）', 'Pharmacist, Chinese medicine', '中药师'),
    '41': profession('1', '检验技师（士）', 'Laboratory technician', '检验师', '检验', '检验技师'),
    '42': profession('1', '影像技师（士）', 'Imaging technician', '影像技师', '影像', '放射技师'),
    '50': profession('1', '卫生监督员', 'Health inspector', '监督员'),
    '69': profession('1', '其他卫生技术人员', 'Other health technical personnel', '其他卫技'),
    '70': profession('2', '其他技术人员', 'Other technical personnel', '其他技术'),
    '80': profession('3', '管理人员', 'Manager', '管理', '行政'),
    '90': profession('4', '工勤及技能人员', 'Logistics or skilled worker', '工勤', '工勤技能人员', '后勤'),
    V1: { ...profession('5', '乡村医生', 'Village doctor', '村医'), ...memory },
    V2: { ...profession('5', '卫生员', 'Village health aide', '村卫生员'), ...memory },
  },
})
export type Profession = CodeOf<typeof PROFESSIONS>

/** Physicians by actual work: licensed and assistant. */
export const PHYSICIANS = ['11', '12'] as const satisfies readonly Profession[]

export const PHYSICIAN_CATEGORIES = defineCodeList({
  name: 'physicianCategory',
  label: { zh: '医师执业类别', en: 'Category of physician' },
  standard: '卫统人员卡',
  provenance: 'VERIFIED',
  sources: [SOURCES.STAFF_CARD],
  items: {
    '1': { label: { zh: '临床', en: 'Clinical' }, alsoWritten: ['临床类别'] },
    '2': { label: { zh: '口腔', en: 'Dental' }, alsoWritten: ['口腔类别'] },
    '3': { label: { zh: '公共卫生', en: 'Public health' }, alsoWritten: ['公卫', '公共卫生类别'] },
    '4': { label: { zh: '中医', en: 'Chinese medicine' }, alsoWritten: ['中医类别'] },
  },
})
export type PhysicianCategory = CodeOf<typeof PHYSICIAN_CATEGORIES>
