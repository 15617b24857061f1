import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, InputNumber, Select } from 'antd'
import { issue } from '@yilian/domain/issue.ts'
import { REFERRAL_DIRECTIONS, referralIssues, type ReferralDirection } from '@yilian/domain/referral-flow.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AllianceOnPage } from '../alliance/alliance-page.ts'
import { CommandDialog } from '../command/CommandDialog.tsx'
import { CommandField } from '../command/CommandField.tsx'
import { useIssuesAt } from '../command/form.ts'
import { useCommandName } from '../command/useCommandName.ts'
import { whenKnown } from '../command/when-known.ts'
import { MonthField } from '../fields/MonthField.tsx'
import { graphql } from '../graphql/gql.ts'
import { countText } from '../i18n/format.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { useFrame } from '../shell/frame-data.ts'
import styles from './RecordReferralsDialog.module.css'
import type { ReferralRow } from './ReferralsTab.tsx'

const RecordReferralsDocument = graphql(`
  mutation RecordReferrals($input: RecordReferralsInput!, $locale: Locale!) {
    result: recordReferrals(input: $input) {
      ...CommandOutcome
    }
  }
`)

interface Line {
  readonly fromId: string | null
  readonly toId: string | null
  readonly direction: ReferralDirection
  /** `null`: not reported, and not sent. */
  readonly count: number | null
}

interface Draft {
  readonly month: string | null
  readonly lines: readonly Line[]
}

interface RecordReferralsDialogProps {
  readonly alliance: AllianceOnPage
  /** What is recorded already: the pairs are offered again, the month's own figures filled in. */
  readonly known: readonly ReferralRow[]
  readonly month: string
  readonly onClose: () => void
}

/** 登记转诊人次: one month, a row per pair and direction. */
export function RecordReferralsDialog({ alliance, known, month, onClose }: RecordReferralsDialogProps): ReactNode {
  const { t } = useTranslation('referral')
  const name = useCommandName()
  const { today } = useFrame()
  const initial: Draft = { month, lines: linesOf(known, month) }
  const filled = (draft: Draft) =>
    draft.lines.flatMap(({ fromId, toId, direction, count }) =>
      fromId !== null && toId !== null && count !== null ? [{ fromId, toId, direction, count }] : [],
    )
  return (
    <CommandDialog
      title={name('recordReferrals')}
      wide
      dated={false}
      document={RecordReferralsDocument}
      initial={initial}
      countyCode={alliance.countyCode}
      issues={(draft) => {
        if (draft.month === null) return [issue('period', 'REQUIRED')]
        // Rows are judged where they stand; those without a figure are not sent and not judged.
        const places = draft.lines.flatMap((line, row) => (line.count === null ? [] : [row]))
        const missing = places.flatMap((row) =>
          (['fromId', 'toId'] as const).flatMap((end) =>
            draft.lines[row]![end] === null ? [issue(`flows.${row}.${end}`, 'REQUIRED')] : [],
          ),
        )
        const judged = places.filter((row) => draft.lines[row]!.fromId !== null && draft.lines[row]!.toId !== null)
        const found = referralIssues(draft.month, filled(draft), today).map((one) => ({
          ...one,
          path: one.path.replace(/^flows\.(\d+)/, (_, index: string) => `flows.${judged[Number(index)]}`),
        }))
        return [...missing, ...found]
      }}
      toInput={(draft, { documentId, note }) =>
        draft.month ? { allianceId: alliance.id, period: draft.month, flows: filled(draft), documentId, note: note.trim() || null } : null
      }
      confirm={(draft) => {
        const flows = filled(draft)
        return flows.length === 0
          ? null
          : whenKnown(
              { month: draft.month, count: flows.length, total: countText(flows.reduce((sum, { count }) => sum + count, 0)) },
              (sentence) => t('record.confirm', sentence),
            )
      }}
      onClose={onClose}
    >
      {({ draft, set }) => (
        <>
          <p style={{ marginTop: 0 }}>{t('record.explain')}</p>
          <CommandField name="period" label={t('record.month')} required>
            {(control) => (
              <MonthField
                {...control}
                value={draft.month}
                max={today.slice(0, 7)}
                allowClear={false}
                style={{ width: 160 }}
                onChange={(next) => set({ month: next, lines: next ? linesOf(known, next) : draft.lines })}
              />
            )}
          </CommandField>
          <Lines alliance={alliance} lines={draft.lines} onChange={(lines) => set({ lines })} />
        </>
      )}
    </CommandDialog>
  )
}

/** The month's own figures, and an empty row for each pair reported in another month. */
function linesOf(known: readonly ReferralRow[], month: string): Line[] {
  const pairs = new Map<string, Line>()
  for (const row of known) {
    const key = `${row.from.id} ${row.to.id} ${row.direction}`
    const own = row.period === month ? row.count : (pairs.get(key)?.count ?? null)
    pairs.set(key, { fromId: row.from.id, toId: row.to.id, direction: row.direction, count: own })
  }
  return pairs.size === 0 ? [{ fromId: null, toId: null, direction: 'UP', count: null }] : [...pairs.values()]
}

function Lines({
  alliance,
  lines,
  onChange,
}: {
  readonly alliance: AllianceOnPage
  readonly lines: readonly Line[]
  readonly onChange: (lines: readonly Line[]) => void
}): ReactNode {
  const { t } = useTranslation('referral')
  const label = useCodeLabel()
  const at = useIssuesAt(['flows', ...lines.flatMap((_, row) => ['', '.fromId', '.toId', '.count'].map((end) => `flows.${row}${end}`))])
  const institutions = [
    ...new Map(
      alliance.membershipTimeline
        .filter(({ recordedTo }) => !recordedTo)
        .map(({ institution }) => [institution.id, { value: institution.id, label: institution.name }]),
    ).values(),
  ]
  const set = (row: number, patch: Partial<Line>) => onChange(lines.map((line, index) => (index === row ? { ...line, ...patch } : line)))
  const wrong = (row: number, field: string) => at(`flows.${row}.${field}`).length > 0
  return (
    <div className={styles.lines}>
      <div className={styles.head} aria-hidden>
        <span>{t('record.from')}</span>
        <span>{t('record.to')}</span>
        <span>{t('record.direction')}</span>
        <span>{t('record.count')}</span>
      </div>
      {lines.map((line, row) => (
        <div key={row}>
          <div className={styles.line}>
            {(['fromId', 'toId'] as const).map((end) => (
              <Select<string>
                key={end}
                aria-label={`${t(end === 'fromId' ? 'record.from' : 'record.to')} ${row + 1}`}
                status={wrong(row, end) ? 'error' : ''}
                aria-invalid={wrong(row, end)}
                showSearch={{ optionFilterProp: 'label' }}
                value={line[end]}
                onChange={(id) => set(row, { [end]: id })}
                options={institutions}
              />
            ))}
            <Select<ReferralDirection>
              aria-label={`${t('record.direction')} ${row + 1}`}
              value={line.direction}
              onChange={(direction) => set(row, { direction })}
              options={(Object.keys(REFERRAL_DIRECTIONS) as ReferralDirection[]).map((value) => ({
                value,
                label: label('referralDirection', value),
              }))}
            />
            <InputNumber<number>
              aria-label={`${t('record.count')} ${row + 1}`}
              status={wrong(row, 'count') ? 'error' : ''}
              aria-invalid={wrong(row, 'count')}
              min={0}
              precision={0}
              controls={false}
              value={line.count}
              onChange={(count) => set(row, { count })}
              style={{ width: '100%' }}
            />
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={t('record.remove', { row: row + 1 })}
              onClick={() => onChange(lines.filter((_, index) => index !== row))}
            />
          </div>
          {['', '.fromId', '.toId', '.count']
            .flatMap((end) => at(`flows.${row}${end}`))
            .map(({ text }) => (
              <div key={text} className={styles.issue} role="alert">
                {text}
              </div>
            ))}
        </div>
      ))}
      <Button
        type="dashed"
        icon={<PlusOutlined />}
        block
        onClick={() => onChange([...lines, { fromId: null, toId: null, direction: 'UP', count: null }])}
      >
        {t('record.add')}
      </Button>
    </div>
  )
}
