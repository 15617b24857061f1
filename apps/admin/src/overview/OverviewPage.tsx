import { Link } from '@tanstack/react-router'
import { Button, Empty } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { codesOf } from '@yilian/domain/code-list.ts'
import { INSTITUTION_CATEGORIES } from '@yilian/domain/code-lists/institution-category.ts'
import { isPrimaryCare } from '@yilian/domain/institution.ts'
import { QueryView } from '../client/QueryView.tsx'
import { graphql } from '../graphql/gql.ts'
import type { OverviewQuery } from '../graphql/graphql.ts'
import { countText, instantText } from '../i18n/format.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { useMay, useMayRead } from '../session/use-may.ts'
import { FactCard } from '../shell/FactCard.tsx'
import styles from '../shell/FactCard.module.css'
import { useFrame } from '../shell/frame-data.ts'
import { useMoment } from '../shell/moment.ts'
import { PageHead } from '../shell/PageHead.tsx'
import { StateTag } from '../theme/StateTag.tsx'
import { BarList } from './BarList.tsx'
import own from './Overview.module.css'
import { StartPage } from './StartPage.tsx'
import { leading, tally } from './tally.ts'

const OverviewDocument = graphql(`
  query Overview($county: String, $asOf: Date, $asKnownAt: Instant, $locale: Locale!) {
    byCategory: institutionCounts(by: CATEGORY, filter: { countyCode: $county }, asOf: $asOf, asKnownAt: $asKnownAt) {
      code
      label(locale: $locale)
      institutions
      units
    }
    byRegion: institutionCounts(by: REGION, filter: { countyCode: $county }, asOf: $asOf, asKnownAt: $asKnownAt) {
      code
      label(locale: $locale)
      units
    }
    outside: institutions(
      filter: { countyCode: $county, primaryCare: true, inAlliance: false }
      first: 1
      asOf: $asOf
      asKnownAt: $asKnownAt
    ) {
      totalCount
    }
    alliances(filter: { countyCode: $county }, first: 500, asOf: $asOf, asKnownAt: $asKnownAt) {
      totalCount
      nodes {
        id
        kind
      }
    }
    attention: alliances(filter: { countyCode: $county, leadStates: [VACANT, DISPUTED] }, first: 20, asOf: $asOf, asKnownAt: $asKnownAt) {
      totalCount
      nodes {
        id
        name
        kind
        leadState
      }
    }
    changes(countyCode: $county, first: 50) {
      nodes {
        id
        number
        summary(locale: $locale)
        correction
        effectiveOn
        recordedAt
        actor {
          id
          name
        }
      }
    }
  }
`)

/** 总览: what there is, what lacks a lead, what was done and what is to come; every figure opens its list. */
export function OverviewPage(): ReactNode {
  return useMayRead() ? <CountyOverview /> : <StartPage />
}

function CountyOverview(): ReactNode {
  const locale = useLocale()
  const { asOf, asKnownAt, county } = useMoment()
  const query = useQuery({ query: OverviewDocument, variables: { county, asOf, asKnownAt, locale } })
  return <QueryView query={query}>{(data) => <Overview data={data} />}</QueryView>
}

function Overview({ data }: { readonly data: OverviewQuery }): ReactNode {
  const { t } = useTranslation('overview')
  const { county } = useMoment()
  const { counties, today } = useFrame()
  const name = counties.find(({ code }) => code === county)?.name
  const entries = data.byCategory.reduce((sum, { institutions }) => sum + institutions, 0)
  const units = data.byCategory.reduce((sum, one) => sum + one.units, 0)
  const future = data.changes.nodes.filter(({ effectiveOn }) => effectiveOn !== null && effectiveOn > today)
  const primary = codesOf(INSTITUTION_CATEGORIES).filter(isPrimaryCare)
  return (
    <>
      <PageHead
        title={name ? t('of', { county: name }) : t('title')}
        facts={[
          {
            label: t('facts.institutions'),
            value: (
              <Link to="/institutions">
                {units === entries
                  ? countText(entries)
                  : t('facts.institutionsOf', { entries: countText(entries), units: countText(units) })}
              </Link>
            ),
          },
          { label: t('facts.alliances'), value: <Link to="/alliances">{countText(data.alliances.totalCount)}</Link> },
          {
            label: t('facts.withoutLead'),
            value: (
              <Link to="/alliances" search={{ lead: ['VACANT', 'DISPUTED'] }}>
                {countText(data.attention.totalCount)}
              </Link>
            ),
          },
          {
            label: t('facts.outside'),
            value: (
              <Link to="/institutions" search={{ inAlliance: false, category: primary }}>
                {countText(data.outside.totalCount)}
              </Link>
            ),
          },
          { label: t('facts.future'), value: countText(future.length) },
        ]}
      />
      {entries === 0 && data.alliances.totalCount === 0 ? <Nothing /> : <Cards data={data} future={future} />}
    </>
  )
}

function Nothing(): ReactNode {
  const { t } = useTranslation('overview')
  const mayImport = useMay('institution.change')
  return (
    <Empty
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      style={{ marginTop: 80 }}
      description={
        <>
          {t('empty')}
          <br />
          <span className={styles.quiet}>{mayImport ? t('emptyAdvice') : t('emptyRead')}</span>
        </>
      }
    >
      {mayImport && (
        <Link to="/import">
          <Button type="primary">{t('emptyImport')}</Button>
        </Link>
      )}
    </Empty>
  )
}

type ShownChange = OverviewQuery['changes']['nodes'][number]

function Cards({ data, future }: { readonly data: OverviewQuery; readonly future: readonly ShownChange[] }): ReactNode {
  const { t } = useTranslation('overview')
  const label = useCodeLabel()
  const categories = data.byCategory.map((row) => ({ ...row, count: row.units })).toSorted((a, b) => b.count - a.count)
  const regions = leading(
    data.byRegion.map((row) => ({ ...row, count: row.units })).toSorted((a, b) => b.count - a.count),
    14,
  )
  const category = (code: string | null) => codesOf(INSTITUTION_CATEGORIES).filter((one) => one === code)
  return (
    <div className={own.cards}>
      <div className={styles.stack}>
        <FactCard title={t('byCategory')}>
          <BarList
            rows={categories.map(({ code, label: name, count }) => ({
              key: code ?? '',
              count,
              name: (
                <Link to="/institutions" search={{ category: category(code) }}>
                  {name}
                </Link>
              ),
            }))}
          />
        </FactCard>
        <FactCard title={t('byKind')}>
          <BarList
            rows={tally(data.alliances.nodes.map(({ kind }) => kind)).map(({ key, count }) => ({
              key,
              count,
              name: (
                <Link to="/alliances" search={{ kind: [key] }}>
                  {label('allianceKind', key)}
                </Link>
              ),
            }))}
          />
        </FactCard>
      </div>
      <FactCard title={t('byRegion')} extra={<Link to="/institutions/tree">{t('allRegions')}</Link>}>
        <BarList
          rows={[
            ...regions.shown.map(({ code, label: name, count }) => ({
              key: code ?? '',
              count,
              name: (
                <Link to="/institutions" search={{ region: code ?? undefined }}>
                  {name}
                </Link>
              ),
            })),
            ...(regions.rest
              ? [
                  {
                    key: 'rest',
                    count: regions.rest.count,
                    name: <span className={styles.quiet}>{t('more', { count: regions.rest.rows })}</span>,
                  },
                ]
              : []),
          ]}
        />
      </FactCard>
      <div className={styles.stack}>
        <FactCard title={t('attention')}>
          <Attention alliances={data.attention.nodes} />
        </FactCard>
        <FactCard title={t('future')}>
          {future.length === 0 ? <p className={styles.none}>{t('futureNone')}</p> : <Changes changes={future.slice(0, 6)} future />}
        </FactCard>
        <FactCard title={t('recent')}>
          {data.changes.nodes.length === 0 ? (
            <p className={styles.none}>{t('recentNone')}</p>
          ) : (
            <Changes changes={data.changes.nodes.slice(0, 6)} />
          )}
        </FactCard>
      </div>
    </div>
  )
}

function Attention({ alliances }: { readonly alliances: OverviewQuery['attention']['nodes'] }): ReactNode {
  const { t } = useTranslation('overview')
  const label = useCodeLabel()
  if (alliances.length === 0) return <p className={styles.none}>{t('attentionNone')}</p>
  return alliances.map(({ id, name, leadState }) => (
    <div key={id} className={own.line}>
      <Link to="/alliances/$id" params={{ id }}>
        {name}
      </Link>
      <StateTag tone={leadState === 'DISPUTED' ? 'red' : 'amber'}>{label('leadState', leadState)}</StateTag>
    </div>
  ))
}

function Changes({ changes, future = false }: { readonly changes: readonly ShownChange[]; readonly future?: boolean }): ReactNode {
  const { t } = useTranslation('overview')
  return changes.map(({ id, summary, correction, effectiveOn, recordedAt, actor }) => (
    <div key={id} className={own.change}>
      <div className={own.summary} title={summary}>
        {summary} {correction && <StateTag tone="amber">{t('correction')}</StateTag>}{' '}
        {future && effectiveOn && <StateTag tone="future">{t('effective', { day: effectiveOn })}</StateTag>}
      </div>
      <div className={styles.quiet}>
        {instantText(recordedAt)} {actor.name}
      </div>
    </div>
  ))
}
