import { Input, Radio, Select } from 'antd'
import { useNavigate } from '@tanstack/react-router'
import { ALLIANCE_KINDS, allianceKindRules, type AllianceKind } from '@yilian/domain/alliance-kind.ts'
import { ALLIANCE_STAGES, allianceIssues, type AllianceStage } from '@yilian/domain/alliance.ts'
import { issue } from '@yilian/domain/issue.ts'
import { membershipIssues } from '@yilian/domain/membership.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandDialog } from '../command/CommandDialog.tsx'
import { CommandField } from '../command/CommandField.tsx'
import { whenKnown } from '../command/when-known.ts'
import { CountySelect } from '../fields/CountySelect.tsx'
import { InstitutionSelect, type InstitutionChoice } from '../fields/InstitutionSelect.tsx'
import { graphql } from '../graphql/gql.ts'
import { useCommandName } from '../command/useCommandName.ts'
import { useCodeLabel } from '../i18n/useCodeLabel.ts'
import { othersOf } from '../membership/others.ts'
import { useFrame } from '../shell/frame-data.ts'
import { useMoment } from '../shell/moment.ts'

const CreateAllianceDocument = graphql(`
  mutation CreateAlliance($input: CreateAllianceInput!, $locale: Locale!) {
    result: createAlliance(input: $input) {
      ...CommandOutcome
    }
  }
`)

interface Draft {
  readonly name: string
  readonly countyCode: string | null
  readonly kind: AllianceKind
  readonly stage: AllianceStage
  readonly specialty: string
  readonly purpose: string
  readonly vacant: boolean
  readonly lead: InstitutionChoice | null
  readonly vacancyReason: string
}

/** 设立医共体: a new alliance with its lead, or with the reason why there is none yet. */
export function CreateAllianceDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('alliance')
  const name = useCommandName()
  const label = useCodeLabel()
  const navigate = useNavigate()
  const { county } = useMoment()
  const { counties } = useFrame()
  const initial: Draft = {
    name: '',
    countyCode: county ?? (counties.length === 1 ? counties[0]!.code : null),
    kind: 'AREA',
    stage: 'PLANNED',
    specialty: '',
    purpose: '',
    vacant: false,
    lead: null,
    vacancyReason: '',
  }
  return (
    <CommandDialog
      title={name('createAlliance')}
      document={CreateAllianceDocument}
      initial={initial}
      issues={(draft, { effectiveOn }) => [
        ...allianceIssues({ name: draft.name, specialty: draft.specialty, purpose: draft.purpose }),
        ...(draft.countyCode === null ? [issue('countyCode', 'REQUIRED')] : []),
        ...(allianceKindRules(draft.kind).leadRequired && !draft.vacant && !draft.lead ? [issue('leadId', 'REQUIRED')] : []),
        ...(draft.vacant && draft.vacancyReason.trim() === '' ? [issue('vacancyReason', 'REQUIRED')] : []),
        ...(draft.lead && !draft.vacant && effectiveOn
          ? membershipIssues(
              {
                id: null,
                allianceId: '',
                allianceKind: draft.kind,
                role: 'LEAD',
                validFrom: effectiveOn,
                validTo: null,
                institutionName: draft.lead.name,
                category: draft.lead.category,
              },
              othersOf(draft.lead),
            ).map((one) => ({ ...one, path: 'leadId' }))
          : []),
      ]}
      toInput={(draft, { effectiveOn, documentId, note }) =>
        effectiveOn && draft.countyCode
          ? {
              name: draft.name.trim(),
              kind: draft.kind,
              countyCode: draft.countyCode,
              stage: draft.stage,
              specialty: draft.kind === 'SPECIALTY' ? draft.specialty.trim() || null : null,
              purpose: draft.purpose.trim() || null,
              leadId: draft.vacant ? null : (draft.lead?.id ?? null),
              leadVacancyReason: draft.vacant ? draft.vacancyReason.trim() : null,
              effectiveOn,
              documentId,
              note: note.trim() || null,
            }
          : null
      }
      confirm={({ name }, { effectiveOn }) => whenKnown({ name: name.trim(), day: effectiveOn }, (known) => t('create.confirm', known))}
      onRecorded={({ alliances: [created] }) => created && void navigate({ to: '/alliances/$id', params: { id: created.id } })}
      onClose={onClose}
    >
      {({ draft, set, common }) => (
        <>
          <CommandField name="name" label={t('field.name')} required>
            {(control) => <Input {...control} value={draft.name} onChange={({ target }) => set({ name: target.value })} />}
          </CommandField>
          {counties.length !== 1 && (
            <CommandField name="countyCode" label={t('field.county')} required>
              {(control) => <CountySelect control={control} value={draft.countyCode} onChange={(countyCode) => set({ countyCode })} />}
            </CommandField>
          )}
          <CommandField name="kind" label={t('field.kind')} required>
            {(control) => (
              <Select<AllianceKind>
                {...control}
                style={{ width: '100%' }}
                value={draft.kind}
                onChange={(kind) => set({ kind })}
                options={(Object.keys(ALLIANCE_KINDS) as AllianceKind[]).map((value) => ({ value, label: label('allianceKind', value) }))}
              />
            )}
          </CommandField>
          {draft.kind === 'SPECIALTY' && (
            <CommandField name="specialty" label={t('field.specialty')}>
              {(control) => <Input {...control} value={draft.specialty} onChange={({ target }) => set({ specialty: target.value })} />}
            </CommandField>
          )}
          <CommandField name="stage" label={t('field.stage')} required>
            {({ id }) => (
              <Radio.Group
                id={id}
                value={draft.stage}
                onChange={({ target }) => set({ stage: target.value })}
                options={(Object.keys(ALLIANCE_STAGES) as AllianceStage[]).map((value) => ({
                  value,
                  label: label('allianceStage', value),
                }))}
              />
            )}
          </CommandField>
          <CommandField name="leadId" label={t('field.lead')} required={allianceKindRules(draft.kind).leadRequired}>
            {(control) => (
              <>
                {allianceKindRules(draft.kind).leadRequired && (
                  <Radio.Group
                    value={draft.vacant}
                    onChange={({ target }) => set({ vacant: target.value })}
                    options={[
                      { value: false, label: t('field.leadIs') },
                      { value: true, label: t('field.leadNone') },
                    ]}
                    style={{ marginBottom: 4 }}
                  />
                )}
                {!draft.vacant && (
                  <InstitutionSelect
                    control={control}
                    value={draft.lead}
                    allowClear
                    onChange={(lead) => set({ lead })}
                    asOf={common.effectiveOn}
                  />
                )}
              </>
            )}
          </CommandField>
          {draft.vacant && (
            <CommandField name="vacancyReason" label={t('field.vacancyReason')} required>
              {(control) => (
                <Input {...control} value={draft.vacancyReason} onChange={({ target }) => set({ vacancyReason: target.value })} />
              )}
            </CommandField>
          )}
          <CommandField name="purpose" label={t('field.purpose')}>
            {(control) => (
              <Input.TextArea
                {...control}
                autoSize={{ minRows: 2, maxRows: 4 }}
                value={draft.purpose}
                onChange={({ target }) => set({ purpose: target.value })}
              />
            )}
          </CommandField>
        </>
      )}
    </CommandDialog>
  )
}
