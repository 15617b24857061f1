import type { CombinedError } from '@urql/core'
import { Link } from '@tanstack/react-router'
import { Alert, Button, Modal, Progress } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from 'urql'
import { failureOf } from '../client/failure.ts'
import { graphql } from '../graphql/gql.ts'
import type { VerifyAuditMutation } from '../graphql/graphql.ts'
import { countText } from '../i18n/format.ts'
import { useLocale } from '../i18n/useLocale.ts'
import styles from './Audit.module.css'

const VerifyAuditDocument = graphql(`
  mutation VerifyAudit($locale: Locale!) {
    verifyAudit {
      ok
      blocks
      entries
      outsideCount
      headNumber
      headHash
      problems {
        kind
        table
        key
        message(locale: $locale)
      }
    }
  }
`)

type Verification = VerifyAuditMutation['verifyAudit']

interface VerifyDialogProps {
  readonly onVerified: () => void
  readonly onClose: () => void
}

/** 校验: runs as it opens, says that it runs, and what it found. */
export function VerifyDialog({ onVerified, onClose }: VerifyDialogProps): ReactNode {
  const { t } = useTranslation('audit')
  const locale = useLocale()
  const client = useClient()
  const [open, setOpen] = useState(true)
  const [found, setFound] = useState<Verification | null>(null)
  const [failure, setFailure] = useState<CombinedError | null>(null)
  useEffect(() => {
    const verify = async () => {
      const { data, error } = await client.mutation(VerifyAuditDocument, { locale }).toPromise()
      if (data) setFound(data.verifyAudit)
      else setFailure(error ?? null)
      onVerified()
    }
    void verify()
    // oxlint-disable-next-line react/exhaustive-deps -- once, as the dialog opens
  }, [])
  return (
    <Modal
      open={open}
      title={t('verify.button')}
      width={560}
      onCancel={() => setOpen(false)}
      afterClose={onClose}
      footer={<Button onClick={() => setOpen(false)}>{t('verify.close')}</Button>}
    >
      <div aria-live="polite">
        {found === null && failure === null && (
          <>
            <Progress percent={100} status="active" showInfo={false} aria-label={t('verify.button')} />
            <p>{t('verify.running')}</p>
          </>
        )}
        {failure && <Failed failure={failure} />}
        {found && <Found found={found} />}
      </div>
    </Modal>
  )
}

function Failed({ failure }: { readonly failure: CombinedError }): ReactNode {
  const { t } = useTranslation('audit')
  const { t: shell } = useTranslation('shell')
  const { requestId } = failureOf(failure, navigator.onLine)
  if (failure.graphQLErrors.some(({ extensions }) => extensions.code === 'BUSY'))
    return <Alert type="info" showIcon title={t('verify.busy')} />
  return (
    <Alert
      type="error"
      showIcon
      title={t('verify.failedTitle')}
      description={`${t('verify.failed')} ${requestId === null ? '' : shell('failure.requestId', { id: requestId })}`}
    />
  )
}

function Found({ found }: { readonly found: Verification }): ReactNode {
  const { t } = useTranslation('audit')
  const counts = { entries: countText(found.entries), blocks: countText(found.blocks) }
  return (
    <>
      <Alert
        type={found.ok ? 'success' : 'error'}
        showIcon
        title={found.ok ? t('verify.okTitle') : t('verify.brokenTitle')}
        description={
          <>
            {found.ok ? t('verify.ok', counts) : t('verify.broken')}
            {found.problems.length > 0 && (
              <ul className={styles.problems}>
                {found.problems.map(({ kind, table, key, message }) => (
                  <li key={`${kind} ${table} ${key}`}>{message}</li>
                ))}
              </ul>
            )}
          </>
        }
      />
      {found.outsideCount > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('verify.outside', { count: found.outsideCount })}
          action={
            <Link to="/audit" search={{ outside: true }}>
              {t('verify.showOutside')}
            </Link>
          }
          style={{ marginTop: 8 }}
        />
      )}
      {found.headHash && (
        <p>
          {t('state.head')}: {t('state.block', { number: countText(found.headNumber) })}
          <br />
          <span className={styles.hash}>{found.headHash}</span>
          <br />
          <span className={styles.none}>{t('verify.hint')}</span>
        </p>
      )}
    </>
  )
}
