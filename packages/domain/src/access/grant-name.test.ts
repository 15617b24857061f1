import { expect, test } from 'vitest'

import { grantName } from './grant-name.ts'

const AREA = { role: 'BUREAU_OPERATOR', workArea: 'ALLIANCE', scopeKind: 'COUNTY', scopeName: '中方县' } as const
const EVERYWHERE = { role: 'AUDIT_ADMINISTRATOR', workArea: null, scopeKind: 'INSTALLATION', scopeName: '*' } as const

test.each([
  [AREA, 'zh', '局经办人（医共体） · 中方县'],
  [AREA, 'en', 'Bureau operator (Alliances) · 中方县'],
  [EVERYWHERE, 'zh', '审计管理员 · 全系统'],
] as const)('a grant %o in %s is %s', (grant, locale, words) => {
  expect(grantName(grant, locale)).toBe(words)
})
