import type { Sex } from '../code-lists/education.ts'
import { isIsoDate, type IsoDate } from '../day.ts'
import { issue, type Issue } from '../issue.ts'

/** Birth date and sex that an identity number of eighteen characters says (GB 11643); `null` for another text. */
export function saidByIdentityNumber(number: string): { readonly birthDate: IsoDate; readonly sex: Sex } | null {
  const day = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  if (number.length !== 18 || !isIsoDate(day)) return null
  return { birthDate: day, sex: Number(number[16]) % 2 === 1 ? 'MALE' : 'FEMALE' }
}

/** Whether what is said of a person agrees with the identity number in its normal form. */
export function identityAgreesIssues(number: string, { birthDate, sex }: { birthDate: IsoDate | null; sex: Sex | null }): Issue[] {
  const said = saidByIdentityNumber(number)
  if (said === null) return []
  return [
    ...(birthDate !== null && birthDate !== said.birthDate
      ? [issue('birthDate', 'IDENTITY_BIRTH', { identity: said.birthDate, given: birthDate })]
      : []),
    ...(sex !== null && sex !== said.sex ? [issue('sex', 'IDENTITY_SEX')] : []),
  ]
}
