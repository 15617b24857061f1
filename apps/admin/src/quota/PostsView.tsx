import { Link } from '@tanstack/react-router'
import { POST_CLASSES } from '@yilian/domain/staffing/terms.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { FailureNotice, StaleNotice } from '../client/FailureNotice.tsx'
import { useDialog } from '../command/useDialog.tsx'
import { CommandButton, RowCommands } from '../command/CommandButton.tsx'
import { countText, dayText, MISSING } from '../i18n/format.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { useTextChoices } from '../i18n/useTextChoices.ts'
import { useMoment } from '../shell/moment.ts'
import { AllianceFilterField, InstitutionFilterField } from '../staffing/PlaceFilters.tsx'
import { NothingYet } from '../staffing/NothingYet.tsx'
import { Several } from '../staffing/Several.tsx'
import styles from '../staffing/Staffing.module.css'
import type { TableColumn } from '../table/columns.ts'
import { DataTable } from '../table/DataTable.tsx'
import { FIRST_PAGE, pageArguments } from '../table/table-search.ts'
import { StateTag } from '../theme/StateTag.tsx'
import { ClosePostDialog, FreezePostDialog, OpenPostDialog, RevisePostDialog } from './dialogs/PostDialogs.tsx'
import { PostListDocument, type PostRow } from './quota-board.ts'
import { NO_FILTERS, postFilter, type QuotaSearch } from './quota-search.ts'
import type { QuotaViewProps } from './quota-view.ts'
import { useQuotaChips } from './useQuotaChips.ts'
import { YesNo } from './YesNo.tsx'

type Column = TableColumn<PostRow, never>

/** Posts of institutions and in the pools of alliances, with how many are filled on the day shown. */
export function PostsView({ search, onSearch }: QuotaViewProps): ReactNode {
  const { t } = useTranslation('quota')
  const texts = useTextChoices()
  const { asOf, asKnownAt, county } = useMoment()
  const [{ data, error, fetching, stale }, read] = useQuery({
    query: PostListDocument,
    variables: { filter: postFilter(search, county), ...pageArguments<never>(search), asOf, asKnownAt },
  })
  const { dialog, show } = useDialog()
  const columns = useColumns(show)
  const chips = useQuotaChips({ search, onSearch }, true)
  const change = (patch: QuotaSearch) => onSearch({ ...FIRST_PAGE, ...patch })
  const retry = () => read({ requestPolicy: 'network-only' })
  if (error && !data) return <FailureNotice error={error} onRetry={retry} />
  const list = data?.posts
  return (
    <>
      {error && <StaleNotice error={error} onRetry={retry} />}
      <DataTable<PostRow, never>
        name="posts"
        label={t('view.posts')}
        columns={columns}
        rowKey={({ id }) => id}
        rows={list?.nodes}
        total={list?.totalCount}
        pageInfo={list?.pageInfo}
        busy={data !== undefined && fetching && !stale}
        search={search}
        onSearch={onSearch}
        exportFilter={postFilter(search, county)}
        toolbar={
          <>
            <AllianceFilterField value={search.alliance} onChange={(alliance) => change({ alliance })} />
            <InstitutionFilterField
              label={t('column.institution')}
              value={search.institution}
              onChange={(institution) => change({ institution })}
            />
            <Several
              label={t('column.postClass')}
              choices={texts(POST_CLASSES)}
              value={search.postClass}
              onChange={(postClass) => change({ postClass })}
            />
            <YesNo
              label={t('column.vacancies')}
              yes={t('filter.vacant')}
              no={t('filter.notVacant')}
              value={search.vacant}
              onChange={(vacant) => change({ vacant })}
            />
            <YesNo
              label={t('filter.poolLabel')}
              yes={t('filter.pooled')}
              no={t('filter.notPooled')}
              value={search.pooled}
              onChange={(pooled) => change({ pooled })}
            />
            <YesNo
              label={t('column.state')}
              yes={t('filter.frozen')}
              no={t('filter.notFrozen')}
              value={search.frozen}
              onChange={(frozen) => change({ frozen })}
            />
          </>
        }
        chips={chips}
        onClearFilters={() => change(NO_FILTERS)}
        empty={
          <NothingYet text={t('emptyPosts')}>
            <CommandButton command="openPost" onClick={() => show((close) => <OpenPostDialog onClose={close} />)} />
          </NothingYet>
        }
      />
      {dialog}
    </>
  )
}

function useColumns(show: ReturnType<typeof useDialog>['show']): Column[] {
  const { t } = useTranslation('quota')
  const { t: shell } = useTranslation('shell')
  const label = useCodeLabel()
  return [
    { key: 'title', title: t('column.postTitle'), width: 190, pinned: true, render: ({ title }) => title },
    { key: 'owner', inFile: ['owner', 'pool'], title: t('column.owner'), width: 240, render: (row) => <Owner row={row} /> },
    { key: 'postClass', title: t('column.postClass'), width: 130, render: ({ postClass }) => label('postClass', postClass) },
    { key: 'grade', title: t('column.grade'), width: 120, render: ({ grade }) => grade ?? MISSING },
    { key: 'leadership', title: t('column.leadership'), width: 150, render: ({ leadership }) => label('leadership', leadership) },
    { key: 'count', title: t('field.places'), width: 84, numeric: true, render: ({ count }) => countText(count) },
    { key: 'filled', title: t('column.filledPosts'), width: 84, numeric: true, render: ({ filled }) => countText(filled) },
    {
      key: 'vacancies',
      title: t('column.vacancies'),
      width: 92,
      numeric: true,
      render: ({ vacancies, frozen }) => (frozen ? MISSING : countText(vacancies)),
    },
    {
      key: 'state',
      title: t('column.state'),
      width: 110,
      render: ({ frozen, vacancies }) =>
        frozen ? (
          <StateTag tone="grey">{t('filter.frozen')}</StateTag>
        ) : vacancies > 0 ? (
          <StateTag tone="blue">{t('standing.vacant', { count: vacancies })}</StateTag>
        ) : (
          <StateTag tone="green">{t('standing.full')}</StateTag>
        ),
    },
    { key: 'since', title: t('column.since'), width: 116, render: ({ validFrom }) => dayText(validFrom, shell) },
    {
      key: 'commands',
      title: '',
      width: 56,
      screenOnly: true,
      render: (post) => (
        <RowCommands
          of={post.title}
          commands={[
            { command: 'revisePost', onClick: () => show((close) => <RevisePostDialog post={post} onClose={close} />) },
            { command: 'freezePost', onClick: () => show((close) => <FreezePostDialog post={post} onClose={close} />) },
            { command: 'closePost', danger: true, onClick: () => show((close) => <ClosePostDialog post={post} onClose={close} />) },
          ]}
        />
      ),
    },
  ]
}

function Owner({ row: { institution, alliance } }: { readonly row: PostRow }): ReactNode {
  const { t } = useTranslation('quota')
  if (institution)
    return (
      <Link to="/institutions/$id" params={{ id: institution.id }}>
        {institution.name}
      </Link>
    )
  if (!alliance) return MISSING
  return (
    <>
      <Link to="/alliances/$id" params={{ id: alliance.id }}>
        {alliance.name}
      </Link>{' '}
      <span className={styles.small}>{t('filter.pooled')}</span>
    </>
  )
}
