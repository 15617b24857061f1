interface Named {
  readonly id: string
}
/** What the operations below answer, each a part of it. */
interface Answer {
  readonly institutions?: { readonly nodes: readonly Named[] }
  readonly project?: Project
  readonly result?: { readonly __typename: string; readonly projects?: readonly Named[] }
}
interface Project {
  readonly version: number
  readonly fundingLines: readonly (Named & { readonly version: number; readonly fundingSource: string })[]
  readonly progressReports: readonly (Named & { readonly month: string; readonly version: number })[]
}
/** Runs an operation as somebody; answers its data. */
type Ask = (username: string, query: string, variables: object) => Promise<Answer>

/** The day of which the pictures of the example are taken. */
export const EXAMPLE_DAY = '2025-09-30'
const MONTHS: readonly (readonly [month: string, stage: string, wording: string, percent: string, completed: string])[] = [
  ['2024-05', 'PIT', '基坑开挖完成', '4', '90'],
  ['2024-06', 'FOUNDATION', '基础浇筑', '9', '160'],
  ['2024-07', 'BASEMENT', '地下室顶板完成', '16', '220'],
  ['2024-08', 'STRUCTURE', '主体施工至三层', '24', '260'],
  ['2024-09', 'STRUCTURE', '主体施工至五层', '31', '230'],
  ['2025-01', 'STRUCTURE', '复工，主体施工至六层', '36', '150'],
  ['2025-02', 'STRUCTURE', '主体施工至八层', '44', '240'],
  ['2025-03', 'STRUCTURE', '主体施工至十层', '53', '280'],
  ['2025-04', 'TOPPED_OUT', '主体封顶', '62', '300'],
  ['2025-05', 'SECONDARY', '砌体完成一半', '67', '160'],
  ['2025-06', 'SECONDARY', '砌体完成', '72', '170'],
  ['2025-07', 'INSTALLATION', '机电管线安装', '77', '180'],
  ['2025-08', 'INSTALLATION', '机电安装，外墙装饰进场', '82', '170'],
]
const COMMANDS = {
  createProject: 'CreateProjectInput',
  recordApproval: 'RecordApprovalInput',
  planProject: 'PlanProjectInput',
  replanProject: 'ReplanProjectInput',
  recordStage: 'RecordStageInput',
  suspendProject: 'SuspendProjectInput',
  recordFundingLine: 'RecordFundingLineInput',
  planFundingYears: 'PlanFundingYearsInput',
  recordFundReceipt: 'RecordFundReceiptInput',
  recordPayment: 'RecordPaymentInput',
  recordContract: 'RecordContractInput',
  recordProblem: 'RecordProblemInput',
  saveProgressReport: 'SaveProgressReportInput',
  submitProgressReport: 'SubmitProgressReportInput',
  acceptProgressReport: 'AcceptProgressReportInput',
} as const

/**
 * Records a project with a plan, a stop, money and monthly reports, through the commands an operator has: county reports say too little of
 * any one project to show what the page of a project can. Its name says that it is an example. Answers its id.
 */
export async function exampleProject(ask: Ask): Promise<string> {
  const run = async (command: keyof typeof COMMANDS, input: object, username = 'construction'): Promise<readonly Named[]> => {
    const { result } = await ask(
      username,
      `mutation ($input: ${COMMANDS[command]}!) { result: ${command}(input: $input) {
        __typename ... on ChangeRecorded { projects { id } } ... on InputRefused { issues { message(locale: en) } }
      } }`,
      { input },
    )
    if (result?.__typename !== 'ChangeRecorded') throw new Error(`${command}: ${JSON.stringify(result)}`)
    return result.projects ?? []
  }
  const { institutions } = await ask(
    'construction',
    '{ institutions(filter: { search: "铜湾镇中心卫生院" }, first: 1) { nodes { id } } }',
    {},
  )
  const [created] = await run('createProject', {
    project: {
      name: '示例：铜湾镇中心卫生院综合楼',
      kind: 'NEW_BUILD',
      regionCode: '431221000000',
      institutionIds: institutions?.nodes.map(({ id }) => id),
      owner: '铜湾镇中心卫生院',
      area: '12600',
      beds: 180,
      description: '新建综合楼一栋，地上十层、地下一层，含门诊、住院和医技用房。',
    },
  })
  if (!created) throw new Error('The example was not recorded.')
  const projectId = created.id
  const now = async (): Promise<Project> => {
    const { project } = await ask(
      'construction',
      'query ($id: ID!) { project(id: $id) { version fundingLines { id version fundingSource } progressReports { id month version } } }',
      { id: projectId },
    )
    if (!project) throw new Error('The example is not there.')
    return project
  }
  const versioned = async (command: keyof typeof COMMANDS, input: object): Promise<void> => {
    await run(command, { projectId, baseVersion: (await now()).version, ...input })
  }
  const approval = { projectId, authority: '中方县发展和改革局', unit: 'WAN', investment: '4000', area: '12600', beds: 180 }
  await run('recordApproval', { ...approval, stage: 'PRELIM_DESIGN', number: '方发改〔2023〕31号', approvedOn: '2023-09-12' })
  await run('recordApproval', {
    projectId,
    stage: 'CONSTRUCTION_PERMIT',
    number: '431221202404080101',
    authority: '中方县住房和城乡建设局',
    approvedOn: '2024-04-08',
  })
  await versioned('planProject', {
    milestones: [
      { stage: 'START', day: '2024-04-15' },
      { stage: 'STRUCTURE', day: '2024-08-01' },
      { stage: 'TOPPED_OUT', day: '2024-12-31' },
      { stage: 'ACCEPTANCE', day: '2025-10-31' },
    ],
  })
  await versioned('recordStage', { stage: 'START', effectiveOn: '2024-04-15', wording: '开工' })
  await versioned('suspendProject', {
    effectiveOn: '2024-10-08',
    resumedOn: '2025-01-06',
    cause: 'FUNDS',
    responsibleParty: '中方县财政局',
    detail: '县级配套未到位，施工单位停工待款。',
  })
  await versioned('replanProject', {
    reason: '停工三个月，顺延工期',
    milestones: [
      { stage: 'TOPPED_OUT', day: '2025-04-30' },
      { stage: 'ACCEPTANCE', day: '2026-01-31' },
    ],
  })
  const lines = [
    {
      fundingSource: 'CENTRAL_BUDGET',
      planned: '2000',
      years: { 2024: '1200', 2025: '800' },
      receipts: { '2024-03-20': '1200', '2025-03-10': '800' },
    },
    {
      fundingSource: 'PROVINCIAL',
      planned: '800',
      share: 1,
      years: { 2024: '400', 2025: '400' },
      receipts: { '2024-06-28': '400', '2025-05-30': '250' },
    },
    { fundingSource: 'COUNTY', planned: '800', share: 1, years: { 2024: '400', 2025: '400' }, receipts: { '2024-12-30': '260' } },
    { fundingSource: 'OWN_FUNDS', planned: '400', years: { 2025: '400' }, receipts: { '2025-02-14': '150' } },
  ]
  for (const { fundingSource, planned, share, years, receipts } of lines) {
    await run('recordFundingLine', {
      projectId,
      fundingSource,
      planned,
      unit: 'WAN',
      ...(share ? { shareGroup: '省县 1∶1', sharePart: share } : {}),
    })
    const line = (await now()).fundingLines.find((one) => one.fundingSource === fundingSource)
    const fundingLineId = line?.id
    const amounts = Object.entries(years).map(([year, amount]) => ({ year: Number(year), amount }))
    await run('planFundingYears', { fundingLineId, baseVersion: line?.version, unit: 'WAN', years: amounts })
    for (const [receivedOn, amount] of Object.entries(receipts))
      await run('recordFundReceipt', { projectId, fundingLineId, receivedOn, amount, unit: 'WAN' })
  }
  await run('recordContract', {
    projectId,
    role: 'CONTRACTOR',
    party: '某建设工程有限公司',
    number: 'TW-2024-01',
    signedOn: '2024-04-02',
    amount: '3380',
    unit: 'WAN',
    startsOn: '2024-04-15',
    endsOn: '2025-10-31',
    changes: [{ kind: 'VALUE', changedOn: '2025-03-18', amount: '64.5' }],
  })
  await run('recordContract', {
    projectId,
    role: 'SUPERVISION',
    party: '某工程监理有限公司',
    signedOn: '2024-04-02',
    amount: '62',
    unit: 'WAN',
  })
  const { fundingLines } = await now()
  const payments = [
    { paidOn: '2024-05-20', amount: '320', from: 'CENTRAL_BUDGET' },
    { paidOn: '2024-07-25', amount: '280', from: 'CENTRAL_BUDGET' },
    { paidOn: '2024-09-26', amount: '400', from: 'CENTRAL_BUDGET' },
    { paidOn: '2025-02-27', amount: '360', from: 'PROVINCIAL' },
    { paidOn: '2025-04-29', amount: '520', from: 'CENTRAL_BUDGET' },
    { paidOn: '2025-07-30', amount: '230', from: 'COUNTY' },
  ]
  for (const { from, ...payment } of payments) {
    const fundingLineId = fundingLines.find(({ fundingSource }) => fundingSource === from)?.id
    await run('recordPayment', { projectId, fundingLineId, ...payment, unit: 'WAN', payee: '某建设工程有限公司', purpose: '工程进度款' })
  }
  let toDate = 0
  for (const [month, stage, wording, percent, amount] of MONTHS) {
    toDate += Number(amount)
    const report = { month, stage, wording, percent, investmentMonth: amount, investmentToDate: String(toDate), unit: 'WAN', workers: 86 }
    await run('saveProgressReport', { projectId, ...report, nextSteps: '按月计划推进' })
    const saved = async () => {
      const found = (await now()).progressReports.find((one) => one.month === month)
      return { progressReportId: found?.id, baseVersion: found?.version }
    }
    await run('submitProgressReport', await saved())
    await run('acceptProgressReport', await saved(), 'leader')
  }
  await run('recordProblem', {
    projectId,
    text: '县级配套尚欠 540 万元，影响外墙装饰招标。',
    responsible: '中方县财政局',
    foundOn: '2025-07-10',
    dueOn: '2025-08-31',
  })
  return projectId
}
