import { Table } from 'antd'
import { Link } from '@tanstack/react-router'
import type { IsoDate } from '@yilian/domain/day.ts'
import type { MembershipRole } from '@yilian/domain/membership-role.ts'
import { covers } from '@yilian/domain/period.ts'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { dayText } from '../i18n/format.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import type { PictureMembership, StructureHistory } from './structure.ts'

interface Row extends PictureMembership {
  readonly roleText: string
}

const ORDER: readonly MembershipRole[] = ['SUPPORTING', 'LEAD', 'MEMBER']

/** The structure on a day as rows: supporting, lead, members, in the order of the picture. */
export function useStructureRows({ memberships }: StructureHistory, asOf: IsoDate): Row[] {
  const label = useCodeLabel()
  return useMemo(
    () =>
      memberships
        .filter((one) => covers(one, asOf))
        .toSorted((a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role))
        .map((one) => ({ ...one, roleText: label('membershipRole', one.role) })),
    [memberships, asOf, label],
  )
}

export function StructureTable({ rows, label }: { readonly rows: readonly Row[]; readonly label: string }): ReactNode {
  const { t } = useTranslation('alliance')
  const { t: shell } = useTranslation('shell')
  return (
    <Table<Row>
      size="small"
      aria-label={label}
      rowKey={({ institution, role }) => `${institution.id} ${role}`}
      dataSource={[...rows]}
      pagination={false}
      columns={[
        {
          title: t('structure.role'),
          dataIndex: 'roleText',
          width: 130,
          onCell: (row, index) => ({ rowSpan: spanOf(rows, row, index ?? 0) }),
        },
        {
          title: t('structure.institution'),
          render: (_, { institution }) => (
            <Link to="/institutions/$id" params={{ id: institution.id }}>
              {institution.name}
            </Link>
          ),
        },
        { title: t('structure.category'), render: (_, { institution }) => institution.kind },
        { title: t('structure.clinicsHead'), align: 'end', width: 110, render: (_, { institution }) => institution.villageClinicCount },
        { title: t('structure.since'), width: 120, render: (_, { validFrom }) => dayText(validFrom, shell) },
      ]}
    />
  )
}

function spanOf(rows: readonly Row[], { role }: Row, index: number): number {
  return rows[index - 1]?.role === role ? 0 : rows.filter((one) => one.role === role).length
}
