import { v7 as newId } from 'uuid'

import { writeFact } from '@yilian/database/dated.ts'
import { PHOTO_LIMITS, photoName } from '@yilian/domain/construction/report-photo.ts'
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
}

/** 添加照片: a photo more of a report that is not handed in. */
export const addReportPhoto = ({ progressReportId, file }: AddReportPhoto): CommandBody => {
  const name = photoName(file.name)
  // Worked on once, however often the command is tried, and before anything is locked.
  let photo: ReturnType<typeof keptPhoto> | undefined
  return async (trx, begin) => {
    const made = await (photo ??= file.arrayBuffer().then((data) => keptPhoto(new Uint8Array(data), name)))
    const { report } = await lockReport(trx, { progressReportId, baseVersion: null }, 'SAVE')
    if ('issue' in made) return refuseOn([made.issue])
    const known = (await photosOfReports(unlimited(trx), [report.id])).get(report.id) ?? []
    if (known.some(({ sha256 }) => sha256 === made.sha256)) refuseOn([issue('file', 'PHOTO_TWICE', { name })])
    if (known.length >= PHOTO_LIMITS.ofReport) refuseOn([issue('file', 'PHOTOS_TOO_MANY', { max: PHOTO_LIMITS.ofReport })])
    const id = newId()
    const { width, height, sha256, image } = made
    const keys = { projectId: report.projectId, progressReportId: report.id, month: report.month }
    await insertPhotoContent(trx, id, made)
    await writeFact(trx, await begin(), 'REPORT_PHOTO', id, keys, { name, width, height, bytes: image.length, sha256 })
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
    const photo = (await factsByIds(unlimited(trx), 'REPORT_PHOTO', [photoId])).get(photoId)
    if (!photo) throw notFound('photoId', 'photo', photoId)
    await lockReport(trx, { progressReportId: photo.progressReportId, baseVersion: null }, 'SAVE')
    await lockRecord(trx, 'REPORT_PHOTO', 'photo', 'photoId', photoId, baseVersion)
    await writeFact(trx, await begin(), 'REPORT_PHOTO', photoId, {}, null)
  }
