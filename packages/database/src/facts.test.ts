import { sql } from 'kysely'
import { expect, test } from 'vitest'

import { testDatabase } from '@yilian/testing/test-database.ts'

import { CONSTRUCTION_FACTS } from './construction-facts.ts'
import { sqlName } from './sql-name.ts'

test('the decimals of construction facts are the numeric columns of their tables', async () => {
  const { db } = await testDatabase()
  for (const fact of Object.values(CONSTRUCTION_FACTS)) {
    const { rows } = await sql<{ name: string }>`select column_name as name from information_schema.columns
      where table_schema = 'public' and table_name = ${sqlName(fact.table)}
        and data_type = 'numeric' order by 1`.execute(db)
    const names = rows.map(({ name }) => name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()))
    expect(names, fact.table).toEqual('decimals' in fact ? fact.decimals.toSorted() : [])
  }
})
