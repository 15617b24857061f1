import type { Text } from '../locale.ts'

export const GENERAL_MESSAGES = {
  // general
  REQUIRED: { zh: '必填。', en: 'Required.' },
  NOT_A_DAY: { zh: '“{value}”不是有效日期,请按 2020-07-31 的格式填写。', en: '“{value}” is not a valid date. Write it as 2020-07-31.' },
  END_BEFORE_START: {
    zh: '截止日 {validTo} 不晚于起始日 {validFrom},请改正其中之一。',
    en: 'The end {validTo} is not after the start {validFrom}. Correct one of them.',
  },
  TOO_LONG: { zh: '超过 {max} 个字符,请缩短。', en: 'Longer than {max} characters. Shorten it.' },
  NOT_IN_LIST: { zh: '“{value}”不在{list}中,请从列表中选择。', en: '“{value}” is not in the list of {list}. Choose one from it.' },
  NOT_A_COUNT: { zh: '“{value}”不是不小于 {min} 的整数。', en: '“{value}” is not a whole number of at least {min}.' },
  NOT_A_DECIMAL: { zh: '“{value}”不是有效数字。', en: '“{value}” is not a number.' },
  NOT_FOUND: { zh: '找不到{thing}“{value}”,请检查后重选。', en: 'There is no {thing} “{value}”. Check it and choose again.' },
  // dated facts
  NOT_IN_FORCE: {
    zh: '在 {day} 没有有效的记录可改,最近的记录为 {nearest}。请改选生效日。',
    en: 'Nothing is in force on {day} to change; the nearest record is {nearest}. Choose another effective day.',
  },
  STRETCHES_OVERLAP: {
    zh: '两段时间重叠:{first} 与 {second}。请改正起止日。',
    en: 'Two stretches overlap: {first} and {second}. Correct their days.',
  },
  NOTHING_CHANGES: { zh: '与现有记录相同,没有需要保存的变更。', en: 'The same as what is recorded; there is nothing to save.' },
  TAKEN_MEANWHILE: { zh: '另一项操作刚刚占用了这一记录。请刷新后重试。', en: 'Another change has just taken this. Reload and try again.' },
} as const satisfies Record<string, Text>
