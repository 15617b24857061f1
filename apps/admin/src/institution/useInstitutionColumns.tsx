import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { HOSPITAL_LEVELS, levelGradeLabel } from '@yilian/domain/code-lists/hospital-level.ts'
import { INSTITUTION_CATEGORIES } from '@yilian/domain/code-lists/institution-category.ts'
import { INSTITUTION_STATUSES } from '@yilian/domain/code-lists/institution-status.ts'
import { OWNERSHIPS } from '@yilian/domain/code-lists/ownership.ts'
import type { InstitutionField } from '@yilian/domain/institution-field.ts'
import type { InstitutionOrderBy } from '../graphql/graphql.ts'
import { useChoices } from '../i18n/useChoices.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { countText, dayText, decimalText, MISSING } from '../i18n/format.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { someOf } from '../shell/address.ts'
import type { ColumnFilter, TableColumn } from '../table/columns.ts'
import type { InstitutionSearch } from './institution-search.ts'
import { fieldLabel } from './field-label.ts'
import { AggregateTag } from './AggregateTag.tsx'
import type { InstitutionRow } from './institution-list.ts'
import { StatusTag } from './StatusTag.tsx'

type Column = TableColumn<InstitutionRow, InstitutionOrderBy>

/** The columns of the list: titles and units are the fields' of the domain, so that screen, import and export agree. */
export function useInstitutionColumns(search: InstitutionSearch, onSearch: (patch: InstitutionSearch) => void): Column[] {
  const { t } = useTranslation('institution')
  const { t: shell } = useTranslation('shell')
  const locale = useLocale()
  const label = useCodeLabel()
  const choices = useChoices()
  const field = (key: InstitutionField) => ({ key, title: fieldLabel(key, locale).label })
  const figure = (key: 'beds' | 'servedPopulation' | 'unitCount' | 'siteArea' | 'buildingArea') => ({
    ...field(key),
    unit: fieldLabel(key, locale).unit ?? undefined,
    numeric: true,
  })
  const yesNo = (param: 'inAlliance' | 'aggregate', yes: string, no: string): ColumnFilter => ({
    choices: [
      { value: 'true', label: yes },
      { value: 'false', label: no },
    ],
    chosen: search[param] === undefined ? undefined : [String(search[param])],
    single: true,
    onChoose: (values) => onSearch({ [param]: values === undefined ? undefined : values[0] === 'true' }),
  })
  const offered = {
    category: choices(INSTITUTION_CATEGORIES),
    level: choices(HOSPITAL_LEVELS),
    status: choices(INSTITUTION_STATUSES),
    ownership: choices(OWNERSHIPS),
  }
  const codes = (param: keyof typeof offered): ColumnFilter => ({
    choices: offered[param],
    chosen: search[param],
    onChoose: (values) =>
      onSearch({
        [param]: someOf(
          values,
          offered[param].map(({ value }) => value),
        ),
      }),
  })
  // English words are longer; with room they stay on one line.
  const room = (zh: number, en: number) => (locale === 'zh' ? zh : en)
  return [
    { ...field('name'), width: 232, pinned: true, sort: 'NAME', render: (row) => <NameCell row={row} /> },
    {
      ...field('category'),
      width: room(132, 184),
      sort: 'CATEGORY',
      filter: codes('category'),
      render: ({ category }) => label('institutionCategory', category),
    },
    {
      key: 'level',
      title: t('facts.level'),
      width: room(140, 160),
      sort: 'LEVEL',
      filter: codes('level'),
      render: ({ level, grade }) => <Quiet quiet={level === 'UNREPORTED'}>{levelGradeLabel(level, grade, locale)}</Quiet>,
    },
    { key: 'region', title: field('regionCode').title, width: 136, sort: 'REGION', render: ({ region }) => region.name },
    {
      key: 'alliances',
      title: t('list.alliances'),
      width: 236,
      filter: yesNo('inAlliance', t('list.yes'), t('list.no')),
      render: (row) => <AllianceCell row={row} />,
    },
    { ...field('status'), width: 96, filter: codes('status'), render: ({ status }) => <StatusTag status={status} /> },
    { ...figure('beds'), width: 100, sort: 'BEDS', render: ({ beds }) => countText(beds) },
    {
      ...figure('servedPopulation'),
      width: room(132, 172),
      sort: 'SERVED_POPULATION',
      render: ({ servedPopulation }) => countText(servedPopulation),
    },
    { ...field('ownership'), width: 148, filter: codes('ownership'), render: ({ ownership }) => label('ownership', ownership) },
    { ...field('code'), width: 150, sort: 'CODE', render: ({ code }) => code },
    {
      ...figure('unitCount'),
      width: 104,
      filter: yesNo('aggregate', t('list.aggregateYes'), t('list.aggregateNo')),
      render: ({ unitCount }) => countText(unitCount),
    },
    {
      key: 'parent',
      title: t('list.parent'),
      width: 180,
      optional: true,
      render: ({ parent }) =>
        parent ? (
          <Link to="/institutions/$id" params={{ id: parent.id }}>
            {parent.name}
          </Link>
        ) : (
          MISSING
        ),
    },
    { ...field('affiliation'), width: 110, optional: true, render: ({ affiliation }) => label('affiliation', affiliation) },
    { ...field('economicType'), width: 130, optional: true, render: ({ economicType }) => label('economicType', economicType) },
    { ...field('managementClass'), width: 140, optional: true, render: ({ managementClass }) => label('managementClass', managementClass) },
    { ...field('creditCode'), width: 184, optional: true, render: ({ creditCode }) => creditCode ?? MISSING },
    { ...figure('siteArea'), width: 130, optional: true, render: ({ siteArea }) => decimalText(siteArea) },
    { ...figure('buildingArea'), width: 130, optional: true, render: ({ buildingArea }) => decimalText(buildingArea) },
    { key: 'openedOn', title: t('list.openedOn'), width: 112, optional: true, render: ({ openedOn }) => dayText(openedOn, shell) },
    { ...field('address'), width: 220, optional: true, render: ({ address }) => address ?? MISSING },
    { ...field('source'), width: 160, optional: true, render: ({ source }) => source ?? MISSING },
  ]
}

function NameCell({ row }: { readonly row: InstitutionRow }): ReactNode {
  return (
    <>
      <Link to="/institutions/$id" params={{ id: row.id }}>
        {row.name}
      </Link>{' '}
      <AggregateTag count={row.unitCount} />
    </>
  )
}

/** Tight alliances first would be a guess; they stand as the server gives them, one a line, the role only where it is not member. */
function AllianceCell({ row }: { readonly row: InstitutionRow }): ReactNode {
  const { t } = useTranslation('institution')
  const { t: shell } = useTranslation('shell')
  const label = useCodeLabel()
  if (row.memberships.length === 0) return <Quiet quiet>{t('list.none')}</Quiet>
  return row.memberships.map(({ role, alliance }) => (
    <div key={`${alliance.id} ${role}`}>
      <Link to="/alliances/$id" params={{ id: alliance.id }}>
        {alliance.name}
      </Link>
      {role !== 'MEMBER' && <Quiet quiet>{shell('bracket', { text: label('membershipRole', role) })}</Quiet>}
    </div>
  ))
}

function Quiet({ quiet, children }: { readonly quiet: boolean; readonly children: ReactNode }): ReactNode {
  return quiet ? <span style={{ color: '#616c78' }}>{children}</span> : children
}
