import type { Stretch } from '@yilian/domain/dated.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import type { ReactNode } from 'react'
import { StretchEditor } from '../dated/StretchEditor.tsx'
import { useFrame } from '../shell/frame-data.ts'
import { useIssuesAt } from './form.ts'

interface StretchFieldProps<V> {
  readonly stretches: readonly Stretch<V>[]
  readonly onChange: (stretches: readonly Stretch<V>[]) => void
  /** The value of a new row; its days are set for it. */
  readonly fresh: () => V
  /** Names of the value's fields, whose issues stand in their row. */
  readonly fields?: readonly string[] | undefined
  /** What an empty list means; where it means nothing, the last row cannot be deleted. */
  readonly none?: string | undefined
  readonly children: (stretch: Stretch<V>, set: (patch: Partial<V>) => void, row: number, invalid: (field: string) => boolean) => ReactNode
}

/** The stretches of a correction in a command's form, with the issues of each row in that row. */
export function StretchField<V extends object>({
  stretches,
  onChange,
  fresh,
  fields = [],
  none,
  children,
}: StretchFieldProps<V>): ReactNode {
  const { today } = useFrame()
  const paths = ['', '.validFrom', '.validTo', ...fields.map((field) => `.${field}`)]
  const at = useIssuesAt(stretches.flatMap((_, row) => paths.map((path) => `stretches.${row}${path}`)))
  return (
    <StretchEditor<V>
      stretches={stretches}
      onChange={onChange}
      today={today}
      none={none}
      fresh={(validFrom: IsoDate) => ({ ...fresh(), validFrom, validTo: null })}
      issuesOf={(row) => paths.flatMap((path) => at(`stretches.${row}${path}`).map(({ text }) => text))}
      invalid={(row, field) => at(`stretches.${row}.${field}`).length > 0}
    >
      {(stretch, set, row) => children(stretch, set, row, (field) => at(`stretches.${row}.${field}`).length > 0)}
    </StretchEditor>
  )
}
