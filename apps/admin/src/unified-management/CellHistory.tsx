import { Button } from 'antd'
import type { ManagementState } from '@yilian/domain/unified-management.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AllianceOnPage } from '../alliance/alliance-page.ts'
import styles from '../alliance/AlliancePage.module.css'
import { AllianceTimeline } from '../alliance/AllianceTimeline.tsx'
import type { FactLane } from '../dated/superseded.ts'
import type { Tone } from '../dated/tones.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { CorrectManagementDialog } from './CorrectManagementDialog.tsx'
import type { ManagementRecord } from './management-record.ts'
import type { MatrixLine } from './ManagementMatrix.tsx'

const TONES: Record<ManagementState, Tone> = { IN_FORCE: 'good', UNDER_WAY: 'normal', NOT_STARTED: 'quiet' }

interface CellHistoryProps {
  readonly alliance: AllianceOnPage
  readonly line: MatrixLine
  readonly domain: string
  readonly records: readonly ManagementRecord[]
  /** Absent while nothing can be changed. */
  readonly onCorrect: ((node: (close: () => void) => ReactNode) => void) | undefined
}

/** The cell looked at, over time: what was recorded for this row, and under it what holds for all members. */
export function CellHistory({ alliance, line, domain, records, onCorrect }: CellHistoryProps): ReactNode {
  const { t } = useTranslation('management')
  const label = useCodeLabel()
  const domainName = label('managementDomain', domain)
  const of = (institutionId: string | null) => records.filter((row) => row.domain === domain && row.institutionId === institutionId)
  const lane = (institutionId: string | null, name: string): FactLane => ({
    key: institutionId ?? 'all',
    fact: 'UNIFIED_MANAGEMENT',
    ids: of(institutionId).map(({ id }) => id),
    label: name,
    stretches: of(institutionId).map((row) => ({
      key: row.rowId,
      label: label('managementState', row.state),
      tone: TONES[row.state],
      validFrom: row.validFrom,
      validTo: row.validTo,
      recordedFrom: row.recordedFrom,
      detail: [row.document?.number ?? row.document?.title, row.source].filter(Boolean).join(' · '),
    })),
  })
  const own = of(line.institutionId)
  const lanes = line.institutionId === null ? [lane(null, line.name)] : [lane(line.institutionId, line.name), lane(null, t('allMembers'))]
  const title = t('history', { who: line.name, domain: domainName })
  const first = own[0]
  return (
    <section className={styles.panel} aria-label={title}>
      <h2>
        {title}
        {first && onCorrect ? (
          <span className={styles.end}>
            <Button
              onClick={() =>
                onCorrect((close) => (
                  <CorrectManagementDialog
                    alliance={alliance}
                    who={line.name}
                    domain={domainName}
                    record={first}
                    stretches={own}
                    onClose={close}
                  />
                ))
              }
            >
              {t('correct.button')}
            </Button>
          </span>
        ) : (
          <span className={`${styles.end} ${styles.muted}`}>{own.length === 0 && line.institutionId !== null ? t('noRecord') : ''}</span>
        )}
      </h2>
      <AllianceTimeline alliance={alliance} label={title} lanes={lanes} />
    </section>
  )
}
