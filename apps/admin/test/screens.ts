import type { Yilian } from './yilian.ts'

const INSTITUTION_TABS = ['overview', 'timeline', 'alliances', 'map', 'changes']
const ALLIANCE_TABS = ['structure', 'members', 'management', 'lead', 'services', 'referrals', 'meetings', 'documents', 'changes']

/** The address of every screen, without its language: today, on the day of the report, and where nothing is. */
export async function everyScreen({ idOf }: Pick<Yilian, 'idOf'>): Promise<string[]> {
  const [institution, alliance, disputed] = await Promise.all(['铜湾镇中心卫生院', '铁坡片区医共体', '泸阳片区医联体'].map(idOf))
  return [
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
}
