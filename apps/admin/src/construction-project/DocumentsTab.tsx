import { Empty, Table } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import page from '../alliance/AlliancePage.module.css'
import { useDialog } from '../command/useDialog.tsx'
import { DocumentTable } from '../document/DocumentTable.tsx'
import { countText, decimalText, MISSING } from '../i18n/format.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { CommandButton, RowCommands } from '../command/CommandButton.tsx'
import { ApprovalDialog } from './dialogs/ApprovalDialog.tsx'
import { WithdrawDialog } from './dialogs/WithdrawDialog.tsx'
import { NoRecords } from '../table/NoRecords.tsx'
import styles from './Project.module.css'
import type { ApprovalRow, ProjectOnPage } from './project-page.ts'
import { AmountHead, MoneyUnitSwitch, useMoney } from './useMoney.tsx'

/** 批复文件: approvals and permits in the order of the gates, the final account among them, and the documents that are cited. */
export function DocumentsTab({ project }: { readonly project: ProjectOnPage }): ReactNode {
  const { t } = useTranslation('project')
  const label = useCodeLabel()
  const { money } = useMoney()
  const { dialog, show } = useDialog()
  return (
    <div className={page.tab}>
      <section className={page.panel} aria-label={t('documents.approvals')}>
        <h2>
          {t('documents.approvals')}
          <span className={styles.end}>
            <MoneyUnitSwitch />
            <CommandButton
              command="recordApproval"
              small
              onClick={() => show((close) => <ApprovalDialog project={project} existing={null} onClose={close} />)}
            />
          </span>
        </h2>
        <Table<ApprovalRow>
          aria-label={t('documents.approvals')}
          size="small"
          rowKey="id"
          dataSource={project.approvals}
          pagination={false}
          scroll={{ x: 940 }}
          locale={{ emptyText: <NoRecords text={t('documents.noApprovals')} /> }}
          columns={[
            { title: t('documents.gate'), width: 180, rowScope: 'row', render: (_, { stage }) => label('projectStage', stage) },
            { title: t('documents.number'), render: (_, { number }) => number ?? MISSING },
            { title: t('documents.authority'), width: 180, render: (_, { authority }) => authority ?? MISSING },
            { title: t('documents.on'), width: 110, render: (_, { approvedOn }) => approvedOn ?? MISSING },
            {
              title: <AmountHead title={t('documents.investment')} />,
              align: 'end',
              width: 140,
              render: (_, { investment }) => money(investment),
            },
            { title: `${t('documents.area')} ${t('unit.area')}`, align: 'end', width: 110, render: (_, { area }) => decimalText(area) },
            { title: t('documents.beds'), align: 'end', width: 80, render: (_, { beds }) => countText(beds) },
            {
              key: 'commands',
              width: 44,
              render: (_, approval) => {
                const of = [label('projectStage', approval.stage), approval.number].filter(Boolean).join(' ')
                return (
                  <RowCommands
                    of={of}
                    commands={[
                      {
                        command: 'correctApproval',
                        onClick: () => show((close) => <ApprovalDialog project={project} existing={approval} onClose={close} />),
                      },
                      {
                        command: 'withdrawProjectRecord',
                        danger: true,
                        onClick: () =>
                          show((close) => (
                            <WithdrawDialog
                              project={project}
                              record={{ id: approval.id, version: approval.version, name: of }}
                              onClose={close}
                            />
                          )),
                      },
                    ]}
                  />
                )
              },
            },
          ]}
        />
      </section>
      <section className={page.panel} aria-label={t('documents.cited')}>
        <h2>{t('documents.cited')}</h2>
        <DocumentTable
          documents={project.documents}
          empty={<Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('documents.noCited')} />}
          onRevise={undefined}
        />
      </section>
      {dialog}
    </div>
  )
}
