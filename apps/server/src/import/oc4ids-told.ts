import { codesMatching, codesOf, type CodeList } from '@yilian/domain/code-list.ts'
import { CODE_LISTS } from '@yilian/domain/code-lists/code-lists.ts'
import type { ContractChange } from '@yilian/domain/construction/contract.ts'
import type { FundingSource } from '@yilian/domain/construction/funding-source.ts'
import type { ProjectKind } from '@yilian/domain/construction/project-kind.ts'
import { isGate, type ProjectStage } from '@yilian/domain/construction/stage.ts'
import type { ProjectPartyRole } from '@yilian/domain/construction/terms.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { issue, type Issue } from '@yilian/domain/issue.ts'
import { fenOf, parseYuan, yuanOf, type Yuan } from '@yilian/domain/money.ts'
import { isRegionCode } from '@yilian/domain/region.ts'

import { at, dayOf, listOf, textOf } from '../oc4ids/json.ts'

// The way back of `export/oc4ids.ts`: what the standard has a field for, or the export says in one of its open ones. What a package of
// another system leaves open (who pays from which source, which stage) stays unknown.

/** Something told, with where it stands and the id it has there. */
interface Item {
  readonly path: string
  readonly id: string
}
export interface ToldLine extends Item {
  readonly fundingSource: FundingSource
  readonly name: string | null
  readonly planned: Yuan | null
}
export interface ToldYear extends Item {
  readonly fundingSource: FundingSource
  readonly name: string | null
  readonly year: number
  readonly amount: Yuan
}
export interface ToldReceipt extends Item {
  readonly fundingSource: FundingSource
  readonly name: string | null
  readonly receivedOn: IsoDate
  readonly amount: Yuan
}
export interface ToldPayment extends Item {
  readonly fundingSource: FundingSource | null
  readonly paidOn: IsoDate
  readonly amount: Yuan
  readonly payee: string | null
}
export interface ToldContract extends Item {
  readonly role: ProjectPartyRole
  readonly party: string
  readonly number: string | null
  readonly amount: Yuan | null
  readonly startsOn: IsoDate | null
  readonly endsOn: IsoDate | null
  readonly changes: readonly ContractChange[]
}
export interface ToldApproval extends Item {
  readonly stage: ProjectStage
  readonly number: string | null
  readonly approvedOn: IsoDate | null
  readonly investment: Yuan | null
}
export interface ToldMilestone extends Item {
  readonly stage: ProjectStage
  readonly plannedOn: IsoDate | null
  readonly reachedOn: IsoDate | null
  readonly wording: string | null
}
export interface ToldReport extends Item {
  readonly month: string
  readonly percent: string | null
  readonly investmentToDate: Yuan | null
  readonly wording: string | null
}

/** What a project of a package says. `undefined`: it does not say. */
export interface ToldProject {
  readonly title: string | undefined
  readonly description: string | undefined
  readonly nationalCode: string | undefined
  readonly kind: ProjectKind | undefined
  readonly regionCode: string | undefined
  readonly owner: string | undefined
  readonly stage: ProjectStage | undefined
  readonly suspended: boolean
  readonly lines: readonly ToldLine[]
  readonly years: readonly ToldYear[]
  readonly receipts: readonly ToldReceipt[]
  readonly payments: readonly ToldPayment[]
  readonly contracts: readonly ToldContract[]
  readonly approvals: readonly ToldApproval[]
  readonly milestones: readonly ToldMilestone[]
  readonly reports: readonly ToldReport[]
  /** What cannot be read, each at its JSON pointer. */
  readonly issues: readonly Issue[]
}

const KIND_OF_TYPE: Readonly<Record<string, ProjectKind>> = {
  construction: 'NEW_BUILD',
  expansion: 'EXTENSION',
  replacement: 'RELOCATION',
  rehabilitation: 'RECONSTRUCTION',
}
const ROLE_OF_NATURE: Readonly<Record<string, ProjectPartyRole>> = {
  design: 'DESIGN',
  construction: 'CONTRACTOR',
  supervision: 'SUPERVISION',
}

/** Reads a project that the schema allows; `path` is its place in the package. */
export function toldProject(project: unknown, path: string): ToldProject {
  const issues: Issue[] = []
  const reader = amountReader(issues)
  const classified = (scheme: string) =>
    textOf(
      at(
        listOf(at(project, 'additionalClassifications')).find((one) => at(one, 'scheme') === `yilian.${scheme}`),
        'id',
      ),
    )
  const locations = listOf(at(project, 'locations')).flatMap((one) => listOf(at(one, 'gazetteer', 'identifiers')))
  const metric = (id: string) => itemsOf(listOf(at(project, 'metrics')), `${path}/metrics`).find((one) => one.id === id)
  const observations = (id: string) => {
    const found = metric(id)
    return found ? itemsOf(listOf(at(found.value, 'observations')), `${found.path}/observations`) : []
  }
  const breakdowns = itemsOf(listOf(at(project, 'budget', 'budgetBreakdowns')), `${path}/budget/budgetBreakdowns`).flatMap((one) =>
    itemsOf(listOf(at(one.value, 'budgetBreakdown')), `${one.path}/budgetBreakdown`),
  )
  const kind = codeIn(CODE_LISTS.projectKind, classified('projectKind')) ?? KIND_OF_TYPE[String(at(project, 'type'))]
  return {
    title: textOf(at(project, 'title')) ?? undefined,
    description: textOf(at(project, 'description')) ?? undefined,
    nationalCode: listOf(at(project, 'identifiers')).flatMap((one) =>
      at(one, 'scheme') === NATIONAL ? (textOf(at(one, 'id')) ?? []) : [],
    )[0],
    kind,
    regionCode: locations.flatMap((one) => (typeof one === 'string' && isRegionCode(one) ? [one] : []))[0],
    owner: textOf(at(project, 'publicAuthority', 'name')) ?? undefined,
    stage: codeIn(CODE_LISTS.projectStage, classified('projectStage')) ?? undefined,
    suspended: classified('suspension') === 'SUSPENDED',
    lines: breakdowns.flatMap((one) => lineOf(one, reader)),
    years: breakdowns.flatMap((one) => yearOf(one, reader)),
    receipts: observations('fundsArrived').flatMap((one) => receiptOf(one, reader)),
    payments: itemsOf(listOf(at(project, 'transactions')), `${path}/transactions`).flatMap((one) => paymentOf(one, reader, issues)),
    contracts: itemsOf(listOf(at(project, 'contractingProcesses')), `${path}/contractingProcesses`).flatMap((one) =>
      contractOf(one, reader, textOf(at(project, 'publicAuthority', 'name'))),
    ),
    approvals: approvalsOf(project, path, reader),
    milestones: milestonesOf(project, path),
    reports: reportsOf(observations, reader),
    issues,
  }
}

const NATIONAL = 'CN-INVESTMENT-PROJECT'

interface Json extends Item {
  readonly value: unknown
}
type AmountReader = (value: unknown, path: string) => Yuan | null

function itemsOf(list: readonly unknown[], path: string): Json[] {
  return list.map((value, index) => ({ value, path: `${path}/${index}`, id: textOf(at(value, 'id')) ?? String(index) }))
}

function codeIn<Code extends string>(list: CodeList<Code>, code: string | null): Code | null {
  return codesOf(list).find((one) => one === code) ?? null
}

/** Reads amounts of yuan, exact to the fen; others are told at their place. */
function amountReader(issues: Issue[]): AmountReader {
  return (value, path) => {
    const amount = at(value, 'amount')
    if (typeof amount !== 'number') return null
    const currency = at(value, 'currency')
    if (currency !== 'CNY') {
      const problem = { zh: `币种“${textOf(currency) ?? ''}”不是人民币（CNY）`, en: `the currency “${textOf(currency) ?? ''}” is not CNY` }
      issues.push(issue(`${path}/currency`, 'OC4IDS_FAULT', { path: `${path}/currency`, problem }))
      return null
    }
    const yuan = parseYuan(String(amount))
    if (yuan === null) issues.push(issue(`${path}/amount`, 'NOT_AN_AMOUNT', { value: amount }))
    return yuan
  }
}

/** The source that an organisation stands for, by code or name. */
function sourceOf(party: unknown): FundingSource | null {
  const list = CODE_LISTS.fundingSource
  const byCode = codeIn(list, textOf(at(party, 'id')))
  if (byCode) return byCode
  const name = textOf(at(party, 'name'))
  const codes = name === null ? [] : codesMatching(list, name)
  return codes.length === 1 ? codes[0]! : null
}

/** 省级财政（批次）: the batch in a line's label. */
function batchOf(label: unknown): string | null {
  return /（(.+)）$/.exec(textOf(label) ?? '')?.[1] ?? null
}

function isYear(item: unknown): boolean {
  return at(item, 'period') !== undefined
}

function lineOf({ value, path, id }: Json, amount: AmountReader): ToldLine[] {
  const fundingSource = sourceOf(at(value, 'sourceParty'))
  if (isYear(value) || fundingSource === null) return []
  return [{ path, id, fundingSource, name: batchOf(at(value, 'description')), planned: amount(at(value, 'amount'), `${path}/amount`) }]
}

function yearOf({ value, path, id }: Json, read: AmountReader): ToldYear[] {
  const [from, to] = [dayOf(at(value, 'period', 'startDate')), dayOf(at(value, 'period', 'endDate'))]
  const fundingSource = sourceOf(at(value, 'sourceParty'))
  const amount = isYear(value) ? read(at(value, 'amount'), `${path}/amount`) : null
  if (from === null || to === null || from.slice(0, 4) !== to.slice(0, 4) || fundingSource === null || amount === null) return []
  return [{ path, id, fundingSource, name: batchOf(at(value, 'description')), year: Number(from.slice(0, 4)), amount }]
}

function receiptOf({ value, path, id }: Json, read: AmountReader): ToldReceipt[] {
  const receivedOn = dayOf(at(value, 'period', 'endDate'))
  const amount = read(at(value, 'value'), `${path}/value`)
  const fundingSource = codeIn(CODE_LISTS.fundingSource, textOf(at(value, 'dimensions', 'fundingSource')))
  if (receivedOn === null || amount === null || fundingSource === null) return []
  return [{ path, id, fundingSource, name: textOf(at(value, 'dimensions', 'batch')), receivedOn, amount }]
}

function paymentOf({ value, path, id }: Json, read: AmountReader, issues: Issue[]): ToldPayment[] {
  const paidOn = dayOf(at(value, 'date'))
  const amount = read(at(value, 'value'), `${path}/value`)
  if (amount === null) return []
  if (paidOn === null) {
    issues.push(issue(`${path}/date`, 'OC4IDS_FAULT', { path: `${path}/date`, problem: MISSING }))
    return []
  }
  return [{ path, id, fundingSource: sourceOf(at(value, 'payer')), paidOn, amount, payee: textOf(at(value, 'payee', 'name')) }]
}

const MISSING = { zh: '缺少此项', en: 'is missing' }

function contractOf({ value, path, id }: Json, read: AmountReader, owner: string | null): ToldContract[] {
  const summary = at(value, 'summary')
  const natures = listOf(at(summary, 'nature')).map(String)
  const [byTitle] = codesMatching(CODE_LISTS.projectPartyRole, textOf(at(summary, 'title')) ?? '')
  const role = byTitle ?? natures.flatMap((one) => ROLE_OF_NATURE[one] ?? [])[0] ?? 'SUPPLIER'
  const party = textOf(at(listOf(at(summary, 'suppliers'))[0], 'name')) ?? (role === 'OWNER' ? owner : null)
  if (party === null) return []
  const modifications = itemsOf(listOf(at(summary, 'modifications')), `${path}/summary/modifications`)
  return [
    {
      path,
      id,
      role,
      party,
      number: textOf(at(summary, 'externalReference')),
      amount: read(at(summary, 'contractValue'), `${path}/summary/contractValue`),
      startsOn: dayOf(at(summary, 'contractPeriod', 'startDate')),
      endsOn: dayOf(at(summary, 'contractPeriod', 'endDate')),
      changes: modifications.flatMap((one) => changeOf(one, read)),
    },
  ]
}

/** A change whose figure is told; one that is only mentioned is none of ours. */
function changeOf({ value, path }: Json, read: AmountReader): ContractChange[] {
  const of = { changedOn: dayOf(at(value, 'date')), reason: textOf(at(value, 'rationale')), amount: null, days: null }
  const type = at(value, 'type')
  if (type === 'scope') return [{ ...of, kind: 'SCOPE' }]
  if (type === 'value') {
    const [before, after] = [
      read(at(value, 'oldContractValue'), `${path}/oldContractValue`),
      read(at(value, 'newContractValue'), `${path}/newContractValue`),
    ]
    return before === null || after === null ? [] : [{ ...of, kind: 'VALUE', amount: yuanOf(fenOf(after) - fenOf(before)) }]
  }
  const [before, after] = [at(value, 'oldContractPeriod', 'durationInDays'), at(value, 'newContractPeriod', 'durationInDays')]
  return typeof before === 'number' && typeof after === 'number' ? [{ ...of, kind: 'DURATION', days: after - before }] : []
}

/** Approvals among the documents, the investment at the one of its day, else of its own. */
function approvalsOf(project: unknown, path: string, read: AmountReader): ToldApproval[] {
  const told = itemsOf(listOf(at(project, 'documents')), `${path}/documents`).flatMap(({ value, path: place, id }): ToldApproval[] => {
    const [label = '', ...rest] = (textOf(at(value, 'title')) ?? '').split(' ')
    const [stage] = codesMatching(CODE_LISTS.projectStage, label)
    if (stage === undefined || !isGate(stage)) return []
    const number = rest.join(' ') || null
    return [{ path: place, id, stage, number, approvedOn: dayOf(at(value, 'datePublished')), investment: null }]
  })
  const budget = read(at(project, 'budget', 'amount'), `${path}/budget/amount`)
  const final = read(at(project, 'completion', 'finalValue'), `${path}/completion/finalValue`)
  const approvedOn = dayOf(at(project, 'budget', 'approvalDate'))
  const withBudget = placed(told, budget, (one) => one.stage !== 'SETTLEMENT' && one.approvedOn === approvedOn && approvedOn !== null, {
    path: `${path}/budget`,
    id: 'budget',
    stage: 'ESTIMATE',
    number: null,
    approvedOn,
  })
  const ended = dayOf(at(project, 'completion', 'endDate'))
  const account = { path: `${path}/completion`, id: 'completion', stage: 'SETTLEMENT', number: null, approvedOn: ended } as const
  return placed(withBudget, final, ({ stage }) => stage === 'SETTLEMENT', account)
}

function placed(
  told: readonly ToldApproval[],
  investment: Yuan | null,
  belongs: (one: ToldApproval) => boolean,
  otherwise: Omit<ToldApproval, 'investment'>,
): ToldApproval[] {
  if (investment === null) return [...told]
  const index = told.findLastIndex(belongs)
  return index < 0 ? [...told, { ...otherwise, investment }] : told.map((one, here) => (here === index ? { ...one, investment } : one))
}

/** Milestones that are stages; of a package that has none, the start and the end of its periods. */
function milestonesOf(project: unknown, path: string): ToldMilestone[] {
  const told = itemsOf(listOf(at(project, 'milestones')), `${path}/milestones`).flatMap(({ value, path: place, id }): ToldMilestone[] => {
    const stage = codeIn(CODE_LISTS.projectStage, id) ?? STAGE_OF_CODE[String(at(value, 'code'))]
    if (!stage) return []
    const wording = textOf(at(value, 'description'))
    return [{ path: place, id, stage, plannedOn: dayOf(at(value, 'dueDate')), reachedOn: dayOf(at(value, 'dateMet')), wording }]
  })
  const ends = (stage: ProjectStage, field: string): ToldMilestone[] => {
    const [plannedOn, reachedOn] = [dayOf(at(project, 'period', field)), dayOf(at(project, 'implementationPeriod', field))]
    const missing = !told.some((one) => one.stage === stage) && (plannedOn !== null || reachedOn !== null)
    return missing ? [{ path: `${path}/period/${field}`, id: stage, stage, plannedOn, reachedOn, wording: null }] : []
  }
  return [...told, ...ends('START', 'startDate'), ...ends('ACCEPTANCE', 'endDate')]
}

const STAGE_OF_CODE: Readonly<Record<string, ProjectStage>> = { commencement: 'START', completion: 'ACCEPTANCE' }

/** Months of the metrics that the export writes. */
function reportsOf(observations: (metric: string) => Json[], read: AmountReader): ToldReport[] {
  const monthOf = ({ value }: Json) => dayOf(at(value, 'period', 'endDate'))?.slice(0, 7)
  const investment = observations('completedInvestment')
  const physical = observations('physicalProgress').filter((one) => at(one.value, 'unit', 'name') === '%')
  const months = [...new Set([...investment, ...physical].flatMap((one) => monthOf(one) ?? []))].toSorted()
  return months.map((month) => {
    const [money, measure] = [investment, physical].map((some) => some.find((one) => monthOf(one) === month))
    const percent = measure && at(measure.value, 'measure')
    return {
      path: (measure ?? money)!.path,
      id: month,
      month,
      percent: percent === undefined ? null : parseYuan(String(percent)),
      investmentToDate: money ? read(at(money.value, 'value'), `${money.path}/value`) : null,
      wording: textOf(at(measure?.value, 'notes')) ?? textOf(at(money?.value, 'notes')),
    }
  })
}
