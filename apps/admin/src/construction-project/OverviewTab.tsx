import { Link, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import page from '../alliance/AlliancePage.module.css'
import { useDialog } from '../command/useDialog.tsx'
import { decimalText, instantText, MISSING } from '../i18n/format.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { FactCard, FactRow } from '../shell/FactCard.tsx'
import { useMoment } from '../shell/moment.ts'
import { CommandButton } from '../command/CommandButton.tsx'
import { AcknowledgeDialog } from './dialogs/AcknowledgeDialog.tsx'
import styles from './Project.module.css'
import type { ProjectOnPage } from './project-page.ts'
import { PartsPanel } from './PartsPanel.tsx'
import { SCurve } from './SCurve.tsx'
import { StageTrack } from './StageTrack.tsx'
import { AlertTag } from './tags.tsx'
import { MoneyUnitSwitch, useMoney } from './useMoney.tsx'

/** 概况: where it stands, its money over time, what is wrong, and what it is. */
export function OverviewTab({ project }: { readonly project: ProjectOnPage }): ReactNode {
  const { t } = useTranslation('project')
  const navigate = useNavigate({ from: '/projects/$id' })
  return (
    <div className={page.tab}>
      <section className={page.panel} aria-label={t('overview.track')}>
        <h2>{t('overview.track')}</h2>
        <StageTrack
          project={project}
          onMore={() => void navigate({ search: (before) => ({ ...before, tab: 'schedule' }), replace: true })}
        />
      </section>
      <div className={styles.grid}>
        <div className={styles.stack}>
          <section className={page.panel} aria-label={t('overview.curve')}>
            <h2>{t('overview.curve')}</h2>
            <SCurve project={project} />
          </section>
          {project.parts.totalCount > 0 && <PartsPanel projectId={project.id} />}
        </div>
        <div className={styles.stack}>
          <Alerts project={project} />
          <Facts project={project} />
        </div>
      </div>
    </div>
  )
}

function Alerts({ project }: { readonly project: ProjectOnPage }): ReactNode {
  const { t } = useTranslation('project')
  const { asOf } = useMoment()
  const { dialog, show } = useDialog()
  return (
    <FactCard title={t('overview.alerts')}>
      {project.alerts.length === 0 ? (
        <p className={styles.quiet}>{t('overview.noAlerts')}</p>
      ) : (
        <ul className={styles.list} aria-label={t('overview.alerts')}>
          {project.alerts.map((alert, at) => (
            <li key={`${alert.rule} ${alert.subject}`}>
              <div className={styles.line}>
                <AlertTag rule={alert.rule} acknowledged={alert.acknowledgement !== null} />
                <span style={{ flex: 1, minWidth: 160 }}>{alert.message}</span>
                {alert.acknowledgement === null && asOf === undefined && (
                  <CommandButton
                    command="acknowledgeAlert"
                    small
                    of={alert.message}
                    onClick={() => show((close) => <AcknowledgeDialog project={project} alert={alert} onClose={close} />)}
                  />
                )}
              </div>
              {/* What a rule says is said once, after the last that it found. */}
              {alert.rule !== project.alerts[at + 1]?.rule && (
                <div className={styles.small}>{t('overview.rule', { rule: alert.ruleText })}</div>
              )}
              {alert.acknowledgement && (
                <div className={styles.small}>
                  {t('overview.acknowledged', {
                    actor: alert.acknowledgement.change.actor.name,
                    at: instantText(alert.acknowledgement.change.recordedAt),
                    reason: alert.acknowledgement.reason,
                  })}
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      {dialog}
    </FactCard>
  )
}

function Facts({ project }: { readonly project: ProjectOnPage }): ReactNode {
  const { t } = useTranslation('project')
  const { t: shell } = useTranslation('shell')
  const label = useCodeLabel()
  const { money, unit } = useMoney()
  const { area, beds, sets, unitCount } = project
  const scale = [
    ...(unitCount > 1 ? [t('overview.scaleUnits', { count: unitCount })] : []),
    ...(area === null ? [] : [t('overview.scaleArea', { area: decimalText(area) })]),
    ...(beds === null ? [] : [t('overview.scaleBeds', { count: beds })]),
    ...(sets === null ? [] : [t('overview.scaleSets', { count: sets })]),
  ]
  return (
    <FactCard title={t('overview.facts')} extra={<MoneyUnitSwitch />}>
      <FactRow label={t('overview.kind')} value={label('projectKind', project.kind)} />
      <FactRow
        label={t('overview.institutions')}
        value={
          project.institutions.length === 0
            ? MISSING
            : project.institutions.map(({ id, name }, at) => (
                <span key={id}>
                  {at > 0 && shell('list')}
                  <Link to="/institutions/$id" params={{ id }}>
                    {name}
                  </Link>
                </span>
              ))
        }
      />
      <FactRow label={t('overview.place')} value={project.region.name} />
      <FactRow label={t('overview.owner')} value={project.owner ?? MISSING} />
      <FactRow label={t('overview.scale')} value={scale.length === 0 ? MISSING : scale.join(shell('list'))} />
      <FactRow
        label={t('overview.approvedArea')}
        value={project.approvedArea === null ? MISSING : `${decimalText(project.approvedArea)} ${t('unit.area')}`}
      />
      <FactRow
        label={t('overview.finalAccount')}
        value={project.finalAccount === null ? MISSING : `${money(project.finalAccount)} ${unit}`}
      />
      <FactRow label={t('overview.description')} value={project.description ?? MISSING} />
      {project.parent && (
        <FactRow
          label={t('overview.parent')}
          value={
            <Link to="/projects/$id" params={{ id: project.parent.id }}>
              {project.parent.name}
            </Link>
          }
        />
      )}
      <FactRow label={t('overview.nationalCode')} value={project.nationalCode ?? MISSING} />
      <FactRow label={t('overview.code')} value={project.code} />
      <FactRow label={t('overview.source')} value={project.source ?? MISSING} />
      {project.sourceNote && <FactRow label={t('overview.sourceNote')} value={project.sourceNote} />}
    </FactCard>
  )
}
