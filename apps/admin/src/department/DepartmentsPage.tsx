import { PlusOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Empty, Table, type TableColumnsType } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import styles from '../account/Account.module.css'
import { QueryView } from '../client/QueryView.tsx'
import { useDialog } from '../command/useDialog.tsx'
import { graphql } from '../graphql/gql.ts'
import type { DepartmentsQuery } from '../graphql/graphql.ts'
import { countText } from '../i18n/format.ts'
import { usePermissions } from '../session/use-may.ts'
import { useFrame } from '../shell/frame-data.ts'
import { PageHead } from '../shell/PageHead.tsx'
import { StateTag } from '../theme/StateTag.tsx'
import { RecordDepartmentDialog } from './RecordDepartmentDialog.tsx'

const DepartmentsDocument = graphql(`
  query Departments($countyCode: String) {
    departments(countyCode: $countyCode) {
      id
      countyCode
      name
      closedOn
      userCount
    }
    grantScopes(kind: COUNTY) {
      id
      name
    }
  }
`)

export type Department = DepartmentsQuery['departments'][number]

/** 股室: where people belong, and over what roles are granted. */
export function DepartmentsPage(): ReactNode {
  const { t } = useTranslation('department')
  const may = usePermissions()
  const { today } = useFrame()
  const { dialog, show } = useDialog()
  const query = useQuery({ query: DepartmentsDocument, variables: { countyCode: null } })
  const [{ data }] = query
  const countyName = (code: string) => data?.grantScopes.find(({ id }) => id === code)?.name ?? code
  const columns: TableColumnsType<Department> = [
    { title: t('name'), width: 220, render: (_, { name }) => name },
    { title: t('county'), width: 140, render: (_, { countyCode }) => countyName(countyCode) },
    {
      title: t('users'),
      width: 120,
      align: 'end',
      render: (_, { id, userCount }) =>
        may('user.read') ? (
          <Link to="/users" search={{ department: id }} aria-label={`${t('showUsers')} ${userCount}`}>
            {countText(userCount)}
          </Link>
        ) : (
          countText(userCount)
        ),
    },
    {
      title: t('state'),
      width: 200,
      render: (_, { closedOn }) =>
        closedOn ? (
          <StateTag tone={closedOn > today ? 'future' : 'grey'}>{t('closedFrom', { day: closedOn })}</StateTag>
        ) : (
          <StateTag tone="green">{t('open')}</StateTag>
        ),
    },
    {
      title: t('actions'),
      render: (_, department) => (
        <Button
          type="link"
          size="small"
          aria-label={t('reviseOf', { name: department.name })}
          onClick={() =>
            show((close) => (
              <RecordDepartmentDialog department={department} countyName={countyName(department.countyCode)} onClose={close} />
            ))
          }
        >
          {t('revise')}
        </Button>
      ),
    },
  ]
  return (
    <>
      <PageHead
        title={t('title')}
        actions={
          <Button
            type="primary"
            icon={<PlusOutlined />}
            onClick={() => show((close) => <RecordDepartmentDialog department={null} onClose={close} />)}
          >
            {t('record')}
          </Button>
        }
      />
      <div className={styles.tab}>
        <section className={styles.panel} aria-label={t('title')}>
          <p className={styles.explain}>{t('explain')}</p>
          <QueryView query={query}>
            {({ departments }) => (
              <Table<Department>
                size="small"
                rowKey="id"
                columns={columns}
                dataSource={[...departments]}
                pagination={false}
                scroll={{ x: 760 }}
                locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('empty')} /> }}
              />
            )}
          </QueryView>
        </section>
      </div>
      {dialog}
    </>
  )
}
