import { CODE_LISTS } from '@yilian/domain/code-lists/code-lists.ts'
import { testDatabase } from '@yilian/testing/test-database.ts'
import { expect, test } from 'vitest'

import { testApi } from '../../test/api.ts'

const { db, countStatements } = await testDatabase()
const api = await testApi(db)

test('every list of the domain is there, with labels in both languages, without asking the database', async () => {
  const sent = await countStatements(async () => {
    const { codeLists } = await api.query(
      '{ codeLists { name zh: label en: label(locale: en) provenance sources items { code zh: label en: label(locale: en) provenance sources official } } }',
    )
    expect((codeLists as { name: string }[]).map(({ name }) => name)).toEqual(Object.keys(CODE_LISTS))
    for (const list of codeLists) {
      expect(list.items.length).toBeGreaterThan(1)
      for (const item of list.items)
        expect(
          [item.zh, item.en].every((label: string) => label.length > 0),
          item.code,
        ).toBe(true)
    }
  })
  expect(sent).toEqual([])
})

test('a code of a national list says so only where it was checked; the product’s own terms never do', async () => {
  const { levels, roles, none } = await api.query(`{
    levels: codeList(name: "hospitalLevel") { standard provenance items { code label provenance official validFrom validTo } }
    roles: codeList(name: "membershipRole") { standard provenance items { official } }
    none: codeList(name: "nothing") { name }
  }`)
  expect(levels.standard).toBe('医院等级(14 项)')
  expect(levels.items).toContainEqual({
    code: 'LEVEL_2',
    label: '二级',
    provenance: 'VERIFIED',
    official: true,
    validFrom: null,
    validTo: null,
  })
  expect(levels.items).toContainEqual({
    code: 'UNREPORTED',
    label: '未报告',
    provenance: 'PRODUCT',
    official: false,
    validFrom: null,
    validTo: null,
  })
  expect(roles).toEqual({ standard: null, provenance: 'PRODUCT', items: [{ official: false }, { official: false }, { official: false }] })
  expect(none).toBeNull()
})
