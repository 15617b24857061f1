import type { Locale } from '../locale.ts'
import { ROLES, SCOPE_KINDS, type Role, type ScopeKind } from './role.ts'
import { WORK_AREAS, type WorkArea } from './work-area.ts'

interface RoleOfWork {
  readonly role: Role
  readonly workArea?: WorkArea | null | undefined
}
interface Scope {
  readonly scopeKind: ScopeKind
  /** What it is over, in words; of the whole installation nothing is read out of it. */
  readonly scopeName: string
}

/** 局经办人（医共体）: a role, with the line of work where there is one. */
export function roleName({ role, workArea }: RoleOfWork, locale: Locale): string {
  const area = workArea && WORK_AREAS[workArea][locale]
  return ROLES[role].label[locale] + (area ? { zh: `（${area}）`, en: ` (${area})` }[locale] : '')
}

export function scopeName({ scopeKind, scopeName: name }: Scope, locale: Locale): string {
  return scopeKind === 'INSTALLATION' ? SCOPE_KINDS.INSTALLATION[locale] : name
}

/** 局经办人（医共体） · 中方县: a grant in words. */
export function grantName(grant: RoleOfWork & Scope, locale: Locale): string {
  return `${roleName(grant, locale)} · ${scopeName(grant, locale)}`
}
