import { issue, type Issue } from '@yilian/domain/issue.ts'
import type { Yuan } from '@yilian/domain/money.ts'

/** An amount that a row may give in 万元 or in yuan; `undefined`: it says nothing of it. `inYuan` is the field of the second. */
export function eitherAmount<V extends Yuan | null>(
  wan: V | undefined,
  yuan: V | undefined,
  inYuan: string,
): { readonly amount: V | undefined; readonly issues: Issue[] } {
  const both = wan != null && yuan != null && wan !== yuan
  return { amount: wan ?? yuan, issues: both ? [issue(inYuan, 'AMOUNT_IN_BOTH_UNITS')] : [] }
}
