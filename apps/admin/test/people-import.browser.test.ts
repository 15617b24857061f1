import { codeLabel } from '@yilian/domain/code-list.ts'
import { PROFESSIONS } from '@yilian/domain/code-lists/profession.ts'
import { IMPORT_ROW_STATES } from '@yilian/domain/import-run.ts'
import { message } from '@yilian/domain/messages.ts'
import { identityCheckCharacter } from '@yilian/domain/personal-data.ts'
import { STAFF_CARD_COLUMNS, type StaffCardValues } from '@yilian/domain/staffing/staff-card-columns.ts'
import { expect, test } from 'vitest'

import { filledIn, upload, type Row } from './import-file.ts'
import { settled } from './watched-page.ts'
import { filled, LANGUAGES, wordsIn } from './words.ts'
import { yilian } from './yilian.ts'

const { open, query } = await yilian()
const PERSONNEL = 'staffing'
const FILE = '人员卡.xlsx'
const [HOSPITAL, OTHER] = ['郎溪县人民医院', '郎溪县中医院']
const PHONE = '13805630001'

/** Who the file is about: others in each language, for what one test wrote stands. */
const NAMES = { zh: ['甄辛甲', '甄辛乙', '甄辛丙'], en: ['甄壬甲', '甄壬乙', '甄壬丙'] } as const

test.each(LANGUAGES)(
  'in %s: staff cards with faults are told at the cell, people alike with score and reason; mended they are written once',
  async (language) => {
    const { import: words } = wordsIn(language)
    const label = (field: keyof StaffCardValues) => STAFF_CARD_COLUMNS[field].label[language]
    const card = (values: Partial<Record<keyof StaffCardValues, string>>): Row =>
      Object.fromEntries(Object.entries(values).map(([field, value]) => [label(field as keyof StaffCardValues), value]))
    const [first, second, third] = NAMES[language]
    const number = numberOf(language === 'zh' ? '198803120' : '198803121')
    const wrongNumber = number.slice(0, 17) + (number.endsWith('1') ? '2' : '1')
    const nurse = codeLabel(PROFESSIONS, '21', language)
    const plain = { profession: nurse, flowOn: '2023-03-01' }
    const known = card({ ...plain, institutionId: HOSPITAL, name: first, identityNumber: number, phone: PHONE })
    const bare = card({ ...plain, institutionId: HOSPITAL, name: second, birthDate: '1990-05-06' })
    const alike = { ...plain, institutionId: OTHER, name: second, birthDate: '1990-05-06' }
    const mended = { ...plain, institutionId: OTHER, name: third, birthDate: '1991-02-28' }

    const page = await open(`/import?county=341821&kind=PEOPLE&lang=${language}`, undefined, PERSONNEL)
    const faulty = card({ ...mended, identityNumber: wrongNumber, birthDate: '1991-02-30', profession: '宇航员' })
    await upload(page, await filledIn(page, [known, bare, card(alike), faulty], language), FILE, language)
    const rows = page.getByRole('table', { name: words.rows.title }).last()
    const row = (name: string) => rows.getByRole('row').filter({ hasText: name })
    const reasons = { zh: '姓名相同、出生日期相同', en: 'the same name, the same birth date' }
    const code = { zh: '本文件中前面的一行', en: 'an earlier row of this file' }
    const same = message('CARD_POSSIBLY_SAME', { name: second, code: code[language], reasons: reasons[language], score: 80 }, language)
    await row(second).nth(1).getByRole('cell', { name: second }).getByText(same).waitFor()
    for (const text of [
      message('IDENTITY_NUMBER_CHECK', {}, language),
      message('NOT_A_DAY', { value: '1991-02-30' }, language),
      message('NOT_IN_LIST', { value: '宇航员', list: PROFESSIONS.label }, language),
    ])
      await row(third).getByText(text).waitFor()
    expect(await rows.getByText(IMPORT_ROW_STATES.WRONG[language], { exact: true }).count()).toBe(2)
    // Numbers stand on the screen masked, right or wrong.
    const shown = await page.locator('main').innerText()
    for (const clear of [number, wrongNumber, PHONE]) expect(shown).not.toContain(clear)
    const recorded = async () =>
      (await query('query ($s: String) { people(filter: { search: $s }) { totalCount } }', { s: first.slice(0, 2) }, PERSONNEL))['people']
        .totalCount
    expect(await recorded()).toBe(0)

    await page.getByRole('link', { name: words.commit.fix }).click()
    await page.getByRole('heading', { level: 1, name: words.title }).waitFor()
    const yes = language === 'zh' ? '是' : 'Yes'
    const file = await filledIn(page, [known, bare, card({ ...alike, confirmedOther: yes }), card(mended)], language)
    await upload(page, file, FILE, language)
    expect(await rows.getByText(IMPORT_ROW_STATES.NEW[language], { exact: true }).count()).toBe(4)
    await page.getByRole('button', { name: filled(words.commit.all_other.replace('{{count, number}}', '{{count}}'), { count: 4 }) }).click()
    await page.getByText(filled(words.done.written, { written: 4, unchanged: 0, left: 0 })).waitFor()
    expect(await recorded()).toBe(4)

    await page.goto(`/import?county=341821&kind=PEOPLE&lang=${language}`)
    await settled(page)
    await upload(page, file, FILE, language)
    expect(await rows.getByText(IMPORT_ROW_STATES.UNCHANGED[language], { exact: true }).count()).toBe(4)
    await page.getByText(words.commit.nothing).waitFor()
    expect(await recorded()).toBe(4)
  },
)

function numberOf(birthAndFirst: string): string {
  const first17 = `341821${birthAndFirst}00`
  return first17 + identityCheckCharacter(first17)
}
