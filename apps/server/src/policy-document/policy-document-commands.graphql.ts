import { Alliance } from '../alliance/alliance.ref.ts'
import { defineCommand } from '../command/command.graphql.ts'
import { builder } from '../graphql/builder.ts'
import { loaderFor } from '../graphql/moment.ts'
import * as commands from './policy-document.commands.ts'
import { PolicyDocument } from './policy-document.graphql.ts'
import { documentsOfAlliances } from './policy-document.queries.ts'

// Apart from the type, which commands need for what they cite.
builder.objectField(Alliance, 'documents', (t) =>
  t.field({
    type: [PolicyDocument],
    description: 'The documents that what is recorded of it cites, and that its changes were based on, newest first.',
    resolve: async (row, _, context) =>
      (await loaderFor(context, 'documentsOfAlliances', row.moment, (ids) => documentsOfAlliances(context, ids, row.moment)).load(
        row.id,
      )) ?? [],
  }),
)

defineCommand<commands.RecordPolicyDocument>({
  name: 'recordPolicyDocument',
  description: '登记文件: a new document, or all that is said of an existing one.',
  dated: false,
  cites: false,
  fields: (t) => ({
    documentId: t.id({ description: 'The document that is revised; left out for a new one.' }),
    baseVersion: t.int({ description: 'The `version` of the document that is revised, as it was when the operator looked.' }),
    number: t.string({
      description:
        'Its number, in any way of writing the brackets: 中政办发[2019]10号 is kept as 中政办发〔2019〕10号. Each number belongs to one document.',
    }),
    title: t.string({ required: true, description: 'Its title, at most 200 characters.' }),
    issuer: t.string({ description: 'Who issued it, at most 100 characters.' }),
    issuedOn: t.field({ type: 'Date', description: 'When; left out when not known to the day.' }),
    url: t.string({ description: 'Where it can be read, http or https.' }),
    countyCode: t.string({ description: 'Six digits; left out for a wider authority, and when revising, for it stays.' }),
  }),
  body: commands.recordPolicyDocument,
})
