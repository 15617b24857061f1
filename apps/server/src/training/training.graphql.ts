import { COHORT_STATES, type CohortState } from '@yilian/domain/staffing/terms.ts'

import { Change, changeByNumber } from '../change/change.graphql.ts'
import { builder, type Types } from '../graphql/builder.ts'
import { momentFields, pageOf, PAGE_NOTE } from '../graphql/connection.ts'
import type { Context } from '../graphql/context.ts'
import { citedFields, datedFields } from '../graphql/dated-fields.ts'
import { atMost } from '../graphql/limits.ts'
import { loaderFor, momentArgs, now, rootMoment } from '../graphql/moment.ts'
import { uuidOf } from '../graphql/node-id.ts'
import { CohortStateEnum, GpKindEnum, RecruitmentChannelEnum, TrainingProgrammeEnum } from '../graphql/staffing-enums.ts'
import { versionOf } from '../graphql/version.ts'
import { institutionsSeen } from '../institution/institution-loaders.ts'
import { Institution } from '../institution/institution.ref.ts'
import { personLoader, personSeen } from '../person/person-loader.ts'
import { Person } from '../person/person.ref.ts'
import { Region, regionAt } from '../region/region.graphql.ts'
import {
  cohortsOfPeople,
  cohortStates,
  countyPage,
  countyRecordsByIds,
  datedByIds,
  membersOfCohorts,
  mentorshipPage,
  type CohortMemberRow,
  type CohortRow,
  type CountyRows,
  type DriveRow,
  type MentorshipRow,
  type PopulationRow,
  type StaffCountRow,
} from './training.queries.ts'

export const TrainingCohort = builder.objectRef<CohortRow>('TrainingCohort')
export const CohortMember = builder.objectRef<CohortMemberRow>('CohortMember')
export const RecruitmentDrive = builder.objectRef<DriveRow>('RecruitmentDrive')
export const Mentorship = builder.objectRef<MentorshipRow>('Mentorship')
export const StaffCount = builder.objectRef<StaffCountRow>('StaffCount')
export const RegionPopulation = builder.objectRef<PopulationRow>('RegionPopulation')

const NOT_KNOWN = 'Null when not known, which is not zero.'

function nodeOf<K extends keyof CountyRows>(fact: K) {
  return {
    id: { resolve: ({ id }: CountyRows[K]) => id, parse: uuidOf },
    loadManyWithoutCache: async (ids: string[], context: Context) => {
      const found = await countyRecordsByIds(context, fact, ids, now(context))
      return ids.map((id) => found.get(id) ?? null)
    },
  }
}

function recordedFields<K extends keyof CountyRows>(t: PothosSchemaTypes.ObjectFieldBuilder<Types, CountyRows[K]>, fact: K) {
  return {
    version: t.int({ description: 'What commands on it are based on.', resolve: ({ id }, _, context) => versionOf(context, fact, id) }),
    region: t.field({
      type: Region,
      description: 'Of which region.',
      resolve: (row, _, context) => regionAt(context, row, row.regionCode),
    }),
    recordedFrom: t.field({
      type: 'Instant',
      description: 'Since when the system knows it so.',
      resolve: ({ recordedFrom }) => recordedFrom,
    }),
    change: t.field({
      type: Change,
      description: 'The change that recorded it so.',
      resolve: ({ recordedBy }, _, context) => changeByNumber(context, recordedBy),
    }),
  }
}

const StateCount = builder.objectRef<{ state: CohortState; count: number }>('CohortStateCount').implement({
  description: 'How many people of a cohort are so far.',
  fields: (t) => ({
    state: t.field({ type: CohortStateEnum, description: 'How far.', resolve: ({ state }) => state }),
    count: t.exposeInt('count', { description: 'People.' }),
  }),
})

builder.node(CohortMember, {
  description: 'Somebody of a cohort, for a stretch of days.',
  id: { resolve: ({ id }) => id, parse: uuidOf },
  loadManyWithoutCache: async (ids, context) => {
    const found = await datedByIds<CohortMemberRow>(context, 'COHORT_MEMBER', ids, now(context))
    return ids.map((id) => found.get(id) ?? null)
  },
  fields: (t) => ({
    cohort: t.field({
      type: TrainingCohort,
      nullable: true,
      description: 'The cohort; null where it is not seen.',
      resolve: ({ cohortId, moment }, _, context) =>
        loaderFor(context, 'cohortsByIds', moment, (ids) => countyRecordsByIds(context, 'TRAINING_COHORT', ids, moment)).load(cohortId),
    }),
    person: t.field({
      type: Person,
      nullable: true,
      description: 'Who; null where the person is not seen on the day itself.',
      resolve: (row, _, context) => personLoader(context, row).load(row.personId),
    }),
    state: t.field({ type: CohortStateEnum, description: 'How far.', resolve: ({ state }) => state }),
    ...datedFields(t),
    ...citedFields(t),
  }),
})

builder.node(TrainingCohort, {
  ...nodeOf('TRAINING_COHORT'),
  description: 'People trained together for primary care (培养队列). Counts stand alone where nobody is named.',
  fields: (t) => ({
    programme: t.field({ type: TrainingProgrammeEnum, description: 'The programme.', resolve: ({ programme }) => programme }),
    name: t.exposeString('name', { description: 'What it is called.' }),
    startYear: t.exposeInt('startYear', { nullable: true, description: 'The year it began; null where the report does not say.' }),
    planned: t.exposeInt('planned', { nullable: true, description: `People planned. ${NOT_KNOWN}` }),
    enrolled: t.exposeInt('enrolled', { nullable: true, description: `People enrolled. ${NOT_KNOWN}` }),
    interns: t.exposeInt('interns', { nullable: true, description: `Interns. ${NOT_KNOWN}` }),
    graduated: t.exposeInt('graduated', { nullable: true, description: `Graduates. ${NOT_KNOWN}` }),
    placed: t.exposeInt('placed', { nullable: true, description: `People placed. ${NOT_KNOWN}` }),
    posts: t.exposeInt('posts', { nullable: true, description: `Posts that are there for its graduates. ${NOT_KNOWN}` }),
    obligationYears: t.exposeInt('obligationYears', { nullable: true, description: `Years of service owed. ${NOT_KNOWN}` }),
    institutions: t.field({
      type: [Institution],
      description: 'The institutions concerned that are seen.',
      resolve: (row, _, context) => institutionsSeen(context, row, row.institutionIds),
    }),
    reportedFor: t.exposeString('reportedFor', { nullable: true, description: 'For when the counts are reported, as written.' }),
    target: t.exposeBoolean('target', { description: 'It is planned, not under way.' }),
    members: t.field({
      type: [CohortMember],
      description: 'The people of it on the day that are seen.',
      resolve: async ({ id, moment }, _, context) =>
        (await loaderFor(context, 'membersOfCohorts', moment, (ids) => membersOfCohorts(context, ids, moment)).load(id)) ?? [],
    }),
    states: t.field({
      type: [StateCount],
      extensions: atMost(Object.keys(COHORT_STATES).length),
      description:
        'How many people of it are how far on the day, whether or not each is seen; where people are known these replace the counts.',
      resolve: async ({ id, moment }, _, context) =>
        (await loaderFor(context, 'cohortStates', moment, (ids) => cohortStates(context, ids, moment)).load(id)) ?? [],
    }),
    ...recordedFields<'TRAINING_COHORT'>(t, 'TRAINING_COHORT'),
    ...citedFields(t),
  }),
})

builder.objectField(Person, 'cohorts', (t) =>
  t.field({
    type: [CohortMember],
    description: 'The cohorts the person is in on the day.',
    resolve: async ({ id, moment }, _, context) =>
      (await loaderFor(context, 'cohortsOfPeople', moment, (ids) => cohortsOfPeople(context, ids, moment)).load(id)) ?? [],
  }),
)

builder.node(RecruitmentDrive, {
  ...nodeOf('RECRUITMENT_DRIVE'),
  description: 'A recruitment drive (招聘), with its channel and how far it came.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What it is called.' }),
    channel: t.field({
      type: RecruitmentChannelEnum,
      nullable: true,
      description: 'The channel; null when not known.',
      resolve: ({ channel }) => channel,
    }),
    posts: t.exposeInt('posts', { nullable: true, description: `Posts offered. ${NOT_KNOWN}` }),
    applicants: t.exposeInt('applicants', { nullable: true, description: `Applicants. ${NOT_KNOWN}` }),
    hired: t.exposeInt('hired', { nullable: true, description: `People hired. ${NOT_KNOWN}` }),
    openedOn: t.expose('openedOn', { type: 'Date', nullable: true, description: 'When it opened.' }),
    closedOn: t.expose('closedOn', { type: 'Date', nullable: true, description: 'When it closed.' }),
    postPool: t.exposeBoolean('postPool', { description: 'Posts of a pool were competed for (岗位池竞聘).' }),
    institutions: t.field({
      type: [Institution],
      description: 'The institutions concerned that are seen.',
      resolve: (row, _, context) => institutionsSeen(context, row, row.institutionIds),
    }),
    reportedFor: t.exposeString('reportedFor', { nullable: true, description: 'For when it is reported, as written.' }),
    target: t.exposeBoolean('target', { description: 'It is planned, not under way.' }),
    ...recordedFields<'RECRUITMENT_DRIVE'>(t, 'RECRUITMENT_DRIVE'),
    ...citedFields(t),
  }),
})

builder.node(StaffCount, {
  ...nodeOf('STAFF_COUNT'),
  description: 'A number of people that a report gives and does not name.',
  fields: (t) => ({
    what: t.exposeString('what', { description: 'What is counted, as written.' }),
    profession: t.string({ nullable: true, description: 'See `codeList(name: "profession")`.', resolve: ({ profession }) => profession }),
    generalPractitioner: t.field({
      type: GpKindEnum,
      nullable: true,
      description: 'General practitioners of this kind.',
      resolve: (one) => one.generalPractitioner,
    }),
    institutions: t.field({
      type: [Institution],
      description: 'The institutions concerned that are seen.',
      resolve: (row, _, context) => institutionsSeen(context, row, row.institutionIds),
    }),
    count: t.exposeInt('count', { nullable: true, description: 'How many; null where the report names it without a number.' }),
    onDay: t.expose('onDay', { type: 'Date', nullable: true, description: 'On which day.' }),
    period: t.exposeString('period', { nullable: true, description: 'For which period, as written.' }),
    target: t.exposeBoolean('target', { description: 'To be reached, not counted.' }),
    replaced: t.exposeBoolean('replaced', { description: 'The people are known: in no total.' }),
    ...recordedFields<'STAFF_COUNT'>(t, 'STAFF_COUNT'),
    ...citedFields(t),
  }),
})

builder.node(RegionPopulation, {
  ...nodeOf('REGION_POPULATION'),
  description: 'Residents of a region in a year.',
  fields: (t) => ({
    year: t.exposeInt('year', { description: 'The year.' }),
    residents: t.exposeInt('residents', { description: 'Residents.' }),
    ...recordedFields<'REGION_POPULATION'>(t, 'REGION_POPULATION'),
    ...citedFields(t),
  }),
})

builder.node(Mentorship, {
  description: 'A mentorship (师徒结对) for a stretch of days: of two people, or a number of pairs that a report counts.',
  id: { resolve: ({ id }) => id, parse: uuidOf },
  loadManyWithoutCache: async (ids, context) => {
    const found = await datedByIds<MentorshipRow>(context, 'MENTORSHIP', ids, now(context))
    return ids.map((id) => found.get(id) ?? null)
  },
  fields: (t) => ({
    version: t.int({
      description: 'What commands on it are based on.',
      resolve: ({ id }, _, context) => versionOf(context, 'MENTORSHIP', id),
    }),
    region: t.field({
      type: Region,
      description: 'Of which region.',
      resolve: (row, _, context) => regionAt(context, row, row.regionCode),
    }),
    mentor: t.field({
      type: Person,
      nullable: true,
      description: 'Who teaches.',
      resolve: (row, _, context) => personSeen(context, row, row.mentorId),
    }),
    mentee: t.field({
      type: Person,
      nullable: true,
      description: 'Who learns.',
      resolve: (row, _, context) => personSeen(context, row, row.menteeId),
    }),
    pairs: t.exposeInt('pairs', { nullable: true, description: 'Pairs; null where the report does not count.' }),
    institutions: t.field({
      type: [Institution],
      description: 'The institutions concerned that are seen.',
      resolve: (row, _, context) => institutionsSeen(context, row, row.institutionIds),
    }),
    content: t.exposeString('content', { nullable: true, description: 'What it is about.' }),
    ...datedFields(t),
    ...citedFields(t),
  }),
})

const filterArgs = builder.args((t) => ({
  countyCode: t.string({ description: 'Six digits: of this county.' }),
  regionCode: t.string({ description: 'Twelve digits: within this region.' }),
  institutionId: t.id({ description: 'That name this institution.' }),
  target: t.boolean({ description: 'To be reached, or what was.' }),
}))
const idOf = (given: string | null | undefined) => (given ? uuidOf(given) : null)

builder.queryFields((t) => ({
  cohort: t.field({
    type: TrainingCohort,
    nullable: true,
    authScopes: { may: 'staff.read' },
    description: 'A training cohort, by id; null when there is none.',
    args: { id: t.arg.id({ required: true, description: 'The cohort.' }), ...momentArgs },
    resolve: async (_, { id, ...args }, context) => {
      const moment = rootMoment(args, context)
      return (await countyRecordsByIds(context, 'TRAINING_COHORT', [uuidOf(id)], moment)).get(uuidOf(id)) ?? null
    },
  }),
  cohorts: t.connection(
    {
      type: TrainingCohort,
      authScopes: { may: 'staff.read' },
      description: `Training cohorts, the latest first. ${PAGE_NOTE}`,
      args: { ...filterArgs, ...momentArgs },
      resolve: async (_, args, context) => {
        const moment = rootMoment(args, context)
        const page = await countyPage(
          context,
          'TRAINING_COHORT',
          { ...args, institutionId: idOf(args.institutionId) },
          pageOf(args),
          moment,
        )
        return { ...page, moment }
      },
    },
    { name: 'TrainingCohortConnection', description: 'A page of cohorts.', fields: (f) => momentFields(f) },
    { name: 'TrainingCohortEdge' },
  ),
  recruitmentDrives: t.connection(
    {
      type: RecruitmentDrive,
      authScopes: { may: 'staff.read' },
      description: `Recruitment drives, the latest first. ${PAGE_NOTE}`,
      args: { ...filterArgs, ...momentArgs },
      resolve: async (_, args, context) => {
        const moment = rootMoment(args, context)
        const page = await countyPage(
          context,
          'RECRUITMENT_DRIVE',
          { ...args, institutionId: idOf(args.institutionId) },
          pageOf(args),
          moment,
        )
        return { ...page, moment }
      },
    },
    { name: 'RecruitmentDriveConnection', description: 'A page of recruitment drives.', fields: (f) => momentFields(f) },
    { name: 'RecruitmentDriveEdge' },
  ),
  staffCounts: t.connection(
    {
      type: StaffCount,
      authScopes: { may: 'staff.read' },
      description: `Numbers of people that reports give, by what they count. ${PAGE_NOTE}`,
      args: { ...filterArgs, ...momentArgs },
      resolve: async (_, args, context) => {
        const moment = rootMoment(args, context)
        const page = await countyPage(context, 'STAFF_COUNT', { ...args, institutionId: idOf(args.institutionId) }, pageOf(args), moment)
        return { ...page, moment }
      },
    },
    { name: 'StaffCountConnection', description: 'A page of counts.', fields: (f) => momentFields(f) },
    { name: 'StaffCountEdge' },
  ),
  populations: t.connection(
    {
      type: RegionPopulation,
      authScopes: { may: 'staff.read' },
      description: `Residents of regions, the latest year first. ${PAGE_NOTE}`,
      args: {
        countyCode: t.arg.string({ description: 'Six digits: of this county.' }),
        regionCode: t.arg.string({ description: 'Twelve digits: within this region.' }),
        ...momentArgs,
      },
      resolve: async (_, { countyCode, regionCode, ...args }, context) => {
        const moment = rootMoment(args, context)
        return { ...(await countyPage(context, 'REGION_POPULATION', { countyCode, regionCode }, pageOf(args), moment)), moment }
      },
    },
    { name: 'RegionPopulationConnection', description: 'A page of populations.', fields: (f) => momentFields(f) },
    { name: 'RegionPopulationEdge' },
  ),
  mentorships: t.connection(
    {
      type: Mentorship,
      authScopes: { may: 'staff.read' },
      description: `Mentorships in force on the day, the latest first. ${PAGE_NOTE}`,
      args: {
        countyCode: t.arg.string({ description: 'Six digits: of this county.' }),
        institutionId: t.arg.id({ description: 'That name this institution.' }),
        ...momentArgs,
      },
      resolve: async (_, { countyCode, institutionId, ...args }, context) => {
        const moment = rootMoment(args, context)
        return { ...(await mentorshipPage(context, { countyCode, institutionId: idOf(institutionId) }, pageOf(args), moment)), moment }
      },
    },
    { name: 'MentorshipConnection', description: 'A page of mentorships.', fields: (f) => momentFields(f) },
    { name: 'MentorshipEdge' },
  ),
}))
