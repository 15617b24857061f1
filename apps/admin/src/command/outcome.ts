import type { IsoDate } from '@yilian/domain/day.ts'
import type { Locale } from '@yilian/domain/locale.ts'
import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { graphql } from '../graphql/gql.ts'
import type { CommandOutcomeFragment, EffectPartsFragment } from '../graphql/graphql.ts'

/** A fact's timeline before and after a change, in words: each stretch once, with its side. See `sideOf`. */
export const EffectParts = graphql(`
  fragment EffectParts on Effect {
    fact
    factId
    subject(locale: $locale)
    stretches {
      validFrom
      validTo
      label(locale: $locale)
      side
    }
  }
`)

/** Everything a command can answer. Each command's document asks for it as `result`. */
export const CommandOutcome = graphql(`
  fragment CommandOutcome on CommandResult {
    __typename
    ... on ChangeRecorded {
      change {
        id
        summary(locale: $locale)
      }
      institutions(first: 1) {
        id
      }
      alliances(first: 1) {
        id
      }
      projects(first: 1) {
        id
      }
      people(first: 1) {
        id
      }
      document {
        id
        number
        title
        issuedOn
      }
    }
    ... on ChangePreview {
      effects {
        ...EffectParts
      }
    }
    ... on InputRefused {
      issues {
        path
        code
        message(locale: $locale)
      }
    }
    ... on StaleVersion {
      currentVersion
      message(locale: $locale)
      changes {
        number
        recordedAt
        summary(locale: $locale)
        actor {
          name
        }
      }
    }
  }
`)

export type Outcome = CommandOutcomeFragment
export type Recorded = Extract<Outcome, { __typename: 'ChangeRecorded' }>
export type Stale = Extract<Outcome, { __typename: 'StaleVersion' }>
export type EffectShown = EffectPartsFragment

/** One side of an effect; `changed`: it stands on this side only. */
export function sideOf({ stretches }: Pick<EffectShown, 'stretches'>, side: 'before' | 'after') {
  const other = side === 'before' ? 'AFTER' : 'BEFORE'
  return stretches.filter((one) => one.side !== other).map((one) => ({ ...one, changed: one.side !== 'BOTH' }))
}

/** The input of every command: what `validateOnly: true` runs and rolls back. */
export interface CommandInput {
  validateOnly?: boolean | null | undefined
}

/** `mutation X($input: XInput!, $locale: Locale!) { result: x(input: $input) { ...CommandOutcome } }` */
export type CommandDocument<I extends CommandInput> = TypedDocumentNode<{ result: Outcome }, { input: I; locale: Locale }>

/** The fields that every command has in the same place; a correction has no effective day. */
export interface CommonInput {
  readonly effectiveOn: IsoDate | null
  readonly documentId: string | null
  readonly note: string
}
