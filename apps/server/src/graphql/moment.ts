import DataLoader from 'dataloader'

import type { Moment } from '@yilian/domain/dated.ts'
import type { Instant, IsoDate } from '@yilian/domain/day.ts'

import { builder } from './builder.ts'
import type { Context } from './context.ts'

/** A thing read at a moment carries it, so that what hangs below it is read at the same moment. */
export interface AtMoment {
  readonly moment: Moment
}

/** `asKnownAt` alone, for fields that show all days at once. */
export const knownArg = builder.args((t) => ({
  asKnownAt: t.field({
    type: 'Instant',
    description: 'As known to the system at this instant. Left out: the same as of what holds this field, at the top now.',
  }),
}))

/** `asOf` and `asKnownAt` for a field whose value depends on both times. */
export const momentArgs = {
  ...builder.args((t) => ({
    asOf: t.field({
      type: 'Date',
      description: 'The day in force. Left out: the day of what holds this field, at the top today in China.',
    }),
  })),
  ...knownArg,
}

interface MomentArgs {
  asOf?: IsoDate | null | undefined
  asKnownAt?: Instant | null | undefined
}

/** The moment a top-level field is asked for. */
export function rootMoment(args: MomentArgs, { today }: Context): Moment {
  return { asOf: args.asOf ?? today, asKnownAt: args.asKnownAt ?? null }
}

/** The moment below a thing: its own, unless the field says otherwise. */
export function momentOf(parent: AtMoment, args: MomentArgs = {}): Moment {
  return { asOf: args.asOf ?? parent.moment.asOf, asKnownAt: args.asKnownAt ?? parent.moment.asKnownAt }
}

/** Now, for what has no moment of its own. */
export function now({ today }: Context): Moment {
  return { asOf: today, asKnownAt: null }
}

/** Loads by key; see `loaderFor`. */
export interface Loader<V> {
  /** The value, `null` when there is none: at once when it is there already, else a promise of it. */
  load(key: string): V | null | Promise<V | null>
  /** Loads what is not there yet, so that `load` answers these keys at once: one wait per list is cheaper than one per row. */
  bring(keys: Iterable<string>): Promise<V[]>
  /** Takes in what was read ahead. */
  keep(key: string, value: V): void
}

/**
 * A loader that gathers the keys of one request at one moment into one call of `batch`, which answers a map from key to
 * value. Name it after the query it calls.
 */
export function loaderFor<V>(
  context: Pick<Context, 'loaders'>,
  name: string,
  moment: Moment | null,
  batch: (keys: readonly string[]) => Promise<ReadonlyMap<string, V>>,
): Loader<V> {
  const key = moment ? `${name}@${moment.asOf}@${moment.asKnownAt ?? ''}` : name
  const existing = context.loaders.get(key) as Loader<V> | undefined
  if (existing) return existing
  const loader = createLoader(batch)
  context.loaders.set(key, loader)
  return loader
}

function createLoader<V>(batch: (keys: readonly string[]) => Promise<ReadonlyMap<string, V>>): Loader<V> {
  const there = new Map<string, V | null>()
  const gathered = new DataLoader<string, V | null>(async (keys) => {
    const found = await batch(keys)
    for (const key of keys) there.set(key, found.get(key) ?? null)
    return keys.map((key) => there.get(key) ?? null)
  })
  const load = (key: string) => there.get(key) ?? (there.has(key) ? null : gathered.load(key))
  return {
    load,
    keep: (key, value) => void there.set(key, value),
    bring: async (keys) => {
      const values = await Promise.all(Array.from(new Set(keys), async (key) => load(key)))
      return values.filter((value) => value !== null)
    },
  }
}

/** `found` where there is something, now or when it comes; else what `look` finds. */
export function otherwise<V>(found: V | null | Promise<V | null>, look: () => V | null | Promise<V | null>): V | null | Promise<V | null> {
  if (found instanceof Promise) return found.then((value) => otherwise(value, look))
  return found ?? look()
}

/** `found` where there is something, now or when it comes; throws `missing` where there is nothing. */
export function present<V>(found: V | null | Promise<V | null>, missing: () => string): V | Promise<V> {
  if (found instanceof Promise) return found.then((value) => present(value, missing))
  if (found === null) throw new Error(missing())
  return found
}
