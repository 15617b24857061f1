import { expect, test } from 'vitest'
import { draftIssues, draftOf, EMPTY_DRAFT, inputOf, type InstitutionShown } from './institution-form.ts'

const shown: InstitutionShown = {
  name: '铜湾镇中心卫生院',
  aliases: ['铜湾中心卫生院'],
  category: 'C210',
  level: 'LEVEL_1',
  grade: 'A',
  targetLevel: null,
  targetGrade: null,
  status: 'OPERATING',
  region: { code: '431221101000' },
  parent: null,
  ownership: 'PUBLIC_GOV',
  affiliation: '62',
  economicType: '110',
  managementClass: '1',
  creditCode: null,
  unitCount: 1,
  beds: null,
  siteArea: '4000.50',
  buildingArea: null,
  servedPopulation: 0,
  equipment: [{ name: 'DR', count: 1 }],
  address: null,
}

test('an institution goes into the form and out again unchanged', () => {
  expect(inputOf(draftOf(shown))).toEqual({
    name: '铜湾镇中心卫生院',
    aliases: ['铜湾中心卫生院'],
    category: 'C210',
    level: 'LEVEL_1',
    grade: 'A',
    targetLevel: null,
    targetGrade: null,
    status: 'OPERATING',
    regionCode: '431221101000',
    parentId: null,
    ownership: 'PUBLIC_GOV',
    affiliation: '62',
    economicType: '110',
    managementClass: '1',
    creditCode: null,
    unitCount: 1,
    beds: null,
    siteArea: '4000.50',
    buildingArea: null,
    servedPopulation: 0,
    equipment: [{ name: 'DR', count: 1 }],
    address: null,
    code: null,
  })
})

test('missing stays missing and zero stays zero', () => {
  expect(inputOf(draftOf(shown))).toMatchObject({ beds: null, servedPopulation: 0 })
})

test('an empty form lacks name, category and region, and nothing is sent', () => {
  expect(draftIssues(EMPTY_DRAFT, 'institution').map(({ path, code }) => `${path} ${code}`)).toEqual([
    'institution.category REQUIRED',
    'institution.regionCode REQUIRED',
    'institution.name REQUIRED',
  ])
  expect(inputOf(EMPTY_DRAFT)).toBeNull()
})

test('what is typed is judged at its own field while others are still missing', () => {
  const issues = draftIssues({ ...EMPTY_DRAFT, creditCode: '123', code: '一' }, 'institution')
  expect(issues.map(({ path }) => path)).toEqual(expect.arrayContaining(['institution.creditCode', 'institution.code']))
})

test('a count left empty is said to be missing a number, not taken as one', () => {
  expect(draftIssues({ ...draftOf(shown), unitCount: null }, 'parts.1').map(({ path, code }) => `${path} ${code}`)).toEqual([
    'parts.1.unitCount NOT_A_COUNT',
  ])
})
