import { expect, test } from 'vitest'

import { filledIn, upload, type Row } from './import-file.ts'
import { settled } from './watched-page.ts'
import { yilian } from './yilian.ts'

const { open, query } = await yilian()
const FILE = '新增机构.xlsx'

const RIGHT: Row = {
  机构编码: 'E2E-1',
  机构名称: '中方县康复医院',
  机构类别: '康复医院',
  所在区划: '中方县',
  床位数: 120,
  生效日: '2024-03-01',
}
const FAULTY: Row = {
  机构编码: 'E2E-2',
  机构名称: '接龙镇第二卫生院',
  机构类别: '卫生院院',
  所在区划: '接龙镇',
  床位数: '二十',
  生效日: '2024-02-30',
}
const MENDED: Row = { ...FAULTY, 机构类别: '乡卫生院', 床位数: 20, 生效日: '2024-02-29' }

test('a faulty file is told at its cells, mended, imported, and changes nothing the second time', async () => {
  const page = await open('/import?county=431221')
  await upload(page, await filledIn(page, [RIGHT, FAULTY]), FILE)
  const rows = page.getByRole('table', { name: '逐行检查结果' }).last()
  const cellOf = (value: string) => rows.getByRole('cell', { name: value })
  await cellOf('卫生院院').getByText('“卫生院院”不在机构类别中，请从列表中选择。').waitFor()
  await cellOf('二十').getByText('“二十”不是不小于 0 的整数。').waitFor()
  await cellOf('2024-02-30').getByText('“2024-02-30”不是有效日期，请按 2020-07-31 的格式填写。').waitFor()
  expect(await rows.getByRole('row').filter({ hasText: '有误' }).count()).toBe(1)
  expect(await page.getByRole('button', { name: '只写入无误的 1 行' }).isEnabled()).toBe(true)
  const recorded = 'query { institutions(filter: { countyCode: "431221", search: "E2E-" }) { totalCount } }'
  expect(await query(recorded)).toEqual({ institutions: { totalCount: 0 } })

  await page.getByRole('link', { name: '重新上传改正后的文件' }).click()
  await page.getByRole('heading', { level: 1, name: '导入' }).waitFor()
  const mended = await filledIn(page, [RIGHT, MENDED])
  await upload(page, mended, FILE)
  expect(await rows.getByText('新增', { exact: true }).count()).toBe(2)
  await page.getByRole('button', { name: '写入 2 行' }).click()
  await page.getByText('写入 2 行，无变化 0 行，未写入 0 行。').waitFor()
  expect(await query(recorded)).toEqual({ institutions: { totalCount: 2 } })
  await page.getByRole('link', { name: '查看机构' }).click()
  await page.getByRole('heading', { level: 1, name: '机构' }).waitFor()
  await page
    .getByRole('textbox', { name: /搜索|名称/ })
    .first()
    .fill('zfxkfyy')
  await page.getByRole('link', { name: '中方县康复医院' }).waitFor()

  await page.goto('/import?county=431221')
  await settled(page)
  await upload(page, mended, FILE)
  expect(await rows.getByText('无变化', { exact: true }).count()).toBe(2)
  await page.getByText('没有可写入的行').waitFor()
  expect(await page.getByRole('button', { name: /写入/ }).count()).toBe(0)
})
