import { Button, Divider, Select } from 'antd'
import { PlusOutlined } from '@ant-design/icons'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import type { FieldControl } from '../command/CommandField.tsx'
import { useDialog } from '../command/useDialog.tsx'
import { useDebounced } from '../fields/useDebounced.ts'
import { graphql } from '../graphql/gql.ts'
import { useMay } from '../session/use-may.ts'
import { documentName } from './document-name.ts'
import { RecordDocumentDialog } from './RecordDocumentDialog.tsx'

const DocumentChoices = graphql(`
  query DocumentChoices($countyCode: String, $search: String) {
    policyDocuments(countyCode: $countyCode, search: $search, first: 20) {
      nodes {
        id
        number
        title
        issuer
        issuedOn
      }
    }
  }
`)

interface DocumentSelectProps {
  readonly control: FieldControl
  readonly value: string | null
  readonly countyCode: string | undefined
  readonly onChange: (documentId: string | null) => void
}

/** The document a change is based on: found by number, title or issuer, or recorded on the spot. */
export function DocumentSelect({ control, value, countyCode, onChange }: DocumentSelectProps): ReactNode {
  const { t } = useTranslation('document')
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState(false)
  const [fresh, setFresh] = useState<{ value: string; label: string } | null>(null)
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null)
  const search = useDebounced(typed.trim(), 200)
  const { dialog, show } = useDialog()
  const mayRecord = useMay('policyDocument.record')
  const [{ data, fetching }] = useQuery({
    query: DocumentChoices,
    variables: { countyCode: countyCode ?? null, search: search === '' ? null : search },
    pause: !open && value === null,
  })
  const found = (data?.policyDocuments.nodes ?? []).map((one) => ({
    value: one.id,
    label: documentName(one),
    detail: [one.issuer, one.issuedOn].filter(Boolean).join(' · '),
  }))
  const kept = [fresh, chosen].filter((one) => one !== null && !found.some(({ value: id }) => id === one.value)) as {
    value: string
    label: string
  }[]
  const record = () => {
    setOpen(false)
    show((close) => (
      <RecordDocumentDialog
        countyCode={countyCode}
        proposal={{ title: typed.trim() }}
        onClose={close}
        onRecorded={({ document }) => {
          if (!document) return
          setFresh({ value: document.id, label: documentName(document) })
          onChange(document.id)
        }}
      />
    ))
  }
  return (
    <>
      <Select<string, { value: string; label: string; detail?: string }>
        {...control}
        showSearch={{ filterOption: false, onSearch: setTyped }}
        allowClear
        open={open}
        onOpenChange={setOpen}
        loading={fetching}
        value={value}
        placeholder={t('choose')}
        options={[...kept, ...found]}
        notFoundContent={fetching ? null : t('none')}
        onChange={(id, option) => {
          setChosen(id && option && !Array.isArray(option) ? { value: id, label: option.label } : null)
          onChange(id ?? null)
        }}
        optionRender={({ data: one }) => (
          <div style={{ whiteSpace: 'normal' }}>
            {one.label}
            {one.detail && <div style={{ fontSize: 12, color: 'var(--ant-color-text-secondary)' }}>{one.detail}</div>}
          </div>
        )}
        popupRender={(menu) => (
          <>
            {menu}
            {mayRecord && (
              <>
                <Divider style={{ margin: '4px 0' }} />
                <Button type="link" icon={<PlusOutlined />} onMouseDown={(event) => event.preventDefault()} onClick={record}>
                  {t('recordNew')}
                </Button>
              </>
            )}
          </>
        )}
        style={{ width: '100%' }}
      />
      {dialog}
    </>
  )
}
