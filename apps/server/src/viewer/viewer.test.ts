import { PERMISSIONS } from '@yilian/domain/access/permission.ts'
import { testDatabase } from '@yilian/testing/test-database.ts'
import { expect, test } from 'vitest'

import { accountApi, grant, makeAdministrator, makeUser } from '../../test/accounts.ts'
import { makers, recorded } from '../../test/make.ts'

const { db } = await testDatabase()
const accounts = await accountApi(db)
const { program } = accounts
const make = makers(program)

const VIEWER = '{ viewer { id name username kind user { id } grants { role } permissions counties { code name } tokens { id } viaToken } }'

test('a program of ours may everything and has no account', async () => {
  expect((await program.query(VIEWER))['viewer']).toEqual({
    id: 'local',
    name: '本机操作员',
    username: null,
    kind: null,
    user: null,
    grants: [],
    tokens: [],
    viaToken: false,
    counties: [],
    permissions: [...PERMISSIONS.keys()],
  })
})

test('who asks, what they may do, and in which counties', async () => {
  const nobody = await makeUser(program)
  expect((await accounts.as(nobody).query(VIEWER))['viewer']).toEqual({
    id: nobody.uuid,
    name: nobody.name,
    username: nobody.username,
    kind: 'PERSON',
    user: { id: nobody.id },
    grants: [],
    permissions: [],
    counties: [],
    tokens: [],
    viaToken: false,
  })
  const analyst = await makeUser(program)
  await grant(program, analyst, { role: 'ANALYST', scopeKind: 'COUNTY', scopeId: '431221' })
  expect((await accounts.as(analyst).query(VIEWER))['viewer']).toMatchObject({
    grants: [{ role: 'ANALYST' }],
    permissions: ['institution.read', 'alliance.read', 'construction.read', 'staff.read', 'policyDocument.read'],
    counties: [{ code: '431221000000', name: '中方县' }],
  })
  const system = await makeAdministrator(program, 'SYSTEM')
  expect((await accounts.as(system).query(VIEWER))['viewer']).toMatchObject({
    permissions: ['user.read', 'user.change', 'user.reveal', 'roleGrant.read', 'department.change'],
    counties: [],
  })
})

test('an institution brings its own county and those of the alliances it is in', async () => {
  const institution = await make.institution()
  const alliance = await make.alliance({ countyCode: '341821', kind: 'SPECIALTY' })
  await make.membership({ institution, alliance })
  const reporter = await makeUser(program)
  await grant(program, reporter, { role: 'REPORTER', scopeKind: 'INSTITUTION', scopeId: institution.id })
  const { viewer } = await accounts.as(reporter).query('{ viewer { counties { code } } }')
  expect(viewer.counties).toEqual([{ code: '341821000000' }, { code: '431221000000' }])
})

test('a grant that is over or has not begun gives nothing', async () => {
  const user = await makeUser(program)
  const { id, version } = await grant(program, user, { role: 'LEADER', scopeKind: 'COUNTY', scopeId: '431221' })
  await recorded(program, 'endRoleGrant', { roleGrantId: id, baseVersion: version, effectiveOn: '2026-11-22' })
  await grant(program, user, { role: 'ANALYST', scopeKind: 'COUNTY', scopeId: '431221', effectiveOn: '2026-11-23' })
  const permissions = async () => (await accounts.as(user).query('{ viewer { permissions } }'))['viewer'].permissions
  expect(await permissions()).toEqual([])
  accounts.setNow('2026-11-22T16:00:00Z')
  expect(await permissions()).toContain('institution.read')
})

test('the rules are told as sentences and as data, to everybody signed in', async () => {
  const api = accounts.as(await makeUser(program))
  const { policies } = await api.query('{ policies { permission says en: says(locale: en) who { role workArea } } }')
  expect(policies.map(({ permission }: { permission: string }) => permission)).toEqual([...PERMISSIONS.keys()])
  expect(policies.find(({ permission }: { permission: string }) => permission === 'alliance.work')).toMatchObject({
    who: [
      { role: 'BUREAU_OPERATOR', workArea: 'ALLIANCE' },
      { role: 'LEAD_OPERATOR', workArea: null },
    ],
  })
})
