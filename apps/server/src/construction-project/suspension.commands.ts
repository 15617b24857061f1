import { v7 as newId } from 'uuid'

import { writeTimeline } from '@yilian/database/dated.ts'
import type { ConstructionProject } from '@yilian/domain/construction/project.ts'
import { suspensionIssues, type Suspension, type SuspensionValue } from '@yilian/domain/construction/suspension.ts'
import type { SuspensionCause } from '@yilian/domain/construction/terms.ts'
import { periodText, type Stretch } from '@yilian/domain/dated.ts'
import { addDays, type IsoDate } from '@yilian/domain/day.ts'
import { issue, type Issue } from '@yilian/domain/issue.ts'
import { isPeriod, overlaps } from '@yilian/domain/period.ts'
import { UNKNOWN_START } from '@yilian/domain/region.ts'

import { notFound } from '../command/known.ts'
import { refuseOn, type CommandBody, type CommandInput } from '../command/run-command.ts'
import { cited } from '../membership/membership.commands.ts'
import { lockProject, ownFacts } from './lock-project.ts'

interface SuspensionInput {
  readonly cause?: SuspensionCause | null | undefined
  readonly responsibleParty?: string | null | undefined
  readonly detail?: string | null | undefined
  readonly observedOn?: IsoDate | null | undefined
}

export interface SuspendProject extends CommandInput, SuspensionInput {
  readonly projectId: string
  readonly baseVersion: number
  /** The day works stopped; null: not known. */
  readonly effectiveOn?: IsoDate | null | undefined
  /** The day they resumed, where that is known already. */
  readonly resumedOn?: IsoDate | null | undefined
}

/** 登记停工: works stand still from the day, or since a day not known. */
export const suspendProject =
  (input: SuspendProject, today: IsoDate): CommandBody =>
  async (trx, begin) => {
    const project = await lockProject(trx, input.projectId, input.baseVersion)
    const rows = await ownFacts(trx, 'PROJECT_SUSPENSION', project.id)
    const { effectiveOn = null, observedOn = null, resumedOn = null } = input
    if (effectiveOn === null && observedOn === null && resumedOn === null) refuseOn([issue('observedOn', 'OBSERVED_NEEDED')])
    const since = effectiveOn ?? UNKNOWN_START
    if (resumedOn !== null && resumedOn <= since) refuseOn([issue('resumedOn', 'RESUMED_BEFORE', { day: resumedOn, since })])
    const wanted: Stretch<SuspensionValue> = {
      ...saidOf(input),
      startKnown: effectiveOn !== null,
      endKnown: true,
      documentId: input.documentId ?? null,
      source: null,
      sourceNote: null,
      validFrom: effectiveOn ?? earliestStart(rows, observedOn ?? dayBefore(resumedOn!)),
      validTo: resumedOn,
    }
    refuseOn([...suspensionIssues(wanted, today), ...overlapIssues(project, rows, wanted, 'effectiveOn')])
    await writeTimeline(trx, await begin(), 'PROJECT_SUSPENSION', newId(), { projectId: project.id }, [wanted])
  }

export interface ResumeProject extends CommandInput {
  readonly projectId: string
  readonly baseVersion: number
  /** The day works resumed; null: not known. */
  readonly effectiveOn?: IsoDate | null | undefined
  /** A day on which they were seen to go on, where the day is not known. */
  readonly observedOn?: IsoDate | null | undefined
}

/** 登记复工: the stop that is open ends. */
export const resumeProject =
  (input: ResumeProject, today: IsoDate): CommandBody =>
  async (trx, begin) => {
    const project = await lockProject(trx, input.projectId, input.baseVersion)
    const day = input.effectiveOn ?? input.observedOn
    if (day == null) return refuseOn([issue('effectiveOn', 'REQUIRED')])
    const open = (await ownFacts(trx, 'PROJECT_SUSPENSION', project.id)).find(({ validTo }) => validTo === null)
    if (!open) return refuseOn([issue('effectiveOn', 'NOT_SUSPENDED', { project: project.name, day })])
    const since = open.startKnown ? open.validFrom : (open.observedOn ?? open.validFrom)
    const first = open.startKnown || open.observedOn === null
    if (first ? day <= since : day < since) refuseOn([issue('effectiveOn', 'RESUMED_BEFORE', { day, since })])
    const ended = { ...open, validTo: day, endKnown: input.effectiveOn != null, ...cited(input) }
    refuseOn(suspensionIssues(ended, today))
    await writeTimeline(trx, await begin(), 'PROJECT_SUSPENSION', open.id, { projectId: project.id }, [ended])
  }

export interface CorrectSuspension extends CommandInput, SuspensionInput {
  readonly suspensionId: string
  /** The version of the project. */
  readonly baseVersion: number
  readonly suspendedOn?: IsoDate | null | undefined
  readonly resumedOn?: IsoDate | null | undefined
  /** The first day works were seen to go on, where the resumption is not known to the day. */
  readonly resumedBy?: IsoDate | null | undefined
  /** There never was one. */
  readonly withdraw?: boolean | null | undefined
}

/** 更正停工记录: the stop as it truly was. */
export const correctSuspension =
  (input: CorrectSuspension, today: IsoDate): CommandBody =>
  async (trx, begin) => {
    const found = await trx
      .selectFrom('projectSuspension')
      .select('projectId')
      .where('id', '=', input.suspensionId)
      .limit(1)
      .executeTakeFirst()
    if (!found) throw notFound('suspensionId', 'suspension', input.suspensionId)
    const project = await lockProject(trx, found.projectId, input.baseVersion)
    const rows = await ownFacts(trx, 'PROJECT_SUSPENSION', project.id)
    const others = rows.filter(({ id }) => id !== input.suspensionId)
    const before = rows.find(({ id }) => id === input.suspensionId)
    const end = input.resumedOn ?? input.resumedBy ?? null
    if (!input.withdraw && end !== null && end <= UNKNOWN_START)
      refuseOn([issue('resumedOn', 'RESUMED_BEFORE', { day: end, since: UNKNOWN_START })])
    const seen = input.observedOn ?? (end === null ? null : dayBefore(end))
    if (!input.withdraw && !input.suspendedOn && seen === null) refuseOn([issue('observedOn', 'OBSERVED_NEEDED')])
    const wanted: Stretch<SuspensionValue> = {
      ...saidOf(input),
      startKnown: input.suspendedOn != null,
      endKnown: input.resumedBy == null || input.resumedOn != null,
      documentId: before?.documentId ?? null,
      source: before?.source ?? null,
      sourceNote: before?.sourceNote ?? null,
      ...cited(input),
      validFrom: input.suspendedOn ?? (seen === null ? UNKNOWN_START : earliestStart(others, seen)),
      validTo: end,
    }
    if (!input.withdraw) {
      if (!isPeriod(wanted)) refuseOn([issue('resumedOn', 'RESUMED_BEFORE', { day: end, since: wanted.validFrom })])
      refuseOn([...suspensionIssues(wanted, today), ...overlapIssues(project, others, wanted, 'suspendedOn')])
    }
    await writeTimeline(
      trx,
      await begin(),
      'PROJECT_SUSPENSION',
      input.suspensionId,
      { projectId: project.id },
      input.withdraw ? [] : [wanted],
    )
  }

/** The last day on which works can have stood still that resumed on a day. */
function dayBefore(resumed: IsoDate): IsoDate {
  return resumed > UNKNOWN_START ? addDays(resumed, -1) : resumed
}

/** The first day on which a stop can have begun that was seen on a day: after the one before, or not known. */
function earliestStart(rows: readonly Suspension[], seen: IsoDate): IsoDate {
  return rows.findLast(({ validTo }) => validTo !== null && validTo <= seen)?.validTo ?? UNKNOWN_START
}

function overlapIssues(
  { name }: ConstructionProject,
  others: readonly Suspension[],
  wanted: Stretch<SuspensionValue>,
  path: string,
): Issue[] {
  const other = others.find((one) => overlaps(one, wanted))
  return other ? [issue(path, 'ALREADY_SUSPENDED', { project: name, period: periodText(other) })] : []
}

function saidOf({ cause, responsibleParty, detail, observedOn }: SuspensionInput) {
  return {
    cause: cause ?? ('NOT_STATED' as const),
    responsibleParty: responsibleParty?.trim() || null,
    detail: detail?.trim() || null,
    observedOn: observedOn ?? null,
  }
}
