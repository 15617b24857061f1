import { roleGrantIssues, WHOLE_INSTALLATION, type RoleGrantDraft } from '@yilian/domain/access/role-grant.ts'
import { roleRules, ROLES, SCOPE_KINDS, type Role, type ScopeKind } from '@yilian/domain/access/role.ts'
import { WORK_AREAS, type WorkArea } from '@yilian/domain/access/work-area.ts'
import { addDays, type IsoDate } from '@yilian/domain/day.ts'
import { issue, type Issue } from '@yilian/domain/issue.ts'
import { Input, Radio, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandDialog } from '../command/CommandDialog.tsx'
import { CommandField } from '../command/CommandField.tsx'
import type { CommonInput } from '../command/outcome.ts'
import { useCommandName } from '../command/useCommandName.ts'
import { whenKnown } from '../command/when-known.ts'
import { DayField } from '../fields/DayField.tsx'
import { graphql } from '../graphql/gql.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { useTextChoices } from '../i18n/useTextChoices.ts'
import { draftsOf, type Grant } from './grant.ts'
import styles from './Grants.module.css'
import { MayDo } from './MayDo.tsx'
import { ScopeSelect, type Scope } from './ScopeSelect.tsx'
import { useGrantName } from './useGrantName.ts'

const GrantRoleDocument = graphql(`
  mutation GrantRole($input: GrantRoleInput!, $locale: Locale!) {
    result: grantRole(input: $input) {
      ...CommandOutcome
    }
  }
`)

interface Draft {
  readonly role: Role | null
  readonly scopeKind: ScopeKind | null
  readonly scope: Scope | null
  readonly workArea: WorkArea | null
  readonly reason: string
  /** The last day in force. */
  readonly last: IsoDate | null
}

const EMPTY: Draft = { role: null, scopeKind: null, scope: null, workArea: null, reason: '', last: null }

interface GrantRoleDialogProps {
  readonly user: { readonly id: string; readonly name: string }
  /** What the user has been granted. */
  readonly grants: readonly Grant[]
  readonly onClose: () => void
}

/** 授予角色: which role, over what, for which line of work, from when until when, and why. */
export function GrantRoleDialog({ user, grants, onClose }: GrantRoleDialogProps): ReactNode {
  const { t } = useTranslation('roleGrant')
  const name = useCommandName()
  const locale = useLocale()
  const choices = useTextChoices()
  const grantName = useGrantName()
  const issues = ({ role, scopeKind, scope, workArea, reason, last }: Draft, { effectiveOn }: CommonInput): Issue[] => {
    if (role === null || scopeKind === null) return [issue('role', 'REQUIRED')]
    if (effectiveOn === null) return []
    const scopeId = scopeKind === 'INSTALLATION' ? WHOLE_INSTALLATION : (scope?.id ?? '')
    const draft: RoleGrantDraft = {
      id: null,
      userId: user.id,
      role,
      scopeKind,
      scopeId,
      workArea,
      validFrom: effectiveOn,
      validTo: last === null ? null : addDays(last, 1),
    }
    return roleGrantIssues(draft, draftsOf(user.id, grants), reason)
  }
  return (
    <CommandDialog
      title={name('grantRole')}
      document={GrantRoleDocument}
      initial={EMPTY}
      issues={issues}
      toInput={({ role, scopeKind, scope, workArea, reason, last }, { effectiveOn, documentId, note }) =>
        role === null || scopeKind === null || effectiveOn === null
          ? null
          : {
              userId: user.id,
              role,
              scopeKind,
              scopeId: scopeKind === 'INSTALLATION' ? null : (scope?.id ?? null),
              workArea,
              reason: reason.trim(),
              until: last === null ? null : addDays(last, 1),
              effectiveOn,
              documentId,
              note: note.trim() || null,
            }
      }
      confirm={({ role, workArea, scopeKind, scope }, { effectiveOn }) =>
        role === null || scopeKind === null || (scopeKind !== 'INSTALLATION' && scope === null)
          ? null
          : whenKnown(
              {
                day: effectiveOn,
                name: user.name,
                grant: grantName.whole({ role, workArea, scopeKind, scopeName: scope?.name ?? '' }),
              },
              (known) => t('grant.confirm', known),
            )
      }
      onClose={onClose}
    >
      {({ draft, set }) => (
        <>
          <CommandField name="role" label={t('field.role')} required>
            {(control) => (
              <>
                <Select<Role>
                  {...control}
                  value={draft.role}
                  placeholder={t('field.roleHint')}
                  options={Object.entries(ROLES).map(([value, { label }]) => ({ value: value as Role, label: label[locale] }))}
                  onChange={(role) => {
                    const [first = null] = roleRules(role).scopes
                    set({ role, scopeKind: first, scope: null, workArea: role === 'BUREAU_OPERATOR' ? draft.workArea : null })
                  }}
                  style={{ width: '100%' }}
                />
                {draft.role && (
                  <p className={styles.duty}>
                    {ROLES[draft.role].duty[locale]} {ROLES[draft.role].apart && t('grant.apart')}
                  </p>
                )}
              </>
            )}
          </CommandField>
          {draft.role === 'BUREAU_OPERATOR' && (
            <CommandField name="workArea" label={t('field.workArea')} required>
              {(control) => (
                <Select<WorkArea>
                  {...control}
                  value={draft.workArea}
                  options={choices(WORK_AREAS)}
                  onChange={(workArea) => set({ workArea })}
                  style={{ width: '100%' }}
                />
              )}
            </CommandField>
          )}
          {draft.role && (
            <ScopeFields
              role={draft.role}
              kind={draft.scopeKind}
              scope={draft.scope}
              onChange={(scopeKind, scope) => set({ scopeKind, scope })}
            />
          )}
          <CommandField name="reason" label={t('field.reason')} required>
            {(control) => (
              <Input
                {...control}
                value={draft.reason}
                placeholder={t('field.reasonHint')}
                onChange={({ target }) => set({ reason: target.value })}
              />
            )}
          </CommandField>
          <CommandField name="until" label={t('field.last')} help={draft.last === null ? t('field.lastHint') : null}>
            {(control) => (
              <DayField
                {...control}
                value={draft.last}
                placeholder={t('field.lastOpen')}
                onChange={(last) => set({ last })}
                style={{ width: '100%' }}
              />
            )}
          </CommandField>
          {draft.role && (draft.role !== 'BUREAU_OPERATOR' || draft.workArea) && (
            <details>
              <summary>{t('grant.may')}</summary>
              <MayDo role={draft.role} workArea={draft.workArea} />
            </details>
          )}
        </>
      )}
    </CommandDialog>
  )
}

interface ScopeFieldsProps {
  readonly role: Role
  readonly kind: ScopeKind | null
  readonly scope: Scope | null
  readonly onChange: (kind: ScopeKind, scope: Scope | null) => void
}

/** Which kind of scope, where the role has several, and which one. */
function ScopeFields({ role, kind, scope, onChange }: ScopeFieldsProps): ReactNode {
  const { t } = useTranslation('roleGrant')
  const locale = useLocale()
  const { scopes } = roleRules(role)
  const label = {
    COUNTY: t('field.county'),
    DEPARTMENT: t('field.department'),
    ALLIANCE: t('field.alliance'),
    INSTITUTION: t('field.institution'),
  }
  return (
    <>
      {scopes.length > 1 && (
        <CommandField name="scopeKind" label={t('field.scopeKind')} required>
          {({ id }) => (
            <Radio.Group
              id={id}
              aria-label={t('field.scopeKind')}
              value={kind}
              options={scopes.map((value) => ({ value, label: SCOPE_KINDS[value][locale] }))}
              onChange={({ target }) => onChange(target.value, null)}
            />
          )}
        </CommandField>
      )}
      {kind !== null && kind !== 'INSTALLATION' && (
        <CommandField name="scopeId" label={label[kind]} required>
          {(control) => <ScopeSelect key={kind} control={control} kind={kind} value={scope} onChange={(next) => onChange(kind, next)} />}
        </CommandField>
      )}
    </>
  )
}
