import { PlusOutlined, SwapOutlined } from '@ant-design/icons'
import { Button, Empty } from 'antd'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { CODE_LISTS, type CodeListName } from '@yilian/domain/code-lists/code-lists.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { useDialog } from '../command/useDialog.tsx'
import { FailureNotice, StaleNotice } from '../client/FailureNotice.tsx'
import { SearchBox } from '../fields/SearchBox.tsx'
import { graphql } from '../graphql/gql.ts'
import type { AllianceListQuery } from '../graphql/graphql.ts'
import { dayText, MISSING } from '../i18n/format.ts'
import { useCommandName } from '../command/useCommandName.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { useMay } from '../session/use-may.ts'
import { useMoment } from '../shell/moment.ts'
import { PageHead } from '../shell/PageHead.tsx'
import type { TableColumn } from '../table/columns.ts'
import { DataTable } from '../table/DataTable.tsx'
import { FIRST_PAGE, pageArguments } from '../table/table-search.ts'
import { allianceFilter, NO_FILTERS, type AllianceListSearch, type AllianceSort } from './alliance-search.ts'
import { CreateAllianceDialog } from './CreateAllianceDialog.tsx'
import { LeadStateTag, StageTag } from './tags.tsx'
import { useFrozen } from './useFrozen.ts'

const AllianceList = graphql(`
  query AllianceList(
    $filter: AllianceFilter
    $orderBy: AllianceOrderBy
    $direction: SortDirection
    $first: Int
    $after: String
    $last: Int
    $before: String
    $asOf: Date
    $asKnownAt: Instant
  ) {
    alliances(
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
        code
        name
        kind
        stage
        specialty
        foundedOn
        leadState
        memberCount
        source
        lead {
          id
          institution {
            id
            name
          }
        }
      }
    }
  }
`)

type Row = AllianceListQuery['alliances']['nodes'][number]
const route = getRouteApi('/alliances')

/** 医共体: every alliance in force on the day shown, with who leads it, or why nobody does. */
export function AllianceListPage(): ReactNode {
  const { t } = useTranslation('alliance')
  const name = useCommandName()
  const { t: shell } = useTranslation('shell')
  const label = useCodeLabel()
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/alliances' })
  const { county, asOf, asKnownAt } = useMoment()
  const frozen = useFrozen()
  const mayChange = useMay('alliance.change')
  const { dialog, show } = useDialog()
  const filter = allianceFilter(search, county)
  const [{ data, error, fetching, stale }, read] = useQuery({
    query: AllianceList,
    variables: { filter, ...pageArguments(search), asOf, asKnownAt },
  })
  const set = (patch: AllianceListSearch, replace = false) => void navigate({ search: (before) => ({ ...before, ...patch }), replace })
  const retry = () => read({ requestPolicy: 'network-only' })
  const choices = (list: CodeListName) => Object.keys(CODE_LISTS[list].items).map((value) => ({ value, label: label(list, value) }))
  const create = () => show((close) => <CreateAllianceDialog onClose={close} />)
  const list = data?.alliances

  const columns: TableColumn<Row, AllianceSort>[] = [
    {
      key: 'name',
      title: t('column.name'),
      width: 260,
      pinned: true,
      sort: 'NAME',
      render: ({ id, name }) => (
        <Link to="/alliances/$id" params={{ id }}>
          {name}
        </Link>
      ),
    },
    {
      key: 'kind',
      title: t('column.kind'),
      width: 170,
      sort: 'KIND',
      render: ({ kind }) => label('allianceKind', kind),
      filter: {
        choices: choices('allianceKind'),
        chosen: search.kind,
        onChoose: (kind) => set({ ...FIRST_PAGE, kind: kind as AllianceListSearch['kind'] }),
      },
    },
    {
      key: 'stage',
      title: t('column.stage'),
      width: 96,
      render: ({ stage }) => <StageTag stage={stage} />,
      filter: {
        choices: choices('allianceStage'),
        chosen: search.stage,
        onChoose: (stage) => set({ ...FIRST_PAGE, stage: stage as AllianceListSearch['stage'] }),
      },
    },
    {
      key: 'leadState',
      title: t('column.leadState'),
      width: 110,
      render: ({ leadState }) => <LeadStateTag state={leadState} />,
      filter: {
        choices: choices('leadState'),
        chosen: search.lead,
        onChoose: (lead) => set({ ...FIRST_PAGE, lead: lead as AllianceListSearch['lead'] }),
      },
    },
    {
      key: 'lead',
      title: t('column.lead'),
      width: 220,
      render: ({ lead }) =>
        lead ? (
          <Link to="/institutions/$id" params={{ id: lead.institution.id }}>
            {lead.institution.name}
          </Link>
        ) : (
          MISSING
        ),
    },
    {
      key: 'members',
      title: t('column.members'),
      width: 100,
      numeric: true,
      sort: 'MEMBER_COUNT',
      render: ({ memberCount }) => memberCount,
    },
    { key: 'founded', title: t('column.founded'), width: 120, sort: 'FOUNDED_ON', render: ({ foundedOn }) => dayText(foundedOn, shell) },
    { key: 'specialty', title: t('column.specialty'), width: 110, optional: true, render: ({ specialty }) => specialty ?? MISSING },
    { key: 'code', title: t('column.code'), width: 130, optional: true, sort: 'CODE', render: ({ code }) => code },
    { key: 'source', title: t('column.source'), width: 140, optional: true, render: ({ source }) => source ?? MISSING },
  ]

  return (
    <>
      <PageHead
        title={t('title')}
        actions={
          <>
            <Link to="/alliances/compare">
              <Button icon={<SwapOutlined />} tabIndex={-1}>
                {t('compare')}
              </Button>
            </Link>
            {mayChange && (
              <Button type="primary" icon={<PlusOutlined />} disabled={frozen !== null} title={frozen ?? undefined} onClick={create}>
                {name('createAlliance')}
              </Button>
            )}
          </>
        }
      />
      {error && data && <StaleNotice error={error} onRetry={retry} />}
      {error && !data ? (
        <FailureNotice error={error} onRetry={retry} />
      ) : (
        <DataTable<Row, AllianceSort>
          name="alliances"
          label={t('title')}
          columns={columns}
          rowKey={({ id }) => id}
          rows={list?.nodes}
          total={list?.totalCount}
          pageInfo={list?.pageInfo}
          busy={data !== undefined && fetching && !stale}
          search={search}
          onSearch={set}
          exportFilter={filter}
          toolbar={<SearchBox label={t('search')} value={search.q} onChange={(q) => set({ ...FIRST_PAGE, q }, true)} />}
          chips={
            search.q ? [{ key: 'q', text: t('chipSearch', { text: search.q }), onRemove: () => set({ ...FIRST_PAGE, q: undefined }) }] : []
          }
          onClearFilters={() => set({ ...FIRST_PAGE, ...NO_FILTERS })}
          empty={
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('empty')}>
              {mayChange && frozen === null && (
                <Button type="primary" onClick={create}>
                  {name('createAlliance')}
                </Button>
              )}
            </Empty>
          }
        />
      )}
      {dialog}
    </>
  )
}
