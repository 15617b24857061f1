import { optionalTextCells, textCells } from '../file-cells.ts'
import { defineColumns } from '../file-columns.ts'

/** What is shown of a project of a package; the project itself is read as the document it is. */
export interface Oc4idsFileValues {
  readonly code: string
  readonly name: string
  /** The code of the project it is a part of. */
  readonly parentId: string | null
}

/** The columns under which the projects of a package are listed. */
export const OC4IDS_COLUMNS = defineColumns<Oc4idsFileValues>({
  code: { ...textCells, label: { zh: 'id', en: 'id' }, required: true, width: 20, example: { zh: '', en: '' } },
  name: { ...textCells, label: { zh: 'title', en: 'title' }, width: 40, example: { zh: '', en: '' } },
  parentId: { ...optionalTextCells, label: { zh: 'relatedProjects', en: 'relatedProjects' }, width: 20, example: { zh: '', en: '' } },
})
