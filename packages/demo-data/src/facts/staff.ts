import { day } from '@yilian/domain/day.ts'

import type { StaffFacts } from './staff-fact.ts'

// What the reports say of people. Left out: what is no fact of staff here (leave, honours, problems, pensions, one-off lectures, targets of
// counties that are not named), and unified management of people, which is said of the alliances.

const UNNAMED = '报告未载姓名，按职务登记；性别、年龄、职称等均未载。'
const MASKED = '报告中的区名已脱敏，登记在所在的市。'

const ZHONGFANG: StaffFacts = {
  regionCode: '431221000000',
  describedOn: day('2020-07-31'),
  people: [
    {
      code: '431221-S00001',
      name: '姓名未载（铜湾镇中心卫生院党支部书记）',
      source: '报告 000 行2',
      sourceNote: UNNAMED,
      appointments: [
        { kind: 'PRIMARY', institution: '铜湾镇中心卫生院', leadership: 'PARTY_SECRETARY' },
        { kind: 'CONCURRENT', institution: '铜鼎镇卫生院', leadership: 'DIRECTOR' },
      ],
    },
  ],
  cohorts: [
    {
      programme: 'LOCAL_VILLAGE',
      name: '本土化乡村医生培养（累计）',
      enrolled: 72,
      reportedFor: '累计至2020',
      source: '报告 000 行3b',
      sourceNote: '报告为累计培养人数，未分在读和毕业。',
    },
    {
      programme: 'LOCAL_VILLAGE',
      name: '本土化乡村医生（将毕业上岗）',
      placed: 22,
      reportedFor: '2020',
      target: true,
      source: '报告 000 行3b',
      sourceNote: '报告称将毕业上岗，为预计数。',
    },
    { programme: 'ORIENTED', name: '定向委培本土化医学专科生', enrolled: 13, reportedFor: '2020', source: '报告 000 行3b' },
    { programme: 'ORIENTED', name: '免费培养本科生', enrolled: 3, reportedFor: '2020', source: '报告 000 行3b' },
    { programme: 'OTHER', name: '免费培养本土化护士', enrolled: 2, reportedFor: '2020', source: '报告 000 行3b' },
    { programme: 'FURTHER_STUDY', name: '全科医生和骨干临床医生中短期进修', enrolled: 5, reportedFor: '2020', source: '报告 000 行3b' },
    {
      programme: 'FURTHER_STUDY',
      name: '县人民医院派员到上级进修',
      institutions: ['中方县人民医院'],
      reportedFor: '2020',
      source: '报告 000 行4a',
      sourceNote: '报告称多次，人数未载。',
    },
  ],
}

const expert = (ordinal: string, number: number) => ({
  code: `341821-S0000${number}`,
  name: `姓名未载（杭州师范大学驻点专家${ordinal}）`,
  source: '报告 003 一（三）二',
  sourceNote: UNNAMED,
  appointments: [
    {
      kind: 'SECONDED_LEADERSHIP' as const,
      institution: '郎溪县人民医院',
      leadership: 'DEPUTY_DIRECTOR' as const,
      homeElsewhere: '杭州师范大学',
      sourceNote: '挂职起止日未载，按报告所述时点（2023-06-30）登记。',
    },
  ],
})

const LANGXI: StaffFacts = {
  regionCode: '341821000000',
  describedOn: day('2023-06-30'),
  people: [expert('一', 1), expert('二', 2)],
  residents: [
    {
      year: 2023,
      residents: 310_000,
      source: '报告 003 一（五）2',
      sourceNote: '原文“服务覆盖31万常住人口”，系约数；报告期为2023年上半年，按2023年登记。',
    },
  ],
  cohorts: [
    {
      programme: 'ORIENTED',
      name: '2021届定向委培乡村医生',
      interns: 40,
      institutions: ['郎溪县人民医院', '郎溪县中医院'],
      reportedFor: '2023H1',
      source: '报告 003 一（五）1',
      sourceNote: '报告称两家医院实习，医院名称系推定。',
    },
    {
      programme: 'ORIENTED',
      name: '2020年定向委培乡村医生',
      startYear: 2020,
      posts: 35,
      reportedFor: '2023H1',
      source: '报告 003 一（五）1',
      sourceNote: '报告载就业岗位 35 个，按成绩选岗；上岗人数未载。',
    },
    {
      programme: 'ORIENTED',
      name: '“扎根工程”定向委托培养乡村医生',
      startYear: 2023,
      reportedFor: '2023',
      source: '报告 003 一（五）1',
      sourceNote: '人数未载。',
    },
    {
      programme: 'IN_SERVICE',
      name: '万医轮训与中医药适宜技术培训',
      reportedFor: '2023H1',
      source: '报告 003 一（五）2',
      sourceNote: '人数未载。',
    },
  ],
  drives: [
    {
      name: '乡镇卫生院岗位池竞聘上岗',
      channel: 'POST_POOL',
      hired: 17,
      postPool: true,
      reportedFor: '2023H1',
      source: '报告 003 一（五）1',
    },
    ...(
      [
        ['高层次人才引进', 'TALENT'],
        ['事业单位公开招聘', 'OPEN'],
        ['社会化用人公开招聘', 'SOCIAL'],
      ] as const
    ).map(([name, channel]) => ({ name, channel, reportedFor: '2023H2', target: true, source: '报告 003 三八' })),
  ],
  mentorships: [
    {
      content: '县、乡、村医务人员师徒结对',
      source: '报告 003 一（三）一',
      sourceNote: '对数未载；起始日未载，按报告所述时点（2023-06-30）登记。',
    },
  ],
  counts: [
    {
      what: '神经介入、心血管介入等科室长期驻点帮扶专家',
      institutions: ['郎溪县人民医院'],
      period: '2023H1',
      source: '报告 003 一（三）二',
      sourceNote: '人数未载。',
    },
  ],
}

const GAOCHUAN: StaffFacts = {
  regionCode: '130921211000',
  describedOn: day('2021-06-08'),
  cohorts: [
    {
      programme: 'FURTHER_STUDY',
      name: '选派到市、省级医院进修',
      enrolled: 2,
      reportedFor: '2021H2',
      target: true,
      source: '报告 004 篇5 五4',
    },
  ],
  counts: [{ what: '乡村医生', count: 35, profession: 'V1', period: '2021H1', source: '报告 004 篇5 三' }],
}

const TAIAN: StaffFacts = {
  regionCode: '370900000000',
  describedOn: day('2020-08-31'),
  cohorts: [
    {
      programme: 'IN_SERVICE',
      name: '全科医学在职教育',
      enrolled: 142,
      reportedFor: '2020',
      source: '报告 004 篇1 一（三）3',
      sourceNote: MASKED,
    },
    {
      programme: 'IN_SERVICE',
      name: '护理在职教育',
      enrolled: 40,
      reportedFor: '2020',
      source: '报告 004 篇1 一（三）3',
      sourceNote: MASKED,
    },
    {
      programme: 'GP_TRANSFER',
      name: '全科医师转岗培训（一年）',
      enrolled: 3,
      reportedFor: '2020',
      source: '报告 004 篇1 一（三）3',
      sourceNote: MASKED,
    },
  ],
  drives: [
    {
      name: '特岗医生招聘',
      channel: 'SPECIAL_POST',
      hired: 20,
      reportedFor: '2020',
      source: '报告 004 篇1 一（三）2',
      sourceNote: `${MASKED}须有执业或助理医师资格。`,
    },
  ],
  counts: [
    {
      what: '注册全科医生（执业全科）',
      count: 11,
      generalPractitioner: 'GP',
      period: '2020',
      source: '报告 004 篇1 一（三）2',
      sourceNote: MASKED,
    },
    {
      what: '注册全科医生（西医助理全科）',
      count: 4,
      generalPractitioner: 'ASSISTANT_GP',
      period: '2020',
      source: '报告 004 篇1 一（三）2',
      sourceNote: MASKED,
    },
    {
      what: '家庭医生团队参与人员',
      count: 120,
      period: '至2020-08-31',
      source: '报告 004 篇1 一（二）1',
      sourceNote: `${MASKED}共 30 个团队。`,
    },
  ],
}

/** Staffing facts, each from one published report. */
export const STAFF_FACTS: readonly StaffFacts[] = [ZHONGFANG, LANGXI, GAOCHUAN, TAIAN]
