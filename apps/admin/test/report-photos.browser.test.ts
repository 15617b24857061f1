import { deflateSync, crc32 } from 'node:zlib'

import { expect, test } from 'vitest'

import { signIn } from './sign-in.ts'
import { settled } from './watched-page.ts'
import { filled, LANGUAGES, wordsIn } from './words.ts'
import { yilian } from './yilian.ts'

const { open, query, server } = await yilian()
const ENGINEER = 'construction'

/** A photo in one colour, as a PNG. */
function photo(name: string, [red, green, blue]: readonly [number, number, number]) {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const head = Buffer.from([0, 0, 1, 144, 0, 0, 1, 44, 8, 2, 0, 0, 0])
  const line = Buffer.concat([Buffer.from([0]), ...Array.from({ length: 400 }, () => Buffer.from([red, green, blue]))])
  const pixels = deflateSync(Buffer.concat(Array.from({ length: 300 }, () => line)))
  const start = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return {
    name,
    mimeType: 'image/png',
    buffer: Buffer.concat([start, chunk('IHDR', head), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]),
  }
}

const FIRST = photo('东侧.png', [120, 160, 90])
const SECOND = photo('西侧.png', [90, 120, 200])
const NO_PHOTO = { name: '说明.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no photo') }

/** A draft of a month, recorded beside the pages. */
async function draft(projectId: string, month: string): Promise<void> {
  const { headers } = await signIn(server().url, ENGINEER)
  const document = 'mutation ($input: SaveProgressReportInput!) { saveProgressReport(input: $input) { __typename } }'
  const answer = await fetch(`${server().url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: document, variables: { input: { projectId, month, wording: '主体三层' } } }),
  })
  expect(await answer.json()).toMatchObject({ data: { saveProgressReport: { __typename: 'ChangeRecorded' } } })
}

test.each(LANGUAGES)(
  'in %s: photos are added on a phone, one that is none is told, they are seen large and taken away',
  async (language) => {
    const words = wordsIn(language).reportPhoto
    const month = language === 'zh' ? '2024-05' : '2024-06'
    const { project } = await query('{ project(code: "431221-P001") { id } }')
    await draft(project.id, month)
    const page = await open(`/projects/${project.id}?tab=reports&lang=${language}`, { width: 390, height: 844 }, ENGINEER)
    const report = page.getByRole('listitem', { name: month, exact: true })
    await report.locator('input[type=file]').setInputFiles([FIRST, NO_PHOTO, SECOND])
    await report
      .getByRole('alert')
      .getByText(/说明\.jpg/)
      .waitFor()
    await report.getByRole('button', { name: filled(words.open, { name: SECOND.name }) }).waitFor()
    await settled(page)
    expect(
      await report
        .getByRole('list', { name: filled(words.of, { month }) })
        .locator('img')
        .count(),
    ).toBe(2)
    await report.getByRole('button', { name: words.dismiss }).click()
    expect(await report.getByRole('alert').count()).toBe(0)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)

    const first = report.getByRole('button', { name: filled(words.open, { name: FIRST.name }) })
    await first.focus()
    await page.keyboard.press('Enter')
    const viewer = page.getByRole('dialog', { name: words.viewer })
    await viewer.getByText(filled(words.place, { at: 1, total: 2 })).waitFor()
    await page.keyboard.press('ArrowRight')
    await viewer.getByRole('img', { name: SECOND.name }).waitFor()
    await page.keyboard.press('ArrowRight')
    await viewer.getByText(filled(words.place, { at: 2, total: 2 })).waitFor()
    await page.keyboard.press('ArrowLeft')
    await viewer.getByRole('img', { name: FIRST.name }).waitFor()
    const wide = () => viewer.locator('img').evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth)
    await expect.poll(wide).toBe(400)
    await page.keyboard.press('Escape')
    await viewer.waitFor({ state: 'hidden' })
    expect(await first.evaluate((button) => button === document.activeElement)).toBe(true)

    // What it shows, written on the phone: under the photo, large, and as its text.
    const shows = language === 'zh' ? '三层东侧砌体' : 'East side, third floor'
    await report.getByRole('button', { name: `${words.captionAdd} ${FIRST.name}` }).click()
    await page.keyboard.type(shows)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
    await page.keyboard.press('Enter')
    await report.getByRole('button', { name: filled(words.captionEdit, { caption: shows }) }).waitFor()
    await report.getByRole('img', { name: shows }).waitFor()
    await report.getByRole('button', { name: filled(words.open, { name: shows }) }).click()
    await viewer.getByRole('img', { name: shows }).waitFor()
    await viewer.getByText(shows, { exact: true }).waitFor()
    await page.keyboard.press('Escape')
    const captioned = report.getByRole('button', { name: filled(words.open, { name: shows }) })

    await report.getByRole('button', { name: filled(words.remove, { name: FIRST.name }) }).click()
    await page.getByRole('button', { name: words.removeYes, exact: true }).click()
    await captioned.waitFor({ state: 'detached' })
    expect(await report.locator('img').count()).toBe(1)
  },
)

test('whoever only reads sees photos and no way to change them', async () => {
  const { project } = await query('{ project(code: "431221-P001") { id } }')
  const page = await open(`/projects/${project.id}?tab=reports`, undefined, 'analyst')
  await page
    .getByRole('button', { name: filled(wordsIn('zh').reportPhoto.open, { name: SECOND.name }) })
    .first()
    .waitFor()
  expect(await page.locator('input[type=file]').count()).toBe(0)
  expect(await page.getByRole('button', { name: /删去照片/ }).count()).toBe(0)
})
