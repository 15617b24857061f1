import { codeLabel } from '@yilian/domain/code-list.ts'
import { CODE_LISTS } from '@yilian/domain/code-lists/code-lists.ts'
import { approvedLimit, finalAccount } from '@yilian/domain/construction/approval.ts'
import { contractValue, type ProjectContract } from '@yilian/domain/construction/contract.ts'
import { lineLabel } from '@yilian/domain/construction/funding.ts'
import { milestoneStanding, plannedDay, plannedOn } from '@yilian/domain/construction/milestone.ts'
import { PROJECT_KINDS } from '@yilian/domain/construction/project-kind.ts'
import type { ConstructionProject } from '@yilian/domain/construction/project.ts'
import { PROJECT_STAGES } from '@yilian/domain/construction/stage.ts'
import { reachedOn, stageOn } from '@yilian/domain/construction/stage-timeline.ts'
import { COMPLETED, reportsThatCount, STARTED } from '@yilian/domain/construction/standing.ts'
import { addDays, day, type IsoDate } from '@yilian/domain/day.ts'
import { nextMonth } from '@yilian/domain/construction/money-standing.ts'
import type { Yuan } from '@yilian/domain/money.ts'
import { covers } from '@yilian/domain/period.ts'

import type { RecordsOfProject } from '../construction-project/project-sections.ts'

// OC4IDS 0.9.5: only `id` is required; nothing is null and no list empty, so what is not reported is left out. Its amounts are JSON numbers;
// those of ours that fit the column are exact in them up to 90 billion yuan.

/** JSON without what is not known. */
export type Oc4ids = { readonly [field: string]: Oc4ids } | readonly Oc4ids[] | string | number
type Fields = Readonly<Record<string, Oc4ids | null | undefined>>

/** A project and what belongs to it, as the export reads them. */
export interface ProjectToTell {
  readonly project: ConstructionProject
  readonly records: RecordsOfProject
  readonly contracts: readonly ProjectContract[]
  readonly region: string | undefined
  /** The codes of the whole and of parts that are seen. */
  readonly whole: { readonly code: string; readonly name: string } | undefined
  readonly asOf: IsoDate
}

const LOCAL = 'yilian'
const NATURES: Partial<Record<ProjectContract['role'], string>> = {
  DESIGN: 'design',
  CONTRACTOR: 'construction',
  SUPERVISION: 'supervision',
}

/** A project as OC4IDS 0.9.5 has it. */
export function oc4idsProject({ project, records, contracts, region, whole, asOf }: ProjectToTell): Oc4ids {
  const stage = stageOn(records.stages, asOf)?.stage ?? null
  const approved = approvedLimit(records.approvals, 'investment', asOf)
  const final = finalAccount(records.approvals, asOf)
  const [started, completed] = [STARTED, COMPLETED].map((one) => reachedOn(records.stages, one, asOf).on)
  const owner = project.owner ?? contracts.find(({ role }) => role === 'OWNER')?.party ?? null
  return known({
    id: project.code,
    updated: project.recordedFrom,
    language: 'zh',
    title: project.name,
    description: project.description,
    identifiers: filled([project.nationalCode && { id: project.nationalCode, scheme: 'CN-INVESTMENT-PROJECT' }]),
    status: stage === null ? null : PROJECT_STAGES.items[stage].oc4idsStatus,
    type: PROJECT_KINDS.items[project.kind].oc4idsType,
    sector: ['health'],
    additionalClassifications: classifications(project, records, stage, asOf),
    locations: filled([
      known({ id: project.regionCode, description: region, gazetteer: { scheme: 'CN-NBS', identifiers: [project.regionCode] } }),
    ]),
    publicAuthority: owner && { id: 'owner', name: owner },
    parties: parties(owner, records, contracts),
    budget: some({
      amount: value(approved?.investment),
      approvalDate: instantOf(approved?.approvedOn),
      budgetBreakdowns: breakdowns(records),
    }),
    period: some({
      startDate: instantOf(plannedDay(records.milestones, STARTED)),
      endDate: instantOf(plannedDay(records.milestones, COMPLETED)),
    }),
    implementationPeriod: some({ startDate: instantOf(started), endDate: instantOf(completed) }),
    milestones: filled(records.milestones.map((one) => milestone(one, records, asOf))),
    metrics: metrics(records, asOf),
    contractingProcesses: filled(contracts.map(contractingProcess)),
    transactions: filled(
      records.payments
        .filter(({ paidOn }) => paidOn <= asOf)
        .map(({ id, fundingLineId, paidOn, amount, payee }) => {
          const payer = records.lines.find((line) => line.id === fundingLineId)
          return known({
            id,
            date: instantOf(paidOn),
            value: value(amount),
            payer: payer && sourceParty(payer),
            payee: payee && { id: payee, name: payee },
          })
        }),
    ),
    documents: filled(
      records.approvals.map(({ id, stage: gate, number, approvedOn }) =>
        known({
          id,
          documentType: PROJECT_STAGES.items[gate].oc4idsDocument,
          title: [codeLabel(CODE_LISTS.projectStage, gate, 'zh'), number].filter((one) => one !== null).join(' '),
          datePublished: instantOf(approvedOn),
        }),
      ),
    ),
    completion: some({ endDate: instantOf(completed), finalValue: value(final?.investment) }),
    relatedProjects: filled([whole && { id: 'whole', scheme: LOCAL, identifier: whole.code, title: whole.name }]),
  })
}

/** What the standard has no field for: the kind where it has no type, the stage, and that works stand still. */
function classifications(
  { kind }: ConstructionProject,
  { suspensions }: RecordsOfProject,
  stage: keyof typeof PROJECT_STAGES.items | null,
  asOf: IsoDate,
): Oc4ids | null {
  const of = (scheme: string, id: string, description: string) => ({ scheme: `${LOCAL}.${scheme}`, id, description })
  return filled([
    of('projectKind', kind, codeLabel(CODE_LISTS.projectKind, kind, 'zh')),
    stage && of('projectStage', stage, codeLabel(CODE_LISTS.projectStage, stage, 'zh')),
    suspensions.some((one) => covers(one, asOf)) && of('suspension', 'SUSPENDED', '停工'),
  ])
}

function parties(owner: string | null, { lines }: RecordsOfProject, contracts: readonly ProjectContract[]): Oc4ids | null {
  const funders = [...new Set(lines.map(({ fundingSource }) => fundingSource))]
  const others = contracts.filter(({ role }) => role !== 'OWNER')
  return filled([
    owner && { id: 'owner', name: owner, roles: ['publicAuthority'] },
    ...funders.map((source) => ({ id: source, name: codeLabel(CODE_LISTS.fundingSource, source, 'zh'), roles: ['funder'] })),
    ...others.map(({ id, role, party }) => ({ id, name: party, roles: [role === 'AGENT' ? 'administrativeEntity' : 'supplier'] })),
  ])
}

function breakdowns({ lines, years }: RecordsOfProject): Oc4ids | null {
  const bySource = lines.map((line) =>
    known({
      id: line.id,
      description: lineLabel(line).zh,
      amount: value(line.planned),
      sourceParty: sourceParty(line),
    }),
  )
  const byYear = years.map(({ id, fundingLineId, year, amount }) => {
    const line = lines.find((one) => one.id === fundingLineId)
    return known({
      id,
      description: line && lineLabel(line).zh,
      amount: money(amount),
      period: { startDate: `${year}-01-01T00:00:00Z`, endDate: `${year}-12-31T00:00:00Z` },
      sourceParty: line && sourceParty(line),
    })
  })
  return filled([
    bySource.length > 0 && { id: 'source', description: '按资金来源', budgetBreakdown: bySource },
    byYear.length > 0 && { id: 'year', description: '按年度', budgetBreakdown: byYear },
  ])
}

function milestone(one: RecordsOfProject['milestones'][number], { stages }: RecordsOfProject, asOf: IsoDate): Oc4ids {
  const { reached, on } = milestoneStanding(one, stages, asOf)
  const due = plannedOn(one) ?? one.forecastOn
  return known({
    id: one.stage,
    title: codeLabel(CODE_LISTS.projectStage, one.stage, 'zh'),
    type: PROJECT_STAGES.items[one.stage].gate ? 'approval' : 'delivery',
    code: one.stage === STARTED ? 'commencement' : one.stage === COMPLETED ? 'completion' : null,
    description: one.wording,
    dueDate: instantOf(due),
    dateMet: instantOf(on),
    status: reached === true ? 'met' : reached === null ? null : due !== null && due < asOf ? 'notMet' : 'scheduled',
  })
}

function sourceParty({ fundingSource }: RecordsOfProject['lines'][number]): Oc4ids {
  return { id: fundingSource, name: codeLabel(CODE_LISTS.fundingSource, fundingSource, 'zh') }
}

function metrics({ lines, reports, receipts }: RecordsOfProject, asOf: IsoDate): Oc4ids | null {
  const counting = reportsThatCount(reports).filter(({ month }) => month <= asOf.slice(0, 7))
  const completed = counting.map(
    ({ month, investmentToDate, wording }) => investmentToDate && observation(month, { value: money(investmentToDate), notes: wording }),
  )
  const physical = counting.map(
    ({ month, percent, wording }) => percent && observation(month, { measure: percent, unit: { name: '%' }, notes: wording }),
  )
  const arrived = receipts
    .filter(({ receivedOn }) => receivedOn <= asOf)
    .map(({ id, fundingLineId, receivedOn, amount }) => {
      const line = lines.find((one) => one.id === fundingLineId)
      const dimensions = line && known({ fundingSource: line.fundingSource, batch: line.name })
      return known({ id, period: { endDate: `${receivedOn}T00:00:00Z` }, value: money(amount), dimensions })
    })
  const metric = (id: string, title: string, observations: Oc4ids | null) => observations && { id, title, observations }
  return filled([
    metric('completedInvestment', '累计完成投资', filled(completed)),
    metric('physicalProgress', '形象进度', filled(physical)),
    metric('fundsArrived', '到位资金（逐笔）', filled(arrived)),
  ])
}

function observation(month: string, of: Fields): Oc4ids {
  return known({ id: month, period: { endDate: `${addDays(day(`${nextMonth(month)}-01`), -1)}T00:00:00Z` }, ...of })
}

function contractingProcess(contract: ProjectContract): Oc4ids {
  const { id, role, party, number, signedOn, amount, startsOn, endsOn, changes } = contract
  const nature = NATURES[role]
  const summary = known({
    externalReference: number,
    nature: nature && [nature],
    title: codeLabel(CODE_LISTS.projectPartyRole, role, 'zh'),
    status: signedOn && 'active',
    suppliers: role === 'OWNER' ? null : [{ id, name: party }],
    contractValue: value(amount),
    contractPeriod: some({ startDate: instantOf(startsOn), endDate: instantOf(endsOn) }),
    finalValue: changes.length > 0 ? value(contractValue(contract)) : null,
    modifications: filled(changes.map((_, at) => modification(contract, at))),
  })
  return { id, summary }
}

/** A change with the amount before and after it. */
function modification({ amount, changes }: ProjectContract, at: number): Oc4ids {
  const { changedOn, kind, reason, amount: more } = changes[at]!
  const values =
    amount === null || more === null
      ? {}
      : {
          oldContractValue: value(contractValue({ amount, changes: changes.slice(0, at) })),
          newContractValue: value(contractValue({ amount, changes: changes.slice(0, at + 1) })),
        }
  return known({ id: String(at + 1), date: instantOf(changedOn), type: kind.toLowerCase(), rationale: reason, ...values })
}

function money(yuan: Yuan): Oc4ids {
  return { amount: Number(yuan), currency: 'CNY' }
}

function value(yuan: Yuan | null | undefined): Oc4ids | null {
  return yuan == null ? null : money(yuan)
}

function instantOf(on: IsoDate | null | undefined): string | null {
  return on == null ? null : `${on}T00:00:00Z`
}

/** The fields that are known. */
function known(fields: Fields): { readonly [field: string]: Oc4ids } {
  return Object.fromEntries(Object.entries(fields).flatMap(([field, one]) => (one == null || one === '' ? [] : [[field, one] as const])))
}

/** The same, or nothing where none is known. */
function some(fields: Fields): Oc4ids | null {
  const all = known(fields)
  return Object.keys(all).length > 0 ? all : null
}

/** A list without what is not there, or nothing where it is empty. */
function filled(items: readonly (Oc4ids | null | undefined | false)[]): Oc4ids | null {
  const there = items.flatMap((one) => (one == null || one === false || one === '' ? [] : [one]))
  return there.length > 0 ? there : null
}
