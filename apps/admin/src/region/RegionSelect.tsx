import { TreeSelect } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { graphql } from '../graphql/gql.ts'
import { useMoment } from '../shell/moment.ts'
import { useRegionTree, type RegionNode } from './region-tree.ts'

const RegionNameDocument = graphql(`
  query RegionName($code: String!, $asOf: Date, $asKnownAt: Instant) {
    region(code: $code, asOf: $asOf, asKnownAt: $asKnownAt) {
      code
      name
    }
  }
`)

interface RegionSelectProps {
  readonly value: string | null | undefined
  readonly onChange: (code: string | null) => void
  readonly placeholder?: string
  readonly width?: number | string
  /** Label, id and state from the form. */
  readonly control?: {
    readonly id?: string
    readonly status?: '' | 'error'
    readonly 'aria-invalid'?: boolean
    readonly 'aria-describedby'?: string | undefined
    readonly 'aria-label'?: string
  }
}

/** A region, from the county down to the village, read level by level. */
export function RegionSelect({ value, onChange, placeholder, width = '100%', control }: RegionSelectProps): ReactNode {
  const { t } = useTranslation('region')
  const { asOf, asKnownAt } = useMoment()
  const [opened, setOpened] = useState(false)
  const { roots, upper, load } = useRegionTree(opened)
  const [unfolded, setUnfolded] = useState<readonly string[] | null>(null)
  const [{ data }] = useQuery({ query: RegionNameDocument, variables: { code: value ?? '', asOf, asKnownAt }, pause: !value })
  return (
    <TreeSelect<{ value: string; label: ReactNode }>
      {...control}
      style={{ width }}
      allowClear
      showSearch={{ treeNodeFilterProp: 'title' }}
      placeholder={placeholder ?? t('any')}
      popupMatchSelectWidth={280}
      onOpenChange={(open) => setOpened(opened || open)}
      treeExpandedKeys={[...(unfolded ?? upper)]}
      onTreeExpand={(keys) => setUnfolded(keys.map(String))}
      treeData={roots.map(optionOf)}
      loadData={(node) => load(String(node.value))}
      value={value ? { value, label: data?.region?.code === value ? data.region.name : value } : undefined}
      labelInValue
      onChange={(chosen: { value: string; label: ReactNode } | undefined) => onChange(chosen?.value ?? null)}
    />
  )
}

interface Option {
  readonly value: string
  readonly title: string
  readonly isLeaf: boolean
  readonly selectable: boolean
  readonly children?: Option[]
}

function optionOf({ code, name, leaf, institutions, children }: RegionNode): Option {
  return {
    value: code,
    title: name,
    isLeaf: leaf,
    selectable: institutions !== null,
    ...(children ? { children: children.map(optionOf) } : {}),
  }
}
