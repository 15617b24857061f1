import { issue } from '@yilian/domain/issue.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandDialog } from '../../command/CommandDialog.tsx'
import { useCommandName } from '../../command/useCommandName.ts'
import { graphql } from '../../graphql/gql.ts'
import type { ProjectDialogProps } from '../project-page.ts'
import { cited } from '../../command/fields.tsx'

const WithdrawProjectRecordDocument = graphql(`
  mutation WithdrawProjectRecord($input: WithdrawProjectRecordInput!, $locale: Locale!) {
    result: withdrawProjectRecord(input: $input) {
      ...CommandOutcome
    }
  }
`)

/** A record of a project, by the name it is asked by. */
export interface WithdrawnRecord {
  readonly id: string
  readonly version: number
  readonly name: string
}

/** 撤销项目记录: it never was; the note says why. */
export function WithdrawDialog({ project, record, onClose }: ProjectDialogProps & { readonly record: WithdrawnRecord }): ReactNode {
  const { t } = useTranslation('projectCommand')
  const name = useCommandName()
  return (
    <CommandDialog
      title={`${name('withdrawProjectRecord')} · ${record.name}`}
      correction
      danger
      dated={false}
      noteRequired
      document={WithdrawProjectRecordDocument}
      initial={{}}
      baseVersion={record.version}
      countyCode={project.countyCode}
      issues={(_, { note }) => (note.trim() === '' ? [issue('note', 'REQUIRED')] : [])}
      toInput={(_, common, baseVersion) => ({ recordId: record.id, baseVersion, ...cited(common) })}
      confirm={() => t('withdrawSaid', { record: record.name.slice(0, 40) })}
      onClose={onClose}
    >
      {() => <p style={{ marginTop: 0 }}>{t('withdrawExplain')}</p>}
    </CommandDialog>
  )
}
