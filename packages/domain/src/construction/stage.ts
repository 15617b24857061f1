// Stages of a project from idea to recorded asset, with their gates, phases and OC4IDS terms. Order, gates and names marked verified were
// read in descriptions of the procedure for government investment; permits and the sub-stages of building are from memory. Not every project
// has every stage.
import { codesOf, defineCodeList, type CodeListItem, type CodeOf } from '../code-list.ts'
import { SOURCES } from '../code-lists/sources.ts'
import type { Text } from '../locale.ts'

export const PROJECT_PHASES = {
  EARLY: { zh: '前期', en: 'Preparation' },
  PROCURE: { zh: '招采许可', en: 'Procurement and permits' },
  BUILD: { zh: '施工', en: 'Works' },
  FINISH: { zh: '收尾', en: 'Completion' },
  ENDED: { zh: '终止', en: 'Ended' },
} as const satisfies Record<string, Text>
export type ProjectPhase = keyof typeof PROJECT_PHASES

/** A stage: where it stands, what it needs, and what OC4IDS calls it. */
export interface StageItem extends CodeListItem {
  readonly phase: ProjectPhase
  /** An authority's approval, permit or acceptance ends it: without one on record it is passed with a remark only. */
  readonly gate: boolean
  readonly oc4idsStatus: string
  /** `null`: OC4IDS has no document type for it. */
  readonly oc4idsDocument: string | null
}

const step = (
  phase: ProjectPhase,
  gate: boolean,
  checked: boolean,
  [oc4idsStatus, oc4idsDocument]: readonly [string, string | null],
  zh: string,
  en: string,
  ...alsoWritten: string[]
): StageItem => ({
  label: { zh, en },
  phase,
  gate,
  oc4idsStatus,
  oc4idsDocument,
  alsoWritten,
  ...(checked ? { provenance: 'VERIFIED', sources: [SOURCES.INVESTMENT_PROCEDURE] } : {}),
})
const PROGRESS = ['implementation', 'physicalProgressReport'] as const

const CANCELLED: StageItem = {
  label: { zh: '取消', en: 'Cancelled' },
  phase: 'ENDED',
  gate: false,
  oc4idsStatus: 'cancelled',
  oc4idsDocument: null,
  alsoWritten: ['终止'],
}

export const PROJECT_STAGES = defineCodeList({
  name: 'projectStage',
  label: { zh: '项目阶段', en: 'Project stage' },
  provenance: 'MEMORY',
  sources: [],
  items: {
    RESERVE: step(
      'EARLY',
      false,
      false,
      ['identification', 'needsAssessment'],
      '谋划储备',
      'Project reserve',
      '储备入库',
      '项目谋划',
      '谋划',
    ),
    PROPOSAL: step('EARLY', true, true, ['identification', 'projectPlan'], '项目建议书', 'Project proposal', '立项', '项目建议'),
    SITE_PRELIM: step(
      'EARLY',
      true,
      true,
      ['identification', 'landAndSettlementImpact'],
      '用地预审与选址',
      'Land pre-review and siting',
      '用地预审',
      '选址意见',
    ),
    FEASIBILITY: step(
      'EARLY',
      true,
      true,
      ['preparation', 'feasibilityStudy'],
      '可行性研究',
      'Feasibility study',
      '可研',
      '可行性研究报告',
    ),
    EIA: step(
      'EARLY',
      true,
      true,
      ['preparation', 'environmentalImpact'],
      '环评、能评、稳评',
      'Environmental, energy and stability review',
      '环评',
    ),
    PRELIM_DESIGN: step('EARLY', true, true, ['preparation', 'designReport'], '初步设计', 'Preliminary design', '初设'),
    ESTIMATE: step('EARLY', true, true, ['preparation', 'budgetApproval'], '概算批复', 'Budget estimate approval', '概算'),
    FUNDING: step('EARLY', true, false, ['preparation', 'financialAgreement'], '资金落实', 'Funding secured', '投资计划下达', '资金下达'),
    WORKING_DRAWING: step(
      'EARLY',
      true,
      false,
      ['preparation', 'technicalSpecifications'],
      '施工图设计与审查',
      'Working drawings and review',
      '施工图',
      '图审',
    ),
    TENDER: step('PROCURE', false, false, ['implementation', 'tenderNotice'], '招投标', 'Tendering', '招标'),
    CONTRACT: step('PROCURE', false, false, ['implementation', 'contractSigned'], '合同签订', 'Contract signed', '签订合同'),
    PLANNING_PERMIT: step('PROCURE', true, false, ['implementation', null], '建设工程规划许可', 'Planning permit', '规划许可'),
    CONSTRUCTION_PERMIT: step('PROCURE', true, false, ['implementation', null], '施工许可', 'Construction permit', '施工许可证'),
    START: step('BUILD', false, false, PROGRESS, '开工', 'Construction start', '已开工'),
    PIT: step('BUILD', false, false, PROGRESS, '基坑', 'Foundation pit', '土方', '基坑开挖'),
    FOUNDATION: step('BUILD', false, false, PROGRESS, '基础', 'Foundation', '基础施工'),
    BASEMENT: step('BUILD', false, false, PROGRESS, '地下室', 'Basement', '地下室施工'),
    STRUCTURE: step('BUILD', false, false, PROGRESS, '主体结构', 'Main structure', '主体', '主体施工'),
    TOPPED_OUT: step('BUILD', false, false, PROGRESS, '封顶', 'Topped out', '主体封顶'),
    SECONDARY: step('BUILD', false, false, PROGRESS, '二次结构', 'Secondary structure', '砌体'),
    FINISHING: step('BUILD', false, false, PROGRESS, '装饰装修', 'Finishing', '装修', '内外装饰'),
    INSTALLATION: step(
      'BUILD',
      false,
      false,
      PROGRESS,
      '机电安装与专项',
      'Building services and medical installation',
      '机电安装',
      '安装调试',
    ),
    OUTDOOR: step('BUILD', false, false, PROGRESS, '室外工程', 'Outdoor works', '室外配套'),
    ACCEPTANCE: step('FINISH', true, true, ['completion', 'completionCertificate'], '竣工验收', 'Completion acceptance', '验收'),
    FILING: step('FINISH', true, false, ['completion', 'completionCertificate'], '竣工备案', 'Completion filing', '备案'),
    SETTLEMENT: step(
      'FINISH',
      true,
      true,
      ['completion', 'financialAuditReport'],
      '结算与财务决算',
      'Settlement and final accounts',
      '决算',
      '竣工决算',
    ),
    HANDOVER: step('FINISH', false, false, ['completion', null], '交付使用', 'Handed over for use', '投入使用', '已投用', '投用'),
    ASSET: step('FINISH', false, false, ['maintenance', null], '资产移交', 'Asset recorded', '转固'),
    CANCELLED,
  },
})
export type ProjectStage = CodeOf<typeof PROJECT_STAGES>

/** How the mapped stage came from what the report says. */
export const STAGE_BASES = {
  STATED: { zh: '原文所载', en: 'As stated' },
  MAPPED: { zh: '按原文对应', en: 'Mapped from the wording' },
  INFERRED: { zh: '推定', en: 'Inferred' },
  NOT_STATED: { zh: '原文未载', en: 'Not stated' },
} as const satisfies Record<string, Text>
export type StageBasis = keyof typeof STAGE_BASES

/** Stages in their order, without what is no step of the way. */
export const STAGES_IN_ORDER: readonly ProjectStage[] = codesOf(PROJECT_STAGES).filter(
  (stage) => PROJECT_STAGES.items[stage].phase !== 'ENDED',
)
const ORDER: ReadonlyMap<ProjectStage, number> = new Map(STAGES_IN_ORDER.map((stage, at) => [stage, at + 1]))

/** 1 to 28; 0 for what is no step of the way (cancelled). */
export function stageOrder(stage: ProjectStage): number {
  return ORDER.get(stage) ?? 0
}

/** Whether a project at `stage` has come as far as `milestone`; `null` where its stage is not known. A cancelled one has not. */
export function hasReached(stage: ProjectStage | null, milestone: ProjectStage): boolean | null {
  if (stage === null) return null
  return stageOrder(stage) >= stageOrder(milestone)
}

/** Stages that an authority ends, the kinds of approval and permit. */
export const GATES: readonly ProjectStage[] = STAGES_IN_ORDER.filter((stage) => PROJECT_STAGES.items[stage].gate)

/** Whether approvals are given for this stage. */
export function isGate(stage: ProjectStage): boolean {
  return GATES.includes(stage)
}

/** The gates between two stages, the one left included: what has to be on record to go on from `from` (`null`: from the start) to `to`. */
export function gatesBetween(from: ProjectStage | null, to: ProjectStage): ProjectStage[] {
  const start = from === null ? 1 : stageOrder(from)
  return GATES.filter((gate) => stageOrder(gate) >= start && stageOrder(gate) < stageOrder(to))
}
