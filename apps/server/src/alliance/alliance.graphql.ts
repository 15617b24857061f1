import type { Alliance as AllianceStretchRow } from '@yilian/domain/alliance.ts'
import type { Text } from '@yilian/domain/locale.ts'

import { Change, ChangeConnection } from '../change/change.graphql.ts'
import { changePage } from '../change/change.queries.ts'
import { builder, type Types } from '../graphql/builder.ts'
import { momentFields, pageOf, PAGE_NOTE } from '../graphql/connection.ts'
import type { Context } from '../graphql/context.ts'
import { citedFields, datedFields } from '../graphql/dated-fields.ts'
import { AllianceKindEnum, AllianceStageEnum, LeadStateEnum } from '../graphql/enums.ts'
import { knownArg, loaderFor, momentArgs, momentOf, now, otherwise, present, rootMoment, type AtMoment } from '../graphql/moment.ts'
import { columnsOfFact, columnsRead, type FieldReads } from '../graphql/selection.ts'
import { uuidOf } from '../graphql/node-id.ts'
import { codeEnum } from '../graphql/text.ts'
import { versionOf } from '../graphql/version.ts'
import { SortDirection } from '../institution/institution.graphql.ts'
import {
  allianceIdByCode,
  alliancePage,
  alliancesByIds,
  alliancesOnceSeen,
  allianceTimelines,
  leadStates,
  type AllianceOrder,
  type AllianceRow,
} from './alliance.queries.ts'
import { Alliance } from './alliance.ref.ts'

/**
 * The alliance with this id at the moment of something seen that names it; where it is not seen on the day itself, as it was when it was.
 * One statement for all of a request at that moment, and a second one for those not seen then.
 */
export function allianceAt(context: Context, at: AtMoment, id: string): AllianceRow | Promise<AllianceRow> {
  const found = otherwise(allianceLoader(context, at).load(id), () => onceSeenLoader(context, at).load(id))
  return present(found, () => `alliance ${id} was not known at that instant`)
}

function onceSeenLoader(context: Context, { moment }: AtMoment) {
  return loaderFor(context, 'alliancesOnceSeen', moment, (ids) =>
    alliancesOnceSeen(context, ids, moment, columnsRead(context, 'Alliance', READS)),
  )
}

/** Rows for fields of the API to show: they have the columns that the operation reads, and may have no others. */
export function allianceLoader(context: Context, { moment }: AtMoment) {
  return loaderFor(context, 'alliancesByIds', moment, (ids) =>
    alliancesByIds(context, ids, moment, columnsRead(context, 'Alliance', READS)),
  )
}

const READS: FieldReads<AllianceRow> = {
  always: ['id'],
  own: ['code', 'countyCode', 'kind', 'inForce', ...columnsOfFact('ALLIANCE')],
  others: {
    id: ['id'],
    version: ['id'],
    change: ['recordedBy'],
    document: ['documentId'],
    foundedOn: ['id', 'validFrom'],
    dissolvedOn: ['id'],
    leadState: ['id'],
    memberships: ['id'],
    memberCount: ['id'],
    lead: ['id'],
  },
}

function timelineLoader(context: Context, { moment }: AtMoment) {
  return loaderFor(context, 'allianceTimelines', { ...moment, asOf: context.today }, (ids) =>
    allianceTimelines(context, ids, moment.asKnownAt),
  )
}

function attributeFields<R extends AllianceStretchRow>(t: PothosSchemaTypes.ObjectFieldBuilder<Types, R>) {
  return {
    name: t.string({ description: 'Full name.', resolve: ({ name }) => name }),
    stage: t.field({ type: AllianceStageEnum, description: 'How far it has come.', resolve: ({ stage }) => stage }),
    specialty: t.string({ nullable: true, description: 'For specialty alliances: the specialty.', resolve: ({ specialty }) => specialty }),
    purpose: t.string({ nullable: true, description: 'What it is for.', resolve: ({ purpose }) => purpose }),
    ...datedFields(t),
    ...citedFields(t),
  }
}

const AllianceStretch = builder.objectRef<AllianceStretchRow>('AllianceStretch').implement({
  description: 'A stretch of days in which nothing about an alliance itself changed.',
  fields: (t) => attributeFields(t),
})

builder.node(Alliance, {
  description:
    'A dated grouping of institutions, as it was at a moment: in the stretch in force then, or the nearest one when none was (`inForce` false).',
  id: { resolve: ({ id }) => id, parse: uuidOf },
  loadManyWithoutCache: async (ids, context) => {
    const found = await alliancesByIds(context, ids, now(context))
    return ids.map((id) => found.get(id) ?? null)
  },
  fields: (t) => ({
    version: t.int({
      description: 'What commands on it are based on.',
      resolve: ({ id }, _, context) => versionOf(context, 'ALLIANCE', id),
    }),
    code: t.exposeString('code', { description: 'The bureau’s code for it, unique.' }),
    countyCode: t.exposeString('countyCode', { description: 'Six digits: the county it belongs to.' }),
    kind: t.field({ type: AllianceKindEnum, description: 'Its kind, which decides its rules.', resolve: ({ kind }) => kind }),
    inForce: t.exposeBoolean('inForce', { description: 'Whether it existed on the day.' }),
    ...attributeFields(t),
    foundedOn: t.field({
      type: 'Date',
      description: 'Its first day.',
      resolve: async (row, _, context) => (await timelineLoader(context, row).load(row.id))?.[0]?.validFrom ?? row.validFrom,
    }),
    dissolvedOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'The first day it no longer exists, past or planned; null while it has no end.',
      resolve: async (row, _, context) => (await timelineLoader(context, row).load(row.id))?.at(-1)?.validTo ?? null,
    }),
    leadState: t.field({
      type: LeadStateEnum,
      description: 'Whether it has a lead. A dispute is told before the lead who holds the place.',
      resolve: async (row, _, context) =>
        (await loaderFor(context, 'leadStates', row.moment, (ids) => leadStates(context, ids, row.moment)).load(row.id)) ?? 'NOT_REQUIRED',
    }),
    timeline: t.field({
      type: [AllianceStretch],
      description: 'All stretches, past and future, as known at an instant.',
      args: knownArg,
      resolve: async (row, args, context) => (await timelineLoader(context, { moment: momentOf(row, args) }).load(row.id)) ?? [],
    }),
    changes: t.connection(
      {
        type: Change,
        description: `What was recorded about it, newest first. ${PAGE_NOTE}`,
        args: { correction: t.arg.boolean({ description: 'Corrections, or all others.' }) },
        resolve: ({ id }, { correction, ...args }, context) => changePage(context, { subjectIds: [id], correction }, pageOf(args)),
      },
      ChangeConnection,
    ),
  }),
})

const AllianceFilter = builder.inputType('AllianceFilter', {
  description: 'Which alliances; all conditions must hold.',
  fields: (t) => ({
    countyCode: t.string({ description: 'Six digits: those of this county.' }),
    search: t.string({ description: 'Part of the name or code, in characters, full pinyin or initials.' }),
    kinds: t.field({ type: [AllianceKindEnum], description: 'Any of these kinds.' }),
    stages: t.field({ type: [AllianceStageEnum], description: 'Any of these stages.' }),
    leadStates: t.field({ type: [LeadStateEnum], description: 'Any of these.' }),
    institutionId: t.id({ description: 'Those in which this institution leads, is a member or supports.' }),
  }),
})

const ORDER_LABELS: Readonly<Record<AllianceOrder, Text>> = {
  CODE: { zh: '编码', en: 'By code' },
  NAME: { zh: '名称', en: 'By name, in pinyin' },
  KIND: { zh: '类型', en: 'By kind' },
  FOUNDED_ON: { zh: '成立日期', en: 'By the first day' },
  MEMBER_COUNT: { zh: '成员数', en: 'By the number of members' },
}
const AllianceOrderBy = codeEnum('AllianceOrderBy', 'What alliances are ordered by.', ORDER_LABELS)

builder.queryFields((t) => ({
  alliance: t.field({
    type: Alliance,
    nullable: true,
    authScopes: { may: 'alliance.read' },
    description: 'One alliance, by id or code; null when there is none.',
    args: { id: t.arg.id({ description: 'Its id.' }), code: t.arg.string({ description: 'Its code.' }), ...momentArgs },
    resolve: async (_, args, context) => {
      const id = args.id != null ? uuidOf(args.id) : args.code != null ? await allianceIdByCode(context, args.code) : null
      return id === null ? null : allianceLoader(context, { moment: rootMoment(args, context) }).load(id)
    },
  }),
  alliances: t.connection(
    {
      type: Alliance,
      authScopes: { may: 'alliance.read' },
      description: `Alliances in force at the moment. ${PAGE_NOTE}`,
      args: {
        filter: t.arg({ type: AllianceFilter, description: 'Which.' }),
        orderBy: t.arg({ type: AllianceOrderBy, defaultValue: 'CODE', description: 'In which order.' }),
        direction: t.arg({ type: SortDirection, defaultValue: 'ASC', description: 'Which way.' }),
        ...momentArgs,
      },
      resolve: async (_, args, context) => {
        const moment = rootMoment(args, context)
        const filter = { ...args.filter, institutionId: args.filter?.institutionId ? uuidOf(args.filter.institutionId) : null }
        return {
          ...(await alliancePage(
            context,
            filter,
            args.orderBy ?? 'CODE',
            args.direction === 'DESC',
            pageOf(args),
            moment,
            columnsRead(context, 'Alliance', READS),
          )),
          moment,
        }
      },
    },
    { name: 'AllianceConnection', description: 'A page of alliances.', fields: (f) => momentFields(f) },
    { name: 'AllianceEdge' },
  ),
}))
