import type { IsoDate } from '@yilian/domain/day.ts'
import { departmentIssues } from '@yilian/domain/department.ts'
import { issue } from '@yilian/domain/issue.ts'
import { Input } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandField } from '../command/CommandField.tsx'
import { CommandFrame } from '../command/CommandFrame.tsx'
import { useCommandName } from '../command/useCommandName.ts'
import { whenKnown } from '../command/when-known.ts'
import { DayField } from '../fields/DayField.tsx'
import { graphql } from '../graphql/gql.ts'
import { ScopeSelect, type Scope } from '../role-grant/ScopeSelect.tsx'

const RecordDepartmentDocument = graphql(`
  mutation RecordDepartment($input: RecordDepartmentInput!, $locale: Locale!) {
    result: recordDepartment(input: $input) {
      ...CommandOutcome
    }
  }
`)

interface Draft {
  readonly county: Scope | null
  readonly name: string
  readonly closedOn: IsoDate | null
}

interface RecordDepartmentDialogProps {
  /** `null` for a new one. */
  readonly department: {
    readonly id: string
    readonly countyCode: string
    readonly name: string
    readonly closedOn?: IsoDate | null
  } | null
  /** Of its county. */
  readonly countyName?: string | undefined
  readonly onClose: () => void
}

/** 登记股室: a new one, or all that is said of one. */
export function RecordDepartmentDialog({ department, countyName, onClose }: RecordDepartmentDialogProps): ReactNode {
  const { t } = useTranslation('department')
  const name = useCommandName()
  const initial: Draft = {
    county: department ? { id: department.countyCode, name: countyName ?? department.countyCode } : null,
    name: department?.name ?? '',
    closedOn: department?.closedOn ?? null,
  }
  return (
    <CommandFrame
      title={name('recordDepartment')}
      effect={false}
      dated={false}
      document={RecordDepartmentDocument}
      initial={initial}
      issues={(draft) =>
        draft.county === null
          ? [issue('countyCode', 'REQUIRED')]
          : departmentIssues({ countyCode: draft.county.id, name: draft.name, closedOn: draft.closedOn })
      }
      toInput={(draft, { note }) =>
        draft.county === null
          ? null
          : {
              ...(department ? { departmentId: department.id } : {}),
              countyCode: draft.county.id,
              name: draft.name.trim(),
              closedOn: draft.closedOn,
              note: note.trim() || null,
            }
      }
      confirm={(draft) => whenKnown({ name: draft.name.trim() }, (known) => t(department ? 'confirmRevise' : 'confirm', known))}
      onClose={onClose}
    >
      {({ draft, set }) => (
        <>
          <CommandField name="countyCode" label={t('county')} required>
            {(control) => (
              <ScopeSelect
                control={control}
                kind="COUNTY"
                value={draft.county}
                disabled={department !== null}
                onChange={(county) => set({ county })}
              />
            )}
          </CommandField>
          <CommandField name="name" label={t('name')} required>
            {(control) => (
              <Input {...control} value={draft.name} placeholder={t('nameHint')} onChange={({ target }) => set({ name: target.value })} />
            )}
          </CommandField>
          <CommandField name="closedOn" label={t('closedOn')} help={t('closedHint')}>
            {(control) => (
              <DayField {...control} style={{ width: '100%' }} value={draft.closedOn} onChange={(closedOn) => set({ closedOn })} />
            )}
          </CommandField>
        </>
      )}
    </CommandFrame>
  )
}
