import {
  IMPORT_COLUMNS,
  IMPORT_KINDS,
  IMPORT_ROW_STATES,
  IMPORT_STATES,
  type ImportColumn as ImportColumnValue,
} from '@yilian/domain/import-run.ts'
import { message } from '@yilian/domain/messages.ts'
import { shownCell } from './personal-cells.ts'
import type { Text } from '@yilian/domain/locale.ts'

import { InputRefusedType, IssueType } from '../command/command.graphql.ts'
import { CommandRefused, type InputRefused } from '../command/run-command.ts'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { loaderFor } from '../graphql/moment.ts'
import { uuidOf } from '../graphql/node-id.ts'
import { codeEnum, inLocale, localeArg } from '../graphql/text.ts'
import { PAGE_LIMIT } from '../list/keyset.ts'
import type { ImportAsker } from './import-api.ts'
import { importRowPage, importRunsByIds, latestImportRuns, type ImportRun as ImportRunRow, type StoredRow } from './import-run.queries.ts'

const ImportKind = codeEnum('ImportKind', 'What is imported.', IMPORT_KINDS)
const ImportState = codeEnum(
  'ImportState',
  'How far an import is. CHECKED waits for the operator; DONE, FAILED and CANCELLED are the end.',
  IMPORT_STATES,
)
const ImportRowState = codeEnum('ImportRowState', 'What is to happen, or happened, with a row.', IMPORT_ROW_STATES)

const ImportColumn = builder.objectRef<ImportColumnValue>('ImportColumn').implement({
  description: 'A column of the file.',
  fields: (t) => ({
    header: t.exposeString('header', { description: 'Its header, unique within the file.' }),
    field: t.exposeString('field', { nullable: true, description: 'The field it is read as; null: it is not read.' }),
    sample: t.exposeString('sample', { nullable: true, description: 'What its first row has there.' }),
  }),
})

interface ImportFieldValue {
  readonly field: string
  readonly label: Text
  readonly required: boolean
}

const ImportField = builder.objectRef<ImportFieldValue>('ImportField').implement({
  description: 'A field that a column can be read as. Issues of a row have it as their path.',
  fields: (t) => ({
    field: t.exposeString('field', { description: 'Its name.' }),
    label: t.string({ description: 'Its name in words.', args: localeArg, resolve: ({ label }, args) => inLocale(label, args) }),
    required: t.exposeBoolean('required', { description: 'What is new cannot be without it.' }),
  }),
})

const ImportRow = builder.objectRef<StoredRow>('ImportRow').implement({
  description: 'A row of the file, judged.',
  fields: (t) => ({
    row: t.exposeInt('row', { description: 'Its number as the program that wrote the file shows it.' }),
    cells: t.stringList({
      description: 'Its cells, one per column; empty where it has none.',
      resolve: ({ cells }, _, { keys }) => cells.map((cell) => shownCell(keys, cell)),
    }),
    state: t.field({
      type: ImportRowState,
      description: 'What is to happen, or happened, with it.',
      resolve: ({ state }) => state ?? 'SKIPPED',
    }),
    issues: t.field({
      type: [IssueType],
      description: 'What is wrong with it; the path is the field of the cell, empty for the row as a whole.',
      resolve: ({ issues }) => [...issues],
    }),
  }),
})

interface RowPage {
  readonly rows: readonly StoredRow[]
  readonly nextAfter: number | null
}

const ImportRowPage = builder.objectRef<RowPage>('ImportRowPage').implement({
  description: 'Rows in the order of the file.',
  fields: (t) => ({
    rows: t.field({ type: [ImportRow], description: 'The rows.', resolve: ({ rows }) => [...rows] }),
    nextAfter: t.exposeInt('nextAfter', { nullable: true, description: 'Ask on with it as `after`; null at the end.' }),
  }),
})

export const ImportRun = builder.objectRef<ImportRunRow>('ImportRun')

const ROWS_DEFAULT = 50

builder.node(ImportRun, {
  description:
    'A file on its way into the system. It is read and checked first: what would happen to each row is known before anything is written.',
  id: { resolve: ({ id }) => id },
  loadManyWithoutCache: async (ids, context) => {
    const found = await importRunsByIds(context, ids)
    return ids.map((id) => found.get(id) ?? null)
  },
  fields: (t) => ({
    kind: t.field({ type: ImportKind, description: 'What is imported.', resolve: ({ kind }) => kind }),
    fileName: t.exposeString('fileName', { description: 'The name of the file as it was uploaded.' }),
    countyCode: t.exposeString('countyCode', { description: 'Six digits: the county within which names are looked up.' }),
    state: t.field({ type: ImportState, description: 'How far it is.', resolve: ({ state }) => state }),
    rowsTotal: t.exposeInt('rowsTotal', { description: 'Rows of the file read so far, without its header.' }),
    rowsDone: t.exposeInt('rowsDone', { description: 'Rows checked or written so far.' }),
    rowsRight: t.exposeInt('rowsRight', { description: 'Rows that would change something, or did.' }),
    rowsWrong: t.exposeInt('rowsWrong', { description: 'Rows that are wrong.' }),
    rowsUnchanged: t.exposeInt('rowsUnchanged', { description: 'Rows that say what is recorded already.' }),
    columns: t.field({
      type: [ImportColumn],
      description: 'The columns of the file and what they are read as.',
      resolve: ({ columns }) => [...columns],
    }),
    fields: t.field({
      type: [ImportField],
      description: 'What a column can be read as.',
      resolve: ({ kind }) =>
        Object.entries(IMPORT_COLUMNS[kind]).map(([field, { label, required }]) => ({ field, label, required: required ?? false })),
    }),
    rows: t.field({
      type: ImportRowPage,
      description: `Rows that have been judged. At most ${PAGE_LIMIT} a page.`,
      args: {
        wrongOnly: t.arg.boolean({ defaultValue: false, description: 'Only those that are wrong.' }),
        first: t.arg.int({ defaultValue: ROWS_DEFAULT, description: 'How many.' }),
        after: t.arg.int({ description: 'Those with a higher number.' }),
      },
      resolve: ({ id, columns }, { wrongOnly, first, after }, { db }) =>
        importRowPage(db, id, {
          wrongOnly: wrongOnly ?? false,
          first: Math.min(Math.max(first ?? ROWS_DEFAULT, 0), PAGE_LIMIT),
          after: after ?? 0,
          width: columns.length,
        }),
    }),
    failure: t.string({
      nullable: true,
      description: 'Why it failed, or why rows that were right when checked could not be written; null where nothing went wrong.',
      args: localeArg,
      resolve: ({ failure }, { locale }) => (failure ? message(failure.code, failure.params, locale ?? 'zh') : null),
    }),
    createdAt: t.expose('createdAt', { type: 'Instant', description: 'When the file came.' }),
    finishedAt: t.expose('finishedAt', { type: 'Instant', nullable: true, description: 'When it ended.' }),
  }),
})

function importRunLoader(context: Context) {
  return loaderFor(context, 'importRunsByIds', null, (ids) => importRunsByIds(context, ids))
}

builder.queryFields((t) => ({
  importRun: t.field({
    type: ImportRun,
    nullable: true,
    authScopes: { may: 'importRun.run' },
    description: 'One import of a county of one’s own, or that the viewer began; null when there is none.',
    args: { id: t.arg.id({ required: true, description: 'Its id.' }) },
    resolve: (_, { id }, context) => importRunLoader(context).load(uuidOf(id)),
  }),
  importRuns: t.field({
    type: [ImportRun],
    authScopes: { may: 'importRun.run' },
    description: `The latest imports of the kinds and counties that the viewer imports; of who reports for institutions, the own ones. At most ${PAGE_LIMIT}.`,
    args: { first: t.arg.int({ defaultValue: 20, description: 'How many.' }) },
    resolve: (_, { first }, context) => latestImportRuns(context, Math.min(Math.max(first ?? 20, 0), PAGE_LIMIT)),
  }),
}))

const ImportStarted = builder.unionType('ImportStarted', {
  description: 'The import as it is now, or why it was refused.',
  types: [ImportRun, InputRefusedType],
  resolveType: (value) => ('issues' in value ? 'InputRefused' : 'ImportRun'),
})

/** What goes on after the request knows of it no more than this. */
function askerOf({ db, actor, access, requestId, address = null, log }: Context): ImportAsker {
  return { db, actor, access, requestId, address, log }
}

/** The import after an action on it, or the refusal. */
async function started(context: Context, action: Promise<string>): Promise<ImportRunRow | InputRefused> {
  try {
    const id = await action
    return (await importRunsByIds(context, [id])).get(id)!
  } catch (error) {
    if (error instanceof CommandRefused) return { outcome: 'InputRefused', issues: error.issues }
    throw error
  }
}

const StartImportInput = builder.inputType('StartImportInput', {
  description: 'A file to import.',
  fields: (t) => ({
    kind: t.field({ type: ImportKind, required: true, description: 'What is imported.' }),
    file: t.field({
      type: 'Upload',
      required: true,
      description: 'Excel (.xlsx) or CSV, at most 32 MB and 20,000 rows; of a project package JSON.',
    }),
    countyCode: t.string({ required: true, description: 'Six digits: the county within which names are looked up.' }),
  }),
})

const ImportColumnInput = builder.inputType('ImportColumnInput', {
  description: 'What a column is to be read as.',
  fields: (t) => ({
    header: t.string({ required: true, description: 'Its header.' }),
    field: t.string({ description: 'The field; null: it is not read.' }),
  }),
})

const idArg = { required: true, description: 'The import.' } as const

builder.mutationFields((t) => ({
  startImport: t.field({
    type: ImportStarted,
    authScopes: { may: 'importRun.run' },
    description:
      'Takes a file, reads it and checks every row by trying it; nothing is written. It goes on after the answer: ask `importRun` how far it is.',
    args: { input: t.arg({ type: StartImportInput, required: true, description: 'The file.' }) },
    resolve: async (_, { input: { kind, file, countyCode } }, context) => {
      const data = new Uint8Array(await file.arrayBuffer())
      return started(context, context.imports.start({ kind, countyCode, fileName: file.name, data }, askerOf(context)))
    },
  }),
  remapImport: t.field({
    type: ImportStarted,
    authScopes: { may: 'importRun.run' },
    description: 'Says what the columns are to be read as, and checks the rows anew. Columns that are not named are not read.',
    args: {
      id: t.arg.id(idArg),
      columns: t.arg({ type: [ImportColumnInput], required: true, description: 'What the columns are read as.' }),
    },
    resolve: (_, { id, columns }, context) =>
      started(
        context,
        context.imports.remap(
          uuidOf(id),
          columns.map(({ header, field }) => ({ header, field: field ?? null })),
          askerOf(context),
        ),
      ),
  }),
  commitImport: t.field({
    type: ImportStarted,
    authScopes: { may: 'importRun.run' },
    description:
      'Writes the rows, all or none. Refused while a chosen row is wrong; a row that became wrong since the check stops it, and nothing is written.',
    args: { id: t.arg.id(idArg), rows: t.arg.intList({ description: 'Only these rows, by number; all when left out.' }) },
    resolve: (_, { id, rows }, context) => started(context, context.imports.commit(uuidOf(id), rows ?? null, askerOf(context))),
  }),
  cancelImport: t.field({
    type: ImportStarted,
    authScopes: { may: 'importRun.run' },
    description: 'Gives the import up. What it was writing is not written.',
    args: { id: t.arg.id(idArg) },
    resolve: (_, { id }, context) => started(context, context.imports.cancel(uuidOf(id), askerOf(context))),
  }),
}))
