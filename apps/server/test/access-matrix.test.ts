import type { Permission } from '@yilian/domain/access/permission.ts'
import { COMMANDS, type CommandKey } from '@yilian/domain/commands.ts'
import { testDatabase } from '@yilian/testing/test-database.ts'
import { getNamedType } from 'graphql'
import { beforeAll, describe, expect, test } from 'vitest'

import { LOCAL_OPERATOR, type Asker } from '../src/access/identify.ts'
import { schema } from '../src/graphql/schema.ts'
import { insertImportRun, updateImportRun } from '../src/import/import-run.queries.ts'
import { commandInputs } from './access-commands.ts'
import { COUNTING_DEPTHS, countingQuestions } from './access-counting.ts'
import {
  ADMINISTRATION_QUERIES,
  ADMINISTRATION_TYPES,
  DONE_ON_A_DAY,
  isAdministration,
  ON_A_DAY,
  QUERIES,
  ROWS,
  TYPES,
  WORKERS,
  type Outcome,
  type Row,
} from './access-table.ts'
import { buildSide, type Side } from './access-world.ts'
import { testApi } from './api.ts'
import { askerWith, holds } from './askers.ts'
import { executor, type Answered } from './execute-as.ts'
import { commandsOf, everythingOf, readableTypes, walkedIn } from './walk-schema.ts'

const { db } = await testDatabase()
const ask = executor(db)
const api = await testApi(db)
let own: Side
let other: Side
const RUNS = { 甲: '01900000-0000-7000-8000-000000000001', 乙: '01900000-0000-7000-8000-000000000002' } as const

beforeAll(async () => {
  own = await buildSide(api, '甲', '431221', '431221104000')
  other = await buildSide(api, '乙', '341821', '341821000000')
  for (const side of [own, other]) {
    const id = RUNS[side.mark as keyof typeof RUNS]
    const run = { kind: 'INSTITUTIONS', countyCode: side.countyCode, fileName: `${side.mark}导入.xlsx`, requestId: 'test' } as const
    await insertImportRun(db, { id, ...run, actor: LOCAL_OPERATOR.actor })
    const done = { state: 'DONE', columns: [{ header: '机构', field: null, sample: null }], finished: true } as const
    await updateImportRun(db, id, ['READING'], done, { actor: LOCAL_OPERATOR.actor, requestId: 'test' })
    await db
      .insertInto('importRow')
      .values({
        runId: id,
        rowNumber: 1,
        cells: [`${side.mark}导入`],
        state: 'WRONG',
        issues: JSON.stringify([{ path: '', code: 'REQUIRED', params: {} }]),
      })
      .execute()
  }
})

/** Every field of Query, asked for something of either county with all that hangs below. */
function questions(side: Side, asOf: string): Record<string, string[]> {
  const q = (value: string) => JSON.stringify(value)
  const things = [
    side.former,
    side.lead,
    side.member,
    side.left,
    side.alone,
    side.child,
    side.alliance,
    side.second,
    side.document,
    side.project,
    side.part,
    side.store,
    side.doctor,
    side.aide,
    side.retired,
  ]
  // A stop has an id, and is no node.
  const { suspension: _, ...records } = side.records
  const ids = [
    ...things,
    ...Object.values(side.memberships),
    ...Object.values(side.facts),
    ...Object.values(records),
    ...Object.values(side.staff),
  ].map(({ id }) => id)
  const run = Buffer.from(`ImportRun:${RUNS[side.mark as keyof typeof RUNS]}`).toString('base64')
  const day = `asOf: ${q(asOf)}`
  const inCounty = `filter: { countyCode: ${q(side.countyCode)} }, ${day}`
  return {
    today: [''],
    viewer: [''],
    node: [...ids, run].map((id) => `(id: ${q(id)})`),
    nodes: [`(ids: ${JSON.stringify([...ids, run])})`],
    region: [`(code: ${q(`${side.countyCode}000000`)}, ${day})`],
    counties: [`(${day})`],
    codeList: ['(name: "managementDomain")'],
    codeLists: [''],
    institution: [side.member, side.lead, side.alone].map(({ id }) => `(id: ${q(id)}, ${day})`),
    institutions: [
      `(${inCounty})`,
      `(${day}, orderBy: NAME)`,
      `(filter: { allianceId: ${q(side.alliance.id)} }, ${day})`,
      `(filter: { search: ${q(side.mark)}, inAlliance: true }, ${day})`,
    ],
    institutionCounts: [`(${inCounty}, by: CATEGORY)`, `(${day}, by: REGION)`],
    search: [`(text: ${q(side.mark)}, first: 50, ${day})`, `(text: ${q(side.mark)}, countyCode: ${q(side.countyCode)}, first: 50, ${day})`],
    changes: [
      '',
      `(countyCode: ${q(side.countyCode)})`,
      `(institutionId: ${q(side.member.id)})`,
      `(projectId: ${q(side.project.id)})`,
      `(documentId: ${q(side.document.id)})`,
    ],
    alliance: [side.alliance, side.second].map(({ id }) => `(id: ${q(id)}, ${day})`),
    alliances: [`(${inCounty})`, `(${day}, orderBy: MEMBER_COUNT)`, `(filter: { institutionId: ${q(side.member.id)} }, ${day})`],
    allianceChanges: [
      `(countyCode: ${q(side.countyCode)}, from: "2018-06-01", to: ${q(asOf)})`,
      `(allianceId: ${q(side.alliance.id)}, from: "2018-06-01", to: "2024-06-01")`,
    ],
    project: [side.project, side.part, side.store].map(({ id }) => `(id: ${q(id)}, ${day})`),
    projects: [`(${inCounty})`, `(${day}, orderBy: NAME)`, `(filter: { institutionId: ${q(side.member.id)} }, ${day})`],
    projectAlerts: [`(${inCounty})`, `(${day}, acknowledged: true)`],
    person: [side.doctor, side.aide].map(({ id }) => `(id: ${q(id)}, ${day})`),
    people: [`(${inCounty})`, `(${day}, orderBy: INSTITUTION)`, `(filter: { institutionId: ${q(side.member.id)} }, ${day})`],
    appointments: [`(${inCounty})`, `(filter: { allianceId: ${q(side.alliance.id)} }, ${day}, orderBy: RETURN)`],
    posts: [`(${inCounty})`, `(${day})`],
    quotaBoard: [`(${inCounty})`, `(filter: { allianceId: ${q(side.alliance.id)} }, ${day})`],
    quotaPools: [`(countyCode: ${q(side.countyCode)}, ${day})`],
    cohorts: ['', `(countyCode: ${q(side.countyCode)}, ${day})`],
    recruitmentDrives: ['', `(countyCode: ${q(side.countyCode)}, ${day})`],
    staffCounts: ['', `(countyCode: ${q(side.countyCode)}, ${day})`],
    populations: ['', `(countyCode: ${q(side.countyCode)}, ${day})`],
    mentorships: [`(countyCode: ${q(side.countyCode)}, ${day})`],
    ...countingQuestions(side, asOf),
    policyDocument: [`(id: ${q(side.document.id)})`],
    policyDocuments: ['', `(countyCode: ${q(side.countyCode)})`],
    importRun: [`(id: ${q(run)})`],
    importRuns: [''],
  }
}

const NAMES =
  '前任医院 现任医院 成员院 退出院 卫生室 独立院 独立医院 分院 医共体 联盟 集团 文件 心电 例会 卫健委 筹建 改名 导入 门诊楼 裙楼 库房 打桩 封顶 监理 成员医师 村医 退休员 内科岗 周转池 定向班'.split(
    ' ',
  )

/** The names of a county that stand anywhere in an answer. */
function namesIn(answer: unknown, { mark }: Side): string[] {
  const text = JSON.stringify(answer)
  return NAMES.filter((name) => text.includes(`${mark}${name}`))
}

function listed(words: string): string[] {
  return words === '' ? [] : words.split(' ').flatMap((word) => (word === '*' ? NAMES.filter((name) => name !== '导入') : [word]))
}

test('every field of Query and every type that can be read has a row in the table', () => {
  const told = { ...QUERIES, ...ADMINISTRATION_QUERIES }
  expect(Object.keys(schema.getQueryType()!.getFields()).toSorted()).toEqual(Object.keys(told).toSorted())
  const described = { ...TYPES, ...ADMINISTRATION_TYPES }
  const lists = /(Connection|Edge)$/
  const types = readableTypes()
    .map(({ name }) => name)
    .filter((name) => !lists.test(name))
  expect(types.filter((name) => !Object.hasOwn(described, name))).toEqual([])
  expect(Object.keys(described).filter((name) => !types.includes(name))).toEqual([])
})

/** Levels that are asked for below a field; one where nothing is said. */
const DEPTHS: Readonly<Record<string, number>> = {
  ...COUNTING_DEPTHS,
  institution: 2,
  alliance: 2,
  changes: 2,
  allianceChanges: 2,
  importRun: 3,
  project: 2,
  projectAlerts: 2,
  projects: 0,
  person: 2,
  people: 0,
  quotaBoard: 3,
  institutions: 0,
  alliances: 0,
  node: 0,
  search: 0,
}

/** The lists that the table tells row by row. */
const LISTS: readonly string[] = ['institutions', 'alliances', 'projects', 'people']

interface Found {
  readonly names: Set<string>
  readonly foreign: Set<string>
  readonly lists: Set<string>
  readonly walked: Set<string>
}

/** Asks everything of both counties; compares who may with the table, and gathers what was told. */
async function walk(asker: Asker, mayAsk: (permission: Permission | 'SIGNED_IN') => boolean, asOf: string): Promise<Found> {
  const found: Found = { names: new Set(), foreign: new Set(), lists: new Set(), walked: new Set() }
  for (const side of [own, other]) {
    for (const [field, calls] of Object.entries(questions(side, asOf))) {
      const type = getNamedType(schema.getQueryType()!.getFields()[field]!.type)
      for (const call of calls) {
        const { data, codes } = await ask(asker, `{ ${field}${call} ${everythingOf(type, DEPTHS[field] ?? 1)} }`)
        expect([field, codes]).toEqual([field, mayAsk(QUERIES[field]!) ? [] : ['FORBIDDEN']])
        for (const name of namesIn(data, own)) found.names.add(name)
        for (const name of namesIn(data, other)) found.foreign.add(name)
        walkedIn(data, found.walked)
        if (!LISTS.includes(field)) continue
        const page = data[field] as { Connection_nodes?: never } & Record<string, unknown>
        for (const row of (page?.[`${type.name}_nodes`] ?? []) as Record<string, string>[])
          found.lists.add(
            String(row['Institution_name'] ?? row['Alliance_name'] ?? row['ConstructionProject_name'] ?? row['Person_name']).slice(1),
          )
      }
    }
  }
  return found
}

test('one who may everything comes to every field of every type: the walk leaves nothing out', async () => {
  const { walked, names, foreign } = await walk(LOCAL_OPERATOR, () => true, own.days.since)
  // Figures of earned value lie a level deeper than is asked; they say nothing but sums of their project.
  expect(Object.keys(TYPES).filter((name) => !walked.has(name) && !['PageInfo', 'EarnedValueFigure'].includes(name))).toEqual([])
  expect([...names].toSorted()).toEqual(NAMES.toSorted())
  expect([...foreign].toSorted()).toEqual(NAMES.toSorted())
})

test.each(ROWS)('$who sees what the table says, wherever it is asked for, and nothing of another county', async (row) => {
  const asker = askerWith(row.grant(own))
  const [before, since] = [
    await walk(asker, (one) => holds(row.grant(own), one), own.days.before),
    await walk(asker, (one) => holds(row.grant(own), one), own.days.since),
  ]
  expect([...before.lists].toSorted(), 'lists before').toEqual(listed(row.before).toSorted())
  expect([...since.lists].toSorted(), 'lists since').toEqual(listed(row.since).toSorted())
  const everything = new Set([...before.names, ...since.names])
  expect([...everything].toSorted(), 'anywhere').toEqual(
    [...new Set(listed(`${row.before} ${row.since} ${row.ever}`.trim().replaceAll(/ +/g, ' ')))].toSorted(),
  )
  expect([...before.foreign, ...since.foreign]).toEqual([])
})

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
    const id = Buffer.from(`ImportRun:${RUNS[side.mark as keyof typeof RUNS]}`).toString('base64')
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
