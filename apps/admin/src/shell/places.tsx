import {
  ApartmentOutlined,
  AuditOutlined,
  BankOutlined,
  BarChartOutlined,
  BuildOutlined,
  DashboardOutlined,
  FileTextOutlined,
  IdcardOutlined,
  ImportOutlined,
  KeyOutlined,
  MedicineBoxOutlined,
  ReadOutlined,
  SafetyCertificateOutlined,
  SolutionOutlined,
  SwapOutlined,
  TeamOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons'
import type { Permission } from '@yilian/domain/access/permission.ts'
import type { ReactNode } from 'react'

interface Place {
  /** Where it begins in the address. */
  readonly to: string
  readonly text: string
  readonly icon: ReactNode
  /** What it takes to see it; `null`: everybody who is signed in. */
  readonly needs: Permission | null
}

/** The county's records. */
export const RECORDS = [
  { to: '/', text: 'overview', icon: <DashboardOutlined />, needs: null },
  { to: '/institutions', text: 'institutions', icon: <MedicineBoxOutlined />, needs: 'institution.read' },
  { to: '/alliances', text: 'alliances', icon: <ApartmentOutlined />, needs: 'alliance.read' },
  { to: '/projects', text: 'projects', icon: <BuildOutlined />, needs: 'construction.read' },
  { to: '/documents', text: 'documents', icon: <FileTextOutlined />, needs: 'policyDocument.read' },
] as const satisfies readonly Place[]

/** The people of the county's institutions. */
export const STAFF = [
  { to: '/people', text: 'people', icon: <SolutionOutlined />, needs: 'staff.read' },
  { to: '/appointments', text: 'appointments', icon: <SwapOutlined />, needs: 'staff.read' },
  { to: '/quotas', text: 'quotas', icon: <IdcardOutlined />, needs: 'staff.read' },
  { to: '/cohorts', text: 'cohorts', icon: <ReadOutlined />, needs: 'staff.read' },
  { to: '/staff-lists', text: 'staffLists', icon: <UnorderedListOutlined />, needs: 'staff.read' },
  { to: '/head-count', text: 'headCount', icon: <BarChartOutlined />, needs: 'staff.read' },
] as const satisfies readonly Place[]

/** The system itself. */
export const SYSTEM = [
  { to: '/import', text: 'import', icon: <ImportOutlined />, needs: 'importRun.run' },
  { to: '/users', text: 'users', icon: <TeamOutlined />, needs: 'user.read' },
  { to: '/departments', text: 'departments', icon: <BankOutlined />, needs: 'department.change' },
  { to: '/policies', text: 'policies', icon: <SafetyCertificateOutlined />, needs: null },
  { to: '/tokens', text: 'tokens', icon: <KeyOutlined />, needs: 'apiToken.oversee' },
  { to: '/audit', text: 'audit', icon: <AuditOutlined />, needs: 'audit.read' },
] as const satisfies readonly Place[]

/** One of them. */
export type PlaceShown = (typeof RECORDS | typeof STAFF | typeof SYSTEM)[number]

/** The place that an address belongs to; undefined where it is none of these. */
export function placeOf(pathname: string): PlaceShown | undefined {
  return [...RECORDS, ...STAFF, ...SYSTEM].find(({ to }) =>
    to === '/' ? pathname === '/' : pathname === to || pathname.startsWith(`${to}/`),
  )
}
