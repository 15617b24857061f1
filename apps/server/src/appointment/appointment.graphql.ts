import type { Text } from '@yilian/domain/locale.ts'
import { appointmentKindRules } from '@yilian/domain/staffing/appointment-kind.ts'

import { builder } from '../graphql/builder.ts'
import { momentFields, pageOf, PAGE_NOTE } from '../graphql/connection.ts'
import { citedFields, datedFields } from '../graphql/dated-fields.ts'
import { knownArg, loaderFor, momentArgs, momentOf, now, rootMoment } from '../graphql/moment.ts'
import { uuidOf } from '../graphql/node-id.ts'
import { AppointmentKindEnum, LeadershipEnum } from '../graphql/staffing-enums.ts'
import { codeEnum } from '../graphql/text.ts'
import { versionOf } from '../graphql/version.ts'
import { SortDirection } from '../institution/institution.graphql.ts'
import { institutionSeen } from '../institution/institution-loaders.ts'
import { Institution } from '../institution/institution.ref.ts'
import { personLoader } from '../person/person-loader.ts'
import { Person } from '../person/person.ref.ts'
import { Post, postSeen } from '../post/post.graphql.ts'
import {
  appointmentPage,
  appointmentsByIds,
  appointmentsOfPeople,
  careersOfPeople,
  type AppointmentFilter,
  type AppointmentOrder,
} from './appointment.queries.ts'
import { Appointment } from './appointment.ref.ts'

builder.node(Appointment, {
  description:
    'A stretch of a person’s tie to an institution (任职、兼任、挂职、借调、派驻、帮扶、轮岗、返聘、进修、多点执业). Stretches with the same `id` are one appointment.',
  id: { resolve: ({ id }) => id, parse: uuidOf },
  loadManyWithoutCache: async (ids, context) => {
    const found = await appointmentsByIds(context, ids, now(context))
    return ids.map((id) => found.get(id) ?? null)
  },
  fields: (t) => ({
    version: t.int({
      description: 'What commands on it are based on: the version of the person.',
      resolve: ({ personId }, _, context) => versionOf(context, 'PERSON', personId),
    }),
    person: t.field({
      type: Person,
      nullable: true,
      description: 'Whose; null where the person is not seen on the day itself.',
      resolve: (row, _, context) => personLoader(context, row).load(row.personId),
    }),
    kind: t.field({ type: AppointmentKindEnum, description: 'What kind of tie.', resolve: ({ kind }) => kind }),
    movesWork: t.boolean({
      description: 'The person works at the host while it lasts.',
      resolve: ({ kind }) => appointmentKindRules(kind).movesWork,
    }),
    institution: t.field({
      type: Institution,
      nullable: true,
      description: 'Where the work is (host); null where it is elsewhere, or not seen.',
      resolve: (row, _, context) => institutionSeen(context, row, row.institutionId),
    }),
    elsewhere: t.exposeString('elsewhere', { nullable: true, description: 'A host outside of what is recorded, in words.' }),
    home: t.field({
      type: Institution,
      nullable: true,
      description: 'The institution of the primary appointment when it began; null where the person comes from outside, or it is not seen.',
      resolve: (row, _, context) => institutionSeen(context, row, row.homeId),
    }),
    homeElsewhere: t.exposeString('homeElsewhere', { nullable: true, description: 'A home outside of what is recorded, in words.' }),
    post: t.field({
      type: Post,
      nullable: true,
      description: 'The post it fills.',
      resolve: (row, _, context) => postSeen(context, row, row.postId),
    }),
    leadership: t.field({
      type: LeadershipEnum,
      nullable: true,
      description: 'A post of leadership.',
      resolve: ({ leadership }) => leadership,
    }),
    title: t.exposeString('title', { nullable: true, description: 'The job as written.' }),
    share: t.expose('share', { type: 'Decimal', nullable: true, description: 'Part of full time, 0 to 1; null: by the rule of its kind.' }),
    plannedUntil: t.expose('plannedUntil', { type: 'Date', nullable: true, description: 'The last day it is planned to last.' }),
    reviewOn: t.expose('reviewOn', { type: 'Date', nullable: true, description: 'When it is looked at again.' }),
    overdue: t.boolean({
      description: 'The planned last day, or the review, has passed on the day that was asked about, and it goes on.',
      resolve: ({ plannedUntil, reviewOn, validTo, moment }) => {
        const due = plannedUntil ?? reviewOn
        return due !== null && due < moment.asOf && (validTo === null || validTo > moment.asOf)
      },
    }),
    flowIn: t.string({
      nullable: true,
      description: 'How the person came; see `codeList(name: "flowIn")`.',
      resolve: ({ flowIn }) => flowIn,
    }),
    flowOut: t.string({ nullable: true, description: 'Why it ended; see `codeList(name: "flowOut")`.', resolve: ({ flowOut }) => flowOut }),
    ...datedFields(t),
    ...citedFields(t),
  }),
})

builder.objectFields(Person, (t) => ({
  appointments: t.field({
    type: [Appointment],
    description: 'What the person is appointed to, the home first.',
    args: momentArgs,
    resolve: async (row, args, context) => {
      const moment = momentOf(row, args)
      return (
        (await loaderFor(context, 'appointmentsOfPeople', moment, (ids) => appointmentsOfPeople(context, ids, moment)).load(row.id)) ?? []
      )
    },
  }),
  home: t.field({
    type: Appointment,
    nullable: true,
    description: 'The primary appointment, or the one of a rehired retiree; null when there is none on the day.',
    resolve: async (row, _, context) => {
      const { moment } = row
      const all =
        (await loaderFor(context, 'appointmentsOfPeople', moment, (ids) => appointmentsOfPeople(context, ids, moment)).load(row.id)) ?? []
      return all.find(({ kind }) => appointmentKindRules(kind).home) ?? null
    },
  }),
  career: t.field({
    type: [Appointment],
    description: 'Every stretch of every appointment, past and future, as known at an instant.',
    args: knownArg,
    resolve: async (row, args, context) => {
      const moment = momentOf(row, args)
      return (await loaderFor(context, 'careersOfPeople', moment, (ids) => careersOfPeople(context, ids, moment)).load(row.id)) ?? []
    },
  }),
}))

const AppointmentFilterInput = builder.inputType('AppointmentFilter', {
  description: 'Which appointments; all conditions must hold on the day.',
  fields: (t) => ({
    countyCode: t.string({ description: 'Six digits: of people kept by this county.' }),
    kinds: t.field({ type: [AppointmentKindEnum], description: 'Of any of these kinds.' }),
    personId: t.id({ description: 'Of this person.' }),
    hostId: t.id({ description: 'With work at this institution.' }),
    homeId: t.id({ description: 'Of people at home at this institution.' }),
    allianceId: t.id({ description: 'With host or home in this alliance on the day.' }),
    leaderships: t.field({ type: [LeadershipEnum], description: 'To any of these posts of leadership.' }),
    leading: t.boolean({ description: 'To some post of leadership, or to none.' }),
    overdue: t.boolean({ description: 'Planned to end, or to be reviewed, before the day; or not.' }),
    dueBy: t.field({
      type: 'Date',
      description: 'Planned to end on this day or before; where that is not planned, to be reviewed by then.',
    }),
  }),
})

const ORDER_LABELS: Readonly<Record<AppointmentOrder, Text>> = {
  PERSON: { zh: '姓名', en: 'By the person’s name, in pinyin' },
  START: { zh: '开始日期', en: 'By the first day' },
  RETURN: { zh: '计划返回', en: 'By the planned return or review' },
}
const AppointmentOrderBy = codeEnum('AppointmentOrderBy', 'What appointments are ordered by.', ORDER_LABELS)

builder.queryField('appointments', (t) =>
  t.connection(
    {
      type: Appointment,
      authScopes: { may: 'staff.read' },
      description: `Who is appointed where on the day. ${PAGE_NOTE}`,
      args: {
        filter: t.arg({ type: AppointmentFilterInput, description: 'Which.' }),
        orderBy: t.arg({ type: AppointmentOrderBy, defaultValue: 'PERSON', description: 'In which order.' }),
        direction: t.arg({ type: SortDirection, defaultValue: 'ASC', description: 'Which way.' }),
        ...momentArgs,
      },
      resolve: async (_, args, context) => {
        const moment = rootMoment(args, context)
        const page = await appointmentPage(
          context,
          withIds(args.filter),
          args.orderBy ?? 'PERSON',
          args.direction === 'DESC',
          pageOf(args),
          moment,
        )
        return { ...page, moment }
      },
    },
    { name: 'AppointmentConnection', description: 'A page of appointments.', fields: (f) => momentFields(f) },
    { name: 'AppointmentEdge' },
  ),
)

function withIds(filter: AppointmentFilter | null | undefined): AppointmentFilter {
  const id = (given: string | null | undefined) => (given ? uuidOf(given) : null)
  return {
    ...filter,
    personId: id(filter?.personId),
    hostId: id(filter?.hostId),
    homeId: id(filter?.homeId),
    allianceId: id(filter?.allianceId),
  }
}
