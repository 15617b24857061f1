import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { FailureNotice, StaleNotice } from '../client/FailureNotice.tsx'
import { useDialog } from '../command/useDialog.tsx'
import { CommandButton, RowCommands } from '../command/CommandButton.tsx'
import { countText, dayText, MISSING } from '../i18n/format.ts'
import { NothingYet } from '../staffing/NothingYet.tsx'
import type { TableColumn } from '../table/columns.ts'
import { DataTable } from '../table/DataTable.tsx'
import { MentorshipListDocument, type MentorshipRow } from './cohort-list.ts'
import type { CohortViewProps } from './cohort-search.ts'
import { EndMentorshipDialog, RecordMentorshipDialog } from './dialogs/MemberDialogs.tsx'
import { Concerned, ConcernedFilter, Source } from './parts.tsx'
import { useCountyList } from './useCountyList.ts'

/** Mentorships in force on the day shown: pairs by name, or how many there are. */
export function MentorshipsView({ search, onSearch }: CohortViewProps): ReactNode {
  const { t } = useTranslation('cohort')
  const { t: shell } = useTranslation('shell')
  const { variables, filter, chips, clear } = useCountyList({ search, onSearch })
  const [{ data, error, fetching, stale }, read] = useQuery({ query: MentorshipListDocument, variables })
  const { dialog, show } = useDialog()
  const retry = () => read({ requestPolicy: 'network-only' })
  if (error && !data) return <FailureNotice error={error} onRetry={retry} />
  const list = data?.mentorships
  const person = (one: MentorshipRow['mentor']) =>
    one ? (
      <Link to="/people/$id" params={{ id: one.id }}>
        {one.name}
      </Link>
    ) : (
      MISSING
    )
  const columns: TableColumn<MentorshipRow, never>[] = [
    { key: 'mentor', title: t('column.mentor'), width: 140, pinned: true, render: ({ mentor }) => person(mentor) },
    { key: 'mentee', title: t('column.mentee'), width: 140, render: ({ mentee }) => person(mentee) },
    { key: 'pairs', title: t('column.pairs'), width: 90, numeric: true, render: ({ pairs }) => countText(pairs) },
    { key: 'content', title: t('column.content'), width: 300, render: ({ content }) => content ?? MISSING },
    {
      key: 'institutions',
      title: t('field.institutions'),
      width: 240,
      render: ({ institutions }) => <Concerned institutions={institutions} />,
    },
    { key: 'since', title: t('column.since'), width: 120, render: ({ validFrom }) => dayText(validFrom, shell) },
    { key: 'region', title: t('column.region'), width: 120, optional: true, render: ({ region }) => region.name },
    { key: 'source', title: t('column.source'), width: 200, optional: true, render: (row) => <Source {...row} /> },
    {
      key: 'commands',
      title: '',
      width: 56,
      screenOnly: true,
      render: (mentorship) => (
        <RowCommands
          of={mentorship.mentor?.name ?? mentorship.content ?? MISSING}
          commands={[
            { command: 'endMentorship', onClick: () => show((close) => <EndMentorshipDialog mentorship={mentorship} onClose={close} />) },
          ]}
        />
      ),
    },
  ]
  return (
    <>
      {error && <StaleNotice error={error} onRetry={retry} />}
      <DataTable<MentorshipRow, never>
        name="mentorships"
        label={t('view.mentorships')}
        columns={columns}
        rowKey={({ id }) => id}
        rows={list?.nodes}
        total={list?.totalCount}
        pageInfo={list?.pageInfo}
        busy={data !== undefined && fetching && !stale}
        search={search}
        onSearch={onSearch}
        exportFilter={filter}
        toolbar={<ConcernedFilter search={search} onSearch={onSearch} />}
        chips={chips}
        onClearFilters={clear}
        empty={
          <NothingYet text={t('empty.mentorships')}>
            <CommandButton command="recordMentorship" onClick={() => show((close) => <RecordMentorshipDialog onClose={close} />)} />
          </NothingYet>
        }
      />
      {dialog}
    </>
  )
}
