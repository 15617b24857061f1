import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import {
  changeFrom,
  endFrom,
  known,
  normalise,
  notInForceIssues,
  overlay,
  periodText,
  planTimeline,
  stretchIssues,
  type Recorded,
  type Stretch,
} from './dated.ts'
import { addDays, day, instant, type IsoDate } from './day.ts'
import { covers, isPeriod, overlaps, type Period } from './period.ts'

interface Value {
  readonly name: string
  readonly beds: number | null
}
interface Row extends Stretch<Value>, Recorded {
  readonly rowId: string
}

const START = day('2020-01-01')
const DAYS: readonly IsoDate[] = [...Array.from({ length: 45 }, (_, at) => addDays(START, at)), day('2999-01-01')]

/** The model: what is said on each day. */
const onEachDay = (stretches: readonly Stretch<Value>[]) =>
  DAYS.map((one) => {
    const at = stretches.filter((stretch) => covers(stretch, one))
    expect(at.length).toBeLessThan(2)
    return at[0] ? { name: at[0].name, beds: at[0].beds } : null
  })

const anyValue: fc.Arbitrary<Value> = fc.record({ name: fc.constantFrom('甲', '乙'), beds: fc.constantFrom(null, 10) })
const anyDay = fc.nat(29).map((at) => addDays(START, at))
const anyPeriod: fc.Arbitrary<Period> = fc
  .tuple(fc.nat(25), fc.option(fc.integer({ min: 1, max: 12 }), { nil: null }))
  .map(([start, length]) => ({ validFrom: addDays(START, start), validTo: length === null ? null : addDays(START, start + length) }))
/** A timeline: stretches in order that do not overlap, some meeting, the last one sometimes open. */
const anyTimeline: fc.Arbitrary<Stretch<Value>[]> = fc
  .tuple(
    fc.array(fc.record({ gap: fc.constantFrom(0, 0, 2), length: fc.integer({ min: 1, max: 6 }), value: anyValue }), { maxLength: 5 }),
    fc.boolean(),
  )
  .map(([parts, open]) => {
    let at = 0
    return parts.map(({ gap, length, value }, index) => {
      const validFrom = addDays(START, at + gap)
      at += gap + length
      return { ...value, validFrom, validTo: open && index === parts.length - 1 ? null : addDays(START, at) }
    })
  })
const anyPatch: fc.Arbitrary<Partial<Value>> = fc.constantFrom({ name: '丙' }, { beds: 20 }, { name: '甲', beds: null }, {})

const row = (stretch: Stretch<Value>, at: number): Row => ({
  ...stretch,
  rowId: String(at),
  recordedFrom: instant('2026-01-01T00:00:00Z'),
  recordedTo: null,
  recordedBy: 1,
  closedBy: null,
})
const pick = ({ name, beds }: Row): Value => ({ name, beds })

describe('a timeline', () => {
  test('normalised says the same on every day with no two equal stretches that meet', () => {
    fc.assert(
      fc.property(anyTimeline, (timeline) => {
        const normal = normalise(timeline)
        expect(onEachDay(normal)).toEqual(onEachDay(timeline))
        normal.slice(1).forEach((next, at) => {
          const last = normal[at]!
          expect(last.validTo === next.validFrom && last.name === next.name && last.beds === next.beds).toBe(false)
        })
      }),
    )
  })

  test('changed from a day says the patched value from that day to the end of its stretch, and as before elsewhere', () => {
    fc.assert(
      fc.property(anyTimeline, anyDay, anyPatch, (timeline, from, patch) => {
        const within = timeline.find((one) => covers(one, from))
        const before = onEachDay(timeline)
        const after = onEachDay(changeFrom(timeline, from, patch))
        DAYS.forEach((one, at) => {
          const changed = within !== undefined && one >= from && covers(within, one)
          expect(after[at]).toEqual(changed ? { ...before[at], ...patch } : before[at])
        })
      }),
    )
  })

  test('ended from a day says nothing from that day on, and as before until it', () => {
    fc.assert(
      fc.property(anyTimeline, anyDay, (timeline, from) => {
        const ended = endFrom(timeline, from)
        expect(ended.every(isPeriod)).toBe(true)
        expect(onEachDay(ended)).toEqual(onEachDay(timeline).map((value, at) => (DAYS[at]! < from ? value : null)))
      }),
    )
  })

  test('overlaid says the patched value on the days of the period that had one, and as before elsewhere', () => {
    fc.assert(
      fc.property(anyTimeline, anyPeriod, anyPatch, (timeline, period, patch) => {
        const before = onEachDay(timeline)
        const laid = overlay(timeline, period, patch)
        expect(laid.every(isPeriod)).toBe(true)
        expect(onEachDay(laid)).toEqual(before.map((value, at) => (value && covers(period, DAYS[at]!) ? { ...value, ...patch } : value)))
      }),
    )
  })

  test('reached by closing and inserting what the plan says', () => {
    fc.assert(
      fc.property(anyTimeline, anyTimeline, (timeline, desired) => {
        const rows = timeline.map(row)
        const plan = planTimeline(rows, desired, pick)
        const stay = rows.filter((one) => !plan.close.includes(one))
        expect(onEachDay([...stay, ...plan.insert])).toEqual(onEachDay(desired))
        // What stays and what comes never overlap: the plan can be carried out under the exclusion constraint.
        for (const one of plan.insert) expect(stay.some((other) => overlaps(one, other))).toBe(false)
      }),
    )
  })

  test('that is as it should be needs no plan, whatever the order of its rows or of the keys in a value', () => {
    fc.assert(
      fc.property(anyTimeline, (timeline) => {
        const rows = normalise(timeline).map(row).toReversed()
        const turned = timeline.map(({ beds, name, validFrom, validTo }) => ({ validTo, beds, name, validFrom }))
        expect(planTimeline(rows, turned, pick)).toEqual({ close: [], insert: [] })
      }),
    )
  })

  test('changed closes only the stretch it touches', () => {
    const rows = [
      { name: '甲', beds: 1, validFrom: day('2019-01-01'), validTo: day('2020-01-01') },
      { name: '乙', beds: 1, validFrom: day('2020-01-01'), validTo: null },
    ].map(row)
    const values = rows.map(({ name, beds, validFrom, validTo }) => ({ name, beds, validFrom, validTo }))
    const plan = planTimeline(rows, changeFrom(values, day('2021-01-01'), { beds: 2 }), pick)
    expect(plan.close.map(({ rowId }) => rowId)).toEqual(['1'])
    expect(plan.insert).toEqual([
      { name: '乙', beds: 1, validFrom: '2020-01-01', validTo: '2021-01-01' },
      { name: '乙', beds: 2, validFrom: '2021-01-01', validTo: null },
    ])
  })

  test('changed on the first day of a stretch leaves no empty stretch behind', () => {
    const timeline = [{ name: '甲', beds: 1, validFrom: day('2020-01-01'), validTo: null }]
    expect(changeFrom(timeline, day('2020-01-01'), { beds: 2 })).toEqual([{ name: '甲', beds: 2, validFrom: '2020-01-01', validTo: null }])
    expect(endFrom(timeline, day('2020-01-01'))).toEqual([])
  })

  test('compares lists and objects in a value by what they say', () => {
    const a = { tags: ['x'], at: { p: 1, q: 2 }, validFrom: day('2020-01-01'), validTo: day('2020-02-01') }
    const b = { tags: ['x'], at: { q: 2, p: 1 }, validFrom: day('2020-02-01'), validTo: null }
    expect(normalise([a, b])).toHaveLength(1)
    expect(normalise([a, { ...b, tags: ['y'] }])).toHaveLength(2)
  })
})

describe('knowledge', () => {
  const [first, second] = [instant('2026-01-01T00:00:00Z'), instant('2026-02-01T00:00:00Z')]
  const replaced: Recorded = { recordedFrom: first, recordedTo: second, recordedBy: 1, closedBy: 2 }
  const current: Recorded = { recordedFrom: second, recordedTo: null, recordedBy: 2, closedBy: null }

  test('of a row begins the instant it was recorded and ends the instant it was replaced', () => {
    expect(
      [instant('2025-12-31T23:59:59Z'), first, instant('2026-01-31T23:59:59.999999Z'), second].map((at) => known(replaced, at)),
    ).toEqual([false, true, true, false])
    expect([known(replaced, null), known(current, null), known(current, second)]).toEqual([false, true, true])
  })

  test('at any instant is of exactly one of the rows that replace each other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5_000_000 }), (seconds) => {
        const at = instant(`${new Date(Date.parse(first) + seconds * 1000).toISOString().slice(0, 19)}Z`)
        expect([replaced, current].filter((one) => known(one, at))).toHaveLength(1)
      }),
    )
  })
})

describe('issues of stretches', () => {
  const jan = { validFrom: day('2020-01-01'), validTo: day('2020-02-01') }
  const feb = { validFrom: day('2020-02-01'), validTo: null }

  test('are none where they meet', () => expect(stretchIssues([feb, jan])).toEqual([]))

  test('name the stretch whose end is not after its start', () => {
    expect(stretchIssues([jan, { validFrom: day('2020-05-01'), validTo: day('2020-05-01') }])).toMatchObject([
      { path: 'stretches.1.validTo', code: 'END_BEFORE_START' },
    ])
  })

  test('name the later of two that overlap, wherever it stands in the list', () => {
    const midJan = { validFrom: day('2020-01-15'), validTo: day('2020-01-20') }
    expect(stretchIssues([midJan, feb, jan])).toEqual([
      {
        path: 'stretches.0.validFrom',
        code: 'STRETCHES_OVERLAP',
        params: {
          first: { zh: '2020-01-01 至 2020-01-31', en: 'from 2020-01-01 to 2020-01-31' },
          second: { zh: '2020-01-15 至 2020-01-19', en: 'from 2020-01-15 to 2020-01-19' },
        },
      },
    ])
  })

  test('name each of several that lie within one long stretch', () => {
    const [second, third] = [
      { validFrom: day('2020-01-05'), validTo: day('2020-01-10') },
      { validFrom: day('2020-01-20'), validTo: day('2020-01-25') },
    ]
    expect(stretchIssues([jan, second, third]).map(({ path }) => path)).toEqual(['stretches.1.validFrom', 'stretches.2.validFrom'])
  })

  test('are given for each stretch that overlaps one before it, and for no other', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyPeriod, { maxLength: 5, selector: ({ validFrom }) => validFrom }), (periods) => {
        const overlapping = periods.flatMap((one, at) =>
          periods.some((other) => other.validFrom < one.validFrom && overlaps(one, other)) ? [`stretches.${at}.validFrom`] : [],
        )
        expect(
          stretchIssues(periods)
            .map(({ path }) => path)
            .toSorted(),
        ).toEqual(overlapping)
      }),
    )
  })

  test('say what was in force nearest to a day on which nothing is', () => {
    expect(notInForceIssues([jan], day('2020-01-31'))).toEqual([])
    expect(notInForceIssues([jan], day('2020-02-01'))).toEqual([
      {
        path: 'effectiveOn',
        code: 'NOT_IN_FORCE',
        params: { day: '2020-02-01', nearest: { zh: '2020-01-01 至 2020-01-31', en: 'from 2020-01-01 to 2020-01-31' } },
      },
    ])
    expect(notInForceIssues([], day('2020-02-01'))).toMatchObject([{ params: { nearest: null } }])
  })

  test('write a period with its last day in force', () => {
    expect([periodText(jan), periodText(feb)]).toEqual([
      { zh: '2020-01-01 至 2020-01-31', en: 'from 2020-01-01 to 2020-01-31' },
      { zh: '2020-02-01 起', en: 'from 2020-02-01' },
    ])
  })
})
