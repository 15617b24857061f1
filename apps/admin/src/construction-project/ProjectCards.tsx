import { Link } from '@tanstack/react-router'
import { Button, Empty } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { fenOf } from '@yilian/domain/money.ts'
import { QueryView } from '../client/QueryView.tsx'
import { MISSING } from '../i18n/format.ts'
import { FilterChips } from '../table/FilterChips.tsx'
import { Pager } from '../table/Pager.tsx'
import { FIRST_PAGE, pageOf } from '../table/table-search.ts'
import styles from './Project.module.css'
import type { ProjectRow } from './project-list.ts'
import { NO_FILTERS, type ProjectSearch } from './project-search.ts'
import { ProjectFilters, useProjectChips } from './ProjectFilters.tsx'
import { AlertTags, ShareBar, UnitsDone } from './ProjectParts.tsx'
import type { ProjectViewProps } from './ProjectsPage.tsx'
import { NoProjects, useProjectList } from './ProjectTable.tsx'
import { ProjectStageTag, SuspendedTag } from './tags.tsx'
import { MoneyUnitSwitch, useMoney } from './useMoney.tsx'

/** The portfolio as cards: where each project stands, its money, and what is wrong. */
export function ProjectCards({ search, onSearch, onCreate }: ProjectViewProps): ReactNode {
  const { t } = useTranslation('project')
  const { t: table } = useTranslation('table')
  const { query } = useProjectList(search)
  const change = (patch: ProjectSearch) => onSearch({ ...FIRST_PAGE, ...patch })
  const chips = useProjectChips(search, change, true)
  const clear = () => change(NO_FILTERS)
  return (
    <>
      <div className={styles.tools}>
        <ProjectFilters search={search} onSearch={onSearch} heads />
        <MoneyUnitSwitch />
      </div>
      <div className={styles.chips}>
        <FilterChips chips={chips} onClear={clear} />
      </div>
      <div className={styles.scroll} data-print="flow">
        <QueryView query={query}>
          {({ projects }) =>
            projects.nodes.length > 0 ? (
              <ul className={styles.cards} aria-label={t('title')}>
                {projects.nodes.map((row) => (
                  <ProjectCard key={row.id} row={row} />
                ))}
              </ul>
            ) : chips.length > 0 ? (
              <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('noneFound')}>
                <Button onClick={clear}>{table('filter.clear')}</Button>
              </Empty>
            ) : (
              <NoProjects onCreate={onCreate} />
            )
          }
        </QueryView>
      </div>
      <Pager
        page={pageOf(search, query[0].data?.projects.nodes.length ?? 0, query[0].data?.projects.pageInfo)}
        total={query[0].data?.projects.totalCount}
        size={search.size}
        onSearch={(patch) => onSearch(patch)}
      />
    </>
  )
}

export function ProjectCard({ row }: { readonly row: ProjectRow }): ReactNode {
  const { t } = useTranslation('project')
  const { t: shell } = useTranslation('shell')
  const { money, unit } = useMoney()
  const { stage, suspension, openAlerts, schedule, latestReport } = row
  const { planned, arrived, completed, arrivalRate } = row.money
  const share = planned !== null && arrived !== null && fenOf(planned) > 0n ? Number(fenOf(arrived)) / Number(fenOf(planned)) : null
  const figure = (label: string, yuan: string | null) => (
    <div>
      <dt>{label}</dt>
      <dd>{money(yuan)}</dd>
    </div>
  )
  return (
    <li className={styles.card}>
      <Link to="/projects/$id" params={{ id: row.id }} className={styles.cardName}>
        {row.name}
      </Link>
      <div className={styles.quiet}>
        {row.parent && `${row.parent.name} · `}
        {row.institutions.map(({ name }) => name).join(shell('list')) || row.region.name}
      </div>
      <div className={styles.tags}>
        <ProjectStageTag stage={stage?.stage} />
        {suspension && <SuspendedTag since={suspension.suspendedOn} />}
      </div>
      {(stage?.wording || stage?.unitsDone != null) && (
        <div className={styles.small}>
          {stage.wording}
          <UnitsDone done={stage.unitsDone} count={row.unitCount} />
        </div>
      )}
      <dl className={styles.figures}>
        {figure(`${t('funds.planned')}${shell('bracket', { text: unit })}`, planned)}
        {figure(t('funds.arrived'), arrived)}
        {figure(t('column.completed'), completed)}
      </dl>
      <div>
        <ShareBar share={share} label={`${t('column.arrivalRate')} ${arrivalRate === null ? MISSING : `${arrivalRate}%`}`} />
        <div className={styles.small}>
          {shell('colon', { label: t('column.arrivalRate'), text: arrivalRate === null ? MISSING : `${arrivalRate}%` })}
        </div>
      </div>
      <div className={styles.foot}>
        <AlertTags alerts={openAlerts} />
        <span className={styles.small}>
          {[
            schedule.clock && shell('colon', { label: t('column.completion'), text: schedule.clock.completion }),
            shell('colon', { label: t('column.reported'), text: latestReport?.month ?? MISSING }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
    </li>
  )
}
