import { message } from '@yilian/domain/messages.ts'
import type { EstablishmentQuota as PoolQuotaRow } from '@yilian/domain/staffing/quota.ts'
import { POST_CLASSES } from '@yilian/domain/staffing/terms.ts'

import { builder } from '../graphql/builder.ts'
import { momentFields, pageOf, PAGE_NOTE } from '../graphql/connection.ts'
import type { Context } from '../graphql/context.ts'
import { citedFields, datedFields } from '../graphql/dated-fields.ts'
import { atMost } from '../graphql/limits.ts'
import { loaderFor, momentArgs, momentOf, now, rootMoment, type AtMoment } from '../graphql/moment.ts'
import { uuidOf } from '../graphql/node-id.ts'
import { PostClassEnum } from '../graphql/staffing-enums.ts'
import { localeArg } from '../graphql/text.ts'
import { versionOf } from '../graphql/version.ts'
import { institutionAt, institutionSeen } from '../institution/institution-loaders.ts'
import { Institution } from '../institution/institution.ref.ts'
import { Region, regionAt } from '../region/region.graphql.ts'
import {
  exceptionsOf,
  lentByPools,
  loansByIds,
  loansFromInstitutions,
  loansOfPools,
  loansToInstitutions,
  quotaBoardPage,
  quotaLines,
  quotaPools,
  quotaPoolsByIds,
  quotasOfPools,
  versionsByClass,
  type QuotaBoardRow,
  type QuotaExceptionRow,
  type QuotaLine as QuotaLineRow,
  type QuotaLoanRow,
  type QuotaPoolRow,
} from './quota.queries.ts'

const EACH_CLASS_ONCE = atMost(Object.keys(POST_CLASSES).length)
type LineAtMoment = QuotaLineRow & AtMoment

const available = ({ quota, borrowed, given }: QuotaLineRow) => (quota === null ? null : quota + borrowed - given)

async function versionByClass(context: Context, table: Parameters<typeof versionsByClass>[1], { institutionId, postClass }: QuotaLineRow) {
  const loader = loaderFor(context, `versionsByClass:${table}`, null, (keys) => versionsByClass(context, table, keys))
  return (await loader.load(`${institutionId} ${postClass}`)) ?? 0
}

const QuotaException = builder.objectRef<QuotaExceptionRow>('QuotaException').implement({
  description: 'What allows an institution more people than places (超编批准) in one class of posts, for a reason and on a document.',
  fields: (t) => ({
    count: t.exposeInt('count', { description: 'People allowed above the places.' }),
    reason: t.exposeString('reason', { description: 'Why.' }),
    ...datedFields(t),
    ...citedFields(t),
  }),
})

const QuotaLine = builder.objectRef<LineAtMoment>('QuotaLine').implement({
  description:
    'The establishment of one institution in one class of posts on a day. People are of the class of their post, else of their work class.',
  fields: (t) => ({
    postClass: t.field({ type: PostClassEnum, description: 'The class.', resolve: ({ postClass }) => postClass }),
    quota: t.exposeInt('quota', {
      nullable: true,
      description: 'Approved places (编制); null when none is recorded, and nothing can be judged.',
    }),
    borrowed: t.exposeInt('borrowed', { description: 'Places lent to it.' }),
    given: t.exposeInt('given', { description: 'Places it lent to others.' }),
    exception: t.exposeInt('exception', { description: 'People allowed above, by a document.' }),
    available: t.int({ nullable: true, description: 'quota + borrowed − given; null without a quota.', resolve: available }),
    filled: t.exposeInt('filled', { description: 'People in places of the establishment (在编、备案制) at home there.' }),
    outside: t.exposeInt('outside', { description: 'People at home there who take no place of it, or of whom that is not known.' }),
    vacancies: t.int({
      nullable: true,
      description: 'Places nobody takes; null without a quota.',
      resolve: (line) => {
        const places = available(line)
        return places === null ? null : Math.max(0, places - line.filled)
      },
    }),
    over: t.int({
      nullable: true,
      description: 'People above available places, allowed by an exception or not; null without a quota.',
      resolve: (line) => {
        const places = available(line)
        return places === null ? null : Math.max(0, line.filled - places)
      },
    }),
    remark: t.string({
      nullable: true,
      description: 'What is to be said of it: no quota recorded, or over quota.',
      args: localeArg,
      resolve: (line, { locale }) => {
        const places = available(line)
        if (places === null) return message('NO_QUOTA_RECORDED', {}, locale ?? 'zh')
        if (line.filled <= places) return null
        return message('IS_OVER_QUOTA', { over: line.filled - places, exception: line.exception }, locale ?? 'zh')
      },
    }),
    quotaVersion: t.int({
      description: 'The version that `setQuota` is based on; 0 where none was ever recorded.',
      resolve: (line, _, context) => versionByClass(context, 'establishment_quota', line),
    }),
    allowedBy: t.field({
      type: QuotaException,
      nullable: true,
      description: 'The exception in force on the day, with its reason and document; null where there is none.',
      resolve: async ({ institutionId, postClass, moment }, _, context) => {
        const loader = loaderFor(context, 'exceptionsOf', moment, (ids) => exceptionsOf(context, ids, moment))
        return (await loader.load(institutionId))?.find((one) => one.postClass === postClass) ?? null
      },
    }),
    exceptionVersion: t.int({
      description: 'The version that `setQuotaException` is based on; 0 where none was ever recorded.',
      resolve: (line, _, context) => versionByClass(context, 'quota_exception', line),
    }),
  }),
})

export const QuotaLoan = builder.objectRef<QuotaLoanRow>('QuotaLoan')
export const QuotaPool = builder.objectRef<QuotaPoolRow>('QuotaPool')

builder.node(QuotaLoan, {
  description: 'Places lent to an institution (编制借用), by a pool or by another institution.',
  id: { resolve: ({ id }) => id, parse: uuidOf },
  loadManyWithoutCache: async (ids, context) => {
    const found = await loansByIds(context, ids, now(context))
    return ids.map((id) => found.get(id) ?? null)
  },
  fields: (t) => ({
    version: t.int({
      description: 'What commands on it are based on.',
      resolve: ({ id }, _, context) => versionOf(context, 'QUOTA_LOAN', id),
    }),
    pool: t.field({
      type: QuotaPool,
      nullable: true,
      description: 'The pool that lent them; null where an institution did.',
      resolve: ({ poolId, moment }, _, context) =>
        poolId === null ? null : loaderFor(context, 'quotaPoolsByIds', moment, (ids) => quotaPoolsByIds(context, ids, moment)).load(poolId),
    }),
    from: t.field({
      type: Institution,
      nullable: true,
      description: 'The institution that lent them; null where a pool did, or it is not seen.',
      resolve: (row, _, context) => institutionSeen(context, row, row.fromId),
    }),
    institution: t.field({
      type: Institution,
      nullable: true,
      description: 'To whom; null where it is not seen.',
      resolve: (row, _, context) => institutionSeen(context, row, row.institutionId),
    }),
    postClass: t.field({ type: PostClassEnum, description: 'Of which class.', resolve: ({ postClass }) => postClass }),
    count: t.exposeInt('count', { description: 'Places.' }),
    plannedUntil: t.expose('plannedUntil', { type: 'Date', nullable: true, description: 'The last day they are planned to be lent.' }),
    ...datedFields(t),
    ...citedFields(t),
  }),
})

const PoolQuota = builder.objectRef<PoolQuotaRow>('PoolQuota').implement({
  description: 'What a pool set aside for one class of posts.',
  fields: (t) => ({
    postClass: t.field({ type: PostClassEnum, description: 'The class.', resolve: ({ postClass }) => postClass }),
    count: t.exposeInt('count', { description: 'Places.' }),
    version: t.int({
      description: 'The version that `setQuota` is based on.',
      resolve: ({ id }, _, context) => versionOf(context, 'ESTABLISHMENT_QUOTA', id),
    }),
  }),
})

builder.node(QuotaPool, {
  description: 'A pool of places of the establishment (编制周转池) of a county, at a moment.',
  id: { resolve: ({ id }) => id, parse: uuidOf },
  loadManyWithoutCache: async (ids, context) => {
    const found = await quotaPoolsByIds(context, ids, now(context))
    return ids.map((id) => found.get(id) ?? null)
  },
  fields: (t) => ({
    version: t.int({
      description: 'What commands on it are based on.',
      resolve: ({ id }, _, context) => versionOf(context, 'QUOTA_POOL', id),
    }),
    name: t.exposeString('name', { description: 'Its name.' }),
    region: t.field({ type: Region, description: 'Whose.', resolve: (row, _, context) => regionAt(context, row, row.regionCode) }),
    total: t.exposeInt('total', { description: 'Places in it, lent or not.' }),
    lent: t.int({
      description: 'Places lent on the day.',
      resolve: async ({ id, moment }, _, context) =>
        (await loaderFor(context, 'lentByPools', moment, (ids) => lentByPools(context, ids, moment)).load(id)) ?? 0,
    }),
    classes: t.field({
      type: [PoolQuota],
      description: 'What it set aside per class of post.',
      extensions: EACH_CLASS_ONCE,
      resolve: async ({ id, moment }, _, context) =>
        (await loaderFor(context, 'quotasOfPools', moment, (ids) => quotasOfPools(context, ids, moment)).load(id)) ?? [],
    }),
    loans: t.field({
      type: [QuotaLoan],
      description: 'What it lent to whom on the day: to institutions that are seen.',
      resolve: async ({ id, moment }, _, context) =>
        (await loaderFor(context, 'loansOfPools', moment, (ids) => loansOfPools(context, ids, moment)).load(id)) ?? [],
    }),
    ...datedFields(t),
    ...citedFields(t),
  }),
})

const QuotaBoardLine = builder.objectRef<QuotaBoardRow>('QuotaBoardRow').implement({
  description: 'An institution on the quota board.',
  fields: (t) => ({
    institution: t.field({
      type: Institution,
      description: 'The institution.',
      resolve: (row, _, context) => institutionAt(context, row, row.id),
    }),
    classes: t.field({
      type: [QuotaLine],
      description: 'Class of post by class of post.',
      extensions: EACH_CLASS_ONCE,
      resolve: async ({ id, moment }, _, context) =>
        (await loaderFor(context, 'quotaLines', moment, (ids) => quotaLines(context, ids, moment)).load(id)) ?? [],
    }),
  }),
})

const QuotaBoardFilterInput = builder.inputType('QuotaBoardFilter', {
  description: 'Which institutions; all conditions must hold on the day.',
  fields: (t) => ({
    countyCode: t.string({ description: 'Six digits: those kept under this county.' }),
    allianceId: t.id({ description: 'The lead and members of this alliance.' }),
    institutionId: t.id({ description: 'This one.' }),
    over: t.boolean({ description: 'With more people than places in some class, or in none.' }),
    vacant: t.boolean({ description: 'With a vacancy in some class, or in none.' }),
  }),
})

builder.queryFields((t) => ({
  quotaBoard: t.connection(
    {
      type: QuotaBoardLine,
      authScopes: { may: 'staff.read' },
      description: `编制与岗位: the establishment of institutions on the day, by code: those with a quota, a loan or somebody in post. ${PAGE_NOTE}`,
      args: { filter: t.arg({ type: QuotaBoardFilterInput, description: 'Which.' }), ...momentArgs },
      resolve: async (_, { filter, ...args }, context) => {
        const moment = rootMoment(args, context)
        const id = (given: string | null | undefined) => (given ? uuidOf(given) : null)
        const which = { ...filter, allianceId: id(filter?.allianceId), institutionId: id(filter?.institutionId) }
        return { ...(await quotaBoardPage(context, which, pageOf(args), moment)), moment }
      },
    },
    { name: 'QuotaBoardConnection', description: 'A page of the quota board.', fields: (f) => momentFields(f) },
    { name: 'QuotaBoardEdge' },
  ),
  quotaPools: t.field({
    type: [QuotaPool],
    authScopes: { may: 'staff.read' },
    description: 'The pools of places of the establishment on the day, by name; at most 500.',
    args: { countyCode: t.arg.string({ description: 'Six digits: of this county.' }), ...momentArgs },
    resolve: (_, { countyCode, ...args }, context) => quotaPools(context, countyCode ?? null, rootMoment(args, context)),
  }),
}))

builder.objectFields(Institution, (t) => ({
  establishment: t.field({
    type: [QuotaLine],
    description: 'Its establishment on the day, class of post by class of post.',
    extensions: EACH_CLASS_ONCE,
    args: momentArgs,
    resolve: async (row, args, context) => {
      const moment = momentOf(row, args)
      return (await loaderFor(context, 'quotaLines', moment, (ids) => quotaLines(context, ids, moment)).load(row.id)) ?? []
    },
  }),
  quotaBorrowed: t.field({
    type: [QuotaLoan],
    description: 'Places lent to it on the day.',
    args: momentArgs,
    resolve: async (row, args, context) => {
      const moment = momentOf(row, args)
      return (
        (await loaderFor(context, 'loansToInstitutions', moment, (ids) => loansToInstitutions(context, ids, moment)).load(row.id)) ?? []
      )
    },
  }),
  quotaGiven: t.field({
    type: [QuotaLoan],
    description: 'Places it lent to others on the day.',
    args: momentArgs,
    resolve: async (row, args, context) => {
      const moment = momentOf(row, args)
      return (
        (await loaderFor(context, 'loansFromInstitutions', moment, (ids) => loansFromInstitutions(context, ids, moment)).load(row.id)) ?? []
      )
    },
  }),
}))
