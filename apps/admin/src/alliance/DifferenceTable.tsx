import { Table } from 'antd'
import type { IsoDate } from '@yilian/domain/day.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AllianceChangesQuery } from '../graphql/graphql.ts'
import { StateTag, type StateTone } from '../theme/StateTag.tsx'
import styles from './AlliancePage.module.css'
import { markOf, type Mark } from './structure-marks.ts'

type Difference = AllianceChangesQuery['allianceChanges'][number]['differences'][number]

const TONES: Record<Mark, StateTone> = { added: 'green', ended: 'grey', changed: 'amber' }

/** What differs, fact by fact: before at the left, after at the right. */
export function DifferenceTable({
  alliance,
  differences,
  since,
  until,
}: {
  readonly alliance: string
  readonly differences: readonly Difference[]
  readonly since: IsoDate
  readonly until: IsoDate
}): ReactNode {
  const { t } = useTranslation('alliance')
  const { t: command } = useTranslation('command')
  const none = <span className={styles.muted}>{t('comparison.none')}</span>
  return (
    <Table<Difference>
      size="small"
      rowKey={({ fact, factId }) => `${fact} ${factId}`}
      dataSource={[...differences]}
      pagination={false}
      columns={[
        {
          title: t('comparison.what'),
          width: 76,
          render: (_, one) => <StateTag tone={TONES[markOf(one)]}>{t(`comparison.change.${markOf(one)}`)}</StateTag>,
        },
        { title: t('comparison.kind'), width: 100, render: (_, { fact }) => command(`fact.${fact}`) },
        {
          title: t('comparison.subject'),
          width: 300,
          render: (_, { subject }) => (subject.startsWith(`${alliance} · `) ? subject.slice(alliance.length + 3) : subject),
        },
        { title: t('comparison.before', { day: since }), render: (_, { before }) => before ?? none },
        { title: t('comparison.after', { day: until }), render: (_, { after }) => after ?? none },
      ]}
    />
  )
}
