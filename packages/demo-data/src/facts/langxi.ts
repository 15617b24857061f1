import { day } from '@yilian/domain/day.ts'

import type { AllianceFact, InstitutionFact, ReportFacts } from './fact.ts'
import { LANGXI_PROJECTS } from './langxi-projects.ts'

// 郎溪县 (安徽省宣城市), report 003: work of the first half of 2023 and plan for the second.
//
// Left out: the health commission, childcare, the blood-donation room and the vaccination clinics (no institutions of their own), the
// traditional pharmacy that is to open (it is not said in which alliance), and alliance meetings (held regularly, no day given).
// Village clinics are not derived from the division codes here: the report counts only those standardised in half a year.

const COUNTY = '341821000000'
const FROM_REPORT_DAY = '报告未载起始日，按报告所述时点（2023-06-30）登记。'

const institutions: readonly InstitutionFact[] = [
  {
    code: '341821-0001',
    name: '郎溪县人民医院',
    aliases: ['县人民医院', '县医院'],
    category: 'A100',
    regionCode: COUNTY,
    source: '报告 003 一（三）',
  },
  { code: '341821-0002', name: '郎溪县中医院', aliases: ['县中医院'], category: 'A210', regionCode: COUNTY, source: '报告 003 一（三）' },
  {
    code: '341821-0003',
    name: '郎溪县第四人民医院',
    aliases: ['县四院'],
    category: 'A520',
    regionCode: COUNTY,
    source: '报告 003 一（三）、三',
    sourceNote: '机构类别按精神障碍患者康复中心项目推定。',
  },
  { code: '341821-0004', name: '新发镇卫生院', category: 'C220', regionCode: '341821102000', source: '报告 003 一（一）' },
  {
    code: '341821-0005',
    name: '郎溪县标准化村卫生室（2023年上半年建成）',
    category: 'D600',
    regionCode: COUNTY,
    unitCount: 14,
    source: '报告 003 一（五）2',
    sourceNote: '汇总条目：报告只给出上半年建成 14 所（含社区服务站），未列名称，也未给出全县总数。',
    from: day('2023-06-30'),
  },
  {
    code: '330100-0001',
    name: '杭州师范大学临床医学院',
    category: 'P939',
    regionCode: '330100000000',
    source: '报告 003 一（三）',
    sourceNote: '医学院校，不在所列机构类别之内，暂归其他；所在市按校名推定。',
  },
  {
    code: '110000-0001',
    name: '北京医院',
    category: 'A100',
    regionCode: '110000000000',
    affiliation: '10',
    source: '报告 003 一（三）',
    sourceNote: '报告称国家卫健委直属；机构类别按名称推定。',
  },
  {
    code: '310000-0001',
    name: '上海市第一人民医院',
    category: 'A100',
    regionCode: '310000000000',
    source: '报告 003 一（三）',
    sourceNote: '机构类别按名称推定。',
  },
]

/** Two, for the report plans a central pharmacy for each of two; it names neither alliance, lead nor members. */
const countyAlliance = (number: number, written: string): AllianceFact => ({
  code: `341821-A0${number}`,
  name: `郎溪县紧密型县域医共体（${written}）`,
  kind: 'COUNTY_TIGHT',
  stage: 'OPERATING',
  purpose: '以业务、技术、管理为纽带，推进分级诊疗；县、乡、村医务人员师徒结对',
  source: '报告 003 一（三）',
  sourceNote: `个数按计划中的两个中心药房推定，名称为编列；报告未具名成员，只称定期召开工作例会。${FROM_REPORT_DAY}`,
  vacancy: { reason: '报告只称牵头医院，未写明是哪一家。', source: '报告 003 一（三）、二', sourceNote: FROM_REPORT_DAY },
  unifiedManagement: [
    {
      domains: ['STAFF', 'FINANCE', 'EQUIPMENT'],
      state: 'NOT_STARTED',
      source: '报告 003 二（二）',
      sourceNote: `报告称因人员性质、固定资产归属不同，人财物难以统一，据此记为未开展。${FROM_REPORT_DAY}`,
    },
  ],
  services: [
    {
      kind: 'CENTRAL_PHARMACY',
      name: '医共体中心药房',
      planned: true,
      source: '报告 003 三',
      sourceNote: '2023 年下半年计划：用药范围、网上采购、集中配送、药款支付四统一；承办单位未写明。',
    },
  ],
})

const expertStudio = (number: number, name: string): AllianceFact => ({
  code: `341821-A${String(number).padStart(2, '0')}`,
  name,
  kind: 'EXPERT_STUDIO',
  stage: 'OPERATING',
  source: '报告 003 一（三）',
  sourceNote: `2023 年上半年签约揭牌，依托单位未写明。${FROM_REPORT_DAY}`,
})

export const LANGXI: ReportFacts = {
  countyCode: '341821',
  describedOn: day('2023-06-30'),
  documents: [
    {
      number: null,
      title: '郎溪县2020年定向委培乡村医生就业分配工作方案',
      issuer: null,
      issuedOn: null,
      url: null,
      countyCode: '341821',
      source: '报告 003 一（五）1',
    },
  ],
  institutions,
  projects: LANGXI_PROJECTS,
  alliances: [
    countyAlliance(1, '一'),
    countyAlliance(2, '二'),
    {
      code: '341821-A03',
      name: '杭州师范大学临床医学院附属郎溪分院',
      kind: 'BRANCH_HOSPITAL',
      stage: 'OPERATING',
      purpose: '临床、教学、继续教育和管理合作；神经介入、心血管介入专家长期驻点',
      source: '报告 003 一（三）',
      sourceNote: `2023 年上半年挂牌。${FROM_REPORT_DAY}`,
      members: [
        { institution: '杭州师范大学临床医学院', role: 'LEAD', source: '报告 003 一（三）', sourceNote: FROM_REPORT_DAY },
        { institution: '郎溪县人民医院', role: 'MEMBER', source: '报告 003 一（三）', sourceNote: FROM_REPORT_DAY },
      ],
    },
    {
      code: '341821-A04',
      name: '北京医院·郎溪县人民医院眼科医联体',
      kind: 'SPECIALTY',
      stage: 'OPERATING',
      specialty: '眼科',
      from: day('2023-04-30'),
      source: '报告 003 一（三）',
      sourceNote: '2023 年 4 月揭牌，未载日，按当月末日登记。',
      members: [
        { institution: '北京医院', role: 'LEAD', source: '报告 003 一（三）', sourceNote: '报告未用牵头一词；按医联体名称次序登记。' },
        { institution: '郎溪县人民医院', role: 'MEMBER', source: '报告 003 一（三）' },
      ],
    },
    {
      code: '341821-A05',
      name: '上海市第一人民医院合作关系',
      kind: 'CITY_CONSORTIUM',
      stage: 'OPERATING',
      source: '报告 003 一（三）',
      sourceNote: `名称为编列；县内合作单位未写明。${FROM_REPORT_DAY}`,
      members: [{ institution: '上海市第一人民医院', role: 'SUPPORTING', source: '报告 003 一（三）', sourceNote: FROM_REPORT_DAY }],
    },
    expertStudio(6, '江某长三角名医工作室'),
    expertStudio(7, '杨某某长三角名医工作室'),
    expertStudio(8, '王某长三角名医工作室'),
    expertStudio(9, '张某某名医工作室'),
    {
      code: '341821-A10',
      name: '长三角紧密型城市医联体',
      kind: 'CITY_CONSORTIUM',
      stage: 'OPERATING',
      source: '报告 003 三',
      sourceNote: `报告作为下半年工作抓手提及，牵头单位和成员均未具名。${FROM_REPORT_DAY}`,
    },
    {
      code: '341821-A11',
      name: '郎溪县远程诊疗协作网',
      kind: 'TELEMEDICINE',
      stage: 'OPERATING',
      purpose: '村卫生室、卫生院与县级医院之间的远程诊疗',
      source: '报告 003 一（五）10、三',
      sourceNote: `名称为编列，报告未具名成员。${FROM_REPORT_DAY}`,
      services: [
        { kind: 'ECG', name: '远程心电', planned: false, source: '报告 003 一（五）10', sourceNote: `承办单位未写明。${FROM_REPORT_DAY}` },
        {
          kind: 'IMAGING',
          name: '远程影像',
          planned: false,
          source: '报告 003 一（五）10',
          sourceNote: `承办单位未写明。${FROM_REPORT_DAY}`,
        },
      ],
    },
  ],
}
