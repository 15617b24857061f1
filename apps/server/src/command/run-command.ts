import { actAs } from '@yilian/database/act-as.ts'
import { beginChange, finishChange, type Change, type ChangeDraft } from '@yilian/database/changes.ts'
import { changesSince, factVersions } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import type { FactKind } from '@yilian/database/facts.ts'
import { changesAfter } from '@yilian/database/undo.ts'
import type { CommandKey } from '@yilian/domain/commands.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { issue, type Issue } from '@yilian/domain/issue.ts'

import type { DeniedContext } from '../access/denied.ts'
import type { Reader } from '../access/reader.ts'
import { effectsSeen } from '../change/change.queries.ts'
import { describeEffects, type Effect } from '../change/describe.ts'
import { grantStructureIssues } from '../role-grant/grant-structure.ts'
import { authorityOf } from './authorise.ts'
import { constraintOf, issuesOfConstraint } from './constraint-issues.ts'
import { structureIssues } from './structure.ts'
import { THINGS } from './things.ts'
import { withoutUnseen } from './without-unseen.ts'

/** What a command needs to know of the request. */
export interface CommandContext extends Reader, DeniedContext {
  readonly today: IsoDate
}

/** What every command says beside its own input. A correction has no effective day: it says when itself. */
export interface CommandInput {
  readonly effectiveOn?: IsoDate | null | undefined
  readonly documentId?: string | null | undefined
  readonly note?: string | null | undefined
  /** Run everything, answer what would change, and roll back. */
  readonly validateOnly?: boolean | null | undefined
}

export interface CommandName {
  readonly command: CommandKey
  readonly correction?: boolean
  /** `false`: its `documentId` is what it is about, not what it is based on. */
  readonly cites?: boolean
  /** The field of its input at which an issue of the structure is told whose path is another word of the domain. */
  readonly fieldOf?: Readonly<Record<string, string>>
}

/** The change is recorded. */
export interface ChangeRecorded {
  readonly outcome: 'ChangeRecorded'
  readonly changeNumber: number
  readonly institutionIds: readonly string[]
  readonly allianceIds: readonly string[]
  readonly projectIds: readonly string[]
  readonly personIds: readonly string[]
  readonly otherIds: readonly string[]
}
/** What would change; nothing has. */
export interface ChangePreview {
  readonly outcome: 'ChangePreview'
  readonly effects: readonly Effect[]
}
/** Refused for what is wrong with it; nothing has changed. */
export interface InputRefused {
  readonly outcome: 'InputRefused'
  readonly issues: readonly Issue[]
}
/** Refused because the thing was changed since; nothing has changed. */
export interface StaleVersion {
  readonly outcome: 'StaleVersion'
  /** What the version is of: a thing that was looked at, or the change to be undone. */
  readonly of: 'THING' | 'CHANGE'
  readonly baseVersion: number
  readonly currentVersion: number
  readonly changeNumbers: readonly number[]
}
export type CommandOutcome = ChangeRecorded | ChangePreview | InputRefused | StaleVersion

/** Thrown inside a command to refuse it; the transaction rolls back. */
export class CommandRefused extends Error {
  override readonly name = 'CommandRefused'
  readonly issues: readonly Issue[]
  constructor(issues: readonly Issue[]) {
    super(issues.map(({ path, code }) => `${path}: ${code}`).join('; '))
    this.issues = issues
  }
}

class Stale extends Error {
  override readonly name = 'Stale'
  readonly refusal: StaleVersion
  constructor(refusal: Omit<StaleVersion, 'outcome'>) {
    super('stale version')
    this.refusal = { outcome: 'StaleVersion', ...refusal }
  }
}

class RolledBack extends Error {
  override readonly name = 'RolledBack'
  readonly preview: ChangePreview
  constructor(preview: ChangePreview) {
    super('rolled back')
    this.preview = preview
  }
}

/**
 * What a command does inside its transaction: read and lock, judge (`refuseOn`, `requireVersion`), `begin` the change, write.
 * `begin` comes after the locks. Who may is not its concern; `reader` is for what it must not overwrite unseen (`keepUnseen`).
 */
export type CommandBody = (trx: Db, begin: (also?: Pick<ChangeDraft, 'undoes'>) => Promise<Change>, reader: Reader) => Promise<void>

const TRIES = 4

/**
 * Runs a command in one transaction: all of it is recorded, or none. `validateOnly` runs the very same and rolls back, so that
 * a preview is exact. A deadlock or a constraint that another command reached first is tried again, and then judged anew on
 * what the other wrote, so that the refusal says who and since when.
 */
export async function runCommand(
  context: CommandContext,
  name: CommandName,
  input: CommandInput,
  body: CommandBody,
): Promise<CommandOutcome> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await context.db.transaction().execute(async (trx) => {
        await actAs(trx, { ...context, reason: emptyToNull(input.note) })
        const recorded = await performCommand(trx, context, name, input, body)
        if (!input.validateOnly) return recorded
        const reader = { db: trx, access: context.access }
        const effects = await describeEffects(reader, await effectsSeen(reader, [recorded.changeNumber]))
        throw new RolledBack({ outcome: 'ChangePreview', effects })
      })
    } catch (error) {
      if (error instanceof RolledBack) return error.preview
      if (error instanceof Stale) return error.refusal
      if (error instanceof CommandRefused) return { outcome: 'InputRefused', issues: await withoutUnseen(context, error.issues) }
      if (attempt < TRIES && isPassing(error)) continue
      const issues = issuesOfConstraint(error)
      if (issues) return { outcome: 'InputRefused', issues }
      throw error
    }
  }
}

/**
 * One command inside a transaction that is under way. Who asks for it must hold the permission, see what the input names, and reach what
 * the change touched. Throws `CommandRefused`.
 */
async function performCommand(
  trx: Db,
  context: CommandContext,
  name: CommandName,
  input: CommandInput,
  body: CommandBody,
): Promise<ChangeRecorded> {
  let change: Change | undefined
  const cited = name.cites === false ? null : (input.documentId ?? null)
  const begin = async (also: Pick<ChangeDraft, 'undoes'> = {}) => {
    change = await beginChange(trx, {
      command: name.command,
      correction: name.correction ?? false,
      ...also,
      actor: context.actor,
      requestId: context.requestId,
      effectiveOn: input.effectiveOn ?? null,
      note: emptyToNull(input.note),
      documentId: cited,
    })
    return change
  }
  const authority = authorityOf(trx, context, name.command, input)
  refuseOn(await authority.before())
  refuseOn(await commonIssues(trx, { ...input, documentId: cited }))
  await body(trx, begin, { db: trx, access: context.access })
  if (!change || change.institutions.size + change.alliances.size + change.projects.size + change.people.size + change.others.size === 0)
    throw new CommandRefused([issue('', 'NOTHING_CHANGES')])
  refuseOn(await authority.after(change.number, change))
  const structure = [...(await structureIssues(trx, change)), ...(await grantStructureIssues(trx, change, context))]
  refuseOn(structure.map((one) => ({ ...one, path: name.fieldOf?.[one.path] ?? one.path })))
  await finishChange(trx, change)
  return {
    outcome: 'ChangeRecorded',
    changeNumber: change.number,
    institutionIds: [...change.institutions],
    allianceIds: [...change.alliances],
    projectIds: [...change.projects],
    personIds: [...change.people],
    otherIds: [...change.others],
  }
}

async function commonIssues(trx: Db, { note, documentId }: CommandInput): Promise<Issue[]> {
  const issues: Issue[] = []
  if ((note?.length ?? 0) > 1000) issues.push(issue('note', 'TOO_LONG', { max: 1000 }))
  if (documentId) {
    // Held, so that nobody undoes its recording meanwhile; then looked at.
    await trx.selectFrom('policyDocument').select('id').where('id', '=', documentId).forKeyShare().execute()
    const known = await trx
      .selectFrom('policyDocumentVersion')
      .select('id')
      .where('id', '=', documentId)
      .where('recordedTo', 'is', null)
      .executeTakeFirst()
    if (!known) issues.push(issue('documentId', 'NOT_FOUND', { thing: THINGS.document, value: documentId }))
  }
  return issues
}

/** Refuses the command when there is anything to refuse it for. */
export function refuseOn(issues: readonly Issue[]): void {
  if (issues.length > 0) throw new CommandRefused(issues)
}

/** Refuses the command unless the fact is still at the version it was based on. Call after locking. */
export async function requireVersion(trx: Db, fact: FactKind, id: string, baseVersion: number): Promise<void> {
  const currentVersion = (await factVersions(trx, fact, [id])).get(id) ?? 0
  if (currentVersion === baseVersion) return
  refuseStale({ of: 'THING', baseVersion, currentVersion, changeNumbers: await changesSince(trx, fact, id, baseVersion) })
}

/** Refuses the command for what was done since the version it was based on. */
export function refuseStale(refusal: Omit<StaleVersion, 'outcome'>): never {
  throw new Stale(refusal)
}

/** Refuses to undo a change when later ones touched any of its facts. Call after locking. */
export async function requireLatest(trx: Db, changeNumber: number): Promise<void> {
  const changeNumbers = await changesAfter(trx, changeNumber)
  const currentVersion = changeNumbers[0]
  if (currentVersion !== undefined) refuseStale({ of: 'CHANGE', baseVersion: changeNumber, currentVersion, changeNumbers })
}

export function isPassing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === '40001' || code === '40P01' || constraintOf(error) !== undefined
}

function emptyToNull(text: string | null | undefined): string | null {
  return text?.trim() ? text.trim() : null
}

/** For tests and programs that must not go on after a refusal. */
export function requireRecorded(outcome: CommandOutcome): ChangeRecorded {
  if (outcome.outcome === 'ChangeRecorded') return outcome
  throw new Error(`not recorded: ${JSON.stringify(outcome)}`)
}
