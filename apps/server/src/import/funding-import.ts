import { v7 as newId } from 'uuid'

import { FUNDING_COLUMNS, type FundingFileValues } from '@yilian/domain/construction/funding-columns.ts'
import { fundingLineIssues, fundingYearIssues, type FundingLine, type FundingLineValue } from '@yilian/domain/construction/funding.ts'
import { issue, type Issue } from '@yilian/domain/issue.ts'

import type { Reader } from '../access/reader.ts'
import { eitherAmount } from './either-amount.ts'
import { isUnchanged, recordWrite } from './fact-writer.ts'
import type { ImportKindDefinition, ImportRow, ImportScope, ImportSession, Judgement } from './import-kind.ts'
import { lineOf } from './line-of.ts'
import { projectsOfRows, recordLookup, type ProjectsOfRows, type RecordLookup } from './of-project-lookup.ts'
import { projectNamed } from './project-lookup.ts'

type Row = ImportRow<FundingFileValues>

interface Lookup extends ProjectsOfRows {
  readonly lines: RecordLookup<'FUNDING_LINE'>
  readonly years: RecordLookup<'FUNDING_YEAR'>
}

/** 导入资金来源: what a source is to give a project, and in a year. A known source is the project's of that kind and batch. */
export const FUNDING_IMPORT: ImportKindDefinition<FundingFileValues> = {
  columns: FUNDING_COLUMNS,
  fieldOf: { 'years.0.year': 'year', 'years.0.amount': 'yearAmount', amount: 'planned' },
  keyFields: ['projectId'],
  columnIssues: (fields) =>
    (['projectId', 'fundingSource'] as const)
      .filter((field) => !fields.has(field))
      .map((field) => issue(field, 'COLUMN_MISSING', { column: FUNDING_COLUMNS[field].label })),
  begin,
}

async function begin(reader: Reader, scope: ImportScope, outline: readonly Row[]): Promise<ImportSession<FundingFileValues>> {
  const [lines, years] = [recordLookup(reader, 'FUNDING_LINE'), recordLookup(reader, 'FUNDING_YEAR')]
  const lookup: Lookup = { ...(await projectsOfRows(reader, scope, outline, [lines, years])), lines, years }
  return { ...lookup.session, order: outline.map(({ row }) => row), judge: (row) => judgeFunding(lookup, row) }
}

function judgeFunding(lookup: Lookup, { values }: Row): Judgement {
  const project = projectNamed(lookup.projects, values.projectId)
  const document = values.documentId == null ? values.documentId : lookup.documentOf(values.documentId)
  const planned = eitherAmount(values.planned, values.plannedYuan, 'plannedYuan')
  const ofYear = eitherAmount(values.yearAmount, values.yearAmountYuan, 'yearAmountYuan')
  const issues: Issue[] = [project, document].flatMap((one) => (one && 'issues' in one ? one.issues : []))
  issues.push(...planned.issues, ...ofYear.issues)
  const { fundingSource, year } = values
  if (fundingSource === undefined) issues.push(issue('fundingSource', 'REQUIRED'))
  if ((year === undefined) !== (ofYear.amount === undefined)) issues.push(issue(year === undefined ? 'year' : 'yearAmount', 'REQUIRED'))
  if (issues.length > 0 || fundingSource === undefined || 'issues' in project) return { issues }
  const before = lineOf(lookup.lines.of(project.id), fundingSource, values.name, project.name)
  if (before && 'issues' in before) return before
  const documentId = document && 'id' in document ? document.id : document === null ? null : undefined
  const value = lineValue(before, values, fundingSource, planned.amount, documentId)
  const years = year === undefined || ofYear.amount === undefined ? [] : [{ year, amount: ofYear.amount }]
  const wrong = [...fundingLineIssues(value), ...fundingYearIssues(years)]
  if (wrong.length > 0) return { issues: wrong }
  const id = before?.id ?? newId()
  const cited = { documentId: value.documentId, source: value.source, sourceNote: value.sourceNote }
  const writes = [recordWrite('FUNDING_LINE', { id, projectId: project.id }, before, value)]
  const yearRecords = years.map(({ year: of, amount }) => {
    const known = lookup.years.of(project.id).find((one) => one.fundingLineId === id && one.year === of) ?? null
    const record = { id: known?.id ?? newId(), projectId: project.id, fundingLineId: id, year: of, amount }
    // What a year cites is the row's; of one that is known and of which nothing new is said, what it cites stays.
    const cites =
      known === null || known.amount !== amount
        ? cited
        : { documentId: known.documentId, source: known.source, sourceNote: known.sourceNote }
    writes.push(
      recordWrite('FUNDING_YEAR', { id: record.id, projectId: project.id, fundingLineId: id, year: of }, known, { amount, ...cites }),
    )
    return { ...record, ...cites }
  })
  const changed = writes.filter((one) => !isUnchanged([one]))
  if (changed.length === 0 && before) return { unchanged: before.id }
  return {
    proposal: {
      factId: before?.id ?? null,
      subject: project.name,
      effectiveOn: null,
      documentId: documentId ?? null,
      note: values.note ?? null,
      writes: changed,
      apply: () => {
        lookup.lines.put({ ...value, id, projectId: project.id })
        for (const record of yearRecords) lookup.years.put(record)
      },
    },
  }
}

function lineValue(
  before: FundingLine | null,
  { name, shareGroup, sharePart, source, sourceNote }: Row['values'],
  fundingSource: FundingLineValue['fundingSource'],
  planned: FundingLineValue['planned'] | undefined,
  documentId: string | null | undefined,
): FundingLineValue {
  const old = <T>(said: T | undefined, was: T | undefined): T | null => (said === undefined ? (was ?? null) : said)
  return {
    fundingSource,
    name: old(name, before?.name),
    planned: old(planned, before?.planned),
    shareGroup: old(shareGroup, before?.shareGroup),
    sharePart: old(sharePart, before?.sharePart),
    documentId: old(documentId, before?.documentId),
    source: old(source, before?.source),
    sourceNote: old(sourceNote, before?.sourceNote),
  }
}
