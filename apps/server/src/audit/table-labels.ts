import { sqlName } from '@yilian/database/sql-name.ts'
import type { FactKind } from '@yilian/database/facts.ts'
import type { Tables } from '@yilian/database/tables.ts'
import { ROLES, SCOPE_KINDS } from '@yilian/domain/access/role.ts'
import { WORK_AREAS } from '@yilian/domain/access/work-area.ts'
import { ALLIANCE_KINDS } from '@yilian/domain/alliance-kind.ts'
import { ALLIANCE_STAGES } from '@yilian/domain/alliance.ts'
import { LINEAGE_KINDS } from '@yilian/domain/code-lists/lineage-kind.ts'
import { MANAGEMENT_DOMAINS } from '@yilian/domain/code-lists/management-domain.ts'
import { REGION_LEVELS } from '@yilian/domain/code-lists/region-level.ts'
import { COMMANDS } from '@yilian/domain/commands.ts'
import { IMPORT_KINDS, IMPORT_STATES } from '@yilian/domain/import-run.ts'
import { INSTITUTION_FIELDS } from '@yilian/domain/institution-field.ts'
import type { Text } from '@yilian/domain/locale.ts'
import { MEMBERSHIP_ROLES } from '@yilian/domain/membership-role.ts'
import { REFERRAL_DIRECTIONS } from '@yilian/domain/referral-flow.ts'
import { SHARED_SERVICE_KINDS } from '@yilian/domain/shared-service.ts'
import { MANAGEMENT_STATES } from '@yilian/domain/unified-management.ts'

import { FACT_LABELS } from '../change/fact-labels.ts'
import { CONSTRUCTION_LABELS } from './construction-labels.ts'
import { STAFFING_LABELS } from './staffing-labels.ts'

/** What a column is called, and what its codes mean. */
export interface ColumnLabel extends Text {
  readonly codes?: Readonly<Record<string, Text | { readonly label: Text }>>
  /** A day that is the first one no longer in force: shown as the last one that is. */
  readonly end?: true
}

export interface TableLabel {
  readonly label: Text
  /** What its rows are facts of, where they are: they then say themselves what they are about. */
  readonly fact?: FactKind
  readonly columns: Readonly<Record<string, ColumnLabel>>
}

/** Columns that are called the same wherever they stand. */
const COMMON = {
  id: { zh: '标识', en: 'Id' },
  rowId: { zh: '行标识', en: 'Row id' },
  code: { zh: '编码', en: 'Code' },
  countyCode: { zh: '县（市、区）', en: 'County' },
  name: { zh: '名称', en: 'Name' },
  title: { zh: '标题', en: 'Title' },
  summary: { zh: '摘要', en: 'Summary' },
  reason: { zh: '事由', en: 'Reason' },
  allianceId: { zh: '医共体', en: 'Alliance' },
  institutionId: { zh: '机构', en: 'Institution' },
  userId: { zh: '用户', en: 'User' },
  documentId: { zh: '依据文件', en: 'Document' },
  source: { zh: '来源', en: 'Source' },
  sourceNote: { zh: '来源说明', en: 'Note on the source' },
  validFrom: { zh: '生效日', en: 'In force from' },
  validTo: { zh: '最后有效日', en: 'Last day in force', end: true },
  recordedFrom: { zh: '登记时间', en: 'Recorded at' },
  recordedTo: { zh: '失效时间', en: 'No longer holds since' },
  recordedBy: { zh: '登记变更号', en: 'Recorded by change' },
  closedBy: { zh: '取代变更号', en: 'Superseded by change' },
  createdAt: { zh: '创建时间', en: 'Created at' },
  updatedAt: { zh: '更新时间', en: 'Updated at' },
  expiresAt: { zh: '到期时间', en: 'Expires at' },
  requestId: { zh: '请求编号', en: 'Request' },
  actorId: { zh: '操作人标识', en: 'Id of the actor' },
  actorName: { zh: '操作人', en: 'By' },
  lockedUntil: { zh: '锁定至', en: 'Locked until' },
} as const satisfies Record<string, ColumnLabel>

const institutionFields = Object.fromEntries(
  Object.entries(INSTITUTION_FIELDS).map(([field, info]) => [field, { ...info.label, ...('list' in info && { codes: info.list.items }) }]),
) as Record<keyof typeof INSTITUTION_FIELDS, ColumnLabel>

/** Tables without audit; see `unaudited` in the migrations. */
type Unaudited =
  | 'auditBlock'
  | 'auditEntry'
  | 'auditTable'
  | 'importRow'
  | 'photoContent'
  | 'searchTerm'
  | 'signInAddress'
  | 'unknownUsername'
  | 'usedCode'
  | 'userSearchTerm'
/** Every column that is not common has to be named, or this file does not compile; columns that were there once may stay named. */
type Labels = {
  readonly [Table in Exclude<keyof Tables, Unaudited>]: TableLabel & {
    readonly columns: Readonly<Record<Exclude<keyof Tables[Table], keyof typeof COMMON>, ColumnLabel>>
  }
}

const LABELS: Labels = {
  ...CONSTRUCTION_LABELS,
  ...STAFFING_LABELS,
  change: {
    label: { zh: '变更', en: 'Change' },
    columns: {
      command: { zh: '办理事项', en: 'Command', codes: COMMANDS },
      correction: { zh: '更正', en: 'Correction' },
      effectiveOn: { zh: '生效日', en: 'Effective day' },
      recordedAt: { zh: '登记时间', en: 'Recorded at' },
      note: { zh: '说明', en: 'Note' },
      undoes: { zh: '撤回的变更号', en: 'Undoes change' },
    },
  },
  changeSubject: {
    label: { zh: '变更涉及的对象', en: 'Whom a change concerns' },
    columns: { subjectId: { zh: '对象', en: 'Whom or what' }, changeId: { zh: '变更号', en: 'Change' } },
  },
  region: {
    label: { zh: '行政区划', en: 'Region' },
    columns: {
      level: { zh: '级别', en: 'Level', codes: REGION_LEVELS.items },
      statisticalOnly: { zh: '仅用于统计', en: 'For statistics only' },
    },
  },
  regionVersion: { label: { zh: '行政区划信息', en: 'Region record' }, columns: { parentCode: { zh: '上级区划', en: 'Parent region' } } },
  institution: { label: { zh: '机构编码登记', en: 'Institution code' }, columns: {} },
  institutionVersion: { label: FACT_LABELS.INSTITUTION, fact: 'INSTITUTION', columns: institutionFields },
  institutionLineage: {
    label: FACT_LABELS.INSTITUTION_LINEAGE,
    fact: 'INSTITUTION_LINEAGE',
    columns: {
      kind: { zh: '沿革', en: 'Kind', codes: LINEAGE_KINDS.items },
      fromId: { zh: '原机构', en: 'From' },
      toId: { zh: '现机构', en: 'To' },
      effectiveOn: { zh: '生效日', en: 'Effective day' },
    },
  },
  alliance: {
    label: { zh: '医共体编码登记', en: 'Alliance code' },
    columns: { kind: { zh: '类型', en: 'Kind', codes: ALLIANCE_KINDS } },
  },
  allianceVersion: {
    label: FACT_LABELS.ALLIANCE,
    fact: 'ALLIANCE',
    columns: {
      stage: { zh: '阶段', en: 'Stage', codes: ALLIANCE_STAGES },
      specialty: { zh: '专科', en: 'Specialty' },
      purpose: { zh: '宗旨', en: 'Purpose' },
    },
  },
  membership: {
    label: FACT_LABELS.MEMBERSHIP,
    fact: 'MEMBERSHIP',
    columns: {
      role: { zh: '角色', en: 'Role', codes: MEMBERSHIP_ROLES },
      exclusiveGroup: { zh: '互斥组', en: 'Exclusive group', codes: { TIGHT: { zh: '紧密型', en: 'Tight' } } },
      legalPersonKept: { zh: '保留独立法人', en: 'Legal person kept' },
    },
  },
  leadVacancy: { label: FACT_LABELS.LEAD_VACANCY, fact: 'LEAD_VACANCY', columns: {} },
  leadDispute: {
    label: FACT_LABELS.LEAD_DISPUTE,
    fact: 'LEAD_DISPUTE',
    columns: {
      chosenId: { zh: '自主选择的牵头单位', en: 'Lead chosen' },
      mandatedId: { zh: '指定的牵头单位', en: 'Lead mandated' },
      authority: { zh: '指定机关', en: 'Mandating authority' },
    },
  },
  unifiedManagement: {
    label: FACT_LABELS.UNIFIED_MANAGEMENT,
    fact: 'UNIFIED_MANAGEMENT',
    columns: {
      domain: { zh: '管理领域', en: 'Domain', codes: MANAGEMENT_DOMAINS.items },
      state: { zh: '状态', en: 'State', codes: MANAGEMENT_STATES },
    },
  },
  sharedService: {
    label: FACT_LABELS.SHARED_SERVICE,
    fact: 'SHARED_SERVICE',
    columns: {
      kind: { zh: '类型', en: 'Kind', codes: SHARED_SERVICE_KINDS },
      providerId: { zh: '承办单位', en: 'Provider' },
      recipientIds: { zh: '服务对象', en: 'Served' },
      servesAll: { zh: '服务全体成员', en: 'Serves all members' },
      planned: { zh: '筹建', en: 'Planned' },
    },
  },
  referralFlow: {
    label: FACT_LABELS.REFERRAL_FLOW,
    fact: 'REFERRAL_FLOW',
    columns: {
      period: { zh: '月份', en: 'Month' },
      fromId: { zh: '转出机构', en: 'From' },
      toId: { zh: '转入机构', en: 'To' },
      direction: { zh: '方向', en: 'Direction', codes: REFERRAL_DIRECTIONS },
      count: { zh: '人次', en: 'Referrals' },
    },
  },
  allianceMeeting: {
    label: FACT_LABELS.ALLIANCE_MEETING,
    fact: 'ALLIANCE_MEETING',
    columns: { heldOn: { zh: '召开日期', en: 'Held on' }, attendeeIds: { zh: '参会机构', en: 'Attendees' } },
  },
  policyDocument: { label: { zh: '文件登记', en: 'Document identity' }, columns: {} },
  policyDocumentVersion: {
    label: FACT_LABELS.POLICY_DOCUMENT,
    fact: 'POLICY_DOCUMENT',
    columns: {
      number: { zh: '文号', en: 'Number' },
      issuer: { zh: '发文机关', en: 'Issuer' },
      issuedOn: { zh: '发文日期', en: 'Issued on' },
      url: { zh: '网址', en: 'Address' },
    },
  },
  importRun: {
    label: { zh: '导入', en: 'Import' },
    columns: {
      kind: { zh: '导入内容', en: 'What is imported', codes: IMPORT_KINDS },
      fileName: { zh: '文件名', en: 'File' },
      state: { zh: '状态', en: 'State', codes: IMPORT_STATES },
      columns: { zh: '列对应关系', en: 'Columns' },
      rowsTotal: { zh: '总行数', en: 'Rows' },
      rowsDone: { zh: '已处理行数', en: 'Rows done' },
      rowsRight: { zh: '可导入行数', en: 'Rows right' },
      rowsWrong: { zh: '有误行数', en: 'Rows wrong' },
      rowsUnchanged: { zh: '无变化行数', en: 'Rows unchanged' },
      failure: { zh: '失败原因', en: 'Failure' },
      finishedAt: { zh: '结束时间', en: 'Finished at' },
    },
  },
  department: { label: { zh: '股室', en: 'Department' }, columns: { closedOn: { zh: '撤销日期', en: 'Closed on' } } },
  userAccount: {
    label: { zh: '用户', en: 'User' },
    columns: {
      kind: { zh: '类型', en: 'Kind', codes: { PERSON: { zh: '个人', en: 'Person' }, SERVICE: { zh: '服务账号', en: 'Service account' } } },
      username: { zh: '用户名', en: 'User name' },
      departmentId: { zh: '股室', en: 'Department' },
      phoneEncrypted: { zh: '手机号', en: 'Phone' },
      phoneHash: { zh: '手机号检索码', en: 'Phone look-up code' },
      identityNumberEncrypted: { zh: '身份证号', en: 'Identity number' },
      identityNumberHash: { zh: '身份证号检索码', en: 'Identity number look-up code' },
      status: { zh: '状态', en: 'Status', codes: { ACTIVE: { zh: '正常', en: 'Active' }, DISABLED: { zh: '已停用', en: 'Disabled' } } },
      demonstration: { zh: '演示账号', en: 'Demonstration account' },
      mustChangePassword: { zh: '须修改密码', en: 'Must change password' },
      passwordChangedAt: { zh: '密码修改时间', en: 'Password changed at' },
      twoFactorEnabled: { zh: '启用动态口令', en: 'Second factor on' },
      failedSignIns: { zh: '连续登录失败次数', en: 'Failed sign-ins in a row' },
      lastSignInAt: { zh: '最近登录时间', en: 'Last sign-in' },
    },
  },
  userSession: {
    label: { zh: '登录会话', en: 'Session' },
    columns: {
      token: { zh: '会话凭据', en: 'Session token' },
      ipAddress: { zh: '网络地址', en: 'Address' },
      userAgent: { zh: '浏览器', en: 'Browser' },
      lastSeenAt: { zh: '最近活动时间', en: 'Last seen at' },
    },
  },
  userCredential: {
    label: { zh: '登录凭据', en: 'Credential' },
    columns: {
      accountId: { zh: '凭据账号', en: 'Account of the credential' },
      providerId: {
        zh: '凭据类型',
        en: 'Kind of credential',
        codes: { credential: { zh: '用户名和密码', en: 'User name and password' } },
      },
      password: { zh: '密码', en: 'Password' },
    },
  },
  userVerification: {
    label: { zh: '登录验证', en: 'Verification under way' },
    columns: { identifier: { zh: '验证标识', en: 'Identifier' }, value: { zh: '验证值', en: 'Value' } },
  },
  userTwoFactor: {
    label: { zh: '动态口令', en: 'Second factor' },
    columns: {
      secret: { zh: '口令密钥', en: 'Secret' },
      backupCodes: { zh: '恢复码', en: 'Recovery codes' },
      verified: { zh: '已验证', en: 'Verified' },
      failedVerificationCount: { zh: '验证失败次数', en: 'Failed verifications' },
    },
  },
  roleGrant: {
    label: FACT_LABELS.ROLE_GRANT,
    fact: 'ROLE_GRANT',
    columns: {
      role: { zh: '角色', en: 'Role', codes: ROLES },
      scopeKind: { zh: '范围类型', en: 'Kind of scope', codes: SCOPE_KINDS },
      scopeId: { zh: '范围', en: 'Scope' },
      workArea: { zh: '分管工作', en: 'Line of work', codes: WORK_AREAS },
    },
  },
  apiToken: {
    label: { zh: '令牌', en: 'Token' },
    columns: {
      hash: { zh: '令牌校验值', en: 'Hash of the token' },
      prefix: { zh: '令牌开头', en: 'Beginning' },
      readOnly: { zh: '只读', en: 'Read only' },
      grantIds: { zh: '限于授权', en: 'Grants it is limited to' },
      lastUsedAt: { zh: '最近使用时间', en: 'Last used at' },
      lastUsedFrom: { zh: '最近使用地址', en: 'Last used from' },
      revokedAt: { zh: '吊销时间', en: 'Revoked at' },
      revokedBy: { zh: '吊销人', en: 'Revoked by' },
    },
  },
}

const camel = (name: string): string => name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** Every table under audit by its name in the database, in words. */
export const AUDITED_TABLES: ReadonlyMap<string, Text> = new Map(
  Object.entries<TableLabel>(LABELS).map(([table, { label }]) => [sqlName(table), label]),
)

/** What is said of a table by its name in the database; `null` for one that is no more. */
export function tableLabel(name: string): TableLabel | null {
  const key = camel(name)
  return Object.hasOwn(LABELS, key) ? LABELS[key as keyof Labels] : null
}

/** Where a column stands among those of its row: what it is called first, then as they are named above. */
export function columnRank(table: TableLabel | null, column: string): number {
  const order = ['code', 'name', 'title', ...Object.keys(table?.columns ?? {}), ...Object.keys(COMMON)]
  const at = order.indexOf(column)
  return at < 0 ? order.length : at
}

/** What a column (in camelCase) of a table is called; a column that is no more, by its own name. */
export function columnLabel(table: TableLabel | null, column: string): ColumnLabel {
  const own = table && Object.hasOwn(table.columns, column) ? table.columns[column] : undefined
  if (own) return own
  return Object.hasOwn(COMMON, column) ? COMMON[column as keyof typeof COMMON] : { zh: column, en: column }
}
