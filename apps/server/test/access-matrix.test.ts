import type { Permission } from '@yilian/domain/access/permission.ts'
import { testDatabase } from '@yilian/testing/test-database.ts'
import { getNamedType } from 'graphql'
import { expect, test } from 'vitest'

import { LOCAL_OPERATOR, type Asker } from '../src/access/identify.ts'
import { schema } from '../src/graphql/schema.ts'
import { COUNTING_DEPTHS, countingQuestions } from './access-counting.ts'
import { ADMINISTRATION_QUERIES, ADMINISTRATION_TYPES, QUERIES, ROWS, TYPES } from './access-table.ts'
import type { Side } from './access-world.ts'
import { allAtOnce, answerOf, type Question } from './all-at-once.ts'
import { testApi } from './api.ts'
import { askerWith, holds } from './askers.ts'
import { executor } from './execute-as.ts'
import { importOf, NAMES, namesIn, twoCounties } from './two-counties.ts'
import { readableTypes, walkedIn } from './walk-schema.ts'

const { db } = await testDatabase()
const ask = executor(db)
const [own, other] = await twoCounties(db, await testApi(db))

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
  const run = importOf(side)
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
    change: [`(id: ${q(side.lastChange)})`],
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
    cohort: [`(id: ${q(side.staff.cohort.id)}, ${day})`],
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
const NOTHING: Found = { names: new Set(), foreign: new Set(), lists: new Set(), walked: new Set() }

/** Everything that is asked of both counties on these days, each once, with the places of the days it is asked for. */
function asked(days: readonly string[]): (Question & { readonly on: number[] })[] {
  const all = new Map<string, Question & { readonly on: number[] }>()
  for (const [place, day] of days.entries())
    for (const side of [own, other])
      for (const [field, calls] of Object.entries(questions(side, day)))
        for (const call of calls) {
          const one = all.get(field + call) ?? { field, call, depth: DEPTHS[field] ?? 1, on: [] }
          all.set(field + call, one)
          if (!one.on.includes(place)) one.on.push(place)
        }
  return [...all.values()]
}

/**
 * Asks everything of both counties; compares who may with the table, and gathers what was told on each of the days. What one may ask for is
 * asked together, so that what hangs below is read together; each of the others is refused by itself.
 */
async function walk(asker: Asker, mayAsk: (permission: Permission | 'SIGNED_IN') => boolean, days: readonly string[]): Promise<Found[]> {
  const all = asked(days)
  for (const question of all.filter(({ field }) => !mayAsk(QUERIES[field]!))) {
    const { codes } = await ask(asker, allAtOnce([question]))
    expect([question.field, codes]).toEqual([question.field, ['FORBIDDEN']])
  }
  const found = days.map((): Found => ({ names: new Set(), foreign: new Set(), lists: new Set(), walked: new Set() }))
  const may = all.filter(({ field }) => mayAsk(QUERIES[field]!))
  if (may.length === 0) return found
  const { data, codes } = await ask(asker, allAtOnce(may))
  expect(codes).toEqual([])
  expect(Object.keys(data)).toEqual(may.map(answerOf))
  for (const [place, question] of may.entries()) {
    const answer: unknown = data[answerOf(question, place)]
    const [here, there, rows] = [
      namesIn(answer, own),
      namesIn(answer, other),
      LISTS.includes(question.field) ? namesOfRows(question.field, answer) : [],
    ]
    for (const { names, foreign, lists, walked } of question.on.map((day) => found[day]!)) {
      for (const name of here) names.add(name)
      for (const name of there) foreign.add(name)
      for (const name of rows) lists.add(name)
      walkedIn(answer, walked)
    }
  }
  return found
}

/** The names of the rows of a list that was asked for everything of them, without the mark of the county. */
function namesOfRows(field: string, answer: unknown): string[] {
  const type = getNamedType(schema.getQueryType()!.getFields()[field]!.type)
  const rows = (answer as Record<string, Record<string, string>[]>)[`${type.name}_nodes`] ?? []
  return rows.map((row) =>
    String(row['Institution_name'] ?? row['Alliance_name'] ?? row['ConstructionProject_name'] ?? row['Person_name']).slice(1),
  )
}

test('one who may everything comes to every field of every type: the walk leaves nothing out', async () => {
  const [{ walked, names, foreign } = NOTHING] = await walk(LOCAL_OPERATOR, () => true, [own.days.since])
  // Figures of earned value lie a level deeper than is asked; they say nothing but sums of their project.
  expect(Object.keys(TYPES).filter((name) => !walked.has(name) && !['PageInfo', 'EarnedValueFigure'].includes(name))).toEqual([])
  expect([...names].toSorted()).toEqual(NAMES.toSorted())
  expect([...foreign].toSorted()).toEqual(NAMES.toSorted())
})

test.each(ROWS)('$who sees what the table says, wherever it is asked for, and nothing of another county', async (row) => {
  const asker = askerWith(row.grant(own))
  const days = [own.days.before, own.days.since]
  const [before = NOTHING, since = NOTHING] = await walk(asker, (one) => holds(row.grant(own), one), days)
  expect([...before.lists].toSorted(), 'lists before').toEqual(listed(row.before).toSorted())
  expect([...since.lists].toSorted(), 'lists since').toEqual(listed(row.since).toSorted())
  const everything = new Set([...before.names, ...since.names])
  expect([...everything].toSorted(), 'anywhere').toEqual(
    [...new Set(listed(`${row.before} ${row.since} ${row.ever}`.trim().replaceAll(/ +/g, ' ')))].toSorted(),
  )
  expect([...before.foreign, ...since.foreign]).toEqual([])
})
