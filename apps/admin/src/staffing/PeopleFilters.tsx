import { FilterOutlined } from '@ant-design/icons'
import { Button, Grid, Select } from 'antd'
import { ESTABLISHMENT_TYPES } from '@yilian/domain/code-lists/establishment-type.ts'
import { PROFESSIONS } from '@yilian/domain/code-lists/profession.ts'
import { TITLE_LEVELS } from '@yilian/domain/code-lists/title-level.ts'
import { APPOINTMENT_KIND_LABELS } from '@yilian/domain/staffing/appointment-kind.ts'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SearchBox } from '../fields/SearchBox.tsx'
import { useChoices } from '../i18n/useChoices.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { useTextChoices } from '../i18n/useTextChoices.ts'
import type { FilterChip } from '../table/FilterChips.tsx'
import { FIRST_PAGE } from '../table/table-search.ts'
import { useChosenPlaces } from '../fields/useChosenPlaces.ts'
import { AllianceFilterField, InstitutionFilterField } from './PlaceFilters.tsx'
import type { PeopleSearch } from './people-search.ts'
import { Several } from './Several.tsx'

interface PeopleFiltersProps {
  readonly search: PeopleSearch
  readonly onSearch: (patch: PeopleSearch, replace?: boolean) => void
  /** What columns filter in their heads is filtered here, where there are no heads. */
  readonly heads?: boolean
}

/** Search and the filters that are in no column's head. */
export function PeopleFilters({ search, onSearch, heads = false }: PeopleFiltersProps): ReactNode {
  const { t } = useTranslation('staffing')
  const choices = useChoices()
  const texts = useTextChoices()
  // A phone has room for what is searched; what else filters is one press away.
  const { md = true } = Grid.useBreakpoint()
  const [open, setOpen] = useState(false)
  const change = (patch: PeopleSearch) => onSearch({ ...FIRST_PAGE, ...patch })
  return (
    <>
      <SearchBox label={t('search')} value={search.q} onChange={(q) => onSearch({ ...FIRST_PAGE, q }, true)} width={210} />
      {!md && (
        <Button icon={<FilterOutlined />} aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('filter')}
        </Button>
      )}
      {(md || open) && (
        <>
          <AllianceFilterField value={search.alliance} onChange={(alliance) => change({ alliance })} />
          <InstitutionFilterField label={t('column.home')} value={search.institution} onChange={(institution) => change({ institution })} />
          <Several
            label={t('column.kinds')}
            choices={texts(APPOINTMENT_KIND_LABELS)}
            value={search.appointment}
            onChange={(appointment) => change({ appointment })}
          />
          {heads && (
            <>
              <Several
                label={t('column.profession')}
                choices={choices(PROFESSIONS)}
                value={search.profession}
                onChange={(profession) => change({ profession })}
              />
              <Several
                label={t('column.title')}
                choices={choices(TITLE_LEVELS)}
                value={search.title}
                onChange={(title) => change({ title })}
              />
              <Several
                label={t('column.establishment')}
                choices={choices(ESTABLISHMENT_TYPES)}
                value={search.establishment}
                onChange={(establishment) => change({ establishment })}
              />
            </>
          )}
          <Select<'true' | 'false'>
            aria-label={t('atWork')}
            allowClear
            placeholder={t('atWork')}
            value={search.atWork === undefined ? null : search.atWork ? 'true' : 'false'}
            options={[
              { value: 'true', label: t('working') },
              { value: 'false', label: t('notWorking') },
            ]}
            style={{ width: 120 }}
            onChange={(value: 'true' | 'false' | undefined) => change({ atWork: value === undefined ? undefined : value === 'true' })}
          />
        </>
      )}
    </>
  )
}

/** One chip for each filter that is in no column's head; `all`: there are no heads. */
export function usePeopleChips(search: PeopleSearch, change: (patch: PeopleSearch) => void, all: boolean): FilterChip[] {
  const { t } = useTranslation('staffing')
  const { t: shell } = useTranslation('shell')
  const label = useCodeLabel()
  const chosen = useChosenPlaces(search)
  const { q, institution, alliance, appointment, atWork, profession, title, establishment } = search
  const chip = (key: keyof PeopleSearch, name: string, text: string): FilterChip => ({
    key,
    text: shell('colon', { label: name, text }),
    onRemove: () => change({ [key]: undefined }),
  })
  const several = (key: keyof PeopleSearch, name: string, labels: readonly string[] | undefined) =>
    labels ? [chip(key, name, labels.join(shell('list')))] : []
  return [
    ...(q ? [chip('q', t('searched'), q)] : []),
    ...(alliance ? [chip('alliance', t('column.alliance'), chosen.alliance?.name ?? '…')] : []),
    ...(institution ? [chip('institution', t('column.home'), chosen.institution?.name ?? '…')] : []),
    ...several(
      'appointment',
      t('column.kinds'),
      appointment?.map((one) => label('appointmentKind', one)),
    ),
    ...(atWork === undefined ? [] : [chip('atWork', t('atWork'), t(atWork ? 'working' : 'notWorking'))]),
    ...(all
      ? [
          ...several(
            'profession',
            t('column.profession'),
            profession?.map((one) => label('profession', one)),
          ),
          ...several(
            'title',
            t('column.title'),
            title?.map((one) => label('titleLevel', one)),
          ),
          ...several(
            'establishment',
            t('column.establishment'),
            establishment?.map((one) => label('establishmentType', one)),
          ),
        ]
      : []),
  ]
}
