import { parse } from 'csv-parse/sync'
import { readXlsx } from 'hucre/xlsx'
import { testDatabase } from '@yilian/testing/test-database.ts'
import { beforeAll, expect, test } from 'vitest'

import { fileServer } from '../../test/file-server.ts'
import { makers, recorded, type Made } from '../../test/make.ts'

const database = await testDatabase()
const server = await fileServer(database)
const make = makers(server)

let hospital: Made
let township: Made
let alliance: Made
let document: { id: string; number: string }

beforeAll(async () => {
  hospital = await make.hospital({
    name: '中方县人民医院',
    level: 'LEVEL_2',
    grade: 'A',
    beds: 1300,
    siteArea: '9000.50',
    creditCode: null,
  })
  township = await make.institution({
    name: '铜湾镇中心卫生院',
    category: 'C210',
    code: '0012',
    servedPopulation: 31233,
    parentId: hospital.id,
  })
  await make.institution({ name: '=1+1', aliases: ['@SUM(A1)'], address: '+8613800000000' })
  alliance = await make.alliance({ name: '铜湾片区医共体', leadId: hospital.id })
  await make.membership({ alliance, institution: township })
  await make.institution({ name: '新设卫生院', on: '2021-01-01' })
})

const file = async (path: string) => {
  const answer = await server.get(`/files/${path}`)
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
  return answer
}
const csvOf = async (path: string): Promise<string[][]> => parse(await (await file(path)).text(), { bom: true, relax_column_count: true })
const query = (given: Record<string, unknown>): string =>
  new URLSearchParams(
    Object.entries(given).map(([name, value]) => [name, typeof value === 'object' ? JSON.stringify(value) : String(value)]),
  ).toString()

const COUNTY = { filter: { countyCode: '431221' } }

test('institutions come with the rows, columns, order and day of the screen', async () => {
  const rows = await csvOf(
    `export/institutions.csv?${query({ ...COUNTY, columns: 'name,level,region,alliances,status,beds,siteArea,code,parent,openedOn', orderBy: 'BEDS', direction: 'DESC', asOf: '2020-07-31', locale: 'zh' })}`,
  )
  expect(rows.slice(0, 5)).toEqual([
    ['中方县 机构'],
    ['按 2020-07-31 有效'],
    ['机构名称', '级别等次', '所在区划', '所属医共体', '状态', '床位数（张）', '占地面积（平方米）', '机构编码', '上级机构', '设立日期'],
    ['中方县人民医院', '二级甲等', '中方县', '铜湾片区医共体（牵头单位）', '在业', '1300', '9000.5', expect.any(String), '', '2015-01-01'],
    expect.any(Array),
  ])
  const second = rows.find(([name]) => name === '铜湾镇中心卫生院')
  expect(second).toEqual(['铜湾镇中心卫生院', '未报告', '铜湾镇', '铜湾片区医共体', '在业', '', '', '0012', '中方县人民医院', '2015-01-01'])
  expect(rows).toHaveLength(3 + 3)
  const later = await csvOf(`export/institutions.csv?${query({ ...COUNTY, columns: 'name,beds', asOf: '2021-01-01' })}`)
  expect(later.map(([name]) => name)).toContain('新设卫生院')
})
