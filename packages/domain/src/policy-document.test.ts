import { describe, expect, test } from 'vitest'

import { day } from './day.ts'
import { normaliseDocumentNumber, policyDocumentIssues, type PolicyDocumentValue } from './policy-document.ts'

const plan: PolicyDocumentValue = {
  number: '中政办发〔2019〕10号',
  title: '中方县推进分级诊疗制度建设实施方案',
  issuer: '中方县人民政府办公室',
  issuedOn: day('2019-03-01'),
  url: 'https://www.zhongfang.gov.cn/a/1.html',
  countyCode: '431221',
  source: '报告 000 行2',
}
const found = (patch: object) => policyDocumentIssues({ ...plan, ...patch }).map(({ path, code }) => `${path} ${code}`)

describe('a document', () => {
  test('that is right has no issues', () => expect(found({})).toEqual([]))

  test('of which only the title is known is right', () => {
    expect(found({ number: null, issuer: null, issuedOn: null, url: null, countyCode: null, source: null })).toEqual([])
  })

  test.each<[string, object, string[]]>([
    ['no title', { title: '' }, ['title REQUIRED']],
    ['a title too long', { title: '关'.repeat(201) }, ['title TOO_LONG']],
    ['a number without a year', { number: '中政办发10号' }, ['number DOCUMENT_NUMBER']],
    ['a day that does not exist', { issuedOn: '2019-02-30' }, ['issuedOn NOT_A_DAY']],
    ['an address that runs a script', { url: 'javascript:alert(1)' }, ['url NOT_A_WEB_ADDRESS']],
    ['an address with a space', { url: 'https://a b' }, ['url NOT_A_WEB_ADDRESS']],
    ['a county of five digits', { countyCode: '43122' }, ['countyCode NOT_A_REGION_CODE']],
  ])('with %s is refused', (_, patch, issues) => expect(found(patch)).toEqual(issues))
})

describe('a document number', () => {
  test.each([
    '中政办发〔2019〕10号',
    '中政办发[2019]10号',
    '中政办发(2019)10号',
    '中政办发（2019）10号',
    '中政办发【2019】10号',
    '中政办发［2019］１０号',
    ' 中政办发 〔 2019 〕 10 号 ',
    '中政办发〔2019年〕010号',
  ])('%s is stored as 中政办发〔2019〕10号', (written) => {
    expect(normaliseDocumentNumber(written)).toBe('中政办发〔2019〕10号')
    expect(found({ number: normaliseDocumentNumber(written) })).toEqual([])
  })

  test.each([
    '国卫办基层发〔2020〕12号',
    '川人社[2017]24号',
    '国卫办规划函〔2025〕63号',
    '国卫基层运行便函〔2025〕4号',
    '发改投资〔2020〕1439号',
  ])('%s is one', (written) => {
    expect(found({ number: normaliseDocumentNumber(written) })).toEqual([])
  })

  test.each([
    '〔2019〕10号',
    '中政办发〔19〕10号',
    '中政办发〔2019〕号',
    '中政办发〔2019〕0号',
    '中政办发〔2019〕10',
    '中政办发[2019]10号',
  ])('%s is none as it stands', (number) => {
    expect(found({ number })).toEqual(['number DOCUMENT_NUMBER'])
  })

  test('already normal stays as it is', () => {
    const normal = '中政办发〔2019〕10号'
    expect(normaliseDocumentNumber(normal)).toBe(normal)
  })
})
