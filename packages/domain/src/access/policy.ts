import type { Text } from '../locale.ts'
import type { Role } from './role.ts'
import type { WorkArea } from './work-area.ts'

/** A role, and of bureau operators the line of work. */
export interface Who {
  readonly role: Role
  readonly workArea?: WorkArea
}

/** Who may do one thing, as a sentence and as data. */
export interface Rule {
  readonly says: Text
  readonly who: readonly Who[]
}

/** Everything that may be done with one kind of thing. What is not here is not allowed to anybody. */
export type Policy = Readonly<Record<string, Rule>>

/** Declares a policy; the compiler keeps its actions. */
export function definePolicy<Action extends string>(rules: Readonly<Record<Action, Rule>>): Readonly<Record<Action, Rule>> {
  return rules
}

/** Everybody who has to do with the county's records. */
export const READERS: readonly Who[] = [
  { role: 'BUREAU_OPERATOR' },
  { role: 'LEADER' },
  { role: 'LEAD_OPERATOR' },
  { role: 'REPORTER' },
  { role: 'ANALYST' },
]

/** The bureau's operators of the alliances' line of work. */
export const ALLIANCE_OPERATORS: readonly Who[] = [{ role: 'BUREAU_OPERATOR', workArea: 'ALLIANCE' }]

/** The bureau's operators of the personnel line of work. */
export const PERSONNEL_OPERATORS: readonly Who[] = [{ role: 'BUREAU_OPERATOR', workArea: 'PERSONNEL' }]

/** The bureau's operators of the construction line of work. */
export const CONSTRUCTION_OPERATORS: readonly Who[] = [{ role: 'BUREAU_OPERATOR', workArea: 'CONSTRUCTION' }]
