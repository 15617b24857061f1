import type { Screens } from './screens.ts'
import type { Yilian } from './yilian.ts'

const LISTS = ['overdue', 'returns', 'postings', 'expired', 'licences', 'past', 'retirements', 'villages', 'leaders', 'vacancies', 'over']

/** Every screen on which staff is counted or listed: the pivot in its forms, its people, the national figure, and each work list. */
export async function countingScreens({ idOf }: Pick<Yilian, 'idOf'>): Promise<Screens[]> {
  const username = 'staffing'
  const hospital = await idOf('郎溪县人民医院', username)
  return [
    {
      username,
      paths: [
        '/head-count?county=341821',
        '/head-count?rows=PROFESSION&columns=TITLE_LEVEL',
        '/head-count?rows=AGE_BAND&columns=SEX&rule=FTE&everybody=true',
        `/head-count?institution=${hospital}&asOf=1990-01-01`,
        '/head-count?view=chart',
        '/head-count?view=chart&rows=PROFESSION&columns=EDUCATION',
        `/head-count?view=differences&institution=${hospital}&profession=11`,
        '/head-count?view=left',
        '/head-count?view=posted&county=341821',
      ],
    },
    { username, paths: ['/staff-lists', ...LISTS.map((list) => `/staff-lists?list=${list}`)] },
  ]
}
