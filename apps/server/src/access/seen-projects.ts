import { type RawBuilder, sql } from 'kysely'

import { whereKnown } from '@yilian/database/dated.ts'
import type { Access } from '@yilian/domain/access/access.ts'
import { NOTHING, type Own } from '@yilian/domain/access/own.ts'

import { isOneOf } from '../list/is-one-of.ts'
import type { Days } from './days.ts'
import { anyOf, worksFor } from './seen.ts'

// A construction project is seen through its county, or through an institution it is for: one that is own, or in an own alliance then.
// Whose member it is counts as known now, and so does whom the project is for.

/** True for the row of a project (a version, beside its county) that is seen on one of the days. */
export function seesProjectRow(
  access: Access,
  county: RawBuilder<unknown>,
  institutionIds: RawBuilder<unknown>,
  days: Days,
): RawBuilder<boolean> {
  return reachesProjectRow(access.own('construction.read') ?? NOTHING, county, institutionIds, days)
}

/** True for a project that is seen on one of the days, by its id. */
export function seesProject(access: Access, id: RawBuilder<unknown>, days: Days): RawBuilder<boolean> {
  return reachesProject(access.own('construction.read') ?? NOTHING, id, days)
}

/**
 * `sees`, asked only for rows of those of these projects that are not of an own county: which are is computed once, whatever the rows.
 */
export function countyFirst(
  access: Access,
  projectId: RawBuilder<unknown>,
  ids: readonly string[],
  sees: RawBuilder<boolean>,
): RawBuilder<boolean> {
  const own = access.own('construction.read') ?? NOTHING
  if (own.everything || own.counties.length === 0) return sees
  const ofCounty = sql<boolean>`${projectId} = any(array(select own_p.id from construction_project own_p
    where ${isOneOf(sql`own_p.id`, ids, 'uuid')} and ${ofOwnCounty(own, sql`own_p.county_code`)}))`
  return anyOf([ofCounty, sees])
}

/** True for a project that is within what is own, by its id. */
export function reachesProject(own: Own, id: RawBuilder<unknown>, days: Days): RawBuilder<boolean> {
  if (own.everything) return sql`true`
  const version = sql`construction_project_version own_v`
  const inReach = sql`exists (select from ${version} where own_v.id = own_p.id and ${whereKnown('own_v', null)}
    and ${forOwn(own, sql`own_v.institution_ids`, days)})`
  return sql`exists (select from construction_project own_p where own_p.id = ${id} and ${anyOf([ofOwnCounty(own, sql`own_p.county_code`), inReach])})`
}

function reachesProjectRow(own: Own, county: RawBuilder<unknown>, institutionIds: RawBuilder<unknown>, days: Days): RawBuilder<boolean> {
  if (own.everything) return sql`true`
  return anyOf([ofOwnCounty(own, county), forOwn(own, institutionIds, days)])
}

function ofOwnCounty({ counties }: Own, county: RawBuilder<unknown>): RawBuilder<boolean> {
  return counties.length === 0 ? sql`false` : isOneOf(county, counties)
}

function forOwn(own: Own, institutionIds: RawBuilder<unknown>, days: Days): RawBuilder<boolean> {
  return sql`exists (select from unnest(${institutionIds}) own_u(id) where ${worksFor(own, sql`own_u.id`, days)})`
}
