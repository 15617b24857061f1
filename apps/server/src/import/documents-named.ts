import { sql } from 'kysely'

import type { Issue } from '@yilian/domain/issue.ts'

import type { Reader } from '../access/reader.ts'
import { seesDocument } from '../access/seen-facts.ts'
import { oneOf } from './one-of.ts'

/** A document by its number, or by its title where it has none. */
export async function documentsNamed(
  { db, access }: Reader,
  texts: Iterable<string>,
): Promise<(text: string) => { readonly id: string } | { readonly issues: Issue[] }> {
  const wanted = [...new Set(texts)]
  const { rows } =
    wanted.length === 0
      ? { rows: [] }
      : await sql<{ id: string; text: string; code: string }>`
          select v.id, n.text, coalesce(v.number, v.title) as code from policy_document_version v cross join lateral (values (v.number), (v.title)) n(text)
          where v.recorded_to is null and n.text = any(${wanted}) and ${seesDocument(access, sql`v.id`)}`.execute(db)
  const byText = Map.groupBy(rows, ({ text }) => text)
  return (text) => oneOf('documentId', text, { zh: '文件', en: 'document' }, byText.get(text) ?? [])
}
