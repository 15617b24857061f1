import { v7 as newId } from 'uuid'

import { lockInstitutions, lockPeople } from '@yilian/database/changes.ts'
import { issue } from '@yilian/domain/issue.ts'
import { STAFF_CARD_COLUMNS, type StaffCardValues } from '@yilian/domain/staffing/staff-card-columns.ts'

import type { Reader } from '../access/reader.ts'
import { codeGiver } from './code-giver.ts'
import type { ImportKindDefinition, ImportRow, ImportScope, ImportSession } from './import-kind.ts'
import { createInstitutionLookup } from './institution-lookup.ts'
import { judgePerson, numbersOf, otherCells, type PersonPicture } from './judge-person.ts'
import { createPersonLookup } from './person-lookup.ts'

const NEEDED = ['institutionId', 'name'] as const
type Row = ImportRow<StaffCardValues>

/** 导入人员: the columns of the national staff card. People are known by identity number, else by name, birth date and institution together. */
export const PEOPLE_IMPORT: ImportKindDefinition<StaffCardValues> = {
  columns: STAFF_CARD_COLUMNS,
  personal: ['identityNumber', 'phone'],
  fieldOf: { workClass: 'profession' },
  keyFields: ['institutionId', 'name', 'identityNumber'],
  columnIssues: (fields) =>
    NEEDED.filter((field) => !fields.has(field)).map((field) =>
      issue(field, 'COLUMN_MISSING', { column: STAFF_CARD_COLUMNS[field].label }),
    ),
  begin,
}

async function begin(reader: Reader, scope: ImportScope, outline: readonly Row[]): Promise<ImportSession<StaffCardValues>> {
  const trx = reader.db
  const institutions = createInstitutionLookup(reader)
  const lookup = createPersonLookup(reader, scope.keys, scope.countyCode)
  const codes = codeGiver(trx, 'person', scope.countyCode, new Set())
  const named = [...new Set(outline.flatMap(({ values: { institutionId } }) => institutionId ?? []))]
  await lockInstitutions(trx, await institutions.ids({ codes: named, names: named, counties: [scope.countyCode] }))
  const picture: PersonPicture = { ...scope, institutions, lookup, newId, nextCode: () => codes.take() }
  return {
    order: outline.map(({ row }) => row),
    async load(rows) {
      const values = rows.map((row) => row.values)
      const texts = values.flatMap(({ institutionId }) => institutionId ?? [])
      await institutions.load({ codes: texts, names: texts, anywhere: texts, counties: [scope.countyCode], parents: [], creditCodes: [] })
      const numbers = values.flatMap((one) => numbersOf(one).number ?? [])
      const wanted = { codes: values.flatMap(({ code }) => code ?? []), numbers, names: values.flatMap(({ name }) => name ?? []) }
      // Held before they are judged: read, held, and read again as they are then.
      await lockPeople(trx, await lookup.ids(wanted))
      await lookup.load(wanted)
      await codes.prepare(rows.length)
    },
    judge: (row) => judgePerson(picture, row),
    otherCells: (row) => otherCells(picture, row.values),
    refuse: () => undefined,
    version: (id) => lookup.version(id),
    refresh: (id) => lookup.refresh(id),
  }
}
