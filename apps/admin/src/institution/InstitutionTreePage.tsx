import { useNavigate, useSearch } from '@tanstack/react-router'
import { Empty, Skeleton, Tree } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { countText } from '../i18n/format.ts'
import { useRegionTree, type RegionNode } from '../region/region-tree.ts'
import { StateTag } from '../theme/StateTag.tsx'
import { InstitutionsHead } from './InstitutionsHead.tsx'
import { InstitutionTable } from './InstitutionTable.tsx'
import styles from './InstitutionTreePage.module.css'

/** 按区划: regions with their counts at the left, the institutions of the one chosen at the right. */
export function InstitutionTreePage(): ReactNode {
  const { t } = useTranslation('institution')
  const { t: region } = useTranslation('region')
  const address = useSearch({ from: '/institutions/tree' })
  const navigate = useNavigate({ from: '/institutions/tree' })
  const { roots, upper, only, fetching, load } = useRegionTree()
  // Where there is one county, it is what one comes to see.
  const search = { ...address, region: address.region ?? only ?? undefined }
  const chosen = findRegion(roots, search.region)
  return (
    <InstitutionsHead view="tree">
      {(create) => (
        <div className={styles.split}>
          <aside className={styles.tree} aria-label={region('tree')}>
            {roots.length === 0 && fetching ? (
              <Skeleton active title={false} paragraph={{ rows: 8 }} style={{ padding: 12 }} />
            ) : (
              <Tree
                blockNode
                showLine={{ showLeafIcon: false }}
                defaultExpandedKeys={[...upper]}
                selectedKeys={search.region ? [search.region] : []}
                loadData={({ key }) => load(String(key))}
                treeData={roots.map(treeNode)}
                titleRender={({ region: node }) => <RegionTitle region={node} />}
                onSelect={([key]) =>
                  void navigate({
                    search: (before) => ({
                      ...before,
                      region: key === undefined ? undefined : String(key),
                      after: undefined,
                      before: undefined,
                      from: undefined,
                    }),
                  })
                }
              />
            )}
          </aside>
          <div className={styles.list}>
            {search.region === undefined ? (
              <Empty
                image={Empty.PRESENTED_IMAGE_SIMPLE}
                style={{ marginTop: 96 }}
                description={
                  <>
                    {t('tree.choose')}
                    <br />
                    <span className={styles.quiet}>{t('tree.chooseAdvice')}</span>
                  </>
                }
              />
            ) : (
              <InstitutionTable
                label={chosen ? t('tree.within', { region: chosen.name }) : t('title')}
                search={search}
                onSearch={(patch, replace = false) => void navigate({ search: (before) => ({ ...before, ...patch }), replace })}
                regionFixed
                onCreate={create}
              />
            )}
          </div>
        </div>
      )}
    </InstitutionsHead>
  )
}

interface TreeNode {
  readonly key: string
  readonly title: string
  readonly isLeaf: boolean
  readonly region: RegionNode
  readonly children?: TreeNode[]
}

function treeNode(region: RegionNode): TreeNode {
  return {
    key: region.code,
    title: region.name,
    isLeaf: region.leaf,
    region,
    ...(region.children ? { children: region.children.map(treeNode) } : {}),
  }
}

function RegionTitle({ region }: { readonly region: RegionNode }): ReactNode {
  const { t } = useTranslation('region')
  return (
    <span className={styles.node}>
      <span>{region.name}</span>
      {region.statisticalOnly && (
        <span title={t('statisticalHint')}>
          <StateTag tone="grey">{t('statistical')}</StateTag>
        </span>
      )}
      {region.institutions !== null && (
        <span className={styles.count} data-none={region.institutions === 0}>
          {countText(region.institutions)}
        </span>
      )}
    </span>
  )
}

function findRegion(nodes: readonly RegionNode[], code: string | undefined): RegionNode | undefined {
  for (const node of nodes) {
    const found = node.code === code ? node : findRegion(node.children ?? [], code)
    if (found) return found
  }
  return undefined
}
