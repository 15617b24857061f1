import { expect, test } from 'vitest'

import { allianceStructureIssues, belongingIssues, type AllianceStructure, type MemberPeriod } from './alliance.ts'
import { day } from './day.ts'
import type { Period } from './period.ts'

const period = (from: string, to: string | null = null): Period => ({ validFrom: day(from), validTo: to === null ? null : day(to) })
const member = (role: MemberPeriod['role'], name: string, from: string, to: string | null = null): MemberPeriod => ({
  institutionId: name,
  institutionName: name,
  role,
  ...period(from, to),
})

const structure = (more: Partial<AllianceStructure>): AllianceStructure => ({
  kind: 'AREA',
  name: '铜湾医共体',
  life: [period('2019-01-01')],
  members: [],
  vacancies: [],
  disputes: [],
  ...more,
})
const codes = (more: Partial<AllianceStructure>) =>
  allianceStructureIssues(structure(more)).map(({ code, params }) => [code, params['period'] ?? null])

test('a kind that requires a lead has one on every day, or a vacancy or dispute that says so; the gaps are named', () => {
  expect(codes({})).toEqual([['LEAD_REQUIRED', { zh: '2019-01-01 起', en: 'from 2019-01-01' }]])
  expect(codes({ members: [member('LEAD', '甲', '2019-01-01', '2020-01-01'), member('LEAD', '乙', '2020-02-01')] })).toEqual([
    ['LEAD_REQUIRED', { zh: '2020-01-01 至 2020-01-31', en: 'from 2020-01-01 to 2020-01-31' }],
  ])
  expect(
    codes({
      members: [member('LEAD', '甲', '2019-01-01', '2020-01-01')],
      vacancies: [period('2020-01-01', '2021-01-01')],
      disputes: [period('2021-01-01')],
    }),
  ).toEqual([])
  expect(codes({ kind: 'SPECIALTY' })).toEqual([])
})

test('there is one lead at a time, and none while the place is declared vacant', () => {
  expect(codes({ members: [member('LEAD', '甲', '2019-01-01'), member('LEAD', '乙', '2020-01-01', '2021-01-01')] })).toEqual([
    ['TWO_LEADS', null],
  ])
  expect(codes({ members: [member('LEAD', '甲', '2019-01-01')], vacancies: [period('2020-01-01', '2021-01-01')] })).toEqual([
    ['LEAD_WHILE_VACANT', { zh: '2019-01-01 起', en: 'from 2019-01-01' }],
  ])
})

test('nobody and nothing belongs to an alliance on days on which it does not exist', () => {
  const life = [period('2019-01-01', '2020-01-01'), period('2020-01-01', '2024-01-01')]
  expect(
    codes({
      kind: 'SPECIALTY',
      life,
      members: [
        member('MEMBER', '甲', '2019-06-01', '2023-01-01'),
        member('MEMBER', '乙', '2018-12-31', '2023-01-01'),
        member('MEMBER', '丙', '2023-01-01'),
      ],
    }),
  ).toEqual([
    ['MEMBER_OUTSIDE_ALLIANCE', { zh: '2018-12-31 至 2022-12-31', en: 'from 2018-12-31 to 2022-12-31' }],
    ['MEMBER_OUTSIDE_ALLIANCE', { zh: '2023-01-01 起', en: 'from 2023-01-01' }],
  ])
  const what = { zh: '牵头争议', en: 'lead dispute' }
  const issues = belongingIssues({ name: '铜湾医共体', life }, [
    { what, ...period('2019-06-01', '2021-01-01') },
    { what, ...period('2021-01-01') },
  ])
  expect(issues).toMatchObject([
    {
      path: 'effectiveOn',
      code: 'OUTSIDE_ALLIANCE',
      params: {
        what,
        period: { zh: '2021-01-01 起', en: 'from 2021-01-01' },
        life: { zh: '2019-01-01 至 2023-12-31', en: 'from 2019-01-01 to 2023-12-31' },
      },
    },
  ])
})
