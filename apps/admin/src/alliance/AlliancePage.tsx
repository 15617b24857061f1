import { DownOutlined } from '@ant-design/icons'
import { Alert, Button, Dropdown, Skeleton } from 'antd'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { lastDay } from '@yilian/domain/period.ts'
import { lazy, Suspense, type ComponentType, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { QueryView } from '../client/QueryView.tsx'
import { useDialog } from '../command/useDialog.tsx'
import { dayText } from '../i18n/format.ts'
import { useCommandName } from '../command/useCommandName.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { AdmitMemberDialog } from '../membership/AdmitMemberDialog.tsx'
import { ChangeLeadDialog } from '../membership/ChangeLeadDialog.tsx'
import { useMay } from '../session/use-may.ts'
import { NothingFound } from '../shell/NotFoundPage.tsx'
import { useFrame } from '../shell/frame-data.ts'
import { useMoment, useSetRootSearch } from '../shell/moment.ts'
import { PageHead, type Fact } from '../shell/PageHead.tsx'
import { StateTag } from '../theme/StateTag.tsx'
import { AlliancePageDocument, type AllianceOnPage } from './alliance-page.ts'
import { ALLIANCE_TABS, type AllianceTab } from './alliance-tabs.ts'
import styles from './AlliancePage.module.css'
import { CorrectAllianceDialog, DissolveAllianceDialog, ReviseAllianceDialog } from './AllianceDialogs.tsx'
import { LeadStateTag, StageTag } from './tags.tsx'
import { useFrozen } from './useFrozen.ts'

const route = getRouteApi('/alliances/$id')

type Tab = ComponentType<{ readonly alliance: AllianceOnPage }>
const TABS: Record<AllianceTab, Tab> = {
  structure: lazy(async () => ({ default: (await import('./StructureTab.tsx')).StructureTab })),
  members: lazy(async () => ({ default: (await import('../membership/MembersTab.tsx')).MembersTab })),
  management: lazy(async () => ({ default: (await import('../unified-management/ManagementTab.tsx')).ManagementTab })),
  lead: lazy(async () => ({ default: (await import('../lead-dispute/LeadTab.tsx')).LeadTab })),
  services: lazy(async () => ({ default: (await import('../shared-service/ServicesTab.tsx')).ServicesTab })),
  referrals: lazy(async () => ({ default: (await import('../referral/ReferralsTab.tsx')).ReferralsTab })),
  meetings: lazy(async () => ({ default: (await import('../meeting/MeetingsTab.tsx')).MeetingsTab })),
  staff: lazy(async () => ({ default: (await import('./AllianceStaffTab.tsx')).AllianceStaffTab })),
  projects: lazy(async () => ({ default: (await import('./AllianceProjectsTab.tsx')).AllianceProjectsTab })),
  documents: lazy(async () => ({ default: (await import('../document/AllianceDocumentsTab.tsx')).AllianceDocumentsTab })),
  changes: lazy(async () => ({ default: (await import('../history/AllianceChangesTab.tsx')).AllianceChangesTab })),
}

/** One alliance at the moment shown: its facts, what can be done, and its tabs; the tab stands in the address. */
export function AlliancePage(): ReactNode {
  const { t } = useTranslation('alliance')
  const { id } = route.useParams()
  const { asOf, asKnownAt } = useMoment()
  const query = useQuery({ query: AlliancePageDocument, variables: { id, asOf, asKnownAt } })
  return (
    <QueryView query={query} skeleton={<PageSkeleton />}>
      {({ alliance }) =>
        alliance ? (
          <Page key={alliance.id} alliance={alliance} />
        ) : (
          <NothingFound thing={t('one')}>
            <Link to="/alliances">{t('title')}</Link>
          </NothingFound>
        )
      }
    </QueryView>
  )
}

function Page({ alliance }: { readonly alliance: AllianceOnPage }): ReactNode {
  const { t } = useTranslation('alliance')
  const name = useCommandName()
  const { tab = 'structure' } = route.useSearch()
  const navigate = useNavigate({ from: '/alliances/$id' })
  const { dialog, show } = useDialog()
  const frozen = useFrozen()
  const mayChange = useMay('alliance.change')
  const needs: Partial<Record<AllianceTab, boolean>> = { projects: useMay('construction.read'), staff: useMay('staff.read') }
  const Shown = TABS[tab]
  const commands = [
    {
      key: 'revise',
      label: name('reviseAlliance'),
      onClick: () => show((close) => <ReviseAllianceDialog alliance={alliance} onClose={close} />),
    },
    {
      key: 'correct',
      label: name('correctAlliance'),
      onClick: () => show((close) => <CorrectAllianceDialog alliance={alliance} onClose={close} />),
    },
    {
      key: 'dissolve',
      danger: true,
      label: name('dissolveAlliance'),
      onClick: () => show((close) => <DissolveAllianceDialog alliance={alliance} onClose={close} />),
    },
  ]
  return (
    <>
      <PageHead<AllianceTab>
        back={<Link to="/alliances">{t('title')}</Link>}
        title={alliance.name}
        tags={
          <>
            <StageTag stage={alliance.stage} />
            <LeadStateTag state={alliance.leadState} />
          </>
        }
        facts={useFacts(alliance)}
        actions={
          mayChange && (
            <>
              <Button
                type="primary"
                disabled={frozen !== null}
                title={frozen ?? undefined}
                onClick={() => show((close) => <AdmitMemberDialog alliance={alliance} onClose={close} />)}
              >
                {name('admitMember')}
              </Button>
              <Button disabled={frozen !== null} onClick={() => show((close) => <ChangeLeadDialog alliance={alliance} onClose={close} />)}>
                {name('changeLead')}
              </Button>
              <Dropdown menu={{ items: commands }} trigger={['click']} disabled={frozen !== null}>
                <Button icon={<DownOutlined />} iconPlacement="end">
                  {t('more')}
                </Button>
              </Dropdown>
            </>
          )
        }
        tabs={ALLIANCE_TABS.filter((key) => needs[key] !== false).map((key) => ({ key, label: t(`tab.${key}`) }))}
        tab={tab}
        onTab={(next) =>
          void navigate({ search: (before) => ({ ...before, tab: next === 'structure' ? undefined : next }), replace: true })
        }
      />
      <Existence alliance={alliance} />
      <div className={styles.scroll} data-print="flow">
        <Suspense fallback={<Skeleton active style={{ padding: 16 }} />}>
          <Shown alliance={alliance} />
        </Suspense>
      </div>
      {dialog}
    </>
  )
}

function useFacts(alliance: AllianceOnPage): Fact[] {
  const { t } = useTranslation('alliance')
  const { t: shell } = useTranslation('shell')
  const label = useCodeLabel()
  const { lead, specialty, dissolvedOn } = alliance
  const last = dissolvedOn ? lastDay({ validFrom: alliance.foundedOn, validTo: dissolvedOn }) : null
  return [
    { label: t('fact.kind'), value: label('allianceKind', alliance.kind) },
    ...(specialty ? [{ label: t('fact.specialty'), value: specialty }] : []),
    {
      label: t('fact.lead'),
      value: lead ? (
        <Link to="/institutions/$id" params={{ id: lead.institution.id }}>
          {lead.institution.name}
        </Link>
      ) : (
        label('leadState', alliance.leadState)
      ),
    },
    { label: t('fact.members'), value: t('institutions', { count: alliance.memberCount }) },
    { label: t('fact.founded'), value: dayText(alliance.foundedOn, shell) },
    ...(last ? [{ label: t('fact.lastDay'), value: last }] : []),
  ]
}

/** Said when the alliance did not exist on the day shown, with the way to a day on which it did. */
function Existence({ alliance }: { readonly alliance: AllianceOnPage }): ReactNode {
  const { t } = useTranslation('alliance')
  const { asOf } = useMoment()
  const { today } = useFrame()
  const setRoot = useSetRootSearch()
  if (alliance.inForce) return null
  const day = asOf ?? today
  const last = alliance.dissolvedOn ? lastDay({ validFrom: alliance.foundedOn, validTo: alliance.dissolvedOn }) : null
  const early = day < alliance.foundedOn || last === null
  const target = early ? alliance.foundedOn : last
  return (
    <Alert
      banner
      type="info"
      title={
        <>
          {early && day < alliance.foundedOn && alliance.foundedOn > today && <StateTag tone="future">{t('plannedTag')}</StateTag>}{' '}
          {early ? t('notYet', { day, founded: alliance.foundedOn }) : t('noLonger', { day, last: target })}
        </>
      }
      action={
        <Button size="small" onClick={() => setRoot({ asOf: target === today ? undefined : target })}>
          {t('goTo', { day: target })}
        </Button>
      }
    />
  )
}

function PageSkeleton(): ReactNode {
  return (
    <div className={styles.tab}>
      <Skeleton active title paragraph={{ rows: 2 }} />
      <Skeleton active title={false} paragraph={{ rows: 8 }} />
    </div>
  )
}
