import { day } from '@yilian/domain/day.ts'

import type { InstitutionFact, ReportFacts } from './fact.ts'
import { villageClinics } from './village-clinics.ts'
import { ZHONGFANG_PROJECTS } from './zhongfang-projects.ts'

// 中方县 (湖南省怀化市), report 000: how the tasks of the 2020 government work report stand, with figures of the end of July 2020.
//
// Left out: the bureau and its offices, the city's health commission (named in the dispute as the authority), 14 drug distributors, an
// unnamed 三级 hospital, the plan for two more area alliances that are not named, and the intended link of all areas with the county
// hospital and the city's hospitals, which names no institution.

const COUNTY = '431221000000'
const CITY = '431200000000'
const DOCUMENT = '中方县推进分级诊疗制度建设实施方案'
const FROM_REPORT_DAY = '报告未载起始日，按报告所述时点（2020-07-31）登记；不早于 2019 年实施方案印发。'
const NAME_FROM_WORKS = '报告只写镇名和业务用房修缮或救护车配置，机构名称为推定。'

const town = (number: string): string => `431221${number}000`

const hospitals: readonly InstitutionFact[] = [
  {
    code: '431221-0001',
    name: '中方县人民医院',
    category: 'A100',
    regionCode: COUNTY,
    source: '报告 000 行2、行4',
    sourceNote: '报告认为其服务能力尚不足以牵头县域医共体。',
  },
  {
    code: '431221-0002',
    name: '中方县中医医院',
    aliases: ['县中医医院'],
    category: 'A210',
    regionCode: COUNTY,
    status: 'PREPARING',
    from: day('2019-12-13'),
    source: '报告 000 行4',
    sourceNote: '在建，2019-12-13 开工；报告未说明此前是否已开诊，起始日取开工日。',
  },
  {
    code: '431221-0003',
    name: '中方县疾病预防控制中心',
    aliases: ['县疾控中心'],
    category: 'J100',
    regionCode: COUNTY,
    source: '报告 000 行5',
    sourceNote: '报告写作疾控中心，全称为推定。',
  },
]

const townshipHospitals: readonly InstitutionFact[] = [
  {
    code: '431221-0004',
    name: '铜湾镇中心卫生院',
    category: 'C210',
    regionCode: town('104'),
    targetLevel: 'LEVEL_2',
    source: '报告 000 行2、行4',
  },
  { code: '431221-0005', name: '铜鼎镇卫生院', category: 'C220', regionCode: town('109'), source: '报告 000 行2' },
  { code: '431221-0006', name: '铁坡镇中心卫生院', category: 'C210', regionCode: town('106'), source: '报告 000 行2' },
  { code: '431221-0007', name: '铁坡镇锦溪卫生院', category: 'C220', regionCode: town('106'), source: '报告 000 行2' },
  {
    code: '431221-0008',
    name: '泸阳镇中心卫生院',
    aliases: ['泸阳中心卫生院'],
    category: 'C210',
    regionCode: town('102'),
    targetLevel: 'LEVEL_2',
    source: '报告 000 行3、行4',
  },
  {
    code: '431221-0009',
    name: '新路河镇卫生院',
    category: 'C220',
    regionCode: town('110'),
    source: '报告 000 行3',
    sourceNote: NAME_FROM_WORKS,
  },
  {
    code: '431221-0010',
    name: '新建镇卫生院',
    category: 'C220',
    regionCode: town('107'),
    source: '报告 000 行3',
    sourceNote: NAME_FROM_WORKS,
  },
  {
    code: '431221-0011',
    name: '接龙镇卫生院',
    category: 'C220',
    regionCode: town('108'),
    source: '报告 000 行3',
    sourceNote: NAME_FROM_WORKS,
  },
  {
    code: '431221-0012',
    name: '花桥镇卫生院',
    category: 'C220',
    regionCode: town('103'),
    source: '报告 000 行3',
    sourceNote: NAME_FROM_WORKS,
  },
  {
    code: '431221-0013',
    name: '中方镇卫生院',
    category: 'C220',
    regionCode: town('100'),
    source: '报告 000 行3',
    sourceNote: NAME_FROM_WORKS,
  },
  {
    code: '431221-0014',
    name: '下坪卫生院',
    category: 'C220',
    regionCode: '431221102215',
    source: '报告 000 行3',
    sourceNote: '非建制卫生院；名称为推定，报告未写所在镇，按同名村（泸阳镇下坪村）登记。',
  },
  {
    code: '431221-0015',
    name: '聂家村卫生院',
    category: 'C220',
    regionCode: '431221102218',
    source: '报告 000 行3',
    sourceNote: '非建制卫生院；名称为推定，报告未写所在镇，按同名村（泸阳镇聂家村）登记。',
  },
]

const outside: readonly InstitutionFact[] = [
  {
    code: '431200-0001',
    name: '怀化市第二人民医院',
    category: 'A100',
    regionCode: CITY,
    source: '报告 000 行2',
    sourceNote: '机构类别按名称推定。',
  },
  {
    code: '431200-0002',
    name: '湖南医药学院第一附属医院',
    aliases: ['湖医附一医院', '湖医附一'],
    category: 'A100',
    regionCode: CITY,
    source: '报告 000 行2',
    sourceNote: '报告用简称湖医附一医院，全称、所在市和机构类别为推定。',
  },
]

/** The report counts 130 administrative villages, each with its clinic; the division codes list the same 130, so they are listed here one by one. */
export const ZHONGFANG_VILLAGE_CLINICS_STATED = 130

export const ZHONGFANG: ReportFacts = {
  countyCode: '431221',
  describedOn: day('2020-07-31'),
  documents: [
    {
      number: '中政办发〔2019〕10号',
      title: DOCUMENT,
      issuer: null,
      issuedOn: null,
      url: null,
      countyCode: '431221',
      source: '报告 000 行2',
    },
  ],
  institutions: [
    ...hospitals,
    ...townshipHospitals,
    ...outside,
    ...villageClinics({
      within: '431221',
      source: '报告 000 行3；统计用区划代码 2023-06-30',
      sourceNote: '报告只给出全县 130 个行政村、130 个村卫生室的总数；本条按区划代码逐村列出，名称、上级机构均为推定。',
      parents: {
        431221100: '中方镇卫生院',
        431221102: '泸阳镇中心卫生院',
        431221103: '花桥镇卫生院',
        431221104: '铜湾镇中心卫生院',
        431221106: '铁坡镇中心卫生院',
        431221107: '新建镇卫生院',
        431221108: '接龙镇卫生院',
        431221109: '铜鼎镇卫生院',
        431221110: '新路河镇卫生院',
      },
    }),
  ],
  projects: ZHONGFANG_PROJECTS,
  alliances: [
    {
      code: '431221-A01',
      name: '铜湾片区医共体',
      kind: 'AREA',
      stage: 'PILOT',
      purpose: '以中心卫生院为依托的片区医共体试点',
      document: DOCUMENT,
      source: '报告 000 行2',
      sourceNote: `名称按“片区医共体”和所在镇推定。${FROM_REPORT_DAY}`,
      members: [
        { institution: '铜湾镇中心卫生院', role: 'LEAD', source: '报告 000 行2', sourceNote: FROM_REPORT_DAY },
        { institution: '铜鼎镇卫生院', role: 'MEMBER', source: '报告 000 行2', sourceNote: FROM_REPORT_DAY },
      ],
      unifiedManagement: [
        {
          domains: ['STAFF'],
          state: 'UNDER_WAY',
          source: '报告 000 行2',
          sourceNote: `牵头单位党支部书记兼任成员单位院长；报告未称人员已统一管理。${FROM_REPORT_DAY}`,
        },
      ],
    },
    {
      code: '431221-A02',
      name: '铁坡片区医共体',
      kind: 'AREA',
      stage: 'PILOT',
      purpose: '以中心卫生院为依托的片区医共体试点',
      document: DOCUMENT,
      source: '报告 000 行2',
      sourceNote: `名称按“片区医共体”和所在镇推定。${FROM_REPORT_DAY}`,
      members: [
        { institution: '铁坡镇中心卫生院', role: 'LEAD', source: '报告 000 行2', sourceNote: FROM_REPORT_DAY },
        { institution: '铁坡镇锦溪卫生院', role: 'MEMBER', source: '报告 000 行2', sourceNote: FROM_REPORT_DAY },
      ],
      unifiedManagement: [
        {
          domains: ['STAFF', 'FINANCE', 'EQUIPMENT'],
          state: 'IN_FORCE',
          source: '报告 000 行2',
          sourceNote: `报告称人、财、物；“物”归入设备物资。${FROM_REPORT_DAY}`,
        },
      ],
    },
    {
      code: '431221-A03',
      name: '泸阳片区医联体',
      kind: 'CITY_CONSORTIUM',
      stage: 'PLANNED',
      document: DOCUMENT,
      source: '报告 000 行2',
      sourceNote: FROM_REPORT_DAY,
      members: [
        {
          institution: '泸阳镇中心卫生院',
          role: 'MEMBER',
          source: '报告 000 行2、行4',
          sourceNote: `报告只称泸阳片区卫生机构，按片区以中心卫生院为依托推定。${FROM_REPORT_DAY}`,
        },
      ],
      dispute: {
        chosen: '怀化市第二人民医院',
        mandated: '湖南医药学院第一附属医院',
        authority: '怀化市卫生健康委员会',
        summary: '片区自愿选择的牵头单位与市卫健委为全县医联体指定的牵头单位不一致。',
        source: '报告 000 行2',
        sourceNote: FROM_REPORT_DAY,
      },
    },
    {
      code: '431221-A04',
      name: '中方县医联体',
      kind: 'CITY_CONSORTIUM',
      stage: 'PLANNED',
      source: '报告 000 行2',
      sourceNote: `由市卫健委规定；报告未说明是否已成立，县内成员未具名。${FROM_REPORT_DAY}`,
      members: [
        { institution: '湖南医药学院第一附属医院', role: 'LEAD', source: '报告 000 行2', sourceNote: `市卫健委指定。${FROM_REPORT_DAY}` },
      ],
    },
    {
      code: '431221-A05',
      name: '铜湾、泸阳创建二级医院专家指导',
      kind: 'COUNTERPART_SUPPORT',
      stage: 'OPERATING',
      purpose: '上级专家指导创建二级医院',
      source: '报告 000 行4',
      sourceNote: `名称为推定；上级专家所在单位未具名。${FROM_REPORT_DAY}`,
      members: [
        { institution: '铜湾镇中心卫生院', role: 'MEMBER', source: '报告 000 行4', sourceNote: FROM_REPORT_DAY },
        { institution: '泸阳镇中心卫生院', role: 'MEMBER', source: '报告 000 行4', sourceNote: FROM_REPORT_DAY },
      ],
    },
  ],
}
