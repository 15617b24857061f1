import { changeFrom, notInForceIssues, periodText, type Stretch } from '@yilian/domain/dated.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import type { FileRow } from '@yilian/domain/file-columns.ts'
import type { InstitutionFileValues } from '@yilian/domain/institution-columns.ts'
import {
  INSTITUTION_DEFAULTS,
  institutionCodeIssues,
  institutionIssues,
  lifeOf,
  statusIssues,
  type InstitutionValue,
} from '@yilian/domain/institution.ts'
import { issue, naming, type Issue } from '@yilian/domain/issue.ts'
import { covers, overlaps } from '@yilian/domain/period.ts'
import { countyCodeOf } from '@yilian/domain/region.ts'

import { THINGS } from '../command/things.ts'
import { referenceIssues } from '../institution/institution-references.ts'
import { factWrite, isUnchanged } from './fact-writer.ts'
import { identify, openAs } from './identify-institution.ts'
import type { ImportRow, ImportScope, Judgement, Proposal } from './import-kind.ts'
import type { InstitutionLookup, InstitutionStretchRow, KnownInstitution } from './institution-lookup.ts'
import { institutionPatch, type FoundReferences } from './institution-patch.ts'
import { oneOf } from './one-of.ts'
import type { RegionsNamed } from './regions-named.ts'

/** What rows of institutions are judged on. */
export interface InstitutionPicture extends ImportScope {
  readonly lookup: InstitutionLookup
  readonly regions: RegionsNamed
  documentOf: (text: string) => { readonly id: string } | { readonly issues: Issue[] }
  readonly newId: () => string
  readonly nextCode: () => string
  /** Which row is about which institution. */
  readonly touched: Map<string, number>
  /** The row of the file that a parent's code or name means. */
  readonly parentRow: (text: string) => { readonly row: number; readonly circular: boolean; readonly refused: boolean } | null
}

type Values = FileRow<InstitutionFileValues>

/** Judges a row on what is known and what earlier rows did. */
export function judgeInstitution(picture: InstitutionPicture, { row, values }: ImportRow<InstitutionFileValues>): Judgement {
  const on = values.effectiveOn ?? picture.today
  const found = findReferences(picture, values, on)
  if ('issues' in found) return found
  const { lookup, countyCode, touched } = picture
  const identity = identify(lookup, countyCode, { on, code: values.code, name: values.name, regionCode: found.regionCode })
  if ('issues' in identity) return identity
  if (!('known' in identity)) return create(picture, identity.undone, row, values, found)
  const { known } = identity
  const other = touched.get(known.id) ?? row
  if (other !== row) return { issues: [issue(values.code === undefined ? 'name' : 'code', 'DUPLICATE_IN_FILE', { row: other })] }
  return revise(picture, known, row, values, found, on)
}

function revise(
  picture: InstitutionPicture,
  known: KnownInstitution,
  row: number,
  values: Values,
  found: FoundReferences,
  on: IsoDate,
): Judgement {
  const before = known.stretches.find((one) => covers(one, on))
  if (!before) return { issues: notInForceIssues(known.stretches, on) }
  const { patch, issues } = institutionPatch(values, before, found)
  const desired = changeFrom<InstitutionValue>(known.stretches, on, patch)
  const proposal = proposalOf(picture, { ...known, desired }, row, values, found, on)
  if (issues.length === 0 && isUnchanged(proposal.writes)) {
    picture.touched.set(known.id, row)
    return { unchanged: known.id }
  }
  const value: InstitutionValue = { ...before, ...patch }
  const own = [
    ...issues,
    ...institutionIssues(value),
    ...statusIssues(before, value),
    ...rulesAmongOthers(picture, before, value, desired, on),
  ]
  return own.length > 0 ? { issues: own.map((one) => atField(one, values)) } : { proposal: { ...proposal, factId: known.id } }
}

function create(
  picture: InstitutionPicture,
  undone: KnownInstitution | null,
  row: number,
  values: Values,
  found: FoundReferences,
): Judgement {
  const { name, category, code, effectiveOn: on } = values
  const { regionCode } = found
  if (!name || !category || !regionCode || !on) return { issues: requiredIssues(values, found) }
  const { patch, issues } = institutionPatch(values, null, found)
  const value: InstitutionValue = { ...INSTITUTION_DEFAULTS, ...patch, name, category, regionCode }
  const desired = [{ ...value, validFrom: on, validTo: null }]
  const id = undone?.id ?? picture.newId()
  const own = [
    ...issues,
    ...institutionIssues(value),
    ...(code === undefined ? [] : institutionCodeIssues(code)),
    ...statusIssues(null, value),
    ...rulesAmongOthers(picture, null, value, desired, on),
  ]
  if (own.length > 0) return { issues: own.map((one) => atField(one, values)) }
  const identity = { id, code: undone?.code ?? code ?? picture.nextCode(), countyCode: undone?.countyCode ?? countyCodeOf(regionCode) }
  const proposal = proposalOf(picture, { ...identity, stretches: [], desired }, row, values, found, on)
  return { proposal: { ...proposal, factId: null, ...(undone === null && { identity: { table: 'institution' as const, ...identity } }) } }
}

type Desired = KnownInstitution & { readonly desired: readonly Stretch<InstitutionValue>[] }

function proposalOf(
  picture: InstitutionPicture,
  { desired, ...known }: Desired,
  row: number,
  values: Values,
  found: FoundReferences,
  on: IsoDate,
): Omit<Proposal, 'factId'> {
  return {
    subject: desired.at(-1)!.name,
    effectiveOn: on,
    documentId: found.documentId ?? null,
    note: values.note ?? null,
    writes: [factWrite({ fact: 'INSTITUTION', id: known.id, keys: {}, rows: known.stretches, desired })],
    apply: () => {
      picture.touched.set(known.id, row)
      // Its rows get their ids when they are written; whoever writes it again reads them then.
      picture.lookup.put({ ...known, stretches: desired as readonly InstitutionStretchRow[] })
    },
  }
}

/** Region, parent and credit code beside those of others. */
function rulesAmongOthers(
  { lookup, regions }: InstitutionPicture,
  before: InstitutionStretchRow | null,
  value: InstitutionValue,
  desired: readonly Stretch<InstitutionValue>[],
  on: IsoDate,
): Issue[] {
  const issues = referenceIssues(
    before,
    value,
    { validFrom: on, validTo: before?.validTo ?? null },
    {
      // What the row leaves as it is was judged when it was recorded.
      regionPeriods: (code) => (code === before?.regionCode ? [before] : regions.periods(code)),
      institution: (id) => {
        const one = lookup.byId(id)
        if (id === before?.parentId) return { name: one?.code ?? id, life: [before] }
        return one ? { name: one.stretches.at(-1)?.name ?? one.code, life: lifeOf(one.stretches) } : null
      },
      parentOf: (id) => lookup.parentOn(id, on),
    },
  )
  const { creditCode } = value
  if (creditCode === null) return issues
  const holder = lookup
    .creditHolders(creditCode)
    .find((other) => other.id !== before?.id && desired.some((one) => one.creditCode === creditCode && overlaps(one, other)))
  return holder
    ? [
        ...issues,
        naming(issue('creditCode', 'CREDIT_CODE_TAKEN', { value: creditCode, institution: holder.name, period: periodText(holder) }), [
          holder.id,
        ]),
      ]
    : issues
}

function findReferences(
  picture: InstitutionPicture,
  { regionCode, parentId, documentId }: Values,
  on: IsoDate,
): FoundReferences | { readonly issues: Issue[] } {
  const region = regionCode === undefined ? null : picture.regions.find(regionCode)
  const document = documentId == null ? null : picture.documentOf(documentId)
  const parent = parentId == null ? null : findParent(picture, parentId, on)
  const issues = [region, document, parent].flatMap((one) => (one && 'issues' in one ? one.issues : []))
  if (issues.length > 0) return { issues }
  const idOf = (one: { readonly id: string } | { readonly issues: Issue[] } | null) => (one && 'id' in one ? one.id : undefined)
  return { regionCode: idOf(region), documentId: idOf(document), parentId: parentId === null ? null : idOf(parent) }
}

function findParent(
  { lookup, parentRow }: InstitutionPicture,
  text: string,
  on: IsoDate,
): { readonly id: string } | { readonly issues: Issue[] } {
  const byCode = lookup.byCode(text)
  if (byCode && byCode.stretches.length > 0) return byCode
  const open = openAs(lookup, text, on)
  const inFile = open.length + lookup.named(text).length === 0 ? parentRow(text) : null
  if (inFile?.circular) return { issues: [issue('parentId', 'PARENT_CYCLE', { institution: text })] }
  if (inFile?.refused) return { issues: [issue('parentId', 'PARENT_ROW_WRONG', { value: text, row: inFile.row })] }
  return oneOf('parentId', text, THINGS.institution, open.length > 0 ? open : lookup.named(text))
}

function requiredIssues({ name, category, effectiveOn }: Values, { regionCode }: FoundReferences): Issue[] {
  const missing = Object.entries({ name, category, regionCode }).filter(([, value]) => value === undefined)
  return [
    ...missing.map(([field]) => issue(field, 'REQUIRED')),
    ...(effectiveOn === undefined ? [issue('effectiveOn', 'EFFECTIVE_DAY_NEEDED')] : []),
  ]
}

/** The issue at the cell it comes from: of a list the whole, of a grade that stands with its level the level. */
function atField(one: Issue, values: Values): Issue {
  const field = one.path.split('.', 1)[0]!
  const withLevel = { grade: 'level', targetGrade: 'targetLevel' } as const
  const path = (field === 'grade' || field === 'targetGrade') && values[field] === undefined ? withLevel[field] : field
  return { ...one, path }
}
