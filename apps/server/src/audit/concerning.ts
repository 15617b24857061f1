import { type RawBuilder, sql } from 'kysely'

/** Entries of these subjects, and those of the changes that concerned them. */
export function concerning(subjectIds: readonly string[]): RawBuilder<unknown> {
  return sql`(e.subject_id = any(${subjectIds}::text[]) or e.change_id = any(array(
    select s.change_id from change_subject s where s.subject_id::text = any(${subjectIds}::text[]))))`
}
