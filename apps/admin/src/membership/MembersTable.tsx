import { DownOutlined } from '@ant-design/icons'
import { Button, Dropdown, Empty, Segmented, Table, Typography, type TableColumnsType } from 'antd'
import { Link } from '@tanstack/react-router'
import { covers, lastDay } from '@yilian/domain/period.ts'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AllianceOnPage, MembershipRow } from '../alliance/alliance-page.ts'
import styles from '../alliance/AlliancePage.module.css'
import { useFrozen } from '../alliance/useFrozen.ts'
import { useInstitutionKind } from '../alliance/useStructureHistory.ts'
import { useCommandName } from '../command/useCommandName.ts'
import { useDialog } from '../command/useDialog.tsx'
import { dayText, MISSING } from '../i18n/format.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { useMay } from '../session/use-may.ts'
import { useFrame } from '../shell/frame-data.ts'
import { useMoment } from '../shell/moment.ts'
import { ExportMenu } from '../table/ExportMenu.tsx'
import { StateTag } from '../theme/StateTag.tsx'
import { CorrectMembershipDialog } from './CorrectMembershipDialog.tsx'
import { ChangeRoleDialog, WithdrawMemberDialog } from './MembershipDialogs.tsx'
import { TransferMemberDialog } from './TransferMemberDialog.tsx'

/** The columns of the table as the export of memberships names them. */
const EXPORTED = ['institution', 'role', 'category', 'from', 'last', 'legalPerson', 'document', 'source', 'sourceNote']

/** The members of the day (or all of them, past and future), each with its commands. */
export function MembersTable({ alliance }: { readonly alliance: AllianceOnPage }): ReactNode {
  const { t } = useTranslation('membership')
  const { t: shell } = useTranslation('shell')
  const label = useCodeLabel()
  const kindOf = useInstitutionKind()
  const { today } = useFrame()
  const day = useMoment().asOf ?? today
  const frozen = useFrozen() !== null
  const mayChange = useMay('alliance.change')
  const { dialog, show } = useDialog()
  const [scope, setScope] = useState<'day' | 'all'>('day')
  const known = alliance.membershipTimeline
  const rows = scope === 'all' ? known : known.filter((row) => covers({ validFrom: row.validFrom, validTo: row.validTo ?? null }, day))
  const legalPerson = (kept: boolean | null | undefined) =>
    kept === true ? t('field.legalPersonKept') : kept === false ? t('field.legalPersonGone') : MISSING

  const columns: TableColumnsType<MembershipRow> = [
    {
      title: t('column.institution'),
      fixed: 'start',
      width: 180,
      render: (_, { institution }) => (
        <Link to="/institutions/$id" params={{ id: institution.id }}>
          {institution.name}
        </Link>
      ),
    },
    {
      title: t('column.role'),
      width: 116,
      render: (_, row) => (
        <>
          {label('membershipRole', row.role)} <When row={row} day={day} />
        </>
      ),
    },
    { title: t('column.category'), width: 140, render: (_, { institution }) => kindOf(institution) },
    { title: t('column.from'), width: 96, render: (_, { validFrom }) => dayText(validFrom, shell) },
    {
      title: t('column.last'),
      width: 96,
      render: (_, row) => lastDay({ validFrom: row.validFrom, validTo: row.validTo ?? null }) ?? MISSING,
    },
    { title: t('column.legalPerson'), width: 80, render: (_, { legalPersonKept }) => legalPerson(legalPersonKept) },
    {
      title: t('column.document'),
      render: (_, { document, source, sourceNote }) => <Cited document={document} source={source} note={sourceNote} />,
    },
    ...(mayChange
      ? [
          {
            title: t('tab.actions'),
            width: 236,
            fixed: 'end' as const,
            render: (_: unknown, row: MembershipRow) => (
              <Actions row={row} alliance={alliance} known={known} disabled={frozen} show={show} />
            ),
          },
        ]
      : []),
  ]
  return (
    <section className={styles.panel} aria-label={t('tab.table')}>
      <h2>
        {t('tab.table')}
        <Segmented
          aria-label={t('tab.scope')}
          value={scope}
          onChange={setScope}
          options={[
            { value: 'day', label: t('tab.onDay', { day }) },
            { value: 'all', label: t('tab.everyone') },
          ]}
        />
        <span className={styles.end}>
          <ExportMenu
            name="memberships"
            columns={EXPORTED}
            filter={{ allianceId: alliance.id, period: scope === 'all' ? 'ALL' : 'IN_FORCE' }}
            order={{ orderBy: undefined, direction: undefined }}
            total={rows.length}
          />
        </span>
      </h2>
      <Table<MembershipRow>
        size="small"
        rowKey={({ rowId }) => rowId}
        columns={columns}
        dataSource={rows}
        pagination={false}
        scroll={{ x: 1090 }}
        locale={{
          emptyText: (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={known.length === 0 ? t('tab.empty') : t('tab.emptyDay', { day })} />
          ),
        }}
      />
      {dialog}
    </section>
  )
}

function When({ row, day }: { readonly row: MembershipRow; readonly day: MembershipRow['validFrom'] }): ReactNode {
  const { t } = useTranslation('membership')
  if (row.validFrom > day) return <StateTag tone="future">{t('tab.futureTag')}</StateTag>
  return row.validTo && row.validTo <= day ? <StateTag tone="grey">{t('tab.pastTag')}</StateTag> : null
}

/** The document something is based on, and under it where it was read. */
export function Cited({
  document,
  source,
  note,
}: {
  readonly document?: { readonly number?: string | null; readonly title: string } | null
  readonly source?: string | null
  readonly note?: string | null
}): ReactNode {
  const { t } = useTranslation('membership')
  return (
    <>
      {document ? (document.number ?? document.title) : source ? null : MISSING}
      {(source || note) && (
        <Typography.Paragraph
          className={styles.sub ?? ''}
          ellipsis={{ rows: 2, expandable: 'collapsible', symbol: (open) => t(open ? 'tab.less' : 'tab.allOfIt') }}
        >
          {[source, note].filter(Boolean).join(' · ')}
        </Typography.Paragraph>
      )}
    </>
  )
}

interface ActionsProps {
  readonly row: MembershipRow
  readonly alliance: AllianceOnPage
  readonly known: readonly MembershipRow[]
  readonly disabled: boolean
  readonly show: ReturnType<typeof useDialog>['show']
}

function Actions({ row, alliance, known, disabled, show }: ActionsProps): ReactNode {
  const { t } = useTranslation('membership')
  const name = useCommandName()
  const stretches = known
    .filter(({ id }) => id === row.id)
    .map(({ role, legalPersonKept, validFrom, validTo }) => ({
      role,
      legalPersonKept: legalPersonKept ?? null,
      validFrom,
      validTo: validTo ?? null,
    }))
  const items = [
    {
      key: 'role',
      label: name('changeRole'),
      onClick: () => show((close) => <ChangeRoleDialog membership={row} alliance={alliance} onClose={close} />),
    },
    {
      key: 'correct',
      label: name('correctMembership'),
      onClick: () =>
        show((close) => <CorrectMembershipDialog membership={row} alliance={alliance} stretches={stretches} onClose={close} />),
    },
  ]
  return (
    <span style={{ whiteSpace: 'nowrap' }}>
      <Button
        type="link"
        size="small"
        disabled={disabled}
        onClick={() =>
          show((close) => <TransferMemberDialog membership={row} from={alliance} countyCode={alliance.countyCode} onClose={close} />)
        }
        aria-label={`${t('tab.transfer')} ${row.institution.name}`}
      >
        {t('tab.transfer')}
      </Button>
      <Button
        type="link"
        size="small"
        disabled={disabled}
        onClick={() => show((close) => <WithdrawMemberDialog membership={row} alliance={alliance} onClose={close} />)}
        aria-label={`${t('tab.withdraw')} ${row.institution.name}`}
      >
        {t('tab.withdraw')}
      </Button>
      <Dropdown menu={{ items }} trigger={['click']} disabled={disabled}>
        <Button
          type="link"
          size="small"
          icon={<DownOutlined />}
          iconPlacement="end"
          aria-label={`${t('tab.more')} ${row.institution.name}`}
        >
          {t('tab.more')}
        </Button>
      </Dropdown>
    </span>
  )
}
