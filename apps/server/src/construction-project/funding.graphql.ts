import { fundingLineIssues, fundReceiptIssues, paymentIssues } from '@yilian/domain/construction/funding.ts'
import type {
  FundingLine as FundingLineRow,
  FundingLineValue,
  FundingYear as FundingYearRow,
  FundReceipt as FundReceiptRow,
  FundReceiptValue,
  ProjectPayment as PaymentRow,
  ProjectPaymentValue,
} from '@yilian/domain/construction/funding.ts'
import type { FundingSource } from '@yilian/domain/construction/funding-source.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import type { MoneyUnit } from '@yilian/domain/money.ts'

import { baseVersionField, defineCommand } from '../command/command.graphql.ts'
import { builder } from '../graphql/builder.ts'
import { citedFields } from '../graphql/dated-fields.ts'
import { FundingSourceEnum } from './construction-enums.ts'
import { ofProjectIssues, planFundingYears, type PlanFundingYears } from './funding.commands.ts'
import { amountOf, recordFields, recordNode, unitField } from './project-node.ts'
import { defineProjectRecord } from './project-record.ts'

export const FundingLine = builder.objectRef<FundingLineRow>('FundingLine')
builder.node(FundingLine, {
  ...recordNode('FUNDING_LINE'),
  description: 'What one source is to give to a project.',
  fields: (t) => ({
    fundingSource: t.field({ type: FundingSourceEnum, description: 'The source.', resolve: ({ fundingSource }) => fundingSource }),
    name: t.exposeString('name', { nullable: true, description: 'Tells lines of one source apart: a batch, a program.' }),
    planned: t.expose('planned', { type: 'Decimal', nullable: true, description: 'Yuan planned; null when not reported.' }),
    shareGroup: t.exposeString('shareGroup', { nullable: true, description: 'Lines of one group share its total by their parts.' }),
    sharePart: t.exposeInt('sharePart', { nullable: true, description: 'Its part: 1 and 1 for half each.' }),
    ...recordFields(t, 'FUNDING_LINE'),
    ...citedFields(t),
  }),
})

export const FundingYear = builder.objectRef<FundingYearRow>('FundingYear').implement({
  description: 'What a line is to give in a year.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Lasting id.' }),
    fundingLineId: t.id({ description: 'The line.', resolve: ({ fundingLineId }) => globalIdOf('FundingLine', fundingLineId) }),
    year: t.exposeInt('year', { description: 'The year.' }),
    amount: t.expose('amount', { type: 'Decimal', description: 'Yuan.' }),
  }),
})

export const FundReceipt = builder.objectRef<FundReceiptRow>('FundReceipt')
builder.node(FundReceipt, {
  ...recordNode('FUND_RECEIPT'),
  description: 'What arrived of a line. An amount of zero says that by this day nothing had arrived.',
  fields: (t) => ({
    fundingLineId: t.id({ description: 'The line.', resolve: ({ fundingLineId }) => globalIdOf('FundingLine', fundingLineId) }),
    receivedOn: t.expose('receivedOn', { type: 'Date', description: 'The day it arrived, or by which it had.' }),
    dayKnown: t.exposeBoolean('dayKnown', { description: 'It is the very day; otherwise it had arrived by then.' }),
    amount: t.expose('amount', { type: 'Decimal', description: 'Yuan.' }),
    ...recordFields(t, 'FUND_RECEIPT'),
    ...citedFields(t),
  }),
})

export const ProjectPayment = builder.objectRef<PaymentRow>('ProjectPayment')
builder.node(ProjectPayment, {
  ...recordNode('PROJECT_PAYMENT'),
  description: 'What was paid.',
  fields: (t) => ({
    fundingLineId: t.id({
      nullable: true,
      description: 'From which line; null when not reported.',
      resolve: ({ fundingLineId }) => (fundingLineId === null ? null : globalIdOf('FundingLine', fundingLineId)),
    }),
    contractId: t.id({
      nullable: true,
      description: 'Under which contract; null when not reported.',
      resolve: ({ contractId }) => (contractId === null ? null : globalIdOf('ProjectContract', contractId)),
    }),
    paidOn: t.expose('paidOn', { type: 'Date', description: 'The day it was paid, or by which it had been.' }),
    dayKnown: t.exposeBoolean('dayKnown', { description: 'It is the very day.' }),
    amount: t.expose('amount', { type: 'Decimal', description: 'Yuan.' }),
    advance: t.exposeBoolean('advance', { description: 'Paid before the funds arrived (垫付).' }),
    payee: t.exposeString('payee', { nullable: true, description: 'To whom.' }),
    purpose: t.exposeString('purpose', { nullable: true, description: 'For what.' }),
    ...recordFields(t, 'PROJECT_PAYMENT'),
    ...citedFields(t),
  }),
})

function globalIdOf(type: string, id: string): string {
  return Buffer.from(`${type}:${id}`).toString('base64')
}

interface LineInput {
  readonly fundingSource: FundingSource
  readonly name?: string | null | undefined
  readonly planned?: string | null | undefined
  readonly unit?: MoneyUnit | null | undefined
  readonly shareGroup?: string | null | undefined
  readonly sharePart?: number | null | undefined
}

defineProjectRecord<'FUNDING_LINE', LineInput, FundingLineValue>({
  fact: 'FUNDING_LINE',
  thing: 'fundingLine',
  idField: 'fundingLineId',
  record: { name: 'recordFundingLine', description: '登记资金来源: what one source is to give.' },
  correct: {
    name: 'correctFundingLine',
    description: '更正资金来源: a line as it truly is; an adjustment of the plan names its document.',
    // What arrived stays: it is the plan that would be less.
    fieldOf: { amount: 'planned' },
  },
  fields: (t) => ({
    fundingSource: t.field({ type: FundingSourceEnum, required: true, description: 'The source.' }),
    name: t.string({ description: 'Tells lines of one source apart, at most 100 characters.' }),
    planned: t.field({ type: 'Decimal', description: 'The amount planned; left out when not reported.' }),
    ...unitField(t),
    shareGroup: t.string({ description: 'The group whose total it shares; with `sharePart`.' }),
    sharePart: t.int({ description: 'Its part, from 1; with `shareGroup`.' }),
  }),
  valueOf: (input, cited) => ({
    ...cited,
    fundingSource: input.fundingSource,
    name: input.name?.trim() || null,
    planned: amountOf(input.planned, input.unit),
    shareGroup: input.shareGroup?.trim() || null,
    sharePart: input.sharePart ?? null,
  }),
  issues: (value) => fundingLineIssues(value),
})

interface ReceiptInput {
  readonly fundingLineId: string
  readonly receivedOn: IsoDate
  readonly dayKnown?: boolean | null | undefined
  readonly amount: string
  readonly unit?: MoneyUnit | null | undefined
}

defineProjectRecord<'FUND_RECEIPT', ReceiptInput, FundReceiptValue>({
  fact: 'FUND_RECEIPT',
  thing: 'fundReceipt',
  idField: 'fundReceiptId',
  record: { name: 'recordFundReceipt', description: '登记资金到位: what arrived of a line; zero says that nothing had.' },
  correct: { name: 'correctFundReceipt', description: '更正到位记录: a receipt as it truly was, all of it.' },
  fields: (t) => ({
    fundingLineId: t.id({ required: true, description: 'The line.' }),
    receivedOn: t.field({ type: 'Date', required: true, description: 'The day it arrived, not one to come.' }),
    dayKnown: t.boolean({ description: 'It is the very day; true when left out. False: it had arrived by then.' }),
    amount: t.field({ type: 'Decimal', required: true, description: 'The amount.' }),
    ...unitField(t),
  }),
  valueOf: (input, cited) => ({
    ...cited,
    fundingLineId: input.fundingLineId,
    receivedOn: input.receivedOn,
    dayKnown: input.dayKnown ?? true,
    amount: amountOf(input.amount, input.unit)!,
  }),
  issues: async (value, { trx, project, today }) => [
    ...fundReceiptIssues(value, today),
    ...(await ofProjectIssues(trx, 'FUNDING_LINE', project.id, 'fundingLineId', value.fundingLineId)),
  ],
})

interface PaymentInput {
  readonly fundingLineId?: string | null | undefined
  readonly contractId?: string | null | undefined
  readonly paidOn: IsoDate
  readonly dayKnown?: boolean | null | undefined
  readonly amount: string
  readonly unit?: MoneyUnit | null | undefined
  readonly advance?: boolean | null | undefined
  readonly payee?: string | null | undefined
  readonly purpose?: string | null | undefined
}

defineProjectRecord<'PROJECT_PAYMENT', PaymentInput, ProjectPaymentValue>({
  fact: 'PROJECT_PAYMENT',
  thing: 'payment',
  idField: 'paymentId',
  record: { name: 'recordPayment', description: '登记支付: what was paid; more than arrived only as an advance.' },
  correct: { name: 'correctPayment', description: '更正支付记录: a payment as it truly was, all of it.' },
  fields: (t) => ({
    fundingLineId: t.id({ description: 'From which line.' }),
    contractId: t.id({ description: 'Under which contract.' }),
    paidOn: t.field({ type: 'Date', required: true, description: 'The day it was paid, not one to come.' }),
    dayKnown: t.boolean({ description: 'It is the very day; true when left out.' }),
    amount: t.field({ type: 'Decimal', required: true, description: 'The amount, above zero.' }),
    ...unitField(t),
    advance: t.boolean({ description: 'Paid before the funds arrived (垫付).' }),
    payee: t.string({ description: 'To whom, at most 100 characters.' }),
    purpose: t.string({ description: 'For what, at most 200 characters.' }),
  }),
  valueOf: (input, cited) => ({
    ...cited,
    fundingLineId: input.fundingLineId ?? null,
    contractId: input.contractId ?? null,
    paidOn: input.paidOn,
    dayKnown: input.dayKnown ?? true,
    amount: amountOf(input.amount, input.unit)!,
    advance: input.advance ?? false,
    payee: input.payee?.trim() || null,
    purpose: input.purpose?.trim() || null,
  }),
  issues: async (value, { trx, project, today }) => [
    ...paymentIssues(value, today),
    ...(await ofProjectIssues(trx, 'FUNDING_LINE', project.id, 'fundingLineId', value.fundingLineId)),
    ...(await ofProjectIssues(trx, 'PROJECT_CONTRACT', project.id, 'contractId', value.contractId)),
  ],
})

const FundingYearInput = builder.inputType('FundingYearInput', {
  description: 'A year and its amount.',
  fields: (t) => ({
    year: t.int({ required: true, description: 'The year.' }),
    amount: t.field({ type: 'Decimal', required: true, description: 'The amount.' }),
  }),
})

defineCommand<PlanFundingYears>({
  name: 'planFundingYears',
  description: '登记年度计划: what a line is to give year by year, all years; one that is no longer given is withdrawn.',
  dated: false,
  fields: (t) => ({
    fundingLineId: t.id({ required: true, description: 'The line.' }),
    baseVersion: baseVersionField(t, 'line'),
    years: t.field({ type: [FundingYearInput], required: true, description: 'Its years.' }),
    ...unitField(t),
  }),
  body: planFundingYears,
})
