import { readFile } from 'node:fs/promises'

import { IMPORT_STATES } from '@yilian/domain/import-run.ts'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import type { Page } from 'playwright-core'

import { settled } from './watched-page.ts'
import { wordsIn, type Language } from './words.ts'

/** What a row of a file says, by the header of the column. */
export type Row = Readonly<Record<string, string | number>>

/** The template that the page offers, filled in as in Excel: under each header what the row says. */
export async function filledIn(page: Page, rows: readonly Row[], language: Language = 'zh'): Promise<Buffer> {
  const link = page.getByRole('link', { name: wordsIn(language).import.template })
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  const [sheet] = (await readXlsx(await readFile(await download.path()))).sheets
  if (!sheet) throw new Error('the template is empty')
  const header = sheet.rows[0] ?? []
  const titles = header.map((title) => String(title).replace(/^\*/, ''))
  const cells = rows.map((row) =>
    titles.map(
      (title) =>
        Object.entries(row).find(
          ([name]) => title === name || (/^[（(]/.test(title.slice(name.length).trim()) && title.startsWith(name)),
        )?.[1] ?? null,
    ),
  )
  return Buffer.from(await writeXlsx({ sheets: [{ name: sheet.name, rows: [header, ...cells] }] }))
}

/** Uploads the file and waits until it is checked. */
export async function upload(page: Page, file: Buffer, name: string, language: Language = 'zh'): Promise<void> {
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  await page.locator('input[type="file"]').setInputFiles({ name, mimeType, buffer: file })
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await page.getByText(IMPORT_STATES.CHECKED[language]).first().waitFor()
  await settled(page)
}
