import { Button, Empty, Table, type TableColumnsType } from 'antd'
import type { IsoDate } from '@yilian/domain/day.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from '../account/Account.module.css'
import { useDialog } from '../command/useDialog.tsx'
import type { TimelineLane } from '../dated/lanes.ts'
import { Timeline } from '../dated/Timeline.tsx'
import { usePeriodText } from '../dated/usePeriodText.ts'
import { instantText } from '../i18n/format.ts'
import { useFrame } from '../shell/frame-data.ts'
import { StateTag } from '../theme/StateTag.tsx'
import { CorrectGrantDialog, EndGrantDialog } from './GrantDialogs.tsx'
import type { Grant } from './grant.ts'
import { useGrantName } from './useGrantName.ts'

interface GrantsPanelProps {
  /** Every stretch of every grant as known now. */
  readonly grants: readonly Grant[]
  readonly user: { readonly id: string; readonly name: string }
  readonly mayChange: boolean
}

type State = 'past' | 'current' | 'future'
const TONES = { past: 'grey', current: 'green', future: 'future' } as const

/** 授权: what a user may do since when and until when, as a picture and as rows. */
export function GrantsPanel({ grants, user, mayChange }: GrantsPanelProps): ReactNode {
  const { t } = useTranslation('roleGrant')
  const { today } = useFrame()
  const name = useGrantName()
  const known = grants.filter(({ recordedTo }) => !recordedTo)
  const lanes = [...new Set(known.map(({ id }) => id))].map((id): TimelineLane => {
    const own = known.filter((one) => one.id === id)
    const [first] = own
    return {
      key: id,
      label: first ? name.role(first) : '',
      stretches: own.map((one) => ({
        key: one.rowId,
        label: name.scope(one),
        tone: 'normal',
        detail: one.reason,
        validFrom: one.validFrom,
        validTo: one.validTo ?? null,
        recordedFrom: one.recordedFrom,
      })),
    }
  })
  return (
    <div className={styles.tab}>
      {lanes.length > 0 && (
        <section className={styles.panel} aria-label={t('timeline')}>
          <div className={styles.head}>
            <h2>{t('timeline')}</h2>
          </div>
          <Timeline label={t('timeline')} lanes={lanes} today={today} />
        </section>
      )}
      <section className={styles.panel} aria-label={t('table')}>
        <div className={styles.head}>
          <h2>{t('table')}</h2>
        </div>
        <GrantTable grants={known} user={user} mayChange={mayChange} today={today} />
      </section>
    </div>
  )
}

function GrantTable({ grants, user, mayChange, today }: GrantsPanelProps & { readonly today: IsoDate }): ReactNode {
  const { t } = useTranslation('roleGrant')
  const name = useGrantName()
  const period = usePeriodText()
  const { dialog, show } = useDialog()
  const stretchesOf = ({ id }: Grant) =>
    grants
      .filter((one) => one.id === id)
      .map(({ reason, validFrom, validTo }) => ({ reason, validFrom, validTo: validTo ?? null }))
      .toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
  const columns: TableColumnsType<Grant> = [
    { title: t('column.role'), width: 170, render: (_, grant) => name.role(grant) },
    { title: t('column.scope'), width: 200, render: (_, grant) => name.scope(grant) },
    {
      title: t('column.period'),
      width: 210,
      render: (_, { validFrom, validTo }) => period({ validFrom, validTo: validTo ?? null }),
    },
    {
      title: t('column.state'),
      width: 96,
      render: (_, grant) => {
        const state = stateOf(grant, today)
        return <StateTag tone={TONES[state]}>{t(`state.${state}`)}</StateTag>
      },
    },
    { title: t('column.reason'), render: (_, { reason }) => reason },
    {
      title: t('column.by'),
      width: 200,
      render: (_, { grantedBy, recordedFrom }) => t('by', { actor: grantedBy.name, at: instantText(recordedFrom) }),
    },
    ...(mayChange
      ? [
          {
            title: t('column.actions'),
            width: 136,
            render: (_: unknown, grant: Grant) => (
              <>
                {stateOf(grant, today) !== 'past' && (
                  <Button
                    type="link"
                    size="small"
                    danger
                    aria-label={t('endOf', { grant: name.whole(grant) })}
                    onClick={() => show((close) => <EndGrantDialog user={user} grant={grant} onClose={close} />)}
                  >
                    {t('end')}
                  </Button>
                )}
                <Button
                  type="link"
                  size="small"
                  aria-label={t('correctOf', { grant: name.whole(grant) })}
                  onClick={() =>
                    show((close) => <CorrectGrantDialog user={user} grant={grant} stretches={stretchesOf(grant)} onClose={close} />)
                  }
                >
                  {t('correct')}
                </Button>
              </>
            ),
          },
        ]
      : []),
  ]
  return (
    <>
      <Table<Grant>
        size="small"
        rowKey="rowId"
        columns={columns}
        dataSource={[...grants].toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))}
        pagination={false}
        scroll={{ x: 1100 }}
        locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('empty')} /> }}
      />
      {dialog}
    </>
  )
}

function stateOf({ validFrom, validTo }: Pick<Grant, 'validFrom' | 'validTo'>, today: IsoDate): State {
  if (validFrom > today) return 'future'
  return validTo && validTo <= today ? 'past' : 'current'
}
