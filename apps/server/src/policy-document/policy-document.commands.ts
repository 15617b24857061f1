import { v7 as newId } from 'uuid'

import { writeFact } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { issue, naming, type Issue } from '@yilian/domain/issue.ts'
import { normaliseDocumentNumber, policyDocumentIssues, type PolicyDocumentValue } from '@yilian/domain/policy-document.ts'

import { notFound } from '../command/known.ts'
import { refuseOn, requireVersion, type CommandBody, type CommandInput } from '../command/run-command.ts'

export interface RecordPolicyDocument extends CommandInput {
  /** The document that is revised; left out for a new one. */
  readonly documentId?: string | null | undefined
  readonly baseVersion?: number | null | undefined
  readonly number?: string | null | undefined
  readonly title: string
  readonly issuer?: string | null | undefined
  readonly issuedOn?: IsoDate | null | undefined
  readonly url?: string | null | undefined
  readonly countyCode?: string | null | undefined
}

/** 登记文件: a new document, or what an existing one is called, whole. The number is kept in its normal form, and belongs to one document. */
export const recordPolicyDocument =
  (input: RecordPolicyDocument): CommandBody =>
  async (trx, begin) => {
    const existing = input.documentId ? await lockDocument(trx, input.documentId, input.baseVersion ?? null) : null
    const value: PolicyDocumentValue = {
      number: input.number?.trim() ? normaliseDocumentNumber(input.number) : null,
      title: input.title.trim(),
      issuer: input.issuer?.trim() || null,
      issuedOn: input.issuedOn ?? null,
      url: input.url?.trim() || null,
      countyCode: input.countyCode ?? existing?.countyCode ?? null,
      source: existing?.source ?? null,
    }
    refuseOn([...policyDocumentIssues(value), ...(await numberIssues(trx, value.number, existing?.id ?? null))])
    if (existing && value.countyCode !== existing.countyCode) refuseOn([issue('countyCode', 'DOCUMENT_COUNTY_FIXED')])
    const id = existing?.id ?? newId()
    const change = await begin()
    if (!existing) await trx.insertInto('policyDocument').values({ id, countyCode: value.countyCode }).execute()
    await writeFact(trx, change, 'POLICY_DOCUMENT', id, {}, { ...value })
  }

async function lockDocument(trx: Db, id: string, baseVersion: number | null) {
  const document = await trx.selectFrom('policyDocument').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
  if (!document) throw notFound('documentId', 'document', id)
  if (baseVersion === null) refuseOn([issue('baseVersion', 'REQUIRED')])
  else await requireVersion(trx, 'POLICY_DOCUMENT', id, baseVersion)
  const known = await trx
    .selectFrom('policyDocumentVersion')
    .select('source')
    .where('id', '=', id)
    .where('recordedTo', 'is', null)
    .executeTakeFirst()
  return { ...document, source: known?.source ?? null }
}

async function numberIssues(trx: Db, number: string | null, id: string | null): Promise<Issue[]> {
  if (number === null) return []
  const holder = await trx
    .selectFrom('policyDocumentVersion')
    .select(['id', 'title'])
    .where('number', '=', number)
    .where('recordedTo', 'is', null)
    .executeTakeFirst()
  return holder && holder.id !== id
    ? [naming(issue('number', 'DOCUMENT_NUMBER_TAKEN', { value: number, title: holder.title }), [holder.id])]
    : []
}
