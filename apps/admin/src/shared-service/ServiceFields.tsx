import { Input, Radio, Select } from 'antd'
import type { IsoDate } from '@yilian/domain/day.ts'
import { covers } from '@yilian/domain/period.ts'
import { SHARED_SERVICE_KINDS, type SharedServiceKind } from '@yilian/domain/shared-service.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AllianceOnPage } from '../alliance/alliance-page.ts'
import { CommandField } from '../command/CommandField.tsx'
import { InstitutionSelect } from '../fields/InstitutionSelect.tsx'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import type { ServiceDraft } from './service-draft.ts'

interface ServiceFieldsProps {
  readonly alliance: AllianceOnPage
  readonly draft: ServiceDraft
  readonly set: (patch: Partial<ServiceDraft>) => void
  /** Members and institutions of this day are offered. */
  readonly asOf: IsoDate | null
  /** In front of each field's path, for a row of a correction. */
  readonly path?: string | undefined
}

/** What a shared service is: kind, name, who runs it, whom it serves. */
export function ServiceFields({ alliance, draft, set, asOf, path = '' }: ServiceFieldsProps): ReactNode {
  const { t } = useTranslation('service')
  const label = useCodeLabel()
  const members = alliance.membershipTimeline
    .filter((row) => !row.recordedTo && asOf !== null && covers({ validFrom: row.validFrom, validTo: row.validTo ?? null }, asOf))
    .map(({ institution }) => institution)
  const offered = [...new Map([...members, ...draft.recipients].map(({ id, name }) => [id, { id, name }])).values()]
  return (
    <>
      <CommandField name={`${path}kind`} label={t('field.kind')} required>
        {(control) => (
          <Select<SharedServiceKind>
            {...control}
            style={{ width: '100%' }}
            value={draft.kind}
            onChange={(kind) => set({ kind })}
            options={(Object.keys(SHARED_SERVICE_KINDS) as SharedServiceKind[]).map((value) => ({
              value,
              label: label('sharedServiceKind', value),
            }))}
          />
        )}
      </CommandField>
      <CommandField name={`${path}name`} label={t('field.name')} required>
        {(control) => <Input {...control} value={draft.name} onChange={({ target }) => set({ name: target.value })} />}
      </CommandField>
      <CommandField name={`${path}providerId`} label={t('field.provider')}>
        {(control) => (
          <InstitutionSelect control={control} value={draft.provider} allowClear onChange={(provider) => set({ provider })} asOf={asOf} />
        )}
      </CommandField>
      <CommandField name={`${path}recipientIds`} label={t('field.recipients')} required>
        {(control) => (
          <>
            <Radio.Group
              aria-label={t('field.recipients')}
              value={draft.servesAll}
              onChange={({ target }) => set({ servesAll: target.value })}
              options={[
                { value: true, label: t('field.servesAll') },
                { value: false, label: t('field.servesSome') },
              ]}
            />
            {!draft.servesAll && (
              <Select<string[]>
                {...control}
                mode="multiple"
                showSearch={{ optionFilterProp: 'label' }}
                style={{ width: '100%', marginTop: 4 }}
                placeholder={t('field.recipientsHint')}
                value={draft.recipients.map(({ id }) => id)}
                onChange={(ids) => set({ recipients: offered.filter(({ id }) => ids.includes(id)) })}
                options={offered.filter(({ id }) => id !== draft.provider?.id).map(({ id, name }) => ({ value: id, label: name }))}
              />
            )}
          </>
        )}
      </CommandField>
      <CommandField name={`${path}planned`} label={t('field.planned')} required>
        {({ id }) => (
          <Radio.Group
            id={id}
            value={draft.planned}
            onChange={({ target }) => set({ planned: target.value })}
            options={[
              { value: false, label: t('field.running') },
              { value: true, label: t('field.notYet') },
            ]}
          />
        )}
      </CommandField>
    </>
  )
}
