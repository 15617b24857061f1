import { Link } from '@tanstack/react-router'
import { Empty, Segmented, Table } from 'antd'
import { addDays, daysBetween, type IsoDate } from '@yilian/domain/day.ts'
import { useState, type CSSProperties, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { QueryView } from '../client/QueryView.tsx'
import { extentOf, positionOf, rangeOf, ticksOf, type Range } from '../dated/scale.ts'
import { useWidth } from '../dated/useWidth.ts'
import { graphql } from '../graphql/gql.ts'
import type { ConstructionProjectOrderBy, ProjectTimelineQuery } from '../graphql/graphql.ts'
import { MISSING } from '../i18n/format.ts'
import { useFrame } from '../shell/frame-data.ts'
import { useMoment } from '../shell/moment.ts'
import { FilterChips } from '../table/FilterChips.tsx'
import { Pager } from '../table/Pager.tsx'
import { FIRST_PAGE, pageArguments, pageOf } from '../table/table-search.ts'
import styles from './Project.module.css'
import { barsOf, isDrawn, type ProjectBars } from './project-bars.ts'
import { NO_FILTERS, projectFilter, type ProjectSearch } from './project-search.ts'
import { ProjectFilters, useProjectChips } from './ProjectFilters.tsx'
import type { ProjectViewProps } from './ProjectsPage.tsx'
import line from './ProjectTimeline.module.css'
import { ProjectStageTag } from './tags.tsx'

const ProjectTimelineDocument = graphql(`
  query ProjectTimeline(
    $filter: ConstructionProjectFilter
    $orderBy: ConstructionProjectOrderBy
    $direction: SortDirection
    $first: Int
    $after: String
    $last: Int
    $before: String
    $asOf: Date
    $asKnownAt: Instant
  ) {
    projects(
      filter: $filter
      orderBy: $orderBy
      direction: $direction
      first: $first
      after: $after
      last: $last
      before: $before
      asOf: $asOf
      asKnownAt: $asKnownAt
    ) {
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      nodes {
        id
        name
        stage {
          stage
        }
        stages {
          stage
          startKnown
          validFrom
        }
        suspensions {
          suspendedOn
          observedOn
          validFrom
          validTo
        }
        start: milestone(stage: START) {
          plannedOn
        }
        acceptance: milestone(stage: ACCEPTANCE) {
          plannedOn
        }
        latestReport {
          month
        }
        schedule {
          clock {
            completion
          }
        }
      }
    }
  }
`)

type Node = ProjectTimelineQuery['projects']['nodes'][number]
interface Row {
  readonly node: Node
  readonly bars: ProjectBars
}

/** All projects on one scale: the plan, what was, stretches of standing still hatched, and the line of the day. */
export function ProjectTimeline({ search, onSearch }: ProjectViewProps): ReactNode {
  const { t } = useTranslation('project')
  const { asOf, asKnownAt, county } = useMoment()
  const { today } = useFrame()
  const [view, setView] = useState<'picture' | 'table'>('picture')
  const query = useQuery({
    query: ProjectTimelineDocument,
    variables: { filter: projectFilter(search, county), ...pageArguments<ConstructionProjectOrderBy>(search), asOf, asKnownAt },
  })
  const change = (patch: ProjectSearch) => onSearch({ ...FIRST_PAGE, ...patch })
  const chips = useProjectChips(search, change, true)
  const day = asOf ?? today
  const found = query[0].data?.projects
  return (
    <>
      <div className={styles.tools}>
        <ProjectFilters search={search} onSearch={onSearch} heads />
        <Segmented
          aria-label={t('timeline.view')}
          value={view}
          onChange={setView}
          options={[
            { value: 'picture', label: t('timeline.picture') },
            { value: 'table', label: t('timeline.table') },
          ]}
        />
      </div>
      <div className={styles.chips}>
        <FilterChips chips={chips} onClear={() => change(NO_FILTERS)} />
      </div>
      <div className={styles.scroll} data-print="flow">
        <QueryView query={query}>
          {({ projects }) => {
            const rows = projects.nodes.map((node): Row => {
              const [completion, lastReport] = [node.schedule.clock?.completion ?? null, node.latestReport?.month ?? null]
              return { node, bars: barsOf({ ...node, completion, lastReport }, day) }
            })
            return rows.length === 0 ? (
              <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('timeline.none')} style={{ padding: 48 }} />
            ) : view === 'picture' ? (
              <Picture rows={rows} day={day} />
            ) : (
              <Figures rows={rows} />
            )
          }}
        </QueryView>
      </div>
      <Pager
        page={pageOf(search, found?.nodes.length ?? 0, found?.pageInfo)}
        total={found?.totalCount}
        size={search.size}
        onSearch={onSearch}
      />
    </>
  )
}

function rangeOfAll(rows: readonly Row[], day: IsoDate): Range {
  const days = rows.flatMap(({ bars: { planned, actual, stops, expected } }) =>
    [
      planned?.from,
      planned?.to,
      actual?.from,
      actual?.to,
      expected,
      ...stops.flatMap(({ validFrom, validTo }) => [validFrom, validTo]),
    ].filter((one) => one != null),
  )
  const first = [...days, day].reduce((a, b) => (a < b ? a : b))
  // Where a start is not known to the day its mark stands left of the bar.
  return rangeOf([], [...days, day, addDays(first, -Math.round(daysBetween(first, day) * 0.03))])
}

function Picture({ rows, day }: { readonly rows: readonly Row[]; readonly day: IsoDate }): ReactNode {
  const { t } = useTranslation('project')
  const { t: shell } = useTranslation('shell')
  const { today } = useFrame()
  const { ref, width } = useWidth<HTMLDivElement>(900)
  const range = rangeOfAll(rows, day)
  const labels = Math.min(264, Math.round(width * 0.36))
  const ticks = ticksOf(range, Math.max(2, Math.floor((width - labels) / 68)))
  const words = useBarWords()
  return (
    <div style={{ padding: 16 }}>
      <div className={styles.legend} style={{ marginBottom: 8 }}>
        {(['baseline', 'actual', 'unrecorded', 'suspended', 'expected'] as const).map((key) => (
          <span key={key}>
            <i className={`${styles.swatch} ${line[key]}`} />
            {t(`timeline.${key}`)}
          </span>
        ))}
        <span>
          <i
            className={`${styles.swatch} ${line.actual} ${line.before}`}
            style={{ position: 'relative', top: 0, marginLeft: 16, width: 12 }}
          />
          {t('timeline.unknownStart')}
        </span>
      </div>
      <div
        ref={ref}
        className={line.frame}
        style={{ '--label': `${labels}px` } as CSSProperties}
        role="group"
        aria-label={t('timeline.label')}
      >
        <div className={line.head} aria-hidden>
          <div />
          <div className={line.axis}>
            {ticks.map((tick) => (
              <span key={tick.day} className={line.tick} style={{ left: `${positionOf(tick.day, range) * 100}%` }}>
                {tick.label}
              </span>
            ))}
            <span className={line.day} style={markedAt(positionOf(day, range), width - labels)}>
              {day === today ? t('timeline.today') : t('timeline.asOf', { day })}
            </span>
          </div>
        </div>
        {rows.map(({ node, bars }) => (
          <div key={node.id} className={line.row}>
            <div className={line.label}>
              <Link to="/projects/$id" params={{ id: node.id }} search={(before) => ({ ...before, tab: 'schedule' })}>
                {node.name}
              </Link>
              <ProjectStageTag stage={node.stage?.stage} />
            </div>
            <div
              className={line.track}
              role="img"
              aria-label={[node.name, ...words(bars)].join(shell('list'))}
              title={words(bars).join('\n')}
            >
              {ticks.map((tick) => (
                <i key={tick.day} className={line.grid} style={{ left: `${positionOf(tick.day, range) * 100}%` }} />
              ))}
              {isDrawn(bars) ? (
                <Bars bars={bars} range={range} day={day} />
              ) : (
                <span className={line.nothing}>
                  <span>{t('timeline.noDates')}</span>
                </span>
              )}
              <i className={line.today} style={{ left: `${positionOf(day, range) * 100}%` }} />
            </div>
          </div>
        ))}
      </div>
    </div>
  )
}

/** The name of the day above its line; at the ends of an axis of so many pixels it stays within. */
function markedAt(position: number, axis: number): CSSProperties {
  const room = Math.min(position, 1 - position) * axis
  const aside = room > HALF_A_MARK ? '-50%' : position > 0.5 ? '-100%' : '0'
  return { left: `${position * 100}%`, transform: `translateX(${aside})` }
}

const HALF_A_MARK = 60

interface BarsProps {
  readonly bars: ProjectBars
  readonly range: Range
  readonly day: IsoDate
}

function Bars({ bars: { planned, actual, stops, expected }, range, day }: BarsProps): ReactNode {
  const place = (from: IsoDate, to: IsoDate | null): CSSProperties => {
    const { left, width } = extentOf({ validFrom: from, validTo: to }, range)
    return { left: `${left * 100}%`, width: `${width * 100}%` }
  }
  const point = planned && (planned.from === null || planned.to === null) ? (planned.from ?? planned.to) : null
  return (
    <>
      {planned?.from && planned.to && <i className={`${line.bar} ${line.baseline}`} style={place(planned.from, planned.to)} />}
      {point && <i className={`${line.bar} ${line.point}`} style={{ left: `${positionOf(point, range) * 100}%` }} />}
      {expected && actual && <i className={`${line.bar} ${line.expected}`} style={place(actual.to, expected)} />}
      {actual && (
        <i
          className={`${line.bar} ${line.actual} ${actual.startKnown ? '' : line.before} ${actual.endKnown ? '' : line.by}`}
          style={place(actual.from, addDays(actual.recordedTo, 1))}
        />
      )}
      {actual && actual.recordedTo < actual.to && (
        <i className={`${line.bar} ${line.unrecorded}`} style={place(addDays(actual.recordedTo, 1), addDays(actual.to, 1))} />
      )}
      {stops.map((stop) => (
        <i
          key={stop.validFrom}
          className={`${line.bar} ${line.suspended} ${stop.start === 'BEFORE' ? line.before : stop.start === 'WITHIN' ? line.within : ''}`}
          style={place(stop.validFrom, stop.validTo ?? addDays(day, 1))}
        />
      ))}
    </>
  )
}

/** What the bars say, for those who cannot see them. */
function useBarWords(): (bars: ProjectBars) => string[] {
  const { t } = useTranslation('project')
  const { from, to } = useStopWords()
  return ({ planned, actual, stops, expected }) => [
    ...(planned ? [t('timeline.planIs', { from: planned.from ?? MISSING, to: planned.to ?? MISSING })] : []),
    actual
      ? t('timeline.actualIs', {
          from: actual.startKnown ? actual.from : t('by', { day: actual.from }),
          to: !actual.done ? t('timeline.ongoing') : actual.endKnown ? actual.to : t('by', { day: actual.to }),
        })
      : t('timeline.noStart'),
    ...(actual && actual.recordedTo < actual.to ? [t('timeline.recordedTo', { day: actual.recordedTo })] : []),
    ...stops.map((stop) => t('timeline.stopIs', { from: from(stop), to: to(stop) })),
    ...(expected ? [`${t('timeline.expected')} ${expected}`] : []),
  ]
}

/** The days of a stop in words, unknown where they are. */
function useStopWords() {
  const { t } = useTranslation('project')
  return {
    from: ({ start, validFrom }: ProjectBars['stops'][number]) =>
      start === 'EXACT' ? validFrom : start === 'BEFORE' ? t('by', { day: validFrom }) : t('track.unknown'),
    to: ({ validTo }: ProjectBars['stops'][number]) => (validTo === null ? t('schedule.still') : addDays(validTo, -1)),
  }
}

function Figures({ rows }: { readonly rows: readonly Row[] }): ReactNode {
  const { t } = useTranslation('project')
  const { from, to } = useStopWords()
  return (
    <Table<Row>
      aria-label={t('timeline.label')}
      size="middle"
      rowKey={({ node }) => node.id}
      dataSource={[...rows]}
      pagination={false}
      scroll={{ x: 900 }}
      columns={[
        {
          title: t('timeline.project'),
          width: 280,
          render: (_, { node }) => (
            <Link to="/projects/$id" params={{ id: node.id }}>
              {node.name}
            </Link>
          ),
        },
        { title: t('column.stage'), width: 150, render: (_, { node }) => <ProjectStageTag stage={node.stage?.stage} /> },
        { title: t('column.plannedStart'), render: (_, { bars }) => bars.planned?.from ?? MISSING },
        { title: t('column.plannedCompletion'), render: (_, { bars }) => bars.planned?.to ?? MISSING },
        {
          title: t('column.started'),
          render: (_, { bars: { actual } }) =>
            actual === null ? MISSING : actual.startKnown ? actual.from : t('by', { day: actual.from }),
        },
        { title: t('column.completion'), render: (_, { bars }) => (bars.actual?.done ? bars.actual.to : (bars.expected ?? MISSING)) },
        {
          title: t('timeline.suspended'),
          render: (_, { bars }) =>
            bars.stops.length === 0 ? MISSING : bars.stops.map((stop) => <div key={stop.validFrom}>{`${from(stop)} – ${to(stop)}`}</div>),
        },
      ]}
    />
  )
}
