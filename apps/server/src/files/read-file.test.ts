import { deflateRawSync } from 'node:zlib'

import fc from 'fast-check'
import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'

import { csv, excel, gb18030, rowsOf } from '../../test/files.ts'
import { csvText } from './csv.ts'
import { FILE_LIMITS } from './file-limits.ts'
import { guardText, unguardText } from './formula-guard.ts'
import { columnLetter, sheetsWorkbook, tableWorkbook } from './workbook.ts'
import { unpackedSize } from './unpacked-size.ts'

async function* some<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}
const bytesOf = async (stream: ReadableStream<Uint8Array>) => new Uint8Array(await new Response(stream).arrayBuffer())

test('an Excel file is read as its cells show: codes with zeros, numbers without noise, dates as days, rows by their number', async () => {
  const data = await excel([
    ['编码', '床位', '面积', '生效日'],
    [],
    ['0012', 12, 0.1 + 0.2, new Date('2020-07-31T00:00:00Z')],
    [431221103000, true, null, new Date('2020-07-31T08:30:00Z')],
  ])
  expect(await rowsOf(data)).toEqual([
    { row: 1, cells: ['编码', '床位', '面积', '生效日'] },
    { row: 3, cells: ['0012', '12', '0.3', '2020-07-31'] },
    { row: 4, cells: ['431221103000', 'true', '', '2020-07-31 08:30:00'] },
  ])
})

test.each([
  ['UTF-8', csv('名称,床位\r\n"甲,乙","1\n2"\r\n')],
  ['UTF-8 with its mark', csv('\ufeff名称,床位\r\n"甲,乙","1\n2"\r\n')],
  ['GB18030', gb18030('名称,床位\r\n"甲,乙","1\n2"\r\n')],
  ['UTF-16', Uint8Array.from(Buffer.from('\ufeff名称,床位\r\n"甲,乙","1\n2"\r\n', 'utf16le'))],
  ['tabs', csv('名称\t床位\r\n甲,乙\t"1\n2"')],
  ['semicolons', csv('名称;床位\n"甲,乙";"1\n2"\n')],
])('a CSV file in %s is read', async (_, data) => {
  expect(await rowsOf(data, 'a.csv')).toEqual([
    { row: 1, cells: ['名称', '床位'] },
    { row: 2, cells: ['甲,乙', '1\n2'] },
  ])
})

test('files that are something else are refused for what they are', async () => {
  const old = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)
  const secret = await writeXlsx({ sheets: [{ name: 'a', rows: [['x']] }], encryption: { password: 'x', spinCount: 1000 } })
  expect(await rowsOf(old, 'a.xls')).toBe('FILE_TYPE')
  expect(await rowsOf(secret, 'a.xlsx')).toBe('FILE_PROTECTED')
  expect(await rowsOf(csv('%PDF-1.7'), 'a.pdf')).toBe('FILE_TYPE')
  expect(await rowsOf(csv('<html><table>'), 'a.csv')).toBe('FILE_TYPE')
  expect(await rowsOf(Uint8Array.of(0x61, 0, 0x62), 'a.csv')).toBe('FILE_ENCODING')
  expect(await rowsOf(Uint8Array.of(0x61, 0xff, 0xff), 'a.csv')).toBe('FILE_ENCODING')
  expect(await rowsOf(csv('PK is how a ZIP archive begins'), 'a.xlsx')).toBe('FILE_UNREADABLE')
  const whole = await excel([['名称'], ['甲']])
  expect(await rowsOf(whole.subarray(0, whole.length - 300))).toBe('FILE_UNREADABLE')
})

test('files beyond a limit are refused with it', async () => {
  const data = await excel([['名称'], ['甲'], ['乙'], ['丙']])
  const within = { ...FILE_LIMITS, rows: 3, columns: 1, cellCharacters: 2, bytes: data.length }
  expect(await rowsOf(data, 'a.xlsx', within)).toHaveLength(4)
  expect(await rowsOf(data, 'a.xlsx', { ...within, rows: 2 })).toBe('FILE_TOO_LONG')
  expect(await rowsOf(data, 'a.xlsx', { ...within, cellCharacters: 1 })).toBe('FILE_CELL_TOO_LONG')
  expect(await rowsOf(data, 'a.xlsx', { ...within, bytes: data.length - 1 })).toBe('FILE_TOO_LARGE')
  expect(await rowsOf(csv('a,b\n1,2'), 'a.csv', within)).toBe('FILE_TOO_WIDE')
})

test('a file that unpacks to far more than it holds is refused before it is unpacked', async () => {
  const spaces = Buffer.alloc(30_000_000, ' ')
  const bomb = withSheet(await excel([['名称']]), deflateRawSync(spaces), spaces.length)
  const limits = { ...FILE_LIMITS, unpackedBytes: 20_000_000 }
  expect(bomb.length).toBeLessThan(100_000)
  expect(unpackedSize(bomb)).toBeGreaterThan(limits.unpackedBytes)
  expect(await rowsOf(bomb, 'a.xlsx', limits)).toBe('FILE_EXPANDS')
})

test('a file that lies about what it unpacks to is refused when it goes beyond that', async () => {
  const sheet = (await excel([['名称']])).slice()
  expect(unpackedSize(sheet)).toBeLessThan(20_000)
  const bomb = withSheet(sheet, deflateRawSync(Buffer.alloc(5_000_000, ' ')), 4_000)
  expect(unpackedSize(bomb)).toBeLessThan(20_000)
  expect(await rowsOf(bomb)).toBe('FILE_UNREADABLE')
  expect(() => unpackedSize(withSheet(sheet, deflateRawSync(Buffer.alloc(1000)), 0))).toThrow('FILE_UNREADABLE')
})

test('a file whose names stand for each other a billion times over is read as what it says, or refused', async () => {
  const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
  const xml = `<?xml version="1.0"?>${laughs}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&c;</t></is></c></row></sheetData></worksheet>`
  const rows = await rowsOf(withSheet(await excel([['名称']]), deflateRawSync(xml), xml.length))
  expect(JSON.stringify(rows).length).toBeLessThan(200)
})

test('reading ends when it is told to', async () => {
  const { readFileRows } = await import('./read-file.ts')
  const data = await excel(Array.from({ length: 2_000 }, (_, at) => [at + 1]))
  const stop = new AbortController()
  const read = async () => {
    for await (const rows of readFileRows(data, 'a.xlsx', stop.signal)) if (rows.length > 0) stop.abort(new Error('told to'))
  }
  await expect(read()).rejects.toThrow('told to')
})

test('text that would be a formula is written with an apostrophe, and read without it', async () => {
  const evil = ['=1+1', '+86 745', '-5', '@SUM(A1)', "'=1", "''-x", '＝cmd', '=cmd|calc']
  const table = {
    name: '表',
    title: [],
    columns: [{ heading: '=名称', width: 10, format: 'TEXT' as const }],
    rows: some(evil.map((one) => [one])),
  }
  const book = await bytesOf(tableWorkbook(table))
  let text = ''
  for await (const part of csvText([['=名称']], some(evil.map((one) => [one])))) text += part
  const expected = ['=名称', ...evil].map((one, at) => ({ row: at + 1, cells: [one] }))
  expect(await rowsOf(book)).toEqual(expected)
  expect(await rowsOf(csv(text), 'a.csv')).toEqual(expected)
  for (const line of text.replace('\ufeff', '').trim().split('\r\n')) expect(line).toMatch(/^'/)
})

test('guarding a text and taking the guard away leaves it as it was', () => {
  const text = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '甲', '1', '\t') })
  fc.assert(
    fc.property(text, (one) => {
      expect(unguardText(guardText(one))).toBe(one)
    }),
  )
})

test('a table is written with its title, and numbers that stay numbers', async () => {
  const columns = [
    { heading: '编码', width: 12, format: 'TEXT' as const },
    { heading: '床位', width: 8, format: 'COUNT' as const },
    { heading: '面积', width: 8, format: 'DECIMAL' as const },
  ]
  const rows = some([
    ['0012', 1234, 9000.5],
    ['𠮷', null, null],
  ] as const)
  const data = await bytesOf(tableWorkbook({ name: '机构[1]', title: ['机构 · 按 2020-07-31 有效'], columns, rows }))
  expect(await rowsOf(data)).toEqual([
    { row: 1, cells: ['机构 · 按 2020-07-31 有效'] },
    { row: 2, cells: ['编码', '床位', '面积'] },
    { row: 3, cells: ['0012', '1234', '9000.5'] },
    { row: 4, cells: ['𠮷'] },
  ])
})

test('the heading of a table is styled and stays in sight, texts are kept from becoming numbers', async () => {
  const { readXlsx } = await import('hucre/xlsx')
  const columns = [
    { heading: '编码', width: 12, format: 'TEXT' as const },
    { heading: '床位', width: 8, format: 'COUNT' as const },
  ]
  const data = await bytesOf(tableWorkbook({ name: '机构', title: ['标题'], columns, rows: some([['0012', 1234]]) }))
  const { sheets } = await readXlsx(data, { readStyles: true })
  const style = (row: number, column: number) => sheets[0]?.cells?.get(`${row},${column}`)?.style
  expect(sheets[0]?.freezePane).toMatchObject({ rows: 2 })
  expect(style(1, 0)?.font?.bold).toBe(true)
  expect(style(2, 0)?.font?.bold ?? false).toBe(false)
  expect([style(2, 0)?.numFmt, style(2, 1)?.numFmt]).toEqual(['@', '#,##0'])
})

test('a book of several sheets offers choices from another sheet', async () => {
  const { readXlsx } = await import('hucre/xlsx')
  const columns = [{ heading: '类别', width: 12, format: 'TEXT' as const }]
  const data = await sheetsWorkbook([
    { name: '填写', columns, rows: [['=甲']], choices: [{ column: 0, cells: "'代码'!$A$2:$A$3" }] },
    { name: '代码', columns, rows: [['甲'], ['乙']] },
  ])
  const { sheets } = await readXlsx(data)
  expect(sheets.map(({ name }) => name)).toEqual(['填写', '代码'])
  expect(sheets[0]?.dataValidations).toMatchObject([{ type: 'list', formula1: "'代码'!$A$2:$A$3", range: 'A2:A2000' }])
  expect(await rowsOf(data)).toEqual([
    { row: 1, cells: ['类别'] },
    { row: 2, cells: ['=甲'] },
  ])
})

test('columns are lettered as a workbook letters them', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
})

/** The archive with other compressed bytes for its first sheet, said to unpack to `unpacked`. */
function withSheet(archive: Uint8Array, packed: Uint8Array, unpacked: number): Uint8Array {
  const buffer = Buffer.from(archive)
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  let at = buffer.readUInt32LE(buffer.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1')) + 16)
  while (buffer.readUInt32LE(at) === 0x02014b50) {
    const nameLength = buffer.readUInt16LE(at + 28)
    const length = 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32)
    const entry = Buffer.from(buffer.subarray(at, at + length))
    const local = entry.readUInt32LE(42)
    const name = entry.subarray(46, 46 + nameLength)
    const start = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28)
    const isSheet = name.toString() === 'xl/worksheets/sheet1.xml'
    const data = isSheet ? Buffer.from(packed) : buffer.subarray(start, start + entry.readUInt32LE(20))
    const size = isSheet ? unpacked : entry.readUInt32LE(24)
    const header = Buffer.alloc(30)
    header.writeUInt32LE(0x04034b50, 0)
    header.writeUInt16LE(20, 4)
    header.writeUInt16LE(isSheet ? 8 : entry.readUInt16LE(10), 8)
    header.writeUInt32LE(isSheet ? 0 : entry.readUInt32LE(16), 14)
    header.writeUInt32LE(data.length, 18)
    header.writeUInt32LE(size, 22)
    header.writeUInt16LE(nameLength, 26)
    entry.writeUInt16LE(0, 8)
    entry.writeUInt16LE(isSheet ? 8 : entry.readUInt16LE(10), 10)
    entry.writeUInt32LE(isSheet ? 0 : entry.readUInt32LE(16), 16)
    entry.writeUInt32LE(data.length, 20)
    entry.writeUInt32LE(size, 24)
    entry.writeUInt32LE(offset, 42)
    parts.push(header, name, data)
    directory.push(entry)
    offset += 30 + nameLength + data.length
    at += length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, ...directory, end])
}
