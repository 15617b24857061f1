import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useDialog } from '../command/useDialog.tsx'
import { RowCommands } from '../command/CommandButton.tsx'
import { countText } from '../i18n/format.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { useLocale } from '../i18n/useLocale.ts'
import type { TableColumn } from '../table/columns.ts'
import { AllowedBy } from './AllowedBy.tsx'
import { LendQuotaDialog } from './dialogs/PoolDialogs.tsx'
import { ReturnLoanDialog } from './dialogs/ReturnQuotaDialog.tsx'
import { OpenPostDialog } from './dialogs/PostDialogs.tsx'
import { SetQuotaDialog, SetQuotaExceptionDialog } from './dialogs/QuotaDialogs.tsx'
import type { BoardRow, QuotaLineRow } from './quota-board.ts'
import styles from './Quota.module.css'
import { Standing } from './Standing.tsx'

type Column = TableColumn<BoardRow, never>

/** A line with its exception has room for its document and reason, in every column. */
const heightOf = ({ allowedBy }: QuotaLineRow): string => (allowedBy ? '64px' : '26px')

/** The columns of places and people, a line per class of posts in each, with what can be done with each line. */
export function useLineColumns(): ReturnType<typeof useDialog> & { readonly columns: Column[] } {
  const { t } = useTranslation('quota')
  const label = useCodeLabel()
  const wide = useLocale() === 'en'
  const { dialog, show } = useDialog()
  const lines = (row: BoardRow, of: (line: QuotaLineRow) => ReactNode) => (
    <div className={styles.lines} style={{ gridTemplateRows: row.classes.map(heightOf).join(' ') }}>
      {row.classes.map((line) => (
        <span key={line.postClass}>{of(line)}</span>
      ))}
    </div>
  )
  const figure = (key: 'quota' | 'borrowed' | 'given' | 'available' | 'filled' | 'outside', width = wide ? 110 : 84): Column => ({
    key,
    title: t(`column.${key}`),
    numeric: true,
    width,
    render: (row) => lines(row, (line) => countText(line[key])),
  })
  const columns: Column[] = [
    {
      key: 'postClass',
      title: t('column.postClass'),
      width: wide ? 130 : 120,
      render: (row) => lines(row, ({ postClass }) => label('postClass', postClass)),
    },
    {
      key: 'standing',
      inFile: ['over', 'exception'],
      title: t('column.standing'),
      width: wide ? 300 : 232,
      render: (row) =>
        lines(row, (line) => (
          <>
            <Standing line={line} />
            <AllowedBy line={line} />
          </>
        )),
    },
    figure('quota'),
    figure('borrowed'),
    figure('given'),
    figure('available', wide ? 120 : 92),
    figure('filled', wide ? 130 : 92),
    {
      key: 'vacancies',
      title: t('column.vacancies'),
      numeric: true,
      width: wide ? 110 : 84,
      render: (row) => lines(row, ({ vacancies }) => countText(vacancies)),
    },
    figure('outside', wide ? 130 : 92),
    {
      key: 'commands',
      title: '',
      width: 56,
      screenOnly: true,
      render: (row) =>
        lines(row, (line) => (
          <RowCommands
            of={`${row.institution.name} ${label('postClass', line.postClass)}`}
            commands={[
              {
                command: 'setQuota',
                onClick: () => show((close) => <SetQuotaDialog institution={row.institution} line={line} onClose={close} />),
              },
              {
                command: 'setQuotaException',
                onClick: () => show((close) => <SetQuotaExceptionDialog institution={row.institution} line={line} onClose={close} />),
              },
              {
                command: 'lendQuota',
                onClick: () => show((close) => <LendQuotaDialog to={row.institution} postClass={line.postClass} onClose={close} />),
              },
              ...(line.borrowed > 0 || line.given > 0
                ? [
                    {
                      command: 'returnQuota' as const,
                      onClick: () =>
                        show((close) => <ReturnLoanDialog institutionId={row.institution.id} postClass={line.postClass} onClose={close} />),
                    },
                  ]
                : []),
              {
                command: 'openPost' as const,
                onClick: () => show((close) => <OpenPostDialog institution={row.institution} postClass={line.postClass} onClose={close} />),
              },
            ]}
          />
        )),
    },
  ]
  return { dialog, show, columns }
}
