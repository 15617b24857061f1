import { DownOutlined, LogoutOutlined, SettingOutlined, TranslationOutlined, UserOutlined } from '@ant-design/icons'
import { ROLES } from '@yilian/domain/access/role.ts'
import { Link } from '@tanstack/react-router'
import { App, Button, Dropdown, Grid } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../i18n/useLocale.ts'
import { session } from '../session/page-session.ts'
import { SIGN_IN } from '../session/way-in.ts'
import { useFrame } from '../shell/frame-data.ts'
import { useSwitchLanguage } from '../shell/LanguageSwitch.tsx'
import styles from '../shell/Shell.module.css'

/** Who is signed in, in which roles; own account and sign out. */
export function AccountMenu(): ReactNode {
  const { t } = useTranslation('account')
  const { t: shell } = useTranslation('shell')
  const locale = useLocale()
  const { message } = App.useApp()
  const { viewer } = useFrame()
  // On a phone there is no room beside it.
  const { md = true } = Grid.useBreakpoint()
  const switchLanguage = useSwitchLanguage()
  if (!viewer) return null
  const roles = [...new Set(viewer.grants.map(({ role }) => ROLES[role].label[locale]))]
  const said = roles.length === 0 ? t('noRoles') : roles.join(shell('list'))
  const signOut = () =>
    session.post('/sign-out').then(
      // Loaded anew: nothing of what was seen stays in the memory of the page.
      () => window.location.assign(SIGN_IN),
      () => message.error(t('failed')),
    )
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        items: [
          {
            type: 'group',
            key: 'who',
            label: (
              <span className={styles.who}>
                <strong>{viewer.name}</strong>
                {viewer.username}
                <span>{said}</span>
              </span>
            ),
            children: [
              ...(md ? [] : [{ key: 'language', icon: <TranslationOutlined />, label: shell('lang.switch'), onClick: switchLanguage }]),
              { key: 'account', icon: <SettingOutlined />, label: <Link to="/account">{t('title')}</Link> },
              { key: 'signOut', icon: <LogoutOutlined />, label: t('signOut'), onClick: () => void signOut() },
            ],
          },
        ],
      }}
    >
      <Button type="text" className={styles.user ?? ''} aria-label={t('menu', { name: viewer.name })}>
        <UserOutlined aria-hidden />
        <span className={styles.userName}>{viewer.name}</span>
        <DownOutlined aria-hidden className={styles.userMore ?? ''} style={{ fontSize: 10 }} />
      </Button>
    </Dropdown>
  )
}
