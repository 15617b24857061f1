import { expect, test } from 'vitest'

import { reportedPeriodText } from './reported-period.ts'

test.each([
  ['2020', '2020年', '2020'],
  ['2023H1', '2023年上半年', 'First half of 2023'],
  ['2023H2', '2023年下半年', 'Second half of 2023'],
  ['2021Q3', '2021年第3季度', 'Quarter 3 of 2021'],
  ['2026-07', '2026年7月', 'July 2026'],
  ['2026-13', '2026-13', '2026-13'],
  ['累计至2020', '累计至2020', '累计至2020'],
])('%s is said in words', (written, zh, en) => {
  expect(reportedPeriodText(written)).toEqual({ zh, en })
})
