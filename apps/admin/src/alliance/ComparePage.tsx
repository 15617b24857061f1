import { Alert, Button, Empty } from 'antd'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import type { IsoDate } from '@yilian/domain/day.ts'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { QueryView } from '../client/QueryView.tsx'
import { AllianceSelect, type AllianceChoice } from '../fields/AllianceSelect.tsx'
import { DayField } from '../fields/DayField.tsx'
import { graphql } from '../graphql/gql.ts'
import type { AllianceChangesQuery } from '../graphql/graphql.ts'
import { useLocale } from '../i18n/useLocale.ts'
import { useFrame } from '../shell/frame-data.ts'
import { useMoment } from '../shell/moment.ts'
import { ExportMenu } from '../table/ExportMenu.tsx'
import { PageHead } from '../shell/PageHead.tsx'
import styles from './AlliancePage.module.css'
import { ComparedPictures } from './ComparedPictures.tsx'
import { DifferenceTable } from './DifferenceTable.tsx'

const AllianceChangesDocument = graphql(`
  query AllianceChanges($countyCode: String, $allianceId: ID, $since: Date!, $until: Date!, $asKnownAt: Instant, $locale: Locale!) {
    allianceChanges(countyCode: $countyCode, allianceId: $allianceId, from: $since, to: $until, asKnownAt: $asKnownAt) {
      alliance {
        id
        name
        kind
        stage
        memberCount
      }
      differences {
        fact
        factId
        subject(locale: $locale)
        before(locale: $locale)
        after(locale: $locale)
        institution {
          id
          name
        }
      }
    }
  }
`)

type Change = AllianceChangesQuery['allianceChanges'][number]
const route = getRouteApi('/alliances/compare')

/** 对比两个日期: what differs between two days, of one alliance or of all in the county. */
export function ComparePage(): ReactNode {
  const { t } = useTranslation('alliance')
  const locale = useLocale()
  const { today } = useFrame()
  const { asOf, asKnownAt, county } = useMoment()
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/alliances/compare' })
  const [chosen, setChosen] = useState<AllianceChoice | null>(null)
  const until = search.until ?? asOf ?? today
  const since = search.since ?? (`${Number(until.slice(0, 4)) - 1}-12-31` as IsoDate)
  const order = since < until
  // The API compares one county or one alliance.
  const asked = county !== undefined || search.alliance !== undefined
  const set = (patch: { since?: IsoDate | undefined; until?: IsoDate | undefined; alliance?: string | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...patch }), replace: true })
  const query = useQuery({
    query: AllianceChangesDocument,
    variables: { countyCode: county ?? null, allianceId: search.alliance ?? null, since, until, asKnownAt, locale },
    pause: !order || !asked,
  })
  const named =
    chosen?.id === search.alliance
      ? chosen
      : (query[0].data?.allianceChanges.find(({ alliance }) => alliance.id === search.alliance)?.alliance ?? null)
  return (
    <>
      <PageHead title={t('comparison.title')} back={<Link to="/alliances">{t('comparison.back')}</Link>} />
      <div className={styles.scroll} data-print="flow">
        <div className={styles.tab}>
          <div className={styles.tools}>
            <label className={styles.inline}>
              {t('comparison.since')}
              <DayField
                aria-label={t('comparison.since')}
                allowClear={false}
                value={since}
                onChange={(day) => set({ since: day ?? undefined })}
                style={{ width: 132 }}
              />
            </label>
            <label className={styles.inline}>
              {t('comparison.until')}
              <DayField
                aria-label={t('comparison.until')}
                allowClear={false}
                value={until}
                onChange={(day) => set({ until: day ?? undefined })}
                style={{ width: 132 }}
              />
            </label>
            <label className={styles.inline}>
              {t('comparison.alliance')}
              <AllianceSelect
                label={t('comparison.alliance')}
                placeholder={t('comparison.all')}
                width={260}
                allowClear
                value={named}
                countyCode={county}
                asOf={until}
                onChange={(alliance) => {
                  setChosen(alliance)
                  set({ alliance: alliance?.id })
                }}
              />
            </label>
            <span className={styles.spacer} />
            {asked && order && (
              <ExportMenu
                name="allianceChanges"
                columns={['alliance', 'kind', 'subject', 'what', 'before', 'after']}
                filter={{ countyCode: search.alliance ? undefined : county, allianceId: search.alliance, from: since, to: until }}
                order={{ orderBy: undefined, direction: undefined }}
                total={query[0].data?.allianceChanges.reduce((sum, { differences }) => sum + differences.length, 0)}
              />
            )}
          </div>
          {!order ? (
            <Alert type="warning" showIcon title={t('comparison.order')} />
          ) : !asked ? (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('comparison.ask')} />
          ) : (
            <QueryView query={query}>
              {({ allianceChanges }) => <Changes changes={allianceChanges} since={since} until={until} single={search.alliance} />}
            </QueryView>
          )}
        </div>
      </div>
    </>
  )
}

interface ChangesProps {
  readonly changes: readonly Change[]
  readonly since: IsoDate
  readonly until: IsoDate
}

function Changes({ changes, since, until, single }: ChangesProps & { readonly single: string | undefined }): ReactNode {
  const { t } = useTranslation('alliance')
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const toggle = (id: string) =>
    setOpen((before) => (before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id])))
  const count = changes.reduce((sum, { differences }) => sum + differences.length, 0)
  return (
    <>
      {count === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('comparison.same', { since, until })} />
      ) : (
        <div className={styles.muted}>{t('comparison.summary', { count, alliances: changes.length })}</div>
      )}
      {single && count === 0 && <ComparedPictures id={single} since={since} until={until} differences={[]} />}
      {changes.map(({ alliance, differences }) => {
        const shown = single !== undefined || open.has(alliance.id)
        return (
          <section key={alliance.id} className={styles.panel} aria-label={alliance.name}>
            <h2>
              <Link to="/alliances/$id" params={{ id: alliance.id }}>
                {alliance.name}
              </Link>
              <span className={styles.sub}>{t('comparison.count', { count: differences.length })}</span>
              {single === undefined && (
                <span className={styles.end}>
                  <Button aria-expanded={shown} onClick={() => toggle(alliance.id)}>
                    {t(shown ? 'comparison.hide' : 'comparison.pictures')}
                  </Button>
                </span>
              )}
            </h2>
            {shown && <ComparedPictures id={alliance.id} since={since} until={until} differences={differences} />}
            <DifferenceTable alliance={alliance.name} differences={differences} since={since} until={until} />
          </section>
        )
      })}
    </>
  )
}
