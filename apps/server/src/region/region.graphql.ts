import { REGION_LEVELS } from '@yilian/domain/code-lists/region-level.ts'
import { regionPrefix } from '@yilian/domain/region.ts'

import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { loaderFor, momentArgs, present, rootMoment, type AtMoment } from '../graphql/moment.ts'
import { columnsRead, type FieldReads } from '../graphql/selection.ts'
import { listEnum } from '../graphql/text.ts'
import { countiesInUse, institutionCountsWithin, regionsBelow, regionsByCodes, type RegionRow } from './region.queries.ts'

const RegionLevel = listEnum('RegionLevel', REGION_LEVELS)

export const Region = builder.objectRef<RegionRow>('Region')

/** The region with this code at the moment of what names it. */
export function regionAt(context: Context, at: AtMoment, code: string): RegionRow | Promise<RegionRow> {
  return present(regionLoader(context, at).load(code), () => `region ${code} was not in force on ${at.moment.asOf}`)
}

export function regionLoader(context: Context, { moment }: AtMoment) {
  return loaderFor(context, 'regionsByCodes', moment, (codes) =>
    regionsByCodes(context.db, codes, moment, columnsRead(context, 'Region', READS)),
  )
}

const READS: FieldReads<RegionRow> = {
  always: ['code'],
  own: ['code', 'name', 'level', 'statisticalOnly', 'validFrom', 'validTo'],
  others: { parent: ['parentCode'], children: [], institutionCount: [] },
}

Region.implement({
  description: 'A region (行政区划) as it was at a moment.',
  fields: (t) => ({
    code: t.exposeID('code', { description: 'Twelve digits of the statistical division code.' }),
    name: t.exposeString('name', { description: 'Name.' }),
    level: t.field({ type: RegionLevel, description: 'Province to village.', resolve: ({ level }) => level }),
    statisticalOnly: t.exposeBoolean('statisticalOnly', {
      description: 'Exists for statistics only: a development zone, a farm, a prison.',
    }),
    validFrom: t.expose('validFrom', { type: 'Date', description: 'First day in force; 0001-01-01 when it is not known since when.' }),
    validTo: t.expose('validTo', { type: 'Date', nullable: true, description: 'First day no longer in force.' }),
    parent: t.field({
      type: Region,
      nullable: true,
      description: 'The region above.',
      resolve: (row, _, context) => (row.parentCode === null ? null : regionLoader(context, row).load(row.parentCode)),
    }),
    children: t.field({
      type: [Region],
      description: 'The regions directly below, by code.',
      resolve: async (row, _, context) =>
        (await loaderFor(context, 'regionsBelow', row.moment, (codes) => regionsBelow(context.db, codes, row.moment)).load(row.code)) ?? [],
    }),
    institutionCount: t.int({
      description: 'Institutions within it, itself included, closed ones left out.',
      resolve: async (row, _, context) =>
        (await loaderFor(context, 'institutionCountsWithin', row.moment, (codes) =>
          institutionCountsWithin(context, new Map(codes.map((code) => [code, regionPrefix(code)])), row.moment),
        ).load(row.code)) ?? 0,
    }),
  }),
})

builder.queryFields((t) => ({
  region: t.field({
    type: Region,
    nullable: true,
    authScopes: { signedIn: true },
    description: 'One region by its twelve digits; null when there is none at the moment.',
    args: { code: t.arg.string({ required: true, description: 'Twelve digits.' }), ...momentArgs },
    resolve: (_, args, context) => regionLoader(context, { moment: rootMoment(args, context) }).load(args.code),
  }),
  counties: t.field({
    type: [Region],
    authScopes: { signedIn: true },
    description: 'The counties whose institutions or alliances are kept here, and of which the viewer sees anything.',
    args: momentArgs,
    resolve: (_, args, context) => countiesInUse(context, rootMoment(args, context)),
  }),
}))
