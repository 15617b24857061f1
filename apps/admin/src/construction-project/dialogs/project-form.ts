import { asArea, PROJECT_DEFAULTS, projectIssues } from '@yilian/domain/construction/project.ts'
import { normaliseProjectCode } from '@yilian/domain/construction/project-code.ts'
import type { ProjectKind } from '@yilian/domain/construction/project-kind.ts'
import { issue, issuesAt, type Issue } from '@yilian/domain/issue.ts'
import type { InstitutionChoice } from '../../fields/InstitutionSelect.tsx'
import type { ConstructionProjectInput } from '../../graphql/graphql.ts'
import type { ProjectOnPage } from '../project-page.ts'
import { orNull } from '../../command/fields.tsx'

/** What is said of a project, as it is typed. */
export interface ProjectDraft {
  readonly name: string
  readonly kind: ProjectKind | null
  readonly regionCode: string | null
  readonly nationalCode: string
  readonly institutions: readonly InstitutionChoice[]
  readonly part: { readonly id: string; readonly name: string } | null
  readonly owner: string
  readonly description: string
  readonly unitCount: number | null
  readonly area: string
  readonly beds: number | null
  readonly sets: number | null
  readonly code: string
}

export const EMPTY_PROJECT: ProjectDraft = {
  name: '',
  kind: null,
  regionCode: null,
  nationalCode: '',
  institutions: [],
  part: null,
  owner: '',
  description: '',
  unitCount: null,
  area: '',
  beds: null,
  sets: null,
  code: '',
}

export function projectDraft(project: ProjectOnPage): ProjectDraft {
  return {
    name: project.name,
    kind: project.kind,
    regionCode: project.region.code,
    nationalCode: project.nationalCode ?? '',
    institutions: project.institutions,
    part: project.parent,
    owner: project.owner ?? '',
    description: project.description ?? '',
    unitCount: project.unitCount === 1 ? null : project.unitCount,
    area: project.area ?? '',
    beds: project.beds,
    sets: project.sets,
    code: project.code,
  }
}

/** The input, or `null` while what every project has is missing. */
export function projectInput({ kind, regionCode, ...draft }: ProjectDraft): ConstructionProjectInput | null {
  if (kind === null || regionCode === null || draft.name.trim() === '') return null
  const nationalCode = normaliseProjectCode(draft.nationalCode)
  return {
    name: draft.name.trim(),
    kind,
    regionCode,
    nationalCode: nationalCode === '' ? null : nationalCode,
    institutionIds: draft.institutions.map(({ id }) => id),
    partOfId: draft.part?.id ?? null,
    owner: orNull(draft.owner),
    description: orNull(draft.description),
    unitCount: draft.unitCount ?? 1,
    area: asArea(orNull(draft.area)),
    beds: draft.beds,
    sets: draft.sets,
  }
}

/** The rules over what is typed, at the paths of the command. */
export function projectDraftIssues(draft: ProjectDraft): Issue[] {
  const { name, kind, regionCode, unitCount } = draft
  const missing = [
    ...(name.trim() === '' ? [issue('name', 'REQUIRED')] : []),
    ...(kind === null ? [issue('kind', 'REQUIRED')] : []),
    ...(regionCode === null ? [issue('regionCode', 'REQUIRED')] : []),
  ]
  const said = projectInput({ ...draft, name: name || '—', kind: kind ?? 'REPAIR', regionCode: regionCode ?? '431221000000' })
  const wrong = said
    ? projectIssues({
        ...PROJECT_DEFAULTS,
        name: said.name,
        kind: said.kind,
        regionCode: said.regionCode,
        nationalCode: said.nationalCode ?? null,
        owner: said.owner ?? null,
        description: said.description ?? null,
        unitCount: unitCount ?? 1,
        area: said.area ?? null,
        beds: said.beds ?? null,
        sets: said.sets ?? null,
      })
    : []
  return issuesAt('project', [...missing, ...wrong])
}
