import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { countText, decimalText, MISSING } from '../i18n/format.ts'
import { FactCard } from '../shell/FactCard.tsx'
import { StateTag } from '../theme/StateTag.tsx'
import styles from './HeadCount.module.css'
import type { PostedFigures, ResidentsRow } from './posted.ts'

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
  const until = asOf < `${year}-12-31` ? t('untilDay', { year, day: asOf }) : t('wholeYear', { year })
  return (
    <div className={styles.posted}>
      <FactCard title={t('rate')}>
        <div className={styles.figure}>{decimalText(rate)}</div>
        <div className={styles.quiet}>
          {countText(people)} / {countText(figures.residents)} × 10,000 · {until}
        </div>
      </FactCard>
      <FactCard title={t('numerator')}>
        <div className={styles.figure}>{t('peopleText', { count: people, text: countText(people) })}</div>
        <div className={styles.quiet}>
          {t('numeratorOf', { count: postings.length, out: countText(postings.filter(({ fault }) => fault !== null).length) })}
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

/** Where the residents were read. */
function Source({ row }: { readonly row: ResidentsRow | null }): ReactNode {
  const { t } = useTranslation('headCount')
  const { t: shell } = useTranslation('shell')
  const words = [row?.document?.number ?? row?.document?.title, row?.source, row?.sourceNote].filter((one) => one)
  return words.length === 0 ? t('noSource') : shell('colon', { label: t('source'), text: words.join(shell('list')) })
}
