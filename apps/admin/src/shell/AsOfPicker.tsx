import { HistoryOutlined } from '@ant-design/icons'
import { Button, DatePicker, Popover } from 'antd'
import dayjs from 'dayjs'
import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isInstant } from '@yilian/domain/day.ts'
import { DayField } from '../fields/DayField.tsx'
import { instantText } from '../i18n/format.ts'
import { useFrame } from './frame-data.ts'
import { useMoment, useSetRootSearch } from './moment.ts'
import styles from './Shell.module.css'

/** The date every screen shows: quiet while it is today, coloured otherwise; beside it, what was known when. */
export function AsOfPicker(): ReactNode {
  const { t } = useTranslation('shell')
  const { asOf } = useMoment()
  const { today } = useFrame()
  const setRootSearch = useSetRootSearch()
  const now = dayjs(today)
  const presets = [
    { label: t('asOf.presets.lastYearEnd'), value: now.startOf('year').subtract(1, 'day') },
    { label: t('asOf.presets.lastMonthEnd'), value: now.startOf('month').subtract(1, 'day') },
    { label: t('asOf.today'), value: now },
    { label: t('asOf.presets.nextMonth'), value: now.startOf('month').add(1, 'month') },
    { label: t('asOf.presets.nextYear'), value: now.startOf('year').add(1, 'year') },
  ]
  return (
    <span className={styles.asOf} data-state={asOf === undefined ? 'today' : asOf < today ? 'past' : 'future'}>
      <DayField
        value={asOf}
        prefix={t('asOf.label')}
        aria-label={t('asOf.label')}
        placeholder={t('asOf.today')}
        presets={presets}
        showNow={false}
        onChange={(day) => setRootSearch({ asOf: day === null || day === today ? undefined : day })}
        className={styles.day ?? ''}
      />
      <KnownAt />
    </span>
  )
}

function KnownAt(): ReactNode {
  const { t } = useTranslation('shell')
  const { asKnownAt } = useMoment()
  const setRootSearch = useSetRootSearch()
  const [open, setOpen] = useState(false)
  const shown = useMemo(() => (asKnownAt ? dayjs(instantText(asKnownAt)) : null), [asKnownAt])
  const choose = (wall: string | null) => {
    const at = wall === null ? null : new Date(`${wall.replace(' ', 'T')}+08:00`).toISOString()
    setRootSearch({ knownAt: isInstant(at) ? at : undefined })
    setOpen(false)
  }
  const content = (
    <div style={{ width: 264 }}>
      <p style={{ marginTop: 0, color: '#55606d' }}>{t('knownAt.explain')}</p>
      <DatePicker
        aria-label={t('knownAt.title')}
        showTime={{ format: 'HH:mm' }}
        format={['YYYY-MM-DD HH:mm', 'YYYY-MM-DD']}
        value={shown}
        placeholder={t('knownAt.now')}
        onChange={(picked) => choose(picked && !Array.isArray(picked) ? picked.format('YYYY-MM-DD HH:mm:00') : null)}
        style={{ width: '100%' }}
      />
      {asKnownAt && (
        <Button type="link" style={{ paddingInline: 0, marginTop: 8 }} onClick={() => choose(null)}>
          {t('knownAt.back')}
        </Button>
      )}
    </div>
  )
  return (
    <Popover open={open} onOpenChange={setOpen} trigger="click" placement="bottom" title={t('knownAt.title')} content={content}>
      <Button
        type="text"
        icon={<HistoryOutlined />}
        aria-label={t('knownAt.label')}
        title={t('knownAt.label')}
        aria-pressed={asKnownAt !== undefined}
        {...(asKnownAt ? { color: 'primary', variant: 'filled' } : {})}
      />
    </Popover>
  )
}
