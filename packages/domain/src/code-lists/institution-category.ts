// WS 218-2002 卫生机构(组织)分类与代码: the 62 codes a county meets, each name compared in two independent copies.
// Not from the standard: the English names, `typicalLevel`, and `primaryCare` (基层医疗卫生机构 = B, C, D and P914 as the national
// yearbook groups them), which is from memory.
import { defineCodeList, type CodeListItem, type CodeOf } from '../code-list.ts'
import { SOURCES } from './sources.ts'

/** Where an institution of a category usually stands; a hint for sorting and for pickers, never a rule. */
export type TypicalLevel = 'PREFECTURE' | 'COUNTY' | 'TOWNSHIP' | 'VILLAGE'

/** A category and what the rules know of it. */
export interface InstitutionCategoryItem extends CodeListItem {
  readonly typicalLevel: TypicalLevel
  /** 基层医疗卫生机构. Provenance `MEMORY`. */
  readonly primaryCare: boolean
}

function other(typicalLevel: TypicalLevel, zh: string, en: string, ...alsoWritten: string[]): InstitutionCategoryItem {
  return { label: { zh, en }, typicalLevel, primaryCare: false, alsoWritten }
}

function primary(typicalLevel: TypicalLevel, zh: string, en: string, ...alsoWritten: string[]): InstitutionCategoryItem {
  return { label: { zh, en }, typicalLevel, primaryCare: true, alsoWritten }
}

export const INSTITUTION_CATEGORIES = defineCodeList({
  name: 'institutionCategory',
  label: { zh: '机构类别', en: 'Institution category' },
  standard: 'WS 218-2002',
  provenance: 'VERIFIED',
  sources: [SOURCES.CHONGQING_CORE_IG, SOURCES.NEPSP_ADMIN],
  items: {
    A100: other('COUNTY', '综合医院', 'General hospital', '人民医院', '县医院'),
    A210: other('COUNTY', '中医(综合)医院', 'TCM hospital (general)', '中医医院', '中医院'),
    A220: other('COUNTY', '中医专科医院', 'TCM specialist hospital'),
    A300: other('COUNTY', '中西医结合医院', 'Integrated Chinese-Western hospital'),
    A419: other('COUNTY', '其他民族医院', 'Ethnic-medicine hospital, other', '民族医院'),
    A511: other('COUNTY', '口腔医院', 'Dental hospital'),
    A512: other('COUNTY', '眼科医院', 'Eye hospital'),
    A518: other('COUNTY', '妇产(科)医院', 'Obstetrics and gynaecology hospital', '妇产医院', '妇产科医院'),
    A519: other('COUNTY', '儿童医院', "Children's hospital"),
    A520: other('COUNTY', '精神病医院', 'Psychiatric hospital', '精神专科医院', '精神卫生中心'),
    A521: other('COUNTY', '传染病医院', 'Infectious disease hospital'),
    A523: other('COUNTY', '结核病医院', 'TB hospital'),
    A526: other('COUNTY', '骨科医院', 'Orthopaedic hospital'),
    A527: other('COUNTY', '康复医院', 'Rehabilitation hospital'),
    A539: other('COUNTY', '其他专科医院', 'Other specialist hospital', '专科医院'),
    A600: other('COUNTY', '疗养院', 'Sanatorium'),
    A710: other('COUNTY', '护理院', 'Nursing home'),
    A720: other('TOWNSHIP', '护理站', 'Nursing station'),
    B100: primary('TOWNSHIP', '社区卫生服务中心', 'Community health centre', '社区医院'),
    B200: primary('VILLAGE', '社区卫生服务站', 'Community health station', '社区服务站'),
    C100: primary('TOWNSHIP', '街道卫生院', 'Subdistrict hospital'),
    C210: primary('TOWNSHIP', '中心卫生院', 'Central township hospital', '乡镇中心卫生院', '镇中心卫生院', '乡中心卫生院'),
    C220: primary('TOWNSHIP', '乡卫生院', 'Township hospital', '乡镇卫生院', '镇卫生院', '卫生院', '一般卫生院'),
    D110: primary('TOWNSHIP', '综合门诊部', 'General outpatient department', '门诊部'),
    D120: primary('TOWNSHIP', '中医门诊部', 'TCM outpatient department'),
    D150: primary('TOWNSHIP', '专科门诊部', 'Specialist outpatient department'),
    D211: primary('TOWNSHIP', '普通诊所', 'Clinic', '诊所', '个体诊所'),
    D212: primary('TOWNSHIP', '中医诊所', 'TCM clinic'),
    D215: primary('TOWNSHIP', '口腔诊所', 'Dental clinic'),
    D229: primary('TOWNSHIP', '其他诊所', 'Other clinic'),
    D300: primary('TOWNSHIP', '卫生所(室)', 'Health post', '卫生所'),
    D400: primary('TOWNSHIP', '医务室', 'Infirmary'),
    D500: other('COUNTY', '中小学卫生保健所', 'School health centre'),
    D600: primary('VILLAGE', '村卫生室', 'Village clinic', '卫生室', '村级卫生室', '村卫生所'),
    E100: other('COUNTY', '急救中心', 'Emergency centre', '120急救中心'),
    E300: other('TOWNSHIP', '急救站', 'Emergency station'),
    F110: other('PREFECTURE', '血液中心', 'Blood centre'),
    F120: other('PREFECTURE', '中心血站', 'Central blood station', '血站'),
    F130: other('COUNTY', '基层血站、中心血库', 'Blood bank', '基层血站', '中心血库'),
    F200: other('COUNTY', '单采血浆站', 'Plasma station', '血浆站'),
    G100: other('COUNTY', '妇幼保健院', 'MCH hospital', '妇幼院', '妇幼保健计划生育服务中心'),
    G200: other('COUNTY', '妇幼保健所', 'MCH institute'),
    G300: other('COUNTY', '妇幼保健站', 'MCH station'),
    G400: other('COUNTY', '生殖保健中心', 'Reproductive health centre'),
    H119: other('COUNTY', '其他专科疾病防治院', 'Specialist disease hospital, other', '专科疾病防治院'),
    H212: other('COUNTY', '精神病防治所(站、中心)', 'Mental disease station', '精神病防治所'),
    H213: other('COUNTY', '皮肤病防治所(站、中心)', 'Skin disease station', '皮肤病防治所'),
    H214: other('COUNTY', '结核病防治所(站、中心)', 'TB station', '结核病防治所', '结防所'),
    H216: other('COUNTY', '职业病防治所(站、中心)', 'Occupational disease station', '职业病防治所'),
    H219: other('COUNTY', '血吸虫病防治所(站、中心)', 'Schistosomiasis station', '血吸虫病防治站', '血防站'),
    H229: other('COUNTY', '其他专科疾病防治所(站、中心)', 'Disease station, other'),
    J100: other('COUNTY', '疾病预防控制中心', 'Centre for disease control', '疾控中心', '疾控', 'CDC'),
    J200: other('COUNTY', '卫生防疫站', 'Anti-epidemic station (old name)', '防疫站'),
    K100: other('COUNTY', '卫生监督所(局)', 'Health inspection institute', '卫生监督所', '卫生监督局', '卫生计生综合监督执法局'),
    O100: other('COUNTY', '健康教育所', 'Health education institute'),
    O200: other('COUNTY', '健康教育站(中心)', 'Health education station', '健康教育站', '健康教育中心'),
    P110: other('COUNTY', '临床检验中心', 'Clinical laboratory centre'),
    P914: primary('TOWNSHIP', '乡防保组', 'Township prevention group'),
    P916: other('COUNTY', '计划生育技术服务中心(站)', 'Family planning station', '计划生育服务站', '计生服务站'),
    P918: other('COUNTY', '卫生统计信息中心', 'Health statistics and information centre', '卫生信息中心'),
    P939: other('COUNTY', '其他', 'Other', '其他卫生机构'),
    Q300: other('COUNTY', '卫生协会', 'Health association'),
  },
})
export type InstitutionCategory = CodeOf<typeof INSTITUTION_CATEGORIES>
