import { day } from '@yilian/domain/day.ts'
import { expect, test } from 'vitest'
import { auditFilter, auditSearch } from './audit-search.ts'

test('days are days in China, the last one included', () => {
  const { from, to } = auditFilter({ since: day('2026-11-25'), until: day('2026-11-25') })
  expect([from, to]).toEqual(['2026-11-24T16:00:00.000000Z', '2026-11-25T16:00:00.000000Z'])
})

test('what is no filter is dropped from the address', () => {
  const search = auditSearch({ kind: ['SIGNED_IN', 'NONSENSE'], since: '2026-02-30', outside: 'false', q: ' ' })
  expect(search).toMatchObject({ kind: ['SIGNED_IN'] })
  expect(auditFilter(search)).toEqual({
    search: null,
    kinds: ['SIGNED_IN'],
    from: null,
    to: null,
    actorId: null,
    subjectId: null,
    requestId: null,
    outsideApplication: null,
  })
})
