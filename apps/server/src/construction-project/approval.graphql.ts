import { approvalIssues, type ProjectApproval as ApprovalRow, type ProjectApprovalValue } from '@yilian/domain/construction/approval.ts'
import { asArea } from '@yilian/domain/construction/project.ts'
import type { ProjectStage } from '@yilian/domain/construction/stage.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import type { MoneyUnit } from '@yilian/domain/money.ts'

import { builder } from '../graphql/builder.ts'
import { citedFields } from '../graphql/dated-fields.ts'
import { ProjectStageEnum } from './construction-enums.ts'
import { amountOf, recordFields, recordNode, unitField } from './project-node.ts'
import { defineProjectRecord } from './project-record.ts'

export const ProjectApproval = builder.objectRef<ApprovalRow>('ProjectApproval')
builder.node(ProjectApproval, {
  ...recordNode('PROJECT_APPROVAL'),
  description: 'An approval, permit or acceptance (批复、许可、验收) at a gate; at 结算与财务决算 the final account.',
  fields: (t) => ({
    stage: t.field({ type: ProjectStageEnum, description: 'The gate.', resolve: ({ stage }) => stage }),
    number: t.exposeString('number', { nullable: true, description: 'Its number as written.' }),
    authority: t.exposeString('authority', { nullable: true, description: 'Who gave it.' }),
    approvedOn: t.expose('approvedOn', { type: 'Date', nullable: true, description: 'When; null when not known.' }),
    investment: t.expose('investment', {
      type: 'Decimal',
      nullable: true,
      description: 'Investment approved, or in the final account spent, in yuan.',
    }),
    area: t.expose('area', { type: 'Decimal', nullable: true, description: 'Building area approved, m².' }),
    beds: t.exposeInt('beds', { nullable: true, description: 'Beds approved.' }),
    ...recordFields(t, 'PROJECT_APPROVAL'),
    ...citedFields(t),
  }),
})

interface ApprovalInput {
  readonly stage: ProjectStage
  readonly number?: string | null | undefined
  readonly authority?: string | null | undefined
  readonly approvedOn?: IsoDate | null | undefined
  readonly investment?: string | null | undefined
  readonly unit?: MoneyUnit | null | undefined
  readonly area?: string | null | undefined
  readonly beds?: number | null | undefined
}

defineProjectRecord<'PROJECT_APPROVAL', ApprovalInput, ProjectApprovalValue>({
  fact: 'PROJECT_APPROVAL',
  thing: 'approval',
  idField: 'approvalId',
  record: { name: 'recordApproval', description: '登记批复: an approval, permit or acceptance at a gate, or the final account.' },
  correct: { name: 'correctApproval', description: '更正批复记录: an approval as it truly was, all of it.' },
  fields: (t) => ({
    stage: t.field({ type: ProjectStageEnum, required: true, description: 'The gate.' }),
    number: t.string({ description: 'Its number as written, at most 100 characters.' }),
    authority: t.string({ description: 'Who gave it, at most 100 characters.' }),
    approvedOn: t.field({ type: 'Date', description: 'When; left out when not known.' }),
    investment: t.field({ type: 'Decimal', description: 'Investment approved, or in the final account spent.' }),
    ...unitField(t),
    area: t.field({ type: 'Decimal', description: 'Building area approved, m².' }),
    beds: t.int({ description: 'Beds approved.' }),
  }),
  valueOf: (input, cited) => ({
    ...cited,
    stage: input.stage,
    number: input.number?.trim() || null,
    authority: input.authority?.trim() || null,
    approvedOn: input.approvedOn ?? null,
    investment: amountOf(input.investment, input.unit),
    area: asArea(input.area),
    beds: input.beds ?? null,
  }),
  issues: (value, { today }) => approvalIssues(value, today),
})
