import { Segmented } from 'antd'
import type { MoneyUnit, Yuan } from '@yilian/domain/money.ts'
import { useSyncExternalStore, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { moneyText } from './money.ts'
import styles from './Project.module.css'

// One unit for all amounts on the screen: it belongs to the eyes, not to a table.
const STORED = 'yilian.money.unit'
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function chosen(): MoneyUnit {
  return localStorage.getItem(STORED) === 'YUAN' ? 'YUAN' : 'WAN'
}

function choose(unit: MoneyUnit): void {
  localStorage.setItem(STORED, unit)
  listeners.forEach((tell) => tell())
}

/** Writes amounts in the unit that the reader chose, with the name of the unit. */
export function useMoney(): { readonly money: (yuan: Yuan | null | undefined) => string; readonly unit: string } {
  const { t } = useTranslation('project')
  const unit = useSyncExternalStore(subscribe, chosen)
  return { money: (yuan) => moneyText(yuan, unit), unit: t(`money.${unit}`) }
}

/** The head of a column of amounts, with their unit. */
export function AmountHead({ title }: { readonly title: string }): ReactNode {
  const { unit } = useMoney()
  return (
    <>
      {title} <span className={styles.unit}>{unit}</span>
    </>
  )
}

/** 万元 or to the fen. */
export function MoneyUnitSwitch(): ReactNode {
  const { t } = useTranslation('project')
  const unit = useSyncExternalStore(subscribe, chosen)
  return (
    <Segmented<MoneyUnit>
      aria-label={t('money.label')}
      value={unit}
      onChange={choose}
      options={[
        { value: 'WAN', label: t('money.WAN') },
        { value: 'YUAN', label: t('money.YUAN') },
      ]}
    />
  )
}
