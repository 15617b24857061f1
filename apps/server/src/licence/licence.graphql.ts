import { baseVersionField, defineCommand, type Fields } from '../command/command.graphql.ts'
import { builder } from '../graphql/builder.ts'
import { citedFields, datedFields } from '../graphql/dated-fields.ts'
import { knownArg, loaderFor, momentArgs, momentOf, now } from '../graphql/moment.ts'
import { uuidOf } from '../graphql/node-id.ts'
import { LicenceKindEnum } from '../graphql/staffing-enums.ts'
import { versionOf } from '../graphql/version.ts'
import { institutionSeen } from '../institution/institution-loaders.ts'
import { Institution } from '../institution/institution.ref.ts'
import { personLoader } from '../person/person-loader.ts'
import { Person } from '../person/person.ref.ts'
import * as licences from './licence.commands.ts'
import { licencesByIds, licencesOfPeople, licenceTimelines, type LicenceRow } from './licence.queries.ts'

export const Licence = builder.objectRef<LicenceRow>('Licence')
builder.node(Licence, {
  description: 'A stretch of a licence, registration or certificate. Stretches with the same `id` are one.',
  id: { resolve: ({ id }) => id, parse: uuidOf },
  loadManyWithoutCache: async (ids, context) => {
    const found = await licencesByIds(context, ids, now(context))
    return ids.map((id) => found.get(id) ?? null)
  },
  fields: (t) => ({
    version: t.int({
      description: 'What commands on it are based on.',
      resolve: ({ id }, _, context) => versionOf(context, 'LICENCE', id),
    }),
    person: t.field({
      type: Person,
      nullable: true,
      description: 'Who holds it; null where the person is not seen on the day itself.',
      resolve: (row, _, context) => personLoader(context, row).load(row.personId),
    }),
    kind: t.field({ type: LicenceKindEnum, description: 'What it is.', resolve: ({ kind }) => kind }),
    number: t.exposeString('number', { nullable: true, description: 'Its number as written.' }),
    category: t.string({
      nullable: true,
      description: 'Category of physician, see `codeList(name: "physicianCategory")`.',
      resolve: ({ category }) => category,
    }),
    scope: t.exposeString('scope', { nullable: true, description: 'Scope (执业范围), as written.' }),
    institution: t.field({
      type: Institution,
      nullable: true,
      description: 'Where the holder is registered; null when not known, or not seen.',
      resolve: (row, _, context) => institutionSeen(context, row, row.institutionId),
    }),
    issuedOn: t.expose('issuedOn', { type: 'Date', nullable: true, description: 'When it was issued.' }),
    expiresOn: t.expose('expiresOn', {
      type: 'Date',
      nullable: true,
      description: 'The last day it is good for; null: without limit, or not known.',
    }),
    expired: t.boolean({
      description: 'Its last day has passed on the day that was asked about.',
      resolve: ({ expiresOn, moment }) => expiresOn !== null && expiresOn < moment.asOf,
    }),
    ...datedFields(t),
    ...citedFields(t),
  }),
})

builder.objectFields(Person, (t) => ({
  licences: t.field({
    type: [Licence],
    description: 'The licences held.',
    args: momentArgs,
    resolve: async (row, args, context) => {
      const moment = momentOf(row, args)
      return (await loaderFor(context, 'licencesOfPeople', moment, (ids) => licencesOfPeople(context, ids, moment)).load(row.id)) ?? []
    },
  }),
  licenceTimeline: t.field({
    type: [Licence],
    description: 'Every stretch of every licence, as known at an instant.',
    args: knownArg,
    resolve: async (row, args, context) => {
      const moment = momentOf(row, args)
      return (await loaderFor(context, 'licenceTimelines', moment, (ids) => licenceTimelines(context, ids, moment)).load(row.id)) ?? []
    },
  }),
}))

const licenceFields = (t: Fields) => ({
  number: t.string({ description: 'Its number as written, at most 60 characters.' }),
  category: t.string({ description: 'Category of physician, see `codeList(name: "physicianCategory")`.' }),
  scope: t.string({ description: 'Scope (执业范围), at most 100 characters.' }),
  institutionId: t.id({ description: 'Where the holder is registered.' }),
  issuedOn: t.field({ type: 'Date', description: 'When it was issued.' }),
  expiresOn: t.field({ type: 'Date', description: 'The last day it is good for.' }),
})
const ofLicence = (t: Fields) => ({
  licenceId: t.id({ required: true, description: 'The licence.' }),
  baseVersion: baseVersionField(t, 'licence'),
})

defineCommand<licences.GrantLicence>({
  name: 'grantLicence',
  description: '登记执业证书: the person holds it from the effective day. One of a kind at a time.',
  fields: (t) => ({
    personId: t.id({ required: true, description: 'The person.' }),
    kind: t.field({ type: LicenceKindEnum, required: true, description: 'What it is.' }),
    ...licenceFields(t),
  }),
  body: licences.grantLicence,
})

defineCommand<licences.RenewLicence>({
  name: 'renewLicence',
  description: '证书延续: from the effective day it expires later, or without limit.',
  fields: (t) => ({
    ...ofLicence(t),
    expiresOn: t.field({ type: 'Date', description: 'The last day it is good for then; left out: without limit.' }),
    number: t.string({ description: 'Its number from then on; left out it stays.' }),
  }),
  body: licences.renewLicence,
})

defineCommand<licences.EndLicence>({
  name: 'endLicence',
  description: '证书失效: from the effective day it is not held any more: expired, revoked, given back. Say why in the note.',
  fields: ofLicence,
  body: licences.endLicence,
})

defineCommand<licences.CorrectLicence>({
  name: 'correctLicence',
  description: '更正证书记录: what it truly was, on all days or on some; or that there never was one.',
  correction: true,
  fields: (t) => ({
    ...ofLicence(t),
    ...licenceFields(t),
    validFrom: t.field({ type: 'Date', description: 'First day; the first of the record when left out.' }),
    validTo: t.field({ type: 'Date', description: 'First day no longer; null for an open end.' }),
    withdraw: t.boolean({ description: 'There never was one.' }),
  }),
  body: licences.correctLicence,
})
