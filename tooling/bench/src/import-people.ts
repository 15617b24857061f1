import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

import { syntheticStaffCards } from '@yilian/demo-data/synthetic/staff-cards.ts'
import { sheetsWorkbook } from '@yilian/server/files/workbook.ts'

/** `pnpm bench:people [--people 20000]`: reads one file of staff cards into the demonstration, three times over. See docs/benchmarks.md. */
const { values } = parseArgs({ options: { people: { type: 'string', default: '20000' } } })
const COUNTY = '341821'
const PASSWORD = 'Yl-demo-2026'
/** Where the people of the file work: as many institutions as a large county has hospitals, each with a quota that is judged. */
const INSTITUTIONS = 60
const SINCE = '2015-01-01'
const MAIN = fileURLToPath(new URL('../../../apps/server/src/main.ts', import.meta.url))
const ASKED_EVERY_MS = 250
const UNDER_WAY = ['READING', 'CHECKING', 'WRITING']

interface Run {
  readonly id: string
  readonly state: string
  readonly rowsTotal: number
  readonly rowsDone: number
  readonly rowsRight: number
  readonly rowsWrong: number
  readonly rowsUnchanged: number
  readonly failure: string | null
}
const RUN = 'id state rowsTotal rowsDone rowsRight rowsWrong rowsUnchanged failure(locale: en)'
const STARTED = `__typename ... on ImportRun { ${RUN} } ... on InputRefused { issues { message(locale: en) } }`

const directory = await mkdtemp(path.join(tmpdir(), 'yilian-people-'))
const child = spawn(process.execPath, [MAIN, '--demo'], {
  env: { ...process.env, PORT: '0', HOST: '127.0.0.1', YILIAN_DATA_DIR: directory, LOG_LEVEL: 'warn', YILIAN_BUDGET_PERCENT: '100' },
  stdio: ['ignore', 'pipe', 'inherit'],
})
try {
  await measure(await readyAt(child))
} finally {
  child.kill('SIGTERM')
  if (child.exitCode === null) await once(child, 'exit')
  await rm(directory, { recursive: true, force: true })
}

interface Api {
  readonly query: (text: string, variables?: object) => Promise<Record<string, never>>
  readonly upload: (kind: string, file: Uint8Array) => Promise<Run>
  readonly current: (id: string) => Promise<Run>
  readonly commit: (id: string, rows: readonly number[] | null) => Promise<Run>
}

async function apiAs(origin: string, username: string): Promise<Api> {
  const headers = await signIn(origin, username)
  const ask = async (body: RequestInit['body'], type?: string): Promise<Record<string, never>> => {
    const answer = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { ...headers, ...(type && { 'content-type': type }) },
      body: body!,
    })
    const { data, errors } = (await answer.json()) as { data?: Record<string, never>; errors?: unknown }
    if (!data || errors) throw new Error(`${answer.status} ${JSON.stringify(errors)}`)
    return data
  }
  const query: Api['query'] = (text, variables = {}) => ask(JSON.stringify({ query: text, variables }), 'application/json')
  return {
    query,
    current: async (id) => (await query(`query ($id: ID!) { importRun(id: $id) { ${RUN} } }`, { id }))['importRun']!,
    async upload(kind, file) {
      const form = new FormData()
      const document = `mutation ($input: StartImportInput!) { startImport(input: $input) { ${STARTED} } }`
      form.set('operations', JSON.stringify({ query: document, variables: { input: { kind, countyCode: COUNTY, file: null } } }))
      form.set('map', JSON.stringify({ 0: ['variables.input.file'] }))
      form.set('0', new File([new Uint8Array(file)], 'file.xlsx'))
      return started((await ask(form))['startImport']!)
    },
    async commit(id, rows) {
      const document = `mutation ($id: ID!, $rows: [Int!]) { commitImport(id: $id, rows: $rows) { ${STARTED} } }`
      return started((await query(document, { id, rows }))['commitImport']!)
    },
  }
}

/** Reads the institutions in, too, and gives each a quota. Answers their names. */
async function prepare(alliance: Api, staffing: Api): Promise<string[]> {
  const names = Array.from({ length: INSTITUTIONS }, (_, at) => `虚构第${at + 1}卫生院`)
  const file = await workbook(
    ['机构编码', '机构名称', '机构类别', '所在区划', '生效日'],
    names.map((name, at) => [`TEST-${at}`, name, at === 0 ? '综合医院' : '乡镇卫生院', COUNTY + '000000', SINCE]),
  )
  let run = await alliance.upload('INSTITUTIONS', file)
  for (const next of ['CHECKED', 'DONE']) {
    while (UNDER_WAY.includes(run.state)) run = await wait(ASKED_EVERY_MS).then(() => alliance.current(run.id))
    if (run.state !== next || run.rowsWrong > 0) throw new Error(JSON.stringify(run))
    if (next === 'CHECKED') run = await alliance.commit(run.id, null)
  }
  for (const [at] of names.entries()) {
    const institution: { id: string } = (await staffing.query(`{ institution(code: "TEST-${at}") { id } }`))['institution']!
    const set = `mutation ($id: ID!) { setQuota(input: { institutionId: $id, postClass: TECHNICAL, count: 5000, baseVersion: 0, effectiveOn: "${SINCE}" }) { __typename } }`
    await staffing.query(set, institution)
  }
  return names
}

function workbook(header: readonly string[], rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  return sheetsWorkbook([{ name: '1', columns: header.map((heading) => ({ heading, width: 14, format: 'TEXT' as const })), rows }])
}

async function measure(origin: string): Promise<void> {
  const api = await apiAs(origin, 'staffing')
  const { query } = api
  const names = await prepare(await apiAs(origin, 'langxi'), api)
  const { header, rows, ...planted } = syntheticStaffCards('20,000 people', names, Number(values.people))
  const file = await workbook(header, rows)
  console.log(`${rows.length} rows, ${names.length} institutions, ${(file.length / 2 ** 20).toFixed(1)} MB, ${JSON.stringify(planted)}`)

  const faultsOf = async (id: string): Promise<string[]> => {
    const document = `query ($id: ID!) { importRun(id: $id) { rows(first: 500, wrongOnly: true) { rows { issues { code } } } } }`
    const run: { rows: { rows: { issues: { code: string }[] }[] } } = (await query(document, { id }))['importRun']!
    return run.rows.rows.flatMap(({ issues }) => issues.map(({ code }) => code))
  }
  const rightRows = async (id: string): Promise<number[]> => {
    const right: number[] = []
    for (let after: number | null = 0; after !== null;) {
      const document = `query ($id: ID!, $after: Int) { importRun(id: $id) { rows(first: 500, after: $after) { nextAfter rows { row state } } } }`
      const run: { rows: { nextAfter: number | null; rows: { row: number; state: string }[] } } = (await query(document, { id, after }))[
        'importRun'
      ]!
      right.push(...run.rows.rows.flatMap(({ row, state }) => (state === 'WRONG' ? [] : [row])))
      after = run.rows.nextAfter
    }
    return right
  }

  async function timed(what: string, begin: () => Promise<Run>): Promise<Run> {
    const from = performance.now()
    let run = await begin()
    let told = from
    let [times, longest, last] = [0, 0, '']
    while (UNDER_WAY.includes(run.state)) {
      await wait(ASKED_EVERY_MS)
      run = await api.current(run.id)
      const now = `${run.state} ${run.rowsTotal} ${run.rowsDone}`
      if (now === last) continue
      longest = Math.max(longest, performance.now() - told)
      told = performance.now()
      times += 1
      last = now
    }
    const seconds = ((performance.now() - from) / 1000).toFixed(1)
    const { state, rowsRight, rowsWrong, rowsUnchanged, failure } = run
    console.log(
      `${what}: ${seconds} s, ${state}, right ${rowsRight}, wrong ${rowsWrong}, unchanged ${rowsUnchanged}; progress moved ${times} times, stood still ${(longest / 1000).toFixed(1)} s at most; server ${await peak(child.pid!)} MB at most; load ${loadavg()[0]!.toFixed(1)}${failure ? ` ${failure}` : ''}`,
    )
    return run
  }

  const checked = await timed('check', () => api.upload('PEOPLE', file))
  const faults = new Map<string, number>()
  for (const code of await faultsOf(checked.id)) faults.set(code, (faults.get(code) ?? 0) + 1)
  console.log(Object.fromEntries(faults))
  const right = await rightRows(checked.id)
  await timed('write', () => api.commit(checked.id, right))
  await timed('the same file again', () => api.upload('PEOPLE', file))
}

function started(answer: Run & { readonly __typename: string }): Run {
  if (answer.__typename !== 'ImportRun') throw new Error(JSON.stringify(answer))
  return answer
}

async function readyAt(server: ChildProcess): Promise<string> {
  let text = ''
  for await (const chunk of server.stdout!) {
    text += String(chunk)
    const url = /open (http\S+)\/ in/.exec(text)?.[1]
    if (url) {
      server.stdout!.resume()
      return url
    }
  }
  throw new Error(`the server ended: ${text}`)
}

async function signIn(origin: string, username: string): Promise<Record<string, string>> {
  const answer = await fetch(`${origin}/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: PASSWORD }),
  })
  const { csrfToken } = (await answer.json()) as { csrfToken?: string }
  const cookie = answer.headers.getSetCookie()[0]?.split(';', 1)[0]
  if (!csrfToken || !cookie) throw new Error(`nobody signs in: ${answer.status}`)
  return { cookie, 'x-csrf-token': csrfToken }
}

/** The most memory the process has had so far, in MB. */
async function peak(pid: number): Promise<string> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return /VmHWM:\s+(\d+)/.exec(status)?.[1]?.replace(/\d{3}$/, '') ?? '?'
}
