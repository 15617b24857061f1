import { allianceKindRules, type AllianceKind } from '@yilian/domain/alliance-kind.ts'

import type { TestApi } from './api.ts'

type Given = Readonly<Record<string, unknown>>

/** A thing made through the API: its global id, the uuid in it, and the version that the next command is based on. */
export interface Made {
  readonly id: string
  readonly uuid: string
  readonly version: number
  readonly name: string
}

export interface EffectSeen {
  readonly fact: string
  readonly factId: string
  readonly subject: string
  readonly before: readonly StretchSeen[]
  readonly after: readonly StretchSeen[]
}
export interface StretchSeen {
  readonly validFrom: string | null
  readonly validTo: string | null
  readonly label: string
  readonly changed: boolean
}

/** The answer to a command, whichever of the four it was. */
export interface Outcome {
  readonly __typename: 'ChangeRecorded' | 'ChangePreview' | 'InputRefused' | 'StaleVersion'
  readonly change?: {
    readonly id: string
    readonly number: number
    readonly command: string
    readonly correction: boolean
    readonly effectiveOn: string | null
    readonly recordedAt: string
    readonly summary: string
    readonly effects: readonly EffectSeen[]
  }
  readonly effects?: readonly EffectSeen[]
  readonly issues?: readonly { readonly path: string; readonly code: string; readonly message: string }[]
  readonly baseVersion?: number
  readonly currentVersion?: number
  readonly changes?: readonly { readonly number: number; readonly command: string }[]
}

const EFFECTS = 'effects { fact factId subject before { validFrom validTo label changed } after { validFrom validTo label changed } }'
const OUTCOME = `__typename
  ... on ChangeRecorded { change { id number command correction effectiveOn recordedAt summary ${EFFECTS} } }
  ... on ChangePreview { ${EFFECTS} }
  ... on InputRefused { issues { path code message } }
  ... on StaleVersion { baseVersion currentVersion changes { number command } }`

/** Runs a command over HTTP and answers what came of it. */
export async function run(api: TestApi, command: string, input: Given): Promise<Outcome> {
  const type = `${command[0]!.toUpperCase()}${command.slice(1)}Input`
  const data = await api.query(`mutation ($input: ${type}!) { ${command}(input: $input) { ${OUTCOME} } }`, { input })
  return data[command] as Outcome
}

/** The codes of a refusal with their paths, `path: CODE`; throws when the command was not refused. */
export async function refusals(api: TestApi, command: string, input: Given): Promise<string[]> {
  const outcome = await run(api, command, input)
  if (outcome.__typename !== 'InputRefused') throw new Error(`${command} was not refused: ${JSON.stringify(outcome)}`)
  return outcome.issues!.map(({ path, code }) => `${path}: ${code}`)
}

/** Runs a command that must succeed; answers its change. */
export async function recorded(api: TestApi, command: string, input: Given): Promise<NonNullable<Outcome['change']>> {
  const outcome = await run(api, command, input)
  if (!outcome.change) throw new Error(`${command} was not recorded: ${JSON.stringify(outcome)}`)
  return outcome.change
}

export function globalId(type: string, uuid: string): string {
  return Buffer.from(`${type}:${uuid}`).toString('base64')
}

/**
 * Builders that go through the API of `api`: what is not given is a plain, valid default in 中方县, open since 2015-01-01. Names
 * count up, so that they differ.
 */
export function makers(api: TestApi) {
  let count = 0
  const next = (name: string) => `${name}${++count}`
  const factOf = async (command: string, fact: string, type: string, input: Given, name: string): Promise<Made> => {
    const { number, effects } = await recorded(api, command, input)
    const uuid = effects.find((effect) => effect.fact === fact && effect.before.length === 0)!.factId
    return { id: globalId(type, uuid), uuid, version: number, name }
  }

  /** A township hospital of 铜湾镇, with any other attribute of `InstitutionInput`. */
  const institution = async ({ on = '2015-01-01', ...given }: Given = {}): Promise<Made> => {
    const attributes = { name: next('测试卫生院'), category: 'C220', regionCode: '431221104000', ...given }
    return factOf('createInstitution', 'INSTITUTION', 'Institution', { institution: attributes, effectiveOn: on }, String(attributes.name))
  }

  /** A county hospital, which may lead any alliance. */
  const hospital = (given: Given = {}): Promise<Made> =>
    institution({ name: next('测试医院'), category: 'A100', regionCode: '431221000000', ...given })

  /** An area alliance whose lead's place is vacant unless `leadId` or another kind says otherwise. */
  const alliance = async ({ on = '2018-01-01', ...given }: Given = {}): Promise<Made> => {
    const attributes = { name: next('测试医共体'), kind: 'AREA' as AllianceKind, countyCode: '431221', ...given }
    const vacant = allianceKindRules(attributes.kind).leadRequired && !('leadId' in given) ? { leadVacancyReason: '筹建中' } : {}
    return factOf('createAlliance', 'ALLIANCE', 'Alliance', { ...vacant, ...attributes, effectiveOn: on }, String(attributes.name))
  }

  /** A member from 2019-01-01 on; alliance and institution are made when they are not given. */
  const membership = async (
    given: Given & { alliance?: Made; institution?: Made } = {},
  ): Promise<Made & { alliance: Made; institution: Made }> => {
    const { on = '2019-01-01', alliance: into = await alliance(), institution: who = await institution(), ...rest } = given
    const baseVersion = await versionOf(api, into.id)
    const ids = { allianceId: into.id, institutionId: who.id }
    const made = await factOf(
      'admitMember',
      'MEMBERSHIP',
      'Membership',
      { role: 'MEMBER', ...ids, baseVersion, effectiveOn: on, ...rest },
      '',
    )
    return { ...made, alliance: into, institution: who }
  }

  return { institution, hospital, alliance, membership }
}

/** The version of a node, which the next command on it is based on. */
export async function versionOf(api: TestApi, id: string): Promise<number> {
  const type = Buffer.from(id, 'base64').toString().split(':')[0]
  const { node } = await api.query(`query ($id: ID!) { node(id: $id) { ... on ${type} { version } } }`, { id })
  return (node as { version: number }).version
}
