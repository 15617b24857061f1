import type { Text } from '../locale.ts'

/** What goes wrong with alliances, memberships, disputes, unified management, services, referrals, meetings. */
export const ALLIANCE_MESSAGES = {
  ALREADY_MEMBER: {
    zh: '{institution} {period}已是{alliance}的{role}，不能重复纳入。如要变更，请改为变更角色或更正。',
    en: '{institution} is already in {alliance} ({role}, {period}). Change its role or correct the record instead.',
  },
  ALREADY_IN_TIGHT_ALLIANCE: {
    zh: '{institution}自 {since} 起是{alliance}的{role}，同一时间只能属于一个紧密型医共体。请先办理退出，或改为调整。',
    en: '{institution} has been in {alliance} ({role}) since {since}; an institution belongs to one tight alliance at a time. Withdraw it first, or transfer it.',
  },
  MAY_NOT_LEAD: {
    zh: '{institution}的机构类别不能牵头{kind}。请另选牵头单位。',
    en: 'The category of {institution} may not lead this kind of alliance ({kind}). Choose another lead.',
  },
  MEMBER_NOT_OPEN: {
    zh: '{institution}的存续期为 {life}，{period}不能作为成员。请改正日期。',
    en: '{institution} exists {life} and cannot be a member {period}. Correct the days.',
  },
  MEMBER_OUTSIDE_ALLIANCE: {
    zh: '{alliance}的存续期为 {life}，{institution} {period}不能属于它。请改正日期。',
    en: '{alliance} exists {life}; {institution} cannot belong to it {period}. Correct the days.',
  },
  OUTSIDE_ALLIANCE: {
    zh: '{alliance}的存续期为 {life}，{what}（{period}）不在其中。请改正日期。',
    en: '{alliance} exists {life}; its {what} ({period}) lies outside. Correct the days.',
  },
  TWO_LEADS: {
    zh: '{alliance}自 {since} 起由{first}牵头，同一时间只能有一个牵头单位，不能再由{second}牵头。请改为更换牵头单位。',
    en: '{first} has led {alliance} since {since}; there is one lead at a time, so {second} cannot lead as well. Change the lead instead.',
  },
  LEAD_WHILE_VACANT: {
    zh: '{alliance} {period}由{lead}牵头，不能同时登记为牵头空缺。',
    en: '{lead} leads {alliance} {period}; the place cannot be vacant at the same time.',
  },
  LEAD_REQUIRED: {
    zh: '{alliance} {period}没有牵头单位。请指定牵头单位，或登记牵头空缺、牵头争议。',
    en: '{alliance} would have no lead {period}. Name a lead, declare the place vacant, or record a dispute.',
  },
  SAME_LEAD: {
    zh: '自主选择的与上级指定的是同一单位，不构成争议。',
    en: 'The chosen and the mandated lead are the same; that is no dispute.',
  },
  DISPUTE_OPEN: {
    zh: '{alliance}自 {since} 起已有未解决的牵头争议，请先解决。',
    en: '{alliance} has had an open lead dispute since {since}. Resolve it first.',
  },
  VACANCY_OPEN: {
    zh: '{alliance} {period}已登记牵头空缺，请改正起止日。',
    en: '{alliance} is recorded as without a lead {period} already. Correct the days.',
  },
  LEAVES_LEAD: {
    zh: '{institution}是{alliance}的牵头单位，退出会使其失去牵头单位。请先更换牵头单位。',
    en: '{institution} leads {alliance}; leaving would take its lead away. Change the lead first.',
  },
  SAME_ALLIANCE: {
    zh: '{institution}已在{alliance}，请选择另一个医共体。',
    en: '{institution} is in {alliance} already. Choose another alliance.',
  },
  NOT_A_MEMBER: {
    zh: '{institution}在 {day} 不是{alliance}的成员，请先纳入。',
    en: '{institution} is not a member of {alliance} on {day}. Admit it first.',
  },
  SAME_SETTING: { zh: '{domain}在 {day} 已记录为这一状态。', en: '{domain} is already recorded so on {day}.' },
  SERVES_ITSELF: { zh: '服务对象不应包含承办单位自身，请移除。', en: 'The provider cannot be among those it serves. Remove it.' },
  NOT_A_MONTH: { zh: '“{value}”不是有效月份，请按 2020-07 的格式填写。', en: '“{value}” is not a month. Write it as 2020-07.' },
  MONTH_TO_COME: { zh: '{value} 尚未开始，不能填报转诊数。', en: '{value} has not begun; referrals cannot be recorded for it.' },
  REFERS_TO_ITSELF: { zh: '转出与转入是同一机构，请改选。', en: 'From and to are the same institution. Choose another.' },
  REFERRAL_TWICE: { zh: '同一转出、转入和方向填报了两次，请合并。', en: 'The same from, to and direction is given twice. Merge them.' },
} as const satisfies Record<string, Text>
