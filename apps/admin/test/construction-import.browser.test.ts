import { codeLabel, type CodeList } from '@yilian/domain/code-list.ts'
import { CODE_LISTS } from '@yilian/domain/code-lists/code-lists.ts'
import { IMPORT_COLUMNS, IMPORT_ROW_STATES, type SheetKind } from '@yilian/domain/import-run.ts'
import { message } from '@yilian/domain/messages.ts'
import { amountText } from '@yilian/domain/money.ts'
import { writeXlsx } from 'hucre/xlsx'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'

import { settled } from './watched-page.ts'
import { filled, LANGUAGES, wordsIn, type Language } from './words.ts'
import { yilian } from './yilian.ts'

const { open, query } = await yilian()
const ENGINEER = 'construction'

type Row = Readonly<Record<string, string | number>>
/** A file with a fault: a row that is right, one that is not, what is said at which of its cells, and the row as it is mended. */
interface Faulty {
  readonly kind: SheetKind
  readonly right: Row
  readonly wrong: Row
  readonly at: string
  readonly said: string
  readonly mended: Row
}

let attempts = 0

/** The files of a project in the order in which they are read in, written in a language; another project for each attempt. */
function filesOf(language: Language, attempt: number): readonly Faulty[] {
  const code = (list: CodeList, item: string) => codeLabel(list, item, language)
  const { projectKind, fundingSource, fundFlowKind, projectStage } = CODE_LISTS
  const project = `${language === 'zh' ? '导入的综合楼' : 'Imported complex building'} ${attempt}`
  const other = `${language === 'zh' ? '导入的门诊楼' : 'Imported clinic building'} ${attempt}`
  const line = { projectId: project, fundingSource: code(fundingSource, 'COUNTY'), planned: 500, year: 2024, yearAmount: 300 }
  const provincial = { projectId: project, fundingSource: code(fundingSource, 'PROVINCIAL'), planned: 800, year: 2024, yearAmount: 800 }
  const arrived = { projectId: project, flow: code(fundFlowKind, 'ARRIVED'), fundingSource: line.fundingSource, day: '2024-06-01' }
  const month = { projectId: project, stage: code(projectStage, 'STRUCTURE'), investmentMonth: 20, investmentToDate: 120 }
  const build = { kind: code(projectKind, 'NEW_BUILD') }
  return [
    {
      kind: 'PROJECTS',
      right: { name: project, ...build, area: 12000 },
      wrong: { name: other, kind: '??', area: 800 },
      at: '??',
      said: message('NOT_IN_LIST', { value: '??', list: projectKind.label }, language),
      mended: { name: other, ...build, area: 800 },
    },
    {
      kind: 'FUNDING',
      right: line,
      wrong: { ...provincial, planned: '8oo' },
      at: '8oo',
      said: message('NOT_AN_AMOUNT_OF_WAN', { value: '8oo' }, language),
      mended: provincial,
    },
    {
      kind: 'FUND_FLOWS',
      right: { ...arrived, amount: 300 },
      wrong: { ...arrived, day: '2024-09-01', amount: 200.01 },
      at: '200.01',
      said: message(
        'ARRIVED_BEYOND_PLANNED',
        {
          source: fundingSource.items.COUNTY.label,
          arrived: amountText('5000100.00'),
          planned: amountText('5000000.00'),
        },
        language,
      ),
      mended: { ...arrived, day: '2024-09-01', amount: 200 },
    },
    {
      kind: 'PROGRESS_REPORTS',
      right: { ...month, month: '2024-06', percent: 40 },
      wrong: { ...month, month: '2024-07', percent: 145, investmentToDate: 140 },
      at: '145',
      said: message('NOT_A_PERCENTAGE', { value: '145' }, language),
      mended: { ...month, month: '2024-07', percent: 45, investmentToDate: 140 },
    },
  ]
}

/** A workbook of these rows under the headers of their kind, in a language. */
async function workbook(kind: SheetKind, rows: readonly Row[], language: Language): Promise<Buffer> {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const header = fields.map((field) => IMPORT_COLUMNS[kind][field]?.label[language] ?? '')
  return Buffer.from(
    await writeXlsx({ sheets: [{ name: kind, rows: [header, ...rows.map((row) => fields.map((field) => row[field] ?? null))] }] }),
  )
}

async function upload(page: Page, { kind }: Faulty, rows: readonly Row[], language: Language): Promise<void> {
  await page.goto(`/import?county=431221&kind=${kind}&lang=${language}`)
  await settled(page)
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  const name = `${kind}.xlsx`
  await page.locator('input[type="file"]').setInputFiles({ name, mimeType, buffer: await workbook(kind, rows, language) })
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await page
    .getByRole('table', { name: wordsIn(language).import.rows.title })
    .first()
    .waitFor()
  await settled(page)
}

test.each(LANGUAGES)(
  'in %s: projects, funding, receipts and months are told at their cells, mended, written, and change nothing the second time',
  async (language) => {
    const words = wordsIn(language).import
    const page = await open(`/import?county=431221&lang=${language}`, undefined, ENGINEER)
    const rows = page.getByRole('table', { name: words.rows.title }).last()
    const inState = (state: keyof typeof IMPORT_ROW_STATES) => rows.getByText(IMPORT_ROW_STATES[state][language], { exact: true }).count()
    const files = filesOf(language, ++attempts)
    for (const file of files) {
      await upload(page, file, [file.right, file.wrong], language)
      await rows.getByRole('cell', { name: file.at }).getByText(file.said).waitFor()
      expect([file.kind, await inState('NEW'), await inState('WRONG')]).toEqual([file.kind, 1, 1])

      await upload(page, file, [file.right, file.mended], language)
      expect([file.kind, await inState('NEW')]).toEqual([file.kind, 2])
      await page.getByRole('button', { name: filled(words.commit.all_other.replace(', number', ''), { count: 2 }) }).click()
      await page.getByText(filled(words.done.written, { written: 2, unchanged: 0, left: 0 })).waitFor()

      await upload(page, file, [file.right, file.mended], language)
      expect([file.kind, await inState('UNCHANGED')]).toEqual([file.kind, 2])
      await page.getByText(words.commit.nothing).waitFor()
    }
    const name = files[0]!.right['name']
    const fields = 'name area money { planned arrived completed } progressReports { month state }'
    const { projects } = await query(
      `query ($search: String) { projects(filter: { search: $search }) { nodes { ${fields} } } }`,
      { search: name },
      ENGINEER,
    )
    expect(projects.nodes).toEqual([
      {
        name,
        area: '12000.00',
        money: { planned: '13000000.00', arrived: '5000000.00', completed: '1400000.00' },
        progressReports: [
          { month: '2024-06', state: 'SUBMITTED' },
          { month: '2024-07', state: 'SUBMITTED' },
        ],
      },
    ])
  },
)
