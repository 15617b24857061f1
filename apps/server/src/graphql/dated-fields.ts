import type { Cited } from '@yilian/domain/cited.ts'
import type { DatedRow } from '@yilian/domain/dated.ts'

import { Change, changeByNumber } from '../change/change.graphql.ts'
import { PolicyDocument, policyDocumentById } from '../policy-document/policy-document.graphql.ts'
import type { Types } from './builder.ts'

type Fields<R> = PothosSchemaTypes.ObjectFieldBuilder<Types, R>

/** What every row of a dated fact shows of its two times. */
export function datedFields<R extends DatedRow>(t: Fields<R>) {
  return {
    rowId: t.id({ description: 'This stretch; stretches with the same `id` are one fact.', resolve: ({ rowId }) => rowId }),
    validFrom: t.field({
      type: 'Date',
      description: 'First day in force; 0001-01-01 when it is not known since when.',
      resolve: ({ validFrom }) => validFrom,
    }),
    validTo: t.field({
      type: 'Date',
      nullable: true,
      description: 'First day no longer in force; null for an open end.',
      resolve: ({ validTo }) => validTo,
    }),
    recordedFrom: t.field({ type: 'Instant', description: 'Since when the system knows it.', resolve: ({ recordedFrom }) => recordedFrom }),
    recordedTo: t.field({
      type: 'Instant',
      nullable: true,
      description: 'When a later change replaced it; null while it is what is known.',
      resolve: ({ recordedTo }) => recordedTo,
    }),
    change: t.field({
      type: Change,
      description: 'The change that recorded it.',
      resolve: ({ recordedBy }, _, context) => changeByNumber(context, recordedBy),
    }),
  }
}

/** What every fact says of where it comes from. */
export function citedFields<R extends Cited>(t: Fields<R>) {
  return {
    document: t.field({
      type: PolicyDocument,
      nullable: true,
      description: 'The document it is based on.',
      resolve: ({ documentId }, _, context) => policyDocumentById(context, documentId),
    }),
    source: t.string({ nullable: true, description: 'Where it was read, e.g. 报告 000 行2.', resolve: ({ source }) => source }),
    sourceNote: t.string({
      nullable: true,
      description: 'What the source does not say: a name put together, a day assumed, a value derived.',
      resolve: ({ sourceNote }) => sourceNote,
    }),
  }
}
