import { v7 as newId } from 'uuid'

import { lockAlliances, lockInstitutions } from '@yilian/database/changes.ts'
import { writeTimeline } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import { changeFrom, endFrom, notInForceIssues, stretchIssues } from '@yilian/domain/dated.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { issuesAt } from '@yilian/domain/issue.ts'
import { covers } from '@yilian/domain/period.ts'
import { sharedServiceIssues, type SharedService, type SharedServiceKind, type SharedServiceValue } from '@yilian/domain/shared-service.ts'

import { EVER, onDay, type Days } from '../access/days.ts'
import type { Reader } from '../access/reader.ts'
import { unseenInstitutions } from '../access/unseen.ts'
import { keptSource, lockBelonging, periodOfInput, type StretchInput } from '../command/belonging.ts'
import { allianceDaysFrom, allianceKnown, institutionKnown, institutionOpen } from '../command/known.ts'
import { refuseOn, requireVersion, type CommandBody, type CommandInput } from '../command/run-command.ts'
import { cited } from '../membership/membership.commands.ts'

interface ServiceInput {
  readonly kind: SharedServiceKind
  readonly name: string
  readonly providerId?: string | null | undefined
  readonly recipientIds?: readonly string[] | null | undefined
  readonly servesAll?: boolean | null | undefined
  readonly planned?: boolean | null | undefined
}

export interface OpenSharedService extends CommandInput, ServiceInput {
  readonly allianceId: string
  /** The version of the alliance. */
  readonly baseVersion?: number | null | undefined
  readonly effectiveOn: IsoDate
}

/** 设立共享中心: from the effective day an institution runs a service for others, or plans to. */
export const openSharedService =
  (input: OpenSharedService): CommandBody =>
  async (trx, begin) => {
    await lockAlliances(trx, [input.allianceId])
    const alliance = await allianceKnown(trx, input.allianceId, 'allianceId')
    if (input.baseVersion != null) await requireVersion(trx, 'ALLIANCE', alliance.id, input.baseVersion)
    const days = await allianceDaysFrom(trx, alliance, input.effectiveOn)
    const value: SharedServiceValue = { ...serviceOf(input), documentId: input.documentId ?? null, source: null, sourceNote: null }
    refuseOn(sharedServiceIssues(value))
    await requireOpen(trx, value, input.effectiveOn)
    const change = await begin()
    await writeTimeline(trx, change, 'SHARED_SERVICE', newId(), { allianceId: alliance.id }, [{ ...value, ...days }])
  }

export interface SharedServiceCommand extends CommandInput {
  readonly sharedServiceId: string
  readonly baseVersion: number
  readonly effectiveOn: IsoDate
}
export interface ReviseSharedService extends SharedServiceCommand, ServiceInput {}

/** 变更共享中心: from the effective day it is so, all of it: it now runs, another institution runs it, it serves others. */
export const reviseSharedService =
  (input: ReviseSharedService): CommandBody =>
  async (trx, begin, reader) => {
    const { allianceId, rows } = await lockBelonging<SharedService>(trx, 'SHARED_SERVICE', input.sharedServiceId, input.baseVersion)
    refuseOn(notInForceIssues(rows, input.effectiveOn))
    const before = rows.find((one) => covers(one, input.effectiveOn))
    const patch = await keepUnseen(reader, before, serviceOf(input), onDay(input.effectiveOn))
    refuseOn(sharedServiceIssues({ ...patch, documentId: null, source: null, sourceNote: null }))
    await requireOpen(trx, patch, input.effectiveOn)
    const change = await begin()
    const desired = changeFrom<SharedServiceValue>(rows, input.effectiveOn, { ...patch, ...cited(input) })
    await writeTimeline(trx, change, 'SHARED_SERVICE', input.sharedServiceId, { allianceId }, desired)
  }

/** 撤销共享中心: from the effective day it no longer exists. */
export const closeSharedService =
  (input: SharedServiceCommand): CommandBody =>
  async (trx, begin) => {
    const { allianceId, rows } = await lockBelonging<SharedService>(trx, 'SHARED_SERVICE', input.sharedServiceId, input.baseVersion)
    refuseOn(notInForceIssues(rows, input.effectiveOn))
    const change = await begin()
    await writeTimeline(
      trx,
      change,
      'SHARED_SERVICE',
      input.sharedServiceId,
      { allianceId },
      endFrom<SharedServiceValue>(rows, input.effectiveOn),
    )
  }

export interface CorrectSharedService extends CommandInput {
  readonly sharedServiceId: string
  readonly baseVersion: number
  readonly stretches: readonly (ServiceInput & StretchInput)[]
}

/** 更正: the service as it truly was, all its stretches; none: there never was one. */
export const correctSharedService =
  (input: CorrectSharedService): CommandBody =>
  async (trx, begin, reader) => {
    const { allianceId, rows } = await lockBelonging<SharedService>(trx, 'SHARED_SERVICE', input.sharedServiceId, input.baseVersion)
    const stretch = async (one: CorrectSharedService['stretches'][number]) => {
      const before = rows.find((row) => covers(row, one.validFrom)) ?? rows[0]
      const service = await keepUnseen(reader, before, serviceOf(one), EVER)
      return { ...service, ...keptSource(rows, one.validFrom), ...cited(input), ...periodOfInput(one) }
    }
    const desired = await Promise.all(input.stretches.map(stretch))
    refuseOn([...stretchIssues(desired), ...desired.flatMap((one, at) => issuesAt(`stretches.${at}`, sharedServiceIssues(one)))])
    await lockInstitutions(trx, desired.flatMap(named))
    for (const [at, { providerId, recipientIds }] of desired.entries()) {
      if (providerId) await institutionKnown(trx, providerId, `stretches.${at}.providerId`)
      for (const id of recipientIds) await institutionKnown(trx, id, `stretches.${at}.recipientIds`)
    }
    const change = await begin()
    await writeTimeline(trx, change, 'SHARED_SERVICE', input.sharedServiceId, { allianceId }, desired)
  }

/** Whoever does not see who runs the service, or whom it serves, leaves that as it is. */
async function keepUnseen<Service extends Named & { readonly servesAll: boolean }>(
  reader: Reader,
  before: Named | undefined,
  service: Service,
  days: Days,
): Promise<Service> {
  const unseen = await unseenInstitutions(reader, before ? named(before) : [], days)
  const providerId = service.providerId ?? (before?.providerId && unseen.has(before.providerId) ? before.providerId : null)
  const kept = service.servesAll ? [] : (before?.recipientIds.filter((id) => unseen.has(id)) ?? [])
  return { ...service, providerId, recipientIds: [...new Set([...service.recipientIds, ...kept])] }
}

type Named = Pick<SharedServiceValue, 'providerId' | 'recipientIds'>

/** Those who run it and those it serves must be open on the day; held, so that they stay known. */
async function requireOpen(trx: Db, value: Named, day: IsoDate): Promise<void> {
  const { providerId, recipientIds } = value
  await lockInstitutions(trx, named(value))
  if (providerId) await institutionOpen(trx, providerId, day, 'providerId')
  for (const [at, id] of recipientIds.entries()) await institutionOpen(trx, id, day, `recipientIds.${at}`)
}

function named({ providerId, recipientIds }: Named): string[] {
  return providerId ? [providerId, ...recipientIds] : [...recipientIds]
}

// Serving every member leaves no list to keep: it is whoever is a member on the day.
function serviceOf({ kind, name, providerId, recipientIds, servesAll, planned }: ServiceInput) {
  const recipients = servesAll ? [] : [...new Set(recipientIds ?? [])]
  return {
    kind,
    name: name.trim(),
    providerId: providerId ?? null,
    recipientIds: recipients,
    servesAll: servesAll ?? false,
    planned: planned ?? false,
  }
}
