import { LeftOutlined } from '@ant-design/icons'
import { Tabs } from 'antd'
import type { ReactNode } from 'react'
import styles from './PageHead.module.css'

export interface Fact {
  readonly label: string
  readonly value: ReactNode
}

export interface PageTab<Key extends string> {
  readonly key: Key
  readonly label: ReactNode
}

interface PageHeadProps<Key extends string> {
  readonly title: ReactNode
  /** Beside the title: status, mark of a plan, … */
  readonly tags?: ReactNode
  /** The three to five facts that matter. */
  readonly facts?: readonly Fact[] | undefined
  readonly actions?: ReactNode
  /** A link back to where this page belongs. */
  readonly back?: ReactNode
  readonly tabs?: readonly PageTab<Key>[] | undefined
  readonly tab?: Key
  readonly onTab?: (tab: Key) => void
}

/** The head of every page: where it belongs, title, facts, actions, tabs. The tab is kept in the address by the page. */
export function PageHead<Key extends string>({ title, tags, facts, actions, back, tabs, tab, onTab }: PageHeadProps<Key>): ReactNode {
  return (
    <header className={styles.head} data-tabs={tabs !== undefined}>
      {back && (
        <div className={styles.back} data-print="no">
          <LeftOutlined aria-hidden /> {back}
        </div>
      )}
      <div className={styles.row}>
        <h1 className={styles.title}>{title}</h1>
        {tags && <div className={styles.tags}>{tags}</div>}
        {actions && (
          <div className={styles.actions} data-print="no">
            {actions}
          </div>
        )}
      </div>
      {facts && facts.length > 0 && (
        <dl className={styles.facts}>
          {facts.map(({ label, value }) => (
            <div key={label} className={styles.fact}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {tabs && (
        <div data-print="no">
          <Tabs
            items={tabs.map(({ key, label }) => ({ key, label }))}
            {...(tab === undefined ? {} : { activeKey: tab })}
            onChange={(key) => onTab?.(tabs.find((one) => one.key === key)!.key)}
            tabBarStyle={{ marginBottom: 0 }}
          />
        </div>
      )}
    </header>
  )
}
