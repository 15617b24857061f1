import { loadDemo } from '@yilian/demo-data/load.ts'
import { testDatabase } from '@yilian/testing/test-database.ts'
import { parse } from 'csv-parse/sync'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'

import { fileServer } from '../../test/file-server.ts'
import { partOf } from '../../test/unzip.ts'

const database = await testDatabase()
await loadDemo(database.owner, () => {})
const server = await fileServer(database)

async function get(format: string, given: Readonly<Record<string, string>>): Promise<Response> {
  const answer = await server.get(`/files/export/projects.${format}?${new URLSearchParams(given)}`)
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
  return answer
}

/** The paragraphs of a Word file that have text, in order. */
function textOfWord(data: Uint8Array): string[] {
  return [...partOf(data, 'word/document.xml').matchAll(/<w:p[ >].*?<\/w:p>/gs)].flatMap(([paragraph]) => {
    const text = [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, run]) => run).join('')
    return text === '' ? [] : [text]
  })
}

const COUNTY = JSON.stringify({ countyCode: '431221' })

test('the progress table has money in 万元, and empty cells for what nobody reported', async () => {
  const columns = 'name,institutions,stage,progress,suspended,started,planned,arrived,paid,units,unitsDone,problems,nextSteps'
  const text = await (await get('csv', { filter: COUNTY, columns, asOf: '2020-08-06' })).text()
  const rows: string[][] = parse(text, { bom: true, relax_column_count: true })
  expect(rows.slice(0, 3)).toEqual([
    ['中方县 建设项目进度表'],
    ['截至 2020-08-06'],
    [
      '项目名称',
      '机构',
      '项目阶段',
      '形象进度',
      '停工',
      '实际开工',
      '计划资金（万元）',
      '到位资金（万元）',
      '支付资金（万元）',
      '个数（个）',
      '完成个数（个）',
      '存在问题',
      '下步措施',
    ],
  ])
  const of = (name: string) => rows.find(([first]) => first === name)?.slice(1)
  expect(of('中方县中医医院建设')).toEqual([
    '中方县中医医院',
    '地下室',
    '基础、地下室建设中',
    '',
    '2019-12-13',
    '',
    '0',
    '',
    '1',
    '',
    '上级资金未到位',
    '基础完成后转主体建设',
  ])
  expect(of('泸阳中心卫生院业务综合楼')?.slice(1, 4)).toEqual(['', '一直停工', '停工日不详'])
  expect(of('村卫生室标准化建设')).toEqual(['', '', '已建成122个；标为已完成', '', '', '78', '0', '', '130', '122', '', ''])
  expect(rows).toHaveLength(3 + 8)
})

test('a workbook has amounts as numbers; the filter, order and language are those of the screen', async () => {
  const filter = JSON.stringify({ countyCode: '431221', fundingSources: ['PROVINCIAL'] })
  const answer = await get('xlsx', {
    filter,
    columns: 'name,planned,stage',
    orderBy: 'PLANNED',
    direction: 'DESC',
    locale: 'en',
    asOf: '2020-08-06',
  })
  const { sheets } = await readXlsx(new Uint8Array(await answer.arrayBuffer()))
  expect(sheets[0]?.rows.slice(2)).toEqual([
    ['Project', 'Planned funds (CNY 10,000)', 'Stage'],
    ['村卫生室标准化建设', 78, null],
    ['2020年乡镇卫生院业务用房修缮（4镇）', null, null],
  ])
})

test('a Word table has the columns that fit a page, or those asked for, and all rows', async () => {
  const answer = await get('docx', { filter: COUNTY, asOf: '2020-08-06' })
  expect(answer.headers.get('content-type')).toBe('application/vnd.openxmlformats-officedocument.wordprocessingml.document')
  expect(decodeURIComponent(answer.headers.get('content-disposition')!)).toContain('中方县_建设项目进度表_2020-08-06.docx')
  const text = textOfWord(new Uint8Array(await answer.arrayBuffer()))
  expect(text.slice(0, 6)).toEqual(['中方县 建设项目进度表', '截至 2020-08-06', '项目名称', '建设性质', '施工单位', '批复投资（万元）'])
  expect(text.filter((one) => one === '停工日不详')).toHaveLength(1)
  expect(text).toEqual(expect.arrayContaining(['泸阳中心卫生院业务综合楼', '基础完成后转主体建设', '78.00']))
  const some = textOfWord(new Uint8Array(await (await get('docx', { filter: COUNTY, columns: 'name,units', locale: 'en' })).arrayBuffer()))
  expect(some.slice(2, 4)).toEqual(['Project', 'Units'])
})

test('a filter that is none is refused', async () => {
  const wrong = await server.get(`/files/export/projects.csv?${new URLSearchParams({ filter: '{"stages":["NOWHERE"]}' })}`)
  expect(wrong.status).toBe(400)
})
