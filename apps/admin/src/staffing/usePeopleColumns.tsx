import { Link } from '@tanstack/react-router'
import { ESTABLISHMENT_TYPES } from '@yilian/domain/code-lists/establishment-type.ts'
import { PROFESSIONS } from '@yilian/domain/code-lists/profession.ts'
import { TITLE_LEVELS } from '@yilian/domain/code-lists/title-level.ts'
import { appointmentKindRules } from '@yilian/domain/staffing/appointment-kind.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonOrderBy } from '../graphql/graphql.ts'
import { MISSING } from '../i18n/format.ts'
import { useChoices, type Choice } from '../i18n/useChoices.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { someOf } from '../shell/address.ts'
import type { ColumnFilter, TableColumn } from '../table/columns.ts'
import { KindTag, Place, SyntheticTag, useJob } from './parts.tsx'
import type { PersonRow } from './people-list.ts'
import type { PeopleSearch } from './people-search.ts'
import styles from './Staffing.module.css'

type Column = TableColumn<PersonRow, PersonOrderBy>

/** Home outside of what is recorded, in words. */
const homeElsewhereOf = ({ appointments }: PersonRow) =>
  appointments.find(({ homeElsewhere }) => homeElsewhere !== null)?.homeElsewhere ?? null

/** The columns of the list of people; their keys are those of the staff card that is exported. */
export function usePeopleColumns(search: PeopleSearch, onSearch: (patch: PeopleSearch) => void): Column[] {
  const { t } = useTranslation('staffing')
  const locale = useLocale()
  const label = useCodeLabel()
  const choices = useChoices()
  const job = useJob()
  const wide = (zh: number, en: number) => (locale === 'zh' ? zh : en)
  const filter = <C extends string>(
    codes: Choice<C>[],
    chosen: C[] | undefined,
    onChoose: (values: C[] | undefined) => void,
  ): ColumnFilter => ({
    choices: codes,
    chosen,
    onChoose: (values) =>
      onChoose(
        someOf(
          values,
          codes.map(({ value }) => value),
        ),
      ),
  })
  return [
    { key: 'name', title: t('column.name'), width: wide(176, 190), pinned: true, sort: 'NAME', render: (row) => <Name row={row} /> },
    {
      key: 'institution',
      title: t('column.home'),
      width: 210,
      sort: 'INSTITUTION',
      render: (row) => <Place institution={row.home?.institution ?? null} elsewhere={homeElsewhereOf(row)} />,
    },
    {
      key: 'job',
      title: t('column.job'),
      width: 120,
      screenOnly: true,
      render: ({ home }) => job(home ?? { leadership: null, title: null }),
    },
    { key: 'elsewhere', title: t('column.elsewhere'), width: 270, screenOnly: true, render: (row) => <Others row={row} /> },
    {
      key: 'profession',
      title: t('column.profession'),
      width: wide(130, 190),
      filter: filter(choices(PROFESSIONS), search.profession, (profession) => onSearch({ profession })),
      render: ({ profession }) => label('profession', profession),
    },
    {
      key: 'titleAppointed',
      title: t('column.title'),
      width: wide(120, 150),
      filter: filter(choices(TITLE_LEVELS), search.title, (title) => onSearch({ title })),
      render: ({ titleAppointed }) => label('titleLevel', titleAppointed),
    },
    {
      key: 'establishmentType',
      title: t('column.establishment'),
      width: wide(130, 190),
      filter: filter(choices(ESTABLISHMENT_TYPES), search.establishment, (establishment) => onSearch({ establishment })),
      render: ({ establishmentType }) => label('establishmentType', establishmentType),
    },
    { key: 'sex', title: t('column.sex'), width: 70, render: ({ sex }) => label('sex', sex) },
    { key: 'birthDate', title: t('column.birthDate'), width: 112, sort: 'BIRTH_DATE', render: ({ birthDate }) => birthDate ?? MISSING },
    { key: 'education', title: t('column.education'), width: wide(110, 150), render: ({ education }) => label('education', education) },
    {
      key: 'retiresOn',
      title: t('column.retirement'),
      width: 116,
      optional: true,
      render: ({ retirement }) => retirement?.on ?? MISSING,
    },
    { key: 'department', title: t('column.department'), width: 130, optional: true, render: ({ department }) => department ?? MISSING },
    {
      key: 'workStartedOn',
      title: t('column.workStarted'),
      width: 124,
      optional: true,
      sort: 'WORK_STARTED',
      render: ({ workStartedOn }) => workStartedOn ?? MISSING,
    },
    { key: 'code', title: t('column.code'), width: 150, optional: true, sort: 'CODE', render: ({ code }) => code },
  ]
}

function Name({ row }: { readonly row: PersonRow }): ReactNode {
  return (
    <span className={styles.tags}>
      <Link to="/people/$id" params={{ id: row.id }}>
        {row.name}
      </Link>
      {row.synthetic && <SyntheticTag />}
    </span>
  )
}

/** Where else somebody works or holds a post on the day. */
function Others({ row }: { readonly row: PersonRow }): ReactNode {
  const { t } = useTranslation('staffing')
  const others = row.appointments.filter(({ kind }) => !appointmentKindRules(kind).home)
  if (others.length === 0) return MISSING
  return others.map((one) => (
    <div key={one.id}>
      <KindTag kind={one.kind} overdue={one.overdue} /> <Place institution={one.institution} elsewhere={one.elsewhere} />
      {one.plannedUntil && <span className={styles.small}> {t('until', { day: one.plannedUntil })}</span>}
    </div>
  ))
}
