import {
  AlignmentType,
  Document,
  Footer,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'

import type { Cell } from '@yilian/domain/file-columns.ts'

import type { SheetColumn } from './workbook.ts'

// Everything that knows the library for Word files stands here.

/** Rows of a Word table at most: such a file is made whole, and nobody reads a longer one on paper. */
export const WORD_ROWS = 2_000

/** More rows than a Word table has. */
export class TooManyWordRows extends Error {
  override readonly name = 'TooManyWordRows'
}

const FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋_GB2312', hint: 'eastAsia' } as const
const HEADING_FONT = { ...FONT, eastAsia: '方正小标宋简体' } as const
/** Sizes in half points: 二号, 小五. */
const TITLE_SIZE = 44
const TEXT_SIZE = 18
/** A4 across, in twentieths of a point, and what the margins leave. */
const PAGE = { width: 11_906, height: 16_838 }
const MARGIN = 1_000
const TABLE_WIDTH = PAGE.height - 2 * MARGIN

export interface WordTable {
  /** The first line is the title, the others stand below it. */
  readonly title: readonly string[]
  readonly columns: readonly SheetColumn[]
  readonly rows: AsyncIterable<readonly Cell[]>
}

/** A landscape A4 document with one table, its heading repeated on every page, as it is handed in. Throws `TooManyWordRows`. */
export async function wordTable({ title, columns, rows }: WordTable): Promise<Uint8Array> {
  const widths = widthsOf(columns)
  const heading = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ heading: text }, at) => cell(text, widths[at]!, 'center', true)),
  })
  const body: TableRow[] = []
  for await (const row of rows) {
    if (body.length === WORD_ROWS) throw new TooManyWordRows()
    const cells = row.map((one, at) => cell(shown(one, columns[at]!), widths[at]!, columns[at]!.format === 'TEXT' ? 'left' : 'right'))
    body.push(new TableRow({ cantSplit: true, children: cells }))
  }
  const [first = '', ...others] = title
  const document = new Document({
    creator: 'Yilian',
    title: first,
    sections: [
      {
        properties: {
          page: {
            size: { ...PAGE, orientation: PageOrientation.LANDSCAPE },
            margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
          },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [
                  new TextRun({ font: FONT, size: TEXT_SIZE, children: ['— ', PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES, ' —'] }),
                ],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { after: 120 },
            children: [new TextRun({ text: first, font: HEADING_FONT, size: TITLE_SIZE })],
          }),
          ...others.map(
            (line) => new Paragraph({ spacing: { after: 60 }, children: [new TextRun({ text: line, font: FONT, size: TEXT_SIZE })] }),
          ),
          new Table({ width: { size: TABLE_WIDTH, type: WidthType.DXA }, columnWidths: widths, rows: [heading, ...body] }),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

/** The page's width shared out as the columns want it. */
function widthsOf(columns: readonly SheetColumn[]): number[] {
  const whole = columns.reduce((sum, { width }) => sum + width, 0)
  return columns.map(({ width }) => Math.floor((TABLE_WIDTH * width) / whole))
}

function cell(text: string, width: number, align: 'left' | 'right' | 'center', bold = false): TableCell {
  const alignment = { left: AlignmentType.LEFT, right: AlignmentType.RIGHT, center: AlignmentType.CENTER }[align]
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    children: [new Paragraph({ alignment, children: [new TextRun({ text, font: FONT, size: TEXT_SIZE, bold })] })],
  })
}

const COUNT = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 0 })
const DECIMAL = new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 6 })

function shown(value: Cell, { format }: SheetColumn): string {
  if (value === null) return ''
  if (typeof value === 'string') return value
  return (format === 'COUNT' ? COUNT : DECIMAL).format(value)
}
