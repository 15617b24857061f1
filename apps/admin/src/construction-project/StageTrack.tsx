import { Button, Table, type TableColumnsType } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { MISSING } from '../i18n/format.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { useFrame } from '../shell/frame-data.ts'
import { useMoment } from '../shell/moment.ts'
import { StateTag } from '../theme/StateTag.tsx'
import { NoRecords } from '../table/NoRecords.tsx'
import styles from './Project.module.css'
import type { ProjectOnPage } from './project-page.ts'
import { phasesOf, rowsThatMatter, trackOf, type TrackRow } from './stage-track.ts'

interface StageTrackProps {
  readonly project: ProjectOnPage
  /** Only where works are, what is late and what is next; `onMore` opens the rest. */
  readonly onMore?: () => void
}

/** Where the project stands on its way, and stage by stage what was planned, what was, and how the report puts it. */
export function StageTrack({ project, onMore }: StageTrackProps): ReactNode {
  const { t } = useTranslation('project')
  const label = useCodeLabel()
  const { today } = useFrame()
  const { asOf } = useMoment()
  const [all, setAll] = useState(false)
  const current = project.stage?.stage ?? null
  const track = trackOf(project, current, asOf ?? today)
  const told = onMore ? rowsThatMatter(track) : track.filter((row) => row.told)
  const columns: TableColumnsType<TrackRow> = [
    {
      key: 'stage',
      title: t('track.stage'),
      width: 168,
      rowScope: 'row',
      render: (_, { stage, now }) => (
        <>
          {label('projectStage', stage)} {now && <StateTag tone="blue">{t('track.now')}</StateTag>}
        </>
      ),
    },
    { key: 'baseline', title: t('track.baseline'), width: 104, render: (_, row) => row.baselineOn ?? MISSING },
    ...(told.some(({ replannedOn }) => replannedOn !== null)
      ? [{ key: 'replanned', title: t('track.replanned'), width: 104, render: (_: unknown, row: TrackRow) => row.replannedOn ?? MISSING }]
      : []),
    ...(told.some(({ forecastOn }) => forecastOn !== null)
      ? [
          {
            key: 'forecast',
            title: t('track.forecast'),
            width: 150,
            render: (_: unknown, row: TrackRow) => (
              <>
                {row.forecastOn ?? MISSING} {row.lapsed && <StateTag tone="amber">{t('track.lapsed')}</StateTag>}
              </>
            ),
          },
        ]
      : []),
    { key: 'actual', title: t('track.actual'), width: 170, render: (_, row) => <Actual row={row} /> },
    { key: 'approval', title: t('track.approval'), width: 190, render: (_, row) => <Approvals row={row} /> },
    {
      key: 'wording',
      title: t('track.wording'),
      render: (_, { wordings, reasons }) =>
        wordings.length + reasons.length === 0 ? (
          MISSING
        ) : (
          <>
            {wordings.map((text) => (
              <div key={text}>{text}</div>
            ))}
            {reasons.map((reason) => (
              <div key={reason} className={styles.small}>
                {t('track.reason', { reason })}
              </div>
            ))}
          </>
        ),
    },
  ]
  return (
    <>
      <Steps current={current} />
      <Unmapped project={project} />
      {onMore && told.length === 0 ? (
        <p className={styles.quiet}>{t(track.some((row) => row.told) ? 'track.noneNow' : 'track.none')}</p>
      ) : (
        <div className={styles.table}>
          <Table<TrackRow>
            aria-label={t('overview.track')}
            size="small"
            rowKey="stage"
            columns={columns}
            dataSource={all ? track : told}
            pagination={false}
            scroll={{ x: 880 }}
            locale={{ emptyText: <NoRecords text={t('track.none')} /> }}
          />
        </div>
      )}
      <Button type="link" size="small" onClick={onMore ?? (() => setAll(!all))}>
        {t(onMore ? 'track.more' : all ? 'track.few' : 'track.all')}
      </Button>
    </>
  )
}

/** One mark for each stage, by phase; the current one said in words. */
function Steps({ current }: { readonly current: ProjectOnPage['stages'][number]['stage'] }): ReactNode {
  const { t } = useTranslation('project')
  const { t: shell } = useTranslation('shell')
  const label = useCodeLabel()
  const said = current === null ? t('stageUnknown') : label('projectStage', current)
  return (
    <div className={styles.steps} role="img" aria-label={shell('colon', { label: t('fact.stage'), text: said })}>
      {phasesOf(current).map(({ phase, now, steps }) => (
        <div key={phase} className={styles.phase} data-now={now} style={{ flex: steps.length }}>
          <h3 aria-hidden>
            {label('projectPhase', phase)}
            {now && ` · ${said}`}
          </h3>
          <div className={styles.dots}>
            {steps.map(({ stage, state }) => (
              <i key={stage} data-state={state} title={label('projectStage', stage)} />
            ))}
          </div>
        </div>
      ))}
    </div>
  )
}

/** What reports say of days on which the stage itself is not known. */
function Unmapped({ project: { stages } }: { readonly project: ProjectOnPage }): ReactNode {
  const { t } = useTranslation('project')
  const unknown = stages.filter(({ stage, wording }) => stage === null && wording !== null)
  if (unknown.length === 0) return null
  return (
    <ul className={styles.list} style={{ marginBottom: 8 }}>
      {unknown.map(({ validFrom, startKnown, wording }) => (
        <li key={validFrom} className={styles.line}>
          <StateTag tone="grey">{t('stageUnknown')}</StateTag>
          <span>{startKnown ? validFrom : t('by', { day: validFrom })}</span>
          <span>{wording}</span>
        </li>
      ))}
    </ul>
  )
}

function Actual({ row: { actual, late } }: { readonly row: TrackRow }): ReactNode {
  const { t } = useTranslation('project')
  return (
    <>
      {actual === null
        ? MISSING
        : actual.on === null
          ? t('track.unknown')
          : actual.exact
            ? actual.on
            : t('track.byThen', { day: actual.on })}{' '}
      {late && <StateTag tone="red">{t('track.late')}</StateTag>}
    </>
  )
}

function Approvals({ row: { approvals } }: { readonly row: TrackRow }): ReactNode {
  if (approvals.length === 0) return MISSING
  return approvals.map(({ number, approvedOn }, at) => (
    <div key={at}>
      {number ?? (approvedOn === null && '✓')}
      {approvedOn !== null && <div className={number === null ? undefined : styles.small}>{approvedOn}</div>}
    </div>
  ))
}
