import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { QueryView } from '../client/QueryView.tsx'
import { countText } from '../i18n/format.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { useMoment } from '../shell/moment.ts'
import { StateTag, type StateTone } from '../theme/StateTag.tsx'
import { StaffListCardsDocument } from './staff-list.ts'
import { STAFF_LISTS, type StaffList } from './staff-list-search.ts'
import styles from './StaffList.module.css'

/** How bad it is when there is anything on a list. */
const TONES: Readonly<Record<StaffList, Exclude<StateTone, 'green'>>> = {
  overdue: 'red',
  returns: 'amber',
  postings: 'blue',
  expired: 'red',
  licences: 'amber',
  past: 'red',
  retirements: 'amber',
  villages: 'red',
  leaders: 'blue',
  vacancies: 'blue',
  over: 'red',
}

/** Kinds that a card has room for. */
const KINDS = 3

/** A card for each list: how many, what it means, of which kinds most. */
export function StaffListCards(): ReactNode {
  const { t } = useTranslation('staffList')
  const { t: shell } = useTranslation('shell')
  const locale = useLocale()
  const { asOf, asKnownAt, county } = useMoment()
  const query = useQuery({ query: StaffListCardsDocument, variables: { county, asOf, asKnownAt, locale } })
  return (
    <div className={styles.scroll} data-print="flow">
      <QueryView query={query}>
        {(data) => (
          <ul className={styles.cards}>
            {STAFF_LISTS.map((list) => {
              const counted = data[list]
              const { totalCount } = counted
              const kinds = 'counts' in counted ? counted.counts : []
              return (
                <li key={list}>
                  <Link className={styles.card} from="/staff-lists" to="/staff-lists" search={(before) => ({ ...before, list })}>
                    <span className={styles.head}>
                      <span className={styles.name}>{t(`list.${list}`)}</span>
                      <StateTag tone={totalCount === 0 ? 'green' : TONES[list]}>
                        {totalCount === 0 ? t('nothing') : t(`unit.${list}`, { count: totalCount, text: countText(totalCount) })}
                      </StateTag>
                    </span>
                    <span className={styles.means}>{t(`means.${list}`)}</span>
                    {kinds.length > 0 && (
                      <span className={styles.kinds}>
                        {kinds
                          .slice(0, KINDS)
                          .map(({ label, count }) => `${label} ${countText(count)}`)
                          .join(shell('list'))}
                        {kinds.length > KINDS && ' …'}
                      </span>
                    )}
                  </Link>
                </li>
              )
            })}
          </ul>
        )}
      </QueryView>
    </div>
  )
}
