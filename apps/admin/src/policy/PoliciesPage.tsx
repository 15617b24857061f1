import { CheckOutlined } from '@ant-design/icons'
import { PERMISSIONS, POLICIES, type Permission } from '@yilian/domain/access/permission.ts'
import type { Rule } from '@yilian/domain/access/policy.ts'
import { ROLES, SCOPE_KINDS, type Role } from '@yilian/domain/access/role.ts'
import { WORK_AREAS } from '@yilian/domain/access/work-area.ts'
import { Link } from '@tanstack/react-router'
import { Table, type TableColumnsType } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import account from '../account/Account.module.css'
import { useLocale } from '../i18n/useLocale.ts'
import { keysOf } from '../i18n/useTextChoices.ts'
import { usePermissionName } from '../role-grant/usePermissionName.ts'
import { FactCard } from '../shell/FactCard.tsx'
import cards from '../shell/FactCard.module.css'
import { PageHead } from '../shell/PageHead.tsx'
import { StateTag } from '../theme/StateTag.tsx'
import { COLORS } from '../theme/theme.ts'

interface Line {
  readonly thing: keyof typeof POLICIES
  readonly permission: Permission
  readonly rule: Rule
  /** Lines of the same thing that begin here; 0 within them. */
  readonly span: number
}

const LINES: readonly Line[] = [...PERMISSIONS].map(([permission, rule], at, all) => {
  const thing = thingOf(permission)
  const begins = at === 0 || thingOf(all[at - 1]![0]) !== thing
  return { thing, permission, rule, span: begins ? all.filter(([other]) => thingOf(other) === thing).length : 0 }
})

function thingOf(permission: Permission): keyof typeof POLICIES {
  return keysOf(POLICIES).find((thing) => permission.startsWith(`${thing}.`))!
}

/** 角色与权限: the policies as they are enforced, as a table and in sentences, and what each role is for. */
export function PoliciesPage(): ReactNode {
  const { t } = useTranslation('policy')
  const locale = useLocale()
  return (
    <>
      <PageHead
        title={t('title')}
        actions={
          <Link to="/account" search={{ tab: 'grants' }}>
            {t('mine')}
          </Link>
        }
      />
      <div className={account.tab}>
        <section className={account.panel} aria-label={t('matrix')}>
          <div className={account.head}>
            <h2>{t('matrix')}</h2>
          </div>
          <p className={account.explain}>{t('explain')}</p>
          <Matrix />
        </section>
      </div>
      <h2 className="visually-hidden">{t('roles')}</h2>
      <div className={cards.cards} style={{ paddingTop: 0 }}>
        {keysOf(ROLES).map((role) => {
          const { label, duty, scopes, apart } = ROLES[role]
          return (
            <FactCard key={role} title={label[locale]} extra={apart && <StateTag tone="amber">{t('apart')}</StateTag>}>
              <div>{duty[locale]}</div>
              <div className={cards.quiet}>
                {t('scopes', { scopes: scopes.map((kind) => SCOPE_KINDS[kind][locale]).join(locale === 'zh' ? '、' : ', ') })}
              </div>
            </FactCard>
          )
        })}
      </div>
    </>
  )
}

function Matrix(): ReactNode {
  const { t } = useTranslation('policy')
  const name = usePermissionName()
  const locale = useLocale()
  const columns: TableColumnsType<Line> = [
    {
      title: t('may'),
      width: 72,
      colSpan: 2,
      onCell: ({ span }) => ({ rowSpan: span }),
      render: (_, { thing }) => <strong>{t(`thing.${thing}`)}</strong>,
    },
    {
      key: 'says',
      colSpan: 0,
      width: 316,
      render: (_, { permission, rule }) => (
        <>
          <div>{name(permission)}</div>
          <div className={cards.quiet}>{rule.says[locale]}</div>
        </>
      ),
    },
    ...keysOf(ROLES).map((role) => ({
      key: role,
      title: ROLES[role].label[locale],
      width: 88,
      align: 'center' as const,
      render: (_: unknown, { rule }: Line) => <Cell rule={rule} role={role} />,
    })),
  ]
  return (
    <Table<Line>
      size="small"
      bordered
      rowKey="permission"
      columns={columns}
      dataSource={[...LINES]}
      pagination={false}
      scroll={{ x: 72 + 316 + 88 * keysOf(ROLES).length }}
    />
  )
}

function Cell({ rule, role }: { readonly rule: Rule; readonly role: Role }): ReactNode {
  const { t } = useTranslation('policy')
  const locale = useLocale()
  const given = rule.who.filter((one) => one.role === role)
  if (given.length === 0) return null
  const areas = given.flatMap(({ workArea }) => (workArea ? [WORK_AREAS[workArea][locale]] : []))
  return (
    <>
      <CheckOutlined aria-label={t('yes')} style={{ color: COLORS.green }} />
      {areas.length === given.length && areas.length > 0 && (
        <div className={cards.quiet}>{t('workAreas', { areas: areas.join(locale === 'zh' ? '、' : ', ') })}</div>
      )}
    </>
  )
}
