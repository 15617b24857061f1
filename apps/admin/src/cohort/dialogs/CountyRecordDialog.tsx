import type { CommandKey } from '@yilian/domain/commands.ts'
import { issue, type Issue } from '@yilian/domain/issue.ts'
import { countyCodeOf, regionCode } from '@yilian/domain/region.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandDialog } from '../../command/CommandDialog.tsx'
import { CommandField } from '../../command/CommandField.tsx'
import type { CommandDocument, CommandInput } from '../../command/outcome.ts'
import { useCommandName } from '../../command/useCommandName.ts'
import { cited, Tick } from '../../command/fields.tsx'
import { InstitutionsSelect } from '../../fields/InstitutionsSelect.tsx'
import { RegionSelect } from '../../region/RegionSelect.tsx'
import { useMoment } from '../../shell/moment.ts'
import type { NamedInstitution } from '../../fields/InstitutionSelect.tsx'

type Cited = ReturnType<typeof cited>

/** What every record of a county has: whose it is, the institutions concerned, and whether it is to be reached. */
export interface CountyDraft {
  readonly region: string | null
  readonly institutions: readonly NamedInstitution[]
  readonly target: boolean
  /** On a correction: there never was one. */
  readonly withdraw: boolean
}

interface Existing {
  readonly id: string
  readonly version: number
  readonly region: { readonly code: string }
  readonly institutions: readonly NamedInstitution[]
  readonly target: boolean
}

/** The part that every such record has, of one on record or of a new one in the county shown. */
export function countyDraft(existing: Existing | null, county: string | undefined): CountyDraft {
  return {
    region: existing?.region.code ?? (county === undefined ? null : regionCode(county)),
    institutions: existing?.institutions ?? [],
    target: existing?.target ?? false,
    withdraw: false,
  }
}

interface CountyRecordDialogProps<D extends CountyDraft, F extends object, R extends CommandInput, C extends CommandInput> {
  readonly existing: Existing | null
  readonly initial: D
  readonly issues: (draft: D) => readonly Issue[]
  /** What the record says; `null` while it cannot be built. */
  readonly fieldsOf: (draft: D) => F | null
  readonly record: {
    readonly command: CommandKey
    readonly document: CommandDocument<R>
    readonly input: (fields: F & Cited & Shared & { readonly regionCode: string }) => R
  }
  readonly correct: {
    readonly command: CommandKey
    readonly document: CommandDocument<C>
    readonly input: (fields: F & Cited & Shared & { readonly withdraw: boolean; readonly baseVersion: number }, id: string) => C
  }
  /** What the button says is recorded. */
  readonly named: (draft: D) => string
  readonly onClose: () => void
  readonly children: (draft: D, set: (patch: Partial<D>) => void) => ReactNode
}

interface Shared {
  readonly institutionIds: string[]
  readonly target: boolean
}

const sharedOf = ({ institutions, target }: CountyDraft): Shared => ({ institutionIds: institutions.map(({ id }) => id), target })

/** A record of a county, whether it is new or put right: the same form, two commands. */
export function CountyRecordDialog<D extends CountyDraft, F extends object, R extends CommandInput, C extends CommandInput>({
  existing,
  initial,
  issues,
  fieldsOf,
  record,
  correct,
  named,
  onClose,
  children,
}: CountyRecordDialogProps<D, F, R, C>): ReactNode {
  const name = useCommandName()
  const { t } = useTranslation('cohort')
  const { county } = useMoment()
  const fields = ({ draft, set }: { readonly draft: D; readonly set: (patch: Partial<D>) => void }) => {
    const share = (patch: Partial<CountyDraft>) => set(patch as Partial<D>)
    return (
      <>
        {existing && <Tick label={t('field.withdraw')} value={draft.withdraw} onChange={(withdraw) => share({ withdraw })} />}
        {!draft.withdraw && (
          <>
            {!existing && (
              <CommandField name="regionCode" label={t('field.region')} required>
                {(control) => <RegionSelect control={control} value={draft.region} onChange={(region) => share({ region })} />}
              </CommandField>
            )}
            {children(draft, set)}
            <InstitutionsField draft={draft} set={share} />
            <Tick label={t('field.target')} value={draft.target} onChange={(target) => share({ target })} />
          </>
        )}
      </>
    )
  }
  const said = (command: CommandKey) => (draft: D) => {
    const what = named(draft).trim()
    if (draft.withdraw) return t('said.withdraw', { name: what })
    return what === '' ? null : t('said.record', { command: name(command), name: what })
  }
  if (existing === null)
    return (
      <CommandDialog<D, R>
        title={name(record.command)}
        dated={false}
        document={record.document}
        initial={initial}
        countyCode={county}
        issues={(draft) => [...(draft.region === null ? [issue('regionCode', 'REQUIRED')] : []), ...issues(draft)]}
        toInput={(draft, common) => {
          const built = fieldsOf(draft)
          return built && draft.region ? record.input({ ...built, ...sharedOf(draft), regionCode: draft.region, ...cited(common) }) : null
        }}
        confirm={said(record.command)}
        onClose={onClose}
      >
        {fields}
      </CommandDialog>
    )
  return (
    <CommandDialog<D, C>
      title={name(correct.command)}
      dated={false}
      correction
      document={correct.document}
      initial={initial}
      baseVersion={existing.version}
      countyCode={countyCodeOf(existing.region.code)}
      issues={(draft) => (draft.withdraw ? [] : issues(draft))}
      toInput={(draft, common, baseVersion) => {
        const built = fieldsOf(draft)
        return (
          built && correct.input({ ...built, ...sharedOf(draft), withdraw: draft.withdraw, baseVersion, ...cited(common) }, existing.id)
        )
      }}
      confirm={said(correct.command)}
      onClose={onClose}
    >
      {fields}
    </CommandDialog>
  )
}

interface InstitutionsFieldProps {
  readonly draft: Pick<CountyDraft, 'region' | 'institutions'>
  readonly set: (patch: Pick<CountyDraft, 'institutions'>) => void
}

/** The institutions concerned, one after the other. */
export function InstitutionsField({ draft: { region, institutions }, set }: InstitutionsFieldProps): ReactNode {
  const { t } = useTranslation('cohort')
  return (
    <CommandField name="institutionIds" label={t('field.institutions')}>
      {(control) => (
        <InstitutionsSelect
          control={control}
          value={institutions}
          countyCode={region === null ? undefined : countyCodeOf(region)}
          remove={(name) => t('field.remove', { name })}
          onChange={(chosen) => set({ institutions: chosen })}
        />
      )}
    </CommandField>
  )
}
