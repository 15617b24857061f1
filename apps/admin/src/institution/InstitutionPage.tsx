import { DownOutlined } from '@ant-design/icons'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Alert, Button, Dropdown } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { levelGradeLabel } from '@yilian/domain/code-lists/hospital-level.ts'
import { COMMANDS } from '@yilian/domain/commands.ts'
import { useFrozen } from '../alliance/useFrozen.ts'
import { QueryView } from '../client/QueryView.tsx'
import { useDialog } from '../command/useDialog.tsx'
import { ChangeList } from '../history/ChangeList.tsx'
import { countText } from '../i18n/format.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { useMay, usePermissions } from '../session/use-may.ts'
import { useMoment } from '../shell/moment.ts'
import { NothingFound } from '../shell/NotFoundPage.tsx'
import { PageHead, type Fact } from '../shell/PageHead.tsx'
import { CloseInstitutionDialog } from './dialogs/CloseInstitutionDialog.tsx'
import { CorrectInstitutionDialog } from './dialogs/CorrectInstitutionDialog.tsx'
import { MergeInstitutionDialog } from './dialogs/MergeInstitutionDialog.tsx'
import { RegradeInstitutionDialog } from './dialogs/RegradeInstitutionDialog.tsx'
import { RenameInstitutionDialog } from './dialogs/RenameInstitutionDialog.tsx'
import { ReviseInstitutionDialog, type InstitutionDialogProps } from './dialogs/ReviseInstitutionDialog.tsx'
import { SplitInstitutionDialog } from './dialogs/SplitInstitutionDialog.tsx'
import { InstitutionAlliancesTab } from './InstitutionAlliancesTab.tsx'
import { InstitutionOverviewTab } from './InstitutionOverviewTab.tsx'
import { InstitutionTimelineTab } from './InstitutionTimelineTab.tsx'
import { AggregateTag } from './AggregateTag.tsx'
import { InstitutionProjectsTab } from './InstitutionProjectsTab.tsx'
import { InstitutionStaffTab } from './InstitutionStaffTab.tsx'
import { INSTITUTION_TABS, type InstitutionTab } from './institution-search.ts'
import { InstitutionProfileDocument, type InstitutionProfile } from './profile.ts'
import { RelationsTab } from './RelationsTab.tsx'
import { StatusTag } from './StatusTag.tsx'

const DIALOGS = {
  renameInstitution: RenameInstitutionDialog,
  regradeInstitution: RegradeInstitutionDialog,
  splitInstitution: SplitInstitutionDialog,
  mergeInstitution: MergeInstitutionDialog,
  closeInstitution: CloseInstitutionDialog,
  correctInstitution: CorrectInstitutionDialog,
} as const satisfies Partial<Record<keyof typeof COMMANDS, (props: InstitutionDialogProps) => ReactNode>>

/** One institution as of the day shown: facts, timeline, alliances, relations, changes, and what can be done with it. */
export function InstitutionPage(): ReactNode {
  const { t } = useTranslation('institution')
  const { id } = useParams({ from: '/institutions/$id' })
  const { tab = 'overview' } = useSearch({ from: '/institutions/$id' })
  const navigate = useNavigate({ from: '/institutions/$id' })
  const { asOf, asKnownAt } = useMoment()
  const query = useQuery({ query: InstitutionProfileDocument, variables: { id, asOf, asKnownAt } })
  return (
    <QueryView query={query}>
      {({ institution }) =>
        institution ? (
          <>
            <InstitutionHead
              institution={institution}
              tab={tab}
              onTab={(next) => void navigate({ search: (before) => ({ ...before, tab: next === 'overview' ? undefined : next }) })}
            />
            {tab === 'overview' && <InstitutionOverviewTab institution={institution} />}
            {tab === 'timeline' && <InstitutionTimelineTab id={institution.id} name={institution.name} />}
            {tab === 'alliances' && <InstitutionAlliancesTab id={institution.id} />}
            {tab === 'map' && <RelationsTab id={institution.id} />}
            {tab === 'staff' && <InstitutionStaffTab id={institution.id} />}
            {tab === 'projects' && <InstitutionProjectsTab id={institution.id} />}
            {tab === 'changes' && <ChangeList institutionId={institution.id} />}
          </>
        ) : (
          <NothingFound thing={t('one')}>
            <Link to="/institutions">{t('back')}</Link>
          </NothingFound>
        )
      }
    </QueryView>
  )
}

interface InstitutionHeadProps {
  readonly institution: InstitutionProfile
  readonly tab: InstitutionTab
  readonly onTab: (tab: InstitutionTab) => void
}

function InstitutionHead({ institution, tab, onTab }: InstitutionHeadProps): ReactNode {
  const { t } = useTranslation('institution')
  const { t: shell } = useTranslation('shell')
  const label = useCodeLabel()
  const locale = useLocale()
  const needs: Partial<Record<InstitutionTab, boolean>> = { projects: useMay('construction.read'), staff: useMay('staff.read') }
  const facts: Fact[] = [
    { label: t('facts.category'), value: label('institutionCategory', institution.category) },
    { label: t('facts.level'), value: levelGradeLabel(institution.level, institution.grade, locale) },
    { label: t('facts.region'), value: [institution.region.parent?.name, institution.region.name].filter(Boolean).join(' · ') },
    { label: t('facts.beds'), value: countText(institution.beds) },
    { label: t('facts.alliance'), value: <Alliances institution={institution} /> },
  ]
  return (
    <>
      <PageHead
        back={<Link to="/institutions">{t('title')}</Link>}
        title={institution.name}
        tags={
          <>
            <StatusTag status={institution.status} />
            <AggregateTag count={institution.unitCount} />
          </>
        }
        facts={facts}
        actions={<InstitutionActions institution={institution} />}
        tabs={INSTITUTION_TABS.filter((key) => needs[key] !== false).map((key) => ({ key, label: t(`tabs.${key}`) }))}
        tab={tab}
        onTab={onTab}
      />
      {institution.leadDisputes.length > 0 && (
        <Alert
          banner
          type="error"
          showIcon
          title={
            <>
              {t('dispute')}
              {institution.leadDisputes.map(({ id, alliance }, at) => (
                <span key={id}>
                  {at > 0 && shell('list')}
                  <Link to="/alliances/$id" params={{ id: alliance.id }} search={{ tab: 'lead' }}>
                    {alliance.name}
                  </Link>
                </span>
              ))}
            </>
          }
        />
      )}
      {!institution.inForce && <Alert banner type="warning" showIcon title={t('notInForce')} />}
    </>
  )
}

function Alliances({ institution }: { readonly institution: InstitutionProfile }): ReactNode {
  const { t } = useTranslation('institution')
  const { t: shell } = useTranslation('shell')
  const label = useCodeLabel()
  if (institution.memberships.length === 0) return t('list.none')
  const shown = institution.memberships.slice(0, 2)
  const more = institution.memberships.length - shown.length
  return (
    <>
      {shown.map(({ rowId, role, alliance }, at) => (
        <span key={rowId}>
          {at > 0 && shell('list')}
          <Link to="/alliances/$id" params={{ id: alliance.id }}>
            {alliance.name}
          </Link>
          {role !== 'MEMBER' && shell('bracket', { text: label('membershipRole', role) })}
        </span>
      ))}
      {more > 0 && t('facts.more', { count: more })}
    </>
  )
}

function InstitutionActions({ institution }: { readonly institution: InstitutionProfile }): ReactNode {
  const { t } = useTranslation('institution')
  const locale = useLocale()
  const frozen = useFrozen()
  const may = usePermissions()
  const { dialog, show } = useDialog()
  const item = (key: keyof typeof DIALOGS) => {
    const Dialog = DIALOGS[key]
    return {
      key,
      label: COMMANDS[key][locale],
      danger: key === 'closeInstitution' || key === 'mergeInstitution',
      onClick: () => show((close) => <Dialog institution={institution} onClose={close} />),
    }
  }
  const disabled = frozen !== null
  return (
    <>
      {frozen !== null && may('institution.revise') && (
        <span style={{ color: '#55606d', alignSelf: 'center', fontSize: 13 }}>{frozen}</span>
      )}
      {may('institution.revise') && (
        <Button disabled={disabled} onClick={() => show((close) => <ReviseInstitutionDialog institution={institution} onClose={close} />)}>
          {COMMANDS.reviseInstitution[locale]}
        </Button>
      )}
      {may('institution.change') && (
        <Dropdown
          disabled={disabled}
          trigger={['click']}
          menu={{
            items: [
              item('renameInstitution'),
              item('regradeInstitution'),
              item('splitInstitution'),
              { type: 'divider' },
              item('mergeInstitution'),
              item('closeInstitution'),
              { type: 'divider' },
              item('correctInstitution'),
            ],
          }}
        >
          <Button>
            {t('act')} <DownOutlined />
          </Button>
        </Dropdown>
      )}
      {dialog}
    </>
  )
}
