import { PHOTO_LIMITS, type ReportPhoto as PhotoRow } from '@yilian/domain/construction/report-photo.ts'

import { baseVersionField, defineCommand } from '../command/command.graphql.ts'
import { builder } from '../graphql/builder.ts'
import { loaderFor } from '../graphql/moment.ts'
import { ProgressReport } from './progress-report.graphql.ts'
import { recordFields, recordNode } from './project-node.ts'
import {
  addReportPhoto,
  captionReportPhoto,
  removeReportPhoto,
  type AddReportPhoto,
  type CaptionReportPhoto,
  type RemoveReportPhoto,
} from './report-photo.commands.ts'
import { photosOfReports } from './report-photo.queries.ts'

const ReportPhoto = builder.objectRef<PhotoRow>('ReportPhoto')
builder.node(ReportPhoto, {
  ...recordNode('REPORT_PHOTO'),
  description: 'A photo of a monthly report, kept upright and without what the camera wrote into it.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The name of the file as it was added, without folders.' }),
    caption: t.exposeString('caption', { nullable: true, description: 'What it shows, in words; null where nobody wrote it.' }),
    width: t.exposeInt('width', { description: 'Pixels.' }),
    height: t.exposeInt('height', { description: 'Pixels.' }),
    bytes: t.exposeInt('bytes', { description: 'Size of the image.' }),
    url: t.string({
      description: 'Path of the image (JPEG) at this server, for whoever sees the project.',
      resolve: ({ id }) => `/files/photo/${id}`,
    }),
    thumbnailUrl: t.string({
      description: 'Path of the same at most 320 pixels wide and high.',
      resolve: ({ id }) => `/files/photo/${id}/thumbnail`,
    }),
    ...recordFields(t, 'REPORT_PHOTO'),
  }),
})

builder.objectField(ProgressReport, 'photos', (t) =>
  t.field({
    type: [ReportPhoto],
    description: `Its photos as known now, in the order in which they were added. At most ${PHOTO_LIMITS.ofReport}.`,
    resolve: async ({ id }, _, context) =>
      (await loaderFor(context, 'photosOfReports', null, (ids) => photosOfReports(context, ids)).load(id)) ?? [],
  }),
)

defineCommand<AddReportPhoto>({
  name: 'addReportPhoto',
  description: `添加照片: a photo more of a draft or returned report. JPEG, PNG or WebP of at most ${PHOTO_LIMITS.megabytes} MB and ${PHOTO_LIMITS.megapixels} megapixels.`,
  dated: false,
  cites: false,
  fields: (t) => ({
    progressReportId: t.id({ required: true, description: 'The report.' }),
    file: t.field({ type: 'Upload', required: true, description: 'The photo, as multipart/form-data.' }),
    caption: t.string({ description: `What it shows, at most ${PHOTO_LIMITS.caption} characters.` }),
  }),
  body: addReportPhoto,
})

defineCommand<CaptionReportPhoto>({
  name: 'captionReportPhoto',
  description: '写照片说明: says what a photo of a draft or returned report shows.',
  dated: false,
  cites: false,
  fields: (t) => ({
    photoId: t.id({ required: true, description: 'The photo.' }),
    baseVersion: baseVersionField(t, 'photo'),
    caption: t.string({ description: `What it shows, at most ${PHOTO_LIMITS.caption} characters; nothing when left out.` }),
  }),
  body: captionReportPhoto,
})

defineCommand<RemoveReportPhoto>({
  name: 'removeReportPhoto',
  description: '删去照片: takes a photo away from a draft or returned report.',
  dated: false,
  cites: false,
  fields: (t) => ({
    photoId: t.id({ required: true, description: 'The photo.' }),
    baseVersion: baseVersionField(t, 'photo'),
  }),
  body: removeReportPhoto,
})
