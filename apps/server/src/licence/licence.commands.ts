import { v7 as newId } from 'uuid'

import { factRows, writeTimeline } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import type { PhysicianCategory } from '@yilian/domain/code-lists/profession.ts'
import { changeFrom, endFrom, notInForceIssues, overlay, periodText } from '@yilian/domain/dated.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { issue } from '@yilian/domain/issue.ts'
import { covers, overlaps } from '@yilian/domain/period.ts'
import { licenceIssues, type Licence, type LicenceValue } from '@yilian/domain/staffing/licence.ts'
import { LICENCE_KINDS, type LicenceKind } from '@yilian/domain/staffing/terms.ts'
import { lockPeople } from '@yilian/database/changes.ts'

import { institutionKnown, notFound } from '../command/known.ts'
import { refuseOn, requireVersion, type CommandBody, type CommandInput } from '../command/run-command.ts'
import { cited } from '../membership/membership.commands.ts'
import { personKnown } from '../person/lock-person.ts'

/** What is said of a licence; what is left out is not known. */
export interface LicenceInput {
  readonly number?: string | null | undefined
  readonly category?: string | null | undefined
  readonly scope?: string | null | undefined
  readonly institutionId?: string | null | undefined
  readonly issuedOn?: IsoDate | null | undefined
  readonly expiresOn?: IsoDate | null | undefined
}

function valueOf(kind: LicenceKind, input: LicenceInput, cites: Pick<LicenceValue, 'documentId' | 'source' | 'sourceNote'>): LicenceValue {
  return {
    ...cites,
    kind,
    number: input.number?.trim() || null,
    category: (input.category ?? null) as PhysicianCategory | null,
    scope: input.scope?.trim() || null,
    institutionId: input.institutionId ?? null,
    issuedOn: input.issuedOn ?? null,
    expiresOn: input.expiresOn ?? null,
  }
}

export interface GrantLicence extends CommandInput, LicenceInput {
  readonly personId: string
  readonly kind: LicenceKind
  readonly effectiveOn: IsoDate
}

/** 登记执业证书: the person holds it from the effective day. One of a kind at a time. */
export const grantLicence =
  (input: GrantLicence, { today }: { readonly today: IsoDate }): CommandBody =>
  async (trx, begin) => {
    await lockPeople(trx, [input.personId])
    const person = await personKnown(trx, input.personId)
    if (input.institutionId) await institutionKnown(trx, input.institutionId, 'institutionId')
    const value = valueOf(input.kind, input, { documentId: input.documentId ?? null, source: null, sourceNote: null })
    refuseOn(licenceIssues(value, today))
    const wanted = { ...value, validFrom: input.effectiveOn, validTo: null }
    const others = (await licencesOf(trx, person.id)).filter(({ kind }) => kind === input.kind && kind !== 'OTHER')
    const held = others.find((one) => overlaps(one, wanted))
    if (held) refuseOn([issue('kind', 'LICENCE_TWICE', { person: person.name, period: periodText(held), kind: LICENCE_KINDS[input.kind] })])
    await writeTimeline(trx, await begin(), 'LICENCE', newId(), { personId: person.id }, [wanted])
  }

async function licencesOf(trx: Db, personId: string): Promise<Licence[]> {
  return trx
    .selectFrom('licence')
    .selectAll()
    .where('personId', '=', personId)
    .where('recordedTo', 'is', null)
    .orderBy('validFrom')
    .execute()
}

interface OnLicence extends CommandInput {
  readonly licenceId: string
  readonly baseVersion: number
}

export interface RenewLicence extends OnLicence {
  readonly expiresOn?: IsoDate | null | undefined
  readonly number?: string | null | undefined
  readonly effectiveOn: IsoDate
}

/** 证书延续: from the effective day it expires later. */
export const renewLicence =
  (input: RenewLicence, { today }: { readonly today: IsoDate }): CommandBody =>
  async (trx, begin) => {
    const { rows } = await lockLicence(trx, input)
    const before = rows.find((one) => covers(one, input.effectiveOn))
    if (!before) return refuseOn(notInForceIssues(rows, input.effectiveOn))
    const expiresOn = input.expiresOn ?? null
    if (expiresOn !== null && before.expiresOn !== null && expiresOn <= before.expiresOn)
      refuseOn([issue('expiresOn', 'LICENCE_SHORTER', { day: expiresOn, before: before.expiresOn })])
    const patch = { expiresOn, ...(input.number?.trim() && { number: input.number.trim() }), ...cited(input) }
    refuseOn(licenceIssues({ ...before, ...patch }, today))
    const desired = changeFrom<LicenceValue>(rows, input.effectiveOn, patch)
    await writeTimeline(trx, await begin(), 'LICENCE', input.licenceId, { personId: before.personId }, desired)
  }

export interface EndLicence extends OnLicence {
  readonly effectiveOn: IsoDate
}

/** 证书失效: from the effective day it is not held any more: expired, revoked, given back. */
export const endLicence =
  (input: EndLicence): CommandBody =>
  async (trx, begin) => {
    const { rows, personId } = await lockLicence(trx, input)
    refuseOn(rows.some((one) => covers(one, input.effectiveOn)) ? [] : notInForceIssues(rows, input.effectiveOn))
    await writeTimeline(trx, await begin(), 'LICENCE', input.licenceId, { personId }, endFrom(rows, input.effectiveOn))
  }

export interface CorrectLicence extends OnLicence, LicenceInput {
  readonly validFrom?: IsoDate | null | undefined
  readonly validTo?: IsoDate | null | undefined
  /** There never was one. */
  readonly withdraw?: boolean | null | undefined
}

/** 更正证书记录: what it truly was, on all days or on some; or that there never was one. */
export const correctLicence =
  (input: CorrectLicence, { today }: { readonly today: IsoDate }): CommandBody =>
  async (trx, begin) => {
    const { rows, personId } = await lockLicence(trx, input)
    const first = rows[0]!
    if (input.institutionId) await institutionKnown(trx, input.institutionId, 'institutionId')
    const { documentId, source, sourceNote } = first
    const value = valueOf(first.kind, input, { documentId, source, sourceNote, ...cited(input) })
    refuseOn(licenceIssues(value, today))
    const days = { validFrom: input.validFrom ?? first.validFrom, validTo: input.validTo ?? null }
    if (days.validTo !== null && days.validTo <= days.validFrom) refuseOn([issue('validTo', 'END_BEFORE_START', days)])
    const desired = input.withdraw ? [] : overlay<LicenceValue>(rows, days, value)
    await writeTimeline(trx, await begin(), 'LICENCE', input.licenceId, { personId }, desired)
  }

async function lockLicence(trx: Db, { licenceId, baseVersion }: OnLicence): Promise<{ rows: Licence[]; personId: string }> {
  const found = await trx.selectFrom('licence').select('personId').where('id', '=', licenceId).limit(1).executeTakeFirst()
  if (!found) throw notFound('licenceId', 'licence', licenceId)
  await lockPeople(trx, [found.personId])
  await requireVersion(trx, 'LICENCE', licenceId, baseVersion)
  const rows = await factRows<Licence>(trx, 'LICENCE', [licenceId])
  if (rows.length === 0) throw notFound('licenceId', 'licence', licenceId)
  return { rows, personId: found.personId }
}
