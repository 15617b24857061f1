import type { Instant, IsoDate } from '@yilian/domain/day.ts'
import type { TimelineLane, TimelineStretch } from './lanes.ts'

/** A change with what it did, as the API tells it. */
export interface ChangeWithEffects {
  readonly id: string
  readonly correction: boolean
  readonly recordedAt: Instant
  readonly effects: readonly {
    readonly fact: string
    readonly factId: string
    readonly subject: string
    readonly before: readonly {
      readonly validFrom?: IsoDate | null
      readonly validTo?: IsoDate | null
      readonly label: string
      readonly changed: boolean
    }[]
  }[]
}

/** What a correction replaced in one fact. */
export interface Superseded {
  readonly factId: string
  readonly subject: string
  readonly stretches: readonly TimelineStretch[]
}

/**
 * The stretches that corrections replaced, by fact: the other half of “both histories”. Ordinary changes close rows too,
 * but say nothing different about the past, so only corrections count.
 */
export function supersededBy(changes: readonly ChangeWithEffects[], fact: string): Superseded[] {
  const found = new Map<string, Superseded>()
  for (const change of changes) {
    if (!change.correction) continue
    for (const effect of change.effects) {
      if (effect.fact !== fact) continue
      const stretches = effect.before.flatMap(({ validFrom, validTo, label, changed }, index): TimelineStretch[] =>
        changed && validFrom
          ? [
              {
                key: `${change.id} ${effect.factId} ${index}`,
                label,
                tone: 'quiet',
                validFrom,
                validTo: validTo ?? null,
                recordedTo: change.recordedAt,
              },
            ]
          : [],
      )
      const before = found.get(effect.factId)
      found.set(effect.factId, { factId: effect.factId, subject: effect.subject, stretches: [...(before?.stretches ?? []), ...stretches] })
    }
  }
  return [...found.values()]
}

/** Whether a node's id (`Type:uuid` in base64, or the uuid itself) names this fact. */
export function namesFact(nodeId: string, factId: string): boolean {
  if (nodeId === factId) return true
  try {
    return atob(nodeId).endsWith(`:${factId}`)
  } catch {
    // Not base64: an id of another kind, which names nothing here.
    return false
  }
}

/** A lane with the facts it draws, so that what was corrected finds its place. */
export interface FactLane extends TimelineLane {
  readonly fact: string
  readonly ids: readonly string[]
}

/**
 * What was corrected goes under the lane of its fact. With `orphans`, facts that were corrected away altogether get a
 * lane of their own.
 */
export function withHistories(lanes: readonly FactLane[], changes: readonly ChangeWithEffects[], orphans: boolean): TimelineLane[] {
  const facts = [...new Set(lanes.map(({ fact }) => fact))]
  const superseded = new Map(facts.map((fact) => [fact, supersededBy(changes, fact)]))
  const own = lanes.map((lane) => {
    const found = (superseded.get(lane.fact) ?? []).filter(({ factId }) => lane.ids.some((id) => namesFact(id, factId)))
    return { ...lane, stretches: [...lane.stretches, ...found.flatMap(({ stretches }) => stretches)] }
  })
  if (!orphans) return own
  const gone = facts.flatMap((fact) =>
    (superseded.get(fact) ?? []).filter(
      ({ factId }) => !lanes.some((lane) => lane.fact === fact && lane.ids.some((id) => namesFact(id, factId))),
    ),
  )
  return [...own, ...gone.map(({ factId, subject, stretches }) => ({ key: factId, label: subject, stretches }))]
}
