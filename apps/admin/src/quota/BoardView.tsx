import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { FailureNotice, StaleNotice } from '../client/FailureNotice.tsx'
import { CommandButton } from '../command/CommandButton.tsx'
import { useMoment } from '../shell/moment.ts'
import { NothingYet } from '../staffing/NothingYet.tsx'
import { AllianceFilterField, InstitutionFilterField } from '../staffing/PlaceFilters.tsx'
import { DataTable } from '../table/DataTable.tsx'
import type { TableColumn } from '../table/columns.ts'
import { FIRST_PAGE, pageArguments } from '../table/table-search.ts'
import { SetQuotaDialog } from './dialogs/QuotaDialogs.tsx'
import { QuotaBoardDocument, type BoardRow } from './quota-board.ts'
import { boardFilter, NO_FILTERS, type QuotaSearch } from './quota-search.ts'
import type { QuotaViewProps } from './quota-view.ts'
import { useLineColumns } from './useLineColumns.tsx'
import { useQuotaChips } from './useQuotaChips.ts'
import { YesNo } from './YesNo.tsx'

/** The quota board: institution by institution and class by class, places against people. */
export function BoardView({ search, onSearch }: QuotaViewProps): ReactNode {
  const { t } = useTranslation('quota')
  const { asOf, asKnownAt, county } = useMoment()
  const [{ data, error, fetching, stale }, read] = useQuery({
    query: QuotaBoardDocument,
    variables: { filter: boardFilter(search, county), ...pageArguments<never>(search), asOf, asKnownAt },
  })
  const { dialog, show, columns: lines } = useLineColumns()
  const chips = useQuotaChips({ search, onSearch }, false)
  const change = (patch: QuotaSearch) => onSearch({ ...FIRST_PAGE, ...patch })
  const retry = () => read({ requestPolicy: 'network-only' })
  if (error && !data) return <FailureNotice error={error} onRetry={retry} />
  const board = data?.quotaBoard
  const columns: TableColumn<BoardRow, never>[] = [
    {
      key: 'institution',
      title: t('column.institution'),
      width: 184,
      pinned: true,
      render: ({ institution }) => (
        <Link to="/institutions/$id" params={{ id: institution.id }}>
          {institution.name}
        </Link>
      ),
    },
    ...lines,
  ]
  return (
    <>
      {error && <StaleNotice error={error} onRetry={retry} />}
      <DataTable<BoardRow, never>
        name="quotaBoard"
        label={t('view.board')}
        columns={columns}
        rowKey={({ institution }) => institution.id}
        rows={board?.nodes}
        total={board?.totalCount}
        pageInfo={board?.pageInfo}
        busy={data !== undefined && fetching && !stale}
        search={search}
        onSearch={onSearch}
        exportFilter={boardFilter(search, county)}
        toolbar={
          <>
            <AllianceFilterField value={search.alliance} onChange={(alliance) => change({ alliance })} />
            <InstitutionFilterField
              label={t('column.institution')}
              value={search.institution}
              onChange={(institution) => change({ institution })}
            />
            <YesNo
              label={t('column.over')}
              yes={t('filter.over')}
              no={t('filter.notOver')}
              value={search.over}
              onChange={(over) => change({ over })}
            />
            <YesNo
              label={t('column.vacancies')}
              yes={t('filter.vacant')}
              no={t('filter.notVacant')}
              value={search.vacant}
              onChange={(vacant) => change({ vacant })}
            />
          </>
        }
        chips={chips}
        onClearFilters={() => change(NO_FILTERS)}
        empty={
          <NothingYet text={t('emptyBoard')}>
            <CommandButton command="setQuota" onClick={() => show((close) => <SetQuotaDialog onClose={close} />)} />
          </NothingYet>
        }
      />
      {dialog}
    </>
  )
}
