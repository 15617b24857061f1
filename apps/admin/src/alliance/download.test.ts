import { expect, test } from 'vitest'
import { csvOf } from './download.ts'

test('a table opens in Excel with its Chinese, quotes and line breaks intact', () => {
  expect(
    csvOf([
      ['机构', '人次'],
      ['铜湾"镇"', 12],
      ['甲,乙', null],
    ]),
  ).toBe('\ufeff机构,人次\r\n"铜湾""镇""",12\r\n"甲,乙",\r\n')
})

test('a cell is never run as a formula', () => {
  expect(csvOf([['=1+1', '@x', '-2']])).toBe("\ufeff'=1+1,'@x,'-2\r\n")
})
