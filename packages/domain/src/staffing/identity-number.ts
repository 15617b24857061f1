import type { Sex } from '../code-lists/education.ts'
import { isIsoDate, type IsoDate } from '../day.ts'
import type { IdentityDocument } from '../code-lists/identity-document.ts'
import { issue, type Issue } from '../issue.ts'
import { personalIssues } from '../personal-data.ts'
import type { PersonValue } from './person.ts'

/** Whether a number of this document is one of GB 11643: that of an identity card or household register, and what nothing is said of. */
function isCitizenNumber(document: IdentityDocument | null): boolean {
  return document === null || document === '01' || document === '02'
}

/** What is wrong with the number of an identity document in its normal form, which is not repeated. */
export function identityNumberIssues(path: string, document: IdentityDocument | null, number: string): Issue[] {
  if (isCitizenNumber(document)) return personalIssues(path, 'IDENTITY_NUMBER', number)
  return /^[A-Z0-9()]{5,30}$/.test(number) ? [] : [issue(path, 'NOT_A_DOCUMENT_NUMBER')]
}

/** Birth date and sex that an identity number of eighteen characters says (GB 11643); `null` for another text, and of another document. */
export function saidByIdentityNumber(
  number: string,
  document: IdentityDocument | null,
): { readonly birthDate: IsoDate; readonly sex: Sex } | null {
  const day = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  if (!isCitizenNumber(document) || number.length !== 18 || !isIsoDate(day)) return null
  return { birthDate: day, sex: Number(number[16]) % 2 === 1 ? 'MALE' : 'FEMALE' }
}

/** Whether what is said of a person agrees with the identity number in its normal form. */
export function identityAgreesIssues(
  number: string,
  { birthDate, sex, identityDocument }: Pick<PersonValue, 'birthDate' | 'sex' | 'identityDocument'>,
): Issue[] {
  const said = saidByIdentityNumber(number, identityDocument)
  if (said === null) return []
  return [
    ...(birthDate !== null && birthDate !== said.birthDate
      ? [issue('birthDate', 'IDENTITY_BIRTH', { identity: said.birthDate, given: birthDate })]
      : []),
    ...(sex !== null && sex !== said.sex ? [issue('sex', 'IDENTITY_SEX')] : []),
  ]
}
