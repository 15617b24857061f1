import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { afterAll, expect, test } from 'vitest'

/** The linter's rules on who may import whom, tried on files planted in a copy of the layout. */
const ROOT = fileURLToPath(new URL('..', import.meta.url))
const planted = mkdtempSync(path.join(tmpdir(), 'yilian-import-rules-'))
copyFileSync(path.join(ROOT, '.oxlintrc.json'), path.join(planted, '.oxlintrc.json'))

afterAll(() => rmSync(planted, { recursive: true, force: true }))

interface Report {
  diagnostics: { code: string; filename: string }[]
  number_of_files: number
}

function lint(folder: string, args: readonly string[] = []): Report {
  const { stdout } = spawnSync(process.execPath, [path.join(ROOT, 'node_modules/oxlint/bin/oxlint'), '--format=json', ...args], {
    cwd: folder,
    encoding: 'utf8',
  })
  return JSON.parse(stdout)
}

function plant(file: string, source: string): void {
  mkdirSync(path.dirname(path.join(planted, file)), { recursive: true })
  writeFileSync(path.join(planted, file), source)
}

/** The rules that the file broke. */
function broken(file: string, source: string): string[] {
  plant(file, source)
  const { diagnostics, number_of_files } = lint(planted, [file])
  rmSync(path.join(planted, file))
  expect(number_of_files).toBe(1)
  return diagnostics.map(({ code }) => code)
}

const imports = (specifier: string): string => `import { thing } from '${specifier}'\n\nthing()\n`

test.each([
  ['packages/domain/src/planted.ts', 'kysely'],
  ['packages/domain/src/planted.ts', 'node:fs'],
  ['packages/domain/src/planted.ts', '@yilian/database/db.ts'],
  ['packages/domain/src/planted.ts', '../../database/src/db.ts'],
  ['packages/domain/src/planted.test.ts', 'node:fs'],
  ['packages/domain/src/planted.test.ts', '@yilian/testing/test-database.ts'],
  ['packages/database/migrations/2026-01-01T0000-create-planted.ts', '@yilian/domain/day.ts'],
  ['packages/database/migrations/2026-01-01T0000-create-planted.ts', '../src/db.ts'],
  ['packages/database/src/planted.ts', '@yilian/server/app.ts'],
  ['packages/database/src/planted.ts', '@yilian/testing/test-database.ts'],
  ['packages/demo-data/src/planted.ts', '@yilian/server/app.ts'],
  ['apps/server/src/membership/planted.ts', '@yilian/demo-data/load.ts'],
  ['apps/server/src/membership/planted.ts', '../../../admin/src/router.ts'],
  ['apps/admin/src/membership/Planted.tsx', '@yilian/database/db.ts'],
  ['apps/admin/src/membership/Planted.tsx', '../../../server/src/app.ts'],
  ['apps/admin/src/membership/Planted.tsx', 'node:fs'],
])('%s may not import %s', (file, specifier) => {
  expect(broken(file, imports(specifier))).toEqual(['eslint(no-restricted-imports)'])
})

test('an import at run time is no way round', () => {
  expect(broken('packages/domain/src/planted.ts', `export const later = () => import('kysely')\n`)).toEqual([
    'eslint(no-restricted-imports)',
  ])
})

test.each([
  ['packages/domain/src/planted.ts', './day.ts'],
  ['packages/domain/src/messages/planted.ts', '../day.ts'],
  ['packages/domain/src/planted.test.ts', 'fast-check'],
  ['packages/database/migrations/2026-01-01T0000-create-planted.ts', 'kysely'],
  ['packages/database/src/planted.ts', '@yilian/domain/day.ts'],
  ['packages/database/src/planted.test.ts', '@yilian/testing/test-database.ts'],
  ['apps/server/src/main.ts', '@yilian/demo-data/load.ts'],
  ['apps/server/src/membership/planted.ts', '@yilian/database/db.ts'],
  ['apps/admin/src/membership/Planted.tsx', '@yilian/domain/membership.ts'],
])('%s may import %s', (file, specifier) => {
  expect(broken(file, imports(specifier))).toEqual([])
})

test('modules that import each other are found', () => {
  plant('packages/domain/src/one.ts', `import { two } from './two.ts'\n\nexport const one = (): number => two()\n`)
  plant('packages/domain/src/two.ts', `import { one } from './one.ts'\n\nexport const two = (): number => one()\n`)
  expect(lint(planted).diagnostics.map(({ code }) => code)).toEqual(['import(no-cycle)', 'import(no-cycle)'])
})

test('the linter reads every module of the project, and no import rule is broken', () => {
  const { diagnostics, number_of_files } = lint(ROOT)
  const list = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx'], {
    cwd: ROOT,
    encoding: 'utf8',
  }).stdout
  const files = list.split('\n').filter((file) => file && !/generated|\/tables\.ts$/.test(file))
  expect(files.length).toBeGreaterThan(100)
  expect(number_of_files).toBeGreaterThanOrEqual(files.length)
  expect(diagnostics.filter(({ code }) => /no-restricted-imports|no-cycle/.test(code))).toEqual([])
})
