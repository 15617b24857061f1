import { day } from '@yilian/domain/day.ts'

import type { ProjectFact } from './project-fact.ts'

// Construction of 中方县 by report 000, as at the end of July 2020.

const COUNTY = '431221000000'
const SHARE = '村卫生室运行经费（省县 1∶1）'
const NOT_STARTED = '报告只说明未开工，前期所处环节未载明，阶段记为不详。'
const WISHED = '报告称急需而无资金，未载立项，记为谋划储备。'

export const ZHONGFANG_PROJECTS: readonly ProjectFact[] = [
  {
    code: '431221-P001',
    name: '中方县中医医院建设',
    kind: 'NEW_BUILD',
    regionCode: COUNTY,
    institutions: ['中方县中医医院'],
    source: '报告 000 行4b',
    stages: [
      { stage: 'START', wording: null, basis: 'STATED', from: day('2019-12-13') },
      { stage: 'BASEMENT', wording: '基础、地下室建设中', basis: 'MAPPED' },
    ],
    suspensions: [
      { cause: 'NOT_STATED', resumedOn: day('2020-02-18'), sourceNote: '报告只载复工日；复工意味着开工后曾停工，停工日和原因未载。' },
    ],
    funding: [{ fundingSource: 'UPPER_LEVEL', arrived: '0.00', sourceNote: '报告称上级资金未到位，级别和金额未载。' }],
    problems: ['上级资金未到位'],
    nextSteps: '基础完成后转主体建设',
  },
  {
    code: '431221-P002',
    name: '泸阳中心卫生院业务综合楼',
    kind: 'NEW_BUILD',
    regionCode: '431221102000',
    institutions: ['泸阳镇中心卫生院'],
    source: '报告 000 行4a',
    stages: [{ stage: null, wording: '一直停工', basis: 'NOT_STATED' }],
    suspensions: [{ cause: 'NOT_STATED', sourceNote: '报告称一直停工，停工日和原因未载。' }],
    problems: ['停工，须与施工方协调恢复'],
  },
  {
    code: '431221-P003',
    name: '2020年乡镇卫生院业务用房修缮（4镇）',
    kind: 'REPAIR',
    regionCode: COUNTY,
    institutions: ['泸阳镇中心卫生院', '新路河镇卫生院', '新建镇卫生院', '接龙镇卫生院'],
    area: '5000.00',
    source: '报告 000 行3b',
    sourceNote: '面积为 4 镇合计，未分镇。',
    stages: [{ stage: null, wording: '省级方案和资金未下达，前期准备', basis: 'NOT_STATED', sourceNote: NOT_STARTED }],
    funding: [{ fundingSource: 'PROVINCIAL', arrived: '0.00', sourceNote: '省级资金未下达，金额未载。' }],
    problems: ['省级修缮方案和资金未下达'],
  },
  {
    code: '431221-P004',
    name: '下坪卫生院业务用房修缮',
    kind: 'REPAIR',
    regionCode: COUNTY,
    institutions: ['下坪卫生院'],
    source: '报告 000 行3b',
    sourceNote: '所在乡镇未载，地点记为县。',
    stages: [{ stage: 'RESERVE', wording: '急需修缮，无资金支持', basis: 'MAPPED', sourceNote: WISHED }],
    problems: ['无资金'],
  },
  {
    code: '431221-P005',
    name: '聂家村卫生院业务用房修缮',
    kind: 'REPAIR',
    regionCode: COUNTY,
    institutions: ['聂家村卫生院'],
    source: '报告 000 行3b',
    sourceNote: '所在乡镇未载，地点记为县。',
    stages: [{ stage: 'RESERVE', wording: '急需修缮，无资金支持', basis: 'MAPPED', sourceNote: WISHED }],
    problems: ['无资金'],
  },
  {
    code: '431221-P006',
    name: '村卫生室标准化建设',
    kind: 'STANDARDISATION',
    regionCode: COUNTY,
    unitCount: 130,
    source: '报告 000 行3b',
    sourceNote: '130 个行政村卫生室，未逐一列名。',
    stages: [
      {
        stage: null,
        wording: '已建成122个；标为已完成',
        basis: 'NOT_STATED',
        unitsDone: 122,
        sourceNote: '同一行既称已建成 122 个又标为完成，两处矛盾，照录。',
      },
    ],
    funding: [
      {
        fundingSource: 'PROVINCIAL',
        planned: '390000.00',
        share: { group: SHARE, part: 1 },
        year: 2020,
        arrived: '0.00',
        sourceNote: '运行经费共 78 万元（130 × 6000 元），省县 1∶1；省级 39 万元未到位（原文作“升级”）。',
      },
      {
        fundingSource: 'COUNTY',
        planned: '390000.00',
        share: { group: SHARE, part: 1 },
        year: 2020,
        sourceNote: '运行经费共 78 万元，省县 1∶1；县级到位与否报告未载。',
      },
    ],
  },
  {
    code: '431221-P007',
    name: '救护车配置',
    kind: 'EQUIPMENT',
    regionCode: COUNTY,
    institutions: ['花桥镇卫生院', '中方镇卫生院'],
    sets: 2,
    source: '报告 000 行3b',
    stages: [{ stage: 'PROPOSAL', wording: '申请配置2台', basis: 'MAPPED' }],
  },
  {
    code: '431221-P008',
    name: '县人民医院医疗设备完善与科室建设',
    kind: 'EQUIPMENT',
    regionCode: COUNTY,
    institutions: ['中方县人民医院'],
    source: '报告 000 行4a',
    stages: [{ stage: null, wording: '完善设备，增强科室', basis: 'NOT_STATED' }],
    problems: ['缺乏设施设备', '财政投入不足'],
  },
]
