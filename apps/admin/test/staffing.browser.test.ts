import { COMMANDS, type CommandKey } from '@yilian/domain/commands.ts'
import { PERSON_FIELDS, type PersonField } from '@yilian/domain/staffing/person-field.ts'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'

import { choose, labelled, openCommand, openDialog, typeDay } from './command-dialog.ts'
import { runAs } from './people.ts'
import { settled } from './watched-page.ts'
import { filled, LANGUAGES, wordsIn, type Language } from './words.ts'
import { yilian } from './yilian.ts'

const { open, query, idOf, server } = await yilian()
const PERSONNEL = 'staffing'
const COUNTY = '341821'
const HOSPITAL = '郎溪县人民医院'

const CHOICES = {
  zh: { physician: '执业医师', permanent: '在编', posted: '派驻', professional: '专业技术岗', full: '郎溪县第四人民医院' },
  en: {
    physician: 'Licensed physician',
    permanent: 'Permanent establishment',
    posted: 'Posted down',
    professional: 'Professional',
    full: HOSPITAL,
  },
} as const

/** The day some days after today; before it where there are fewer than none. */
function daysFrom(today: string, days: number): string {
  return new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Presses the button that says what will happen, and waits until it is said that it did. */
async function confirm(page: Page, sentence: string, language: Language): Promise<void> {
  await openDialog(page).getByRole('button', { name: sentence, exact: true }).click()
  await page.locator('.ant-notification').getByText(wordsIn(language).command.done, { exact: true }).waitFor()
  await openDialog(page).waitFor({ state: 'hidden' })
  await settled(page)
}

function command(within: Page | Locator, key: CommandKey, language: Language): Locator {
  return within.getByRole('button', { name: COMMANDS[key][language], exact: true }).first()
}

/** Opens a command on one row, behind the row's button. */
async function onRow(page: Page, of: string, key: CommandKey, language: Language): Promise<void> {
  await page
    .getByRole('button', { name: filled(wordsIn(language).command.moreOf, { of }), exact: true })
    .first()
    .click()
  await openCommand(page, page.getByRole('menuitem', { name: COMMANDS[key][language], exact: true }))
}

async function hire(page: Page, name: string, institution: string, day: string, language: Language): Promise<string> {
  const { staffingCommand: form, command: common } = wordsIn(language)
  const choices = CHOICES[language]
  const field = (key: PersonField) => PERSON_FIELDS[key].label[language]
  await openCommand(page, page.getByRole('button', { name: COMMANDS.hirePerson[language] }).first())
  await openDialog(page)
    .getByRole('textbox', { name: labelled(field('name')) })
    .fill(name)
  await choose(page, form.institution, institution, institution)
  await choose(page, field('profession'), choices.physician, choices.physician)
  await choose(page, field('establishmentType'), choices.permanent, choices.permanent)
  await typeDay(openDialog(page), common.effectiveOn, day)
  return filled(form.hireSaid, { day, person: name, at: institution })
}

test.each(LANGUAGES)('in %s: hired, posted down, overdue on a later day, back again', async (language) => {
  const { staffing: words, staffingCommand: form, appointment, command: common } = wordsIn(language)
  const choices = CHOICES[language]
  const { today } = await query('{ today }')
  const [hired, since, until, late] = [-200, -100, 30, 60].map((days) => daysFrom(today, days)) as [string, string, string, string]
  const name = language === 'zh' ? '甄测试' : '甄再试'
  const page = await open(`/people?county=${COUNTY}&lang=${language}`, undefined, PERSONNEL)

  await confirm(page, await hire(page, name, HOSPITAL, hired, language), language)
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await page
    .getByRole('region', { name: words.current })
    .getByRole('row', { name: new RegExp(HOSPITAL) })
    .waitFor()

  // A posting needs a planned return or a review: without one nothing is sent.
  await openCommand(page, command(page, 'assignPerson', language))
  await choose(page, form.host, '新发镇', '新发镇卫生院')
  await typeDay(openDialog(page), common.effectiveOn, since)
  const said = filled(form.assignSaid, { day: since, person: name, kind: choices.posted, host: '新发镇卫生院' })
  await openDialog(page).getByRole('button', { name: said, exact: true }).click()
  const planned = openDialog(page).getByRole('textbox', { name: labelled(form.plannedUntil) })
  await expect.poll(() => planned.getAttribute('aria-invalid')).toBe('true')
  await typeDay(openDialog(page), form.plannedUntil, until)
  await confirm(page, said, language)
  await page.getByRole('main').getByText(choices.posted, { exact: true }).first().waitFor()
  const address = new URL(page.url()).pathname

  // Today it is not overdue; a month after the planned return it is, by thirty days.
  const overdue = `/appointments?county=${COUNTY}&due=overdue&lang=${language}`
  await page.goto(overdue)
  await settled(page)
  expect(await page.getByRole('link', { name, exact: true }).count()).toBe(0)
  await page.goto(`${overdue}&asOf=${late}`)
  await settled(page)
  const row = page.getByRole('row', { name: new RegExp(`${name}.*${HOSPITAL}.*新发镇卫生院`) })
  await row.getByText(filled(appointment.late_other, { count: 30 }), { exact: true }).waitFor()

  // The picture says the same to whoever cannot see it.
  await page.goto(`/appointments?county=${COUNTY}&view=flows&asOf=${late}&lang=${language}`)
  await settled(page)
  await page.getByRole('img', { name: new RegExp(`^${HOSPITAL} → 新发镇卫生院`) }).waitFor()

  // Back on the day shown: nothing of it is overdue any more, and the career has an end.
  await page.goto(`${overdue}&asOf=${late}`)
  await settled(page)
  await onRow(page, name, 'endAssignment', language)
  await confirm(page, filled(form.endSaid, { day: late, person: name, host: '新发镇卫生院' }), language)
  await page.getByRole('link', { name, exact: true }).waitFor({ state: 'detached' })
  await page.goto(`${address}?tab=appointments&lang=${language}&asOf=${late}`)
  await settled(page)
  await page
    .getByRole('region', { name: words.tab.appointments })
    .getByRole('row', { name: new RegExp(`新发镇卫生院.*${since}.*${daysFrom(today, 59)}`) })
    .waitFor()
  expect(await command(page, 'assignPerson', language).count()).toBe(1)
})

test.each(LANGUAGES)('in %s: over the quota only with a reason and a document, and then for everybody to see', async (language) => {
  const { quota: words, command: common } = wordsIn(language)
  const { full, professional } = CHOICES[language]
  const { today } = await query('{ today }')
  const id = await idOf(full, PERSONNEL)
  const { institution, policyDocuments } = await runAs(
    server().url,
    PERSONNEL,
    `query ($id: ID!) {
      institution(id: $id) { establishment { postClass filled } }
      policyDocuments(countyCode: "${COUNTY}", first: 1) { nodes { number title } }
    }`,
    { id },
  )
  const { filled: people } = institution.establishment.find((line: { postClass: string }) => line.postClass === 'TECHNICAL')
  const [cited] = policyDocuments.nodes
  const page = await open(`/quotas?county=${COUNTY}&lang=${language}`, undefined, PERSONNEL)
  const line = `${full} ${professional}`

  // As many places as people: it is full.
  await onRow(page, line, 'setQuota', language)
  await openDialog(page)
    .getByRole('spinbutton', { name: labelled(words.column.quota) })
    .fill(String(people))
  await confirm(page, filled(words.said.quota, { day: today, owner: full, postClass: professional, count: people }), language)
  const row = page.getByRole('row', { name: new RegExp(full) })
  await row.getByText(words.standing.full, { exact: true }).first().waitFor()

  // One more is refused, in words.
  const name = language === 'zh' ? '甄超编' : '甄又超'
  await page.goto(`/people?county=${COUNTY}&lang=${language}`)
  await settled(page)
  const hiring = await hire(page, name, full, today, language)
  await openDialog(page).getByRole('alert').getByText(full).first().waitFor()
  await openDialog(page).getByRole('button', { name: common.cancel, exact: true }).click()
  await page.getByRole('button', { name: common.discard, exact: true }).click()
  await expect.poll(() => openDialog(page).count()).toBe(0)

  // An exception without its document is none.
  await page.goto(`/quotas?county=${COUNTY}&lang=${language}`)
  await settled(page)
  await onRow(page, line, 'setQuotaException', language)
  await openDialog(page)
    .getByRole('spinbutton', { name: labelled(words.field.above) })
    .fill('1')
  await openDialog(page)
    .getByRole('textbox', { name: labelled(words.field.reason) })
    .fill(language === 'zh' ? '引进紧缺专业' : 'A scarce profession')
  const allowing = filled(words.said.exception, { day: today, owner: full, postClass: professional, count: 1 })
  await openDialog(page).getByRole('button', { name: allowing, exact: true }).click()
  const basis = openDialog(page).getByRole('combobox', { name: labelled(common.document) })
  await expect.poll(() => basis.getAttribute('aria-invalid')).toBe('true')
  await basis.fill(cited.number ?? cited.title)
  await page.locator('.ant-select-item-option').first().click()
  await confirm(page, allowing, language)

  await page.goto(`/people?county=${COUNTY}&lang=${language}`)
  await settled(page)
  expect(await hire(page, name, full, today, language)).toBe(hiring)
  await confirm(page, hiring, language)
  await page.goto(`/quotas?county=${COUNTY}&lang=${language}&over=true`)
  await settled(page)
  const allowed = language === 'zh' ? '经批准超编 1 人（批准 1）' : '1 over quota, allowed (1)'
  await page
    .getByRole('row', { name: new RegExp(full) })
    .getByText(allowed, { exact: true })
    .waitFor()
})
