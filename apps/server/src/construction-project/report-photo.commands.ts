import { v7 as newId } from 'uuid'

import { writeFact } from '@yilian/database/dated.ts'
import type { Db } from '@yilian/database/db.ts'
import { captionIssues, PHOTO_LIMITS, photoName, type ReportPhoto } from '@yilian/domain/construction/report-photo.ts'
import { issue } from '@yilian/domain/issue.ts'

import { unlimited } from '../access/reader.ts'
import { notFound } from '../command/known.ts'
import { refuseOn, type CommandBody, type CommandInput } from '../command/run-command.ts'
import { keptPhoto } from '../files/photo.ts'
import { lockReport } from './progress-report.commands.ts'
import { factsByIds } from './project-facts.ts'
import { lockRecord } from './project-record.ts'
import { insertPhotoContent, photosOfReports } from './report-photo.queries.ts'

export interface AddReportPhoto extends CommandInput {
  readonly progressReportId: string
  readonly file: File
  readonly caption?: string | null | undefined
}

/** 添加照片: a photo more of a report that is not handed in. */
export const addReportPhoto = ({ progressReportId, file, caption: given }: AddReportPhoto): CommandBody => {
  const name = photoName(file.name)
  const caption = given?.trim() || null
  // Worked on once, however often the command is tried, and before anything is locked.
  let photo: ReturnType<typeof keptPhoto> | undefined
  return async (trx, begin) => {
    const made = await (photo ??= file.arrayBuffer().then((data) => keptPhoto(new Uint8Array(data), name)))
    const { report } = await lockReport(trx, { progressReportId, baseVersion: null }, 'SAVE')
    if ('issue' in made) return refuseOn([made.issue])
    refuseOn(captionIssues(caption))
    const known = (await photosOfReports(unlimited(trx), [report.id])).get(report.id) ?? []
    if (known.some(({ sha256 }) => sha256 === made.sha256)) refuseOn([issue('file', 'PHOTO_TWICE', { name })])
    if (known.length >= PHOTO_LIMITS.ofReport) refuseOn([issue('file', 'PHOTOS_TOO_MANY', { max: PHOTO_LIMITS.ofReport })])
    const id = newId()
    const { width, height, sha256, image } = made
    const keys = { projectId: report.projectId, progressReportId: report.id, month: report.month }
    await insertPhotoContent(trx, id, made)
    await writeFact(trx, await begin(), 'REPORT_PHOTO', id, keys, { name, caption, width, height, bytes: image.length, sha256 })
  }
}

export interface RemoveReportPhoto extends CommandInput {
  readonly photoId: string
  readonly baseVersion: number
}

/** 删去照片: of a report that is not handed in. */
export const removeReportPhoto =
  ({ photoId, baseVersion }: RemoveReportPhoto): CommandBody =>
  async (trx, begin) => {
    await lockPhoto(trx, photoId, baseVersion)
    await writeFact(trx, await begin(), 'REPORT_PHOTO', photoId, {}, null)
  }

export interface CaptionReportPhoto extends CommandInput {
  readonly photoId: string
  readonly baseVersion: number
  readonly caption?: string | null | undefined
}

/** 写照片说明: what a photo shows, of a report that is not handed in; none takes it away. */
export const captionReportPhoto =
  ({ photoId, baseVersion, caption: given }: CaptionReportPhoto): CommandBody =>
  async (trx, begin) => {
    const caption = given?.trim() || null
    const { projectId, progressReportId, month, name, width, height, bytes, sha256 } = await lockPhoto(trx, photoId, baseVersion)
    refuseOn(captionIssues(caption))
    const keys = { projectId, progressReportId, month }
    await writeFact(trx, await begin(), 'REPORT_PHOTO', photoId, keys, { name, caption, width, height, bytes, sha256 })
  }

/** A photo that may be changed: its report is not handed in, and it is what the operator saw. */
async function lockPhoto(trx: Db, photoId: string, baseVersion: number): Promise<ReportPhoto> {
  const photo = (await factsByIds(unlimited(trx), 'REPORT_PHOTO', [photoId])).get(photoId)
  if (!photo) throw notFound('photoId', 'photo', photoId)
  await lockReport(trx, { progressReportId: photo.progressReportId, baseVersion: null }, 'SAVE')
  const { before } = await lockRecord(trx, 'REPORT_PHOTO', 'photo', 'photoId', photoId, baseVersion)
  if (!before) throw notFound('photoId', 'photo', photoId)
  return before
}
