import { unjudged } from '@yilian/domain/staffing/counting/posting.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { countText, decimalText, MISSING } from '../i18n/format.ts'
import { FactCard } from '../shell/FactCard.tsx'
import { Place } from '../staffing/parts.tsx'
import { StateTag } from '../theme/StateTag.tsx'
import styles from './HeadCount.module.css'
import type { PostedFigures, PostedRow, ResidentsRow } from './posted.ts'

interface PostedFactsProps {
  readonly figures: PostedFigures
  readonly year: number
  /** What the residents were read from; `null`: not recorded for the year. */
  readonly residents: ResidentsRow | null
  /** Where residents are recorded. */
  readonly toResidents: ReactNode
}

/** The figure, its numerator and denominator, where they come from, and the counting rule in words. */
export function PostedFacts({ figures, year, residents, toResidents }: PostedFactsProps): ReactNode {
  const { t } = useTranslation('headCount')
  const { people, rate, says, asOf, postings } = figures
  // Nobody counts as far as it is known: that is no zero while some cannot be judged.
  const counted = unjudged(postings) && people === 0 ? null : people
  const until = asOf < `${year}-12-31` ? t('untilDay', { year, day: asOf }) : t('wholeYear', { year })
  return (
    <div className={styles.posted}>
      <FactCard title={t('rate')}>
        <div className={styles.figure}>{decimalText(rate)}</div>
        <div className={styles.quiet}>
          {countText(counted)} / {countText(figures.residents)} × 10,000 · {until}
          {rate === null && <p className={styles.missing}>{t(figures.residents === null ? 'noRate' : 'notJudged')}</p>}
        </div>
      </FactCard>
      <FactCard title={t('numerator')}>
        <div className={styles.figure}>{counted === null ? MISSING : t('peopleText', { count: counted, text: countText(counted) })}</div>
        <div className={styles.quiet}>
          {t('numeratorOf', { count: postings.length, out: countText(postings.filter(({ fault }) => fault !== null).length) })}
          <MissingLevels postings={postings} />
        </div>
      </FactCard>
      <FactCard title={t('denominator')}>
        <div className={styles.figure}>{figures.residents === null ? MISSING : countText(figures.residents)}</div>
        <div className={styles.quiet}>
          {figures.residents === null ? (
            <>
              {t('noResidents', { year })} {toResidents}
            </>
          ) : (
            <Source row={residents} />
          )}
        </div>
      </FactCard>
      <div className={styles.wide}>
        <FactCard title={t('rule')} extra={<StateTag tone="amber">{t('unverified')}</StateTag>}>
          {says}
        </FactCard>
      </div>
    </div>
  )
}

/** Which hospitals' level is not recorded, so that their postings cannot be judged; each leads to where it is recorded. */
function MissingLevels({ postings }: { readonly postings: readonly PostedRow[] }): ReactNode {
  const { t } = useTranslation('headCount')
  const { t: shell } = useTranslation('shell')
  const missing = postings.filter(({ fault }) => fault === 'HOME_LEVEL_UNREPORTED')
  if (missing.length === 0) return null
  const homes = new Map(missing.flatMap(({ home }) => (home ? [[home.id, home] as const] : [])))
  return (
    <p className={styles.missing}>
      {t('missingLevels', { count: missing.length })}
      {[...homes.values()].map((home, at) => (
        <span key={home.id}>
          {at > 0 && shell('list')}
          <Place institution={home} />
        </span>
      ))}
      {t('recordLevels')}
    </p>
  )
}

/** Where the residents were read. */
function Source({ row }: { readonly row: ResidentsRow | null }): ReactNode {
  const { t } = useTranslation('headCount')
  const { t: shell } = useTranslation('shell')
  const words = [row?.document?.number ?? row?.document?.title, row?.source, row?.sourceNote].filter((one) => one)
  return words.length === 0 ? t('noSource') : shell('colon', { label: t('source'), text: words.join(shell('list')) })
}
