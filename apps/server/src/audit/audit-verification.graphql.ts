import { GraphQLError } from 'graphql'

import { PROBLEMS_SHOWN, type AuditProblem as Problem, type AuditVerification as Verification } from '@yilian/database/audit-verify.ts'
import { AUDIT_PROBLEMS, type AuditProblemKind as ProblemKind } from '@yilian/domain/audit.ts'
import type { Text } from '@yilian/domain/locale.ts'

import { builder } from '../graphql/builder.ts'
import { codeEnum, inLocale, localeArg } from '../graphql/text.ts'
import { problemText, recordedVerification, VerificationUnderWay } from './audit-verification.ts'

const AuditProblemKind = codeEnum<ProblemKind>(
  'AuditProblemKind',
  'What can be wrong with the audit.',
  AUDIT_PROBLEMS as Readonly<Record<ProblemKind, Text>>,
)

const AuditProblem = builder.objectRef<Problem>('AuditProblem').implement({
  description: 'Something that is not as it was written.',
  fields: (t) => ({
    kind: t.expose('kind', { type: AuditProblemKind, description: 'What.' }),
    table: t.exposeString('table', {
      nullable: true,
      description: 'The table of the row, by its name in the database; null where it is no row.',
    }),
    key: t.exposeString('key', { description: 'The key of the row, the number of the entry, or that of the block.' }),
    message: t.string({ description: 'In words.', args: localeArg, resolve: (one, args) => inLocale(problemText(one), args) }),
  }),
})

const AuditVerification = builder.objectRef<Verification>('AuditVerification').implement({
  description: 'Whether the audit is whole and unbroken, and every row as its last entry says.',
  fields: (t) => ({
    ok: t.exposeBoolean('ok', { description: 'Nothing is wrong.' }),
    problems: t.field({
      type: [AuditProblem],
      description: `What is wrong; of each kind the first ${PROBLEMS_SHOWN}.`,
      resolve: ({ problems }) => [...problems],
    }),
    blocks: t.exposeInt('blocks', { description: 'Blocks of the chain.' }),
    entries: t.exposeInt('entries', { description: 'Entries looked at.' }),
    outsideCount: t.exposeInt('outsideCount', {
      description:
        'Changes that did not come from the application: recorded, and no problem of the audit. See `AuditFilter.outsideApplication`.',
    }),
    headNumber: t.int({ nullable: true, description: 'The number of the newest block.', resolve: ({ head }) => head?.number ?? null }),
    headHash: t.string({ nullable: true, description: 'The hash of the newest block, in hex.', resolve: ({ head }) => head?.hash ?? null }),
  }),
})

builder.mutationField('verifyAudit', (t) =>
  t.field({
    type: AuditVerification,
    authScopes: { may: 'audit.read' },
    description:
      'Verifies the whole audit against the tables, and records that it was done. Answers when it is done (a million entries take about half a minute); one at a time, the code is BUSY else. `auditState` has the last outcome.',
    resolve: async (_, __, { db, actor, requestId, address = null }) => {
      try {
        return await recordedVerification(db, { actorId: actor.id, actorName: actor.name, address, requestId })
      } catch (error) {
        if (!(error instanceof VerificationUnderWay)) throw error
        throw new GraphQLError('The audit is being verified already. Try again when that is done.', { extensions: { code: 'BUSY' } })
      }
    },
  }),
)
