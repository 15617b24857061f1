import type { Text } from '../locale.ts'

/** What goes wrong with construction projects, and what their rules find. */
export const CONSTRUCTION_MESSAGES = {
  NOT_AN_AMOUNT: {
    zh: '“{value}”不是有效金额，请填不小于 0 的元数，最多两位小数。',
    en: '“{value}” is not an amount. Give yuan of at least 0 with at most two decimals.',
  },
  NOT_AN_AMOUNT_OF_WAN: {
    zh: '“{value}”不是有效金额，请填不小于 0 的万元数，最多六位小数。',
    en: '“{value}” is not an amount. Give ten thousands of yuan of at least 0 with at most six decimals.',
  },
  PROJECT_CODE_SHAPE: {
    zh: '“{value}”不是有效的项目代码，应形如 2019-431221-84-01-012345。',
    en: '“{value}” is not a project code; it looks like 2019-431221-84-01-012345.',
  },
  PROJECT_CODE_DIVISION: {
    zh: '项目代码中的地区代码“{value}”不在区划中，请核对。',
    en: 'The division {value} in the project code does not exist. Check it.',
  },
  PROJECT_CODE_TAKEN: {
    zh: '项目代码“{value}”已由{name}使用，请核对。',
    en: 'The project code “{value}” belongs to {name} already. Check it.',
  },
  PROJECT_COUNTY_FIXED: {
    zh: '项目已登记在另一县，地点须在该县内。登记有误的，请撤回后重新登记。',
    en: 'The project is kept under another county; its place lies there. Undo its recording and create it anew where that is wrong.',
  },
  PROJECT_PART_OF_ITSELF: {
    zh: '所选项目是{project}本身或其子项目，不能作为其上级项目，请另选。',
    en: 'The chosen project is {project} itself or a part of it. Choose another.',
  },
  RECORD_STILL_USED: {
    zh: '该{thing}仍被到位、年度计划或支付记录使用，请先撤回或更正那些记录。',
    en: 'Receipts, yearly plans or payments still name this {thing}. Undo or correct those first.',
  },
  OF_ANOTHER_PROJECT: { zh: '所选{thing}不属于本项目，请另选。', en: 'The chosen {thing} belongs to another project. Choose another.' },
  UNITS_BEYOND: { zh: '完成 {done} 个，超过总数 {count} 个，请核对。', en: '{done} are done of only {count}. Check the numbers.' },
  STAGE_BACKWARD: {
    zh: '由“{before}”退回“{after}”须填写原因。',
    en: 'Going from “{before}” back to “{after}” needs a reason.',
  },
  GATE_NOT_PASSED: {
    zh: '进入“{stage}”之前应有{gates}的批复或许可，现未登记。请先登记，或填写原因。',
    en: 'Before “{stage}” there should be approvals for {gates}, which are not on record. Record them, or give a reason.',
  },
  SAME_STAGE: { zh: '在 {day} 已记录为这一阶段和表述。', en: 'This stage and wording are already recorded for {day}.' },
  STAGE_TWICE: { zh: '“{stage}”填写了两次，请合并。', en: '“{stage}” is given twice. Merge them.' },
  PLAN_OUT_OF_ORDER: {
    zh: '“{later}”的日期早于“{earlier}”，请改正。',
    en: '“{later}” is planned before “{earlier}”. Correct the days.',
  },
  BASELINE_FIXED: {
    zh: '“{stage}”已有基准计划 {day}。变更计划请用调整计划，基准有误请用更正。',
    en: '“{stage}” has the baseline {day} already. Re-plan it, or correct the baseline.',
  },
  NOTHING_PLANNED: { zh: '“{stage}”没有基准计划，请先编制计划。', en: '“{stage}” has no baseline. Plan it first.' },
  PLAN_REVERSED: {
    zh: '计划竣工 {completion} 早于计划开工 {start}，请先改正计划。',
    en: 'The planned completion {completion} is before the planned start {start}. Correct the plan first.',
  },
  ALREADY_SUSPENDED: {
    zh: '{project} {period}已登记停工，请改正日期或改为更正。',
    en: '{project} is recorded as suspended {period} already. Correct the days or that record.',
  },
  NOT_SUSPENDED: { zh: '{project}在 {day} 没有停工记录，不能复工。', en: '{project} is not recorded as suspended on {day}.' },
  RESUMED_BEFORE: {
    zh: '复工日 {day} 不晚于停工日 {since}，请改正。',
    en: 'The resumption {day} is not after the stop {since}. Correct one of them.',
  },
  OBSERVED_OUTSIDE: { zh: '{day} 不在停工期内，请改正。', en: '{day} is not a day of the suspension. Correct it.' },
  OBSERVED_NEEDED: {
    zh: '停工日不详时，须填写一个确知停工的日期或复工日。',
    en: 'Where the day of the stop is not known, give a day on which works stood still, or the day they resumed.',
  },
  STAGE_OR_WORDING: {
    zh: '请选择阶段；阶段不详的，照录报告的原文表述。',
    en: 'Choose a stage, or give the words of the report where the stage is not known.',
  },
  NOT_A_GATE: { zh: '“{stage}”没有批复或许可，请选择有审批的阶段。', en: '“{stage}” has no approval or permit. Choose a stage that has.' },
  DAY_TO_COME: { zh: '{day} 尚未到来，请改正。', en: '{day} has not come yet. Correct it.' },
  NOT_A_YEAR: { zh: '“{value}”不是有效年份。', en: '“{value}” is not a year.' },
  YEAR_TWICE: { zh: '{year} 年填写了两次，请合并。', en: '{year} is given twice. Merge them.' },
  TOO_MANY: { zh: '超过 {max} 条，请分开登记。', en: 'More than {max}. Record them apart.' },
  ARRIVED_BEYOND_PLANNED: {
    zh: '{source}累计到位 {arrived}，超过计划 {planned}。计划有调整的，请先更正资金来源。',
    en: '{arrived} would have arrived from {source}, more than the planned {planned}. Correct the planned amount first where it was adjusted.',
  },
  PAID_BEYOND_ARRIVED: {
    zh: '累计支付 {paid}，超过累计到位 {arrived}。属垫付的请注明垫付。',
    en: '{paid} would be paid, more than the {arrived} that arrived. Mark it as an advance where it is one.',
  },
  REPORT_MONTH_TO_COME: { zh: '{value} 尚未开始，不能填报。', en: '{value} has not begun and cannot be reported.' },
  NOT_A_PERCENTAGE: { zh: '“{value}”应为 0 至 100、最多两位小数的百分数。', en: '“{value}” should be 0 to 100 with at most two decimals.' },
  MONTH_BEYOND_TOTAL: {
    zh: '本月完成投资 {month}，大于累计 {total}，请核对。',
    en: 'The month’s {month} is more than the {total} to date. Check them.',
  },
  REPORT_STATE: { zh: '本月月报{state}，不能进行此操作。', en: 'The report of this month cannot be changed so; it is: {state}.' },
  BEFORE_FOUND: { zh: '{day} 早于发现日 {found}，请改正。', en: '{day} is before it was found ({found}). Correct one of them.' },
  ALREADY_RESOLVED: { zh: '该问题已于 {day} 解决。', en: 'This was resolved on {day} already.' },
  NO_SUCH_ALERT: { zh: '现在没有这一提醒，无需确认。', en: 'There is no such alert now.' },
  PHOTO_TYPE: {
    zh: '“{name}”不是 JPEG、PNG 或 WebP 照片，请转换后再添加。',
    en: '“{name}” is not a JPEG, PNG or WebP photo. Convert it first.',
  },
  PHOTO_HEIC: {
    zh: '“{name}”是 HEIC 照片，本系统不能读取。请在手机“设置 → 相机 → 格式”中选“兼容性最佳”后重拍，或转换为 JPEG 再添加。',
    en: '“{name}” is a HEIC photo, which cannot be read here. On the phone choose Settings → Camera → Formats → Most Compatible and take it again, or convert it to JPEG.',
  },
  PHOTO_TOO_LARGE: { zh: '“{name}”超过 {max} MB，请缩小后再添加。', en: '“{name}” is larger than {max} MB. Make it smaller first.' },
  PHOTO_TOO_MANY_PIXELS: {
    zh: '“{name}”超过 {max} 百万像素，请缩小后再添加。',
    en: '“{name}” has more than {max} megapixels. Make it smaller first.',
  },
  PHOTO_DAMAGED: { zh: '“{name}”已损坏，无法读取，请另选。', en: '“{name}” is damaged and cannot be read. Choose another.' },
  PHOTO_TWICE: { zh: '“{name}”已在本月月报中。', en: '“{name}” is in this report already.' },
  PHOTOS_TOO_MANY: { zh: '一份月报最多 {max} 张照片，请先删去一些。', en: 'A report has at most {max} photos. Take some away first.' },
  AMOUNT_IN_BOTH_UNITS: {
    zh: '同一金额在万元列和元列都填写了，请只保留一个。',
    en: 'The amount is given in yuan and in ten thousands of yuan. Keep one.',
  },
  PROJECT_TWICE_IN_FILE: { zh: '与第 {row} 行是同一个项目，请只保留一行。', en: 'Row {row} is about the same project. Keep one of them.' },
  PROJECT_NAME_TAKEN: {
    zh: '“{value}”已登记，编码为 {code}。同一项目请改填该编码，另一项目请用不同名称。',
    en: '“{value}” is recorded under the code {code}. Write that code if it is the same project, another name if it is not.',
  },
  FUNDING_UNKNOWN: {
    zh: '{project}没有资金来源“{source}”，请先登记或导入资金来源。',
    en: '{project} has no funding “{source}”. Record or import it first.',
  },
  FUNDING_AMBIGUOUS: {
    zh: '{project}有多笔“{source}”，请填写批次。',
    en: '{project} has several of “{source}”. Give the batch.',
  },
  REPORT_TWICE_IN_FILE: {
    zh: '与第 {row} 行是同一项目同一月份，请只保留一行。',
    en: 'Row {row} is about the same month of the project. Keep one of them.',
  },
  REPORT_CLOSED: {
    zh: '{month} 月报{state}，内容与本行不同。请先退回该月报再导入。',
    en: 'The report of {month} says otherwise and is: {state}. Return it before importing another.',
  },
  // why a figure cannot be given
  NO_PLANNED_START: { zh: '没有计划开工日期。', en: 'No planned start.' },
  NO_PLANNED_COMPLETION: { zh: '没有计划竣工日期。', en: 'No planned completion.' },
  NO_ACTUAL_START: { zh: '已开工，开工日期不详。', en: 'Works have started; the day is not known.' },
  NO_ACTUAL_COMPLETION: { zh: '已完工，完工日期不详。', en: 'Works are complete; the day is not known.' },
  STAGE_NOT_KNOWN: { zh: '阶段不详，无从判断是否开工。', en: 'The stage is not known, so whether works have started cannot be said.' },
  NO_ACCEPTED_PROGRESS: { zh: '没有已审核且填有形象进度百分比的月报。', en: 'No accepted report gives physical progress in per cent.' },
  NO_APPROVED_INVESTMENT: { zh: '没有批复投资。', en: 'No approved investment.' },
  NO_YEAR_PLAN: { zh: '没有年度计划。', en: 'No yearly plan.' },
  PLAN_IS_YEARLY: {
    zh: '计划只到年度，年内各月的计划值不能推算。',
    en: 'The plan is by year; what was planned until this month is not known.',
  },
  NO_PAYMENTS: { zh: '没有支付记录。', en: 'No payments are recorded.' },
  // alerts
  ALERT_LATE_STAGE: { zh: '“{stage}”计划于 {day} 到达，尚未到达。', en: '“{stage}” was planned for {day} and is not reached.' },
  ALERT_FORECAST_LAPSED: { zh: '报告预计 {day} 到达“{stage}”，已过期。', en: 'A report expected “{stage}” by {day}, which has passed.' },
  ALERT_FUNDS_DUE: {
    zh: '{source}截至 {year} 年应到位 {due}，尚欠 {owed}。',
    en: '{due} was due from {source} by the end of {year}; {owed} is outstanding.',
  },
  ALERT_FUNDS_NOT_RECORDED: {
    zh: '{source}截至 {year} 年应到位 {due}，没有到位记录。',
    en: '{due} was due from {source} by the end of {year}; nothing is recorded.',
  },
  ALERT_NOTHING_ARRIVED: { zh: '已开工，{source}未到位。', en: 'Works have started and nothing has arrived from {source}.' },
  ALERT_REPORT_MISSING: { zh: '{month} 月报未上报。', en: 'The report of {month} is missing.' },
  ALERT_PAID_BEYOND_ARRIVED: {
    zh: '累计支付 {paid}，较累计到位 {arrived} 多 {by}。',
    en: '{paid} was paid, {by} more than the {arrived} that arrived.',
  },
  ALERT_AREA_BEYOND_APPROVED: {
    zh: '建筑面积 {area} ㎡，超过批复的 {approved} ㎡。',
    en: 'The area of {area} m² is more than the approved {approved} m².',
  },
  ALERT_INVESTMENT_BEYOND_APPROVED: {
    zh: '{what} {amount}，超过批复投资 {approved}。',
    en: 'At {amount}, {what} is more than the approved {approved}.',
  },
  ALERT_SHARE_BROKEN: {
    zh: '“{group}”中{source}计划 {planned}，按分担比例应为 {expected}。',
    en: 'In “{group}”, {source} is planned with {planned}; its part is {expected}.',
  },
} as const satisfies Record<string, Text>
