import { v7 as newId } from 'uuid'

import { writeFact } from '@yilian/database/dated.ts'
import { ALERT_RULES, projectAlerts, type AlertRule, type ProjectAlert as AlertFound } from '@yilian/domain/construction/alert.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { issue } from '@yilian/domain/issue.ts'
import { message } from '@yilian/domain/messages.ts'

import { Change, changeByNumber } from '../change/change.graphql.ts'
import { defineCommand } from '../command/command.graphql.ts'
import { refuseOn, type CommandBody, type CommandInput } from '../command/run-command.ts'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { inLocale, localeArg } from '../graphql/text.ts'
import { AlertRuleEnum } from './construction-enums.ts'
import type { ConstructionProjectRow } from './construction-project.queries.ts'
import { ConstructionProject } from './construction-project.ref.ts'
import { lockProject, ownFacts } from './lock-project.ts'
import { type AlertAcknowledgement } from './project-facts.ts'
import { factsOf, recordsOf } from './project-sections.ts'

/** An alert of a project, and who looked at it. */
export interface ProjectAlertRow extends AlertFound {
  readonly project: ConstructionProjectRow
  readonly acknowledgement: AlertAcknowledgement | null
}

const Acknowledgement = builder.objectRef<AlertAcknowledgement>('AlertAcknowledgement').implement({
  description: 'Somebody looked at an alert and said why it may stand.',
  fields: (t) => ({
    reason: t.exposeString('reason', { description: 'Why it may stand.' }),
    change: t.field({
      type: Change,
      description: 'Who, and when.',
      resolve: ({ recordedBy }, _, context) => changeByNumber(context, recordedBy),
    }),
  }),
})

export const ProjectAlertType = builder.objectRef<ProjectAlertRow>('ProjectAlert').implement({
  description: 'Something a rule found about a project on the day shown.',
  fields: (t) => ({
    rule: t.field({ type: AlertRuleEnum, description: 'The rule that raised it.', resolve: ({ rule }) => rule }),
    ruleText: t.string({
      description: 'The rule in words.',
      args: localeArg,
      resolve: ({ rule }, args) => inLocale(ALERT_RULES[rule].rule, args),
    }),
    subject: t.exposeString('subject', { description: 'Tells it from others of the rule; changes when what was found changes.' }),
    message: t.string({
      description: 'What was found.',
      args: localeArg,
      resolve: ({ found: { code, params } }, { locale }) => message(code, params, locale ?? 'zh'),
    }),
    acknowledgement: t.expose('acknowledgement', {
      type: Acknowledgement,
      nullable: true,
      description: 'Who said that it may stand; null while nobody did.',
    }),
    project: t.field({ type: ConstructionProject, description: 'The project.', resolve: ({ project }) => project }),
  }),
})

/** The alerts of a project on the day it is shown, with who looked at them. */
export async function alertsOf(context: Context, project: ConstructionProjectRow): Promise<ProjectAlertRow[]> {
  const [records, acknowledged] = await Promise.all([recordsOf(context, project), factsOf(context, 'ALERT_ACKNOWLEDGEMENT', project)])
  return projectAlerts(records, project.moment.asOf).map((found) => ({
    ...found,
    project,
    acknowledgement: acknowledged.find(({ rule, subject }) => rule === found.rule && subject === found.subject) ?? null,
  }))
}

interface AcknowledgeAlert extends CommandInput {
  readonly projectId: string
  readonly rule: AlertRule
  readonly subject: string
  readonly reason: string
}

/** 确认提醒: it may stand, for a reason. What is found anew is told again. */
const acknowledgeAlert =
  (input: AcknowledgeAlert, today: IsoDate): CommandBody =>
  async (trx, begin) => {
    const project = await lockProject(trx, input.projectId, null)
    const reason = input.reason.trim()
    if (reason === '') refuseOn([issue('reason', 'REQUIRED')])
    if (reason.length > 500) refuseOn([issue('reason', 'TOO_LONG', { max: 500 })])
    const own = <K extends Parameters<typeof ownFacts>[1]>(fact: K) => ownFacts(trx, fact, project.id)
    const records = {
      area: project.area,
      stages: await own('PROJECT_STAGE'),
      suspensions: await own('PROJECT_SUSPENSION'),
      milestones: await own('PROJECT_MILESTONE'),
      approvals: await own('PROJECT_APPROVAL'),
      lines: await own('FUNDING_LINE'),
      years: await own('FUNDING_YEAR'),
      receipts: await own('FUND_RECEIPT'),
      payments: await own('PROJECT_PAYMENT'),
      reports: await own('PROGRESS_REPORT'),
    }
    const stands = projectAlerts(records, today).some(({ rule, subject }) => rule === input.rule && subject === input.subject)
    if (!stands) refuseOn([issue('subject', 'NO_SUCH_ALERT')])
    const before = (await own('ALERT_ACKNOWLEDGEMENT')).find(({ rule, subject }) => rule === input.rule && subject === input.subject)
    const keys = { projectId: project.id, rule: input.rule, subject: input.subject }
    await writeFact(trx, await begin(), 'ALERT_ACKNOWLEDGEMENT', before?.id ?? newId(), keys, { reason })
  }

defineCommand<AcknowledgeAlert>({
  name: 'acknowledgeAlert',
  description: '确认提醒: an alert of today may stand, for a reason. What is found anew is told again.',
  dated: false,
  cites: false,
  fields: (t) => ({
    projectId: t.id({ required: true, description: 'The project.' }),
    rule: t.field({ type: AlertRuleEnum, required: true, description: 'The rule that raised it.' }),
    subject: t.string({ required: true, description: 'The `subject` of the alert.' }),
    reason: t.string({ required: true, description: 'Why it may stand, at most 500 characters.' }),
  }),
  body: (input, { today }) => acknowledgeAlert(input, today),
})
