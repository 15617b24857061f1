import { CheckOutlined } from '@ant-design/icons'
import { POLICIES } from '@yilian/domain/access/permission.ts'
import type { Policy, Rule } from '@yilian/domain/access/policy.ts'
import { ROLES, SCOPE_KINDS, type Role } from '@yilian/domain/access/role.ts'
import { WORK_AREAS } from '@yilian/domain/access/work-area.ts'
import { Table, type TableColumnsType } from 'antd'
import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import account from '../account/Account.module.css'
import { useLocale } from '../i18n/useLocale.ts'
import { keysOf } from '../i18n/useTextChoices.ts'
import { FactCard } from '../shell/FactCard.tsx'
import cards from '../shell/FactCard.module.css'
import { PageHead } from '../shell/PageHead.tsx'
import { StateTag } from '../theme/StateTag.tsx'
import { COLORS } from '../theme/theme.ts'

interface Line {
  readonly thing: keyof typeof POLICIES
  readonly action: string
  readonly rule: Rule
  /** Lines of the same thing that begin here; 0 within them. */
  readonly span: number
}

const LINES: readonly Line[] = keysOf(POLICIES).flatMap((thing) => {
  const policy: Policy = POLICIES[thing]
  return Object.entries(policy).map(([action, rule], at, all) => ({ thing, action, rule, span: at === 0 ? all.length : 0 }))
})

/** 角色与权限: the policies as they are enforced, as a table and in sentences, and what each role is for. */
export function PoliciesPage(): ReactNode {
  const { t } = useTranslation('policy')
  const locale = useLocale()
  return (
    <>
      <PageHead title={t('title')} />
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
  const locale = useLocale()
  const columns: TableColumnsType<Line> = [
    {
      title: t('may'),
      width: 76,
      onCell: ({ span }) => ({ rowSpan: span }),
      render: (_, { thing }) => <strong>{t(`thing.${thing}`)}</strong>,
    },
    {
      key: 'says',
      title: '',
      width: 360,
      render: (_, { action, rule }) => (
        <Fragment>
          <div>{isAction(action) ? t(`action.${action}`) : action}</div>
          <div className={cards.quiet}>{rule.says[locale]}</div>
        </Fragment>
      ),
    },
    ...keysOf(ROLES).map((role) => ({
      key: role,
      title: ROLES[role].label[locale],
      width: 92,
      align: 'center' as const,
      render: (_: unknown, { rule }: Line) => <Cell rule={rule} role={role} />,
    })),
  ]
  return (
    <Table<Line>
      size="small"
      bordered
      rowKey={({ thing, action }) => `${thing}.${action}`}
      columns={columns}
      dataSource={[...LINES]}
      pagination={false}
      scroll={{ x: 76 + 360 + 92 * keysOf(ROLES).length }}
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

const ACTIONS = ['read', 'change', 'work', 'revise', 'record', 'run', 'reveal', 'oversee'] as const
function isAction(action: string): action is (typeof ACTIONS)[number] {
  return ACTIONS.some((one) => one === action)
}
