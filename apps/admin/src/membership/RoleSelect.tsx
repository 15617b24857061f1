import { Select } from 'antd'
import { MEMBERSHIP_ROLES, type MembershipRole } from '@yilian/domain/membership-role.ts'
import type { ReactNode } from 'react'
import type { FieldControl } from '../command/CommandField.tsx'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'

interface RoleSelectProps {
  readonly control?: FieldControl | undefined
  readonly label?: string | undefined
  readonly value: MembershipRole | null
  readonly onChange: (role: MembershipRole) => void
  readonly except?: MembershipRole | undefined
}

/** What an institution is in an alliance: lead, member or supporting. */
export function RoleSelect({ control, label: name, value, onChange, except }: RoleSelectProps): ReactNode {
  const label = useCodeLabel()
  const roles = (Object.keys(MEMBERSHIP_ROLES) as MembershipRole[]).filter((one) => one !== except)
  return (
    <Select<MembershipRole>
      {...control}
      {...(name ? { 'aria-label': name } : {})}
      style={{ width: '100%' }}
      value={value}
      onChange={onChange}
      options={roles.map((one) => ({ value: one, label: label('membershipRole', one) }))}
    />
  )
}
