import type { IsoDate } from '@yilian/domain/day.ts'
import { isOpen } from '@yilian/domain/institution.ts'
import { issue, type Issue } from '@yilian/domain/issue.ts'
import { covers } from '@yilian/domain/period.ts'
import { countyCodeOf, regionPrefix } from '@yilian/domain/region.ts'

import { THINGS } from '../command/things.ts'
import type { InstitutionLookup, KnownInstitution } from './institution-lookup.ts'
import { oneOf } from './one-of.ts'

/** Which institution a row is about: a recorded one, a new one (with the identity of an undone one where its code is that one's), or unclear. */
export type Identity =
  | { readonly known: KnownInstitution }
  | { readonly undone: KnownInstitution | null }
  | { readonly issues: readonly Issue[] }

export interface Named {
  readonly code: string | undefined
  readonly name: string | undefined
  readonly regionCode: string | undefined
  readonly on: IsoDate
}

/** By its code, else by its exact name in the county on the day. */
export function identify(lookup: InstitutionLookup, countyCode: string, named: Named): Identity {
  return named.code === undefined ? byName(lookup, countyCode, named) : byCode(lookup, countyCode, named, named.code)
}

function byCode(lookup: InstitutionLookup, countyCode: string, { name, regionCode, on }: Named, code: string): Identity {
  const found = lookup.byCode(code)
  const county = regionCode === undefined ? countyCode : countyCodeOf(regionCode)
  if (found) {
    if (found.countyCode !== countyCode && found.countyCode !== county) {
      return { issues: [issue('code', 'CODE_OF_OTHER_COUNTY', { value: code, institution: found.stretches.at(-1)?.name ?? code })] }
    }
    return found.stretches.length > 0 ? { known: found } : { undone: found }
  }
  if (lookup.isHidden(code)) return { issues: [issue('code', 'CONFLICTS_UNSEEN')] }
  // The same place under another code would be recorded twice.
  const same =
    name === undefined ? undefined : openAs(lookup, name, on).find((one) => one.countyCode === county && regionOn(one, on) === regionCode)
  if (same) return { issues: [issue('code', 'NAME_OF_ANOTHER_CODE', { institution: name!, code: same.code })] }
  return { undone: null }
}

function byName(lookup: InstitutionLookup, countyCode: string, { name, regionCode, on }: Named): Identity {
  if (name === undefined) return { issues: [issue('name', 'REQUIRED')] }
  const counties = [countyCode, ...(regionCode === undefined ? [] : [countyCodeOf(regionCode)])]
  const near = (one: KnownInstitution) =>
    counties.includes(one.countyCode) && (regionCode === undefined || isNear(regionOn(one, on), regionCode))
  const all = openAs(lookup, name, on).filter(near)
  const here = all.filter((one) => regionOn(one, on) === regionCode)
  // Of several of one name (第一卫生室) the village tells which; one in another village is another.
  const candidates = here.length > 0 ? here : all
  if (candidates.length === 0) return formerly(lookup.named(name).filter(near), name, on)
  const one = oneOf('name', name, THINGS.institution, candidates)
  return 'issues' in one ? one : { known: one }
}

/** The same region, or one within the other: files say the county where the records say the town. */
function isNear(recorded: string | undefined, said: string): boolean {
  return recorded === undefined || recorded.startsWith(regionPrefix(said)) || said.startsWith(regionPrefix(recorded))
}

/** Nothing has the name on the day: one that had it, or has it as an alias, may be meant; one that is closed is not. */
function formerly(candidates: readonly KnownInstitution[], name: string, on: IsoDate): Identity {
  for (const one of candidates) {
    const now = one.stretches.find((stretch) => covers(stretch, on))
    if (now && isOpen(now)) return { issues: [issue('name', 'NAME_FORMER', { value: name, institution: now.name, code: one.code })] }
    if (!now && one.stretches.some((stretch) => stretch.name === name && isOpen(stretch))) return { known: one }
  }
  return { undone: null }
}

/** Those that are open under this name on the day. */
export function openAs(lookup: InstitutionLookup, name: string, on: IsoDate): KnownInstitution[] {
  return lookup.named(name).filter(({ stretches }) => stretches.some((one) => one.name === name && isOpen(one) && covers(one, on)))
}

function regionOn({ stretches }: KnownInstitution, on: IsoDate): string | undefined {
  return stretches.find((one) => covers(one, on))?.regionCode
}
