import { ALERT_RULES, type AlertRule } from '@yilian/domain/construction/alert.ts'
import { FUNDING_SOURCES } from '@yilian/domain/construction/funding-source.ts'
import { PROJECT_KINDS } from '@yilian/domain/construction/project-kind.ts'
import { PROJECT_PHASES, PROJECT_STAGES, STAGE_BASES } from '@yilian/domain/construction/stage.ts'
import { CONTRACT_CHANGE_KINDS, PROGRESS_REPORT_STATES, PROJECT_PARTY_ROLES, SUSPENSION_CAUSES } from '@yilian/domain/construction/terms.ts'
import type { Text } from '@yilian/domain/locale.ts'

import { codeEnum, listEnum } from '../graphql/text.ts'

const ruleLabels = Object.fromEntries(Object.entries(ALERT_RULES).map(([rule, { label }]) => [rule, label])) as Record<AlertRule, Text>

export const ProjectStageEnum = listEnum('ProjectStage', PROJECT_STAGES)
export const ProjectKindEnum = listEnum('ProjectKind', PROJECT_KINDS)
export const FundingSourceEnum = listEnum('FundingSource', FUNDING_SOURCES)
export const ProjectPhaseEnum = codeEnum('ProjectPhase', 'The phases that stages belong to.', PROJECT_PHASES)
export const StageBasisEnum = codeEnum('StageBasis', 'How the stage came from what a report says.', STAGE_BASES)
export const SuspensionCauseEnum = codeEnum('SuspensionCause', 'Why works stand still.', SUSPENSION_CAUSES)
export const ProjectPartyRoleEnum = codeEnum('ProjectPartyRole', 'What a unit is in charge of.', PROJECT_PARTY_ROLES)
export const ContractChangeKindEnum = codeEnum('ContractChangeKind', 'What a change of contract changes.', CONTRACT_CHANGE_KINDS)
export const ProgressReportStateEnum = codeEnum('ProgressReportState', 'How far a monthly report is.', PROGRESS_REPORT_STATES)
export const AlertRuleEnum = codeEnum('AlertRule', 'The rules that raise alerts.', ruleLabels)
