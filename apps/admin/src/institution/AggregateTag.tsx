import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { StateTag } from '../theme/StateTag.tsx'

/** One entry for several institutions. */
export function AggregateTag({ count }: { readonly count: number }): ReactNode {
  const { t } = useTranslation('institution')
  return count > 1 ? (
    <span title={t('aggregateHint', { count })}>
      <StateTag tone="grey">{t('aggregate', { count })}</StateTag>
    </span>
  ) : null
}
