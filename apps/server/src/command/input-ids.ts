import { type RawBuilder, sql } from 'kysely'

import type { Db } from '@yilian/database/db.ts'
import { factTable, type FactKind } from '@yilian/database/facts.ts'
import type { Access } from '@yilian/domain/access/access.ts'

import { EVER, onDay, type Days } from '../access/days.ts'
import { seesAlliance, seesInstitution } from '../access/seen.ts'
import { seesChange, seesDocument, seesFact } from '../access/seen-facts.ts'
import { changeNumberOf } from '../change/change.queries.ts'
import type { CommandInput } from './run-command.ts'
import type { Thing } from './things.ts'

/** What an id in the input of a command names, by the name of its field; `null`: things of the whole installation, for whoever has the permission. */
const INPUT_IDS: Readonly<Record<string, Thing | null>> = {
  institutionId: 'institution',
  intoId: 'institution',
  leadId: 'institution',
  parentId: 'institution',
  chosenId: 'institution',
  mandatedId: 'institution',
  providerId: 'institution',
  recipientIds: 'institution',
  attendeeIds: 'institution',
  fromId: 'institution',
  toId: 'institution',
  allianceId: 'alliance',
  toAllianceId: 'alliance',
  membershipId: 'membership',
  leadVacancyId: 'leadVacancy',
  leadDisputeId: 'leadDispute',
  unifiedManagementId: 'unifiedManagement',
  sharedServiceId: 'sharedService',
  meetingId: 'meeting',
  institutionIds: 'institution',
  projectId: 'project',
  partOfId: 'project',
  suspensionId: 'suspension',
  approvalId: 'approval',
  fundingLineId: 'fundingLine',
  fundReceiptId: 'fundReceipt',
  paymentId: 'payment',
  contractId: 'contract',
  problemId: 'problem',
  progressReportId: 'progressReport',
  photoId: 'photo',
  recordId: 'projectRecord',
  personId: 'person',
  mentorId: 'person',
  menteeId: 'person',
  appointmentId: 'appointment',
  licenceId: 'licence',
  postId: 'post',
  poolId: 'quotaPool',
  loanId: 'quotaLoan',
  cohortId: 'cohort',
  driveId: 'recruitmentDrive',
  mentorshipId: 'mentorship',
  staffCountId: 'staffCount',
  documentId: 'document',
  changeId: 'change',
  userId: null,
  departmentId: null,
  roleGrantId: null,
  scopeId: null,
}

/** A field that names things by global ids, alone or in a list. */
export const NAMES_BY_ID = /(^|[a-z])ids?$/i

const FACT_OF: Readonly<Partial<Record<Thing, FactKind>>> = {
  membership: 'MEMBERSHIP',
  leadVacancy: 'LEAD_VACANCY',
  leadDispute: 'LEAD_DISPUTE',
  unifiedManagement: 'UNIFIED_MANAGEMENT',
  sharedService: 'SHARED_SERVICE',
  meeting: 'ALLIANCE_MEETING',
  project: 'CONSTRUCTION_PROJECT',
  suspension: 'PROJECT_SUSPENSION',
  approval: 'PROJECT_APPROVAL',
  fundingLine: 'FUNDING_LINE',
  fundReceipt: 'FUND_RECEIPT',
  payment: 'PROJECT_PAYMENT',
  contract: 'PROJECT_CONTRACT',
  problem: 'PROJECT_PROBLEM',
  progressReport: 'PROGRESS_REPORT',
  photo: 'REPORT_PHOTO',
  person: 'PERSON',
  appointment: 'APPOINTMENT',
  licence: 'LICENCE',
  post: 'POST',
  quotaPool: 'QUOTA_POOL',
  quotaLoan: 'QUOTA_LOAN',
  cohort: 'TRAINING_COHORT',
  recruitmentDrive: 'RECRUITMENT_DRIVE',
  mentorship: 'MENTORSHIP',
  staffCount: 'STAFF_COUNT',
}

/** A thing that may be of any of several kinds of facts. */
const FACTS_OF: Readonly<Partial<Record<Thing, readonly FactKind[]>>> = {
  projectRecord: ['PROJECT_APPROVAL', 'FUNDING_LINE', 'FUND_RECEIPT', 'PROJECT_PAYMENT', 'PROJECT_CONTRACT', 'PROJECT_PROBLEM'],
}

interface NamedId {
  readonly path: string
  readonly thing: Thing
  readonly id: string
}

/** What the field of an input names. Throws for one that nobody has told of: it would be looked up without asking who sees it. */
export function thingNamed(field: string): Thing | null {
  const thing = INPUT_IDS[field]
  if (thing === undefined) throw new Error(`what does ${field} name? Say it in INPUT_IDS.`)
  return thing
}

function idsIn(value: unknown, path: readonly string[] = [], field = ''): NamedId[] {
  if (typeof value === 'string' && NAMES_BY_ID.test(field)) {
    const thing = thingNamed(field)
    return thing === null ? [] : [{ path: path.join('.'), thing, id: value }]
  }
  if (Array.isArray(value)) return value.flatMap((one, at) => idsIn(one, [...path, String(at)], field))
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, inner]) => idsIn(inner, [...path, name], name))
}

/** What an input names that is not seen; `there` when it exists all the same. */
export interface Unseen extends NamedId {
  readonly there: boolean
}

/**
 * What an input names that the asker does not see: institutions and alliances on the day from which the command is to hold, else on any;
 * facts by any row ever recorded of them. In the order of the input. One statement.
 */
export async function unseenIn(trx: Db, access: Access, input: CommandInput): Promise<Unseen[]> {
  const named = idsIn(input)
  if (named.length === 0) return []
  const days = input.effectiveOn ? onDay(input.effectiveOn) : EVER
  const tests = [...Map.groupBy(named, ({ thing }) => thing)].map(([thing, some]) => unseen(access, thing, some, days))
  const { rows } = await sql<{ path: string; there: boolean }>`${sql.join(tests, sql` union all `)}`.execute(trx)
  const there = new Map(rows.map((row) => [row.path, row.there]))
  return named.flatMap((one) => (there.has(one.path) ? [{ ...one, there: there.get(one.path) === true }] : []))
}

function unseen(access: Access, thing: Thing, some: readonly NamedId[], days: Days): RawBuilder<unknown> {
  const paths = some.map(({ path }) => path)
  const id = sql`own_n.id`
  const among = (table: string, where: RawBuilder<unknown>) =>
    sql`exists (select from ${sql.table(table)} own_t where own_t.id = ${id} and ${where})`
  const select = (from: RawBuilder<unknown>, table: string, sees: RawBuilder<boolean>) =>
    sql`select own_n.path, ${among(table, sql`true`)} as there from ${from} where not (${sees})`
  const ids = sql`unnest(${some.map((one) => one.id)}::uuid[], ${paths}::text[]) own_n(id, path)`
  if (thing === 'institution') return select(ids, 'institution', seesInstitution(access, id, days))
  if (thing === 'alliance') return select(ids, 'alliance', seesAlliance(access, id, days))
  if (thing === 'document') return select(ids, 'policyDocument', seesDocument(access, id))
  if (thing === 'change') {
    const numbers = sql`unnest(${some.map((one) => changeNumberOf(one.id))}::int[], ${paths}::text[]) own_n(id, path)`
    return select(numbers, 'change', sql`exists (select from change c where c.id = ${id} and ${seesChange(access, 'c')})`)
  }
  const several = FACTS_OF[thing]
  if (several) {
    const some = (where: (kind: FactKind) => RawBuilder<unknown>) =>
      sql<boolean>`(${sql.join(
        several.map((kind) => sql`exists (select from ${sql.table(factTable(kind).table)} f where f.id = ${id} and ${where(kind)})`),
        sql` or `,
      )})`
    return sql`select own_n.path, ${some(() => sql`true`)} as there from ${ids} where not (${some((kind) => seesFact(access, kind, 'f'))})`
  }
  const fact = FACT_OF[thing]
  if (fact === undefined) throw new Error(`nothing says who sees a ${thing}`)
  const { table } = factTable(fact)
  return select(ids, table, sql`exists (select from ${sql.table(table)} f where f.id = ${id} and ${seesFact(access, fact, 'f')})`)
}
