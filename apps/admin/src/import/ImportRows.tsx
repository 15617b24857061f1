import { Alert, Button, Checkbox, Popconfirm, Table } from 'antd'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { IMPORT_ROW_STATES } from '@yilian/domain/import-run.ts'
import { useTranslation } from 'react-i18next'
import { useClient, useMutation, useQuery } from 'urql'
import { QueryView } from '../client/QueryView.tsx'
import type { ImportRowsQuery } from '../graphql/graphql.ts'
import { countText, MISSING } from '../i18n/format.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { FactCard } from '../shell/FactCard.tsx'
import { StateTag, type StateTone } from '../theme/StateTag.tsx'
import styles from './Import.module.css'
import { CommitImportDocument, ImportRowsDocument, type ImportRun } from './import-run.ts'
import { rightRows } from './right-rows.ts'
import { issuesByColumn } from './mapping.ts'

type Row = NonNullable<ImportRowsQuery['importRun']>['rows']['rows'][number]

const TONES: Readonly<Record<Row['state'], StateTone>> = {
  NEW: 'green',
  CHANGED: 'blue',
  UNCHANGED: 'grey',
  WRONG: 'red',
  WRITTEN: 'green',
  SKIPPED: 'grey',
}
const PAGE = 100
/** Wide enough for a value, and for the sentence that says what is wrong with one. */
const [CELL, TOLD] = [150, 280]

interface ImportRowsProps {
  readonly run: ImportRun
  readonly onChanged: () => void
}

/** The rows with what is wrong at the very cell, and the decision to write: all, the right ones, or chosen ones. */
export function ImportRows({ run, onChanged }: ImportRowsProps): ReactNode {
  const { t } = useTranslation('import')
  const { t: shell } = useTranslation('shell')
  const locale = useLocale()
  const { wrong = false } = useSearch({ from: '/import/$id' })
  const navigate = useNavigate({ from: '/import/$id' })
  const [pages, setPages] = useState<readonly (number | null)[]>([null])
  const [chosen, setChosen] = useState<readonly number[]>([])
  const query = useQuery({
    query: ImportRowsDocument,
    variables: { id: run.id, wrongOnly: wrong, first: PAGE, after: pages.at(-1) ?? null, locale },
  })
  const only = (wrongOnly: boolean) => {
    setPages([null])
    void navigate({ search: (before) => ({ ...before, wrong: wrongOnly || undefined }), replace: true })
  }
  return (
    <FactCard
      wide
      title={t('rows.title')}
      extra={
        <Checkbox checked={wrong} onChange={({ target }) => only(target.checked)}>
          {t('rows.wrongOnly')}
          {shell('bracket', { text: countText(run.rowsWrong) })}
        </Checkbox>
      }
    >
      {run.state === 'CHECKED' && <Decision run={run} chosen={chosen} onChanged={onChanged} />}
      <QueryView query={query}>
        {({ importRun }) => (
          <>
            <RowTable run={run} rows={importRun?.rows.rows ?? []} wrongOnly={wrong} chosen={chosen} onChoose={setChosen} />
            <div className={styles.pager}>
              {pages.length > 1 && (
                <Button size="small" onClick={() => setPages(pages.slice(0, -1))}>
                  {t('rows.previous')}
                </Button>
              )}
              {importRun?.rows.nextAfter != null && (
                <Button size="small" onClick={() => setPages([...pages, importRun.rows.nextAfter ?? null])}>
                  {t('rows.next')}
                </Button>
              )}
            </div>
          </>
        )}
      </QueryView>
    </FactCard>
  )
}

interface DecisionProps extends ImportRowsProps {
  readonly chosen: readonly number[]
}

function Decision({ run, chosen, onChanged }: DecisionProps): ReactNode {
  const { t } = useTranslation('import')
  const client = useClient()
  const locale = useLocale()
  const [{ fetching, data }, commit] = useMutation(CommitImportDocument)
  const write = (rows: readonly number[] | null) =>
    void commit({ id: run.id, rows: rows === null ? null : [...rows], locale }).then(onChanged)
  const writeRight = async () => {
    const rows = await rightRows(client, run.id)
    if (rows !== null) write(rows)
  }
  const refused = data?.commitImport.__typename === 'InputRefused' ? data.commitImport.issues : []
  const right = run.rowsRight
  const button = (label: string, onClick?: () => void) => (
    <Button type="primary" loading={fetching} {...(onClick ? { onClick } : {})}>
      {label}
    </Button>
  )
  return (
    <div style={{ marginBottom: 12, display: 'grid', gap: 8 }}>
      {run.rowsWrong > 0 && <Alert type="warning" showIcon title={t('commit.wrong', { count: run.rowsWrong })} />}
      {refused.map(({ code, message }) => (
        <Alert key={code + message} type="error" showIcon title={message} />
      ))}
      <div className={styles.rowsHead}>
        {right === 0 && <span className={styles.faint}>{t('commit.nothing')}</span>}
        {right > 0 && chosen.length > 0 && button(t('commit.chosen', { count: chosen.length }), () => write(chosen))}
        {right > 0 && chosen.length === 0 && run.rowsWrong === 0 && button(t('commit.all', { count: right }), () => write(null))}
        {right > 0 && chosen.length === 0 && run.rowsWrong > 0 && (
          <Popconfirm title={t('commit.confirm', { wrong: run.rowsWrong, right })} onConfirm={() => void writeRight()}>
            {button(t('commit.right', { count: right }))}
          </Popconfirm>
        )}
        <Link to="/import" search={(before) => ({ ...before, kind: run.kind })}>
          {t('commit.fix')}
        </Link>
      </div>
    </div>
  )
}

interface RowTableProps {
  readonly run: ImportRun
  readonly rows: readonly Row[]
  readonly wrongOnly: boolean
  readonly chosen: readonly number[]
  readonly onChoose: (rows: readonly number[]) => void
}

function RowTable({ run, rows, wrongOnly, chosen, onChoose }: RowTableProps): ReactNode {
  const { t } = useTranslation('import')
  const { t: shell } = useTranslation('shell')
  const locale = useLocale()
  const placed = new Map(rows.map((row) => [row.row, issuesByColumn(row.issues, run.columns)]))
  const widths = run.columns.map((_, at) => ([...placed.values()].some(({ cells }) => cells.has(at)) ? TOLD : CELL))
  return (
    <Table<Row>
      aria-label={t('rows.title')}
      size="small"
      pagination={false}
      rowKey="row"
      dataSource={[...rows]}
      scroll={{ x: widths.reduce((sum, width) => sum + width, 276) }}
      sticky={{ getContainer: () => document.getElementById('main') ?? window }}
      locale={{ emptyText: wrongOnly ? t('rows.noneWrong') : t('rows.none') }}
      {...(run.state === 'CHECKED'
        ? {
            rowSelection: {
              columnWidth: 40,
              selectedRowKeys: [...chosen],
              preserveSelectedRowKeys: true,
              onChange: (keys) => onChoose(keys.map(Number)),
              getCheckboxProps: ({ state }) => ({ disabled: state === 'WRONG' || state === 'UNCHANGED' }),
            },
          }
        : {})}
      columns={[
        {
          key: 'row',
          title: t('rows.number'),
          width: 64,
          fixed: 'start',
          align: 'end',
          rowScope: 'row',
          render: (_, { row }) => countText(row),
        },
        {
          key: 'state',
          title: t('rows.result'),
          width: 172,
          fixed: 'start',
          render: (_, { row, state }) => (
            <>
              <StateTag tone={TONES[state]}>{IMPORT_ROW_STATES[state][locale]}</StateTag>
              {placed.get(row)?.row.map(({ path, code, message }) => (
                <div key={path + code + message} className={styles.message}>
                  {/* Of a document the place is a JSON pointer, which has no column. */}
                  {path.startsWith('/') && !message.startsWith(path) ? shell('colon', { label: path, text: message }) : message}
                </div>
              ))}
            </>
          ),
        },
        ...run.columns.map(({ header, field }, at) => ({
          key: header,
          title: (
            <span className={field === null ? styles.faint : undefined}>
              {header}
              {field === null ? shell('bracket', { text: t('columns.none') }) : ''}
            </span>
          ),
          width: widths[at]!,
          render: (_: unknown, { row, cells }: Row) => <Cell text={cells[at]} issues={placed.get(row)?.cells.get(at) ?? []} />,
        })),
      ]}
    />
  )
}

function Cell({ text, issues }: { readonly text: string | undefined; readonly issues: readonly Row['issues'][number][] }): ReactNode {
  return (
    <>
      <span className={issues.length > 0 ? styles.cellWrong : undefined}>{text === undefined || text === '' ? MISSING : text}</span>
      {issues.map(({ code, message }) => (
        <div key={code + message} className={styles.message}>
          {message}
        </div>
      ))}
    </>
  )
}
