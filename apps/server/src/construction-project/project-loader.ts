import type { Context } from '../graphql/context.ts'
import { loaderFor, type AtMoment } from '../graphql/moment.ts'
import { projectsByIds } from './construction-project.queries.ts'

/** Projects by id at the moment of what names them. One statement for all of a request at that moment. */
export function projectLoader(context: Context, { moment }: AtMoment) {
  return loaderFor(context, 'projectsByIds', moment, (ids) => projectsByIds(context, ids, moment))
}
