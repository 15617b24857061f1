import type { ReactNode } from 'react'
import type { DocumentInListFragment } from '../graphql/graphql.ts'
import { RecordDocumentDialog } from './RecordDocumentDialog.tsx'

/** 修改文件: the same form, filled in. */
export function ReviseDocumentDialog({
  document,
  onClose,
}: {
  readonly document: DocumentInListFragment
  readonly onClose: () => void
}): ReactNode {
  return (
    <RecordDocumentDialog
      documentId={document.id}
      baseVersion={document.version}
      proposal={{
        number: document.number ?? '',
        title: document.title,
        issuer: document.issuer ?? '',
        issuedOn: document.issuedOn ?? null,
        url: document.url ?? '',
      }}
      countyCode={document.countyCode ?? undefined}
      onClose={onClose}
    />
  )
}
