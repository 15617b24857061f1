import { SafetyCertificateOutlined } from '@ant-design/icons'
import { Button, Typography } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { useDialog } from '../command/useDialog.tsx'
import { graphql } from '../graphql/gql.ts'
import type { AuditStateQuery } from '../graphql/graphql.ts'
import { countText, instantText, MISSING } from '../i18n/format.ts'
import { PageHead, type Fact } from '../shell/PageHead.tsx'
import { StateTag } from '../theme/StateTag.tsx'
import styles from './Audit.module.css'
import { VerifyDialog } from './VerifyDialog.tsx'

const AuditStateDocument = graphql(`
  query AuditState {
    auditState {
      entries
      headNumber
      headHash
      oldestAt
      lastVerification {
        at
        ok
        problems
      }
    }
  }
`)

/** How long the record is, where the chain stands, when it was last found whole; and finding out again. */
export function AuditHead(): ReactNode {
  const { t } = useTranslation('audit')
  const [{ data }, read] = useQuery({ query: AuditStateDocument, variables: {} })
  const { dialog, show } = useDialog()
  const state = data?.auditState
  const facts: Fact[] = [
    { label: t('state.entries'), value: countText(state?.entries) },
    { label: t('state.oldest'), value: state?.oldestAt ? instantText(state.oldestAt) : MISSING },
    { label: t('state.head'), value: <Head state={state} /> },
    { label: t('state.verified'), value: <LastVerification state={state} /> },
  ]
  return (
    <>
      <PageHead
        title={t('title')}
        facts={facts}
        actions={
          <Button
            icon={<SafetyCertificateOutlined />}
            onClick={() => show((close) => <VerifyDialog onVerified={() => read({ requestPolicy: 'network-only' })} onClose={close} />)}
          >
            {t('verify.button')}
          </Button>
        }
      />
      {dialog}
    </>
  )
}

type Shown = { readonly state: AuditStateQuery['auditState'] | undefined }

function Head({ state }: Shown): ReactNode {
  const { t } = useTranslation('audit')
  if (!state) return MISSING
  if (state.headNumber === null || state.headNumber === undefined || !state.headHash) return t('state.noHead')
  return (
    <>
      {t('state.block', { number: countText(state.headNumber) })}{' '}
      <Typography.Text
        className={styles.hash ?? ''}
        copyable={{ text: state.headHash, tooltips: [t('state.copyHash'), t('state.copied')] }}
      >
        {state.headHash.slice(0, 12)}…
      </Typography.Text>
    </>
  )
}

function LastVerification({ state }: Shown): ReactNode {
  const { t } = useTranslation('audit')
  if (!state) return MISSING
  const last = state.lastVerification
  if (!last) return t('state.never')
  return (
    <>
      {instantText(last.at)}{' '}
      <StateTag tone={last.ok ? 'green' : 'red'}>{last.ok ? t('state.ok') : t('state.broken', { count: last.problems })}</StateTag>
    </>
  )
}
