import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { FailureNotice, StaleNotice } from '../client/FailureNotice.tsx'
import { useDialog } from '../command/useDialog.tsx'
import { CommandButton, RowCommands } from '../command/CommandButton.tsx'
import { countText, MISSING } from '../i18n/format.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { NothingYet } from '../staffing/NothingYet.tsx'
import type { TableColumn } from '../table/columns.ts'
import { DataTable } from '../table/DataTable.tsx'
import { StateTag } from '../theme/StateTag.tsx'
import { DriveListDocument, type DriveRow } from './cohort-list.ts'
import type { CohortViewProps } from './cohort-search.ts'
import { DriveDialog } from './dialogs/DriveDialog.tsx'
import { Concerned, ConcernedFilter, Source, TargetTag, useReportedFor } from './parts.tsx'
import { useCountyList } from './useCountyList.ts'

/** Recruitment drives with their channel, posts, applicants and who was hired. */
export function DrivesView({ search, onSearch }: CohortViewProps): ReactNode {
  const { t } = useTranslation('cohort')
  const say = useReportedFor()
  const label = useCodeLabel()
  const { variables, filter, chips, clear } = useCountyList({ search, onSearch })
  const [{ data, error, fetching, stale }, read] = useQuery({ query: DriveListDocument, variables })
  const { dialog, show } = useDialog()
  const retry = () => read({ requestPolicy: 'network-only' })
  if (error && !data) return <FailureNotice error={error} onRetry={retry} />
  const list = data?.recruitmentDrives
  const columns: TableColumn<DriveRow, never>[] = [
    {
      key: 'name',
      inFile: ['name', 'target', 'pool'],
      title: t('column.drive'),
      width: 240,
      pinned: true,
      render: (drive) => (
        <>
          {drive.name} {drive.target && <TargetTag />} {drive.postPool && <StateTag tone="blue">{t('drive.pool')}</StateTag>}
        </>
      ),
    },
    { key: 'channel', title: t('column.channel'), width: 190, render: ({ channel }) => label('recruitmentChannel', channel) },
    { key: 'posts', title: t('drive.posts'), width: 100, numeric: true, render: ({ posts }) => countText(posts) },
    { key: 'applicants', title: t('drive.applicants'), width: 110, numeric: true, render: ({ applicants }) => countText(applicants) },
    { key: 'hired', title: t('drive.hired'), width: 100, numeric: true, render: ({ hired }) => countText(hired) },
    { key: 'openedOn', title: t('drive.openedOn'), width: 116, render: ({ openedOn }) => openedOn ?? MISSING },
    { key: 'closedOn', title: t('drive.closedOn'), width: 116, render: ({ closedOn }) => closedOn ?? MISSING },
    {
      key: 'reportedFor',
      title: t('column.reportedFor'),
      width: 150,
      render: ({ reportedFor }) => say(reportedFor),
    },
    {
      key: 'institutions',
      title: t('field.institutions'),
      width: 220,
      render: ({ institutions }) => <Concerned institutions={institutions} />,
    },
    { key: 'region', title: t('column.region'), width: 120, optional: true, render: ({ region }) => region.name },
    { key: 'source', title: t('column.source'), width: 200, optional: true, render: (row) => <Source {...row} /> },
    {
      key: 'commands',
      title: '',
      width: 56,
      screenOnly: true,
      render: (drive) => (
        <RowCommands
          of={drive.name}
          commands={[
            { command: 'correctRecruitmentDrive', onClick: () => show((close) => <DriveDialog existing={drive} onClose={close} />) },
          ]}
        />
      ),
    },
  ]
  return (
    <>
      {error && <StaleNotice error={error} onRetry={retry} />}
      <DataTable<DriveRow, never>
        name="recruitmentDrives"
        label={t('view.drives')}
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
          <NothingYet text={t('empty.drives')}>
            <CommandButton
              command="recordRecruitmentDrive"
              onClick={() => show((close) => <DriveDialog existing={null} onClose={close} />)}
            />
          </NothingYet>
        }
      />
      {dialog}
    </>
  )
}
