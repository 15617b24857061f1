import { day } from '@yilian/domain/day.ts'

import type { ReportFacts } from './fact.ts'
import { villageClinics } from './village-clinics.ts'

// 高川乡 (河北省沧州市沧县), report 004 part 5: a township hospital's work of the first half of 2021, with figures up to 8 June 2021.
// Left out: the county's health bureau, and the other parts of report 004, whose places are not named.

/** The report counts 33 administrative villages and 35 village doctors, not clinics; the division codes list the same 33 villages. */
export const GAOCHUAN_VILLAGES_STATED = 33

export const GAOCHUAN: ReportFacts = {
  countyCode: '130921',
  describedOn: day('2021-06-08'),
  documents: [],
  institutions: [
    {
      code: '130921-0001',
      name: '沧县高川中心卫生院',
      aliases: ['高川中心卫生院', '高川乡中心卫生院'],
      category: 'C210',
      regionCode: '130921211000',
      servedPopulation: 30891,
      source: '报告 004 篇5',
      sourceNote: '服务人口为 2021 年上半年所报全乡人口。',
    },
    ...villageClinics({
      within: '130921211',
      source: '报告 004 篇5 三；统计用区划代码 2023-06-30',
      sourceNote: '报告只给出 33 个行政村和 35 名乡医，未给出村卫生室数；本条按区划代码每村一室列出，名称、上级机构均为推定。',
      parents: { 130921211: '沧县高川中心卫生院' },
    }),
  ],
  projects: [
    {
      code: '130921-P001',
      name: '卫生院门诊楼理疗科室装修',
      kind: 'REPAIR',
      regionCode: '130921211000',
      institutions: ['沧县高川中心卫生院'],
      source: '报告 004 篇5 首段',
      sourceNote: '仅提及，金额和面积未载。',
      stages: [{ stage: 'FINISHING', wording: '列入上半年工作', basis: 'INFERRED' }],
    },
  ],
  alliances: [],
}
