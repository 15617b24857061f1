import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { testDatabase } from '@yilian/testing/test-database.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

const run = promisify(execFile)
const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const { url } = await testDatabase()
let copy = ''
let recipes: string[][] = []

// A copy of the sources in which the recipes of CONTRIBUTING.md are carried out as they stand there.
beforeAll(async () => {
  copy = await mkdtemp(path.join(tmpdir(), 'yilian-recipes-'))
  const leaveOut = new Set(['dist', '.turbo', '.yilian', 'test'])
  for (const folder of ['packages', 'apps/server', 'tooling']) {
    await cp(path.join(ROOT, folder), path.join(copy, folder), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (file) => !leaveOut.has(path.basename(file)),
    })
  }
  await symlink(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'))
  const guide = await readFile(path.join(ROOT, 'CONTRIBUTING.md'), 'utf8')
  recipes = [...guide.matchAll(/```ts recipe=(\S+)\n([\s\S]*?)```/g)]
  for (const [, file, entry] of recipes) {
    const target = path.join(copy, file!)
    const source = await readFile(target, 'utf8')
    // The entry goes last in the first list of the file.
    const end = /\n( {2}\},\n\}\)|\} as const satisfies)/.exec(source)
    if (!end) throw new Error(`${file} has no list to add to`)
    await writeFile(target, `${source.slice(0, end.index + 1)}${entry}${source.slice(end.index + 1)}`)
  }
})
afterAll(() => rm(copy, { recursive: true, force: true }))

test('the sources with a new institution category and a new kind of alliance compile', async () => {
  expect(recipes.map(([, file]) => file)).toEqual([
    'packages/domain/src/code-lists/institution-category.ts',
    'packages/domain/src/alliance-kind.ts',
  ])
  const compile = (folder: string) => run(path.join(ROOT, 'node_modules/.bin/tsc'), ['-p', path.join(copy, folder)])
  await expect(Promise.all([compile('packages/domain'), compile('packages/database')])).resolves.toBeDefined()
}, 120_000)

test('the API then offers both, and the new kind is held to its rules', async () => {
  const script = `
    import { printSchema } from 'graphql'
    import { openDatabase } from '@yilian/database/open-database.ts'
    import { codesMatching } from '@yilian/domain/code-list.ts'
    import { INSTITUTION_CATEGORIES } from '@yilian/domain/code-lists/institution-category.ts'
    import { schema } from './src/graphql/schema.ts'
    import { unlimited } from './src/access/reader.ts'
    import { runCommand } from './src/command/run-command.ts'
    import { createInstitution } from './src/institution/institution.commands.ts'
    import { createAlliance } from './src/alliance/alliance.commands.ts'
    const database = await openDatabase({ url: process.env.RECIPE_DATABASE })
    const context = { ...unlimited(database.db), actor: { id: 'test', name: 'test' }, requestId: null, today: '2026-11-22' }
    const run = (command, input, body) => runCommand(context, { command }, input, body(input))
    const make = (name, category) => run('createInstitution', { institution: { name, category, regionCode: '431221104000' }, effectiveOn: '2020-01-01' }, createInstitution)
    const station = await make('铜湾健康驿站', 'Z900')
    const hospital = await make('中方县中医医院', 'A210')
    const lead = (name, leadId) => run('createAlliance', { name, kind: 'TCM_ALLIANCE', countyCode: '431221', leadId, effectiveOn: '2021-01-01' }, createAlliance)
    const byStation = await lead('甲中医医共体', station.institutionIds[0])
    const byHospital = await lead('乙中医医共体', hospital.institutionIds[0])
    const twice = await lead('丙中医医共体', hospital.institutionIds[0])
    await database.close()
    const sdl = printSchema(schema)
    console.log(JSON.stringify({
      enums: [/Z900/.test(sdl), /TCM_ALLIANCE/.test(sdl)], read: codesMatching(INSTITUTION_CATEGORIES, '驿站'),
      outcomes: [station, byStation, byHospital, twice].map(({ outcome, issues }) => [outcome, ...(issues ?? []).map(({ code }) => code)]),
    }))`
  await writeFile(path.join(copy, 'apps/server/recipe.ts'), script)
  const { stdout } = await run(process.execPath, ['recipe.ts'], {
    cwd: path.join(copy, 'apps/server'),
    env: { ...process.env, RECIPE_DATABASE: url },
  })
  expect(JSON.parse(stdout)).toEqual({
    enums: [true, true],
    read: ['Z900'],
    outcomes: [['ChangeRecorded'], ['InputRefused', 'MAY_NOT_LEAD'], ['ChangeRecorded'], ['InputRefused', 'ALREADY_IN_TIGHT_ALLIANCE']],
  })
}, 120_000)
