import type { PolicyDocument as PolicyDocumentRow } from '@yilian/domain/policy-document.ts'

import { builder } from '../graphql/builder.ts'
import { pageOf, PAGE_NOTE } from '../graphql/connection.ts'
import type { Context } from '../graphql/context.ts'
import { loaderFor } from '../graphql/moment.ts'
import { uuidOf } from '../graphql/node-id.ts'
import { versionOf } from '../graphql/version.ts'
import { citationCounts, policyDocumentPage, policyDocumentsByIds } from './policy-document.queries.ts'

export const PolicyDocument = builder.objectRef<PolicyDocumentRow>('PolicyDocument')

builder.node(PolicyDocument, {
  description: 'A document (文件) that changes cite.',
  id: { resolve: ({ id }) => id, parse: uuidOf },
  loadManyWithoutCache: async (ids, context) => {
    const found = await policyDocumentsByIds(context, ids)
    return ids.map((id) => found.get(id) ?? null)
  },
  fields: (t) => ({
    number: t.exposeString('number', { nullable: true, description: 'Its number as written, e.g. 中政办发〔2019〕10号.' }),
    title: t.exposeString('title', { description: 'Its title.' }),
    issuer: t.exposeString('issuer', { nullable: true, description: 'Who issued it.' }),
    issuedOn: t.expose('issuedOn', { type: 'Date', nullable: true, description: 'When; null when not known to the day.' }),
    url: t.exposeString('url', { nullable: true, description: 'Where it can be read.' }),
    countyCode: t.exposeString('countyCode', { nullable: true, description: 'Six digits; null for a wider authority.' }),
    source: t.exposeString('source', { nullable: true, description: 'Where this was read.' }),
    version: t.int({
      description: 'The version a revision is based on.',
      resolve: (row, _, context) => versionOf(context, 'POLICY_DOCUMENT', row.id),
    }),
    citedByCount: t.int({
      description: 'How many recorded changes cite it.',
      resolve: async ({ id }, _, context) =>
        (await loaderFor(context, 'citationCounts', null, (ids) => citationCounts(context, ids)).load(id)) ?? 0,
    }),
  }),
})

/** The document a row cites, or null. */
export function policyDocumentById(context: Context, id: string | null): PolicyDocumentRow | null | Promise<PolicyDocumentRow | null> {
  return id === null ? null : loaderFor(context, 'policyDocumentsByIds', null, (ids) => policyDocumentsByIds(context, ids)).load(id)
}

builder.queryField('policyDocument', (t) =>
  t.field({
    type: PolicyDocument,
    nullable: true,
    authScopes: { may: 'policyDocument.read' },
    description: 'One document by its id; null when there is none.',
    args: { id: t.arg.id({ required: true, description: 'Its id.' }) },
    resolve: (_, { id }, context) => policyDocumentById(context, uuidOf(id)),
  }),
)

builder.queryField('policyDocuments', (t) =>
  t.connection(
    {
      type: PolicyDocument,
      authScopes: { may: 'policyDocument.read' },
      description: `Documents, newest first. ${PAGE_NOTE}`,
      args: {
        countyCode: t.arg.string({ description: 'Those of this county and of wider authorities.' }),
        search: t.arg.string({ description: 'Part of the number (whatever brackets it is written with), title or issuer.' }),
      },
      resolve: (_, args, context) => policyDocumentPage(context, args, pageOf(args)),
    },
    { name: 'PolicyDocumentConnection', description: 'A page of documents.' },
    { name: 'PolicyDocumentEdge' },
  ),
)
