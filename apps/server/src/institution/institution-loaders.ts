import type { Context } from '../graphql/context.ts'
import { loaderFor, otherwise, present, type AtMoment } from '../graphql/moment.ts'
import { columnsOfFact, columnsRead, type FieldReads } from '../graphql/selection.ts'
import type { Columns } from '../list/columns.ts'
import { institutionsByIds, institutionsOnceSeen, type InstitutionRow } from './institution.queries.ts'

/**
 * The institution with this id at the moment of something seen that names it; where it is not seen on the day itself, as it was when it
 * was. One statement for all of a request at that moment, and a second one for those not seen then.
 */
export function institutionAt(context: Context, at: AtMoment, id: string): InstitutionRow | Promise<InstitutionRow> {
  return present(institutionSeen(context, at, id), () => `institution ${id} was not known at that instant`)
}

/** The same; null for no id, and for one that is never seen. */
export function institutionSeen(context: Context, at: AtMoment, id: string | null): InstitutionRow | null | Promise<InstitutionRow | null> {
  return id === null ? null : otherwise(institutionLoader(context, at).load(id), () => onceSeenLoader(context, at).load(id))
}

/** The same for several; those never seen are left out. */
export async function institutionsSeen(context: Context, at: AtMoment, ids: readonly string[]): Promise<InstitutionRow[]> {
  return (await Promise.all(ids.map(async (id) => institutionSeen(context, at, id)))).filter((row) => row !== null)
}

function onceSeenLoader(context: Context, { moment }: AtMoment) {
  return loaderFor(context, 'institutionsOnceSeen', moment, (ids) =>
    institutionsOnceSeen(context, ids, moment, institutionColumns(context)),
  )
}

/** Rows for fields of the API to show: they have the columns that the operation reads, and may have no others. */
export function institutionLoader(context: Context, { moment }: AtMoment) {
  return loaderFor(context, 'institutionsByIds', moment, (ids) => institutionsByIds(context, ids, moment, institutionColumns(context)))
}

const READS: FieldReads<InstitutionRow> = {
  always: ['id'],
  own: ['code', 'countyCode', 'inForce', ...columnsOfFact('INSTITUTION')],
  others: {
    id: ['id'],
    version: ['id'],
    region: ['regionCode'],
    parent: ['parentId'],
    change: ['recordedBy'],
    document: ['documentId'],
    openedOn: ['id', 'validFrom'],
    villageClinicCount: ['id'],
    memberships: ['id'],
  },
}

/** The columns of institutions that the operation under way reads. */
export function institutionColumns(context: Context): Columns {
  return columnsRead(context, 'Institution', READS)
}
