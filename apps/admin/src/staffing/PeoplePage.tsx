import { DownloadOutlined, ImportOutlined, PlusOutlined } from '@ant-design/icons'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { Button, Empty, Grid } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { useFrozen } from '../alliance/useFrozen.ts'
import { FailureNotice, StaleNotice } from '../client/FailureNotice.tsx'
import { QueryView } from '../client/QueryView.tsx'
import { useCommandName } from '../command/useCommandName.ts'
import { useDialog } from '../command/useDialog.tsx'
import type { PersonOrderBy } from '../graphql/graphql.ts'
import { useMay } from '../session/use-may.ts'
import { useMoment } from '../shell/moment.ts'
import { PageHead } from '../shell/PageHead.tsx'
import { DataTable } from '../table/DataTable.tsx'
import { FilterChips } from '../table/FilterChips.tsx'
import { Pager } from '../table/Pager.tsx'
import { FIRST_PAGE, pageArguments, pageOf } from '../table/table-search.ts'
import { HirePersonDialog } from './dialogs/HirePersonDialog.tsx'
import { RevealedCardsDialog } from './dialogs/RevealedCardsDialog.tsx'
import { PeopleFilters, usePeopleChips } from './PeopleFilters.tsx'
import { PeopleListDocument, type PersonRow } from './people-list.ts'
import { NO_FILTERS, peopleFilter, type PeopleSearch } from './people-search.ts'
import { PersonCards } from './PersonCards.tsx'
import styles from './Staffing.module.css'
import { usePeopleColumns } from './usePeopleColumns.tsx'

const route = getRouteApi('/people')

/** 人员: everybody on the staff on the day shown, as a table; as cards where there is little room. */
export function PeoplePage(): ReactNode {
  const { t } = useTranslation('staffing')
  const { t: imports } = useTranslation('import')
  const name = useCommandName()
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/people' })
  const frozen = useFrozen()
  const mayChange = useMay('staff.change')
  const mayImport = useMay('importRun.run')
  const { dialog, show } = useDialog()
  const mayReveal = useMay('staff.reveal')
  const { county } = useMoment()
  const reveal = () => show((close) => <RevealedCardsDialog filter={peopleFilter(search, county)} onClose={close} />)
  const hire = () => show((close) => <HirePersonDialog onClose={close} />)
  const onSearch = (patch: PeopleSearch, replace = false) => void navigate({ search: (before) => ({ ...before, ...patch }), replace })
  return (
    <>
      <PageHead
        title={t('people')}
        actions={
          mayChange && (
            <>
              {mayReveal && (
                <Button icon={<DownloadOutlined />} onClick={reveal}>
                  {t('revealedCards.open')}
                </Button>
              )}
              {mayImport && (
                <Link to="/import" search={(before) => ({ ...before, kind: 'PEOPLE' as const })}>
                  <Button icon={<ImportOutlined />}>{imports('title')}</Button>
                </Link>
              )}
              <Button type="primary" icon={<PlusOutlined />} disabled={frozen !== null} title={frozen ?? undefined} onClick={hire}>
                {name('hirePerson')}
              </Button>
            </>
          )
        }
      />
      <People search={search} onSearch={onSearch} onHire={mayChange && frozen === null ? hire : null} />
      {dialog}
    </>
  )
}

interface PeopleProps {
  readonly search: PeopleSearch
  readonly onSearch: (patch: PeopleSearch, replace?: boolean) => void
  /** Opens the form of somebody new; `null` for whoever may not. */
  readonly onHire: (() => void) | null
}

function People({ search, onSearch, onHire }: PeopleProps): ReactNode {
  const { t } = useTranslation('staffing')
  const { md = true } = Grid.useBreakpoint()
  const { asOf, asKnownAt, county } = useMoment()
  const filter = peopleFilter(search, county)
  const query = useQuery({
    query: PeopleListDocument,
    variables: { filter, ...pageArguments<PersonOrderBy>(search), asOf, asKnownAt },
  })
  const [{ data, error, fetching, stale }, read] = query
  const change = (patch: PeopleSearch) => onSearch({ ...FIRST_PAGE, ...patch })
  const columns = usePeopleColumns(search, change)
  const chips = usePeopleChips(search, change, !md)
  const retry = () => read({ requestPolicy: 'network-only' })
  const list = data?.people
  const clear = () => change(NO_FILTERS)
  if (!md)
    return (
      <>
        <div className={styles.tools}>
          <PeopleFilters search={search} onSearch={onSearch} heads />
        </div>
        <FilterChips chips={chips} onClear={clear} />
        <div className={styles.scroll} data-print="flow">
          <QueryView query={query}>
            {({ people }) =>
              people.nodes.length > 0 ? (
                <PersonCards rows={people.nodes} />
              ) : chips.length > 0 ? (
                <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('noneFound')}>
                  <Button onClick={clear}>{t('clearFilters')}</Button>
                </Empty>
              ) : (
                <NoPeople onHire={onHire} />
              )
            }
          </QueryView>
        </div>
        <Pager
          page={pageOf(search, list?.nodes.length ?? 0, list?.pageInfo)}
          total={list?.totalCount}
          size={search.size}
          onSearch={onSearch}
        />
      </>
    )
  if (error && !data) return <FailureNotice error={error} onRetry={retry} />
  return (
    <>
      {error && <StaleNotice error={error} onRetry={retry} />}
      <DataTable<PersonRow, PersonOrderBy>
        name="people"
        label={t('people')}
        columns={columns}
        rowKey={({ id }) => id}
        rows={list?.nodes}
        total={list?.totalCount}
        pageInfo={list?.pageInfo}
        busy={data !== undefined && fetching && !stale}
        search={search}
        onSearch={onSearch}
        exportFilter={filter}
        exportMore={[{ format: 'xlsx', label: t('wholeCard') }]}
        toolbar={<PeopleFilters search={search} onSearch={onSearch} />}
        chips={chips}
        onClearFilters={clear}
        empty={<NoPeople onHire={onHire} />}
      />
    </>
  )
}

/** What belongs here, and the first step. */
function NoPeople({ onHire }: Pick<PeopleProps, 'onHire'>): ReactNode {
  const { t } = useTranslation('staffing')
  const name = useCommandName()
  return (
    <Empty
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      description={
        <>
          <div>{t('empty')}</div>
          {onHire && <div className={styles.quiet}>{t('emptyAdvice')}</div>}
        </>
      }
    >
      {onHire && (
        <Button type="primary" onClick={onHire}>
          {name('hirePerson')}
        </Button>
      )}
    </Empty>
  )
}
