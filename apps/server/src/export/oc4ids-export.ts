import type { Moment } from '@yilian/domain/dated.ts'

import type { Reader } from '../access/reader.ts'
import { projectPage, projectsByIds, type ConstructionProjectRow } from '../construction-project/construction-project.queries.ts'
import { factsOfProjects } from '../construction-project/project-facts.ts'
import { recordsOfProjects } from '../construction-project/project-sections.ts'
import { regionsByCodes } from '../region/region.queries.ts'
import { countyName } from './county-name.ts'
import type { DocumentExport } from './document-export.ts'
import { BadExport, readRequest } from './export-request.ts'
import { oc4idsProject, type Oc4ids } from './oc4ids.ts'
import { allPages, distinct } from './pages.ts'
import { judgedFilter, projectsExport } from './projects-export.ts'

/**
 * The projects of the list as a project package of OC4IDS 0.9.5, written project by project: memory does not grow with the list. The
 * same filter and day as the progress table. A package has at least one project.
 */
export const oc4idsExport: DocumentExport = {
  needs: 'construction.read',
  type: 'application/json; charset=utf-8',
  read(params, today, now) {
    const asked = readRequest(projectsExport, params, today)
    const { moment, locale } = asked
    return async (reader) => {
      const filter = await judgedFilter(reader, asked.filter, moment, locale)
      const whose = filter.countyCode ? await countyName(reader.db, filter.countyCode, moment) : 'Yilian'
      const pages = allPages((args) => projectPage(reader, filter, 'CODE', false, args, moment), 100)
      const first = await pages.next()
      if (first.done || first.value.length === 0) throw new BadExport(NONE[locale])
      const head = {
        uri: `urn:yilian:oc4ids:${filter.countyCode ?? 'all'}:${moment.asOf}`,
        publisher: { name: whose },
        publishedDate: now.toISOString(),
        version: '0.9',
      }
      return {
        fileName: `${whose}_OC4IDS_${moment.asOf}`,
        plainName: `oc4ids_${moment.asOf}`,
        body: text(head, told(reader, first.value, pages, moment)),
      }
    }
  },
}

const NONE = { zh: '没有符合条件的项目，不能生成数据包。', en: 'No project passes the filter; a package needs one.' }

async function* told(
  reader: Reader,
  first: readonly ConstructionProjectRow[],
  rest: AsyncIterable<readonly ConstructionProjectRow[]>,
  moment: Moment,
): AsyncGenerator<Oc4ids> {
  yield* await projectsOf(reader, first, moment)
  for await (const page of rest) yield* await projectsOf(reader, page, moment)
}

async function projectsOf(reader: Reader, page: readonly ConstructionProjectRow[], moment: Moment): Promise<Oc4ids[]> {
  const ids = page.map(({ id }) => id)
  const records = await recordsOfProjects(reader, page, moment)
  const contracts = await factsOfProjects(reader, 'PROJECT_CONTRACT', ids, moment)
  const regions = await regionsByCodes(reader.db, distinct(page.map(({ regionCode }) => regionCode)), moment)
  const wholes = await projectsByIds(reader, distinct(page.map(({ parentId }) => parentId)), moment)
  return page.map((project) =>
    oc4idsProject({
      project,
      records: records.get(project.id)!,
      contracts: contracts.get(project.id) ?? [],
      region: regions.get(project.regionCode)?.name,
      whole: project.parentId === null ? undefined : wholes.get(project.parentId),
      asOf: moment.asOf,
    }),
  )
}

async function* text(head: object, projects: AsyncIterable<Oc4ids>): AsyncGenerator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},"projects":[`
  let comma = ''
  for await (const project of projects) {
    yield comma + JSON.stringify(project)
    comma = ','
  }
  yield ']}\n'
}
