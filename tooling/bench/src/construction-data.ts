import { sql } from 'kysely'

import type { Db } from '@yilian/database/db.ts'

/** What the construction database holds. */
export const PROJECTS = 10_000
export const MONTHS = 60

const TABLES = [
  'change',
  'construction_project',
  'construction_project_version',
  'project_stage',
  'project_suspension',
  'project_milestone',
  'project_approval',
  'funding_line',
  'funding_year',
  'fund_receipt',
  'project_payment',
  'progress_report',
] as const

const uuid = (text: string) => `md5(${text})::uuid`
const project = uuid(`'project' || p.n`)
const line = (number: string) => uuid(`'line' || p.n || '-' || ${number}`)
const recorded = (columns: string, select: string, table: string, from: string) => `
  insert into ${table} (id, ${columns}, recorded_from, recorded_by)
  select ${select}, now(), (select max(id) from change) from projects p ${from}`

// Sixty months of works: three sources, a plan for each of five years, receipts twice a year, two payments in three months, a report
// each month, one stop in three projects.
const STATEMENTS: readonly string[] = [
  `insert into change (command, recorded_at, actor_id, actor_name) values ('createProject', now(), 'bench', 'bench')`,
  `create temporary table projects on commit drop as
    select n, i.id as institution_id, v.region_code, i.county_code, date '2020-01-01' + (n % 90) as begun
    from generate_series(1, ${PROJECTS}) n
    join (select id, county_code, row_number() over (order by county_code, code) - 1 as at, count(*) over () as of from institution) i
      on i.at = (n * 7919) % i.of
    join institution_version v on v.id = i.id and v.recorded_to is null and v.valid_to is null`,
  `insert into construction_project (id, code, county_code) select ${project}, county_code || '-P' || lpad(n::text, 5, '0'), county_code from projects p`,
  recorded(
    'name, kind, institution_ids, region_code, unit_count, area',
    `${project}, '建设项目' || p.n, (array['NEW_BUILD','EXTENSION','REPAIR'])[1 + p.n % 3], array[p.institution_id], p.region_code, 1, 1000 + p.n`,
    'construction_project_version',
    '',
  ),
  recorded(
    'project_id, stage, basis, start_known, valid_from, valid_to',
    `${uuid(`'stage' || p.n`)}, ${project}, s.stage, 'STATED', true, p.begun + s.at, p.begun + s.until`,
    'project_stage',
    `cross join (values ('PROPOSAL', 0, 200), ('FEASIBILITY', 200, 400), ('STRUCTURE', 400, null)) s (stage, at, until)`,
  ),
  recorded(
    'project_id, cause, start_known, end_known, valid_from, valid_to',
    `${uuid(`'stop' || p.n`)}, ${project}, 'FUNDS', true, true, p.begun + 500, case when p.n % 6 = 0 then null else p.begun + 560 end`,
    'project_suspension',
    'where p.n % 3 = 0',
  ),
  recorded(
    'project_id, stage, baseline_on',
    `${uuid(`'milestone' || p.n || '-' || s.stage`)}, ${project}, s.stage, p.begun + s.at`,
    'project_milestone',
    `cross join (values ('PROPOSAL', 0), ('FEASIBILITY', 180), ('STRUCTURE', 380), ('ACCEPTANCE', 1500)) s (stage, at)`,
  ),
  recorded(
    'project_id, stage, approved_on, investment, area',
    `${uuid(`'approval' || p.n || s.stage`)}, ${project}, s.stage, p.begun + s.at, 12000000.00, 1000 + p.n`,
    'project_approval',
    `cross join (values ('PROPOSAL', 30), ('FEASIBILITY', 230)) s (stage, at)`,
  ),
  recorded(
    'project_id, funding_source, planned',
    `${line('l.n')}, ${project}, (array['CENTRAL_BUDGET','PROVINCIAL','COUNTY'])[l.n], 4000000.00 + p.n`,
    'funding_line',
    'cross join generate_series(1, 3) l (n)',
  ),
  recorded(
    'project_id, funding_line_id, year, amount',
    `${uuid(`'year' || p.n || '-' || l.n || '-' || y.year`)}, ${project}, ${line('l.n')}, y.year, 800000.00`,
    'funding_year',
    'cross join generate_series(1, 3) l (n) cross join generate_series(2020, 2024) y (year)',
  ),
  recorded(
    'project_id, funding_line_id, received_on, day_known, amount',
    `${uuid(`'receipt' || p.n || '-' || r.n`)}, ${project}, ${line('1 + r.n % 3')}, p.begun + r.n * 180, true, 350000.37`,
    'fund_receipt',
    'cross join generate_series(0, 9) r (n)',
  ),
  recorded(
    'project_id, funding_line_id, paid_on, day_known, amount, advance',
    `${uuid(`'payment' || p.n || '-' || m.n`)}, ${project}, ${line('1 + m.n % 3')}, p.begun + m.n * 45, true, 80000.11, false`,
    'project_payment',
    'cross join generate_series(1, 40) m (n)',
  ),
  recorded(
    'project_id, month, state, stage, wording, percent, investment_month, investment_to_date, next_steps',
    `${uuid(`'report' || p.n || '-' || m.n`)}, ${project}, to_char(date '2020-01-01' + make_interval(months => m.n - 1), 'YYYY-MM'),
     case when m.n < 60 then 'ACCEPTED' else 'SUBMITTED' end, 'STRUCTURE', '主体施工至' || m.n || '层', least(100, m.n * 1.6), 180000.25,
     180000.25 * m.n, '继续施工，完成砌体工程'`,
    'progress_report',
    `cross join generate_series(1, ${MONTHS}) m (n)`,
  ),
]

/**
 * Fills a database that holds synthetic counties with construction projects, once, by one statement per table. The audit's triggers are
 * off meanwhile: a million entries are not what is measured.
 */
export async function fillConstruction(db: Db): Promise<void> {
  const { rows } = await sql`select from construction_project limit 1`.execute(db)
  if (rows.length > 0) return
  await db.transaction().execute(async (trx) => {
    for (const table of TABLES) await sql`alter table ${sql.id(table)} disable trigger user`.execute(trx)
    for (const statement of STATEMENTS) await sql.raw(statement).execute(trx)
    for (const table of TABLES) await sql`alter table ${sql.id(table)} enable trigger user`.execute(trx)
  })
  await sql`vacuum analyze`.execute(db)
}
