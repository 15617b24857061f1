import { testDatabase } from '@yilian/testing/test-database.ts'
import { expect, test } from 'vitest'

import { excel } from '../../test/files.ts'
import { fileServer } from '../../test/file-server.ts'

const database = await testDatabase()
const server = await fileServer(database)
const HEADER = ['机构编码', '机构名称', '机构类别', '等级', '所在区划', '上级机构', '床位数', '生效日']

test('smoke', async () => {
  const data = await excel([
    HEADER,
    ['ZF01', '中方县人民医院', '综合医院', '二级甲等', '中方县', null, 200, '不详'],
    [null, '铜湾镇中心卫生院', '中心卫生院', '一甲', '铜湾镇', '中方县人民医院', 60, '2019-06-01'],
  ])
  const run = await server.upload('INSTITUTIONS', data)
  console.log(JSON.stringify(run, null, 1).slice(0, 3000))
  const done = await server.commit(run['id'])
  console.log(JSON.stringify(done, null, 1).slice(0, 1500))
  expect(done['state']).toBe('DONE')
  const again = await server.upload('INSTITUTIONS', data)
  console.log(JSON.stringify(again, null, 1).slice(0, 3000))
})
