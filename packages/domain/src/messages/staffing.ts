import type { Text } from '../locale.ts'

/** What goes wrong with people, appointments, posts and quotas. */
export const STAFFING_MESSAGES = {
  PROFESSION_OF_OTHER_CLASS: {
    zh: '“{profession}”不属于所选人员类别，请核对。',
    en: '“{profession}” is not of the chosen work class. Check them.',
  },
  WORK_BEFORE_BIRTH: {
    zh: '参加工作日期 {day} 不晚于出生日期 {birth}，请改正。',
    en: 'Work began on {day}, not after the birth on {birth}. Correct one of them.',
  },
  NOT_A_PHYSICIAN: {
    zh: '所选专业不是医师，不填医师执业类别。',
    en: 'The chosen profession is no physician and has no category of physician.',
  },
  HOST_TWICE: { zh: '已选择机构，不再填写系统外单位。', en: 'An institution is chosen already. Leave the other place empty.' },
  HOST_IS_HOME: {
    zh: '{kind}的单位与任职单位相同，请另选单位。',
    en: 'The host is the person’s own institution. Choose another for “{kind}”.',
  },
  RETURN_NEEDED: { zh: '{kind}须填写计划返回日或复核日。', en: '“{kind}” needs a planned return or a day of review.' },
  NOT_A_SHARE: {
    zh: '“{value}”不是有效的工作时间比例，请填 0 至 1、最多两位小数。',
    en: '“{value}” is not a share of time. Give 0 to 1 with at most two decimals.',
  },
  ALREADY_PRIMARY: {
    zh: '{person} {period}已任职于{host}，同一时间只能有一个任职单位。调动请用调动。',
    en: '{person} is appointed at {host} {period} already; there is one primary appointment at a time. Use a transfer to move.',
  },
  ALREADY_POSTED: {
    zh: '{person} {period}已派驻到{host}，不能同时派驻两处。',
    en: '{person} is posted down to {host} {period} already; there is one posting at a time.',
  },
  ALREADY_APPOINTED: {
    zh: '{person} {period}已在{host}{kind}。',
    en: '{person} has this kind of appointment ({kind}) at {host} {period} already.',
  },
  NO_PRIMARY: {
    zh: '{person}在 {day} 没有任职单位，不能登记{kind}。',
    en: '{person} has no primary appointment on {day}; “{kind}” cannot be recorded.',
  },
  APPOINTMENT_BEYOND_LIFE: {
    zh: '{host} {period}并非一直存续（{life}），请先调整人员。',
    en: '{host} does not exist throughout {period} (it does in {life}). Move the people first.',
  },
  OVER_QUOTA: {
    zh: '{institution}{postClass} {period}占编 {filled} 人，超过可用编制 {allowed}。请先增加编制、调剂编制，或登记有文件依据的超编批准。',
    en: '{institution} would have {filled} people in {postClass} posts {period}, more than the {allowed} allowed. Raise or lend quota first, or record an exception with its document.',
  },
  EXCEPTION_NEEDS_DOCUMENT: { zh: '超编批准须有文件依据，请选择文件。', en: 'An exception needs the document that allows it. Choose it.' },
  POOL_LENT_OUT: {
    zh: '{pool}在 {day} 已借出 {lent}，超过总量 {total}。',
    en: '{pool} would have lent {lent} on {day}, more than its total of {total}.',
  },
  LENT_BEYOND_QUOTA: {
    zh: '{institution}{postClass}在 {day} 借出 {given}，超过编制 {quota}。',
    en: '{institution} would have lent {given} {postClass} places on {day}, more than its quota of {quota}.',
  },
  LENDER_NEEDED: { zh: '请选择借出的编制周转池或机构，二者选一。', en: 'Choose the pool or the institution that lends: one of them.' },
  LENT_TO_ITSELF: { zh: '借出和借入为同一机构，请另选。', en: 'Lender and borrower are the same institution. Choose another.' },
  POST_OWNER_NEEDED: {
    zh: '请选择岗位所在机构或医共体，二者选一。',
    en: 'Choose the institution or the alliance of the post: one of them.',
  },
  POST_FROZEN: {
    zh: '岗位“{post}”在 {day} 已冻结，不能任用。',
    en: 'The post “{post}” is frozen on {day}; nobody can be appointed to it.',
  },
  POST_FILLED: {
    zh: '岗位“{post}”共 {count} 个，在 {day} 已任用 {filled} 人，没有空缺。',
    en: 'All {count} places of “{post}” are taken on {day} ({filled} people).',
  },
  POST_OF_ANOTHER: {
    zh: '岗位“{post}”不属于{institution}，请另选。',
    en: 'The post “{post}” is not one of {institution}. Choose another.',
  },
  POST_NOT_OPEN: {
    zh: '岗位“{post}”{period}并非一直设置，请先调整任用。',
    en: 'The post “{post}” does not exist throughout {period}. Move the people first.',
  },
  POST_BELOW_FILLED: {
    zh: '岗位“{post}”在 {day} 已任用 {filled} 人，数量不能少于此。',
    en: '{filled} people hold the post “{post}” on {day}; it cannot have fewer places.',
  },
  PERSON_IDENTITY_TAKEN: {
    zh: '该身份证号已登记为{name}，请核对是否同一人。',
    en: 'This identity number belongs to {name} already. Check whether they are the same person.',
  },
  IDENTITY_BIRTH: {
    zh: '身份证号中的出生日期是 {identity}，与填写的 {given} 不一致。',
    en: 'The identity number says born on {identity}, not {given}. Check both.',
  },
  IDENTITY_SEX: { zh: '身份证号与所填性别不一致，请核对。', en: 'The identity number says another sex. Check both.' },
  POSSIBLY_SAME_PERSON: {
    zh: '可能与已登记的{name}（{code}）是同一人：{reasons}（相似度 {score}，满分 100）。确为另一人的，请确认后再提交。',
    en: 'This may be {name} ({code}), who is recorded already: {reasons} (likeness {score} of 100). Confirm that it is another person to go on.',
  },
  CARD_POSSIBLY_SAME: {
    zh: '可能与{name}（{code}）是同一人：{reasons}（相似度 {score}，满分 100）。是同一人的，改为已登记的内容；确为另一人的，在“确认为另一人”列填“是”。',
    en: 'This may be {name} ({code}): {reasons} (likeness {score} of 100). If it is the same person, enter what is on record; if not, write “Yes” under “Another person”.',
  },
  ALREADY_RETIRED: { zh: '{person}在 {day} 没有任职，不能办理退休。', en: '{person} holds no appointment on {day} and cannot retire.' },
  STILL_APPOINTED: {
    zh: '{person}在 {day} 仍任职于{host}，不能登记返聘或重新入职。',
    en: '{person} is still appointed at {host} on {day} and cannot be hired again.',
  },
  LICENCE_TWICE: {
    zh: '{person} {period}已有{kind}。续期请用续期，变更有误请用更正。',
    en: '{person} holds this ({kind}) {period} already. Renew it, or correct its record.',
  },
  LICENCE_SHORTER: {
    zh: '续期后的有效期 {day} 不晚于现有的 {before}。',
    en: 'The renewed licence would expire on {day}, not after the present {before}.',
  },
  NOT_PLANNED: { zh: '{kind}没有返回日，不能延期。', en: '“{kind}” has no return to extend.' },
  NOT_AN_ASSIGNMENT: {
    zh: '{kind}不在此登记，请用入职登记、调动或返聘。',
    en: '“{kind}” is no assignment. Hire, transfer or rehire the person.',
  },
  ENDS_HOME: { zh: '{kind}的结束请用调动、退休或离职。', en: 'Transfer the person, retire them or record the departure to end “{kind}”.' },
  SAME_INSTITUTION: {
    zh: '{person}已在{institution}任职，请另选单位。',
    en: '{person} is appointed at {institution} already. Choose another.',
  },
  QUOTA_OWNER_NEEDED: { zh: '请选择机构或编制周转池，二者选一。', en: 'Choose an institution or a pool: one of them.' },
  RETURNS_TOO_MANY: { zh: '归还数应为 1 至 {count}。', en: 'Give back 1 to {count}.' },
  NO_QUOTA_RECORDED: { zh: '未登记编制，无从判断是否超编。', en: 'No quota is recorded, so nothing can be judged.' },
  ALLOWED_OVER_QUOTA: {
    zh: '批准可超编 {count} 人，依据：{document}，理由：{reason}。',
    en: 'Up to {count} over quota allowed, by {document}, because: {reason}.',
  },
  IS_OVER_QUOTA: { zh: '超编 {over} 人，其中批准 {exception} 人。', en: '{over} over quota; {exception} allowed by a document.' },
  CARD_OTHER_INSTITUTION: {
    zh: '{person}在 {day} 任职于{institution}，与本行单位不同。调动请用调动。',
    en: '{person} is appointed at {institution} on {day}, not where this row says. Use a transfer to move.',
  },
  CARD_NOT_AT_WORK: {
    zh: '{person}在 {day} 没有任职单位。返聘或重新入职请单独登记。',
    en: '{person} holds no appointment on {day}. Record the rehiring first.',
  },
  STILL_USED_BY_STAFF: {
    zh: '该{thing}仍被人员、任用或借用记录使用，请先更正那些记录。',
    en: 'People, appointments or loans still name this {thing}. Correct those first.',
  },
  MENTOR_OF_SELF: { zh: '师傅和徒弟为同一人，请另选。', en: 'Mentor and mentee are the same person. Choose another.' },
  COUNTY_OF_PERSON_FIXED: { zh: '该人员由另一县登记，须由该县办理。', en: 'This person is kept by another county, which has to do it.' },
  ONE_RECORDED_ALREADY: { zh: '{thing}已有记录，请用更正。', en: 'This {thing} is recorded already. Correct it.' },
} as const satisfies Record<string, Text>
