import { issue, type Issue } from '@yilian/domain/issue.ts'

import { FileRefused } from '../files/file-refused.ts'
import type { FileTextRow } from '../files/file-row.ts'
import { at, dayOf, listOf, textOf } from './json.ts'
import { faultsOfPackage, faultsOfProject } from './validate.ts'

/** What stands behind the shown cells of a project: itself, what is wrong with it, where it stands, and the day of the package. */
export interface ProjectOfPackage {
  readonly project: unknown
  readonly faults: readonly Issue[]
  readonly path: string
  readonly day: string
}

/** Scheme under which projects of this product name each other. */
const SCHEME = 'yilian'

/**
 * The projects of a package of OC4IDS 0.9.5, one a row. Throws `FileRefused` with the first fault where the package itself is wrong; what
 * is wrong with one project is its row's.
 */
export function* packageRows(bytes: Uint8Array): Generator<FileTextRow> {
  const document = parse(bytes)
  const [fault] = faultsOfPackage(document)
  if (fault) throw new FileRefused(issue('file', 'OC4IDS_FAULT', { ...fault }))
  if (at(document, 'version') !== '0.9')
    throw new FileRefused(issue('file', 'OC4IDS_VERSION', { path: '/version', value: String(at(document, 'version')) }))
  const projects = listOf(at(document, 'projects'))
  const day = /^urn:yilian:oc4ids:[^:]+:(\d{4}-\d{2}-\d{2})$/.exec(String(at(document, 'uri')))?.[1] ?? dayOf(at(document, 'publishedDate'))
  const seen = new Set<string>()
  for (const [index, project] of projects.entries()) {
    const path = `/projects/${index}`
    const faults: Issue[] = faultsOfProject(project, path).map((one) => issue(one.path, 'OC4IDS_FAULT', { ...one }))
    const id = textOf(at(project, 'id')) ?? ''
    if (seen.has(id)) faults.push(issue(`${path}/id`, 'OC4IDS_FAULT', { path: `${path}/id`, problem: TWICE }))
    seen.add(id)
    const whole = listOf(at(project, 'relatedProjects')).find((one) => at(one, 'scheme') === SCHEME && at(one, 'id') === 'whole')
    const rest: ProjectOfPackage = { project, faults, path, day: day ?? '' }
    yield {
      row: index + 1,
      cells: [id, textOf(at(project, 'title')) ?? '', textOf(at(whole, 'identifier')) ?? '', JSON.stringify(rest)],
    }
  }
}

const TWICE = { zh: '与前面的项目相同', en: 'is that of an earlier project' }

function parse(bytes: Uint8Array): unknown {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new FileRefused(issue('file', 'JSON_ENCODING'))
  }
  if (text.trim() === '') throw new FileRefused(issue('file', 'JSON_EMPTY'))
  try {
    return JSON.parse(text)
  } catch (error) {
    const position = Number(/at position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1] ?? text.length)
    throw new FileRefused(issue('file', 'JSON_INVALID', { line: text.slice(0, position).split('\n').length }))
  }
}
