import type { Locator, Page } from 'playwright-core'

/** The dialog of a command that is open on this page. */
export function openDialog(page: Page): Locator {
  return page.getByRole('dialog')
}

/** Presses what opens a command, and waits until its dialog has come and one can type into it. */
export async function openCommand(page: Page, opener: Locator): Promise<Locator> {
  await opener.click()
  await openDialog(page).waitFor()
  // The dialog takes the focus once it has come to rest.
  await page.waitForFunction(() => document.activeElement?.matches('[role="dialog"] :is(input, textarea)'))
  return openDialog(page)
}

/** The name of a field, whether or not its label goes on to say that it may be left out. */
export function labelled(name: string): RegExp {
  return new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}( ?(可不填|optional))?$`, 'i')
}

/** Types a day where one is asked for. */
export async function typeDay(within: Page | Locator, name: string, day: string): Promise<void> {
  const field = within.getByRole('textbox', { name: labelled(name) })
  await field.fill(day)
  await field.press('Enter')
}

/** Searches in a field that finds as one types, and takes what is found. */
export async function choose(page: Page, name: string, search: string, found: string): Promise<void> {
  await openDialog(page)
    .getByRole('combobox', { name: labelled(name) })
    .fill(search)
  await page.locator('.ant-select-item-option', { hasText: found }).click()
}

/** Presses the button that says what will happen, and waits until it is said that it did. */
export async function confirm(page: Page, sentence: string): Promise<void> {
  await openDialog(page).getByRole('button', { name: sentence, exact: true }).click()
  await page.locator('.ant-notification').getByText('已完成').waitFor()
  await openDialog(page).waitFor({ state: 'hidden' })
}
