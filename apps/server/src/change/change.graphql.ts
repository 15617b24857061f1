import { EFFECTS_SHOWN } from '@yilian/database/effects.ts'
import { isInTime } from '@yilian/domain/commands.ts'
import type { Text } from '@yilian/domain/locale.ts'

import { builder } from '../graphql/builder.ts'
import { pageOf, PAGE_NOTE } from '../graphql/connection.ts'
import type { Context } from '../graphql/context.ts'
import { loaderFor, present } from '../graphql/moment.ts'
import { uuidOf } from '../graphql/node-id.ts'
import { codeEnum, inLocale, localeArg } from '../graphql/text.ts'
import { BadPage } from '../list/keyset.ts'
import { PolicyDocument, policyDocumentById } from '../policy-document/policy-document.graphql.ts'
import {
  accountsByNumber,
  changeNumberOf,
  changePage,
  changesByNumber,
  effectCountsSeen,
  effectsByNumber,
  type ChangeRow,
} from './change.queries.ts'
import { commandSummary } from './command-label.ts'
import { FACT_LABELS } from './fact-labels.ts'
import { EFFECT_SIDES, stretchesOf, type Effect as DescribedEffect, type EffectStretch as DescribedStretch } from './describe.ts'

export const FactKind = codeEnum('FactKind', 'The kinds of facts the system keeps in time.', FACT_LABELS)

export const Actor = builder.objectRef<{ id: string; name: string }>('Actor').implement({
  description: 'Who did something: a person, or a program such as the loader of reference data.',
  fields: (t) => ({ id: t.exposeID('id', { description: 'Lasting id.' }), name: t.exposeString('name', { description: 'Name to show.' }) }),
})

const EffectSide = codeEnum('EffectSide', 'Where a stretch stands: before a change, after it, or both.', EFFECT_SIDES)

const EffectStretch = builder.objectRef<DescribedStretch>('EffectStretch').implement({
  description: 'One stretch of a timeline, in words.',
  fields: (t) => ({
    validFrom: t.expose('validFrom', { type: 'Date', nullable: true, description: 'First day; null for facts without days.' }),
    validTo: t.expose('validTo', { type: 'Date', nullable: true, description: 'First day no longer in force; null for an open end.' }),
    label: t.string({ description: 'What holds, in words.', args: localeArg, resolve: ({ label }, args) => inLocale(label, args) }),
    changed: t.boolean({
      description: 'It stands on this side only: the change closed it, or wrote it.',
      resolve: ({ side }) => side !== 'BOTH',
    }),
    side: t.expose('side', { type: EffectSide, description: 'Where it stands.' }),
  }),
})

export const Effect = builder.objectRef<DescribedEffect>('Effect').implement({
  description: 'What a change did, or would do, to one fact: its timeline before and after.',
  fields: (t) => ({
    fact: t.expose('fact', { type: FactKind, description: 'The kind of fact.' }),
    factId: t.exposeID('factId', { description: 'The fact.' }),
    subject: t.string({
      description: 'Whose or what fact, in words.',
      args: localeArg,
      resolve: ({ subject }, args) => inLocale(subject, args),
    }),
    before: t.field({ type: [EffectStretch], description: 'As it was known just before.', resolve: ({ before }) => [...before] }),
    after: t.field({ type: [EffectStretch], description: 'As it is known just after.', resolve: ({ after }) => [...after] }),
    stretches: t.field({
      type: [EffectStretch],
      description: 'Before and after as one: every stretch once, by first day, with its side.',
      resolve: (effect) => stretchesOf(effect),
    }),
  }),
})

export const Change = builder.objectRef<ChangeRow>('Change').implement({
  description:
    'A change as it was recorded: who, when, from which day, why, on which document. Who sees a part of what it did is told of that part alone.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Lasting id.' }),
    number: t.exposeInt('number', { description: 'Counts up; the `version` of what it touched.' }),
    command: t.exposeString('command', { description: 'The command, as the mutation is named.' }),
    correction: t.exposeBoolean('correction', { description: 'It said what truly was, not what is from a day on.' }),
    effectiveOn: t.expose('effectiveOn', {
      type: 'Date',
      nullable: true,
      description: 'The first day on which it is so; null for corrections.',
    }),
    recordedAt: t.expose('recordedAt', { type: 'Instant', description: 'When the system was told.' }),
    actor: t.field({ type: Actor, description: 'Who did it.', resolve: ({ actorId, actorName }) => ({ id: actorId, name: actorName }) }),
    requestId: t.exposeString('requestId', { nullable: true, description: 'The request, as in the log.' }),
    note: t.exposeString('note', { nullable: true, description: 'Why.' }),
    document: t.field({
      type: PolicyDocument,
      nullable: true,
      description: 'The document it is based on.',
      resolve: ({ documentId }, _, context) => policyDocumentById(context, documentId),
    }),
    effects: t.field({
      type: [Effect],
      description: `What it did, fact by fact: of each kind of fact the first ${EFFECTS_SHOWN} (a file read in may touch thousands; see \`effectCount\`).`,
      args: { first: t.arg.int({ description: 'Of these the first so many, at least 1; all when left out.' }) },
      resolve: async ({ number }, { first }, context) => {
        if (first != null && first < 1) throw new BadPage('`first` must be at least 1.')
        return (await effectLoader(context, first ?? null).load(String(number))) ?? []
      },
    }),
    effectCount: t.int({ description: 'How many facts it touched.', resolve: ({ number }, _, context) => effectCountOf(context, number) }),
    summary: t.string({
      description: 'The change in one sentence.',
      args: localeArg,
      resolve: async (change, args, context) => {
        const number = String(change.number)
        if (!isInTime(change.command)) {
          const accounts = loaderFor(context, 'accountsByNumber', null, (numbers) => accountsByNumber(context, numbers))
          return inLocale(commandSummary(change, ((await accounts.load(number)) ?? []).map(sameInBoth), 0), args)
        }
        const subjects = ((await effectLoader(context, null).load(number)) ?? []).map(({ subject }) => subject)
        return inLocale(commandSummary(change, subjects, await effectCountOf(context, change.number)), args)
      },
    }),
  }),
})

function effectLoader(context: Context, first: number | null) {
  return loaderFor(context, `effectsByNumber ${first ?? 'all'}`, null, (numbers) => effectsByNumber(context, numbers, first))
}

function sameInBoth(words: string): Text {
  return { zh: words, en: words }
}

async function effectCountOf(context: Context, number: number): Promise<number> {
  const counts = loaderFor(context, 'effectCounts', null, (numbers) => effectCountsSeen(context, numbers))
  return (await counts.load(String(number))) ?? 0
}

/** The change with this number; null for one that is not seen. */
export function changeSeen(context: Context, number: number): ChangeRow | null | Promise<ChangeRow | null> {
  return loaderFor(context, 'changesByNumber', null, (numbers) => changesByNumber(context, numbers)).load(String(number))
}

/** The change that recorded a row which is seen, and so is the change: changes are never deleted. */
export function changeByNumber(context: Context, number: number): ChangeRow | Promise<ChangeRow> {
  return present(changeSeen(context, number), () => `change ${number} is missing`)
}

export const ChangeConnection = builder.connectionObject(
  { type: Change, name: 'ChangeConnection', description: 'A page of changes.' },
  { name: 'ChangeEdge' },
)

builder.queryField('change', (t) =>
  t.field({
    type: Change,
    nullable: true,
    authScopes: { signedIn: true },
    description: 'A change that is seen, by its id; null when there is none.',
    args: { id: t.arg.id({ required: true, description: 'A `Change.id`.' }) },
    resolve: (_, { id }, context) => changeSeen(context, changeNumberOf(uuidOf(id))),
  }),
)

builder.queryField('changes', (t) =>
  t.connection(
    {
      type: Change,
      authScopes: { may: 'institution.read' },
      description: `What was recorded, newest first; all conditions must hold. ${PAGE_NOTE}`,
      args: {
        countyCode: t.arg.string({ description: 'Six digits: what was recorded for this county.' }),
        institutionId: t.arg.id({ description: 'What concerned this institution.' }),
        allianceId: t.arg.id({ description: 'What concerned this alliance.' }),
        projectId: t.arg.id({ description: 'What concerned this construction project, or anything recorded of it.' }),
        documentId: t.arg.id({ description: 'What cites this document, or recorded it.' }),
      },
      resolve: (_, { countyCode, institutionId, allianceId, projectId, documentId, ...page }, context) => {
        const subjectIds = [institutionId, allianceId, projectId].filter((id) => id != null).map(uuidOf)
        return changePage(context, { countyCode, subjectIds, documentId: documentId == null ? null : uuidOf(documentId) }, pageOf(page))
      },
    },
    ChangeConnection,
  ),
)
