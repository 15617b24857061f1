import { testDatabase } from '@yilian/testing/test-database.ts'
import { beforeAll, expect, test } from 'vitest'

import { testApi } from '../../test/api.ts'
import { overCounty, overInstitution, askerWith } from '../../test/askers.ts'
import { recordedEvents } from '../../test/events.ts'
import { executor } from '../../test/execute-as.ts'
import { makers, type Made } from '../../test/make.ts'
import { staffMakers } from '../../test/make-staff.ts'

const { db } = await testDatabase()
const api = await testApi(db)
const make = makers(api)
const staff = staffMakers(api)
const ask = executor(db)
const events = recordedEvents(db)

let lead: Made
let member: Made
let posted: Made
let doctor: Made
beforeAll(async () => {
  lead = await make.hospital({ name: '牵头医院' })
  const alliance = await make.alliance({ leadId: lead.id })
  const joined = await make.membership({
    alliance,
    institution: await make.institution({ name: '成员院' }),
    on: '2020-01-01',
    until: '2023-01-01',
  })
  member = joined.institution
  doctor = await staff.hire(member, { person: { name: '成员医师' }, identityNumber: '11010519491231002X' })
  posted = await staff.hire(lead, { person: { name: '派驻医师' } })
  await staff.assign(posted, member, { effectiveOn: '2021-01-01', plannedUntil: '2021-12-31' })
})

const names = async (asker: ReturnType<typeof askerWith>, asOf: string) => {
  const { data } = await ask(asker, `{ people(asOf: "${asOf}", orderBy: NAME) { edges { node { name phone identityNumber } } } }`)
  return data['people'].edges.map(({ node }: { node: { name: string } }) => node.name)
}

test('a lead sees the staff of members on the days of membership, and its own always', async () => {
  const operator = askerWith(overInstitution('LEAD_OPERATOR', lead.uuid))
  expect(await names(operator, '2019-12-31')).toEqual(['派驻医师'])
  expect(await names(operator, '2020-01-01')).toEqual(['成员医师', '派驻医师'])
  expect(await names(operator, '2023-01-01')).toEqual(['派驻医师'])
})

test('a reporter sees those at home in the own institution, and guests while they are there', async () => {
  const reporter = askerWith(overInstitution('REPORTER', member.uuid))
  expect(await names(reporter, '2020-06-01')).toEqual(['成员医师'])
  expect(await names(reporter, '2021-06-01')).toEqual(['成员医师', '派驻医师'])
})

test('another county sees nobody', async () => {
  expect(await names(askerWith(overCounty('ANALYST', '341821')), '2021-06-01')).toEqual([])
})

const REVEAL = (id: string) =>
  `mutation { revealPersonalData(input: { personId: "${id}", field: IDENTITY_NUMBER, reason: "核对身份" }) { __typename ... on Revealed { value } ... on InputRefused { issues { path code } } } }`

test('an identity number is masked for everybody, and revealed to personnel alone, with a reason, on record', async () => {
  const personnel = askerWith(overCounty('BUREAU_OPERATOR', '431221', 'PERSONNEL'))
  const { data } = await ask(personnel, `{ person(id: "${doctor.id}") { identityNumber } }`)
  expect(data['person']).toEqual({ identityNumber: '110105********002X' })
  expect((await ask(personnel, REVEAL(doctor.id))).data['revealPersonalData']).toEqual({
    __typename: 'Revealed',
    value: '11010519491231002X',
  })
  expect(await events()).toMatchObject([{ kind: 'REVEALED', subjectId: doctor.uuid, reason: '核对身份' }])
  const refused = async (asker: ReturnType<typeof askerWith>) => (await ask(asker, REVEAL(doctor.id))).data['revealPersonalData'].issues
  expect(await refused(askerWith(overCounty('ANALYST', '431221')))).toEqual([{ path: '', code: 'NOT_ALLOWED' }])
  expect(await refused(askerWith(overCounty('BUREAU_OPERATOR', '341821', 'PERSONNEL')))).toEqual([{ path: 'personId', code: 'NOT_FOUND' }])
})
