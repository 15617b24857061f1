import { sql } from 'kysely'

import { whereKnown } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import type { ReportPhoto } from '@yilian/domain/construction/report-photo.ts'

import type { Reader } from '../access/reader.ts'
import { seesFact } from '../access/seen-facts.ts'
import type { KeptPhoto } from '../files/photo.ts'

/** The photos of these reports as known now, by report, in the order in which they were added. One statement. */
export async function photosOfReports({ db, access }: Reader, reportIds: readonly string[]): Promise<Map<string, ReportPhoto[]>> {
  const { rows } = await sql<ReportPhoto>`select f.* from report_photo f
    where f.progress_report_id = any(${reportIds}::uuid[]) and ${whereKnown('f', null)} and ${seesFact(access, 'REPORT_PHOTO', 'f')}
    order by f.id`.execute(db)
  return Map.groupBy(rows, ({ progressReportId }) => progressReportId)
}

/** The content of a photo that is seen, in one of its two sizes. */
export async function photoContent(
  { db, access }: Reader,
  id: string,
  size: 'image' | 'thumbnail',
): Promise<{ readonly content: Buffer; readonly name: string } | null> {
  const { rows } = await sql<{ content: Buffer; name: string }>`select ${sql.ref(`c.${size}`)} as content, f.name
    from report_photo f join photo_content c on c.id = f.id
    where f.id = ${id}::uuid and ${whereKnown('f', null)} and ${seesFact(access, 'REPORT_PHOTO', 'f')}`.execute(db)
  return rows[0] ?? null
}

export async function insertPhotoContent(db: Db, id: string, { image, thumbnail, sha256 }: KeptPhoto): Promise<void> {
  await db.insertInto('photoContent').values({ id, image, thumbnail, sha256 }).execute()
}
