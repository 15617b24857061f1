import { PERSONAL_FIELDS, type PersonalField } from '@yilian/domain/personal-data.ts'
import { USER_KINDS } from '@yilian/domain/user.ts'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useDialog } from '../command/useDialog.tsx'
import { instantText } from '../i18n/format.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { useMay } from '../session/use-may.ts'
import { FactCard, FactRow } from '../shell/FactCard.tsx'
import styles from '../shell/FactCard.module.css'
import { RevealDialog } from './RevealDialog.tsx'
import type { UserOnPage } from './user-page.ts'
import { UserTags } from './UserTags.tsx'

/** 概况: the account, and personal data as far as they are shown. */
export function UserOverviewTab({ user }: { readonly user: UserOnPage }): ReactNode {
  const { t } = useTranslation('user')
  const locale = useLocale()
  return (
    <div className={styles.cards}>
      <FactCard title={t('section.account')}>
        <FactRow label={t('column.username')} value={user.username} />
        <FactRow label={t('column.kind')} value={USER_KINDS[user.kind][locale]} />
        <FactRow label={t('column.status')} value={<UserTags user={user} />} />
        {user.lockedUntil && <FactRow label={t('state.locked')} value={t('state.lockedUntil', { at: instantText(user.lockedUntil) })} />}
        <FactRow label={t('column.department')} value={user.department?.name ?? t('noDepartment')} />
        <FactRow label={t('column.secondFactor')} value={user.twoFactorEnabled ? t('secondFactor.on') : t('secondFactor.off')} />
        <FactRow label={t('column.lastSignIn')} value={user.lastSignInAt ? instantText(user.lastSignInAt) : t('never')} />
        <FactRow label={t('column.created')} value={instantText(user.createdAt)} />
      </FactCard>
      {user.kind === 'PERSON' && (
        <FactCard title={t('section.personal')}>
          <PersonalRow user={user} field="PHONE" masked={user.phone ?? null} />
          <PersonalRow user={user} field="IDENTITY_NUMBER" masked={user.identityNumber ?? null} />
        </FactCard>
      )}
    </div>
  )
}

interface PersonalRowProps {
  readonly user: UserOnPage
  readonly field: PersonalField
  readonly masked: string | null
}

function PersonalRow({ user, field, masked }: PersonalRowProps): ReactNode {
  const { t } = useTranslation('user')
  const locale = useLocale()
  const mayReveal = useMay('user.reveal')
  const { dialog, show } = useDialog()
  const label = PERSONAL_FIELDS[field][locale]
  return (
    <FactRow
      label={label}
      value={
        masked === null ? (
          t('notRecorded')
        ) : (
          <>
            {masked}{' '}
            {mayReveal && (
              <Button
                type="link"
                size="small"
                aria-label={t('reveal.buttonOf', { field: label })}
                onClick={() =>
                  show((close) => (
                    <RevealDialog of={{ userId: user.id }} name={user.name} field={field} hint={t('reveal.reasonHint')} onClose={close} />
                  ))
                }
              >
                {t('reveal.button')}
              </Button>
            )}
            {dialog}
          </>
        )
      }
    />
  )
}
