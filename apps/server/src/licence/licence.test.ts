import { testDatabase } from '@yilian/testing/test-database.ts'
import { beforeAll, expect, test } from 'vitest'

import { testApi } from '../../test/api.ts'
import { globalId, makers, recorded, refusals, versionOf, type Made } from '../../test/make.ts'
import { staffMakers } from '../../test/make-staff.ts'

const { db } = await testDatabase()
const api = await testApi(db)
const make = makers(api)
const staff = staffMakers(api)

let nurse: Made
beforeAll(async () => {
  nurse = await staff.hire(await make.hospital(), { person: { name: '护士甲', profession: '21' } })
})

const licences = async (asOf: string) =>
  (
    await api.query(
      `query ($id: ID!, $asOf: Date) { person(id: $id, asOf: $asOf) { licences { id kind number expiresOn expired version } licenceTimeline { validFrom validTo expiresOn } } }`,
      { id: nurse.id, asOf },
    )
  )['person']

test('a licence is held from its day, expires visibly, is renewed, and ends', async () => {
  const granted = { personId: nurse.id, kind: 'NURSE', number: '201843000001', expiresOn: '2024-12-31', effectiveOn: '2020-01-01' }
  const { effects } = await recorded(api, 'grantLicence', granted)
  const licenceId = globalId('Licence', effects[0]!.factId)
  expect((await licences('2025-01-01')).licences).toMatchObject([{ kind: 'NURSE', expired: true }])
  expect((await licences('2024-12-31')).licences).toMatchObject([{ expired: false }])
  expect(await refusals(api, 'grantLicence', { ...granted, effectiveOn: '2022-01-01' })).toEqual(['kind: LICENCE_TWICE'])
  const on = async () => ({ licenceId, baseVersion: await versionOf(api, licenceId), effectiveOn: '2024-12-01' })
  expect(await refusals(api, 'renewLicence', { ...(await on()), expiresOn: '2024-06-30' })).toEqual(['expiresOn: LICENCE_SHORTER'])
  await recorded(api, 'renewLicence', { ...(await on()), expiresOn: '2029-12-31' })
  expect(await licences('2025-01-01')).toMatchObject({
    licences: [{ expiresOn: '2029-12-31', expired: false, number: '201843000001' }],
    licenceTimeline: [
      { validFrom: '2020-01-01', validTo: '2024-12-01', expiresOn: '2024-12-31' },
      { validFrom: '2024-12-01', validTo: null, expiresOn: '2029-12-31' },
    ],
  })
  await recorded(api, 'endLicence', { ...(await on()), effectiveOn: '2026-03-01', note: '吊销' })
  expect((await licences('2026-03-01')).licences).toEqual([])
  const correct = { licenceId, baseVersion: await versionOf(api, licenceId) }
  await recorded(api, 'correctLicence', { ...correct, number: '201843000002', expiresOn: '2029-12-31' })
  expect((await licences('2021-01-01')).licences).toMatchObject([{ number: '201843000002' }])
  await recorded(api, 'correctLicence', { ...correct, baseVersion: await versionOf(api, licenceId), withdraw: true })
  expect((await licences('2021-01-01')).licences).toEqual([])
})
