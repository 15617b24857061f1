import { Link } from '@tanstack/react-router'
import { Empty, Select } from 'antd'
import { SIX_MONTH_RULES, type SixMonthRule } from '@yilian/domain/staffing/counting/posting.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { QueryView } from '../client/QueryView.tsx'
import { keysOf } from '../i18n/useTextChoices.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { useFrame } from '../shell/frame-data.ts'
import { useMoment, useSetRootSearch } from '../shell/moment.ts'
import { YesNo } from '../quota/YesNo.tsx'
import styles from '../staffing/Staffing.module.css'
import { ExportMenu } from '../table/ExportMenu.tsx'
import type { CountViewProps } from './count-search.ts'
import own from './HeadCount.module.css'
import { PostedFacts } from './PostedFacts.tsx'
import { PostedTable } from './PostedTable.tsx'
import { PostedPhysiciansDocument, postingsShown, residentsOf } from './posted.ts'

/** Years back that are offered. */
const YEARS = 10

/** T2.1 派驻医师: physicians posted to primary care for six months per 10,000 residents, with the people, the residents and the rule. */
export function PostedView({ search, onSearch }: CountViewProps): ReactNode {
  const { t } = useTranslation('headCount')
  const locale = useLocale()
  const { today, counties } = useFrame()
  const { asOf, asKnownAt, county: chosen } = useMoment()
  const setRoot = useSetRootSearch()
  // The figure is of one county: the one chosen, or the only one there is.
  const county = chosen ?? (counties.length === 1 ? counties[0]!.code : undefined)
  const thisYear = Number((asOf ?? today).slice(0, 4))
  const { year = thisYear, reading = 'WITHIN_YEAR', counted } = search
  const query = useQuery({
    query: PostedPhysiciansDocument,
    variables: { countyCode: county ?? '', year, rule: reading, asOf, asKnownAt, locale },
    pause: county === undefined,
  })
  const figures = query[0].data?.postedPhysicians
  const years = [...new Set([...Array.from({ length: YEARS }, (_, at) => thisYear - at), year])].toSorted((one, other) => other - one)
  return (
    <>
      <div className={styles.tools}>
        <label className={own.field}>
          {t('county')}
          <Select<string>
            aria-label={t('county')}
            value={county ?? null}
            placeholder={t('chooseCounty')}
            options={counties.map(({ code, name }) => ({ value: code, label: name }))}
            style={{ width: 140 }}
            onChange={(code) => setRoot({ county: code })}
          />
        </label>
        <label className={own.field}>
          {t('year')}
          <Select<number>
            aria-label={t('year')}
            value={year}
            options={years.map((one) => ({ value: one, label: t('yearText', { year: one }) }))}
            style={{ width: 100 }}
            onChange={(next) => onSearch({ year: next === thisYear ? undefined : next })}
          />
        </label>
        <label className={own.field}>
          {t('reading')}
          <Select<SixMonthRule>
            aria-label={t('reading')}
            value={reading}
            options={keysOf(SIX_MONTH_RULES).map((value) => ({ value, label: SIX_MONTH_RULES[value].label[locale] }))}
            style={{ width: 150 }}
            onChange={(next) => onSearch({ reading: next === 'WITHIN_YEAR' ? undefined : next })}
          />
        </label>
        <YesNo
          label={t('counts')}
          yes={t('countsYes')}
          no={t('countsNo')}
          value={counted}
          onChange={(value) => onSearch({ counted: value })}
        />
        {county && (
          <span className={styles.end}>
            <ExportMenu
              name="postedPhysicians"
              columns={['person', 'home', 'host', 'from', 'last', 'days', 'completed', 'counts', 'reason']}
              filter={{ countyCode: county, year, rule: reading }}
              order={{ orderBy: undefined, direction: undefined }}
              total={figures?.postings.length}
            />
          </span>
        )}
      </div>
      <div className={styles.scroll} data-print="flow">
        {county === undefined ? (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('needsCounty')} style={{ padding: 48 }} />
        ) : (
          <QueryView query={query}>
            {({ postedPhysicians, populations }) => (
              <>
                <PostedFacts
                  figures={postedPhysicians}
                  year={year}
                  residents={residentsOf(populations.nodes, county, year)}
                  toResidents={
                    <Link to="/cohorts" search={{ view: 'counts' }}>
                      {t('recordResidents')}
                    </Link>
                  }
                />
                <PostedTable rows={postingsShown(postedPhysicians.postings, counted)} all={postedPhysicians.postings.length} year={year} />
              </>
            )}
          </QueryView>
        )}
      </div>
    </>
  )
}
