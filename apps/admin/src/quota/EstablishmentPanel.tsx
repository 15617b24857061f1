import type { ReactNode } from 'react'
import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import page from '../alliance/AlliancePage.module.css'
import { QueryView } from '../client/QueryView.tsx'
import { NoRecords } from '../table/NoRecords.tsx'
import { graphql } from '../graphql/gql.ts'
import { countText } from '../i18n/format.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { useMoment } from '../shell/moment.ts'
import { AllowedBy } from './AllowedBy.tsx'
import { LoansTable } from './LoansTable.tsx'
import type { LoanRow, QuotaLineRow } from './quota-board.ts'
import styles from './Quota.module.css'
import { Standing } from './Standing.tsx'

const EstablishmentDocument = graphql(`
  query Establishment($id: ID!, $asOf: Date, $asKnownAt: Instant) {
    institution(id: $id, asOf: $asOf, asKnownAt: $asKnownAt) {
      id
      establishment {
        ...QuotaLineParts
      }
      quotaBorrowed {
        ...QuotaLoanParts
      }
      quotaGiven {
        ...QuotaLoanParts
      }
    }
  }
`)

/** 编制 of one institution on the day shown, class by class. */
export function EstablishmentPanel({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation('quota')
  const label = useCodeLabel()
  const { asOf, asKnownAt } = useMoment()
  const query = useQuery({ query: EstablishmentDocument, variables: { id, asOf, asKnownAt } })
  const figure = (key: 'quota' | 'borrowed' | 'given' | 'available' | 'filled' | 'vacancies' | 'outside') => ({
    key,
    title: t(`column.${key}`),
    align: 'end' as const,
    render: (_: unknown, line: QuotaLineRow) => countText(line[key]),
  })
  return (
    <section className={page.panel} aria-label={t('establishment')}>
      <h2>{t('establishment')}</h2>
      <QueryView query={query}>
        {({ institution }) => (
          <>
            <Table<QuotaLineRow>
              size="small"
              rowKey="postClass"
              dataSource={[...(institution?.establishment ?? [])]}
              pagination={false}
              scroll={{ x: 900 }}
              locale={{ emptyText: <NoRecords text={t('noEstablishment')} /> }}
              columns={[
                {
                  key: 'class',
                  title: t('column.postClass'),
                  rowScope: 'row',
                  render: (_, { postClass }) => label('postClass', postClass),
                },
                figure('quota'),
                figure('borrowed'),
                figure('given'),
                figure('available'),
                figure('filled'),
                figure('vacancies'),
                {
                  key: 'standing',
                  title: t('column.standing'),
                  width: 260,
                  render: (_, line) => (
                    <>
                      <Standing line={line} />
                      <AllowedBy line={line} />
                    </>
                  ),
                },
                figure('outside'),
              ]}
            />
            <Loans loans={[...(institution?.quotaBorrowed ?? []), ...(institution?.quotaGiven ?? [])]} />
          </>
        )}
      </QueryView>
    </section>
  )
}

/** Places borrowed and lent; nothing where there are none. */
function Loans({ loans }: { readonly loans: readonly LoanRow[] }): ReactNode {
  const { t } = useTranslation('quota')
  if (loans.length === 0) return null
  return (
    <>
      <h3 className={styles.heading}>{t('loans')}</h3>
      <LoansTable loans={loans} lender empty={t('noLoans')} />
    </>
  )
}
