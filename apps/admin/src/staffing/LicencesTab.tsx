import { Table } from 'antd'
import { covers } from '@yilian/domain/period.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import page from '../alliance/AlliancePage.module.css'
import { useDialog } from '../command/useDialog.tsx'
import { CommandButton, RowCommands } from '../command/CommandButton.tsx'
import { NoRecords } from '../table/NoRecords.tsx'
import { usePeriodText } from '../dated/usePeriodText.ts'
import { MISSING } from '../i18n/format.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { useFrame } from '../shell/frame-data.ts'
import { useMoment } from '../shell/moment.ts'
import { StateTag } from '../theme/StateTag.tsx'
import { CorrectLicenceDialog, EndLicenceDialog, GrantLicenceDialog, RenewLicenceDialog } from './dialogs/LicenceDialogs.tsx'
import { licenceState, type LicenceState } from './licence-state.ts'
import { Place } from './parts.tsx'
import type { LicenceRow, PersonOnPage } from './person-page.ts'
import styles from './Staffing.module.css'

const TONES = { HELD: 'green', EXPIRING: 'amber', EXPIRED: 'red', ENDED: 'grey', TO_COME: 'future' } as const satisfies Record<
  LicenceState,
  string
>

/** 执业证书: every licence with its days, and whether it is good on the day shown. */
export function LicencesTab({ person }: { readonly person: PersonOnPage }): ReactNode {
  const { t } = useTranslation('staffing')
  const label = useCodeLabel()
  const period = usePeriodText()
  const { today } = useFrame()
  const { asOf } = useMoment()
  const day = asOf ?? today
  const { dialog, show } = useDialog()
  const rows = person.licenceTimeline.toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))
  return (
    <div className={page.tab}>
      <section className={page.panel} aria-label={t('tab.licences')}>
        <h2>
          {t('tab.licences')}
          <span className={styles.end}>
            <CommandButton
              command="grantLicence"
              small
              onClick={() => show((close) => <GrantLicenceDialog person={person} onClose={close} />)}
            />
          </span>
        </h2>
        <Table<LicenceRow>
          size="small"
          rowKey="rowId"
          dataSource={rows}
          pagination={false}
          scroll={{ x: 1000 }}
          locale={{ emptyText: <NoRecords text={t('noLicences')} /> }}
          columns={[
            { key: 'kind', title: t('licence.kind'), width: 170, render: (_, { kind }) => label('licenceKind', kind) },
            {
              key: 'state',
              title: t('licence.state'),
              width: 96,
              render: (_, row) => {
                const state = licenceState(row, day)
                return <StateTag tone={TONES[state]}>{t(`licence.${state}`)}</StateTag>
              },
            },
            { key: 'number', title: t('licence.number'), width: 170, render: (_, { number }) => number ?? MISSING },
            {
              key: 'scope',
              title: t('licence.scope'),
              width: 170,
              render: (_, { category, scope }) =>
                [...(category ? [label('physicianCategory', category)] : []), ...(scope ? [scope] : [])].join(' · ') || MISSING,
            },
            { key: 'at', title: t('licence.at'), width: 210, render: (_, { institution }) => <Place institution={institution} /> },
            { key: 'issued', title: t('licence.issued'), width: 112, render: (_, { issuedOn }) => issuedOn ?? MISSING },
            { key: 'expires', title: t('licence.expires'), width: 112, render: (_, { expiresOn }) => expiresOn ?? MISSING },
            { key: 'period', title: t('column.period'), width: 210, render: (_, row) => period(row) },
            {
              key: 'commands',
              width: 48,
              render: (_, licence) => (
                <RowCommands
                  of={label('licenceKind', licence.kind)}
                  commands={[
                    ...(covers(licence, day)
                      ? [
                          {
                            command: 'renewLicence' as const,
                            onClick: () => show((close) => <RenewLicenceDialog person={person} licence={licence} onClose={close} />),
                          },
                          {
                            command: 'endLicence' as const,
                            danger: true,
                            onClick: () => show((close) => <EndLicenceDialog person={person} licence={licence} onClose={close} />),
                          },
                        ]
                      : []),
                    {
                      command: 'correctLicence',
                      onClick: () => show((close) => <CorrectLicenceDialog person={person} licence={licence} onClose={close} />),
                    },
                  ]}
                />
              ),
            },
          ]}
        />
      </section>
      {dialog}
    </div>
  )
}
