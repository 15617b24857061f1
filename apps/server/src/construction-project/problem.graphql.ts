import { writeFact } from '@yilian/database/dated.ts'
import { problemIssues, type ProjectProblem as ProblemRow, type ProjectProblemValue } from '@yilian/domain/construction/problem.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { issue } from '@yilian/domain/issue.ts'

import { baseVersionField, defineCommand } from '../command/command.graphql.ts'
import { notFound } from '../command/known.ts'
import { refuseOn, type CommandBody, type CommandInput } from '../command/run-command.ts'
import { builder } from '../graphql/builder.ts'
import { citedFields } from '../graphql/dated-fields.ts'
import { recordFields, recordNode } from './project-node.ts'
import { defineProjectRecord, lockRecord } from './project-record.ts'

export const ProjectProblem = builder.objectRef<ProblemRow>('ProjectProblem')
builder.node(ProjectProblem, {
  ...recordNode('PROJECT_PROBLEM'),
  description: 'What stands in the way of a project, who is to mend it, and by when.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'What it is.' }),
    responsible: t.exposeString('responsible', { nullable: true, description: 'Who is to mend it.' }),
    foundOn: t.expose('foundOn', { type: 'Date', nullable: true, description: 'When it was found.' }),
    dueOn: t.expose('dueOn', { type: 'Date', nullable: true, description: 'By when it is to be mended.' }),
    resolvedOn: t.expose('resolvedOn', { type: 'Date', nullable: true, description: 'When it was; null while it is open.' }),
    resolution: t.exposeString('resolution', { nullable: true, description: 'How.' }),
    ...recordFields(t, 'PROJECT_PROBLEM'),
    ...citedFields(t),
  }),
})

interface ProblemInput {
  readonly text: string
  readonly responsible?: string | null | undefined
  readonly foundOn?: IsoDate | null | undefined
  readonly dueOn?: IsoDate | null | undefined
}

defineProjectRecord<'PROJECT_PROBLEM', ProblemInput, ProjectProblemValue>({
  fact: 'PROJECT_PROBLEM',
  thing: 'problem',
  idField: 'problemId',
  record: { name: 'recordProblem', description: '登记问题: what stands in the way, who is to mend it, and by when.' },
  correct: { name: 'correctProblem', description: '更正问题记录: a problem as it truly is; whether it is resolved stays.' },
  fields: (t) => ({
    text: t.string({ required: true, description: 'What it is, at most 500 characters.' }),
    responsible: t.string({ description: 'Who is to mend it, at most 100 characters.' }),
    foundOn: t.field({ type: 'Date', description: 'When it was found.' }),
    dueOn: t.field({ type: 'Date', description: 'By when it is to be mended, not before it was found.' }),
  }),
  valueOf: (input, cited, before) => ({
    ...cited,
    text: input.text.trim(),
    responsible: input.responsible?.trim() || null,
    foundOn: input.foundOn ?? null,
    dueOn: input.dueOn ?? null,
    resolvedOn: before?.resolvedOn ?? null,
    resolution: before?.resolution ?? null,
  }),
  issues: (value, { today }) => problemIssues(value, today),
})

interface ResolveProblem extends CommandInput {
  readonly problemId: string
  readonly baseVersion: number
  readonly effectiveOn: IsoDate
  readonly resolution?: string | null | undefined
}

/** 问题销号: it no longer stands in the way. */
const resolveProblem =
  (input: ResolveProblem, today: IsoDate): CommandBody =>
  async (trx, begin) => {
    const { before, project } = await lockRecord(trx, 'PROJECT_PROBLEM', 'problem', 'problemId', input.problemId, input.baseVersion)
    if (!before) throw notFound('problemId', 'problem', input.problemId)
    if (before.resolvedOn !== null) refuseOn([issue('', 'ALREADY_RESOLVED', { day: before.resolvedOn })])
    const value = {
      ...before,
      resolvedOn: input.effectiveOn,
      resolution: input.resolution?.trim() || null,
      documentId: input.documentId ?? before.documentId,
    }
    refuseOn(problemIssues(value, today).map((one) => (one.path === 'resolvedOn' ? { ...one, path: 'effectiveOn' } : one)))
    await writeFact(trx, await begin(), 'PROJECT_PROBLEM', before.id, { projectId: project.id }, value)
  }

defineCommand<ResolveProblem>({
  name: 'resolveProblem',
  description: '问题销号: from the effective day it no longer stands in the way.',
  fields: (t) => ({
    problemId: t.id({ required: true, description: 'The problem.' }),
    resolution: t.string({ description: 'How, at most 500 characters.' }),
    baseVersion: baseVersionField(t, 'problem'),
  }),
  body: (input, { today }) => resolveProblem(input, today),
})
