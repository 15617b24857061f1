import { App, Button, Empty, Skeleton, Table, type TableColumnsType } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Instant } from '@yilian/domain/day.ts'
import { instantText, MISSING } from '../i18n/format.ts'
import { session } from '../session/page-session.ts'
import { useAuthQuery } from '../session/useAuthQuery.ts'
import { SIGN_IN } from '../session/way-in.ts'
import { RefusalAlert } from '../sign-in/RefusalAlert.tsx'
import { StateTag } from '../theme/StateTag.tsx'
import styles from './Account.module.css'

interface SignInSession {
  readonly id: string
  readonly current: boolean
  readonly createdAt: Instant
  readonly lastSeenAt: Instant
  readonly address: string
  readonly device: string
}

/** 登录会话: where the account is signed in, and how to end that. */
export function SessionsTab(): ReactNode {
  const { t } = useTranslation('account')
  const { message, modal } = App.useApp()
  const { answer, failure, read } = useAuthQuery<readonly SignInSession[]>('/sessions')
  const failed = () => message.error(t('failed'))
  const end = async ({ id }: SignInSession) => {
    try {
      await session.post('/sessions/revoke', { id })
      message.success(t('sessions.ended'))
    } catch {
      failed()
    }
    read()
  }
  const everywhere = () =>
    modal.confirm({
      title: t('sessions.everywhereTitle'),
      content: t('sessions.everywhereExplain'),
      okText: t('sessions.everywhere'),
      okButtonProps: { danger: true },
      cancelText: t('cancel'),
      onOk: () => session.post('/sign-out-everywhere').then(() => window.location.assign(SIGN_IN), failed),
    })
  const deviceOf = ({ device }: SignInSession) => device || t('sessions.unknownDevice')
  const columns: TableColumnsType<SignInSession> = [
    {
      title: t('sessions.device'),
      width: 260,
      render: (_, one) => (
        <>
          {deviceOf(one)} {one.current && <StateTag tone="blue">{t('sessions.current')}</StateTag>}
        </>
      ),
    },
    { title: t('sessions.address'), width: 160, render: (_, { address }) => address || MISSING },
    { title: t('sessions.signedIn'), width: 150, render: (_, { createdAt }) => instantText(createdAt) },
    { title: t('sessions.lastSeen'), width: 150, render: (_, { lastSeenAt }) => instantText(lastSeenAt) },
    {
      key: 'end',
      width: 80,
      render: (_, one) =>
        one.current ? null : (
          <Button type="link" size="small" danger aria-label={t('sessions.endOf', { device: deviceOf(one) })} onClick={() => void end(one)}>
            {t('sessions.end')}
          </Button>
        ),
    },
  ]
  return (
    <div className={styles.tab}>
      <section className={styles.panel} aria-label={t('sessions.title')}>
        <div className={styles.head}>
          <h2>{t('sessions.title')}</h2>
          <Button className={styles.end ?? ''} danger onClick={everywhere}>
            {t('sessions.everywhere')}
          </Button>
        </div>
        <p className={styles.explain}>{t('sessions.explain')}</p>
        {failure && <RefusalAlert failure={failure} />}
        {answer === null ? (
          !failure && <Skeleton active title={false} />
        ) : (
          <Table<SignInSession>
            size="small"
            rowKey="id"
            columns={columns}
            dataSource={[...answer]}
            pagination={false}
            scroll={{ x: 800 }}
            locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('sessions.empty')} /> }}
          />
        )}
      </section>
    </div>
  )
}
