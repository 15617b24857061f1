import type { Text } from '../locale.ts'

export const GENERAL_MESSAGES = {
  // general
  REQUIRED: { zh: '必填。', en: 'Required.' },
  NOT_A_DAY: { zh: '“{value}”不是有效日期，请按 2020-07-31 的格式填写。', en: '“{value}” is not a valid date. Write it as 2020-07-31.' },
  END_BEFORE_START: {
    zh: '截止日 {validTo} 不晚于起始日 {validFrom}，请改正其中之一。',
    en: 'The end {validTo} is not after the start {validFrom}. Correct one of them.',
  },
  TOO_LONG: { zh: '超过 {max} 个字符，请缩短。', en: 'Longer than {max} characters. Shorten it.' },
  NOT_IN_LIST: { zh: '“{value}”不在{list}中，请从列表中选择。', en: '“{value}” is not in the list of {list}. Choose one from it.' },
  NOT_A_COUNT: { zh: '“{value}”不是不小于 {min} 的整数。', en: '“{value}” is not a whole number of at least {min}.' },
  NOT_A_DECIMAL: { zh: '“{value}”不是有效数字。', en: '“{value}” is not a number.' },
  NOT_FOUND: { zh: '找不到{thing}“{value}”，请检查后重选。', en: 'There is no {thing} “{value}”. Check it and choose again.' },
  // dated facts
  NOT_IN_FORCE: {
    zh: '在 {day} 没有有效的记录可改，最近的记录为 {nearest}。请改选生效日。',
    en: 'Nothing is in force on {day} to change; the nearest record is {nearest}. Choose another effective day.',
  },
  STRETCHES_OVERLAP: {
    zh: '两段时间重叠：{first} 与 {second}。请改正起止日。',
    en: 'Two stretches overlap: {first} and {second}. Correct their days.',
  },
  NOTHING_CHANGES: { zh: '与现有记录相同，没有需要保存的变更。', en: 'The same as what is recorded; there is nothing to save.' },
  TAKEN_MEANWHILE: { zh: '另一项操作刚刚占用了这一记录。请刷新后重试。', en: 'Another change has just taken this. Reload and try again.' },
  // undoing a change
  NOT_UNDOABLE: {
    zh: '“{command}”不能撤回。记录有误的，请更正相应记录。',
    en: '“{command}” cannot be undone. Correct the records that are wrong.',
  },
  STILL_NAMED: {
    zh: '撤回后将没有{thing}“{name}”，但仍有 {count} 项记录用到它（如“{first}”）。请先撤回或更正这些记录。',
    en: 'There would be no {thing} “{name}” any more, which {count} records name (“{first}” among them). Undo or correct those first.',
  },
  DOCUMENT_CITED: {
    zh: '文件“{title}”已有 {count} 项变更引用，不能撤回其登记。登记有误的，请修改该文件。',
    en: 'The document “{title}” is cited by {count} changes, so its recording cannot be undone. Revise the document where it is wrong.',
  },
  UNDO_CONFLICT: {
    zh: '撤回会恢复“{restored}”，与此后登记的“{other}”冲突。请先撤回或更正后者。',
    en: 'Undoing would bring back “{restored}”, which excludes “{other}” recorded since. Undo or correct the latter first.',
  },
  UNDO_TAKEN: {
    zh: '撤回要恢复的{what}现已由其他记录使用，请先更正那条记录。',
    en: 'The {what} that would come back belongs to another record by now. Correct that record first.',
  },
} as const satisfies Record<string, Text>
