import { COMMANDS, type CommandKey } from '@yilian/domain/commands.ts'
import { testDatabase } from '@yilian/testing/test-database.ts'
import { describe, expect, test } from 'vitest'

import type { Asker } from '../src/access/identify.ts'
import { commandInputs } from './access-commands.ts'
import { DONE_ON_A_DAY, isAdministration, ON_A_DAY, ROWS, WORKERS, type Outcome, type Row } from './access-table.ts'
import type { Side } from './access-world.ts'
import { testApi } from './api.ts'
import { askerWith, holds } from './askers.ts'
import { executor, type Answered } from './execute-as.ts'
import { importOf, namesIn, twoCounties } from './two-counties.ts'
import { commandsOf } from './walk-schema.ts'

const { db } = await testDatabase()
const ask = executor(db)
const [own, other] = await twoCounties(db, await testApi(db))

// What is done to accounts and roles is tried in access-administration.test.ts.
const commands = commandsOf((needs) => needs === null || !isAdministration(needs))

test('every command on the county’s records has an input here', () => {
  expect(Object.keys(commandInputs(own, own.days.since)).toSorted()).toEqual(commands.toSorted())
})

const refusal = `... on InputRefused { issues { path code message } } ... on StaleVersion { message }`
const document = (name: string) =>
  `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { result: ${name}(input: $input) { __typename ${refusal} } }`

/** Tries a command and answers what becomes of it, what was told, and whether a denial was; nothing is recorded. */
async function tryAs(asker: Asker, name: CommandKey, input: object): Promise<{ outcome: string; told: string; denied: boolean }> {
  const { data, codes, denied } = await ask(asker, document(name), { input: { ...input, validateOnly: true } })
  const result = data['result'] as { __typename: string; issues?: { code: string }[] } | undefined
  const issues = result?.issues?.map(({ code }) => code)
  const outcome = result?.__typename === 'ChangePreview' ? 'done' : (codes[0] ?? issues?.[0] ?? String(result?.__typename))
  return { outcome, told: JSON.stringify(data), denied: denied.length > 0 }
}

/** What the table says of a command on something of the own county. */
function outcomeOf(row: Row, name: CommandKey, when: 'since' | 'before'): Outcome {
  const { needs } = COMMANDS[name]
  // An undo takes what was undone does, a renaming here; who sees the change is told that they may not.
  if (needs === null) return row.who === 'operator of alliances' ? 'done' : /\*|改名/.test(row.ever) ? 'NOT_ALLOWED' : 'NOT_FOUND'
  if (!holds(row.grant(own), needs)) return 'FORBIDDEN'
  const onADay = DONE_ON_A_DAY.includes(name) ? ON_A_DAY[row.who] : undefined
  return (onADay ?? WORKERS[needs]?.[row.who])?.[when] ?? 'NOT_FOUND'
}

describe.each(['since', 'before'] as const)('%s the lead changed', (when) => {
  test.each(commands)('%s is done by whoever the table says, and on nothing of another county', async (name) => {
    const [here, there] = [own, other].map((side) => commandInputs(side, side.days[when])[name])
    for (const row of here && there ? ROWS : []) {
      const asker = askerWith(row.grant(own))
      const done = await tryAs(asker, name, here!)
      const expected = outcomeOf(row, name, when)
      expect([row.who, done.outcome, done.denied], done.told).toEqual([row.who, expected, expected !== 'done'])
      const elsewhere = await tryAs(asker, name, there!)
      // What is new names no other thing, only its county, which everybody sees.
      const beyond = name.startsWith('create') || name === 'recordPopulation' ? 'NOT_ALLOWED' : 'NOT_FOUND'
      const { needs } = COMMANDS[name]
      expect([row.who, elsewhere.outcome, elsewhere.denied], elsewhere.told).toEqual([
        row.who,
        needs && !holds(row.grant(own), needs) ? 'FORBIDDEN' : beyond,
        true,
      ])
      expect(namesIn(elsewhere.told, other)).toEqual([])
    }
  })
})

test.each(ROWS)('$who imports files only for own counties, and sees only their imports', async (row) => {
  const asker = askerWith(row.grant(own))
  const started = `{ __typename ... on InputRefused { issues { code } } ... on ImportRun { countyCode } }`
  const start = `mutation ($file: Upload!, $county: String!) { result: startImport(input: { kind: INSTITUTIONS, file: $file, countyCode: $county }) ${started} }`
  const outcome = ({ data, codes }: Answered) => codes[0] ?? data['result'].issues?.[0].code ?? data['result'].__typename
  const file = new File(['机构名称,机构类别\n'], 'a.csv')
  const answers = async (side: Side) => {
    const id = importOf(side)
    const on = (call: string) => ask(asker, `mutation { result: ${call} ${started} }`)
    const all = [
      await ask(asker, start, { file, county: side.countyCode }),
      await on(`remapImport(id: "${id}", columns: [])`),
      await on(`commitImport(id: "${id}")`),
      await on(`cancelImport(id: "${id}")`),
    ]
    return all.map(outcome)
  }
  const forbidden = ['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']
  const beyond = ['NOT_ALLOWED', 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']
  const mayImport = holds(row.grant(own), 'importRun.run')
  // Institutions are read in by the operators of alliances; the others who import do not see such an import.
  const inOwn = row.who === 'operator of alliances' ? ['ImportRun', 'IMPORT_STATE', 'IMPORT_STATE', 'IMPORT_STATE'] : beyond
  expect(await answers(own)).toEqual(mayImport ? inOwn : forbidden)
  expect(await answers(other)).toEqual(mayImport ? beyond : forbidden)
})
