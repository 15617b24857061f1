import { allianceAt } from '../alliance/alliance.graphql.ts'
import { Alliance } from '../alliance/alliance.ref.ts'
import { Change, changeByNumber } from '../change/change.graphql.ts'
import { defineCommand } from '../command/command.graphql.ts'
import { builder } from '../graphql/builder.ts'
import { knownArg, loaderFor, momentOf, now } from '../graphql/moment.ts'
import { uuidOf } from '../graphql/node-id.ts'
import { versionOf } from '../graphql/version.ts'
import { institutionsSeen } from '../institution/institution-loaders.ts'
import { Institution } from '../institution/institution.ref.ts'
import { PolicyDocument, policyDocumentById } from '../policy-document/policy-document.graphql.ts'
import * as commands from './alliance-meeting.commands.ts'
import { meetingsByIds, meetingsOfAlliances, type AllianceMeetingRow } from './alliance-meeting.queries.ts'

const AllianceMeeting = builder.objectRef<AllianceMeetingRow>('AllianceMeeting')

builder.node(AllianceMeeting, {
  description: 'A meeting of an alliance and what came of it.',
  id: { resolve: ({ id }) => id, parse: uuidOf },
  loadManyWithoutCache: async (ids, context) => {
    const found = await meetingsByIds(context, ids, now(context))
    return ids.map((id) => found.get(id) ?? null)
  },
  fields: (t) => ({
    version: t.int({
      description: 'What a revision is based on.',
      resolve: ({ id }, _, context) => versionOf(context, 'ALLIANCE_MEETING', id),
    }),
    alliance: t.field({
      type: Alliance,
      description: 'The alliance, at the same moment.',
      resolve: (row, _, context) => allianceAt(context, row, row.allianceId),
    }),
    heldOn: t.expose('heldOn', { type: 'Date', description: 'The day it is held.' }),
    title: t.exposeString('title', { description: 'What it is called.' }),
    summary: t.exposeString('summary', { nullable: true, description: 'What came of it.' }),
    attendees: t.field({
      type: [Institution],
      description: 'The institutions that attended, as far as they are seen.',
      resolve: (row, _, context) => institutionsSeen(context, row, row.attendeeIds),
    }),
    document: t.field({
      type: PolicyDocument,
      nullable: true,
      description: 'Its minutes or notice.',
      resolve: ({ documentId }, _, context) => policyDocumentById(context, documentId),
    }),
    source: t.exposeString('source', { nullable: true, description: 'Where it was read.' }),
    recordedFrom: t.expose('recordedFrom', { type: 'Instant', description: 'Since when the system knows it so.' }),
    change: t.field({
      type: Change,
      description: 'The change that recorded it so.',
      resolve: ({ recordedBy }, _, context) => changeByNumber(context, recordedBy),
    }),
  }),
})

builder.objectField(Alliance, 'meetings', (t) =>
  t.field({
    type: [AllianceMeeting],
    description: 'Its meetings, latest first, as known at an instant.',
    args: knownArg,
    resolve: async (row, args, context) => {
      const moment = momentOf(row, args)
      return (
        (await loaderFor(context, 'meetingsOfAlliances', moment, (ids) => meetingsOfAlliances(context, ids, moment)).load(row.id)) ?? []
      )
    },
  }),
)

defineCommand<commands.RecordMeeting>({
  name: 'recordMeeting',
  description: '登记会议: a new meeting, or all that is said of a recorded one.',
  dated: false,
  fields: (t) => ({
    allianceId: t.id({ required: true, description: 'The alliance.' }),
    meetingId: t.id({ description: 'The meeting that is revised; left out for a new one.' }),
    baseVersion: t.int({ description: 'The `version` of the meeting that is revised, as it was when the operator looked.' }),
    heldOn: t.field({ type: 'Date', required: true, description: 'The day it is held.' }),
    title: t.string({ required: true, description: 'What it is called, at most 200 characters.' }),
    summary: t.string({ description: 'What came of it, at most 5,000 characters.' }),
    attendeeIds: t.idList({ description: 'The institutions that attended, as far as they are seen.' }),
  }),
  body: commands.recordMeeting,
})
