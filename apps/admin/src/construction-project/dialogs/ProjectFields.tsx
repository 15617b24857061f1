import { Select } from 'antd'
import { PROJECT_KINDS } from '@yilian/domain/construction/project-kind.ts'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { CommandField, type FieldControl } from '../../command/CommandField.tsx'
import { InstitutionsSelect } from '../../fields/InstitutionsSelect.tsx'
import { useDebounced } from '../../fields/useDebounced.ts'
import { graphql } from '../../graphql/gql.ts'
import { useChoices } from '../../i18n/useChoices.ts'
import { RegionSelect } from '../../region/RegionSelect.tsx'
import styles from '../Project.module.css'
import { Choice, Count, LongTextField, TextField } from '../../command/fields.tsx'
import type { ProjectDraft } from './project-form.ts'

const ProjectChoicesDocument = graphql(`
  query ProjectChoices($filter: ConstructionProjectFilter) {
    projects(filter: $filter, first: 20) {
      nodes {
        id
        name
        code
      }
    }
  }
`)

interface ProjectFieldsProps {
  readonly draft: ProjectDraft
  readonly set: (patch: Partial<ProjectDraft>) => void
  readonly countyCode: string | undefined
  /** The project itself, which is no part of itself. */
  readonly own?: string
  /** A new project may be given a code; one that exists keeps its own. */
  readonly withCode?: boolean
}

/** Everything that is said of a project. */
export function ProjectFields({ draft, set, countyCode, own, withCode = false }: ProjectFieldsProps): ReactNode {
  const { t } = useTranslation('projectCommand')
  const choices = useChoices()
  return (
    <div className={styles.two}>
      <div className={styles.wide}>
        <TextField name="project.name" label={t('name')} required value={draft.name} onChange={(name) => set({ name })} />
      </div>
      <Choice
        name="project.kind"
        label={t('kind')}
        required
        value={draft.kind}
        choices={choices(PROJECT_KINDS)}
        onChange={(kind) => set({ kind })}
      />
      <CommandField name="project.regionCode" label={t('region')} required>
        {(control) => (
          <RegionSelect
            control={control}
            placeholder={t('regionHint')}
            value={draft.regionCode}
            onChange={(regionCode) => set({ regionCode })}
          />
        )}
      </CommandField>
      <div className={styles.wide}>
        <CommandField name="project.institutionIds" label={t('institutions')} help={t('institutionsHelp')}>
          {(control) => (
            <InstitutionsSelect
              control={control}
              value={draft.institutions}
              countyCode={countyCode}
              placeholder={t('addInstitution')}
              remove={(name) => t('removeInstitution', { name })}
              onChange={(institutions) => set({ institutions })}
            />
          )}
        </CommandField>
      </div>
      <TextField name="project.owner" label={t('owner')} value={draft.owner} onChange={(owner) => set({ owner })} />
      <CommandField name="project.partOfId" label={t('partOf')}>
        {(control) => <PartOf control={control} draft={draft} set={set} countyCode={countyCode} own={own} />}
      </CommandField>
      <TextField
        name="project.nationalCode"
        label={t('nationalCode')}
        help={t('nationalCodeHelp')}
        value={draft.nationalCode}
        onChange={(nationalCode) => set({ nationalCode })}
      />
      {withCode ? (
        <TextField name="code" label={t('code')} help={t('codeHelp')} value={draft.code} onChange={(code) => set({ code })} />
      ) : (
        <span />
      )}
      <TextField name="project.area" inputMode="decimal" label={t('area')} value={draft.area} onChange={(area) => set({ area })} />
      <Count name="project.beds" label={t('beds')} value={draft.beds} onChange={(beds) => set({ beds })} />
      <Count
        name="project.unitCount"
        label={t('unitCount')}
        help={t('unitCountHelp')}
        value={draft.unitCount}
        onChange={(unitCount) => set({ unitCount })}
      />
      <Count name="project.sets" label={t('sets')} value={draft.sets} onChange={(sets) => set({ sets })} />
      <div className={styles.wide}>
        <LongTextField
          name="project.description"
          label={t('description')}
          rows={2}
          value={draft.description}
          onChange={(description) => set({ description })}
        />
      </div>
    </div>
  )
}

type PartProps = Pick<ProjectFieldsProps, 'draft' | 'set' | 'countyCode'> & { readonly control: FieldControl }

function PartOf({ control, draft, set, countyCode, own }: PartProps & { readonly own: string | undefined }): ReactNode {
  const { t } = useTranslation('projectCommand')
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState(false)
  const search = useDebounced(typed.trim(), 200)
  const [{ data, fetching }] = useQuery({
    query: ProjectChoicesDocument,
    variables: { filter: { countyCode, search: search === '' ? null : search } },
    pause: !open,
  })
  const found = (data?.projects.nodes ?? []).filter(({ id }) => id !== own)
  const all = draft.part && !found.some(({ id }) => id === draft.part?.id) ? [draft.part, ...found] : found
  return (
    <Select<string>
      {...control}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      open={open}
      onOpenChange={setOpen}
      loading={fetching}
      allowClear
      value={draft.part?.id ?? null}
      placeholder={t('partOfHint')}
      notFoundContent={fetching ? null : t('partOfNone')}
      options={all.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(id: string | undefined) => set({ part: all.find((one) => one.id === id) ?? null })}
      style={{ width: '100%' }}
    />
  )
}
