import { sql } from 'kysely'
import { expect, test } from 'vitest'

import { testDatabase } from '@yilian/testing/test-database.ts'

test('columns come in camel case, names within JSON too, whatever the rows', async () => {
  const { db } = await testDatabase()
  const { rows } = await sql`select * from (values (1, null, '{"inner_name": {"deep_name": [{"a_b": 1}]}}'::jsonb, array['x_y']),
    (2, now(), null, array[]::text[])) t (plain_number, recorded_from, some_json, text_list) order by 1`.execute(db)
  expect(rows).toEqual([
    { plainNumber: 1, recordedFrom: null, someJson: { innerName: { deepName: [{ aB: 1 }] } }, textList: ['x_y'] },
    { plainNumber: 2, recordedFrom: expect.stringMatching(/Z$/), someJson: null, textList: [] },
  ])
  expect((await sql`select 1 as one_row where false`.execute(db)).rows).toEqual([])
})
