import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { day } from './day.ts'
import { INSTITUTION_DEFAULTS, type InstitutionValue } from './institution.ts'
import { closeIssues, mergeIssues, parentIssues, splitIssues, type InstitutionLife, type Lineage } from './lineage.ts'

const institution = (id: string, from = '2010-01-01', closedFrom: string | null = null): InstitutionLife => ({
  id,
  name: `卫生院${id}`,
  stretches: [
    { status: 'OPERATING', validFrom: day(from), validTo: closedFrom === null ? null : day(closedFrom) },
    ...(closedFrom === null ? [] : [{ status: 'CLOSED' as const, validFrom: day(closedFrom), validTo: null }]),
  ],
})
const merged = (fromId: string, toId: string): Lineage => ({ kind: 'MERGED_INTO', fromId, toId, effectiveOn: day('2020-01-01') })
const part = (name: string): InstitutionValue => ({ ...INSTITUTION_DEFAULTS, name, category: 'C220', regionCode: '431221104000' })
const on = day('2020-01-01')
const found = (issues: { path: string; code: string }[]) => issues.map(({ path, code }) => `${path} ${code}`)

describe('closing an institution', () => {
  test('that is open on the day and has nothing below it is right', () => expect(closeIssues(institution('1'), [], on)).toEqual([]))

  test('before it opened or after it closed is refused', () => {
    expect(found(closeIssues(institution('1', '2021-01-01'), [], on))).toEqual(['effectiveOn NOT_IN_FORCE'])
    expect(found(closeIssues(institution('1', '2010-01-01', '2019-06-01'), [], on))).toEqual(['effectiveOn INSTITUTION_CLOSED'])
  })

  test('with institutions below it on or after the day is refused with their number', () => {
    const child = (validTo: string | null, status: 'OPERATING' | 'CLOSED' = 'OPERATING') => ({
      id: '9',
      name: '卫生室',
      status,
      validFrom: day('2015-01-01'),
      validTo: validTo === null ? null : day(validTo),
    })
    expect(closeIssues(institution('1'), [child(null), child('2020-01-02'), child('2020-01-01'), child(null, 'CLOSED')], on)).toMatchObject(
      [{ path: 'effectiveOn', code: 'HAS_CHILDREN', params: { count: 2, first: '卫生室' } }],
    )
  })
})

describe('merging an institution', () => {
  test('into another that is open is right', () => expect(mergeIssues(institution('1'), institution('2'), [], on)).toEqual([]))

  test('into itself is refused', () =>
    expect(found(mergeIssues(institution('1'), institution('1'), [], on))).toEqual(['intoId MERGE_INTO_ITSELF']))

  test('into one that is not open on the day is refused', () => {
    expect(found(mergeIssues(institution('1'), institution('2', '2020-01-02'), [], on))).toEqual(['intoId NOT_IN_FORCE'])
    expect(found(mergeIssues(institution('1'), institution('2', '2010-01-01', '2020-01-01'), [], on))).toEqual([
      'intoId INSTITUTION_CLOSED',
    ])
  })

  test('into one that was merged into it, through others, is refused', () => {
    expect(found(mergeIssues(institution('1'), institution('3'), [merged('3', '2'), merged('2', '1')], on))).toEqual(['intoId MERGE_CYCLE'])
  })

  test('never completes a circle, whatever was merged before', () => {
    const ids = ['1', '2', '3', '4', '5']
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)), { maxLength: 12 }), (attempts) => {
        const lineage: Lineage[] = []
        for (const [from, to] of attempts)
          if (mergeIssues(institution(from), institution(to), lineage, on).length === 0) lineage.push(merged(from, to))
        // Without circles every chain of mergers ends: no id is reached from itself.
        for (const id of ids) {
          let reached = lineage.filter(({ fromId }) => fromId === id).map(({ toId }) => toId)
          for (let step = 0; step < ids.length; step++) {
            expect(reached).not.toContain(id)
            reached = lineage.filter(({ fromId }) => reached.includes(fromId)).map(({ toId }) => toId)
          }
        }
      }),
    )
  })
})

describe('splitting an institution', () => {
  test('into one or more new ones is right', () => expect(splitIssues(institution('1'), [part('甲'), part('乙')], on)).toEqual([]))

  test('into none is refused', () => expect(found(splitIssues(institution('1'), [], on))).toEqual(['parts SPLIT_INTO_NONE']))

  test('names the part and the field that is wrong', () => {
    expect(found(splitIssues(institution('1'), [part('甲'), { ...part('甲'), beds: -1 }], on))).toEqual([
      'parts.1.beds NOT_A_COUNT',
      'parts.1.name PART_TWICE',
    ])
  })
})

describe('a parent', () => {
  const parentOf = (parents: Record<string, string>) => (id: string) => parents[id] ?? null

  test('above which the institution itself stands is refused', () => {
    expect(found(parentIssues({ id: '1', name: '甲' }, '3', parentOf({ 3: '2', 2: '1' })))).toEqual(['parentId PARENT_CYCLE'])
    expect(found(parentIssues({ id: '1', name: '甲' }, '1', parentOf({})))).toEqual(['parentId PARENT_CYCLE'])
  })

  test('anywhere else, or none, is right, even where others already form a circle', () => {
    expect(parentIssues({ id: '1', name: '甲' }, '3', parentOf({ 3: '2' }))).toEqual([])
    expect(parentIssues({ id: '1', name: '甲' }, null, parentOf({}))).toEqual([])
    expect(parentIssues({ id: '1', name: '甲' }, '2', parentOf({ 2: '3', 3: '2' }))).toEqual([])
  })
})
