import { createServer } from 'node:http'
import { buffer } from 'node:stream/consumers'

import pg from 'pg'

import { OPERATIONS, type OperationName } from './operations.ts'

/**
 * The limit: one prepared statement per question, written for it, whose JSON goes out as PostgreSQL made it, behind plain `node:http`.
 * `node hand-written.ts` with DATABASE_URL and PORT.
 */
const inForce = (alias: string) =>
  `${alias}.recorded_to is null and ${alias}.valid_from <= $1::date and (${alias}.valid_to is null or $1::date < ${alias}.valid_to)`

const alliances = (where: string) => `
  select coalesce(json_agg(json_build_object('code', a.code, 'name', a.name, 'kind', a.kind, 'memberships', m.memberships) order by a.code), '[]')::text as body
  from (select a.id, a.code, a.kind, v.name from alliance a join alliance_version v on v.id = a.id and ${inForce('v')}
    where ${where} order by a.code limit 20) a
  cross join lateral (
    select coalesce(json_agg(json_build_object('role', m.role, 'validFrom', m.valid_from, 'institution', json_build_object(
        'code', i.code, 'name', v.name, 'level', v.level, 'region', json_build_object('code', r.code, 'name', r.name)))
      order by case m.role when 'SUPPORTING' then 1 when 'LEAD' then 2 else 3 end, i.code, m.valid_from), '[]') as memberships
    from membership m join institution i on i.id = m.institution_id
      join institution_version v on v.id = i.id and ${inForce('v')} join region_version r on r.code = v.region_code and ${inForce('r')}
    where m.alliance_id = a.id and ${inForce('m')}) m`

const STATEMENTS: Readonly<Record<OperationName, string>> = {
  alliances: alliances('a.kind = $2'),
  county: alliances('a.county_code = $2'),
  institution: `select json_build_object('code', i.code, 'name', v.name, 'category', v.category, 'level', v.level)::text as body
    from institution i join institution_version v on v.id = i.id and ${inForce('v')} where i.code = $2`,
}

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 })

const server = createServer(async (request, response) => {
  const { operationName } = JSON.parse((await buffer(request)).toString()) as { operationName: OperationName }
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const statement = { name: operationName, text: STATEMENTS[operationName], values: [today, OPERATIONS[operationName].key] }
  const { rows } = await pool.query<{ body: string }>(statement)
  const body = `{"data":${rows[0]?.body ?? 'null'}}`
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body) })
  response.end(body)
})
server.listen(Number(process.env['PORT']), '127.0.0.1')
process.once('SIGTERM', () => process.exit())
