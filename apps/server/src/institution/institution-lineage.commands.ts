import { v7 as newId } from 'uuid'

import type { Change } from '@yilian/database/changes.ts'
import { factRows, writeFact, writeTimeline } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import { endFrom, overlay } from '@yilian/domain/dated.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { institutionCodeIssues, statusIssues, type Institution, type InstitutionValue } from '@yilian/domain/institution.ts'
import { issue, issuesAt } from '@yilian/domain/issue.ts'
import { closeIssues, mergeIssues, splitIssues, type Lineage } from '@yilian/domain/lineage.ts'
import type { Membership } from '@yilian/domain/membership.ts'
import { covers } from '@yilian/domain/period.ts'

import { allianceKnown, institutionKnown } from '../command/known.ts'
import { refuseOn, type CommandBody, type CommandInput } from '../command/run-command.ts'
import { cited, writeMembership } from '../membership/membership.commands.ts'
import { membershipsForRules } from '../membership/membership.queries.ts'
import { handOnServices, servicesRunIssues } from '../shared-service/provider-gone.ts'
import {
  claim,
  complete,
  insertInstitution,
  lockInstitution,
  parentsAbove,
  parentsOf,
  referenceIssues,
  type InstitutionCommand,
  type InstitutionInput,
} from './institution.commands.ts'

/** 撤销机构: closed from the effective day. Its memberships end with it; what it runs must have been closed or moved before. */
export const closeInstitution =
  (input: InstitutionCommand): CommandBody =>
  async (trx, begin) => {
    const { institution, stretches } = await lockInstitution(trx, input)
    refuseOn(closeIssues({ ...institution, stretches }, await childRows(trx, institution.id), input.effectiveOn))
    refuseOn(await servicesRunIssues(trx, institution, input.effectiveOn))
    await refuseLead(trx, institution, input.effectiveOn)
    const change = await begin()
    await shut(trx, change, institution.id, stretches, input, 'CLOSED')
    await handOnServices(trx, change, institution.id, null, input.effectiveOn)
  }

export interface MergeInstitution extends InstitutionCommand {
  readonly intoId: string
}

/** 并入他院: closed from the effective day and going on in another, which what it ran belongs to from then on. */
export const mergeInstitution =
  (input: MergeInstitution): CommandBody =>
  async (trx, begin) => {
    const children = [...new Set((await childRows(trx, input.institutionId)).map(({ id }) => id))]
    const { institution, stretches } = await lockInstitution(trx, input, [input.intoId, ...children])
    const into = await institutionKnown(trx, input.intoId, 'intoId')
    const intoStretches = await factRows<Institution>(trx, 'INSTITUTION', [into.id])
    const lineage = await trx.selectFrom('institutionLineage').selectAll().where('recordedTo', 'is', null).execute()
    const known: readonly Lineage[] = lineage
    refuseOn(mergeIssues({ ...institution, stretches }, { ...into, stretches: intoStretches }, known, input.effectiveOn))
    await refuseLead(trx, institution, input.effectiveOn)
    // One that came under it before the lock has to be judged by the operator, not moved unseen.
    refuseOn(
      closeIssues(
        { ...institution, stretches },
        (await childRows(trx, institution.id)).filter(({ id }) => !children.includes(id)),
        input.effectiveOn,
      ),
    )
    const change = await begin()
    await shut(trx, change, institution.id, stretches, input, 'MERGED')
    await moveChildren(trx, change, institution.id, stretches, children, input)
    await handOnServices(trx, change, institution.id, into.id, input.effectiveOn)
    const keys = { kind: 'MERGED_INTO', fromId: institution.id, toId: into.id }
    await writeFact(trx, change, 'INSTITUTION_LINEAGE', newId(), keys, { effectiveOn: input.effectiveOn })
  }

export interface SplitInstitution extends InstitutionCommand {
  readonly parts: readonly InstitutionInput[]
}

/** 分设机构: new institutions come out of it on the effective day; it goes on itself. */
export const splitInstitution =
  (input: SplitInstitution): CommandBody =>
  async (trx, begin) => {
    const { institution, stretches } = await lockInstitution(trx, input, input.parts.flatMap(parentsOf))
    const parts = input.parts.map((part) => ({ ...complete(part), ...cited(input) }))
    refuseOn([
      ...splitIssues({ ...institution, stretches }, parts, input.effectiveOn),
      ...input.parts.flatMap(({ code }, at) => (code ? issuesAt(`parts.${at}`, institutionCodeIssues(code)) : [])),
      ...parts.flatMap((part, at) => issuesAt(`parts.${at}`, statusIssues(null, part))),
    ])
    const period = { validFrom: input.effectiveOn, validTo: null }
    for (const [at, part] of parts.entries()) refuseOn(issuesAt(`parts.${at}`, await referenceIssues(trx, null, part, period)))
    const ids: string[] = []
    for (const [at, part] of parts.entries()) ids.push(await claim(trx, input.parts[at]?.code, part, `parts.${at}.code`))
    const change = await begin()
    for (const [at, id] of ids.entries()) {
      await insertInstitution(trx, change, id, parts[at]!, period)
      const keys = { kind: 'SPLIT_FROM', fromId: institution.id, toId: id }
      await writeFact(trx, change, 'INSTITUTION_LINEAGE', newId(), keys, { effectiveOn: input.effectiveOn })
    }
  }

function childRows(trx: Db, parentId: string) {
  return trx
    .selectFrom('institutionVersion')
    .select(['id', 'name', 'status', 'validFrom', 'validTo'])
    .where('recordedTo', 'is', null)
    .where('parentId', '=', parentId)
    .orderBy('validFrom')
    .execute()
}

/** A lead cannot simply go: the alliance would be without. */
async function refuseLead(trx: Db, { id, name }: { id: string; name: string }, from: IsoDate): Promise<void> {
  const leads = (await membershipsForRules(trx, id)).filter(({ role, validTo }) => role === 'LEAD' && (validTo === null || validTo > from))
  for (const lead of leads) {
    const alliance = await allianceKnown(trx, lead.allianceId, 'effectiveOn')
    if (alliance.rules.leadRequired) refuseOn([issue('effectiveOn', 'LEAVES_LEAD', { institution: name, alliance: lead.allianceName })])
  }
}

// Closed or merged from the day: the last state stays readable with its new status, memberships end.
async function shut(
  trx: Db,
  change: Change,
  id: string,
  stretches: readonly Institution[],
  input: CommandInput & { effectiveOn: IsoDate },
  status: 'CLOSED' | 'MERGED',
): Promise<void> {
  const before = stretches.find((one) => covers(one, input.effectiveOn))!
  const closed = { ...before, ...cited(input), status, validFrom: input.effectiveOn, validTo: null }
  await writeTimeline(trx, change, 'INSTITUTION', id, {}, [...endFrom<InstitutionValue>(stretches, input.effectiveOn), closed])
  const memberships = await trx
    .selectFrom('membership')
    .selectAll()
    .where('institutionId', '=', id)
    .where('recordedTo', 'is', null)
    .orderBy('id')
    .execute()
  for (const [membershipId, rows] of Map.groupBy(memberships, (row) => row.id)) {
    const alliance = await allianceKnown(trx, rows[0]!.allianceId, 'institutionId')
    await writeMembership(trx, change, membershipId, alliance, id, endFrom<Membership>(rows, input.effectiveOn))
  }
}

/**
 * From the day on, what the institution ran is run by the one it goes on in. Where that one stood below it itself, what is
 * between them moves up to the institution's own parent, so that nothing stands below itself.
 */
async function moveChildren(
  trx: Db,
  change: Change,
  id: string,
  stretches: readonly Institution[],
  children: readonly string[],
  input: MergeInstitution,
): Promise<void> {
  const between = new Set((await parentsAbove(trx, input.intoId, input.effectiveOn)).values())
  const above = stretches.find((one) => covers(one, input.effectiveOn))?.parentId ?? null
  for (const child of children) {
    const parentId = child === input.intoId || between.has(child) ? above : input.intoId
    const rows = await factRows<Institution>(trx, 'INSTITUTION', [child])
    const moved = rows.flatMap((row) =>
      row.parentId === id
        ? overlay<InstitutionValue>([row], { validFrom: input.effectiveOn, validTo: null }, { parentId, ...cited(input) })
        : [row],
    )
    await writeTimeline(trx, change, 'INSTITUTION', child, {}, moved)
  }
}
