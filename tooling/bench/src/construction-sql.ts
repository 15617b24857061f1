// The same questions as in construction-questions.ts, each as one statement written for it, whose JSON is the answer. $1: today; $2: a
// county (null: all), or a project.

const now = (alias: string) => `${alias}.recorded_to is null`
const inForce = (alias: string) =>
  `${now(alias)} and ${alias}.valid_from <= $1::date and (${alias}.valid_to is null or $1::date < ${alias}.valid_to)`
const counts = (alias: string) =>
  `${now(alias)} and ${alias}.state in ('SUBMITTED', 'ACCEPTED') and ${alias}.month <= to_char($1::date, 'YYYY-MM')`
const text = (amount: string) => `${amount}::text`

// What was completed: the last figure to date. In these data each report has one.
const sums = (project: string) => `
  (select sum(planned) from funding_line f where f.project_id = ${project} and ${now('f')}) as planned,
  (select sum(amount) from fund_receipt f where f.project_id = ${project} and f.received_on <= $1::date and ${now('f')}) as arrived,
  (select sum(amount) from project_payment f where f.project_id = ${project} and f.paid_on <= $1::date and ${now('f')}) as paid,
  (select investment_to_date from progress_report f where f.project_id = ${project} and ${counts('f')} order by f.month desc limit 1) as completed`

const suspended = `select f.valid_from, f.cause from project_suspension f where f.project_id = p.id and ${inForce('f')}`

export const PORTFOLIO = `
  with projects as (
    select p.id, p.code, v.name, v.kind, v.region_code, v.institution_ids, ${sums('p.id')}, exists (${suspended}) as suspended
    from construction_project p join construction_project_version v on v.id = p.id and ${now('v')}
    where $2::text is null or p.county_code = $2
  )
  select json_build_object('projects', json_build_object(
    'totalCount', (select count(*) from projects),
    'totals', (select json_build_object('suspended', count(*) filter (where suspended), 'planned', sum(planned)::text, 'arrived', sum(arrived)::text,
      'paid', sum(paid)::text, 'completed', sum(completed)::text) from projects),
    'nodes', (select json_agg(json_build_object('code', p.code, 'name', p.name, 'kind', p.kind,
      'region', (select json_build_object('name', r.name) from region_version r where r.code = p.region_code and ${inForce('r')}),
      'institutions', (select json_agg(json_build_object('name', i.name)) from institution_version i where i.id = any(p.institution_ids) and ${inForce('i')}),
      'stage', (select json_build_object('stage', f.stage) from project_stage f where f.project_id = p.id and ${inForce('f')}),
      'suspension', (select json_build_object('suspendedOn', f.valid_from, 'cause', f.cause) from (${suspended}) f),
      'money', json_build_object('planned', ${text('p.planned')}, 'arrived', ${text('p.arrived')}, 'paid', ${text('p.paid')}, 'completed', ${text('p.completed')}),
      'latestReport', (select json_build_object('month', max(f.month)) from progress_report f where f.project_id = p.id and ${counts('f')})
    ) order by p.code) from (select * from projects order by code limit 50) p)))::text as body`

const facts = (table: string, fields: Readonly<Record<string, string>>, order: string) =>
  `(select json_agg(json_build_object(${Object.entries(fields)
    .map(([name, column]) => `'${name}', f.${column}`)
    .join(', ')}) order by ${order}) from ${table} f where f.project_id = p.id and ${now('f')})`

export const PAGE = `
  select json_build_object('project', json_build_object('code', p.code, 'name', v.name, 'kind', v.kind,
    'stages', ${facts('project_stage', { stage: 'stage', validFrom: 'valid_from', validTo: 'valid_to' }, 'f.valid_from')},
    'suspensions', coalesce(${facts('project_suspension', { cause: 'cause', validFrom: 'valid_from', validTo: 'valid_to' }, 'f.valid_from')}, '[]'),
    'milestones', ${facts('project_milestone', { stage: 'stage', baselineOn: 'baseline_on' }, 'f.baseline_on')},
    'approvals', ${facts('project_approval', { stage: 'stage', approvedOn: 'approved_on', investment: 'investment::text' }, 'f.approved_on')},
    'fundingLines', ${facts('funding_line', { fundingSource: 'funding_source', planned: 'planned::text' }, `array_position(array['CENTRAL_BUDGET','PROVINCIAL','COUNTY'], f.funding_source)`)},
    'fundingYears', ${facts('funding_year', { year: 'year', amount: 'amount::text' }, 'f.year')},
    'fundReceipts', ${facts('fund_receipt', { receivedOn: 'received_on', amount: 'amount::text' }, 'f.received_on')},
    'payments', ${facts('project_payment', { paidOn: 'paid_on', amount: 'amount::text' }, 'f.paid_on')},
    'progressReports', ${facts('progress_report', { month: 'month', state: 'state', stage: 'stage', wording: 'wording', investmentMonth: 'investment_month::text', investmentToDate: 'investment_to_date::text', nextSteps: 'next_steps' }, 'f.month')},
    'money', (select json_build_object('planned', ${text('s.planned')}, 'arrived', ${text('s.arrived')}, 'paid', ${text('s.paid')}, 'completed', ${text('s.completed')}) from (select ${sums('p.id')}) s)
  ))::text as body
  from construction_project p join construction_project_version v on v.id = p.id and ${now('v')} where p.code = $2`
