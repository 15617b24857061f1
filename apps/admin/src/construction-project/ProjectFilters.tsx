import { FilterOutlined } from '@ant-design/icons'
import { Button, Grid, Select } from 'antd'
import { FUNDING_SOURCES } from '@yilian/domain/construction/funding-source.ts'
import { ALERT_RULES } from '@yilian/domain/construction/alert.ts'
import { PROJECT_KINDS } from '@yilian/domain/construction/project-kind.ts'
import { PROJECT_STAGES } from '@yilian/domain/construction/stage.ts'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { AllianceSelect } from '../fields/AllianceSelect.tsx'
import { InstitutionSelect } from '../fields/InstitutionSelect.tsx'
import { SearchBox } from '../fields/SearchBox.tsx'
import { useChosenPlaces } from '../fields/useChosenPlaces.ts'
import { useChoices } from '../i18n/useChoices.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { keysOf } from '../i18n/useTextChoices.ts'
import { useFrame } from '../shell/frame-data.ts'
import { useMoment } from '../shell/moment.ts'
import type { FilterChip } from '../table/FilterChips.tsx'
import { FIRST_PAGE } from '../table/table-search.ts'
import styles from './Project.module.css'
import type { ProjectSearch } from './project-search.ts'

interface ProjectFiltersProps {
  readonly search: ProjectSearch
  readonly onSearch: (patch: ProjectSearch, replace?: boolean) => void
  /** Kind, stage and standing still are filtered here, where there are no heads of columns. */
  readonly heads?: boolean
}

/** Search and the filters that are in no column's head, the same above every view. */
export function ProjectFilters({ search, onSearch, heads = false }: ProjectFiltersProps): ReactNode {
  const { t } = useTranslation('project')
  const change = (patch: ProjectSearch) => onSearch({ ...FIRST_PAGE, ...patch })
  // A phone has room for what is searched; what else filters is one press away.
  const { md = true } = Grid.useBreakpoint()
  const [open, setOpen] = useState(false)
  return (
    <div className={styles.filters}>
      <SearchBox label={t('search')} value={search.q} onChange={(q) => onSearch({ ...FIRST_PAGE, q }, true)} width={190} />
      {!md && (
        <Button icon={<FilterOutlined />} aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('filter.more')}
        </Button>
      )}
      {(md || open) && <Filters search={search} change={change} heads={heads} />}
    </div>
  )
}

interface FiltersProps {
  readonly search: ProjectSearch
  readonly change: (patch: ProjectSearch) => void
  readonly heads: boolean
}

function Filters({ search, change, heads }: FiltersProps): ReactNode {
  const { t } = useTranslation('project')
  const locale = useLocale()
  const choices = useChoices()
  const { today } = useFrame()
  const { asOf, county } = useMoment()
  const day = asOf ?? today
  const chosen = useChosenPlaces(search)
  const thisYear = Number(today.slice(0, 4))
  const years = Array.from({ length: thisYear - 2014 }, (_, at) => thisYear + 1 - at)
  return (
    <>
      <span className={styles.filter}>
        <AllianceSelect
          label={t('filter.alliance')}
          placeholder={t('filter.anyAlliance')}
          value={chosen.alliance}
          asOf={day}
          countyCode={county}
          allowClear
          onChange={(alliance) => change({ alliance: alliance?.id })}
        />
      </span>
      <span className={styles.filter}>
        <InstitutionSelect
          control={{ ...NO_ISSUES, 'aria-label': t('column.institutions') }}
          placeholder={t('column.institutions')}
          value={chosen.institution}
          asOf={day}
          filter={{ countyCode: county }}
          allowClear
          onChange={(institution) => change({ institution: institution?.id })}
        />
      </span>
      <Several
        label={t('filter.funding')}
        choices={choices(FUNDING_SOURCES)}
        value={search.funding}
        onChange={(funding) => change({ funding })}
      />
      <Select<number>
        aria-label={t('filter.year')}
        allowClear
        placeholder={t('filter.anyYear')}
        value={search.year ?? null}
        options={years.map((year) => ({ value: year, label: String(year) }))}
        style={{ width: 104 }}
        onChange={(year: number | undefined) => change({ year })}
      />
      {heads && (
        <>
          <Several label={t('column.kind')} choices={choices(PROJECT_KINDS)} value={search.kind} onChange={(kind) => change({ kind })} />
          <Several
            label={t('column.stage')}
            choices={choices(PROJECT_STAGES)}
            value={search.stage}
            onChange={(stage) => change({ stage })}
          />
          <Several
            label={t('column.alerts')}
            choices={keysOf(ALERT_RULES).map((value) => ({ value, label: ALERT_RULES[value].label[locale] }))}
            value={search.alert}
            onChange={(alert) => change({ alert })}
          />
          <Select<'true' | 'false'>
            aria-label={t('column.suspended')}
            allowClear
            placeholder={t('column.suspended')}
            value={search.suspended === undefined ? null : search.suspended ? 'true' : 'false'}
            options={[
              { value: 'true', label: t('yes') },
              { value: 'false', label: t('no') },
            ]}
            style={{ width: 118 }}
            onChange={(value: 'true' | 'false' | undefined) => change({ suspended: value === undefined ? undefined : value === 'true' })}
          />
        </>
      )}
      <Select<'unknown' | 'known'>
        aria-label={t('chip.unknown')}
        allowClear
        placeholder={t('filter.stageKnown')}
        value={search.stageKnown === undefined ? null : search.stageKnown ? 'known' : 'unknown'}
        options={[
          { value: 'unknown', label: t('chip.unknown') },
          { value: 'known', label: t('chip.known') },
        ]}
        style={{ width: 140 }}
        onChange={(value: 'unknown' | 'known' | undefined) => change({ stageKnown: value === undefined ? undefined : value === 'known' })}
      />
    </>
  )
}

interface SeveralProps<C extends string> {
  readonly label: string
  readonly choices: readonly { readonly value: C; readonly label: string }[]
  readonly value: readonly C[] | undefined
  readonly onChange: (value: C[] | undefined) => void
}

/** Any of these codes. */
function Several<C extends string>({ label, choices, value, onChange }: SeveralProps<C>): ReactNode {
  return (
    <Select<C[]>
      aria-label={label}
      mode="multiple"
      allowClear
      maxTagCount="responsive"
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={label}
      value={[...(value ?? [])]}
      options={[...choices]}
      style={{ width: 124 }}
      onChange={(values) => onChange(values.length === 0 ? undefined : values)}
    />
  )
}

const NO_ISSUES = { id: 'project-institution', status: '', 'aria-invalid': false, 'aria-describedby': undefined } as const

/** One chip for each filter that is in no column's head; `all`: there are no heads. */
export function useProjectChips(search: ProjectSearch, change: (patch: ProjectSearch) => void, all = false): FilterChip[] {
  const locale = useLocale()
  const { t } = useTranslation('project')
  const { t: shell } = useTranslation('shell')
  const label = useCodeLabel()
  const chosen = useChosenPlaces(search)
  const { q, institution, alliance, funding, year, stageKnown, kind, stage, suspended, alert } = search
  const several = (key: keyof ProjectSearch, title: string, labels: readonly string[] | undefined) =>
    labels ? [chip(key, shell('colon', { label: title, text: labels.join(shell('list')) }))] : []
  const chip = (key: keyof ProjectSearch, text: string): FilterChip => ({ key, text, onRemove: () => change({ [key]: undefined }) })
  return [
    ...(q ? [chip('q', t('chip.search', { text: q }))] : []),
    ...(alliance ? [chip('alliance', t('chip.alliance', { name: chosen.alliance?.name ?? '…' }))] : []),
    ...(institution ? [chip('institution', t('chip.institution', { name: chosen.institution?.name ?? '…' }))] : []),
    ...several(
      'funding',
      t('filter.funding'),
      funding?.map((one) => label('fundingSource', one)),
    ),
    ...(year ? [chip('year', shell('colon', { label: t('filter.year'), text: String(year) }))] : []),
    ...(stageKnown === undefined ? [] : [chip('stageKnown', t(stageKnown ? 'chip.known' : 'chip.unknown'))]),
    ...(all
      ? [
          ...several(
            'kind',
            t('column.kind'),
            kind?.map((one) => label('projectKind', one)),
          ),
          ...several(
            'stage',
            t('column.stage'),
            stage?.map((one) => label('projectStage', one)),
          ),
          ...several(
            'alert',
            t('column.alerts'),
            alert?.map((one) => ALERT_RULES[one].label[locale]),
          ),
          ...(suspended === undefined ? [] : [chip('suspended', t(suspended ? 'yes' : 'no'))]),
        ]
      : []),
  ]
}
