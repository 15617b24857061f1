import type { Cited } from '../cited.ts'
import { codeIssues } from '../code-list.ts'
import { PHYSICIAN_CATEGORIES, type PhysicianCategory, type Profession } from '../code-lists/profession.ts'
import type { DatedRow } from '../dated.ts'
import type { IsoDate } from '../day.ts'
import { issue, type Issue } from '../issue.ts'
import { lengthIssues } from '../value-issues.ts'
import type { LicenceKind } from './terms.ts'

/** A licence, registration or certificate (执业证书、注册). It is in force from its issue until it expires, is lost or ends. */
export interface LicenceValue extends Cited {
  readonly kind: LicenceKind
  readonly number: string | null
  /** 执业类别. */
  readonly category: PhysicianCategory | null
  /** 执业范围, as written. */
  readonly scope: string | null
  /** Where the holder is registered. */
  readonly institutionId: string | null
  readonly issuedOn: IsoDate | null
  /** The last day it is good for; `null`: without limit, or not known. */
  readonly expiresOn: IsoDate | null
}
/** A stretch of a licence. */
export interface Licence extends DatedRow, LicenceValue {
  readonly personId: string
}

/** Issues of the attributes alone. */
export function licenceIssues({ number, category, scope, issuedOn, expiresOn }: LicenceValue, today: IsoDate): Issue[] {
  const issues: Issue[] = lengthIssues({ number: [number, 60], scope: [scope, 100] })
  if (category !== null) issues.push(...codeIssues('category', PHYSICIAN_CATEGORIES, category))
  if (issuedOn !== null && issuedOn > today) issues.push(issue('issuedOn', 'DAY_TO_COME', { day: issuedOn }))
  if (issuedOn !== null && expiresOn !== null && expiresOn < issuedOn)
    issues.push(issue('expiresOn', 'END_BEFORE_START', { validFrom: issuedOn, validTo: expiresOn }))
  return issues
}

const LICENCE_OF: Partial<Record<Profession, LicenceKind>> = {
  '11': 'PHYSICIAN',
  '12': 'ASSISTANT_PHYSICIAN',
  '21': 'NURSE',
  '22': 'NURSE',
  '50': 'HEALTH_INSPECTOR',
  V1: 'VILLAGE_DOCTOR',
}

/** The licence that the staff card means by its number: that of the profession; `null` where it has none. */
export function licenceKindOf(profession: Profession | null): LicenceKind | null {
  return profession === null ? null : (LICENCE_OF[profession] ?? null)
}
