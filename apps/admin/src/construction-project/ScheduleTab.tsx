import { Alert, Table } from 'antd'
import { addDays } from '@yilian/domain/day.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import page from '../alliance/AlliancePage.module.css'
import { useDialog } from '../command/useDialog.tsx'
import type { TimelineLane } from '../dated/lanes.ts'
import { Timeline } from '../dated/Timeline.tsx'
import { ToneLegend } from '../dated/ToneLegend.tsx'
import { MISSING } from '../i18n/format.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { FactRow } from '../shell/FactCard.tsx'
import { useFrame } from '../shell/frame-data.ts'
import { useMoment } from '../shell/moment.ts'
import { StateTag } from '../theme/StateTag.tsx'
import { CommandButton, RowCommands } from '../command/CommandButton.tsx'
import { CorrectMilestonesDialog } from './dialogs/CorrectMilestonesDialog.tsx'
import { ForecastProjectDialog, PlanProjectDialog, ReplanProjectDialog } from './dialogs/PlanDialogs.tsx'
import { CorrectSuspensionDialog } from './dialogs/CorrectSuspensionDialog.tsx'
import { ResumeProjectDialog, SuspendProjectDialog } from './dialogs/SuspensionDialogs.tsx'
import { EarnedValue } from './EarnedValue.tsx'
import { NoRecords } from '../table/NoRecords.tsx'
import styles from './Project.module.css'
import type { ProjectDialogProps, ProjectOnPage, SuspensionRow } from './project-page.ts'
import { stretchesOf } from './stage-track.ts'
import { StageTrack } from './StageTrack.tsx'

/** 进度: the clock that stops while works stand still, the plan, the stops, and all of it on a line. */
export function ScheduleTab({ project }: { readonly project: ProjectOnPage }): ReactNode {
  const { t } = useTranslation('project')
  const { dialog, show } = useDialog()
  const open = (Dialog: (props: ProjectDialogProps) => ReactNode) => () => show((close) => <Dialog project={project} onClose={close} />)
  return (
    <div className={page.tab}>
      <div className={styles.grid}>
        <section className={page.panel} aria-label={t('schedule.clock')}>
          <h2>{t('schedule.clock')}</h2>
          <Clock project={project} />
        </section>
        <section className={page.panel} aria-label={t('schedule.earned')}>
          <h2>{t('schedule.earned')}</h2>
          <EarnedValue project={project} />
        </section>
      </div>
      <section className={page.panel} aria-label={t('schedule.timeline')}>
        <h2>{t('schedule.timeline')}</h2>
        <Lanes project={project} />
      </section>
      <section className={page.panel} aria-label={t('schedule.stops')}>
        <h2>
          {t('schedule.stops')}
          <span className={styles.end}>
            {project.suspension && <CommandButton command="resumeProject" small onClick={open(ResumeProjectDialog)} />}
            <CommandButton command="suspendProject" small onClick={open(SuspendProjectDialog)} />
          </span>
        </h2>
        <Stops
          project={project}
          onCorrect={(suspension) => show((close) => <CorrectSuspensionDialog project={project} suspension={suspension} onClose={close} />)}
        />
      </section>
      <section className={page.panel} aria-label={t('schedule.plan')}>
        <h2>
          {t('schedule.plan')}
          <span className={styles.end}>
            <CommandButton command="planProject" small onClick={open(PlanProjectDialog)} />
            {project.milestones.length > 0 && (
              <>
                <CommandButton command="replanProject" small onClick={open(ReplanProjectDialog)} />
                <CommandButton command="correctMilestones" small onClick={open(CorrectMilestonesDialog)} />
              </>
            )}
            <CommandButton command="forecastProject" small onClick={open(ForecastProjectDialog)} />
          </span>
        </h2>
        <StageTrack project={project} />
      </section>
      {dialog}
    </div>
  )
}

function Clock({ project: { schedule } }: { readonly project: ProjectOnPage }): ReactNode {
  const { t } = useTranslation('project')
  const { t: shell } = useTranslation('shell')
  const { clock, missing } = schedule
  if (!clock)
    return (
      <Alert
        type="info"
        showIcon
        title={t('schedule.missing')}
        description={
          <>
            {missing.map(({ code, message }) => (
              <div key={code}>{message}</div>
            ))}
            <div className={styles.small}>{t('schedule.missingAdvice')}</div>
          </>
        }
      />
    )
  const parts = [
    { key: 'planned', days: clock.planned, look: styles.planned, word: t('schedule.worked') },
    { key: 'suspended', days: clock.suspended, look: styles.stopped, word: t('schedule.suspended') },
    { key: 'slipped', days: clock.slipped, look: styles.slipped, word: t('schedule.slipped') },
    { key: 'remaining', days: clock.assumption === null ? 0 : clock.remaining, look: styles.remaining, word: t('schedule.remaining') },
  ]
  const days = (count: number) => t('days', { count })
  return (
    <>
      <div
        className={styles.clock}
        role="img"
        aria-label={parts.map(({ word, days: count }) => `${word} ${days(count)}`).join(shell('list'))}
      >
        {parts
          .filter(({ days: count }) => count > 0)
          .map(({ key, days: count, look }) => (
            <span key={key} className={look} style={{ flexGrow: count, flexBasis: 0 }}>
              {count}
            </span>
          ))}
      </div>
      <div className={styles.legend} style={{ margin: '8px 0' }}>
        {parts.map(({ key, look, word, days: count }) => (
          <span key={key}>
            <i className={`${styles.swatch} ${look}`} />
            {word} {days(count)}
          </span>
        ))}
      </div>
      <p className={styles.small}>{t('schedule.sum')}</p>
      <FactRow label={t('schedule.duration')} value={days(clock.duration)} />
      <FactRow label={t('schedule.actual')} value={days(clock.actual)} />
      {clock.uncertain > 0 && <FactRow label={t('schedule.uncertain')} value={days(clock.uncertain)} />}
      <FactRow
        label={t('schedule.late')}
        value={clock.late > 0 ? days(clock.late) : clock.late < 0 ? t('fact.early', { count: -clock.late }) : t('fact.notLate')}
      />
      {clock.late > 0 && (
        <>
          <FactRow label={t('schedule.lateSuspended')} value={days(clock.lateSuspended)} />
          <FactRow label={t('schedule.lateSlipped')} value={days(clock.lateSlipped)} />
        </>
      )}
      <FactRow
        label={t(clock.assumption === null ? 'schedule.completed' : 'schedule.completion')}
        value={
          <>
            {clock.completion}
            {clock.assumption !== null && <div className={styles.small}>{t('schedule.assumption', { assumption: clock.assumption })}</div>}
          </>
        }
      />
    </>
  )
}

/** The plan, the stages and the stops, a lane each. */
function Lanes({ project }: { readonly project: ProjectOnPage }): ReactNode {
  const { t } = useTranslation('project')
  const label = useCodeLabel()
  const { today } = useFrame()
  const { asOf } = useMoment()
  const planned = (key: 'baselineOn' | 'plannedOn', word: string, tone: 'outline' | 'normal') => {
    const [from, to] = (['START', 'ACCEPTANCE'] as const).map(
      (stage) => project.milestones.find((one) => one.stage === stage)?.[key] ?? null,
    )
    return from && to && to >= from ? [{ key, label: word, tone, validFrom: from, validTo: addDays(to, 1) }] : []
  }
  const replanned = project.milestones.some(({ replannedOn }) => replannedOn !== null)
  const lanes: TimelineLane[] = [
    { key: 'baseline', label: t('schedule.laneBaseline'), stretches: planned('baselineOn', t('schedule.laneBaseline'), 'outline') },
    ...(replanned
      ? [{ key: 'replanned', label: t('schedule.laneReplanned'), stretches: planned('plannedOn', t('schedule.laneReplanned'), 'outline') }]
      : []),
    {
      key: 'stage',
      label: t('schedule.laneStage'),
      // Month after month in one stage is one stretch.
      stretches: stretchesOf(project.stages).map(({ stage, wording, validFrom, validTo }) => ({
        key: validFrom,
        label: stage === null ? (wording ?? t('stageUnknown')) : label('projectStage', stage),
        tone: stage === null ? ('quiet' as const) : ('normal' as const),
        validFrom,
        validTo,
        detail: wording ?? undefined,
      })),
    },
    {
      key: 'stop',
      label: t('schedule.laneStop'),
      stretches: project.suspensions.map((one) => ({
        key: one.id,
        label: label('suspensionCause', one.cause),
        tone: 'bad' as const,
        validFrom: one.validFrom,
        validTo: one.validTo,
        detail: one.detail ?? undefined,
      })),
    },
  ].filter(({ stretches }) => stretches.length > 0)
  return (
    <Timeline
      label={t('schedule.timeline')}
      lanes={lanes}
      today={today}
      asOf={asOf}
      labelWidth={132}
      legend={
        <ToneLegend
          entries={[
            { tone: 'outline' as const, word: t('schedule.lanePlan'), lanes: ['baseline', 'replanned'] },
            { tone: 'normal' as const, word: t('schedule.laneStage'), lanes: ['stage'] },
            { tone: 'bad' as const, word: t('schedule.laneStop'), lanes: ['stop'] },
          ].filter((entry) => lanes.some(({ key }) => entry.lanes.includes(key)))}
        />
      }
    />
  )
}

interface StopsProps {
  readonly project: ProjectOnPage
  readonly onCorrect: (suspension: SuspensionRow) => void
}

function Stops({ project, onCorrect }: StopsProps): ReactNode {
  const { t } = useTranslation('project')
  const label = useCodeLabel()
  const { today } = useFrame()
  const { asOf = today } = useMoment()
  return (
    <Table<SuspensionRow>
      aria-label={t('schedule.stops')}
      size="small"
      rowKey="id"
      dataSource={project.suspensions}
      pagination={false}
      scroll={{ x: 820 }}
      locale={{ emptyText: <NoRecords text={t('schedule.noStops')} /> }}
      columns={[
        {
          title: t('schedule.stopped'),
          width: 170,
          render: (_, { suspendedOn, observedOn }) =>
            suspendedOn ?? (observedOn ? t('schedule.observed', { day: observedOn }) : t('track.unknown')),
        },
        {
          title: t('schedule.resumed'),
          width: 150,
          render: (_, { resumedOn, resumedBy, validTo }) =>
            resumedOn ??
            (resumedBy ? (
              t('schedule.resumedBy', { day: resumedBy })
            ) : validTo === null || validTo > asOf ? (
              <StateTag tone="red">{t('schedule.still')}</StateTag>
            ) : (
              t('track.unknown')
            )),
        },
        { title: t('schedule.cause'), width: 140, render: (_, { cause }) => label('suspensionCause', cause) },
        { title: t('schedule.party'), width: 150, render: (_, { responsibleParty }) => responsibleParty ?? MISSING },
        {
          title: t('schedule.detail'),
          render: (_, { detail, sourceNote }) => (
            <>
              {detail ?? MISSING}
              {sourceNote && <div className={styles.small}>{sourceNote}</div>}
            </>
          ),
        },
        {
          key: 'commands',
          width: 44,
          render: (_, one) => (
            <RowCommands
              of={`${t('schedule.stopped')} ${one.suspendedOn ?? ''}`}
              commands={[{ command: 'correctSuspension', onClick: () => onCorrect(one) }]}
            />
          ),
        },
      ]}
    />
  )
}
