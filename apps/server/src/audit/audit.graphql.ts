import { AUDIT_KINDS, type AuditKind as Kind } from '@yilian/domain/audit.ts'
import type { Text } from '@yilian/domain/locale.ts'

import { unlimited } from '../access/reader.ts'
import { Actor, Change } from '../change/change.graphql.ts'
import { changesByNumber } from '../change/change.queries.ts'
import { builder } from '../graphql/builder.ts'
import { pageOf, PAGE_NOTE } from '../graphql/connection.ts'
import { loaderFor } from '../graphql/moment.ts'
import { codeEnum, inLocale, localeArg } from '../graphql/text.ts'
import { plainId } from '../graphql/node-id.ts'
import { auditEntryOf, auditPage, auditState, type AuditRow, type AuditState } from './audit.queries.ts'
import { namesOfEntry } from './audit-names.ts'
import { entryFields, entrySide, entrySubject, entrySummary, type EntryField } from './entry-words.ts'
import { AUDITED_TABLES, tableLabel } from './table-labels.ts'

const AuditKind = codeEnum<Kind>('AuditKind', 'What an entry of the audit says happened.', AUDIT_KINDS)

const AuditTable = codeEnum(
  'AuditTable',
  'The tables under audit.',
  Object.fromEntries([...AUDITED_TABLES].map(([name, label]) => [name.toUpperCase(), label])) as Record<string, Text>,
)

const AuditField = builder.objectRef<EntryField>('AuditField').implement({
  description: 'A column of a row, or a detail of an event, in words.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name in the database, in camelCase.' }),
    label: t.exposeString('label', { description: 'Its name for people.' }),
    before: t.exposeString('before', { nullable: true, description: 'What it was; null: nothing. Secrets are not shown.' }),
    after: t.exposeString('after', { nullable: true, description: 'What it is since; null: nothing. Secrets are not shown.' }),
  }),
})

const AuditEntry = builder.objectRef<AuditRow>('AuditEntry').implement({
  description: 'One thing that happened: to a row, as the database itself recorded it, or an event such as a sign-in.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Its number; counts up.' }),
    at: t.expose('at', { type: 'Instant', description: 'When.' }),
    kind: t.expose('kind', { type: AuditKind, description: 'What happened.' }),
    actor: t.field({
      type: Actor,
      nullable: true,
      description: 'Who; null where nobody said so, and where nobody is known (a failed sign-in).',
      resolve: ({ actorId, actorName }) => (actorId === null ? null : { id: actorId, name: actorName ?? actorId }),
    }),
    requestId: t.exposeString('requestId', { nullable: true, description: 'The request, as in the log.' }),
    address: t.exposeString('address', { nullable: true, description: 'The network address it came from.' }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why, as was said.' }),
    databaseUser: t.exposeString('databaseUser', { description: 'As whom the database knows who did it.' }),
    outsideApplication: t.exposeBoolean('outside', {
      description: 'It did not come from the application: a script, or somebody at the database.',
    }),
    change: t.field({
      type: Change,
      nullable: true,
      description: 'The change it was part of.',
      resolve: ({ changeId }, _, context) =>
        changeId === null
          ? null
          : loaderFor(context, 'auditChanges', null, (numbers) => changesByNumber(unlimited(context.db), numbers)).load(String(changeId)),
    }),
    table: t.string({
      nullable: true,
      description: 'The table in words; null for events.',
      args: localeArg,
      resolve: ({ tableName }, args) =>
        tableName === null ? null : inLocale(tableLabel(tableName)?.label ?? { zh: tableName, en: tableName }, args),
    }),
    subject: t.string({
      nullable: true,
      description: 'What it happened to, in words.',
      args: localeArg,
      resolve: async (row, args, context) => {
        const subject = entrySubject(row, await namesOfEntry(context, row))
        return subject && inLocale(subject, args)
      },
    }),
    summary: t.string({
      description: 'Who did what to what, from what to what, in one sentence.',
      args: localeArg,
      resolve: async (row, { locale }, context) => entrySummary(row, await namesOfEntry(context, row), locale ?? 'zh'),
    }),
    before: t.string({
      nullable: true,
      description: 'What was, field by field in one line; null where nothing was.',
      args: localeArg,
      resolve: async (row, { locale }, context) => entrySide(row, await namesOfEntry(context, row), locale ?? 'zh', 'before'),
    }),
    after: t.string({
      nullable: true,
      description: 'What is since, field by field in one line; null where nothing is.',
      args: localeArg,
      resolve: async (row, { locale }, context) => entrySide(row, await namesOfEntry(context, row), locale ?? 'zh', 'after'),
    }),
    fields: t.field({
      type: [AuditField],
      description: 'The columns that changed, or those of a row that began or ended; of an event its details.',
      args: localeArg,
      resolve: async (row, { locale }, context) => entryFields(row, await namesOfEntry(context, row), locale ?? 'zh'),
    }),
  }),
})

const AuditEntryConnection = builder.connectionObject(
  { type: AuditEntry, name: 'AuditEntryConnection', description: 'A page of the audit.' },
  { name: 'AuditEntryEdge' },
)

const AuditFilter = builder.inputType('AuditFilter', {
  description: 'Conditions on entries of the audit, all of which hold.',
  fields: (t) => ({
    search: t.string({
      description:
        'Who did it or to whom or what, by name, code or pinyin; a kind or table in words; a request, address or key as a whole. Values within rows are not searched.',
    }),
    kinds: t.field({ type: [AuditKind], description: 'Any of these kinds.' }),
    tables: t.field({ type: [AuditTable], description: 'Any of these tables.' }),
    actorId: t.id({ description: 'Who did it.' }),
    subjectId: t.id({ description: 'To whom or what it happened: a node, or a user.' }),
    requestId: t.string({ description: 'In which request.' }),
    from: t.field({ type: 'Instant', description: 'Not before.' }),
    to: t.field({ type: 'Instant', description: 'Before.' }),
    outsideApplication: t.boolean({ description: 'Only what did not come from the application; false: only what did.' }),
  }),
})

builder.queryField('auditEntry', (t) =>
  t.field({
    type: AuditEntry,
    nullable: true,
    authScopes: { may: 'audit.read' },
    description: 'An entry of the audit, by its number; null when there is none.',
    args: { id: t.arg.id({ required: true, description: 'Its number.' }) },
    resolve: (_, { id }, { db }) => auditEntryOf(db, id),
  }),
)

builder.queryField('auditEntries', (t) =>
  t.connection(
    {
      type: AuditEntry,
      authScopes: { may: 'audit.read' },
      description: `The audit, newest first. ${PAGE_NOTE}`,
      args: { filter: t.arg({ type: AuditFilter, description: 'Which entries; all when left out.' }) },
      resolve: (_, { filter, ...page }, { db }) => {
        const { tables, actorId, subjectId, ...rest } = filter ?? {}
        return auditPage(
          db,
          {
            ...rest,
            tables: tables?.map((table) => table.toLowerCase()),
            actorId: actorId == null ? null : plainId(String(actorId)),
            subjectId: subjectId == null ? null : plainId(String(subjectId)),
          },
          pageOf(page),
        )
      },
    },
    AuditEntryConnection,
  ),
)

const LastVerification = builder.objectRef<NonNullable<AuditState['lastVerification']>>('AuditLastVerification').implement({
  description: 'When the audit was verified last, and what came of it.',
  fields: (t) => ({
    at: t.expose('at', { type: 'Instant', description: 'When.' }),
    ok: t.exposeBoolean('ok', { description: 'Everything was whole.' }),
    problems: t.exposeInt('problems', { description: 'How many problems were found.' }),
  }),
})

const AuditStateType = builder.objectRef<AuditState>('AuditState').implement({
  description: 'How the audit stands.',
  fields: (t) => ({
    entries: t.exposeInt('entries', { description: 'Entries there are.' }),
    blocks: t.exposeInt('blocks', { description: 'Blocks of the chain, one for each transaction.' }),
    headNumber: t.int({ nullable: true, description: 'The number of the newest block.', resolve: ({ head }) => head?.number ?? null }),
    headHash: t.string({
      nullable: true,
      description: 'The hash of the newest block, in hex. Noted elsewhere, it proves later that nothing before it was removed.',
      resolve: ({ head }) => head?.hash ?? null,
    }),
    oldestAt: t.expose('oldestAt', { type: 'Instant', nullable: true, description: 'The oldest entry that is kept.' }),
    lastVerification: t.expose('lastVerification', { type: LastVerification, nullable: true, description: 'Null: never.' }),
  }),
})

builder.queryField('auditState', (t) =>
  t.field({
    type: AuditStateType,
    authScopes: { may: 'audit.read' },
    description: 'How many entries there are, since when, and where the chain stands.',
    resolve: (_, __, { db }) => auditState(db),
  }),
)
