import type { Locale, Text } from '@yilian/domain/locale.ts'
import { appointmentKindRules } from '@yilian/domain/staffing/appointment-kind.ts'

import type { ShareRow } from './head-count-difference.queries.ts'

const OUTSIDE: Text = { zh: '登记机构以外', en: 'outside the register' }
const ELSEWHERE: Text = { zh: '其他机构', en: 'another institution' }

/** `任职 甲医院 0.4；派驻 乙卫生院 0.6`. `nameOf` answers `null` for an institution that the reader does not see: its name is not told. */
export function explainShares(shares: readonly ShareRow[], locale: Locale, nameOf: (id: string) => string | null): string {
  const words = shares.map(({ kind, institutionId, part }) => {
    const where = institutionId === null ? OUTSIDE[locale] : (nameOf(institutionId) ?? ELSEWHERE[locale])
    return `${appointmentKindRules(kind).label[locale]} ${where} ${part}`
  })
  return words.join(locale === 'zh' ? '；' : '; ')
}
