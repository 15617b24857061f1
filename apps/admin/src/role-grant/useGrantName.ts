import { ROLES, SCOPE_KINDS, type Role, type ScopeKind } from '@yilian/domain/access/role.ts'
import { WORK_AREAS, type WorkArea } from '@yilian/domain/access/work-area.ts'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../i18n/useLocale.ts'

interface Named {
  readonly role: Role
  readonly workArea?: WorkArea | null | undefined
  readonly scopeKind: ScopeKind
  readonly scopeName: string
}

/** A grant in words: `role` 局经办人（医共体）, `scope` 中方县, `whole` both. */
export function useGrantName(): {
  readonly role: (grant: Pick<Named, 'role' | 'workArea'>) => string
  readonly scope: (grant: Pick<Named, 'scopeKind' | 'scopeName'>) => string
  readonly whole: (grant: Named) => string
} {
  const { t } = useTranslation('shell')
  const locale = useLocale()
  const role = ({ role: key, workArea }: Pick<Named, 'role' | 'workArea'>) =>
    ROLES[key].label[locale] + (workArea ? t('bracket', { text: WORK_AREAS[workArea][locale] }) : '')
  const scope = ({ scopeKind, scopeName }: Pick<Named, 'scopeKind' | 'scopeName'>) =>
    scopeKind === 'INSTALLATION' ? SCOPE_KINDS.INSTALLATION[locale] : scopeName
  return { role, scope, whole: (grant) => `${role(grant)} · ${scope(grant)}` }
}
