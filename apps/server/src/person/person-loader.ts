import type { Context } from '../graphql/context.ts'
import { loaderFor, type AtMoment } from '../graphql/moment.ts'
import { peopleByIds, type PersonRow } from './person.queries.ts'

/** People by id at the moment of what names them. One statement for all of a request at that moment, a second for those not in force. */
export function personLoader(context: Context, { moment }: AtMoment) {
  return loaderFor(context, 'peopleByIds', moment, (ids) => peopleByIds(context, ids, moment))
}

/** The person, null for no id and for somebody not seen on the day. */
export function personSeen(context: Context, at: AtMoment, id: string | null): PersonRow | null | Promise<PersonRow | null> {
  return id === null ? null : personLoader(context, at).load(id)
}
