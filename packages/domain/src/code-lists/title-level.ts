// Levels of professional titles with the codes of the national staff card, read in one copy; the English is ours.
import { defineCodeList, type CodeListItem, type CodeOf } from '../code-list.ts'
import { SOURCES } from './sources.ts'

/** A level, its code on the card, and its rank: the higher the number, the higher the level. */
export interface TitleLevelItem extends CodeListItem {
  readonly nationalCode: string
  readonly rank: number
}

const level = (nationalCode: string, rank: number, zh: string, en: string, ...alsoWritten: string[]): TitleLevelItem => ({
  label: { zh, en },
  nationalCode,
  rank,
  alsoWritten: [nationalCode, ...alsoWritten],
})

export const TITLE_LEVELS = defineCodeList({
  name: 'titleLevel',
  label: { zh: '职称级别', en: 'Title level' },
  standard: '卫统人员卡',
  provenance: 'VERIFIED',
  sources: [SOURCES.STAFF_CARD],
  items: {
    SENIOR: level('1', 5, '正高', 'Senior', '正高级', '主任医师', '主任护师', '主任药师', '主任技师'),
    ASSOCIATE_SENIOR: level('2', 4, '副高', 'Associate senior', '副高级', '副主任医师', '副主任护师', '副主任药师', '副主任技师'),
    INTERMEDIATE: level('3', 3, '中级', 'Intermediate', '主治医师', '主管护师', '主管药师', '主管技师'),
    ASSISTANT: level('4', 2, '助理（师级）', 'Assistant', '师级', '助理', '初级师', '住院医师', '护师', '药师', '技师'),
    JUNIOR: level('5', 1, '员（士级）', 'Junior', '士级', '员', '初级士', '医士', '护士', '药士', '技士'),
    UNAPPOINTED: level('6', 0, '待聘', 'Not appointed', '无', '未聘', '未评'),
  },
})
export type TitleLevel = CodeOf<typeof TITLE_LEVELS>

/** Whether a level is at least another; what is not known is not. */
export function isAtLeast(level: TitleLevel | null, least: TitleLevel): boolean {
  return level !== null && TITLE_LEVELS.items[level].rank >= TITLE_LEVELS.items[least].rank
}
