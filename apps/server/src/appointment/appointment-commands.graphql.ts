import { baseVersionField, defineCommand, type Fields } from '../command/command.graphql.ts'
import { builder } from '../graphql/builder.ts'
import { AppointmentKindEnum, EstablishmentTypeEnum } from '../graphql/staffing-enums.ts'
import { flowInField, placeFields } from '../person/person-commands.graphql.ts'
import * as appointments from './appointment.commands.ts'
import * as careers from './career.commands.ts'

const ofPerson = (t: Fields) => ({
  personId: t.id({ required: true, description: 'The person.' }),
  baseVersion: baseVersionField(t, 'person'),
})
const ofAppointment = (t: Fields) => ({
  appointmentId: t.id({ required: true, description: 'The appointment.' }),
  baseVersion: baseVersionField(t, 'person'),
})
const returnFields = (t: Fields) => ({
  plannedUntil: t.field({ type: 'Date', description: 'The last day it is planned to last.' }),
  reviewOn: t.field({ type: 'Date', description: 'When it is looked at again.' }),
})
const at = (t: Fields) => ({ institutionId: t.id({ required: true, description: 'Where.' }) })
const FLOW_OUT = 'Code of the national staff card, see `codeList(name: "flowOut")`.'

defineCommand<appointments.AppointPerson>({
  name: 'appointPerson',
  description: '调整岗位和职务: from the effective day, what the primary appointment is to, all of it.',
  fields: (t) => ({ ...ofPerson(t), ...placeFields(t) }),
  body: appointments.appointPerson,
})

defineCommand<appointments.AddConcurrentPost>({
  name: 'addConcurrentPost',
  description: '登记兼任: another post, at another institution, beside the primary one.',
  fields: (t) => ({
    ...ofPerson(t),
    ...at(t),
    ...placeFields(t),
    plannedUntil: t.field({ type: 'Date', description: 'The last day it is planned to last.' }),
  }),
  body: appointments.addConcurrentPost,
})

defineCommand<appointments.AssignPerson>({
  name: 'assignPerson',
  description:
    '派驻、借调、挂职、帮扶、轮岗、进修、多点执业: the person is assigned to a host. What moves work needs a planned return or a review; one posting down at a time.',
  fields: (t) => ({
    ...ofPerson(t),
    kind: t.field({ type: AppointmentKindEnum, required: true, description: 'As what.' }),
    institutionId: t.id({ description: 'The host.' }),
    elsewhere: t.string({ description: 'A host outside of what is recorded (进修、帮扶), at most 100 characters.' }),
    ...placeFields(t),
    ...returnFields(t),
  }),
  body: appointments.assignPerson,
})

defineCommand<appointments.ExtendAssignment>({
  name: 'extendAssignment',
  description: '延期: from the effective day another return or review is planned.',
  fields: (t) => ({ ...ofAppointment(t), ...returnFields(t) }),
  body: appointments.extendAssignment,
})

defineCommand<appointments.EndAssignment>({
  name: 'endAssignment',
  description: '返回、结束: the person is back on the effective day, or no longer holds the concurrent post.',
  fields: ofAppointment,
  body: appointments.endAssignment,
})

defineCommand<appointments.TransferPerson>({
  name: 'transferPerson',
  description: '调动: the person leaves the institution and is appointed at another on the same day, in one transaction.',
  fields: (t) => ({ ...ofPerson(t), ...at(t), ...placeFields(t), ...flowInField(t) }),
  body: appointments.transferPerson,
})

defineCommand<careers.OnPerson>({
  name: 'retirePerson',
  description: '退休: from the effective day the person holds no appointment.',
  fields: ofPerson,
  body: careers.retirePerson,
})

defineCommand<careers.LeavePerson>({
  name: 'leavePerson',
  description: '离职: from the effective day the person holds no appointment, and why.',
  fields: (t) => ({ ...ofPerson(t), flowOut: t.string({ required: true, description: FLOW_OUT }) }),
  body: careers.leavePerson,
})

defineCommand<careers.RehirePerson>({
  name: 'rehirePerson',
  description: '返聘、重新入职: somebody who holds no appointment has one again. A rehired retiree takes no place of the establishment.',
  fields: (t) => ({
    ...ofPerson(t),
    ...at(t),
    rehired: t.boolean({ required: true, description: 'True: a retiree is rehired (返聘). False: an ordinary appointment again.' }),
    establishmentType: t.field({
      type: EstablishmentTypeEnum,
      description: 'How the person is employed from then on; rehired retirees are that.',
    }),
    plannedUntil: t.field({ type: 'Date', description: 'The last day it is planned to last.' }),
    ...placeFields(t),
    ...flowInField(t),
  }),
  body: careers.rehirePerson,
})

const AppointmentStretch = builder.inputType('AppointmentStretchInput', {
  description: 'A stretch as it truly was.',
  fields: (t) => ({
    institutionId: t.id({ description: 'Where the work was.' }),
    elsewhere: t.string({ description: 'A host outside of what is recorded.' }),
    ...placeFields(t),
    ...returnFields(t),
    ...flowInField(t),
    flowOut: t.string({ description: `Why it ended. ${FLOW_OUT}` }),
    validFrom: t.field({ type: 'Date', required: true, description: 'First day.' }),
    validTo: t.field({ type: 'Date', description: 'First day no longer; null for an open end.' }),
  }),
})

defineCommand<appointments.CorrectAppointment>({
  name: 'correctAppointment',
  description:
    '更正任职记录: the appointment as it truly was, all its stretches; an empty list says it never was. What was known before stays readable as known then.',
  correction: true,
  fields: (t) => ({
    ...ofAppointment(t),
    stretches: t.field({ type: [AppointmentStretch], required: true, description: 'Its whole timeline.' }),
  }),
  body: appointments.correctAppointment,
})
