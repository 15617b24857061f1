import { testDatabase } from '@yilian/testing/test-database.ts'
import { expect, test } from 'vitest'

import { testApi } from '../../test/api.ts'
import { expectExactPreview } from '../../test/exact-preview.ts'
import { globalId, makers, recorded, refusals, run } from '../../test/make.ts'

const { db, countStatements } = await testDatabase()
const api = await testApi(db)
const make = makers(api)

async function setting() {
  const { alliance, institution } = await make.membership()
  return {
    alliance,
    institution,
    input: {
      allianceId: alliance.id,
      heldOn: '2020-03-05',
      title: '2020年第一次理事会',
      summary: '通过章程。',
      attendeeIds: [institution.id],
    },
  }
}

const READ =
  'query ($id: ID!, $t: Instant) { alliance(id: $id) { meetings(asKnownAt: $t) { id version heldOn title summary attendees { id } alliance { id } change { command } } } }'

test('a meeting is recorded and, latest first, read', async () => {
  const { alliance, institution, input } = await setting()
  await expectExactPreview(db, api, 'recordMeeting', input)
  await recorded(api, 'recordMeeting', { allianceId: alliance.id, heldOn: '2021-01-08', title: '2021年第一次理事会' })
  const { meetings } = (await api.query(READ, { id: alliance.id }))['alliance']
  expect(meetings).toMatchObject([
    { heldOn: '2021-01-08', summary: null, attendees: [] },
    {
      heldOn: '2020-03-05',
      title: '2020年第一次理事会',
      summary: '通过章程。',
      attendees: [{ id: institution.id }],
      alliance: { id: alliance.id },
      change: { command: 'recordMeeting' },
    },
  ])
})

test('a revised meeting is so now, and as known before as it was known', async () => {
  const { alliance, input } = await setting()
  const { number, recordedAt, effects } = await recorded(api, 'recordMeeting', input)
  const revised = {
    ...input,
    meetingId: globalId('AllianceMeeting', effects[0]!.factId),
    baseVersion: number,
    summary: null,
    attendeeIds: [],
  }
  await expectExactPreview(db, api, 'recordMeeting', revised)
  expect((await api.query(READ, { id: alliance.id }))['alliance'].meetings).toMatchObject([{ summary: null, attendees: [] }])
  expect((await api.query(READ, { id: alliance.id, t: recordedAt }))['alliance'].meetings).toMatchObject([{ summary: '通过章程。' }])
  expect(await run(api, 'recordMeeting', { ...revised, title: '理事会' })).toMatchObject({
    __typename: 'StaleVersion',
    changes: [{ command: 'recordMeeting' }],
  })
})

test('a meeting is refused for what is wrong with it', async () => {
  const { alliance, institution, input } = await setting()
  const refused = (more: Readonly<Record<string, unknown>>) => refusals(api, 'recordMeeting', { ...input, ...more })
  expect(await refused({ title: ' ' })).toEqual(['title: REQUIRED'])
  expect(await refused({ title: '会'.repeat(201), summary: '会'.repeat(5001) })).toEqual(['title: TOO_LONG', 'summary: TOO_LONG'])
  expect(await refused({ attendeeIds: [institution.id, alliance.id] })).toEqual(['attendeeIds.1: NOT_FOUND'])
  expect(await refused({ allianceId: institution.id })).toEqual(['allianceId: NOT_FOUND'])
  expect(await refused({ meetingId: institution.id, baseVersion: 1 })).toEqual(['meetingId: NOT_FOUND'])
  const { effects, number } = await recorded(api, 'recordMeeting', input)
  const meetingId = globalId('AllianceMeeting', effects[0]!.factId)
  expect(await refused({ meetingId })).toEqual(['baseVersion: REQUIRED'])
  expect(await refused({ meetingId, baseVersion: number })).toEqual([': NOTHING_CHANGES'])
  expect(await refused({ meetingId, baseVersion: number, allianceId: (await make.alliance()).id })).toEqual(['meetingId: NOT_FOUND'])
})

test('meetings of many alliances are read with as many statements as of one', async () => {
  const read = () =>
    api.query(
      '{ alliances(first: 100) { nodes { meetings { version attendees { name } alliance { name } document { title } change { summary } } } } }',
    )
  await recorded(api, 'recordMeeting', (await setting()).input)
  const few = await countStatements(read)
  for (const _ of [1, 2]) await recorded(api, 'recordMeeting', (await setting()).input)
  expect((await countStatements(read)).length).toBe(few.length)
})
