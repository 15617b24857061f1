import { Button, Empty } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChangeInWordsFragment } from '../graphql/graphql.ts'
import { ChangeEntry } from './ChangeEntry.tsx'
import styles from './ChangeList.module.css'

interface ChangePageViewProps {
  readonly page: {
    readonly totalCount: number
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null }
    readonly nodes: readonly ChangeInWordsFragment[]
  }
  /** The newest ones. */
  readonly first: boolean
  /** What stands below once earlier ones are asked for. */
  readonly next: (after: string) => ReactNode
}

/** One page of changes; the page below it is read when it is asked for. */
export function ChangePageView({ page: { nodes, totalCount, pageInfo }, first, next }: ChangePageViewProps): ReactNode {
  const { t } = useTranslation('history')
  const [more, setMore] = useState(false)
  return (
    <>
      {first &&
        (nodes.length === 0 ? (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('empty')} />
        ) : (
          <p className={styles.total}>{t('total', { count: totalCount })}</p>
        ))}
      <ol className={styles.entries} aria-label={t('label')}>
        {nodes.map((change) => (
          <ChangeEntry key={change.id} change={change} />
        ))}
      </ol>
      {pageInfo.hasNextPage &&
        pageInfo.endCursor &&
        (more ? (
          next(pageInfo.endCursor)
        ) : (
          <Button block onClick={() => setMore(true)}>
            {t('more')}
          </Button>
        ))}
    </>
  )
}
