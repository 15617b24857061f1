import { allianceStructureIssues, type MemberPeriod } from '@yilian/domain/alliance.ts'
import { changeFrom, endFrom, periodText, type Stretch } from '@yilian/domain/dated.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import type { FileRow } from '@yilian/domain/file-columns.ts'
import { lifeOf } from '@yilian/domain/institution.ts'
import { issue, type Issue } from '@yilian/domain/issue.ts'
import type { MembershipFileValues } from '@yilian/domain/membership-columns.ts'
import { MEMBERSHIP_ROLES } from '@yilian/domain/membership-role.ts'
import { exclusiveGroupOf, membershipIssues, membershipLifeIssues, type MembershipValue } from '@yilian/domain/membership.ts'
import { covers, lastDay, overlaps } from '@yilian/domain/period.ts'

import { THINGS } from '../command/things.ts'
import { factWrite, isUnchanged } from './fact-writer.ts'
import { openAs } from './identify-institution.ts'
import type { DatedWrite, ImportRow, ImportScope, Judgement } from './import-kind.ts'
import type { InstitutionLookup, KnownInstitution } from './institution-lookup.ts'
import {
  othersForRules,
  type KnownAlliance,
  type MembershipLookup,
  type MembershipRowKnown,
  type MembershipTimeline,
  type VacancyRowKnown,
} from './membership-lookup.ts'
import { oneOf } from './one-of.ts'

/** What rows of memberships are judged on. */
export interface MembershipPicture extends ImportScope {
  readonly institutions: InstitutionLookup
  readonly lookup: MembershipLookup
  documentOf: (text: string) => { readonly id: string } | { readonly issues: Issue[] }
  readonly newId: () => string
}

type Values = FileRow<MembershipFileValues>
type Row = ImportRow<MembershipFileValues>
type Desired = Stretch<MembershipValue>

/** A row with what it names found. */
interface FoundRow {
  readonly values: Values
  readonly institution: KnownInstitution
  readonly alliance: KnownAlliance
  readonly documentId: string | undefined
  readonly from: IsoDate
  readonly role: MembershipValue['role']
}

/** Judges a row on what is known and what earlier rows did. */
export function judgeMembership(picture: MembershipPicture, row: Row): Judgement {
  const found = findAll(picture, row)
  if ('issues' in found) return found
  const { alliance, institution, from, values } = found
  const own = picture.lookup.memberships(institution.id).filter(({ allianceId }) => allianceId === alliance.id)
  // What ended the day before goes on: the same membership in another role.
  const before = own.find(({ rows }) => rows.some((one) => covers(one, from))) ?? own.find(({ rows }) => rows.at(-1)?.validTo === from)
  const desired = before ? goOn(before, found) : { stretches: [begin(found)], on: from }
  if ('issues' in desired) return desired
  const id = before?.id ?? picture.newId()
  const timeline: MembershipTimeline = {
    id,
    allianceId: alliance.id,
    institutionId: institution.id,
    institutionName: nameOf(institution),
    rows: before?.rows ?? [],
  }
  const membership = membershipWrite(timeline, alliance, desired.stretches)
  if (before && isUnchanged([membership])) return { unchanged: before.id }
  const vacancies = vacancyWrites(picture, alliance, desired.stretches)
  const issues = rulesOf(picture, found, timeline, desired.stretches, vacancies)
  if (issues.length > 0) return { issues }
  return {
    proposal: {
      factId: before?.id ?? null,
      subject: `${nameOf(alliance)} · ${nameOf(institution)}`,
      effectiveOn: desired.on,
      documentId: found.documentId ?? null,
      note: values.note ?? null,
      writes: [membership, ...vacancies],
      apply: () => {
        // Its rows get their ids when they are written; whoever writes it again reads them then.
        picture.lookup.putMembership({ ...timeline, rows: desired.stretches as readonly MembershipRowKnown[] })
        for (const one of vacancies)
          picture.lookup.putVacancy({ id: one.id, allianceId: alliance.id, rows: one.desired as readonly VacancyRowKnown[] })
      },
    },
  }
}

function begin({ values, documentId, from, role }: FoundRow): Desired {
  const { legalPersonKept = null, source = null, sourceNote = null, validTo = null } = values
  return { role, legalPersonKept, documentId: documentId ?? null, source, sourceNote, validFrom: from, validTo }
}

/** The timeline of a membership with what the row says of it, and the day from which that is so. */
function goOn(
  { rows }: MembershipTimeline,
  found: FoundRow,
): { readonly stretches: readonly Desired[]; readonly on: IsoDate } | { readonly issues: Issue[] } {
  const { values, documentId, from, role } = found
  const patch = {
    role,
    ...(values.legalPersonKept !== undefined && { legalPersonKept: values.legalPersonKept }),
    ...(documentId !== undefined && { documentId }),
    ...(values.source !== undefined && { source: values.source }),
    ...(values.sourceNote !== undefined && { sourceNote: values.sourceNote }),
  }
  const now = rows.find((one) => covers(one, from))
  if (!now) return { stretches: [...rows, begin(found)], on: from }
  const changed = changeFrom<MembershipValue>(rows, from, patch)
  const { validTo } = values
  // Nothing said of the last day: as it is.
  if (validTo === undefined || validTo === now.validTo) return { stretches: changed, on: from }
  if (now.validTo !== null && (validTo === null || validTo > now.validTo)) return { issues: [endedIssue(found, rows, now)] }
  if (validTo !== null && validTo <= from) return { issues: [issue('validTo', 'END_BEFORE_START', { validFrom: from, validTo })] }
  const isSame = Object.entries(patch).every(([key, value]) => now[key as keyof MembershipValue] === value)
  return { stretches: endFrom(changed, validTo!), on: isSame ? validTo! : from }
}

/** The record has an end where the row has none, or an earlier one; or it goes on in another role. */
function endedIssue({ institution, alliance }: FoundRow, rows: readonly MembershipRowKnown[], now: MembershipRowKnown): Issue {
  const next = rows.find(({ validFrom }) => validFrom === now.validTo)
  const names = { institution: nameOf(institution), alliance: nameOf(alliance) }
  if (!next) return issue('validTo', 'MEMBERSHIP_ENDED', { ...names, last: lastDay(now) })
  return issue('validTo', 'ALREADY_MEMBER', { ...names, role: MEMBERSHIP_ROLES[next.role], period: periodText(next) })
}

function membershipWrite(
  { id, allianceId, institutionId, rows }: MembershipTimeline,
  { kind }: KnownAlliance,
  stretches: readonly Desired[],
): DatedWrite {
  const desired = stretches.map((one) => ({ ...one, exclusiveGroup: exclusiveGroupOf(kind, one.role) }))
  return factWrite({ fact: 'MEMBERSHIP', id, keys: { allianceId, institutionId }, rows, desired })
}

/** A place that was declared vacant is no longer from the day on which it has a lead. */
function vacancyWrites({ lookup }: MembershipPicture, alliance: KnownAlliance, stretches: readonly Desired[]): DatedWrite[] {
  return lookup.vacancies(alliance.id).flatMap(({ id, rows }) => {
    const lead = stretches.find((one) => one.role === 'LEAD' && rows.some((row) => overlaps(row, one)))
    return lead
      ? [factWrite({ fact: 'LEAD_VACANCY', id, keys: { allianceId: alliance.id }, rows, desired: endFrom(rows, lead.validFrom) })]
      : []
  })
}

/** The rules that one membership can break. Whether the alliance keeps a lead is judged when all rows are in. */
function rulesOf(
  { lookup }: MembershipPicture,
  { institution, alliance }: FoundRow,
  { id }: MembershipTimeline,
  stretches: readonly Desired[],
  vacancies: readonly DatedWrite[],
): Issue[] {
  const name = nameOf(institution)
  const others = othersForRules(lookup, institution.id, id)
  const category = institution.stretches.at(-1)?.category ?? ''
  const draft = { id, allianceId: alliance.id, allianceKind: alliance.kind, institutionName: name, category }
  const own = stretches.flatMap((one) => [
    ...membershipIssues({ ...draft, ...one }, others),
    ...membershipLifeIssues(one, name, lifeOf(institution.stretches)),
  ])
  const member = (one: Desired, institutionId: string, institutionName: string): MemberPeriod => ({
    ...one,
    institutionId,
    institutionName,
  })
  const leads = lookup
    .leads(alliance.id)
    .filter((one) => one.id !== id)
    .flatMap(({ rows, institutionId, institutionName }) =>
      rows.filter(({ role }) => role === 'LEAD').map((one) => member(one, institutionId, institutionName)),
    )
  const vacant = lookup
    .vacancies(alliance.id)
    .flatMap(({ id: vacancy, rows }) => vacancies.find((one) => one.id === vacancy)?.desired ?? rows)
  const structure = allianceStructureIssues({
    kind: alliance.kind,
    name: nameOf(alliance),
    life: alliance.stretches,
    members: [...leads, ...stretches.map((one) => member(one, institution.id, name))],
    vacancies: vacant,
    disputes: [],
  })
  return [...own, ...structure.filter(({ code }) => code !== 'LEAD_REQUIRED')]
}

function findAll(picture: MembershipPicture, row: Row): FoundRow | { readonly issues: readonly Issue[] } {
  const { values } = row
  const { role, validFrom: from } = values
  const [institution] = findInstitution(picture.institutions, row)
  const alliance =
    values.allianceId === undefined
      ? null
      : oneOf('allianceId', values.allianceId, THINGS.alliance, picture.lookup.alliancesNamed(values.allianceId))
  const document = values.documentId == null ? null : picture.documentOf(values.documentId)
  const issues = [institution, alliance, document].flatMap((one) => (one && 'issues' in one ? one.issues : []))
  const missing = Object.entries({ institutionId: institution, allianceId: alliance, role, validFrom: from }).flatMap(([field, value]) =>
    value == null ? [issue(field, 'REQUIRED')] : [],
  )
  if (issues.length > 0 || !institution || !alliance || !role || !from || 'issues' in institution || 'issues' in alliance)
    return { issues: [...issues, ...missing] }
  return { values, institution, alliance, role, from, documentId: document && 'id' in document ? document.id : undefined }
}

/** The institution a row names by code, name or alias: the one open under the name on the day, before one that had it at another time. */
export function findInstitution(lookup: InstitutionLookup, { values }: Row): [] | [KnownInstitution | { readonly issues: Issue[] }] {
  const text = values.institutionId
  if (text === undefined) return []
  const byCode = lookup.byCode(text)
  if (byCode && byCode.stretches.length > 0) return [byCode]
  const open = values.validFrom === undefined ? [] : openAs(lookup, text, values.validFrom)
  return [oneOf('institutionId', text, THINGS.institution, open.length > 0 ? open : lookup.named(text))]
}

function nameOf({ stretches }: { readonly stretches: readonly { readonly name: string }[] }): string {
  return stretches.at(-1)?.name ?? ''
}
