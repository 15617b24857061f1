import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ALERT_RULES } from '@yilian/domain/construction/alert.ts'
import { PROJECT_KINDS } from '@yilian/domain/construction/project-kind.ts'
import { PROJECT_STAGES } from '@yilian/domain/construction/stage.ts'
import type { ConstructionProjectOrderBy } from '../graphql/graphql.ts'
import { countText, decimalText, MISSING } from '../i18n/format.ts'
import { useChoices } from '../i18n/useChoices.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { keysOf } from '../i18n/useTextChoices.ts'
import { someOf } from '../shell/address.ts'
import type { ColumnFilter, TableColumn } from '../table/columns.ts'
import { COLORS } from '../theme/theme.ts'
import type { ProjectRow, ProjectSums } from './project-list.ts'
import type { ProjectSearch } from './project-search.ts'
import { AlertTags, UnitsDone } from './ProjectParts.tsx'
import { ProjectStageTag, SuspendedTag } from './tags.tsx'
import { useMoney } from './useMoney.tsx'

type Column = TableColumn<ProjectRow, ConstructionProjectOrderBy>

/** The columns of the portfolio; their keys are those of the progress table that is exported. */
export function useProjectColumns(
  search: ProjectSearch,
  onSearch: (patch: ProjectSearch) => void,
  totals: ProjectSums | undefined,
): Column[] {
  const { t } = useTranslation('project')
  const locale = useLocale()
  const label = useCodeLabel()
  const choices = useChoices()
  const { money, unit } = useMoney()
  const [kinds, stages] = [choices(PROJECT_KINDS), choices(PROJECT_STAGES)]
  const rules = keysOf(ALERT_RULES)
  const column = (key: Exclude<keyof typeof TITLES, 'arrivalRate'>) => ({ key, title: t(TITLES[key]) })
  const amount = (key: keyof typeof TITLES, of: (row: ProjectRow) => string | null, more: Partial<Column> = {}): Column => ({
    key,
    title: t(TITLES[key]),
    unit,
    numeric: true,
    width: locale === 'zh' ? 112 : 164,
    render: (row) => money(of(row)),
    ...more,
  })
  const sum = (yuan: string | null | undefined) => (yuan === undefined ? {} : { total: money(yuan) })
  const suspendedFilter: ColumnFilter = {
    choices: [
      { value: 'true', label: t('yes') },
      { value: 'false', label: t('no') },
    ],
    chosen: search.suspended === undefined ? undefined : [String(search.suspended)],
    single: true,
    onChoose: (values) => onSearch({ suspended: values === undefined ? undefined : values[0] === 'true' }),
  }
  return [
    {
      ...column('name'),
      width: 240,
      ...(totals ? { total: t('totalOf', { count: totals.projects, suspended: totals.suspended }) } : {}),
      pinned: true,
      sort: 'NAME',
      render: ({ id, name, parent }) => (
        <>
          <Link to="/projects/$id" params={{ id }}>
            {name}
          </Link>
          {parent && <div style={{ fontSize: 12, color: COLORS.secondary }}>{parent.name}</div>}
        </>
      ),
    },
    {
      ...column('stage'),
      width: locale === 'zh' ? 124 : 168,
      sort: 'STAGE',
      filter: {
        choices: stages,
        chosen: search.stage,
        onChoose: (values) =>
          onSearch({
            stage: someOf(
              values,
              stages.map(({ value }) => value),
            ),
          }),
      },
      render: ({ stage }) => <ProjectStageTag stage={stage?.stage} />,
    },
    { ...column('progress'), width: 188, render: (row) => <Progress row={row} /> },
    {
      ...column('suspended'),
      width: locale === 'zh' ? 128 : 150,
      filter: suspendedFilter,
      render: ({ suspension }) => (suspension ? <SuspendedTag since={suspension.suspendedOn} /> : MISSING),
    },
    {
      key: 'alerts',
      title: t('column.alerts'),
      width: 168,
      screenOnly: true,
      filter: {
        choices: rules.map((value) => ({ value, label: ALERT_RULES[value].label[locale] })),
        chosen: search.alert,
        onChoose: (values) => onSearch({ alert: someOf(values, rules) }),
      },
      render: ({ openAlerts }) => <AlertTags alerts={openAlerts} />,
    },
    amount('approved', (row) => row.approvedInvestment),
    amount('planned', (row) => row.money.planned, { sort: 'PLANNED', ...sum(totals?.planned) }),
    amount('arrived', (row) => row.money.arrived, { sort: 'ARRIVED', ...sum(totals?.arrived) }),
    {
      key: 'arrivalRate',
      title: t('column.arrivalRate'),
      unit: '%',
      numeric: true,
      width: 96,
      screenOnly: true,
      render: ({ money: { arrivalRate } }) => decimalText(arrivalRate),
    },
    amount('owed', (row) => row.money.owed),
    amount('paid', (row) => row.money.paid, { sort: 'PAID', ...sum(totals?.paid) }),
    amount('completed', (row) => row.money.completed, { sort: 'COMPLETED', ...sum(totals?.completed) }),
    { ...column('plannedCompletion'), width: 116, render: ({ acceptance }) => acceptance?.plannedOn ?? MISSING },
    { ...column('completion'), width: 132, render: ({ schedule: { clock } }) => clock?.completion ?? MISSING },
    {
      ...column('lateSuspended'),
      unit: t('unit.day'),
      numeric: true,
      width: 128,
      render: ({ schedule: { clock } }) => countText(clock?.lateSuspended),
    },
    {
      ...column('lateSlipped'),
      unit: t('unit.day'),
      numeric: true,
      width: 116,
      render: ({ schedule: { clock } }) => countText(clock?.lateSlipped),
    },
    {
      key: 'reported',
      title: t('column.reported'),
      width: 104,
      sort: 'REPORTED',
      screenOnly: true,
      render: ({ latestReport }) => latestReport?.month ?? MISSING,
    },
    {
      ...column('kind'),
      width: locale === 'zh' ? 110 : 160,
      filter: {
        choices: kinds,
        chosen: search.kind,
        onChoose: (values) =>
          onSearch({
            kind: someOf(
              values,
              kinds.map(({ value }) => value),
            ),
          }),
      },
      render: ({ kind }) => label('projectKind', kind),
    },
    { ...column('institutions'), width: 220, render: (row) => <Institutions row={row} /> },
    { ...column('region'), width: 132, render: ({ region }) => region.name },
    { ...column('plannedStart'), width: 116, optional: true, render: ({ start }) => start?.plannedOn ?? MISSING },
    { ...column('started'), width: 116, optional: true, render: ({ start }) => start?.actualOn ?? MISSING },
    { ...column('owner'), width: 200, optional: true, render: ({ owner }) => owner ?? MISSING },
    { ...column('area'), unit: t('unit.area'), numeric: true, width: 124, optional: true, render: ({ area }) => decimalText(area) },
    { ...column('beds'), unit: t('unit.beds'), numeric: true, width: 92, optional: true, render: ({ beds }) => countText(beds) },
    { ...column('code'), width: 140, optional: true, sort: 'CODE', render: ({ code }) => code },
    { ...column('nationalCode'), width: 230, optional: true, render: ({ nationalCode }) => nationalCode ?? MISSING },
    { ...column('description'), width: 280, optional: true, render: ({ description }) => description ?? MISSING },
    { ...column('source'), width: 150, optional: true, render: ({ source }) => source ?? MISSING },
  ]
}

const TITLES = {
  name: 'column.name',
  kind: 'column.kind',
  institutions: 'column.institutions',
  region: 'column.region',
  stage: 'column.stage',
  progress: 'column.progress',
  suspended: 'column.suspended',
  approved: 'column.approved',
  planned: 'column.planned',
  arrived: 'column.arrived',
  arrivalRate: 'column.arrivalRate',
  owed: 'column.owed',
  paid: 'column.paid',
  completed: 'column.completed',
  plannedStart: 'column.plannedStart',
  started: 'column.started',
  plannedCompletion: 'column.plannedCompletion',
  completion: 'column.completion',
  lateSuspended: 'column.lateSuspended',
  lateSlipped: 'column.lateSlipped',
  area: 'column.area',
  beds: 'column.beds',
  owner: 'column.owner',
  code: 'column.code',
  nationalCode: 'column.nationalCode',
  description: 'column.description',
  source: 'column.source',
} as const

/** What the report says, and of several alike units how many are done. */
function Progress({ row }: { readonly row: ProjectRow }): ReactNode {
  const wording = row.stage?.wording
  if (!wording && row.stage?.unitsDone == null) return MISSING
  return (
    <>
      {wording}
      <UnitsDone done={row.stage?.unitsDone} count={row.unitCount} />
    </>
  )
}

function Institutions({ row }: { readonly row: ProjectRow }): ReactNode {
  const { t: shell } = useTranslation('shell')
  if (row.institutions.length === 0) return MISSING
  return row.institutions.map(({ id, name }, at) => (
    <span key={id}>
      {at > 0 && shell('list')}
      <Link to="/institutions/$id" params={{ id }}>
        {name}
      </Link>
    </span>
  ))
}
