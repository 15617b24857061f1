import { ALERT_RULES } from '@yilian/domain/construction/alert.ts'
import { FUNDING_SOURCES } from '@yilian/domain/construction/funding-source.ts'
import { PROJECT_KINDS } from '@yilian/domain/construction/project-kind.ts'
import { PROJECT_STAGES, STAGE_BASES } from '@yilian/domain/construction/stage.ts'
import { PROGRESS_REPORT_STATES, PROJECT_PARTY_ROLES, SUSPENSION_CAUSES } from '@yilian/domain/construction/terms.ts'

import { FACT_LABELS } from '../change/fact-labels.ts'

const AMOUNT = { zh: '金额（元）', en: 'Amount (yuan)' }
const LINE = { zh: '资金来源', en: 'Funding line' }
const PROJECT = { zh: '建设项目', en: 'Project' }
const WORDING = { zh: '原文表述', en: 'Wording' }
const DAY_KNOWN = { zh: '日期确切', en: 'Very day' }
const STAGE = { zh: '阶段', en: 'Stage', codes: PROJECT_STAGES.items }
const NUMBER = { zh: '编号', en: 'Number' }
const AREA = { zh: '建筑面积', en: 'Building area' }
const BEDS = { zh: '床位', en: 'Beds' }

/** What tables and columns of construction are called. */
export const CONSTRUCTION_LABELS = {
  constructionProject: { label: { zh: '建设项目编码登记', en: 'Project code' }, columns: {} },
  constructionProjectVersion: {
    label: FACT_LABELS.CONSTRUCTION_PROJECT,
    fact: 'CONSTRUCTION_PROJECT',
    columns: {
      nationalCode: { zh: '项目代码', en: 'National code' },
      kind: { zh: '建设性质', en: 'Kind', codes: PROJECT_KINDS.items },
      institutionIds: { zh: '机构', en: 'Institutions' },
      regionCode: { zh: '建设地点', en: 'Place' },
      parentId: { zh: '上级项目', en: 'Part of' },
      owner: { zh: '建设单位', en: 'Owner' },
      description: { zh: '建设规模及内容', en: 'Scale and content' },
      unitCount: { zh: '个数', en: 'Units' },
      area: AREA,
      beds: BEDS,
      sets: { zh: '台套', en: 'Sets' },
    },
  },
  projectStage: {
    label: FACT_LABELS.PROJECT_STAGE,
    fact: 'PROJECT_STAGE',
    columns: {
      projectId: PROJECT,
      stage: STAGE,
      wording: WORDING,
      basis: { zh: '对应依据', en: 'Basis', codes: STAGE_BASES },
      startKnown: { zh: '起始日确切', en: 'First day known' },
      unitsDone: { zh: '完成个数', en: 'Units done' },
    },
  },
  projectSuspension: {
    label: FACT_LABELS.PROJECT_SUSPENSION,
    fact: 'PROJECT_SUSPENSION',
    columns: {
      projectId: PROJECT,
      cause: { zh: '停工原因', en: 'Cause', codes: SUSPENSION_CAUSES },
      responsibleParty: { zh: '责任方', en: 'Responsible party' },
      detail: { zh: '情况', en: 'Detail' },
      startKnown: { zh: '停工日确切', en: 'Day of the stop known' },
      endKnown: { zh: '复工日确切', en: 'Day of the resumption known' },
      observedOn: { zh: '确知停工的日期', en: 'Seen to stand still on' },
    },
  },
  projectMilestone: {
    label: FACT_LABELS.PROJECT_MILESTONE,
    fact: 'PROJECT_MILESTONE',
    columns: {
      projectId: PROJECT,
      stage: STAGE,
      baselineOn: { zh: '基准计划', en: 'Baseline' },
      replannedOn: { zh: '调整计划', en: 'Re-planned' },
      forecastOn: { zh: '预计', en: 'Forecast' },
      wording: WORDING,
    },
  },
  projectApproval: {
    label: FACT_LABELS.PROJECT_APPROVAL,
    fact: 'PROJECT_APPROVAL',
    columns: {
      projectId: PROJECT,
      stage: STAGE,
      number: NUMBER,
      authority: { zh: '批复机关', en: 'Authority' },
      approvedOn: { zh: '批复日期', en: 'Approved on' },
      investment: { zh: '投资（元）', en: 'Investment (yuan)' },
      area: AREA,
      beds: BEDS,
    },
  },
  fundingLine: {
    label: FACT_LABELS.FUNDING_LINE,
    fact: 'FUNDING_LINE',
    columns: {
      projectId: PROJECT,
      fundingSource: { zh: '来源', en: 'Source', codes: FUNDING_SOURCES.items },
      planned: { zh: '计划金额（元）', en: 'Planned (yuan)' },
      shareGroup: { zh: '分担组', en: 'Share group' },
      sharePart: { zh: '分担份数', en: 'Part' },
    },
  },
  fundingYear: {
    label: FACT_LABELS.FUNDING_YEAR,
    fact: 'FUNDING_YEAR',
    columns: { projectId: PROJECT, fundingLineId: LINE, year: { zh: '年度', en: 'Year' }, amount: AMOUNT },
  },
  fundReceipt: {
    label: FACT_LABELS.FUND_RECEIPT,
    fact: 'FUND_RECEIPT',
    columns: {
      projectId: PROJECT,
      fundingLineId: LINE,
      receivedOn: { zh: '到位日期', en: 'Arrived on' },
      dayKnown: DAY_KNOWN,
      amount: AMOUNT,
    },
  },
  projectPayment: {
    label: FACT_LABELS.PROJECT_PAYMENT,
    fact: 'PROJECT_PAYMENT',
    columns: {
      projectId: PROJECT,
      fundingLineId: LINE,
      contractId: { zh: '合同', en: 'Contract' },
      paidOn: { zh: '支付日期', en: 'Paid on' },
      dayKnown: DAY_KNOWN,
      amount: AMOUNT,
      advance: { zh: '垫付', en: 'Advance' },
      payee: { zh: '收款单位', en: 'Payee' },
      purpose: { zh: '用途', en: 'Purpose' },
    },
  },
  projectContract: {
    label: FACT_LABELS.PROJECT_CONTRACT,
    fact: 'PROJECT_CONTRACT',
    columns: {
      projectId: PROJECT,
      role: { zh: '类别', en: 'In charge of', codes: PROJECT_PARTY_ROLES },
      party: { zh: '单位', en: 'Unit' },
      number: NUMBER,
      signedOn: { zh: '签订日期', en: 'Signed on' },
      amount: AMOUNT,
      startsOn: { zh: '约定开工', en: 'Agreed start' },
      endsOn: { zh: '约定竣工', en: 'Agreed end' },
      changes: { zh: '合同变更', en: 'Changes' },
    },
  },
  progressReport: {
    label: FACT_LABELS.PROGRESS_REPORT,
    fact: 'PROGRESS_REPORT',
    columns: {
      projectId: PROJECT,
      month: { zh: '月份', en: 'Month' },
      state: { zh: '状态', en: 'State', codes: PROGRESS_REPORT_STATES },
      stage: STAGE,
      wording: { zh: '形象进度', en: 'Physical progress' },
      percent: { zh: '形象进度（%）', en: 'Physical progress (%)' },
      investmentMonth: { zh: '本月完成投资（元）', en: 'Completed in the month (yuan)' },
      investmentToDate: { zh: '累计完成投资（元）', en: 'Completed to date (yuan)' },
      unitsDone: { zh: '完成个数', en: 'Units done' },
      workers: { zh: '在场人数', en: 'People on site' },
      safety: { zh: '用工和安全', en: 'Labour and safety' },
      nextSteps: { zh: '下步措施', en: 'Next steps' },
      returnReason: { zh: '退回原因', en: 'Why it was returned' },
    },
  },
  reportPhoto: {
    label: FACT_LABELS.REPORT_PHOTO,
    fact: 'REPORT_PHOTO',
    columns: {
      projectId: PROJECT,
      progressReportId: { zh: '月报', en: 'Report' },
      month: { zh: '月份', en: 'Month' },
      name: { zh: '文件名', en: 'File name' },
      caption: { zh: '照片说明', en: 'Caption' },
      width: { zh: '宽（像素）', en: 'Width (pixels)' },
      height: { zh: '高（像素）', en: 'Height (pixels)' },
      bytes: { zh: '大小（字节）', en: 'Size (bytes)' },
      sha256: { zh: '内容摘要', en: 'Digest of the content' },
    },
  },
  projectProblem: {
    label: FACT_LABELS.PROJECT_PROBLEM,
    fact: 'PROJECT_PROBLEM',
    columns: {
      projectId: PROJECT,
      text: { zh: '问题', en: 'Problem' },
      responsible: { zh: '责任单位', en: 'Who is to mend it' },
      foundOn: { zh: '发现日期', en: 'Found on' },
      dueOn: { zh: '整改期限', en: 'Due on' },
      resolvedOn: { zh: '解决日期', en: 'Resolved on' },
      resolution: { zh: '解决情况', en: 'How' },
    },
  },
  alertAcknowledgement: {
    label: FACT_LABELS.ALERT_ACKNOWLEDGEMENT,
    fact: 'ALERT_ACKNOWLEDGEMENT',
    columns: {
      projectId: PROJECT,
      rule: { zh: '规则', en: 'Rule', codes: ALERT_RULES },
      subject: { zh: '对象', en: 'Subject' },
    },
  },
} as const
