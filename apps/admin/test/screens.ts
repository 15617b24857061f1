import { exampleProject } from './example-project.ts'
import { OPERATOR } from './sign-in.ts'
import type { Yilian } from './yilian.ts'

const INSTITUTION_TABS = ['overview', 'timeline', 'alliances', 'map', 'projects', 'changes']
const ALLIANCE_TABS = [
  'structure',
  'members',
  'management',
  'lead',
  'services',
  'referrals',
  'meetings',
  'projects',
  'documents',
  'changes',
]
const PROJECT_VIEWS = ['table', 'cards', 'timeline', 'alerts', 'month']
const PROJECT_TABS = ['overview', 'schedule', 'funds', 'reports', 'parties', 'documents', 'changes']
const ACCOUNT_TABS = ['security', 'sessions', 'tokens', 'grants']

/** Screens as somebody sees them; `null`: nobody who is signed in. */
export interface Screens {
  readonly username: string | null
  /** Addresses, without their language. */
  readonly paths: readonly string[]
}

/** Every screen of construction: of all projects, of one that is full, of one of which little is known, and where nothing is. */
export async function constructionScreens({ query }: Pick<Yilian, 'query'>): Promise<Screens[]> {
  const { project } = await query('{ project(code: "431221-P001") { id } }')
  const example = await exampleProject((username, document, variables) => query(document, variables, username))
  return [
    {
      username: 'construction',
      paths: [
        ...PROJECT_VIEWS.map((view) => `/projects?county=431221&view=${view}`),
        '/projects?view=month&month=2020-07',
        '/projects/none',
      ],
    },
    { username: 'construction', paths: [`/projects/${project.id}`, ...PROJECT_TABS.map((tab) => `/projects/${example}?tab=${tab}`)] },
  ]
}

/** Every other screen: today, on the day of the report, where nothing is, and where one may not look; by who looks. */
export async function everyScreen({ idOf }: Pick<Yilian, 'idOf'>): Promise<Screens[]> {
  const [institution, alliance, disputed] = await Promise.all(
    ['铜湾镇中心卫生院', '铁坡片区医共体', '泸阳片区医联体'].map((name) => idOf(name)),
  )
  const records = [
    '/?county=431221',
    '/institutions?county=431221',
    '/institutions/tree?county=431221',
    ...INSTITUTION_TABS.map((tab) => `/institutions/${institution}?tab=${tab}`),
    '/alliances?asOf=2020-07-31',
    ...ALLIANCE_TABS.map((tab) => `/alliances/${alliance}?tab=${tab}&asOf=2020-07-31`),
    `/alliances/${disputed}?tab=structure`,
    `/alliances/${disputed}?tab=lead`,
    '/alliances/compare?county=431221&since=2020-07-30&until=2020-07-31',
    '/documents',
    '/import',
    '/import?kind=MEMBERSHIPS&county=431221',
    '/alliances/none',
    '/nowhere',
  ]
  const middle = Math.ceil(records.length / 2)
  return [
    { username: OPERATOR, paths: records.slice(0, middle) },
    { username: OPERATOR, paths: records.slice(middle) },
    { username: null, paths: ['/sign-in'] },
    { username: 'system', paths: ['/', '/users', '/users/reporter', '/users/reporter?tab=changes', '/users/nobody', '/departments'] },
    { username: 'security', paths: ['/users/reporter?tab=grants', '/users/reporter?tab=tokens', '/tokens', '/policies'] },
    { username: 'audit', paths: ['/', '/audit', '/audit?kind=UPDATED&since=2026-01-01'] },
    { username: 'leader', paths: [...ACCOUNT_TABS.map((tab) => `/account?tab=${tab}`), '/audit'] },
  ]
}
