import { aPhoto } from './a-photo.ts'
import type { TestApi } from './api.ts'
import { globalId, recorded, versionOf, type Made } from './make.ts'
import { makeProject, onProject, planYears, readProject, recordOf } from './make-project.ts'

/** What is built in a county: something of every kind is on record of `project`, which is for the member. */
export interface Projects {
  readonly project: Made
  /** A part of it, which is for nobody. */
  readonly part: Made
  /** For the one that is in no alliance. */
  readonly store: Made
  /** Records of `project`; the days of all but the reports lie before the lead changed. */
  readonly records: Readonly<
    Record<'suspension' | 'approval' | 'line' | 'receipt' | 'payment' | 'contract' | 'problem' | 'draft' | 'photo' | 'submitted', Made>
  >
  /** An alert of `project` that nobody acknowledged, today and on any day since. */
  readonly alert: { readonly rule: string; readonly subject: string }
}

const record = (type: string, id: string, version: number): Made => ({
  id,
  uuid: Buffer.from(id, 'base64')
    .toString()
    .slice(type.length + 1),
  version,
  name: '',
})

/** Builds the projects of a county, under names of its own (`mark` in front). */
export async function buildProjects(
  api: TestApi,
  mark: string,
  regionCode: string,
  { member, alone }: { readonly member: Made; readonly alone: Made },
): Promise<Projects> {
  const named = (name: string) => `${mark}${name}`
  const project = await makeProject(api, { name: named('门诊楼'), regionCode, institutionIds: [member.id], area: '2000' })
  const part = await makeProject(api, { name: named('裙楼'), regionCode, partOfId: project.id })
  const store = await makeProject(api, { name: named('库房'), regionCode, institutionIds: [alone.id] })
  const plan = {
    milestones: [
      { stage: 'START', day: '2019-10-01' },
      { stage: 'ACCEPTANCE', day: '2021-06-30' },
    ],
  }
  await onProject(api, 'planProject', project, plan)
  await onProject(api, 'forecastProject', project, { milestones: [{ stage: 'ACCEPTANCE', day: '2021-12-31' }] })
  await onProject(api, 'recordStage', project, { stage: 'START', wording: named('打桩'), effectiveOn: '2019-11-01' })
  await onProject(api, 'recordStage', project, { stage: 'TOPPED_OUT', wording: named('封顶'), effectiveOn: '2024-06-01' })
  await onProject(api, 'suspendProject', project, { effectiveOn: '2019-12-01', cause: 'FUNDS' })

  const of = async (command: string, type: string, input: Readonly<Record<string, unknown>>) => {
    const id = await recordOf(api, command, type, project, input)
    return record(type, id, await versionOf(api, id))
  }
  const approval = await of('recordApproval', 'ProjectApproval', {
    stage: 'ESTIMATE',
    approvedOn: '2019-03-01',
    investment: '90',
    area: '1800',
  })
  const contract = await of('recordContract', 'ProjectContract', {
    role: 'SUPERVISION',
    party: named('监理'),
    signedOn: '2019-09-01',
    changes: [{ kind: 'DURATION', days: 30 }],
  })
  const line = await of('recordFundingLine', 'FundingLine', { fundingSource: 'COUNTY', planned: '100' })
  await planYears(api, line.id, [{ year: 2019, amount: '100' }])
  const receipt = await of('recordFundReceipt', 'FundReceipt', { fundingLineId: line.id, receivedOn: '2019-12-01', amount: '80' })
  const payment = await of('recordPayment', 'ProjectPayment', {
    fundingLineId: line.id,
    contractId: contract.id,
    paidOn: '2020-01-01',
    amount: '30',
  })
  const problem = await of('recordProblem', 'ProjectProblem', { text: '缺水', foundOn: '2019-12-01' })
  const month = async (of: string, given: Readonly<Record<string, unknown>>, submit: boolean) => {
    const id = await recordOf(api, 'saveProgressReport', 'ProgressReport', project, { month: of, wording: '施工', ...given })
    if (submit) await recorded(api, 'submitProgressReport', { progressReportId: id, baseVersion: await versionOf(api, id) })
    return record('ProgressReport', id, await versionOf(api, id))
  }
  const draft = await month('2020-03', {}, false)
  const { effects } = await recorded(api, 'addReportPhoto', { progressReportId: draft.id, file: await aPhoto(80) })
  const photoId = globalId('ReportPhoto', effects[0]!.factId)
  const photo = record('ReportPhoto', photoId, await versionOf(api, photoId))
  await month('2023-02', { investmentToDate: '50' }, true)
  // Not what the month before comes to with this one.
  const submitted = await month('2023-03', { investmentMonth: '10', investmentToDate: '70' }, true)

  const { alerts, suspensions } = await readProject(api, project, 'alerts { rule subject } suspensions { id }')
  const found = (alerts as { rule: string; subject: string }[]).filter(({ rule }) => rule === 'LATE_STAGE' || rule === 'FORECAST_LAPSED')
  const acknowledged = found.find(({ rule }) => rule === 'FORECAST_LAPSED')!
  await recordOf(api, 'acknowledgeAlert', 'AlertAcknowledgement', project, { ...acknowledged, reason: '已知悉' })
  const version = async (one: Made): Promise<Made> => ({ ...one, version: await versionOf(api, one.id) })
  return {
    project: await version(project),
    part: await version(part),
    store: await version(store),
    records: {
      suspension: record('ProjectSuspension', suspensions[0].id, 0),
      approval,
      line: await version(line),
      receipt,
      payment,
      contract: await version(contract),
      problem,
      draft,
      photo,
      submitted,
    },
    alert: found.find(({ rule }) => rule === 'LATE_STAGE')!,
  }
}
