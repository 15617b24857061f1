import { addDays, day } from '@yilian/domain/day.ts'
import { fenOf, yuanOf } from '@yilian/domain/money.ts'
import { testDatabase } from '@yilian/testing/test-database.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { testApi, type Json } from '../../test/api.ts'
import { recorded, versionOf } from '../../test/make.ts'
import { makeProject, onProject, planYears, readProject, recordOf } from '../../test/make-project.ts'

const { db } = await testDatabase()
const api = await testApi(db, '2020-12-20T04:00:00Z')

const DAYS = ['2020-03-31', '2020-06-30', '2020-12-20']
const VIEW = `name area stage { stage } stages { stage validFrom validTo } suspension { suspendedOn } suspensions { suspendedOn resumedOn cause }
  milestones { stage plannedOn late } approvedInvestment contracts { party value } fundReceipts { amount } payments { amount }
  schedule { clock { actual planned suspended slipped late } } alerts { rule message }
  money { planned arrived paid owed sources { source arrived paid } years { period planned arrived } months { period arrived paid } }`

async function views(project: { id: string }, known: string | null = null): Promise<Json[]> {
  const read = (asOf: string) => readProject(api, project, VIEW, `, asOf: "${asOf}"${known === null ? '' : `, asKnownAt: "${known}"`}`)
  return Promise.all(DAYS.map(read))
}

async function lastRecorded(): Promise<string> {
  return (await api.query('{ changes(first: 1) { nodes { recordedAt } } }'))['changes'].nodes[0].recordedAt
}

const on = (from: string, days: number) => fc.integer({ min: 0, max: days }).map((count) => addDays(day(from), count))
const amount = fc.bigInt({ min: 1n, max: 10n ** 9n }).map(yuanOf)
const CORRECTIONS = ['stages', 'stop', 'plan', 'approval', 'contract', 'line', 'year', 'receipt', 'payment', 'withdrawal'] as const
const histories = fc.record({
  started: on('2020-01-01', 60),
  stopped: on('2020-04-01', 30),
  resumed: on('2020-05-10', 60),
  planned: on('2020-10-01', 60),
  received: on('2020-02-01', 200),
  paid: on('2020-02-01', 200),
  amounts: fc.tuple(amount, amount, amount),
  moved: fc.integer({ min: 1, max: 8 }),
  order: fc.shuffledSubarray([...CORRECTIONS], { minLength: CORRECTIONS.length }),
})

test('of any history, a correction changes the past view and not the view as known then', async () => {
  await fc.assert(
    fc.asyncProperty(histories, async ({ started, stopped, resumed, planned, received, paid, amounts, moved, order }) => {
      const project = await makeProject(api)
      const of = (command: string, type: string, input: Json) => recordOf(api, command, type, project, input)
      await onProject(api, 'recordStage', project, { stage: 'START', effectiveOn: started })
      await onProject(api, 'suspendProject', project, { effectiveOn: stopped, resumedOn: resumed })
      const plan = (on: string) => [
        { stage: 'START', day: '2020-01-15' },
        { stage: 'ACCEPTANCE', day: on },
      ]
      await onProject(api, 'planProject', project, { milestones: plan(planned) })
      const [first, second, third] = amounts
      const more = (one: string) => yuanOf(fenOf(one) + BigInt(moved))
      const line = { fundingSource: 'COUNTY', planned: '99999999' }
      const ids = {
        approvalId: await of('recordApproval', 'ProjectApproval', { stage: 'ESTIMATE', investment: first }),
        contractId: await of('recordContract', 'ProjectContract', { role: 'CONTRACTOR', party: '施工', amount: second }),
        fundingLineId: await of('recordFundingLine', 'FundingLine', line),
      }
      const money = { fundingLineId: ids.fundingLineId }
      await planYears(api, ids.fundingLineId, [{ year: 2019, amount: third }])
      const receipt = { ...money, receivedOn: received, amount: first }
      const payment = { ...money, paidOn: paid, amount: second, advance: true }
      const receiptId = await of('recordFundReceipt', 'FundReceipt', receipt)
      const lastId = await of('recordFundReceipt', 'FundReceipt', { ...receipt, amount: third })
      const paymentId = await of('recordPayment', 'ProjectPayment', payment)
      const { suspensions } = await readProject(api, project, 'suspensions { id }')

      const at = async (field: string, id: string) => ({ [field]: id, baseVersion: await versionOf(api, id) })
      const later = (one: string) => addDays(day(one), moved)
      const corrections: Record<(typeof CORRECTIONS)[number], () => Promise<unknown>> = {
        stages: () => onProject(api, 'correctStages', project, { stretches: [{ stage: 'START', validFrom: later(started) }] }),
        stop: async () =>
          recorded(api, 'correctSuspension', {
            suspensionId: suspensions[0].id,
            baseVersion: await versionOf(api, project.id),
            suspendedOn: later(stopped),
            resumedOn: later(resumed),
          }),
        plan: () =>
          onProject(api, 'correctMilestones', project, {
            milestones: plan(later(planned)).map(({ stage, day: baselineOn }) => ({ stage, baselineOn })),
          }),
        approval: async () =>
          recorded(api, 'correctApproval', { ...(await at('approvalId', ids.approvalId)), stage: 'ESTIMATE', investment: more(first) }),
        contract: async () =>
          recorded(api, 'correctContract', {
            ...(await at('contractId', ids.contractId)),
            role: 'CONTRACTOR',
            party: '施工',
            amount: more(second),
          }),
        line: async () =>
          recorded(api, 'correctFundingLine', { ...(await at('fundingLineId', ids.fundingLineId)), ...line, planned: '88888888' }),
        year: () => planYears(api, ids.fundingLineId, [{ year: 2019, amount: more(third) }]),
        receipt: async () =>
          recorded(api, 'correctFundReceipt', { ...(await at('fundReceiptId', receiptId)), ...receipt, amount: more(first) }),
        payment: async () => recorded(api, 'correctPayment', { ...(await at('paymentId', paymentId)), ...payment, amount: more(second) }),
        withdrawal: async () => recorded(api, 'withdrawProjectRecord', { ...(await at('recordId', lastId)), note: '误登' }),
      }
      const known: { readonly instant: string; readonly seen: Json[] }[] = []
      for (const name of order) {
        const seen = await views(project)
        known.push({ instant: await lastRecorded(), seen })
        await corrections[name]()
        expect(await views(project), name).not.toEqual(seen)
        for (const then of known) expect(await views(project, then.instant), name).toEqual(then.seen)
      }
    }),
    { numRuns: 3 },
  )
})
