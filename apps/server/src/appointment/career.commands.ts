import { v7 as newId } from 'uuid'

import type { EstablishmentType } from '@yilian/domain/code-lists/establishment-type.ts'
import { FLOWS_OUT, type FlowOut } from '@yilian/domain/code-lists/staff-flow.ts'
import { codeIssues } from '@yilian/domain/code-list.ts'
import { changeFrom } from '@yilian/domain/dated.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { issue } from '@yilian/domain/issue.ts'
import { covers } from '@yilian/domain/period.ts'
import type { PersonValue } from '@yilian/domain/staffing/person.ts'

import { institutionOpen } from '../command/known.ts'
import { refuseOn, type CommandBody, type CommandInput } from '../command/run-command.ts'
import { homeOn, lockPerson } from '../person/lock-person.ts'
import { writePerson } from '../person/person.commands.ts'
import { cited } from '../membership/membership.commands.ts'
import { endWith } from './appointment.commands.ts'
import { homeValue, requirePost, writeAppointment, type PlaceInput } from './place.ts'

export interface OnPerson extends CommandInput {
  readonly personId: string
  readonly baseVersion: number
  /** The first day no longer at work. */
  readonly effectiveOn: IsoDate
}

/** 退休: from the effective day the person holds no appointment. */
export const retirePerson = (input: OnPerson): CommandBody => leaveFor(input, '24')

export interface LeavePerson extends OnPerson {
  /** 21 to 29 of the national card but 24, which is retirement. */
  readonly flowOut: string
}

/** 离职: from the effective day the person holds no appointment, and why. */
export const leavePerson = (input: LeavePerson): CommandBody => leaveFor(input, input.flowOut as FlowOut)

function leaveFor(input: OnPerson, flowOut: FlowOut): CommandBody {
  return async (trx, begin) => {
    refuseOn(codeIssues('flowOut', FLOWS_OUT, flowOut))
    const person = await lockPerson(trx, input.personId, input.baseVersion)
    const day = input.effectiveOn
    const held = person.appointments.filter(({ validTo }) => validTo === null || validTo > day)
    if (!homeOn(person, day) || held.length === 0) refuseOn([issue('effectiveOn', 'ALREADY_RETIRED', { person: person.name, day })])
    const change = await begin()
    await endWith(trx, change, person, [...new Set(held.map(({ id }) => id))], day, flowOut)
  }
}

export interface RehirePerson extends CommandInput, PlaceInput {
  readonly personId: string
  readonly baseVersion: number
  readonly institutionId: string
  /** 返聘 of somebody retired; else an ordinary appointment again. */
  readonly rehired: boolean
  readonly plannedUntil?: IsoDate | null | undefined
  readonly establishmentType?: EstablishmentType | null | undefined
  readonly effectiveOn: IsoDate
}

/** 返聘、重新入职: somebody who holds no appointment has one again. A rehired retiree takes no place of the establishment. */
export const rehirePerson =
  (input: RehirePerson): CommandBody =>
  async (trx, begin) => {
    const { effectiveOn, institutionId, rehired } = input
    const person = await lockPerson(trx, input.personId, input.baseVersion, { institutions: [institutionId], postId: input.postId })
    const institution = await institutionOpen(trx, institutionId, effectiveOn, 'institutionId')
    const home = homeOn(person, effectiveOn)
    if (home) refuseOn([issue('effectiveOn', 'STILL_APPOINTED', { person: person.name, day: effectiveOn, host: institution.name })])
    await requirePost(trx, input.postId, institution, effectiveOn)
    const establishmentType = rehired ? ('REHIRED' as const) : (input.establishmentType ?? null)
    const before = person.stretches.find((one) => covers(one, effectiveOn))
    const change = await begin()
    if (establishmentType !== null && before && before.establishmentType !== establishmentType)
      await writePerson(trx, change, person, changeFrom<PersonValue>(person.stretches, effectiveOn, { establishmentType, ...cited(input) }))
    const value = { ...homeValue(input, institutionId), plannedUntil: input.plannedUntil ?? null, validFrom: effectiveOn, validTo: null }
    await writeAppointment(trx, change, newId(), person.id, rehired ? 'REHIRED' : 'PRIMARY', [value])
  }
