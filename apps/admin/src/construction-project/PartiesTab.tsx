import { Table } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import page from '../alliance/AlliancePage.module.css'
import { useDialog } from '../command/useDialog.tsx'
import { MISSING } from '../i18n/format.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { CommandButton, RowCommands } from '../command/CommandButton.tsx'
import { ContractDialog } from './dialogs/ContractDialog.tsx'
import { WithdrawDialog } from './dialogs/WithdrawDialog.tsx'
import { NoRecords } from '../table/NoRecords.tsx'
import styles from './Project.module.css'
import type { ContractRow, ProjectOnPage } from './project-page.ts'
import { AmountHead, MoneyUnitSwitch, useMoney } from './useMoney.tsx'

/** 参建单位: who is in charge of what, and what was agreed with them. */
export function PartiesTab({ project }: { readonly project: ProjectOnPage }): ReactNode {
  const { t } = useTranslation('project')
  const label = useCodeLabel()
  const { money } = useMoney()
  const { dialog, show } = useDialog()
  return (
    <div className={page.tab}>
      <section className={page.panel} aria-label={t('parties.title')}>
        <h2>
          {t('parties.title')}
          <span className={styles.end}>
            <MoneyUnitSwitch />
            <CommandButton
              command="recordContract"
              small
              onClick={() => show((close) => <ContractDialog project={project} existing={null} onClose={close} />)}
            />
          </span>
        </h2>
        <Table<ContractRow>
          aria-label={t('parties.title')}
          size="small"
          rowKey="id"
          dataSource={project.contracts}
          pagination={false}
          scroll={{ x: 1080 }}
          locale={{ emptyText: <NoRecords text={t('parties.none')} /> }}
          columns={[
            { title: t('parties.role'), width: 110, render: (_, { role }) => label('projectPartyRole', role) },
            { title: t('parties.party'), rowScope: 'row', render: (_, { party }) => party },
            { title: t('parties.number'), width: 140, render: (_, { number }) => number ?? MISSING },
            { title: t('parties.signed'), width: 110, render: (_, { signedOn }) => signedOn ?? MISSING },
            { title: <AmountHead title={t('parties.amount')} />, align: 'end', width: 124, render: (_, { amount }) => money(amount) },
            { title: <AmountHead title={t('parties.value')} />, align: 'end', width: 124, render: (_, { value }) => money(value) },
            {
              title: t('parties.period'),
              width: 200,
              render: (_, { startsOn, endsOn }) => (startsOn || endsOn ? `${startsOn ?? MISSING} – ${endsOn ?? MISSING}` : MISSING),
            },
            {
              title: t('parties.changes'),
              width: 90,
              render: (_, { changes }) => (changes.length === 0 ? MISSING : t('parties.changesOf', { count: changes.length })),
            },
            {
              key: 'commands',
              width: 44,
              render: (_, contract) => (
                <RowCommands
                  of={contract.party}
                  commands={[
                    {
                      command: 'correctContract',
                      onClick: () => show((close) => <ContractDialog project={project} existing={contract} onClose={close} />),
                    },
                    {
                      command: 'withdrawProjectRecord',
                      danger: true,
                      onClick: () =>
                        show((close) => (
                          <WithdrawDialog
                            project={project}
                            record={{ id: contract.id, version: contract.version, name: contract.party }}
                            onClose={close}
                          />
                        )),
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
