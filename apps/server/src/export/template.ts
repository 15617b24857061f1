import { codeLabel, codesOf } from '@yilian/domain/code-list.ts'
import { fieldsOf, type Cell, type FileColumn } from '@yilian/domain/file-columns.ts'
import { IMPORT_COLUMNS, IMPORT_KINDS, type SheetKind } from '@yilian/domain/import-run.ts'
import type { Locale } from '@yilian/domain/locale.ts'

import { csvText } from '../files/csv.ts'
import { columnLetter, sheetsWorkbook, type SheetColumn } from '../files/workbook.ts'
import { headingOf } from './export-table.ts'

export interface Template {
  readonly fileName: string
  readonly plainName: string
  readonly data: Uint8Array
}

/** Kinds of import by the name of their template in its address. */
const KINDS: Readonly<Record<string, SheetKind>> = {
  institutions: 'INSTITUTIONS',
  memberships: 'MEMBERSHIPS',
  projects: 'PROJECTS',
  funding: 'FUNDING',
  fundFlows: 'FUND_FLOWS',
  progressReports: 'PROGRESS_REPORTS',
  people: 'PEOPLE',
}

const WORDS = {
  zh: {
    template: '导入模板',
    marker: '示例（本行不导入）',
    help: '填写说明',
    column: '列',
    required: '必填',
    yes: '是',
    what: '说明',
    list: '可填内容',
    codes: '代码表',
    code: '代码',
    label: '名称',
  },
  en: {
    template: 'import template',
    marker: 'Example (this row is not imported) ',
    help: 'How to fill it in',
    column: 'Column',
    required: 'Required',
    yes: 'Yes',
    what: 'Help',
    list: 'What it may hold',
    codes: 'Code lists',
    code: 'code',
    label: 'label',
  },
} as const

type AnyColumn = FileColumn<unknown>

/**
 * The template of an import: a header, one example that the import passes over, and in a workbook sheets with help and code lists,
 * from which the cells offer their choices. `null` when there is no such kind.
 */
export async function readTemplate(name: string, format: 'xlsx' | 'csv', locale: Locale): Promise<Template | null> {
  const kind = Object.hasOwn(KINDS, name) ? KINDS[name] : undefined
  if (!kind) return null
  const columns = fieldsOf(IMPORT_COLUMNS[kind])
    .map((field) => IMPORT_COLUMNS[kind][field]!)
    .filter(({ notOffered }) => !notOffered)
  const words = WORDS[locale]
  const names = {
    fileName: [IMPORT_KINDS[kind][locale], words.template].join(locale === 'zh' ? '' : ' '),
    plainName: `${name}_template`,
  }
  const heading = (column: AnyColumn): string => (column.required ? '*' : '') + headingOf(column, locale)
  // The import knows an example by how its first cell begins.
  const example = columns.map(({ example: text }, at): Cell => (at === 0 ? words.marker + text[locale] : text[locale] || null))
  if (format === 'csv') {
    const head = [columns.map(heading), example]
    return { ...names, data: new TextEncoder().encode(await joined(csvText(head, none()))) }
  }
  const lists = [...new Set(columns.flatMap(({ list }) => (list ? [list] : [])))]
  const longest = Math.max(0, ...lists.map((list) => codesOf(list).length))
  const data = await sheetsWorkbook([
    {
      name: IMPORT_KINDS[kind][locale],
      columns: columns.map((column) => ({ heading: heading(column), width: column.width, format: 'TEXT' as const })),
      rows: [example],
      choices: columns.flatMap(({ list }, at) => {
        if (!list) return []
        const letter = columnLetter(lists.indexOf(list) * 2 + 1)
        return [{ column: at, cells: `'${words.codes}'!$${letter}$2:$${letter}$${codesOf(list).length + 1}` }]
      }),
    },
    {
      name: words.help,
      columns: [
        { heading: words.column, width: 24, format: 'TEXT' },
        { heading: words.required, width: 10, format: 'TEXT' },
        { heading: words.what, width: 70, format: 'TEXT' },
        { heading: words.list, width: 30, format: 'TEXT' },
      ],
      rows: columns.map((column) => [
        headingOf(column, locale),
        column.required ? words.yes : null,
        column.help?.[locale] ?? null,
        column.list ? `${words.codes}: ${column.list.label[locale]}` : null,
      ]),
    },
    {
      name: words.codes,
      columns: lists.flatMap(({ label }): SheetColumn[] => [
        { heading: `${label[locale]} ${words.code}`, width: 16, format: 'TEXT' },
        { heading: `${label[locale]} ${words.label}`, width: 28, format: 'TEXT' },
      ]),
      rows: Array.from({ length: longest }, (_, at) =>
        lists.flatMap((list): Cell[] => {
          const code = codesOf(list)[at]
          return code === undefined ? [null, null] : [code, codeLabel(list, code, locale)]
        }),
      ),
    },
  ])
  return { ...names, data }
}

async function* none(): AsyncGenerator<readonly Cell[]> {
  // an empty table has a head only
}

async function joined(parts: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const part of parts) text += part
  return text
}
