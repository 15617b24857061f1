import { Input } from 'antd'
import type { IsoDate } from '@yilian/domain/day.ts'
import { normaliseDocumentNumber, policyDocumentIssues } from '@yilian/domain/policy-document.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandFrame } from '../command/CommandFrame.tsx'
import { CommandField } from '../command/CommandField.tsx'
import type { Recorded } from '../command/outcome.ts'
import { useCommandName } from '../command/useCommandName.ts'
import { whenKnown } from '../command/when-known.ts'
import { DayField } from '../fields/DayField.tsx'
import { graphql } from '../graphql/gql.ts'

const RecordDocument = graphql(`
  mutation RecordDocument($input: RecordPolicyDocumentInput!, $locale: Locale!) {
    result: recordPolicyDocument(input: $input) {
      ...CommandOutcome
    }
  }
`)

export interface DocumentDraft {
  readonly number: string
  readonly title: string
  readonly issuer: string
  readonly issuedOn: IsoDate | null
  readonly url: string
}

interface RecordDocumentDialogProps {
  /** The document to revise; absent for a new one. */
  readonly documentId?: string | undefined
  readonly baseVersion?: number | undefined
  readonly proposal?: Partial<DocumentDraft> | undefined
  readonly countyCode: string | undefined
  readonly onClose: () => void
  readonly onRecorded?: ((recorded: Recorded) => void) | undefined
}

/** 登记文件: number, title, issuer and date of a document that changes can cite. */
export function RecordDocumentDialog({
  documentId,
  baseVersion,
  proposal,
  countyCode,
  onClose,
  onRecorded,
}: RecordDocumentDialogProps): ReactNode {
  const { t } = useTranslation('document')
  const name = useCommandName()
  const initial: DocumentDraft = { number: '', title: '', issuer: '', issuedOn: null, url: '', ...proposal }
  const value = (draft: DocumentDraft) => ({
    number: normaliseDocumentNumber(draft.number) || null,
    title: draft.title.trim(),
    issuer: draft.issuer.trim() || null,
    issuedOn: draft.issuedOn,
    url: draft.url.trim() || null,
    countyCode: countyCode ?? null,
  })
  return (
    <CommandFrame
      title={documentId ? t('revise') : name('recordPolicyDocument')}
      document={RecordDocument}
      initial={initial}
      baseVersion={baseVersion}
      dated={false}
      issues={(draft) => policyDocumentIssues({ ...value(draft), source: null })}
      toInput={(draft, { note }, version) => ({
        ...value(draft),
        note: note || null,
        ...(documentId ? { documentId, baseVersion: version } : {}),
      })}
      confirm={({ title }) => whenKnown({ title: title.trim() }, (known) => t(documentId ? 'confirmRevise' : 'confirm', known))}
      onClose={onClose}
      onRecorded={onRecorded}
    >
      {({ draft, set }) => (
        <>
          <CommandField name="title" label={t('titleField')} required>
            {(control) => (
              <Input.TextArea
                {...control}
                autoSize={{ minRows: 1, maxRows: 4 }}
                value={draft.title}
                onChange={({ target }) => set({ title: target.value })}
              />
            )}
          </CommandField>
          <CommandField name="number" label={t('number')} help={t('numberExample')}>
            {(control) => <Input {...control} value={draft.number} onChange={({ target }) => set({ number: target.value })} />}
          </CommandField>
          <CommandField name="issuer" label={t('issuer')}>
            {(control) => <Input {...control} value={draft.issuer} onChange={({ target }) => set({ issuer: target.value })} />}
          </CommandField>
          <CommandField name="issuedOn" label={t('issuedOn')}>
            {(control) => (
              <DayField {...control} style={{ width: '100%' }} value={draft.issuedOn} onChange={(issuedOn) => set({ issuedOn })} />
            )}
          </CommandField>
          <CommandField name="url" label={t('url')}>
            {(control) => <Input {...control} type="url" value={draft.url} onChange={({ target }) => set({ url: target.value })} />}
          </CommandField>
        </>
      )}
    </CommandFrame>
  )
}
