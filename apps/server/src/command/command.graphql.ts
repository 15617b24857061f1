import type { InputFieldBuilder, InputFieldMap } from '@pothos/core'

import type { Permission } from '@yilian/domain/access/permission.ts'
import { COMMANDS, type CommandKey } from '@yilian/domain/commands.ts'
import { message } from '@yilian/domain/messages.ts'
import type { Issue } from '@yilian/domain/issue.ts'
import type { Text } from '@yilian/domain/locale.ts'

import { Change, changeByNumber, changeSeen, Effect } from '../change/change.graphql.ts'
import { builder, type Types } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { now } from '../graphql/moment.ts'
import { uuidOf } from '../graphql/node-id.ts'
import { inLocale, localeArg } from '../graphql/text.ts'
import { alliancesByIds } from '../alliance/alliance.queries.ts'
import { Alliance } from '../alliance/alliance.ref.ts'
import { projectsByIds } from '../construction-project/construction-project.queries.ts'
import { ConstructionProject } from '../construction-project/construction-project.ref.ts'
import { institutionsByIds } from '../institution/institution.queries.ts'
import { Institution } from '../institution/institution.ref.ts'
import { PolicyDocument, policyDocumentById } from '../policy-document/policy-document.graphql.ts'
import { NAMES_BY_ID } from './input-ids.ts'
import {
  runCommand,
  type ChangePreview,
  type ChangeRecorded,
  type CommandBody,
  type CommandInput,
  type CommandName,
  type CommandOutcome,
  type InputRefused,
  type StaleVersion,
} from './run-command.ts'

export const IssueType = builder.objectRef<Issue>('Issue').implement({
  description: 'One thing that is wrong with an input.',
  fields: (t) => ({
    path: t.exposeString('path', { description: 'The field, as `institutionId` or `stretches.0.validTo`; empty for the whole.' }),
    code: t.exposeString('code', { description: 'What is wrong, for programs.' }),
    message: t.string({
      description: 'What happened, why, and what to do.',
      args: localeArg,
      resolve: (one, { locale }) => message(one.code, one.params, locale ?? 'zh'),
    }),
  }),
})

export const firstArg = builder.args((t) => ({ first: t.int({ description: 'The first so many; all when left out.' }) }))

export function firstOf<T>(all: readonly T[], first: number | null | undefined): T[] {
  return all.slice(0, first == null ? all.length : Math.max(first, 0))
}

export const ChangeRecordedType = builder.objectRef<ChangeRecorded>('ChangeRecorded').implement({
  description: 'The command was carried out.',
  fields: (t) => ({
    change: t.field({
      type: Change,
      description: 'What was recorded.',
      resolve: ({ changeNumber }, _, context) => changeByNumber(context, changeNumber),
    }),
    institutions: t.field({
      type: [Institution],
      description: 'The institutions concerned, as of today.',
      args: firstArg,
      resolve: async ({ institutionIds }, { first }, context) =>
        firstOf([...(await institutionsByIds(context, institutionIds, now(context))).values()], first),
    }),
    alliances: t.field({
      type: [Alliance],
      description: 'The alliances concerned, as of today.',
      args: firstArg,
      resolve: async ({ allianceIds }, { first }, context) =>
        firstOf([...(await alliancesByIds(context, allianceIds, now(context))).values()], first),
    }),
    projects: t.field({
      type: [ConstructionProject],
      description: 'The construction projects concerned, as of today.',
      args: firstArg,
      resolve: async ({ projectIds }, { first }, context) =>
        firstOf([...(await projectsByIds(context, projectIds, now(context))).values()], first),
    }),
    document: t.field({
      type: PolicyDocument,
      nullable: true,
      description: 'The document, when a document was recorded or revised.',
      resolve: ({ otherIds }, _, context) => policyDocumentById(context, otherIds[0] ?? null),
    }),
  }),
})

const ChangePreviewType = builder.objectRef<ChangePreview>('ChangePreview').implement({
  description: 'With `validateOnly`: the command would be carried out with this effect. Nothing was recorded.',
  fields: (t) => ({
    effects: t.field({ type: [Effect], description: 'What would change, fact by fact.', resolve: ({ effects }) => [...effects] }),
  }),
})

export const InputRefusedType = builder.objectRef<InputRefused>('InputRefused').implement({
  description: 'The command was refused for what is wrong with it. Nothing was recorded.',
  fields: (t) => ({
    issues: t.field({ type: [IssueType], description: 'Everything that is wrong.', resolve: ({ issues }) => [...issues] }),
  }),
})

const StaleVersionType = builder.objectRef<StaleVersion>('StaleVersion').implement({
  description:
    'The thing was changed after the version the command was based on (of an undo: after the change itself). Nothing was recorded. Look at what was done, then try again on the current version.',
  fields: (t) => ({
    baseVersion: t.exposeInt('baseVersion', { description: 'The version the command was based on.' }),
    currentVersion: t.exposeInt('currentVersion', { description: 'The version now.' }),
    changes: t.field({
      type: [Change],
      description: 'What was done since, newest first; what is not seen is left out.',
      resolve: async ({ changeNumbers }, _, context) =>
        (await Promise.all(changeNumbers.map(async (number) => changeSeen(context, number)))).filter((change) => change !== null),
    }),
    message: t.string({
      description: 'What happened and what to do.',
      args: localeArg,
      resolve: ({ of }, args) => inLocale(STALE[of], args),
    }),
  }),
})

const STALE: Readonly<Record<StaleVersion['of'], Text>> = {
  THING: {
    zh: '您打开之后，这条记录已被他人更改。请查看更改内容，确认后再提交。',
    en: 'This was changed by someone after you opened it. Look at what was done, then submit again.',
  },
  CHANGE: {
    zh: '此后又有变更涉及同一记录，不能直接撤回。请先撤回后来的变更，或直接更正记录。',
    en: 'Later changes touched the same records, so it cannot be undone as it is. Undo those first, or correct the records.',
  },
}

export const CommandResult = builder.unionType('CommandResult', {
  description: 'Carried out, tried, refused, or out of date. Refusals are answers, not errors.',
  types: [ChangeRecordedType, ChangePreviewType, InputRefusedType, StaleVersionType],
  resolveType: (value) => (value as CommandOutcome).outcome,
})

export type Fields = InputFieldBuilder<Types, 'InputObject'>

/** The fields that every command has. A correction has no effective day: its stretches say when. */
const commonFields = (t: Fields) => ({
  note: t.string({ description: 'Why, in a few words, for the history. At most 1,000 characters.' }),
  validateOnly: t.boolean({ description: 'Try it: answers the effect or the refusal and records nothing.' }),
})

const citedField = (t: Fields) => ({ documentId: t.id({ description: 'The document it is based on, a `PolicyDocument` id.' }) })

const effectiveField = (t: Fields) => ({
  effectiveOn: t.field({ type: 'Date', required: true, description: 'The first day on which it is so.' }),
})

/** The version of the fact a command is based on; a later change refuses it as stale. */
export const baseVersionField = (t: Fields, of: string) =>
  t.int({ required: true, description: `The \`version\` of the ${of} as it was when the operator looked.` })

export interface CommandDefinition<I extends CommandInput> {
  readonly name: CommandKey
  readonly description: string
  /** It says what truly was, not what is from a day on. */
  readonly correction?: boolean
  /** It takes effect on a day: everything but corrections and what is recorded of a month or a meeting. */
  readonly dated?: boolean
  /** It can be based on a document: every command but those on documents, whose `documentId` is their own. */
  readonly cites?: boolean
  /** See `CommandName`. */
  readonly fieldOf?: Readonly<Record<string, string>>
  readonly fields: (t: Fields) => InputFieldMap
  /** The transaction's work, from the input with its ids read. */
  readonly body: (input: I, context: Context) => CommandBody
}

/**
 * Adds a command to the API: the input type with the fields every command has, and the mutation that runs it. Whatever the
 * command, the answer is a `CommandResult`.
 */
export function defineCommand<I extends CommandInput>({
  name,
  description,
  correction = false,
  dated = !correction,
  cites = true,
  fieldOf = {},
  fields,
  body,
}: CommandDefinition<I>): void {
  const input = builder.inputType(`${name[0]!.toUpperCase()}${name.slice(1)}Input`, {
    description,
    fields: (t) => ({ ...fields(t), ...(dated ? effectiveField(t) : {}), ...(cites ? citedField(t) : {}), ...commonFields(t) }),
  })
  builder.mutationField(name, (t) =>
    t.field({
      type: CommandResult,
      authScopes: mayDo(name),
      description,
      args: { input: t.arg({ type: input, required: true, description: 'What to do.' }) },
      resolve: (_, args, context) => {
        const given = plainIds(args.input) as I
        const named: CommandName = { command: name, correction, cites, fieldOf }
        // Of several commands in one request, none may be answered with what was read before it.
        context.loaders.clear()
        return runCommand(context, named, given, body(given, context))
      },
    }),
  )
}

const COUNTY = /^\d{6}$/

/** What it takes to do a command; what an undo takes is known when it is known what is undone. */
function mayDo(name: CommandKey): { may: Permission } | { signedIn: true } {
  const { needs } = COMMANDS[name]
  return needs === null ? { signedIn: true } : { may: needs }
}

/**
 * Global ids of nodes (`Type:uuid` in base64) become the uuid; the command refuses one that names nothing. The scope of a grant may be a
 * county, whose code is its id.
 */
function plainIds(value: unknown, key = ''): unknown {
  if (typeof value === 'string' && NAMES_BY_ID.test(key)) return key === 'scopeId' && COUNTY.test(value) ? value : uuidOf(value)
  if (Array.isArray(value)) return value.map((one) => plainIds(one, key))
  // A file that is uploaded stays what it is.
  if (value !== null && typeof value === 'object' && 'arrayBuffer' in value) return value
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plainIds(inner, name)]))
  return value
}
