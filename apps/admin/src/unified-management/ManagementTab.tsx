import { DownloadOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { MANAGEMENT_DOMAINS, type ManagementDomain } from '@yilian/domain/code-lists/management-domain.ts'
import { covers } from '@yilian/domain/period.ts'
import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import type { AllianceOnPage } from '../alliance/alliance-page.ts'
import styles from '../alliance/AlliancePage.module.css'
import { csvOf, download } from '../alliance/download.ts'
import { useFrozen } from '../alliance/useFrozen.ts'
import { QueryView } from '../client/QueryView.tsx'
import { useCommandName } from '../command/useCommandName.ts'
import { useDialog } from '../command/useDialog.tsx'
import { graphql } from '../graphql/gql.ts'
import { MISSING } from '../i18n/format.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { useMay } from '../session/use-may.ts'
import { useFrame } from '../shell/frame-data.ts'
import { useMoment } from '../shell/moment.ts'
import { CellHistory } from './CellHistory.tsx'
import { managementRecords, type ManagementRecord } from './management-record.ts'
import { ManagementMatrix, type MatrixLine } from './ManagementMatrix.tsx'
import { cellOn, type Selection } from './matrix.ts'
import { SetManagementDialog } from './SetManagementDialog.tsx'

const ManagementDocument = graphql(`
  query ManagementOfAlliance($id: ID!, $asOf: Date, $asKnownAt: Instant) {
    alliance(id: $id, asOf: $asOf, asKnownAt: $asKnownAt) {
      id
      unifiedManagementTimeline {
        ...ManagementOnPage
      }
    }
  }
`)

const ITEMS = MANAGEMENT_DOMAINS.items
const DOMAINS = Object.keys(ITEMS) as ManagementDomain[]
/** Sets of domains by which reports ask: the five of the national indicators, the six for public village clinics. */
const SCOPES = {
  all: DOMAINS,
  national: DOMAINS.filter((domain) => ITEMS[domain].in2024),
  village: DOMAINS.filter((domain) => ITEMS[domain].inSixVillage),
} as const
type Scope = keyof typeof SCOPES

/** 统一管理: which domains are managed as one, for all members and where a member differs, on the day shown. */
export function ManagementTab({ alliance }: { readonly alliance: AllianceOnPage }): ReactNode {
  const { asOf, asKnownAt } = useMoment()
  const query = useQuery({ query: ManagementDocument, variables: { id: alliance.id, asOf, asKnownAt } })
  return (
    <QueryView query={query}>
      {(data) => <Matrix alliance={alliance} timeline={data.alliance?.unifiedManagementTimeline ?? []} />}
    </QueryView>
  )
}

function Matrix({
  alliance,
  timeline,
}: {
  readonly alliance: AllianceOnPage
  readonly timeline: Parameters<typeof managementRecords>[0]
}): ReactNode {
  const { t } = useTranslation('management')
  const label = useCodeLabel()
  const name = useCommandName()
  const { today } = useFrame()
  const day = useMoment().asOf ?? today
  const mayWork = useMay('alliance.work')
  const frozen = useFrozen() !== null || !mayWork
  const { dialog, show } = useDialog()
  const [scope, setScope] = useState<Scope>('all')
  const [selection, setSelection] = useState<Selection | null>(null)
  const records = useMemo<ManagementRecord[]>(() => managementRecords(timeline), [timeline])
  const lines: MatrixLine[] = [
    { institutionId: null, name: t('allMembers') },
    ...alliance.membershipTimeline
      .filter((row) => row.role !== 'SUPPORTING' && covers({ validFrom: row.validFrom, validTo: row.validTo ?? null }, day))
      .map(({ institution }) => ({ institutionId: institution.id, name: institution.name })),
  ]
  const domains = SCOPES[scope]
  const chosen = selection && lines.find(({ institutionId }) => institutionId === selection.institutionId)
  const record = (domainsChosen: readonly ManagementDomain[], line: MatrixLine) =>
    show((close) => <SetManagementDialog alliance={alliance} line={line} domains={domainsChosen} records={records} onClose={close} />)
  const submit = () => {
    if (!frozen && selection && chosen && selection.domains.length > 0)
      record(
        domains.filter((one) => selection.domains.includes(one)),
        chosen,
      )
  }
  const exportTable = () => {
    const head = [t('institution'), ...domains.map((domain) => label('managementDomain', domain))]
    const rows = lines.map((line) => [
      line.name,
      ...domains.map((domain) => {
        const { state, inherited } = cellOn(records, line.institutionId, domain, day)
        return state === null ? MISSING : label('managementState', state) + (inherited ? ` (${t('inherited')})` : '')
      }),
    ])
    download(
      new Blob([csvOf([[alliance.name, t('onDay', { day })], head, ...rows])], { type: 'text/csv' }),
      `${alliance.name}_${t('label')}_${day}.csv`,
    )
  }
  return (
    <div className={styles.tab}>
      <section className={styles.panel} aria-label={t('label')}>
        <h2>
          {t('onDay', { day })}
          <span className={styles.end}>
            <Select<Scope>
              aria-label={t('scope.label')}
              value={scope}
              onChange={setScope}
              style={{ width: 156 }}
              options={(Object.keys(SCOPES) as Scope[]).map((value) => ({ value, label: t(`scope.${value}`) }))}
            />
            <Button icon={<DownloadOutlined />} onClick={exportTable}>
              {t('export')}
            </Button>
          </span>
        </h2>
        <ManagementMatrix
          label={t('label')}
          lines={lines}
          domains={domains}
          records={records}
          day={day}
          selection={selection}
          onSelect={setSelection}
          onSubmit={submit}
        />
        <div className={styles.tools} style={{ marginTop: 10 }}>
          <span className={`${styles.grow} ${styles.sub}`}>
            {selection && chosen && selection.domains.length > 0
              ? t('selected', { who: chosen.name, count: selection.domains.length })
              : t(mayWork ? 'hint' : 'hintRead')}
          </span>
          {mayWork && (
            <Button type="primary" disabled={frozen || !chosen || selection?.domains.length === 0} onClick={submit}>
              {name('setUnifiedManagement')}
            </Button>
          )}
        </div>
      </section>
      {selection && chosen && selection.domains.length > 0 && (
        <CellHistory
          alliance={alliance}
          line={chosen}
          domain={selection.domains.at(-1)!}
          records={records}
          onCorrect={frozen ? undefined : (node) => show(node)}
        />
      )}
      {dialog}
    </div>
  )
}
