import { useTranslation } from 'react-i18next'
import { useMoment } from '../shell/moment.ts'

/** Why nothing can be changed now, or `null`: commands act on what is known today, not on an earlier knowledge. */
export function useFrozen(): string | null {
  const { t } = useTranslation('alliance')
  const { asKnownAt } = useMoment()
  return asKnownAt === undefined ? null : t('frozen')
}
