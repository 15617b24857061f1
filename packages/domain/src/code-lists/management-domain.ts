// What an alliance manages as one (人、财、物…统一管理). Five are named by the 2024 national indicators, six for public village clinics by
// reports on 国卫基层发〔2023〕41号; the others stand in provincial “八统一” and longer lists and are from memory. The set differs by province.
import { defineCodeList, type CodeListItem, type CodeOf } from '../code-list.ts'
import { SOURCES } from './sources.ts'

/** A management domain and who names it. */
export interface ManagementDomainItem extends CodeListItem {
  /** One of the six for public village clinics run by township hospitals (行政、人员、业务、药品、财务、绩效). */
  readonly inSixVillage: boolean
  /** One of the five in the 2024 national indicators (人事、财务、业务、药品、信息). */
  readonly in2024: boolean
}

function named(inSixVillage: boolean, in2024: boolean, zh: string, en: string, ...alsoWritten: string[]): ManagementDomainItem {
  const sources = [
    ...(in2024 ? [SOURCES.INDICATORS_2024, SOURCES.INDICATORS_2024_QA] : []),
    ...(inSixVillage ? [SOURCES.GUIDING_OPINION_NEWS] : []),
  ]
  return { label: { zh, en }, inSixVillage, in2024, alsoWritten, provenance: 'VERIFIED', sources }
}

function provincial(zh: string, en: string, ...alsoWritten: string[]): ManagementDomainItem {
  return { label: { zh, en }, inSixVillage: false, in2024: false, alsoWritten }
}

export const MANAGEMENT_DOMAINS = defineCodeList({
  name: 'managementDomain',
  label: { zh: '统一管理事项', en: 'Management domain' },
  provenance: 'MEMORY',
  sources: [],
  items: {
    ADMIN: named(true, false, '行政', 'Administration', '行政管理'),
    STAFF: named(true, true, '人员（人事）', 'Staff', '人', '人员', '人事', '人力资源'),
    FINANCE: named(true, true, '财务', 'Finance', '财', '资金'),
    SERVICE: named(true, true, '业务', 'Service operations', '医疗业务'),
    DRUG: named(true, true, '药品耗材（药械）', 'Drugs and consumables', '药', '药品', '药械', '药品耗材'),
    PERFORMANCE: named(true, false, '绩效', 'Performance', '绩效考核', '绩效分配'),
    INFO: named(false, true, '信息', 'Information systems', '信息系统', '信息化'),
    EQUIPMENT: provincial('设备物资', 'Equipment and materials', '物', '设备', '物资', '资产'),
    LOGISTICS: provincial('后勤', 'Logistics', '后勤服务'),
    INSURANCE: provincial('医保', 'Insurance', '医保基金'),
    PUBLIC_HEALTH: provincial('公共卫生', 'Public health', '公卫'),
    QUALITY: provincial('质量控制', 'Quality control', '质控'),
    TRAINING: provincial('培训', 'Training'),
  },
})
export type ManagementDomain = CodeOf<typeof MANAGEMENT_DOMAINS>
