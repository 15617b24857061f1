import type { Text } from '@yilian/domain/locale.ts'

import { builder } from '../graphql/builder.ts'
import { momentFields, pageOf, PAGE_NOTE } from '../graphql/connection.ts'
import { momentArgs, rootMoment } from '../graphql/moment.ts'
import { uuidOf } from '../graphql/node-id.ts'
import {
  AppointmentKindEnum,
  EstablishmentTypeEnum,
  GpKindEnum,
  LeadershipEnum,
  SexEnum,
  TitleLevelEnum,
} from '../graphql/staffing-enums.ts'
import { codeEnum } from '../graphql/text.ts'
import { SortDirection } from '../institution/institution.graphql.ts'
import { personLoader } from './person-loader.ts'
import { personIdByCode, personPage, type PersonFilter, type PersonOrder } from './person.queries.ts'
import { Person } from './person.ref.ts'

const PersonFilterInput = builder.inputType('PersonFilter', {
  description: 'Which people; all conditions must hold on the day.',
  fields: (t) => ({
    countyCode: t.string({ description: 'Six digits: those kept by this county.' }),
    regionCode: t.string({ description: 'Twelve digits: those at home at an institution within this region.' }),
    search: t.string({ description: 'Part of the name, in characters, full pinyin or initials, or of the code.' }),
    institutionId: t.id({ description: 'Those at home (任职、返聘) at this institution.' }),
    allianceId: t.id({ description: 'Those at home at the lead or a member of this alliance on the day.' }),
    hostId: t.id({ description: 'Those who work at this institution by an assignment or a concurrent post.' }),
    workClasses: t.stringList({ description: 'Any of these codes of `workClass`.' }),
    professions: t.stringList({ description: 'Any of these codes of `profession`.' }),
    titleLevels: t.field({ type: [TitleLevelEnum], description: 'Appointed to any of these levels.' }),
    establishmentTypes: t.field({ type: [EstablishmentTypeEnum], description: 'Employed in any of these ways.' }),
    educations: t.stringList({ description: 'Any of these codes of `education`.' }),
    sex: t.field({ type: SexEnum, description: 'Of this sex.' }),
    generalPractitioners: t.field({ type: [GpKindEnum], description: 'General practitioners of any of these kinds.' }),
    leaderships: t.field({ type: [LeadershipEnum], description: 'With any of these posts of leadership, anywhere.' }),
    kinds: t.field({ type: [AppointmentKindEnum], description: 'With an appointment of any of these kinds.' }),
    atWork: t.boolean({ description: 'At home somewhere on the day, or not (retired, left, not yet begun).' }),
    synthetic: t.boolean({ description: 'Sample data, or not.' }),
  }),
})

const ORDER_LABELS: Readonly<Record<PersonOrder, Text>> = {
  CODE: { zh: '编码', en: 'By code' },
  NAME: { zh: '姓名', en: 'By name, in pinyin' },
  BIRTH_DATE: { zh: '出生日期', en: 'By birth date' },
  WORK_STARTED: { zh: '参加工作日期', en: 'By when work began' },
  INSTITUTION: { zh: '任职单位', en: 'By the name of the home institution' },
}
const PersonOrderBy = codeEnum('PersonOrderBy', 'What people are ordered by. What has no value comes last either way.', ORDER_LABELS)

/** A filter with its ids as the database has them. */
export function personFilter(filter: PersonFilter | null | undefined): PersonFilter {
  const id = (given: string | null | undefined) => (given ? uuidOf(given) : null)
  return { ...filter, institutionId: id(filter?.institutionId), allianceId: id(filter?.allianceId), hostId: id(filter?.hostId) }
}

builder.queryFields((t) => ({
  person: t.field({
    type: Person,
    nullable: true,
    authScopes: { may: 'staff.read' },
    description: 'Somebody on the staff, by id or code; null when there is nobody, or nobody seen on the day.',
    args: { id: t.arg.id({ description: 'The id.' }), code: t.arg.string({ description: 'The code.' }), ...momentArgs },
    resolve: async (_, args, context) => {
      const id = args.id != null ? uuidOf(args.id) : args.code != null ? await personIdByCode(context, args.code) : null
      return id === null ? null : personLoader(context, { moment: rootMoment(args, context) }).load(id)
    },
  }),
  people: t.connection(
    {
      type: Person,
      authScopes: { may: 'staff.read' },
      description: `People whose record is in force at the moment. ${PAGE_NOTE}`,
      args: {
        filter: t.arg({ type: PersonFilterInput, description: 'Which.' }),
        orderBy: t.arg({ type: PersonOrderBy, defaultValue: 'CODE', description: 'In which order.' }),
        direction: t.arg({ type: SortDirection, defaultValue: 'ASC', description: 'Which way.' }),
        ...momentArgs,
      },
      resolve: async (_, args, context) => {
        const moment = rootMoment(args, context)
        const descending = args.direction === 'DESC'
        const page = await personPage(context, personFilter(args.filter), args.orderBy ?? 'CODE', descending, pageOf(args), moment)
        return { ...page, moment }
      },
    },
    { name: 'PersonConnection', description: 'A page of people.', fields: (f) => momentFields(f) },
    { name: 'PersonEdge' },
  ),
}))
