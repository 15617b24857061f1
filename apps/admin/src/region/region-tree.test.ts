import { expect, test } from 'vitest'
import { treeOf, type RegionNode } from './region-tree.ts'

const hunan = { code: '430000000000', name: '湖南省' }
const huaihua = { code: '431200000000', name: '怀化市', parent: hunan }
const zhongfang = { code: '431221000000', name: '中方县', institutionCount: 30, parent: huaihua }
const yuanling = { code: '431222000000', name: '沅陵县', institutionCount: 8, parent: huaihua }
const node = (code: string, name: string): RegionNode => ({
  code,
  name,
  statisticalOnly: false,
  institutions: 1,
  children: undefined,
  leaf: false,
})

test('counties of one prefecture stand together under it', () => {
  const [province] = treeOf([zhongfang, yuanling], new Map())
  expect(province?.children).toHaveLength(1)
  expect(province?.children?.[0]?.children?.map(({ name }) => name)).toEqual(['中方县', '沅陵县'])
})

test('what has been loaded hangs below its region, and none below means a leaf', () => {
  const loaded = new Map([
    [zhongfang.code, [node('431221100000', '中方镇')]],
    ['431221100000', []],
  ])
  const county = treeOf([zhongfang], loaded)[0]?.children?.[0]?.children?.[0]
  expect(county?.children?.[0]).toMatchObject({ name: '中方镇', leaf: true, children: [] })
})
