import { grantName, roleName, scopeName } from '@yilian/domain/access/grant-name.ts'
import { useLocale } from '../i18n/useLocale.ts'

/** A grant in words: `role` 局经办人（医共体）, `scope` 中方县, `whole` both. */
export function useGrantName(): {
  readonly role: (grant: Parameters<typeof roleName>[0]) => string
  readonly scope: (grant: Parameters<typeof scopeName>[0]) => string
  readonly whole: (grant: Parameters<typeof grantName>[0]) => string
} {
  const locale = useLocale()
  return {
    role: (grant) => roleName(grant, locale),
    scope: (grant) => scopeName(grant, locale),
    whole: (grant) => grantName(grant, locale),
  }
}
