import { readFile } from 'node:fs/promises'

import { COMMANDS, type CommandKey } from '@yilian/domain/commands.ts'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'

import { choose, labelled, openCommand, openDialog, typeDay } from './command-dialog.ts'
import { atRest, settled } from './watched-page.ts'
import { filled, LANGUAGES, wordsIn, type Language } from './words.ts'
import { yilian } from './yilian.ts'

const { open, query } = await yilian()
const ENGINEER = 'construction'
const LEADER = 'leader'
const OPTIONS = {
  zh: { repair: '修缮', start: '开工', basement: '地下室', provincial: '省级财政', funds: '资金未到位' },
  en: { repair: 'Repair', start: 'Construction start', basement: 'Basement', provincial: 'Provincial funds', funds: 'Funds not arrived' },
} as const

/** The day some days before today. */
function daysBefore(today: string, days: number): string {
  return new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10)
}

/** Presses the button that says what will happen, and waits until it is said that it did. */
async function confirm(page: Page, sentence: string, language: Language): Promise<void> {
  await openDialog(page).getByRole('button', { name: sentence, exact: true }).click()
  await page.locator('.ant-notification').getByText(wordsIn(language).command.done, { exact: true }).waitFor()
  await openDialog(page).waitFor({ state: 'hidden' })
  await settled(page)
}

/** The button of a command, named as the trade names it; `of` says beside what it stands. */
function command(within: Page | Locator, key: CommandKey, language: Language, of = ''): Locator {
  return within.getByRole('button', { name: `${COMMANDS[key][language]}${of && ` ${of}`}`, exact: true }).first()
}

/** Types an amount in 万元. */
async function typeAmount(page: Page, label: string, amount: string): Promise<void> {
  await openDialog(page)
    .getByRole('textbox', { name: labelled(label) })
    .fill(amount)
}

test.each(LANGUAGES)(
  'in %s: a new project, its stages, a stop, money, a report returned and accepted, and the table handed in',
  async (language) => {
    const { project: words, projectCommand: form, table } = wordsIn(language)
    const options = OPTIONS[language]
    const { today } = await query('{ today }')
    const [began, back, stopped, resumed] = [60, 45, 30, 20].map((days) => daysBefore(today, days)) as [string, string, string, string]
    const name = language === 'zh' ? '铁坡镇卫生院门诊楼修缮' : 'Repair of the Tiepo outpatient building'
    const page = await open(`/projects?county=431221&lang=${language}`, undefined, ENGINEER)

    // A new project.
    await openCommand(page, page.getByRole('button', { name: COMMANDS.createProject[language] }).first())
    await openDialog(page).getByRole('textbox', { name: form.name }).fill(name)
    await choose(page, form.kind, options.repair, options.repair)
    await openDialog(page).getByRole('combobox', { name: form.region }).click()
    await page.locator('.ant-select-tree-title', { hasText: '中方县' }).first().click()
    await confirm(page, filled(form.createSaid, { name }), language)
    await page.getByRole('heading', { level: 1, name }).waitFor()
    await page.getByRole('main').getByText(words.stageUnknown, { exact: true }).first().waitFor()

    // Its stages: on, and back only for a reason.
    await openCommand(page, command(page, 'recordStage', language))
    await choose(page, form.stage, options.basement, options.basement)
    await typeDay(openDialog(page), wordsIn(language).command.effectiveOn, began)
    await confirm(page, filled(form.stageSaid, { day: began, stage: options.basement }), language)
    await openCommand(page, command(page, 'recordStage', language))
    await choose(page, form.stage, options.start, options.start)
    await typeDay(openDialog(page), wordsIn(language).command.effectiveOn, back)
    const said = filled(form.stageSaid, { day: back, stage: options.start })
    await openDialog(page).getByRole('button', { name: said, exact: true }).click()
    const reason = openDialog(page).getByRole('textbox', { name: form.stageReason })
    await expect.poll(() => reason.getAttribute('aria-invalid')).toBe('true')
    await reason.fill(language === 'zh' ? '基坑返工' : 'The pit is dug anew')
    await confirm(page, said, language)
    const track = page.getByRole('region', { name: words.overview.track })
    await track.getByText(language === 'zh' ? '原因：基坑返工' : 'Reason: The pit is dug anew').waitFor()
    await track.getByRole('row', { name: new RegExp(`${options.start} .*${words.track.now}.*${back}`) }).waitFor()

    // Works stand still, and go on.
    await openCommand(page, command(page, 'suspendProject', language))
    await typeDay(openDialog(page), form.suspendedOn, stopped)
    await choose(page, form.cause, options.funds, options.funds)
    await confirm(page, filled(form.suspendSaid, { day: stopped, project: name }), language)
    await page
      .getByRole('main')
      .getByText(filled(words.suspendedSince, { day: stopped }))
      .first()
      .waitFor()
    await openCommand(page, command(page, 'resumeProject', language))
    await typeDay(openDialog(page), form.resumedOn, resumed)
    await confirm(page, filled(form.resumeSaid, { day: resumed, project: name }), language)
    await page.getByRole('tab', { name: words.tabs.schedule }).click()
    await page
      .getByRole('region', { name: words.schedule.stops })
      .getByRole('row', { name: new RegExp(`${stopped} ${resumed} ${options.funds}`) })
      .waitFor()

    // Money: planned, arrived, owed.
    await page.getByRole('tab', { name: words.tabs.funds }).click()
    await openCommand(page, command(page, 'recordFundingLine', language))
    await choose(page, form.fundingSource, options.provincial, options.provincial)
    await typeAmount(page, form.planned, '100')
    await confirm(page, `${COMMANDS.recordFundingLine[language]} · ${options.provincial}`, language)
    await openCommand(page, command(page, 'recordFundReceipt', language))
    await typeDay(openDialog(page), form.receivedOn, began)
    await typeAmount(page, form.arrivedAmount, '60.5')
    await confirm(
      page,
      `${COMMANDS.recordFundReceipt[language]} · ${filled(form.receiptSaid, { day: began, source: options.provincial, amount: '60.50' })}`,
      language,
    )
    await page
      .getByRole('region', { name: words.funds.lines })
      .getByRole('row', { name: new RegExp(`${options.provincial} — 100.00 60.50 60.50 39.50`) })
      .waitFor()

    // A report: drafted, submitted, returned by the leader with a reason, put right, and accepted.
    await page.getByRole('tab', { name: words.tabs.reports }).click()
    const reports = page.getByRole('region', { name: words.reports.title })
    await openCommand(page, command(reports, 'saveProgressReport', language))
    const month = await openDialog(page)
      .getByRole('textbox', { name: labelled(form.month) })
      .inputValue()
    await openDialog(page)
      .getByRole('textbox', { name: labelled(form.progress) })
      .fill('基坑')
    await confirm(page, filled(form.saveReportSaid, { month }), language)
    const report = reports.getByRole('listitem', { name: month })
    const submit = async () => {
      await command(report, 'submitProgressReport', language, month).click()
      await confirm(page, filled(form.submitSaid, { month }), language)
    }
    await submit()
    const leader = await open(`${new URL(page.url()).pathname}?tab=reports&lang=${language}`, undefined, LEADER)
    const seen = leader.getByRole('listitem', { name: month })
    expect(await command(leader, 'recordStage', language).count()).toBe(0)
    await openCommand(leader, command(seen, 'returnProgressReport', language, month))
    await openDialog(leader).getByRole('textbox', { name: form.returnReason }).fill('请补充完成投资')
    await confirm(leader, filled(form.returnSaid, { month }), language)
    await page.reload()
    await settled(page)
    await report.getByText(filled(words.reports.returned, { reason: '请补充完成投资' })).waitFor()
    await openCommand(page, command(report, 'saveProgressReport', language, month))
    await typeAmount(page, form.investmentMonth, '12.345678')
    await typeAmount(page, form.investmentToDate, '12.345678')
    await confirm(page, filled(form.saveReportSaid, { month }), language)
    await submit()
    await leader.reload()
    await settled(leader)
    await command(seen, 'acceptProgressReport', language, month).click()
    await confirm(leader, filled(form.acceptSaid, { month }), language)
    await seen.getByText('12.35').first().waitFor()

    // The table as it is handed in, with exactly what is recorded.
    await page.goto(`/projects?county=431221&lang=${language}`)
    await settled(page)
    await page.getByRole('textbox', { name: words.search }).fill(name)
    await page.getByText(filled(words.totalOf, { count: 1, suspended: 0 })).waitFor()
    await page.getByRole('button', { name: table.export.open }).click()
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: table.export.csv }).click()])
    const text = await readFile(await download.path(), 'utf8')
    const row = text.split('\n').find((line) => line.startsWith(name))
    expect(row?.split(',').filter((cell) => /^[\d.]+$/.test(cell))).toEqual(['100', '60.5', '39.5', '12.345678'])
  },
)

test.each(LANGUAGES)('in %s: a month is reported on a phone without scrolling sideways', async (language) => {
  const { projectCommand: form, project: words } = wordsIn(language)
  // Each language reports another project: what one has reported the other one could not.
  const { project } = await query('query ($code: String!) { project(code: $code) { id } }', {
    code: language === 'zh' ? '431221-P001' : '431221-P002',
  })
  const page = await open(`/projects/${project.id}?tab=reports&lang=${language}`, { width: 390, height: 844 }, ENGINEER)
  await openCommand(page, command(page, 'saveProgressReport', language))
  await atRest(page)
  const dialog = openDialog(page)
  const field = (label: string) => dialog.getByRole('textbox', { name: labelled(label) }).first()
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  for (const label of [form.progress, form.percent, form.investmentMonth, form.investmentToDate, form.nextSteps]) {
    const box = await field(label).boundingBox()
    expect(box!.x).toBeGreaterThanOrEqual(0)
    expect(box!.x + box!.width).toBeLessThanOrEqual(390)
  }
  expect(await wide()).toBe(0)
  // Numbers are typed on the keyboard of numbers.
  for (const label of [form.percent, form.investmentMonth, form.investmentToDate])
    expect(await field(label).getAttribute('inputmode')).toBe('decimal')
  expect(await dialog.getByRole('spinbutton', { name: labelled(form.workers) }).getAttribute('inputmode')).toBe('numeric')

  const month = await field(form.month).inputValue()
  const save = dialog.getByRole('button', { name: filled(form.saveReportSaid, { month }), exact: true })
  // What saves is in sight before anything is scrolled, and stays there.
  for (const label of [form.progress, form.nextSteps]) {
    await field(label).fill(language === 'zh' ? '主体施工' : 'Main structure going up')
    const box = await save.boundingBox()
    expect(box!.y + box!.height).toBeLessThanOrEqual(844)
  }
  await field(form.percent).fill('101')
  await expect.poll(() => field(form.percent).getAttribute('aria-invalid')).toBe('true')
  await field(form.percent).fill('35')
  await field(form.investmentMonth).fill('12.5')
  await confirm(page, filled(form.saveReportSaid, { month }), language)
  const report = page.getByRole('region', { name: words.reports.title }).getByRole('listitem', { name: month })
  await report.getByText('12.50').waitFor()
  expect(await wide()).toBe(0)
})
