import { contractIssues } from '@yilian/domain/construction/contract.ts'
import type { Oc4idsFileValues } from '@yilian/domain/construction/oc4ids-columns.ts'
import { PROJECT_DEFAULTS, type ConstructionProject, type ConstructionProjectValue } from '@yilian/domain/construction/project.ts'
import { normaliseProjectCode } from '@yilian/domain/construction/project-code.ts'
import { isIsoDate } from '@yilian/domain/day.ts'
import { issue, type Issue } from '@yilian/domain/issue.ts'

import { THINGS } from '../command/things.ts'
import { isUnchanged, recordWrite } from './fact-writer.ts'
import type { ImportRow, Judgement } from './import-kind.ts'
import { asKnown, identifyProject, rulesOfProject } from './judge-project.ts'
import { moneyWrites } from './oc4ids-money.ts'
import { FROM_PACKAGE, type OwnWrites, type PackagePicture, type Written } from './oc4ids-picture.ts'
import { progressWrites } from './oc4ids-progress.ts'
import type { ToldProject } from './oc4ids-told.ts'

/** A project of a package, read. */
export interface PackagedRow {
  readonly told: ToldProject
  readonly faults: readonly Issue[]
  /** Its JSON pointer. */
  readonly path: string
  /** The day whose picture the package gives. */
  readonly day: string
}

/** Where a field of ours stands in a project of the standard. */
const FIELDS: Readonly<Record<string, string>> = {
  code: 'id',
  name: 'title',
  kind: 'type',
  nationalCode: 'identifiers',
  regionCode: 'locations',
  parentId: 'relatedProjects',
  owner: 'publicAuthority/name',
}

export function judgePackagedProject(
  picture: PackagePicture,
  { row, values }: ImportRow<Oc4idsFileValues>,
  packaged: PackagedRow,
): Judgement {
  const { told, faults, path } = packaged
  const toPath = (issues: readonly Issue[]) => issues.map((one) => ({ ...one, path: `${path}/${FIELDS[one.path] ?? one.path}` }))
  if (faults.length > 0) return { issues: faults }
  const found = identifyProject(picture, { ...(values.code && { code: values.code }), ...(told.title && { name: told.title }) })
  if ('issues' in found) return { issues: [...toPath(found.issues), ...told.issues] }
  const { before, undone } = found
  const parent = values.parentId == null ? null : picture.lookup.named(values.parentId)[0]
  const missing: Issue[] =
    parent === undefined ? [issue('parentId', 'NOT_FOUND', { thing: THINGS.project, value: values.parentId ?? '' })] : []
  if (before === null && told.title === undefined) missing.push(issue('name', 'REQUIRED'))
  if (before === null && told.kind === undefined) missing.push(issue('kind', 'REQUIRED'))
  const value = valueOf(picture, told, before, parent?.id ?? null)
  const issues = [...told.issues, ...toPath([...missing, ...rulesOfProject(picture, value, before, row)])]
  const id = before?.id ?? undone ?? picture.newId()
  const on = isIsoDate(packaged.day) && packaged.day < picture.today ? packaged.day : picture.today
  const own: OwnWrites = { picture, told, projectId: id, unitCount: value.unitCount, path, on }
  const parts = [progressWrites(own), moneyWrites(own), contractWrites(own)]
  issues.push(...parts.flatMap((one) => one.issues))
  if (issues.length > 0) return { issues: [...new Map(issues.map((one) => [`${one.path} ${one.code}`, one])).values()] }
  const project = recordWrite('CONSTRUCTION_PROJECT', { id }, before, value)
  const writes = [project, ...parts.flatMap((one) => one.writes)].filter((one) => !isUnchanged([one]))
  if (before && writes.length === 0) return { unchanged: before.id }
  const identity = {
    table: 'constructionProject',
    id,
    code: before?.code ?? values.code ?? '',
    countyCode: before?.countyCode ?? picture.countyCode,
  } as const
  return {
    proposal: {
      factId: before?.id ?? null,
      subject: value.name,
      effectiveOn: null,
      documentId: null,
      note: null,
      writes,
      ...(before === null && undone === null && { identity }),
      apply: () => picture.lookup.put(asKnown(value, identity)),
    },
  }
}

function valueOf(
  { countyCode, records }: PackagePicture,
  told: ToldProject,
  before: ConstructionProject | null,
  parentId: string | null,
): ConstructionProjectValue {
  const contracts = before === null ? told.contracts : records.contracts.of(before.id)
  // Who owns a project is told by the contract with the owner where there is one.
  const byContract = contracts.some(({ role, party }) => role === 'OWNER' && party === told.owner)
  return {
    ...PROJECT_DEFAULTS,
    ...(before === null && FROM_PACKAGE),
    name: '',
    kind: 'NEW_BUILD',
    ...before,
    ...(told.title !== undefined && { name: told.title }),
    // A type of the standard stands for several kinds; ours is told beside it where a package has it.
    ...(told.kind !== undefined && { kind: told.kind }),
    ...(told.description !== undefined && { description: told.description }),
    ...(told.nationalCode !== undefined && { nationalCode: normaliseProjectCode(told.nationalCode) }),
    regionCode: told.regionCode ?? before?.regionCode ?? `${countyCode}000000`,
    owner: told.owner === undefined || (byContract && (before?.owner ?? null) === null) ? (before?.owner ?? null) : told.owner,
    parentId: parentId ?? before?.parentId ?? null,
  }
}

function contractWrites({ picture, told, projectId }: OwnWrites): Written {
  const known = picture.records.contracts.of(projectId)
  const written: Written = { writes: [], issues: [] }
  for (const { path, id, role, party, number, amount, startsOn, endsOn, changes } of told.contracts) {
    if (known.some((one) => one.id === id || (one.role === role && one.party === party && one.number === number))) continue
    const value = { role, party, number, signedOn: null, amount, startsOn, endsOn, changes, ...FROM_PACKAGE }
    written.issues.push(...contractIssues(value).map((one) => ({ ...one, path: `${path}/summary` })))
    written.writes.push(recordWrite('PROJECT_CONTRACT', { id: picture.newId(), projectId }, null, value))
  }
  return written
}
