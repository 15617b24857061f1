import type { Text } from '../locale.ts'

/** What goes wrong with institutions, regions and documents. */
export const INSTITUTION_MESSAGES = {
  // attributes
  INSTITUTION_CODE: {
    zh: '“{value}”不是有效的编码：只能用字母、数字和 - _ .，以字母或数字开头，不超过 40 位。',
    en: '“{value}” is not a valid code: letters, digits and - _ . only, a letter or digit first, at most 40.',
  },
  CODE_TAKEN: { zh: '编码“{value}”已由{name}使用，请另编。', en: 'The code “{value}” belongs to {name} already. Choose another.' },
  CODE_OF_UNDONE: {
    zh: '编码“{value}”原属{name}，其登记已撤回，所属县或类型与现在所填不同，不能沿用，请另编。',
    en: 'The code “{value}” was that of {name}, whose recording was undone and which was of another county or kind. Choose another.',
  },
  ALIAS_IS_NAME: { zh: '别名“{value}”与机构名称相同，请删除。', en: 'The alias “{value}” is the name itself. Remove it.' },
  ALIAS_TWICE: { zh: '别名“{value}”重复，请删除一个。', en: 'The alias “{value}” is given twice. Remove one.' },
  GRADE_NOT_OF_LEVEL: {
    zh: '国家医院等级中没有“{level}”加“{grade}”，请改正级别或等次。',
    en: 'The national list has no “{grade}” with “{level}”. Correct the level or the grade.',
  },
  TARGET_LEVEL_REQUIRED: {
    zh: '填写创建目标时须选定一级、二级或三级；没有创建目标的，级别和等次都留空。',
    en: 'A target needs level 1, 2 or 3; leave level and grade empty where there is no target.',
  },
  OWNERSHIP_OF_VILLAGE_CLINIC: {
    zh: '“{ownership}”只用于村卫生室，本机构类别为“{category}”。请改正其中之一。',
    en: '“{ownership}” is for village clinics only; the category here is “{category}”. Correct one of them.',
  },
  NOT_AN_AREA: {
    zh: '“{value}”不是有效面积，请填不小于 0、最多两位小数的平方米数。',
    en: '“{value}” is not an area. Give square metres of at least 0 with at most two decimals.',
  },
  AGGREGATE_CREDIT_CODE: {
    zh: '本条汇总了 {count} 个机构，不是一个法人，不能填统一社会信用代码。请清空信用代码，或把机构数改为 1。',
    en: 'This entry stands for {count} units and is no legal person. Clear the credit code, or set the units to 1.',
  },
  CREDIT_CODE_LENGTH: {
    zh: '统一社会信用代码应为 18 位，“{value}”是 {length} 位。',
    en: 'A credit code has 18 characters; “{value}” has {length}.',
  },
  CREDIT_CODE_CHARACTER: {
    zh: '统一社会信用代码第 {position} 位“{character}”不合规则：第 3 至 8 位只能是数字，其他位不使用 I、O、S、V、Z 和小写字母。',
    en: 'Character {position} of the credit code, “{character}”, is not allowed: 3 to 8 are digits, the others never I, O, S, V, Z or lower case.',
  },
  CREDIT_CODE_CHECK: {
    zh: '统一社会信用代码“{value}”校验不符：前 17 位无误时，末位应为“{expected}”，现为“{actual}”。请核对证书。',
    en: 'The credit code “{value}” fails its check: if the first 17 characters are right the last is “{expected}”, not “{actual}”. Compare the certificate.',
  },
  CREDIT_CODE_TAKEN: {
    zh: '统一社会信用代码“{value}”{period}属于{institution}，请核对。',
    en: 'The credit code “{value}” belongs to {institution} {period}. Check it.',
  },
  NOT_A_REGION_CODE: { zh: '“{value}”不是有效的区划代码，请从区划中选择。', en: '“{value}” is not a region code. Choose a region.' },
  PARENT_CYCLE: {
    zh: '所选上级机构在{institution}之下，不能再作为其上级，请另选。',
    en: 'The chosen parent stands below {institution} itself. Choose another.',
  },
  // closing, merging, splitting
  INSTITUTION_CLOSED: {
    zh: '{institution}在 {day} 已撤销、已并入他院或尚未设立，请改选机构或日期。',
    en: '{institution} is closed, merged or not yet open on {day}. Choose another institution or day.',
  },
  STATUS_BY_COMMAND: {
    zh: '“{status}”须通过撤销机构或并入他院办理，请改选状态。',
    en: '“{status}” is what closing or merging does: use that command, or choose another status.',
  },
  RUNS_SERVICE: {
    zh: '{institution}在 {day} 之后仍承办{alliance}的{service}，请先变更承办单位或撤销该中心。',
    en: '{institution} still runs {service} of {alliance} after {day}. Give it to another provider or close it first.',
  },
  HAS_CHILDREN: {
    zh: '{institution}自 {day} 起仍有 {count} 个下级机构（如{first}），请先调整它们的上级机构。',
    en: '{institution} still has {count} institutions below it from {day} on ({first} among them). Give them another parent first.',
  },
  MERGE_INTO_ITSELF: {
    zh: '{institution}不能并入自身，请另选机构。',
    en: '{institution} cannot be merged into itself. Choose another institution.',
  },
  MERGE_CYCLE: {
    zh: '{into}此前已并入{institution}，两者不能相互并入。请核对沿革。',
    en: '{into} was merged into {institution} before; they cannot go into each other. Check the lineage.',
  },
  SPLIT_INTO_NONE: {
    zh: '{institution}分设后至少要有一个新机构，请填写。',
    en: 'At least one new institution comes of splitting {institution}. Enter it.',
  },
  PART_TWICE: {
    zh: '新机构“{name}”填写了两次，请改正名称或删除一个。',
    en: 'The new institution “{name}” is entered twice. Rename or remove one.',
  },
  // documents
  DOCUMENT_NUMBER: {
    zh: '“{value}”不是规范的发文字号，请按“中政办发〔2019〕10号”填写。',
    en: '“{value}” is not a document number. Write it as 中政办发〔2019〕10号.',
  },
  DOCUMENT_NUMBER_TAKEN: {
    zh: '发文字号“{value}”已登记为《{title}》，请直接引用。',
    en: 'The number “{value}” is recorded already as “{title}”. Cite that document.',
  },
  DOCUMENT_COUNTY_FIXED: {
    zh: '文件所属县登记后不能更改。',
    en: 'The county of a document cannot be changed once it is recorded.',
  },
  NOT_A_WEB_ADDRESS: {
    zh: '“{value}”不是有效网址，应以 http:// 或 https:// 开头。',
    en: '“{value}” is not a web address; it starts with http:// or https://.',
  },
} as const satisfies Record<string, Text>
