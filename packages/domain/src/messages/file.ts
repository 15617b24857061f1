import type { Text } from '../locale.ts'

/** What goes wrong with files read and written. */
export const FILE_MESSAGES = {
  // cells and rows
  AMBIGUOUS: {
    zh: '“{value}”对应多个{thing}：{candidates}。请改填其中一个编码。',
    en: '“{value}” means several ({thing}): {candidates}. Write the code of one of them.',
  },
  NOT_YES_OR_NO: { zh: '“{value}”应填“是”或“否”。', en: '“{value}” should be yes or no.' },
  LEVEL_GRADE_DISAGREE: {
    zh: '级别列写明的等次与等次列的“{grade}”不一致，请改正其中之一。',
    en: 'The grade given with the level is not the “{grade}” of the grade column. Correct one of them.',
  },
  COLUMN_MISSING: {
    zh: '文件中没有“{column}”列。请补上该列，或调整列的对应关系。',
    en: 'The file has no column “{column}”. Add it, or change what the columns stand for.',
  },
  DUPLICATE_IN_FILE: { zh: '与第 {row} 行是同一个机构，请只保留一行。', en: 'Row {row} is about the same institution. Keep one of them.' },
  NAME_FORMER: {
    zh: '“{value}”是{institution}（编码 {code}）的曾用名或别名。同一机构请填该编码，新机构请另填编码。',
    en: '“{value}” is a former name or an alias of {institution} (code {code}). Write that code if it is the same, a new code if it is another.',
  },
  NAME_OF_ANOTHER_CODE: {
    zh: '{institution}已登记，编码为 {code}。同一机构请改填该编码。',
    en: '{institution} is recorded with the code {code}. Write that code if it is the same institution.',
  },
  PARENT_ROW_WRONG: {
    zh: '上级机构“{value}”在第 {row} 行，该行有误或未选择，请一并改正。',
    en: 'The parent “{value}” is in row {row}, which is wrong or not chosen. Correct it as well.',
  },
  EFFECTIVE_DAY_NEEDED: {
    zh: '新登记的机构须填生效日；不知何时设立的填“不详”。',
    en: 'A new institution needs its first day; write “Unknown” where it is not known.',
  },
  STATUS_BY_COMMAND: {
    zh: '不能通过导入改为“{status}”，请用撤销机构或并入他院办理。',
    en: 'An import cannot set the status “{status}”. Close or merge the institution instead.',
  },
  CODE_OF_OTHER_COUNTY: {
    zh: '编码“{value}”已由其他县的{institution}使用，请改正。',
    en: 'The code “{value}” belongs to {institution} of another county. Correct it.',
  },
  MEMBERSHIP_ENDED: {
    zh: '{institution}在{alliance}的成员关系已于 {last} 终止，导入不能延长或恢复。记录有误的，请更正该成员记录。',
    en: '{institution} left {alliance} after {last}; an import cannot prolong it. Correct the membership where the record is wrong.',
  },
  CHANGED_SINCE_CHECK: {
    zh: '检查之后，{subject}已被他人更改。请重新检查后再导入。',
    en: '{subject} was changed by someone after the check. Check again, then import.',
  },
  // files
  FILE_TYPE: {
    zh: '“{name}”不是 Excel（.xlsx）或 CSV 文件。请另存为其中一种再上传。',
    en: '“{name}” is neither Excel (.xlsx) nor CSV. Save it as one of them.',
  },
  FILE_UNREADABLE: {
    zh: '文件已损坏或格式不符，无法读取。请用 Excel 打开并另存后再上传。',
    en: 'The file is damaged or not what its name says. Open it in Excel, save it anew, and upload that.',
  },
  FILE_PROTECTED: {
    zh: '文件设有密码，无法读取。请取消密码后再上传。',
    en: 'The file is protected by a password. Remove it and upload again.',
  },
  FILE_ENCODING: {
    zh: '无法识别文件的文字编码。请另存为“CSV UTF-8”再上传。',
    en: 'The encoding of the text is not known. Save it as CSV UTF-8 and upload that.',
  },
  FILE_TOO_LARGE: { zh: '文件超过 {max} MB。请分成几个文件。', en: 'The file is larger than {max} MB. Split it.' },
  FILE_TOO_LONG: { zh: '文件超过 {max} 行。请分成几个文件。', en: 'The file has more than {max} rows. Split it.' },
  FILE_TOO_WIDE: {
    zh: '文件超过 {max} 列。请删除不需要的列。',
    en: 'The file has more than {max} columns. Remove those that are not needed.',
  },
  FILE_CELL_TOO_LONG: {
    zh: '第 {row} 行有单元格超过 {max} 个字符。请缩短。',
    en: 'A cell of row {row} has more than {max} characters. Shorten it.',
  },
  FILE_EXPANDS: {
    zh: '文件解压后过大，已拒绝读取。请删除多余的工作表和格式后再上传。',
    en: 'The file unpacks to too much and was refused. Remove sheets and formats that are not needed.',
  },
  FILE_EMPTY: { zh: '文件中没有数据行。请从模板开始填写。', en: 'The file has no rows. Begin with the template.' },
  JSON_EMPTY: { zh: '文件是空的。请选择 OC4IDS 项目数据包。', en: 'The file is empty. Choose a project package of OC4IDS.' },
  JSON_ENCODING: { zh: '文件不是 UTF-8 编码。请另存为 UTF-8 再上传。', en: 'The file is not UTF-8. Save it as UTF-8 and upload that.' },
  JSON_INVALID: {
    zh: '文件不是有效的 JSON，第 {line} 行起无法读取。请检查该处或重新导出。',
    en: 'The file is not JSON: it cannot be read from line {line} on. Check that place, or export the file again.',
  },
  OC4IDS_VERSION: {
    zh: '{path}：版本“{value}”不是 0.9，无法导入。请按 OC4IDS 0.9 导出。',
    en: '{path}: the version “{value}” is not 0.9. Export the package as OC4IDS 0.9.',
  },
  OC4IDS_FAULT: {
    zh: '{path}：{problem}。请改正数据包后重新导入。',
    en: '{path}: {problem}. Correct the package and import it again.',
  },
  // import runs
  IMPORT_INTERRUPTED: {
    zh: '导入期间系统重新启动，没有写入任何数据。请重新上传文件。',
    en: 'The system was restarted during the import; nothing was written. Upload the file again.',
  },
  IMPORT_BROKE: {
    zh: '导入时系统出错，没有写入任何数据。请重试；如仍出错，请将请求编号 {request} 告知管理员。',
    en: 'Something failed during the import; nothing was written. Try again, or tell the administrator the request id {request}.',
  },
  IMPORT_BUSY: { zh: '已有 {count} 个导入在等待，请稍后再试。', en: '{count} imports are waiting already. Try again later.' },
  IMPORT_STATE: { zh: '该导入现为“{state}”，不能进行这一操作。', en: 'The import is “{state}”; this cannot be done now.' },
  IMPORT_ROWS_WRONG: {
    zh: '有 {count} 行存在问题，没有写入任何数据。请改正文件后重新上传，或只导入无误的行。',
    en: '{count} rows are wrong; nothing was written. Correct the file and upload it again, or import only the rows that are right.',
  },
  IMPORT_ROW_WRONG: { zh: '第 {row} 行存在问题或不存在，不能选择。', en: 'Row {row} is wrong or does not exist; it cannot be chosen.' },
  IMPORT_NO_ROWS: { zh: '没有选择要导入的行。', en: 'No rows were chosen.' },
  HEADER_UNKNOWN: { zh: '文件中没有“{header}”列。', en: 'The file has no column “{header}”.' },
  FIELD_UNKNOWN: { zh: '“{field}”不是可导入的项目。', en: '“{field}” is not something that can be imported.' },
  FIELD_TWICE: { zh: '“{field}”对应了两列，请只保留一列。', en: 'Two columns stand for “{field}”. Keep one.' },
} as const satisfies Record<string, Text>
