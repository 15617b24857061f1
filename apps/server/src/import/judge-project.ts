import { divisionOfProjectCode, normaliseProjectCode } from '@yilian/domain/construction/project-code.ts'
import type { ProjectFileValues } from '@yilian/domain/construction/project-columns.ts'
import {
  asArea,
  PROJECT_DEFAULTS,
  projectIssues,
  type ConstructionProject,
  type ConstructionProjectValue,
} from '@yilian/domain/construction/project.ts'
import { instant } from '@yilian/domain/day.ts'
import { institutionCodeIssues } from '@yilian/domain/institution.ts'
import { issue, naming, type Issue } from '@yilian/domain/issue.ts'
import { countyCodeOf } from '@yilian/domain/region.ts'

import { THINGS } from '../command/things.ts'
import { isUnchanged, recordWrite } from './fact-writer.ts'
import { openAs } from './identify-institution.ts'
import type { ImportRow, ImportScope, Judgement } from './import-kind.ts'
import type { InstitutionLookup } from './institution-lookup.ts'
import { oneOf } from './one-of.ts'
import type { ProjectLookup } from './project-lookup.ts'
import type { RegionsNamed } from './regions-named.ts'

/** What rows of projects are judged on. */
export interface ProjectPicture extends ImportScope {
  readonly lookup: ProjectLookup
  readonly institutions: InstitutionLookup
  readonly regions: RegionsNamed
  documentOf: (text: string) => { readonly id: string } | { readonly issues: Issue[] }
  /** Divisions in national codes that there are. */
  divisions: ReadonlySet<string>
  /** Institutions of recorded projects that whoever imports does not see: they stay. */
  unseen: ReadonlySet<string>
  /** Which row said something of a project. */
  readonly touched: Map<string, number>
  /** Rows that are a part of themselves. */
  readonly circular: ReadonlySet<number>
  readonly newId: () => string
  readonly nextCode: () => string
}

type Row = ImportRow<ProjectFileValues>
type Found = { readonly before: ConstructionProject | null; readonly undone: string | null } | { readonly issues: Issue[] }

/** Judges a row on what is known and what earlier rows did. */
export function judgeProject(picture: ProjectPicture, { row, values }: Row): Judgement {
  const found = identifyProject(picture, values)
  if ('issues' in found) return found
  const { before, undone } = found
  const earlier = before === null ? undefined : picture.touched.get(before.id)
  if (earlier !== undefined && earlier !== row) return { issues: [issue('name', 'PROJECT_TWICE_IN_FILE', { row: earlier })] }
  const named = lookUp(picture, values)
  const { note, code: _, ...said } = values
  const value: ConstructionProjectValue = {
    ...PROJECT_DEFAULTS,
    name: '',
    kind: 'NEW_BUILD',
    ...before,
    ...said,
    ...named.found,
    regionCode: named.found.regionCode ?? before?.regionCode ?? `${picture.countyCode}000000`,
    ...(said.area !== undefined && { area: asArea(said.area) }),
    ...(said.nationalCode != null && { nationalCode: normaliseProjectCode(said.nationalCode) }),
    institutionIds: institutionsOf(picture, before, named.found.institutionIds),
    parentId: named.found.parentId === undefined ? (before?.parentId ?? null) : named.found.parentId,
    documentId: named.found.documentId === undefined ? (before?.documentId ?? null) : named.found.documentId,
  }
  const issues = [...named.issues, ...rulesOfProject(picture, value, before, row)]
  if (before === null && said.name === undefined) issues.push(issue('name', 'REQUIRED'))
  if (before === null && said.kind === undefined) issues.push(issue('kind', 'REQUIRED'))
  if (issues.length > 0) return { issues: distinct(issues) }
  const id = before?.id ?? undone ?? picture.newId()
  const write = recordWrite('CONSTRUCTION_PROJECT', { id }, before, value)
  if (before && isUnchanged([write])) return { unchanged: before.id }
  const code = before?.code ?? values.code ?? picture.nextCode()
  const countyCode = before?.countyCode ?? picture.countyCode
  return {
    proposal: {
      factId: before?.id ?? null,
      subject: value.name,
      effectiveOn: null,
      documentId: value.documentId,
      note: note ?? null,
      writes: [write],
      ...(before === null && undone === null && { identity: { table: 'constructionProject', id, code, countyCode } as const }),
      apply: () => {
        picture.touched.set(id, row)
        // Its row gets its bookkeeping when it is written; whoever writes it again reads it then.
        picture.lookup.put(asKnown(value, { id, code, countyCode }))
      },
    },
  }
}

/** A project as it will be known once it is written. */
export function asKnown(
  value: ConstructionProjectValue,
  identity: Pick<ConstructionProject, 'id' | 'code' | 'countyCode'>,
): ConstructionProject {
  return {
    ...value,
    ...identity,
    rowId: '',
    recordedFrom: instant('0001-01-01T00:00:00Z'),
    recordedTo: null,
    recordedBy: 0,
    closedBy: null,
  }
}

/** The project a row is about: by its code, else its national code, else its exact name in the county. */
export function identifyProject(
  { lookup, countyCode }: Pick<ProjectPicture, 'lookup' | 'countyCode'>,
  { code, nationalCode, name }: Pick<Row['values'], 'code' | 'nationalCode' | 'name'>,
): Found {
  if (code !== undefined) {
    const known = lookup.all().find((one) => one.code === code)
    if (known && known.countyCode !== countyCode)
      return { issues: [issue('code', 'CODE_OF_OTHER_COUNTY', { value: code, institution: known.name })] }
    if (known) return { before: known, undone: null }
    const taken = lookup.taken(code)
    if (taken && (taken.known || taken.countyCode !== countyCode)) return { issues: [issue('code', 'CONFLICTS_UNSEEN')] }
    const wrong = institutionCodeIssues(code)
    if (wrong.length > 0) return { issues: wrong }
    const same = lookup.all().find((one) => one.name === name && one.countyCode === countyCode)
    if (same) return { issues: [issue('code', 'PROJECT_NAME_TAKEN', { value: same.name, code: same.code })] }
    return { before: null, undone: taken?.id ?? null }
  }
  const ofCounty = (one: ConstructionProject) => one.countyCode === countyCode
  const byNational = nationalCode == null ? [] : lookup.named(normaliseProjectCode(nationalCode)).filter(ofCounty)
  const candidates = byNational.length > 0 ? byNational : lookup.all().filter((one) => one.name === name && ofCounty(one))
  if (name === undefined && candidates.length === 0) return { issues: [issue('name', 'REQUIRED')] }
  if (candidates.length === 0) return { before: null, undone: null }
  const one = oneOf('name', name ?? nationalCode ?? '', THINGS.project, candidates)
  return 'issues' in one ? one : { before: one, undone: null }
}

interface LookedUp {
  readonly found: {
    readonly institutionIds?: readonly string[]
    readonly regionCode?: string
    readonly parentId?: string | null
    readonly documentId?: string | null
  }
  readonly issues: readonly Issue[]
}

/** What a row names, found. */
function lookUp(picture: ProjectPicture, { institutionIds, regionCode, parentId, documentId }: Row['values']): LookedUp {
  const { lookup, institutions, regions, today } = picture
  const some = institutionIds?.map((text) => {
    const byCode = institutions.byCode(text)
    if (byCode && byCode.stretches.length > 0) return byCode
    const open = openAs(institutions, text, today)
    return oneOf('institutionIds', text, THINGS.institution, open.length > 0 ? open : institutions.named(text))
  })
  const region = regionCode === undefined ? undefined : regions.find(regionCode)
  const parent = parentId == null ? parentId : oneOf('parentId', parentId, THINGS.project, lookup.named(parentId))
  const document = documentId == null ? documentId : picture.documentOf(documentId)
  const wrong = [...(some ?? []), region, parent, document].flatMap((one) => (one && 'issues' in one ? one.issues : []))
  const idOf = (one: { readonly id: string } | { readonly issues: readonly Issue[] } | null) => (one && 'id' in one ? one.id : null)
  return {
    issues: wrong,
    found: {
      ...(some && { institutionIds: some.flatMap((one) => ('id' in one ? [one.id] : [])) }),
      ...(region && 'id' in region && { regionCode: region.id }),
      ...(parent !== undefined && { parentId: idOf(parent) }),
      ...(document !== undefined && { documentId: idOf(document) }),
    },
  }
}

function institutionsOf({ unseen }: ProjectPicture, before: ConstructionProject | null, said: readonly string[] | undefined): string[] {
  const recorded = before?.institutionIds ?? []
  if (said === undefined) return [...recorded]
  const wanted = [...new Set([...said, ...recorded.filter((id) => unseen.has(id))])]
  // Told in another order they are the same.
  return wanted.length === recorded.length && wanted.every((id) => recorded.includes(id)) ? [...recorded] : wanted
}

/** The rules of a project's own record, and those among others. */
export function rulesOfProject(
  picture: Pick<ProjectPicture, 'lookup' | 'regions' | 'divisions' | 'countyCode' | 'circular'>,
  value: ConstructionProjectValue,
  before: ConstructionProject | null,
  row: number,
): Issue[] {
  const { lookup, regions, divisions, countyCode, circular } = picture
  const issues = projectIssues(value)
  if (countyCodeOf(value.regionCode) !== (before?.countyCode ?? countyCode)) issues.push(issue('regionCode', 'PROJECT_COUNTY_FIXED'))
  if (regions.periods(value.regionCode).length === 0)
    issues.push(issue('regionCode', 'NOT_FOUND', { thing: THINGS.region, value: value.regionCode }))
  if (circular.has(row) || (before !== null && value.parentId === before.id))
    issues.push(issue('parentId', 'PROJECT_PART_OF_ITSELF', { project: value.name }))
  const { nationalCode } = value
  if (nationalCode === null || nationalCode === before?.nationalCode) return issues
  const division = divisionOfProjectCode(nationalCode)
  if (division !== null && !divisions.has(division)) issues.push(issue('nationalCode', 'PROJECT_CODE_DIVISION', { value: division }))
  const other = lookup.all().find((one) => one.nationalCode === nationalCode && one.id !== before?.id)
  if (other) issues.push(naming(issue('nationalCode', 'PROJECT_CODE_TAKEN', { value: nationalCode, name: other.name }), [other.id]))
  return issues
}

function distinct(issues: readonly Issue[]): Issue[] {
  return [...new Map(issues.map((one) => [`${one.path} ${one.code}`, one])).values()]
}
