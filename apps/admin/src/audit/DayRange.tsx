import type { IsoDate } from '@yilian/domain/day.ts'
import { Space } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DayField } from '../fields/DayField.tsx'

interface DayRangeProps {
  readonly since: IsoDate | undefined
  readonly until: IsoDate | undefined
  readonly onChange: (patch: { since?: IsoDate | undefined; until?: IsoDate | undefined }) => void
}

/** From a day to a day, both included; either may be left open. */
export function DayRange({ since, until, onChange }: DayRangeProps): ReactNode {
  const { t } = useTranslation('audit')
  return (
    <Space size={4}>
      <DayField
        aria-label={t('range.from')}
        placeholder={t('range.from')}
        value={since}
        max={until}
        onChange={(day) => onChange({ since: day ?? undefined })}
        style={{ width: 128 }}
      />
      –
      <DayField
        aria-label={t('range.until')}
        placeholder={t('range.until')}
        value={until}
        min={since}
        onChange={(day) => onChange({ until: day ?? undefined })}
        style={{ width: 128 }}
      />
    </Space>
  )
}
