import { stretchIssues, type Stretch } from '@yilian/domain/dated.ts'
import { issue } from '@yilian/domain/issue.ts'
import { Alert, Input } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandDialog } from '../command/CommandDialog.tsx'
import { StretchField } from '../command/StretchField.tsx'
import { useCommandName } from '../command/useCommandName.ts'
import { whenKnown } from '../command/when-known.ts'
import { graphql } from '../graphql/gql.ts'
import type { Grant } from './grant.ts'
import { useGrantName } from './useGrantName.ts'

const EndRoleGrantDocument = graphql(`
  mutation EndRoleGrant($input: EndRoleGrantInput!, $locale: Locale!) {
    result: endRoleGrant(input: $input) {
      ...CommandOutcome
    }
  }
`)
const CorrectRoleGrantDocument = graphql(`
  mutation CorrectRoleGrant($input: CorrectRoleGrantInput!, $locale: Locale!) {
    result: correctRoleGrant(input: $input) {
      ...CommandOutcome
    }
  }
`)

interface GrantDialogProps {
  readonly user: { readonly id: string; readonly name: string }
  readonly grant: Grant
  readonly onClose: () => void
}

/** 收回角色: from the effective day on the user no longer has it. */
export function EndGrantDialog({ user, grant, onClose }: GrantDialogProps): ReactNode {
  const { t } = useTranslation('roleGrant')
  const name = useCommandName()
  const words = { name: user.name, grant: useGrantName().whole(grant) }
  return (
    <CommandDialog
      title={name('endRoleGrant')}
      danger
      document={EndRoleGrantDocument}
      initial={{}}
      baseVersion={grant.version}
      toInput={(_, { effectiveOn, documentId, note }, baseVersion) =>
        effectiveOn && { roleGrantId: grant.id, effectiveOn, documentId, note: note.trim() || null, baseVersion }
      }
      confirm={(_, { effectiveOn }) => whenKnown({ day: effectiveOn, ...words }, (known) => t('endDialog.confirm', known))}
      onClose={onClose}
    >
      {() => (
        <>
          <p style={{ marginTop: 0 }}>{words.grant}</p>
          <Alert type="warning" showIcon title={t('endDialog.explain')} />
        </>
      )}
    </CommandDialog>
  )
}

interface Value {
  readonly reason: string
}

/** 更正授权记录: all its stretches as they truly were; none at all says that it never was granted. */
export function CorrectGrantDialog({
  user,
  grant,
  stretches,
  onClose,
}: GrantDialogProps & { readonly stretches: readonly Stretch<Value>[] }): ReactNode {
  const { t } = useTranslation('roleGrant')
  const name = useCommandName()
  const words = { name: user.name, grant: useGrantName().whole(grant) }
  const initial: { readonly stretches: readonly Stretch<Value>[] } = { stretches }
  return (
    <CommandDialog
      title={name('correctRoleGrant')}
      correction
      wide
      dated={false}
      document={CorrectRoleGrantDocument}
      initial={initial}
      baseVersion={grant.version}
      issues={(draft) => [
        ...stretchIssues(draft.stretches),
        ...draft.stretches.flatMap(({ reason }, row) => (reason.trim() === '' ? [issue(`stretches.${row}.reason`, 'REQUIRED')] : [])),
      ]}
      toInput={(draft, { documentId, note }, baseVersion) => ({
        roleGrantId: grant.id,
        stretches: draft.stretches.map(({ reason, validFrom, validTo }) => ({ reason: reason.trim(), validFrom, validTo })),
        documentId,
        note: note.trim() || null,
        baseVersion,
      })}
      confirm={(draft) => t(draft.stretches.length === 0 ? 'correctDialog.confirmNever' : 'correctDialog.confirm', words)}
      onClose={onClose}
    >
      {({ draft, set }) => (
        <>
          <p style={{ marginTop: 0 }}>{t('correctDialog.explain')}</p>
          <StretchField<Value>
            stretches={draft.stretches}
            onChange={(next) => set({ stretches: next })}
            fields={['reason']}
            none={t('correctDialog.none')}
            fresh={() => ({ reason: draft.stretches.at(-1)?.reason ?? '' })}
          >
            {(stretch, change, row, invalid) => (
              <Input
                aria-label={`${t('field.reason')} ${row + 1}`}
                prefix={t('field.reason')}
                value={stretch.reason}
                status={invalid('reason') ? 'error' : ''}
                onChange={({ target }) => change({ reason: target.value })}
              />
            )}
          </StretchField>
        </>
      )}
    </CommandDialog>
  )
}
