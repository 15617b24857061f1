import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { loaderFor, present, type AtMoment } from '../graphql/moment.ts'
import type { Page, PageArgs } from '../list/keyset.ts'
import { projectPagesOf, type ConstructionProjectRow, type ProjectHolder } from './construction-project.queries.ts'
import { ConstructionProject } from './construction-project.ref.ts'

export const OwnProjectConnection = builder.connectionObject(
  {
    type: ConstructionProject,
    name: 'OwnProjectConnection',
    description: 'A page of the projects for an institution, or of the parts of a project.',
  },
  { name: 'OwnProjectEdge' },
)

/** A page of the projects of a holder, by code. One statement for all holders of a request that are asked for the same page. */
export async function projectsOf(
  context: Context,
  holder: ProjectHolder,
  id: string,
  page: PageArgs,
  { moment }: AtMoment,
): Promise<Page<ConstructionProjectRow>> {
  const load = (ids: readonly string[]) => projectPagesOf(context, holder, ids, page, moment)
  return present(
    loaderFor(context, `projectsOf:${holder}:${JSON.stringify(page)}`, moment, load).load(id),
    () => `no page of ${holder} ${id}`,
  )
}
