import { expect, test } from 'vitest'

import { choose, confirm, openCommand, openDialog, typeDay } from './command-dialog.ts'
import { dayBefore, firstOfMonthAfter } from './days.ts'
import { settled } from './watched-page.ts'
import { yilian } from './yilian.ts'

const { open, query, idOf } = await yilian()

test('an institution is found by the initials of its pinyin, and its alliance read as of a day', async () => {
  const page = await open('/')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: '搜索' }).fill('twzx')
  await page.getByRole('option', { name: /铜湾镇中心卫生院/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: '铜湾镇中心卫生院' }).waitFor()
  await typeDay(page, '时点', '2020-07-31')
  await page.getByText('按 2020-07-31 有效的结构显示').waitFor()
  await page.getByRole('link', { name: '铜湾片区医共体' }).first().click()
  const picture = page.getByRole('group', { name: '铜湾片区医共体 2020-07-31 的结构' })
  await picture.waitFor()
  expect(await picture.getByRole('link').evaluateAll((boxes) => boxes.map((box) => box.getAttribute('aria-label')))).toEqual([
    '铜湾镇中心卫生院, 中心卫生院',
    '铜鼎镇卫生院, 乡卫生院',
  ])
  expect(new URL(page.url()).searchParams.get('asOf')).toBe('2020-07-31')
})

test('on 2020-07-31 铁坡 manages people, money and goods as one, 泸阳 disputes its lead, and the day before there is none of them', async () => {
  const page = await open(`/alliances/${await idOf('铁坡片区医共体')}?asOf=2020-07-31`)
  const picture = page.getByRole('group', { name: '铁坡片区医共体 2020-07-31 的结构' })
  await picture.getByRole('link', { name: '铁坡镇中心卫生院' }).waitFor()
  await picture.getByRole('link', { name: '铁坡镇锦溪卫生院' }).waitFor()
  await page.getByRole('tab', { name: '统一管理' }).click()
  const inForce = page.getByRole('gridcell', { name: /^全体成员, .*, 已统一/ })
  await inForce.first().waitFor()
  expect(await inForce.evaluateAll((cells) => cells.map((cell) => cell.getAttribute('aria-label')))).toEqual([
    '全体成员, 人员（人事）, 已统一',
    '全体成员, 财务, 已统一',
    '全体成员, 设备物资, 已统一',
  ])

  await page.getByRole('link', { name: '医共体', exact: true }).first().click()
  await page.getByRole('link', { name: '泸阳片区医联体' }).click()
  await page.getByText('自主选择的不一致').waitFor()
  const disputed = page.getByRole('group', { name: '泸阳片区医联体 2020-07-31 的结构' })
  await disputed.getByRole('link', { name: '怀化市第二人民医院, 自主选择' }).waitFor()
  await disputed.getByRole('link', { name: '湖南医药学院第一附属医院, 上级指定' }).waitFor()

  await typeDay(page, '时点', '2020-07-30')
  await page.getByText('2020-07-30 时尚未成立，2020-07-31 起存续。').waitFor()
  await page.getByRole('link', { name: '医共体', exact: true }).first().click()
  await settled(page)
  expect(await page.getByRole('link', { name: /铜湾|铁坡|泸阳/ }).count()).toBe(0)
})

test('a member is transferred from next month, the plan is marked, corrected, read both ways, and the correction undone', async () => {
  const { today } = await query('{ today }')
  const [planned, postponed] = [firstOfMonthAfter(today, 1), firstOfMonthAfter(today, 2)]
  const page = await open(`/alliances/${await idOf('铜湾片区医共体')}?tab=members`)
  await openCommand(page, page.getByRole('button', { name: '调整到… 铜鼎镇卫生院' }))
  await choose(page, '调整到', '铁坡', '铁坡片区医共体')
  await typeDay(openDialog(page), '生效日', planned)
  const effect = openDialog(page).getByRole('region', { name: '变更效果' })
  const leaves = effect.getByRole('article').filter({ hasText: '铜湾片区医共体' })
  await leaves.getByText(`变更后成员单位 · 2020-07-31 至 ${dayBefore(planned)}`).waitFor()
  await leaves.getByText('变更前成员单位 · 2020-07-31 起').waitFor()
  const joins = effect.getByRole('article').filter({ hasText: '铁坡片区医共体' })
  await joins.getByText(`变更后成员单位 · ${planned} 起 未来生效`).waitFor()
  await joins.getByText('变更前（无记录）').waitFor()
  await confirm(page, `自 ${planned} 起将铜鼎镇卫生院调整到铁坡片区医共体`)

  // Not yet a member of today, but to be seen, and there on its day.
  const id = await idOf('铁坡片区医共体')
  await page.goto(`/alliances/${id}?tab=members`)
  await settled(page)
  const timeline = page.getByRole('region', { name: '成员变动' })
  await timeline.getByRole('button', { name: `铜鼎镇卫生院, 成员单位, ${planned} 起, 未来` }).waitFor()
  const members = page.getByRole('region', { name: '成员清单' })
  expect(await members.getByRole('link', { name: '铜鼎镇卫生院' }).count()).toBe(0)
  await members.getByText('全部（含已退出和未来）').click()
  await members
    .getByRole('row', { name: /铜鼎镇卫生院/ })
    .getByText('未来')
    .waitFor()
  await typeDay(page, '时点', planned)
  await page.getByText(`未来时点：按 ${planned} 将有效的结构显示`).waitFor()
  await page.getByRole('tab', { name: '结构' }).click()
  await page
    .getByRole('group', { name: `铁坡片区医共体 ${planned} 的结构` })
    .getByRole('link', { name: /铜鼎镇卫生院/ })
    .waitFor()
  await page.getByRole('button', { name: '回到今日' }).click()
  await page.getByRole('group', { name: `铁坡片区医共体 ${today} 的结构` }).waitFor()
  expect(await page.getByRole('link', { name: /铜鼎镇卫生院/ }).count()).toBe(0)

  // The plan was wrong by a month.
  const before = new Date().toISOString()
  await page.getByRole('tab', { name: '成员' }).click()
  await members.getByText('全部（含已退出和未来）').click()
  await page.getByRole('button', { name: '更多 铜鼎镇卫生院' }).click()
  await openCommand(page, page.getByRole('menuitem', { name: '更正成员记录' }))
  await typeDay(openDialog(page), '第 1 段 起始日', postponed)
  await openDialog(page).getByRole('region', { name: '更正效果' }).getByText(`原记录成员单位 · ${planned} 起`).waitFor()
  await confirm(page, '更正铜鼎镇卫生院在铁坡片区医共体的成员记录')

  // Both histories: on the timeline side by side, and the former one as it was known then.
  const [now, then] = [`铜鼎镇卫生院, 成员单位, ${postponed} 起, 未来`, `铜鼎镇卫生院, 成员单位, ${planned} 起, 已更正`]
  await timeline.getByRole('button', { name: now }).waitFor()
  expect(await timeline.getByRole('button', { name: then }).count()).toBe(0)
  await timeline.getByText('显示更正前的记录').click()
  await timeline.getByRole('button', { name: then }).waitFor()
  await page.goto(`/alliances/${id}?tab=members&knownAt=${before}`)
  await page.getByText('只显示截至').waitFor()
  await timeline.getByRole('button', { name: `铜鼎镇卫生院, 成员单位, ${planned} 起, 未来` }).waitFor()
  expect(await page.getByRole('button', { name: '纳入成员' }).isDisabled()).toBe(true)
  await page.getByRole('button', { name: '回到现在所知' }).click()
  await timeline.getByRole('button', { name: now }).waitFor()

  await page.getByRole('tab', { name: '变更记录' }).click()
  const correction = page.getByRole('listitem').filter({ hasText: '更正成员记录' }).first()
  await correction.getByRole('button', { name: /^撤回第 \d+ 号变更$/ }).click()
  await openDialog(page).getByText(`更正后成员单位 · ${planned} 起`).waitFor()
  await openDialog(page)
    .getByRole('button', { name: /^撤回第 \d+ 号变更$/ })
    .click()
  await correction.getByText(/^已由第 \d+ 号变更撤回$/).waitFor()
  await page.getByRole('tab', { name: '成员' }).click()
  await timeline.getByRole('button', { name: `铜鼎镇卫生院, 成员单位, ${planned} 起, 未来` }).waitFor()
})
