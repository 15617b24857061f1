import type { Institution as InstitutionStretchRow } from '@yilian/domain/institution.ts'
import type { Text } from '@yilian/domain/locale.ts'

import { Change, changeByNumber, ChangeConnection } from '../change/change.graphql.ts'
import { changePage } from '../change/change.queries.ts'
import { uuidOf } from '../graphql/node-id.ts'
import { builder, type Types } from '../graphql/builder.ts'
import { momentFields, pageOf, PAGE_NOTE } from '../graphql/connection.ts'
import type { Context } from '../graphql/context.ts'
import { citedFields, datedFields } from '../graphql/dated-fields.ts'
import {
  HospitalGradeEnum,
  HospitalLevelEnum,
  InstitutionCategoryEnum,
  InstitutionStatusEnum,
  LineageKindEnum,
  OwnershipEnum,
} from '../graphql/enums.ts'
import { knownArg, loaderFor, momentArgs, momentOf, now, rootMoment, type AtMoment } from '../graphql/moment.ts'
import { shownOnPage, type Shown } from '../graphql/selection.ts'
import { codeEnum, inLocale, localeArg } from '../graphql/text.ts'
import { versionOf } from '../graphql/version.ts'
import { Region, regionAt, regionLoader } from '../region/region.graphql.ts'
import {
  institutionCounts,
  institutionByCode,
  institutionPage,
  institutionsByIds,
  institutionTimelines,
  lineageOf,
  unitsOf,
  villageClinicCounts,
  type InstitutionCount,
  type InstitutionDimension,
  type InstitutionOrder,
  type InstitutionLineage,
  type InstitutionRow,
} from './institution.queries.ts'
import { Institution } from './institution.ref.ts'
import { institutionAt, institutionColumns, institutionLoader } from './institution-loaders.ts'
import { countLabel } from './institution-count.ts'

/** Loads institutions, and what the operation shows below them, so that each row of a list finds them there. */
export async function bringInstitutions(context: Context, at: AtMoment, ids: readonly string[], shown: Shown): Promise<void> {
  await bringBelowInstitutions(context, at, await institutionLoader(context, at).bring(ids), shown)
}

async function bringBelowInstitutions(context: Context, at: AtMoment, rows: readonly InstitutionRow[], shown: Shown): Promise<void> {
  if (shown.has('region')) await regionLoader(context, at).bring(rows.map(({ regionCode }) => regionCode))
}

const Equipment = builder.objectRef<{ name: string; count: number }>('Equipment').implement({
  description: 'A piece of equipment and how many of it.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What it is.' }),
    count: t.exposeInt('count', { description: 'How many.' }),
  }),
})

// The attributes that an institution has at a moment and in each stretch of its timeline alike.
function attributeFields<R extends InstitutionStretchRow & AtMoment>(t: PothosSchemaTypes.ObjectFieldBuilder<Types, R>) {
  return {
    name: t.string({ description: 'Full name.', resolve: ({ name }) => name }),
    aliases: t.stringList({ description: 'Other names it is known by.', resolve: ({ aliases }) => [...aliases] }),
    category: t.field({
      type: InstitutionCategoryEnum,
      description: 'Category of WS 218-2002; labels and provenance in `codeList(name: "institutionCategory")`.',
      resolve: ({ category }) => category,
    }),
    level: t.field({ type: HospitalLevelEnum, description: 'Level (级).', resolve: ({ level }) => level }),
    grade: t.field({ type: HospitalGradeEnum, description: 'Grade (等).', resolve: ({ grade }) => grade }),
    targetLevel: t.field({
      type: HospitalLevelEnum,
      nullable: true,
      description: 'The level it is working towards.',
      resolve: ({ targetLevel }) => targetLevel,
    }),
    targetGrade: t.field({
      type: HospitalGradeEnum,
      nullable: true,
      description: 'The grade it is working towards.',
      resolve: ({ targetGrade }) => targetGrade,
    }),
    status: t.field({
      type: InstitutionStatusEnum,
      description: 'Whether it works, is being set up, is suspended, closed or merged.',
      resolve: ({ status }) => status,
    }),
    ownership: t.field({
      type: OwnershipEnum,
      nullable: true,
      description: 'Who runs it; null when not reported.',
      resolve: ({ ownership }) => ownership,
    }),
    affiliation: t.string({
      nullable: true,
      description: 'Code of GB/T 12404, see `codeList(name: "affiliation")`.',
      resolve: ({ affiliation }) => affiliation,
    }),
    economicType: t.string({
      nullable: true,
      description: 'Code of GB/T 12402, see `codeList(name: "economicType")`.',
      resolve: ({ economicType }) => economicType,
    }),
    managementClass: t.string({
      nullable: true,
      description: 'Code of WS 218-2002 annex B, see `codeList(name: "managementClass")`.',
      resolve: ({ managementClass }) => managementClass,
    }),
    creditCode: t.string({
      nullable: true,
      description: 'Unified social credit code (GB 32100-2015).',
      resolve: ({ creditCode }) => creditCode,
    }),
    unitCount: t.int({
      description: '1, or how many units one entry stands for where only their number is known.',
      resolve: ({ unitCount }) => unitCount,
    }),
    beds: t.int({ nullable: true, description: 'Beds; null when not reported, which is not zero.', resolve: ({ beds }) => beds }),
    siteArea: t.field({ type: 'Decimal', nullable: true, description: 'Site area, m².', resolve: ({ siteArea }) => siteArea }),
    buildingArea: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'Building area, m².',
      resolve: ({ buildingArea }) => buildingArea,
    }),
    servedPopulation: t.int({ nullable: true, description: 'Population served.', resolve: ({ servedPopulation }) => servedPopulation }),
    equipment: t.field({ type: [Equipment], description: 'Main equipment.', resolve: ({ equipment }) => [...equipment] }),
    address: t.string({ nullable: true, description: 'Address.', resolve: ({ address }) => address }),
    region: t.field({
      type: Region,
      description: 'The town, or the finest region known.',
      resolve: (row, _, context) => regionAt(context, row, row.regionCode),
    }),
    parent: t.field({
      type: Institution,
      nullable: true,
      description: 'The institution that runs or manages it; null when there is none, or it is not seen.',
      resolve: (row, _, context) => (row.parentId === null ? null : institutionLoader(context, row).load(row.parentId)),
    }),
    ...datedFields(t),
    ...citedFields(t),
  }
}

const InstitutionStretch = builder.objectRef<InstitutionStretchRow & AtMoment>('InstitutionStretch').implement({
  description: 'A stretch of days in which nothing about an institution changed.',
  fields: (t) => attributeFields(t),
})

const Lineage = builder.objectRef<InstitutionLineage & AtMoment>('InstitutionLineage').implement({
  description: 'How one institution goes on in another.',
  fields: (t) => ({
    kind: t.field({ type: LineageKindEnum, description: 'Merged into, or split from.', resolve: ({ kind }) => kind }),
    from: t.field({
      type: Institution,
      description: 'What was there before.',
      resolve: (row, _, context) => institutionAt(context, row, row.fromId),
    }),
    to: t.field({ type: Institution, description: 'What goes on.', resolve: (row, _, context) => institutionAt(context, row, row.toId) }),
    effectiveOn: t.expose('effectiveOn', { type: 'Date', description: 'Since when.' }),
    change: t.field({
      type: Change,
      description: 'The change that recorded it.',
      resolve: ({ recordedBy }, _, context) => changeByNumber(context, recordedBy),
    }),
  }),
})

builder.node(Institution, {
  description:
    'A health institution as it was at a moment: in the stretch in force then, or the nearest one when none was (`inForce` false).',
  id: { resolve: ({ id }) => id, parse: uuidOf },
  loadManyWithoutCache: async (ids, context) => {
    const found = await institutionsByIds(context, ids, now(context))
    return ids.map((id) => found.get(id) ?? null)
  },
  fields: (t) => ({
    version: t.int({
      description: 'What commands on it are based on.',
      resolve: ({ id }, _, context) => versionOf(context, 'INSTITUTION', id),
    }),
    code: t.exposeString('code', { description: 'The bureau’s code for it, unique.' }),
    countyCode: t.exposeString('countyCode', { description: 'Six digits: the county, or higher region, under which it is kept.' }),
    inForce: t.exposeBoolean('inForce', { description: 'Whether it was known to exist, or to have existed, on the day.' }),
    ...attributeFields(t),
    openedOn: t.field({
      type: 'Date',
      description: 'The first day it is known for; 0001-01-01 when not known since when.',
      resolve: async (row, _, context) => (await timelineLoader(context, row).load(row.id))?.[0]?.validFrom ?? row.validFrom,
    }),
    units: t.field({
      type: [Institution],
      description: 'What it runs, such as its village clinics, by code.',
      args: momentArgs,
      resolve: async (row, args, context) => {
        const moment = momentOf(row, args)
        return (await loaderFor(context, 'unitsOf', moment, (ids) => unitsOf(context, ids, moment)).load(row.id)) ?? []
      },
    }),
    villageClinicCount: t.int({
      description: 'Village clinics it runs; an entry for several counts as several.',
      resolve: async (row, _, context) =>
        (await loaderFor(context, 'villageClinicCounts', row.moment, (ids) => villageClinicCounts(context, ids, row.moment)).load(
          row.id,
        )) ?? 0,
    }),
    timeline: t.field({
      type: [InstitutionStretch],
      description: 'All stretches, past and future, as known at an instant.',
      args: knownArg,
      resolve: async (row, args, context) => {
        const moment = momentOf(row, args)
        return ((await timelineLoader(context, { moment }).load(row.id)) ?? []).map((stretch) => ({ ...stretch, moment }))
      },
    }),
    lineage: t.field({
      type: [Lineage],
      description: 'Mergers and splits it took part in, on either side.',
      args: knownArg,
      resolve: async (row, args, context) => {
        const moment = momentOf(row, args)
        return ((await loaderFor(context, 'lineageOf', moment, (ids) => lineageOf(context, ids, moment)).load(row.id)) ?? []).map(
          (one) => ({ ...one, moment }),
        )
      },
    }),
    changes: t.connection(
      {
        type: Change,
        description: `What was recorded about it, newest first. ${PAGE_NOTE}`,
        args: { correction: t.arg.boolean({ description: 'Corrections, or all others.' }) },
        resolve: ({ id }, { correction, ...page }, context) => changePage(context, { subjectIds: [id], correction }, pageOf(page)),
      },
      ChangeConnection,
    ),
  }),
})

function timelineLoader(context: Context, { moment }: AtMoment) {
  return loaderFor(context, 'institutionTimelines', { ...moment, asOf: context.today }, (ids) =>
    institutionTimelines(context, ids, moment.asKnownAt),
  )
}

const InstitutionFilter = builder.inputType('InstitutionFilter', {
  description: 'Which institutions; all conditions must hold. Without `statuses`, closed and merged ones are left out.',
  fields: (t) => ({
    countyCode: t.string({ description: 'Six digits: those kept under this county.' }),
    regionCode: t.string({ description: 'Twelve digits: those within this region.' }),
    search: t.string({ description: 'Part of a name, alias or code, in characters, full pinyin or initials (`twzx`).' }),
    categories: t.field({ type: [InstitutionCategoryEnum], description: 'Any of these categories.' }),
    primaryCare: t.boolean({ description: 'Primary care (基层医疗卫生机构), or not.' }),
    levels: t.field({ type: [HospitalLevelEnum], description: 'Any of these levels.' }),
    statuses: t.field({ type: [InstitutionStatusEnum], description: 'Any of these statuses.' }),
    ownerships: t.field({ type: [OwnershipEnum], description: 'Any of these owners.' }),
    allianceId: t.id({ description: 'Those in this alliance, whatever the role.' }),
    inAlliance: t.boolean({ description: 'Lead or member of some alliance, or of none.' }),
    parentId: t.id({ description: 'Those run by this institution.' }),
    aggregate: t.boolean({ description: 'Entries that stand for several units, or single ones.' }),
  }),
})

const ORDER_LABELS: Readonly<Record<InstitutionOrder, Text>> = {
  CODE: { zh: '机构编码', en: 'By code' },
  NAME: { zh: '名称', en: 'By name, in pinyin' },
  CATEGORY: { zh: '类别', en: 'By the code of the category' },
  LEVEL: { zh: '级别等次', en: 'By level and grade, the highest first' },
  REGION: { zh: '区划', en: 'By the code of the region' },
  BEDS: { zh: '床位', en: 'By beds' },
  SERVED_POPULATION: { zh: '服务人口', en: 'By population served' },
}
const InstitutionOrderBy = codeEnum(
  'InstitutionOrderBy',
  'What institutions are ordered by. What has no value comes last either way.',
  ORDER_LABELS,
)
export const SortDirection = codeEnum('SortDirection', 'Upward or downward. What has no value comes last either way.', {
  ASC: { zh: '升序', en: 'Upward' },
  DESC: { zh: '降序', en: 'Downward' },
})

const withIds = <F extends { allianceId?: string | null | undefined; parentId?: string | null | undefined }>(
  filter: F | null | undefined,
) => ({
  ...filter,
  allianceId: filter?.allianceId ? uuidOf(filter.allianceId) : null,
  parentId: filter?.parentId ? uuidOf(filter.parentId) : null,
})

const DIMENSION_LABELS: Readonly<Record<InstitutionDimension, Text>> = {
  CATEGORY: { zh: '类别', en: 'By category' },
  REGION: { zh: '乡镇', en: 'By town; what lies in none by county' },
  LEVEL: { zh: '级别', en: 'By level' },
  STATUS: { zh: '状态', en: 'By status' },
  OWNERSHIP: { zh: '举办性质', en: 'By owner' },
}
const InstitutionDimensionEnum = codeEnum('InstitutionDimension', 'What to count by.', DIMENSION_LABELS)
const InstitutionCountType = builder.objectRef<InstitutionCount & { by: InstitutionDimension }>('InstitutionCount').implement({
  description: 'A count of institutions.',
  fields: (t) => ({
    code: t.string({ nullable: true, description: 'The code counted; null where it is not reported.', resolve: ({ code }) => code }),
    label: t.string({ description: 'What the code means.', args: localeArg, resolve: (count, args) => inLocale(countLabel(count), args) }),
    institutions: t.exposeInt('institutions', { description: 'Entries.' }),
    units: t.exposeInt('units', { description: 'Units: an entry for several counts as several.' }),
  }),
})

builder.queryFields((t) => ({
  institution: t.field({
    type: Institution,
    nullable: true,
    authScopes: { may: 'institution.read' },
    description: 'One institution, by id or code; null when there is none.',
    args: { id: t.arg.id({ description: 'Its id.' }), code: t.arg.string({ description: 'Its code.' }), ...momentArgs },
    resolve: async (_, args, context) => {
      const moment = rootMoment(args, context)
      if (args.id != null) return institutionLoader(context, { moment }).load(uuidOf(args.id))
      return args.code == null ? null : institutionByCode(context, args.code, moment, institutionColumns(context))
    },
  }),
  institutions: t.connection(
    {
      type: Institution,
      authScopes: { may: 'institution.read' },
      description: `Institutions in force at the moment. ${PAGE_NOTE}`,
      args: {
        filter: t.arg({ type: InstitutionFilter, description: 'Which.' }),
        orderBy: t.arg({ type: InstitutionOrderBy, defaultValue: 'CODE', description: 'In which order.' }),
        direction: t.arg({ type: SortDirection, defaultValue: 'ASC', description: 'Which way.' }),
        ...momentArgs,
      },
      resolve: async (_, args, context, info) => {
        const moment = rootMoment(args, context)
        const page = await institutionPage(
          context,
          withIds(args.filter),
          args.orderBy ?? 'CODE',
          args.direction === 'DESC',
          pageOf(args),
          moment,
          institutionColumns(context),
        )
        await bringBelowInstitutions(
          context,
          { moment },
          page.edges.map(({ node }) => node),
          shownOnPage(info),
        )
        return { ...page, moment }
      },
    },
    { name: 'InstitutionConnection', description: 'A page of institutions.', fields: (f) => momentFields(f) },
    { name: 'InstitutionEdge' },
  ),
  institutionCounts: t.field({
    type: [InstitutionCountType],
    authScopes: { may: 'institution.read' },
    description: 'How many institutions pass the filter, by one dimension.',
    args: {
      filter: t.arg({ type: InstitutionFilter, description: 'Which.' }),
      by: t.arg({ type: InstitutionDimensionEnum, required: true, description: 'By what.' }),
      ...momentArgs,
    },
    resolve: async (_, args, context) =>
      (await institutionCounts(context, withIds(args.filter), args.by, rootMoment(args, context))).map((count) => ({
        ...count,
        by: args.by,
      })),
  }),
}))
