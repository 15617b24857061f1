import {
  asSignedYuan,
  contractIssues,
  contractValue,
  type ContractChange as ContractChangeValue,
  type ProjectContract as ContractRow,
  type ProjectContractValue,
} from '@yilian/domain/construction/contract.ts'
import type { ContractChangeKind, ProjectPartyRole } from '@yilian/domain/construction/terms.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import type { MoneyUnit } from '@yilian/domain/money.ts'

import { builder } from '../graphql/builder.ts'
import { citedFields } from '../graphql/dated-fields.ts'
import { ContractChangeKindEnum, ProjectPartyRoleEnum } from './construction-enums.ts'
import { amountOf, recordFields, recordNode, unitField } from './project-node.ts'
import { defineProjectRecord } from './project-record.ts'

const ContractChange = builder.objectRef<ContractChangeValue>('ContractChange').implement({
  description: 'A change of a contract (变更、签证、延期).',
  fields: (t) => ({
    changedOn: t.expose('changedOn', { type: 'Date', nullable: true, description: 'When; null when not known.' }),
    kind: t.field({ type: ContractChangeKindEnum, description: 'What it changes.', resolve: ({ kind }) => kind }),
    amount: t.expose('amount', { type: 'Decimal', nullable: true, description: 'Yuan more, or less when negative.' }),
    days: t.exposeInt('days', { nullable: true, description: 'Days more, or less when negative.' }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why.' }),
  }),
})

export const ProjectContract = builder.objectRef<ContractRow>('ProjectContract')
builder.node(ProjectContract, {
  ...recordNode('PROJECT_CONTRACT'),
  description: 'A unit in charge (参建单位), and what was agreed with it where that is reported.',
  fields: (t) => ({
    role: t.field({ type: ProjectPartyRoleEnum, description: 'What it is in charge of.', resolve: ({ role }) => role }),
    party: t.exposeString('party', { description: 'Who.' }),
    number: t.exposeString('number', { nullable: true, description: 'Number of the contract.' }),
    signedOn: t.expose('signedOn', { type: 'Date', nullable: true, description: 'When it was signed.' }),
    amount: t.expose('amount', { type: 'Decimal', nullable: true, description: 'Yuan as signed.' }),
    value: t.field({ type: 'Decimal', nullable: true, description: 'Yuan with all changes.', resolve: (row) => contractValue(row) }),
    startsOn: t.expose('startsOn', { type: 'Date', nullable: true, description: 'First day agreed.' }),
    endsOn: t.expose('endsOn', { type: 'Date', nullable: true, description: 'Last day agreed.' }),
    changes: t.field({ type: [ContractChange], description: 'Its changes.', resolve: ({ changes }) => [...changes] }),
    ...recordFields(t, 'PROJECT_CONTRACT'),
    ...citedFields(t),
  }),
})

const ContractChangeInput = builder.inputType('ContractChangeInput', {
  description: 'A change of a contract.',
  fields: (t) => ({
    changedOn: t.field({ type: 'Date', description: 'When; left out when not known.' }),
    kind: t.field({ type: ContractChangeKindEnum, required: true, description: 'What it changes.' }),
    amount: t.field({
      type: 'Decimal',
      description: 'More, or less when negative, in the unit of the input; needed for a change of amount.',
    }),
    days: t.int({ description: 'Days more, or less when negative; needed for a change of duration.' }),
    reason: t.string({ description: 'Why, at most 500 characters.' }),
  }),
})

interface ContractInput {
  readonly role: ProjectPartyRole
  readonly party: string
  readonly number?: string | null | undefined
  readonly signedOn?: IsoDate | null | undefined
  readonly amount?: string | null | undefined
  readonly unit?: MoneyUnit | null | undefined
  readonly startsOn?: IsoDate | null | undefined
  readonly endsOn?: IsoDate | null | undefined
  readonly changes?:
    | readonly {
        readonly changedOn?: IsoDate | null | undefined
        readonly kind: ContractChangeKind
        readonly amount?: string | null | undefined
        readonly days?: number | null | undefined
        readonly reason?: string | null | undefined
      }[]
    | null
    | undefined
}

defineProjectRecord<'PROJECT_CONTRACT', ContractInput, ProjectContractValue>({
  fact: 'PROJECT_CONTRACT',
  thing: 'contract',
  idField: 'contractId',
  record: { name: 'recordContract', description: '登记参建单位: a unit in charge, with its contract where that is reported.' },
  correct: { name: 'correctContract', description: '更正参建单位: a unit in charge and its contract with all changes, as they truly are.' },
  fields: (t) => ({
    role: t.field({ type: ProjectPartyRoleEnum, required: true, description: 'What it is in charge of.' }),
    party: t.string({ required: true, description: 'Who, at most 100 characters.' }),
    number: t.string({ description: 'Number of the contract, at most 100 characters.' }),
    signedOn: t.field({ type: 'Date', description: 'When it was signed.' }),
    amount: t.field({ type: 'Decimal', description: 'The amount as signed.' }),
    ...unitField(t),
    startsOn: t.field({ type: 'Date', description: 'First day agreed.' }),
    endsOn: t.field({ type: 'Date', description: 'Last day agreed, not before the first.' }),
    changes: t.field({ type: [ContractChangeInput], description: 'Its changes, at most 200.' }),
  }),
  valueOf: (input, cited) => ({
    ...cited,
    role: input.role,
    party: input.party.trim(),
    number: input.number?.trim() || null,
    signedOn: input.signedOn ?? null,
    amount: amountOf(input.amount, input.unit),
    startsOn: input.startsOn ?? null,
    endsOn: input.endsOn ?? null,
    changes: (input.changes ?? []).map(({ changedOn, kind, amount, days, reason }) => ({
      changedOn: changedOn ?? null,
      kind,
      amount: input.unit === 'WAN' ? signedWan(amount) : asSignedYuan(amount),
      days: days ?? null,
      reason: reason?.trim() || null,
    })),
  }),
  issues: (value) => contractIssues(value),
})

function signedWan(amount: string | null | undefined): string | null {
  if (amount == null) return null
  const negative = amount.startsWith('-')
  const yuan = amountOf(negative ? amount.slice(1) : amount, 'WAN')
  return negative ? `-${yuan}` : yuan
}
