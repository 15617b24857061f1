import { expect, test } from 'vitest'

import { choose, confirm, openCommand, openDialog, typeDay } from './command-dialog.ts'
import { firstOfMonthAfter } from './days.ts'
import { yilian } from './yilian.ts'

const { open, query, idOf, server, expectProblems } = await yilian()

test('who comes second is told what the first did, keeps what was typed, and can go on from there', async () => {
  const { today } = await query('{ today }')
  const path = `/alliances/${await idOf('铁坡片区医共体')}?tab=members`
  const [first, second] = await Promise.all([open(path), open(path)])
  await openCommand(second, second.getByRole('button', { name: '调整到… 铁坡镇锦溪卫生院' }))
  await choose(second, '调整到', '铜湾', '铜湾片区医共体')
  await openDialog(second).getByRole('textbox', { name: '说明 可不填' }).fill('局务会研究同意')
  await openDialog(second).getByRole('region', { name: '变更效果' }).getByRole('article').first().waitFor()

  const leaves = firstOfMonthAfter(today, 3)
  await openCommand(first, first.getByRole('button', { name: '退出 铁坡镇锦溪卫生院' }))
  await typeDay(openDialog(first), '生效日', leaves)
  await confirm(first, `自 ${leaves} 起铁坡镇锦溪卫生院退出铁坡片区医共体`)

  const sentence = `自 ${today} 起将铁坡镇锦溪卫生院调整到铜湾片区医共体`
  await openDialog(second).getByRole('button', { name: sentence }).click()
  const stale = openDialog(second).getByRole('alert').filter({ hasText: '别人先改了这条记录' }).first()
  await stale.getByText(`自 ${leaves} 起退出：铁坡片区医共体 · 铁坡镇锦溪卫生院`).waitFor()
  expect(await openDialog(second).getByRole('textbox', { name: '说明 可不填' }).inputValue()).toBe('局务会研究同意')
  await openDialog(second).getByText('铜湾片区医共体', { exact: true }).first().waitFor()

  await stale.getByRole('button', { name: '按最新情况重新核对' }).click()
  const effect = openDialog(second).getByRole('region', { name: '变更效果' })
  await effect.getByRole('article').filter({ hasText: '铁坡片区医共体' }).getByText('变更前').first().waitFor()
  await confirm(second, sentence)
})

test('of two who admit one hospital to two tight alliances the second is told who holds it, since when', async () => {
  const { today } = await query('{ today }')
  const [first, second] = await Promise.all(
    ['郎溪县紧密型县域医共体（一）', '郎溪县紧密型县域医共体（二）'].map(async (name) =>
      open(`/alliances/${await idOf(name, 'langxi')}?tab=members`, undefined, 'langxi'),
    ),
  )
  for (const page of [first!, second!]) {
    await openCommand(page, page.getByRole('button', { name: '纳入成员' }))
    await choose(page, '机构', 'xfz', '新发镇卫生院')
    await openDialog(page).getByRole('region', { name: '变更效果' }).getByRole('article').waitFor()
  }
  await confirm(first!, `自 ${today} 起将新发镇卫生院纳入郎溪县紧密型县域医共体（一），作为成员单位`)
  await openDialog(second!)
    .getByRole('button', { name: /^自 .* 起将新发镇卫生院纳入/ })
    .click()
  await openDialog(second!)
    .getByText(`新发镇卫生院自 ${today} 起是郎溪县紧密型县域医共体（一）的成员单位，同一时间只能属于一个紧密型医共体。`)
    .waitFor()
  expect(await openDialog(second!).getByRole('combobox', { name: '机构' }).getAttribute('aria-invalid')).toBe('true')
})

test('a form outlives the server: what was typed is there when it is back, and is recorded once', async () => {
  expectProblems(/ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET/)
  const page = await open(`/alliances/${await idOf('中方县医联体')}?tab=members`)
  await openCommand(page, page.getByRole('button', { name: '纳入成员' }))
  await choose(page, '机构', 'zfzwsy', '中方镇卫生院')
  await openDialog(page).getByRole('textbox', { name: '说明 可不填' }).fill('不能丢的说明')
  await openDialog(page).getByRole('region', { name: '变更效果' }).getByRole('article').waitFor()
  await server().kill()
  await openDialog(page)
    .getByRole('button', { name: /^自 .* 起将中方镇卫生院纳入中方县医联体/ })
    .click()
  await openDialog(page).getByText('没有保存成功').waitFor()
  await openDialog(page).getByText('与服务器的连接中断，填写的内容都在。').waitFor()
  expect(await openDialog(page).getByRole('textbox', { name: '说明 可不填' }).inputValue()).toBe('不能丢的说明')
  await server().restart()
  await openDialog(page).getByRole('button', { name: '重试' }).first().click()
  await page.locator('.ant-notification').getByText('已完成').waitFor()
  await page.getByRole('region', { name: '成员清单' }).getByRole('link', { name: '中方镇卫生院' }).waitFor()
})
