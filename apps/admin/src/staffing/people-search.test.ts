import { expect, test } from 'vitest'
import { peopleFilter, peopleSearch } from './people-search.ts'

test('what the address says of people is kept, what is in no list is dropped', () => {
  const search = peopleSearch({
    q: ' 张 ',
    profession: ['11', '99'],
    title: 'SENIOR',
    appointment: 'POSTED_DOWN',
    atWork: 'false',
    sort: 'CODES',
  })
  expect(search).toMatchObject({ q: '张', profession: ['11'], title: ['SENIOR'], appointment: ['POSTED_DOWN'], atWork: false })
  expect(search.sort).toBeUndefined()
  expect(peopleFilter(search, '431225')).toMatchObject({
    countyCode: '431225',
    search: '张',
    professions: ['11'],
    titleLevels: ['SENIOR'],
    kinds: ['POSTED_DOWN'],
    atWork: false,
  })
})
