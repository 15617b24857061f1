import { day } from '@yilian/domain/day.ts'

import type { MilestoneFact, ProjectFact, StageFact } from './project-fact.ts'

// Construction of 郎溪县 by report 003, as at the end of June 2023.
//
// Left out: health-supporting environments (单位、社区、学校、步道 …), which are counted and are no works of an institution.

const COUNTY = '341821000000'
const TCM = { kind: 'NEW_BUILD', regionCode: COUNTY, institutions: ['郎溪县中医院'], partOf: '341821-P006' } as const
const PEOPLES = { kind: 'NEW_BUILD', regionCode: COUNTY, institutions: ['郎溪县人民医院'], partOf: '341821-P001' } as const
const WHOLE = '报告只述各部分，整体项目的名称为编列，进度见子项目。'
const HALF_YEAR = '报告为 2023 年下半年目标，按年末登记。'

const at = (stage: StageFact['stage'], wording: string, basis: StageFact['basis'] = 'MAPPED'): StageFact[] => [{ stage, wording, basis }]

const TARGETS: readonly MilestoneFact[] = [
  { stage: 'TOPPED_OUT', forecastOn: day('2023-12-31'), wording: '下半年主体封顶', sourceNote: HALF_YEAR },
  { stage: 'FINISHING', forecastOn: day('2023-12-31'), wording: '下半年内外装饰完成', sourceNote: HALF_YEAR },
]

export const LANGXI_PROJECTS: readonly ProjectFact[] = [
  {
    code: '341821-P001',
    name: '郎溪县人民医院建设',
    kind: 'NEW_BUILD',
    regionCode: COUNTY,
    institutions: ['郎溪县人民医院'],
    source: '报告 003 一（三）三',
    sourceNote: WHOLE,
  },
  { code: '341821-P002', name: '一期新门诊楼', ...PEOPLES, source: '报告 003 一（三）三', stages: at('HANDOVER', '已投入使用') },
  {
    code: '341821-P003',
    name: '二期附属配套：门诊楼及2号住院楼',
    ...PEOPLES,
    source: '报告 003 一（三）三',
    stages: at('ACCEPTANCE', '已具备使用条件，计划下半年竣工验收'),
  },
  {
    code: '341821-P004',
    name: '二期附属配套：感染楼及高压氧舱',
    ...PEOPLES,
    source: '报告 003 一（三）三',
    stages: at('STRUCTURE', '主体施工中'),
  },
  {
    code: '341821-P005',
    name: '门诊住院综合楼',
    ...PEOPLES,
    source: '报告 003 一（三）三',
    stages: at('ACCEPTANCE', '室外道路及绿化已完工，计划下半年完成二期竣工验收'),
  },
  {
    code: '341821-P006',
    name: '郎溪县中医院建设',
    kind: 'NEW_BUILD',
    regionCode: COUNTY,
    institutions: ['郎溪县中医院'],
    source: '报告 003 一（三）三',
    sourceNote: WHOLE,
  },
  {
    code: '341821-P007',
    name: '裙房',
    ...TCM,
    source: '报告 003 一（三）三',
    stages: at('TOPPED_OUT', '基坑支护完成、裙房已完成', 'INFERRED'),
  },
  {
    code: '341821-P008',
    name: '肿瘤中心',
    ...TCM,
    source: '报告 003 一（三）三',
    stages: at('BASEMENT', '地下室筏板浇筑中'),
    milestones: TARGETS,
  },
  {
    code: '341821-P009',
    name: '医养结合中心',
    ...TCM,
    source: '报告 003 一（三）三',
    stages: at('FOUNDATION', '地下室基坑绑扎钢筋'),
    milestones: TARGETS,
  },
  {
    code: '341821-P010',
    name: '中医治未病中心',
    ...TCM,
    source: '报告 003 三九',
    sourceNote: '仅在下半年计划中出现，上半年进度未载。',
    milestones: TARGETS,
  },
  {
    code: '341821-P011',
    name: '精神障碍患者康复中心',
    kind: 'NEW_BUILD',
    regionCode: COUNTY,
    institutions: ['郎溪县第四人民医院'],
    source: '报告 003 一（三）三',
    stages: at('PRELIM_DESIGN', '初步设计规划论证'),
    milestones: [
      { stage: 'START', baselineOn: day('2023-07-31'), wording: '2023年7月开工', sourceNote: '报告只写 2023 年 7 月，按月末登记。' },
    ],
  },
  {
    code: '341821-P012',
    name: '村卫生室（社区服务站）标准化（上半年）',
    kind: 'STANDARDISATION',
    regionCode: COUNTY,
    institutions: ['郎溪县标准化村卫生室（2023年上半年建成）'],
    unitCount: 14,
    source: '报告 003 一（五）2',
    stages: [{ stage: 'HANDOVER', wording: '完成14所', basis: 'MAPPED', unitsDone: 14 }],
  },
  {
    code: '341821-P013',
    name: '村卫生室标准化（下半年）',
    kind: 'STANDARDISATION',
    regionCode: COUNTY,
    unitCount: 14,
    source: '报告 003 三五',
    stages: [
      {
        stage: null,
        wording: '下半年建设，实现全覆盖',
        basis: 'NOT_STATED',
        sourceNote: '报告只说明下半年建设，前期所处环节未载明，阶段记为不详。',
      },
    ],
    milestones: [{ stage: 'HANDOVER', forecastOn: day('2023-12-31'), wording: '下半年完成14个', sourceNote: HALF_YEAR }],
  },
  {
    code: '341821-P014',
    name: '智慧中药房',
    kind: 'EQUIPMENT',
    regionCode: COUNTY,
    source: '报告 003 三四',
    sourceNote: '承办机构未载。',
    stages: at('INSTALLATION', '加快投入使用', 'INFERRED'),
  },
  {
    code: '341821-P015',
    name: '医共体中心药房',
    kind: 'NEW_BUILD',
    regionCode: COUNTY,
    unitCount: 2,
    source: '报告 003 三四',
    sourceNote: '为两个医共体各建一个，医共体未具名。',
    stages: at('RESERVE', '拟建立2个'),
  },
]
