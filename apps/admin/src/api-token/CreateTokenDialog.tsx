import { apiTokenIssues } from '@yilian/domain/api-token.ts'
import { addDays, type IsoDate } from '@yilian/domain/day.ts'
import { issue } from '@yilian/domain/issue.ts'
import { Input, Radio, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from 'urql'
import { CommandField } from '../command/CommandField.tsx'
import { FormDialog, type Sent } from '../command/FormDialog.tsx'
import { shownIssues } from '../command/issues.ts'
import { DayField } from '../fields/DayField.tsx'
import { graphql } from '../graphql/gql.ts'
import { useLocale } from '../i18n/useLocale.ts'
import type { Grant } from '../role-grant/grant.ts'
import { useGrantName } from '../role-grant/useGrantName.ts'
import { useFrame } from '../shell/frame-data.ts'

const CreateTokenDocument = graphql(`
  mutation CreateToken($input: CreateTokenInput!, $locale: Locale!) {
    result: createToken(input: $input) {
      __typename
      ... on TokenCreated {
        secret
        token {
          ...TokenParts
        }
      }
      ... on InputRefused {
        issues {
          path
          code
          message(locale: $locale)
        }
      }
    }
  }
`)

/** Days that are proposed: a quarter of a year. */
const PROPOSED_DAYS = 90

interface CreateTokenDialogProps {
  /** The grants that its owner has. */
  readonly grants: readonly Pick<Grant, 'id' | 'role' | 'workArea' | 'scopeKind' | 'scopeName'>[]
  /** A service account; absent for oneself. */
  readonly owner?: { readonly id: string; readonly name: string } | undefined
  readonly onCreated: (created: { readonly name: string; readonly secret: string }) => void
  readonly onClose: () => void
}

/** 创建令牌: for what, what it may do, with which grants, until when. */
export function CreateTokenDialog({ grants, owner, onCreated, onClose }: CreateTokenDialogProps): ReactNode {
  const { t } = useTranslation('apiToken')
  const locale = useLocale()
  const grantName = useGrantName()
  const client = useClient()
  const { today } = useFrame()
  const [name, setName] = useState('')
  const [readOnly, setReadOnly] = useState(true)
  const [chosen, setChosen] = useState<readonly string[] | null>(null)
  const [expiresOn, setExpiresOn] = useState<IsoDate | null>(addDays(today, PROPOSED_DAYS))
  const issues =
    expiresOn === null
      ? [issue('expiresOn', 'REQUIRED')]
      : apiTokenIssues(
          { name, grantIds: chosen, expiresOn },
          grants.map(({ id }) => id),
          today,
        )
  const send = async (): Promise<Sent> => {
    if (expiresOn === null) return { issues: [] }
    const input = { name: name.trim(), readOnly, grantIds: chosen === null ? null : [...chosen], expiresOn, forUserId: owner?.id ?? null }
    const { data, error } = await client.mutation(CreateTokenDocument, { input, locale }).toPromise()
    if (!data) return { failure: error }
    if (data.result.__typename === 'InputRefused')
      return { issues: data.result.issues.map(({ path, code, message }) => ({ path, code, text: message })) }
    onCreated({ name: name.trim(), secret: data.result.secret })
    return 'done'
  }
  return (
    <FormDialog
      title={owner ? t('createFor', { name: owner.name }) : t('create')}
      confirm={name.trim() === '' ? t('create') : t('confirmCreate', { name: name.trim() })}
      issues={shownIssues(issues, locale)}
      fields={['name', 'grantIds', 'expiresOn']}
      onSubmit={send}
      onClose={onClose}
    >
      {(change) => (
        <>
          <CommandField name="name" label={t('name')} required help={t('nameHint')}>
            {(control) => (
              <Input
                {...control}
                value={name}
                maxLength={100}
                onChange={({ target }) => {
                  change('name')
                  setName(target.value)
                }}
              />
            )}
          </CommandField>
          <CommandField name="readOnly" label={t('access')} required help={readOnly ? null : t('readWriteHint')}>
            {({ id }) => (
              <Radio.Group
                id={id}
                aria-label={t('access')}
                value={readOnly}
                onChange={({ target }) => setReadOnly(target.value)}
                options={[
                  { value: true, label: t('readOnly') },
                  { value: false, label: t('readWrite') },
                ]}
              />
            )}
          </CommandField>
          <CommandField name="scope" label={t('grants')} required>
            {({ id }) => (
              <Radio.Group
                id={id}
                aria-label={t('grants')}
                value={chosen === null}
                onChange={({ target }) => {
                  change('scope')
                  setChosen(target.value === true ? null : [])
                }}
                options={[
                  { value: true, label: t('grantsAll') },
                  { value: false, label: t('grantsSome'), disabled: grants.length === 0 },
                ]}
              />
            )}
          </CommandField>
          {chosen !== null && (
            <CommandField name="grantIds" label={t('chosenGrants')} required>
              {(control) => (
                <Select
                  {...control}
                  mode="multiple"
                  style={{ width: '100%' }}
                  notFoundContent={t('grantsNone')}
                  value={[...chosen]}
                  options={grants.map((grant) => ({ value: grant.id, label: grantName.whole(grant) }))}
                  onChange={(ids) => {
                    change('grantIds')
                    setChosen(ids)
                  }}
                />
              )}
            </CommandField>
          )}
          <CommandField name="expiresOn" label={t('expiresOn')} required>
            {(control) => (
              <DayField
                {...control}
                allowClear={false}
                style={{ width: '100%' }}
                value={expiresOn}
                onChange={(day) => {
                  change('expiresOn')
                  setExpiresOn(day)
                }}
              />
            )}
          </CommandField>
        </>
      )}
    </FormDialog>
  )
}
