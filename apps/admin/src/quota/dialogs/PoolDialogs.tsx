import type { IsoDate } from '@yilian/domain/day.ts'
import { issue, type Issue } from '@yilian/domain/issue.ts'
import { regionCode } from '@yilian/domain/region.ts'
import { quotaCountIssues, quotaPoolIssues } from '@yilian/domain/staffing/quota.ts'
import { POST_CLASSES, type PostClass } from '@yilian/domain/staffing/terms.ts'
import { Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { CommandDialog } from '../../command/CommandDialog.tsx'
import { CommandField } from '../../command/CommandField.tsx'
import { useCommandName } from '../../command/useCommandName.ts'
import { whenKnown } from '../../command/when-known.ts'
import { Choice, cited, Count, Day, TextField } from '../../command/fields.tsx'
import { InstitutionSelect, type NamedInstitution } from '../../fields/InstitutionSelect.tsx'
import { graphql } from '../../graphql/gql.ts'
import { useTextChoices } from '../../i18n/useTextChoices.ts'
import { RegionSelect } from '../../region/RegionSelect.tsx'
import { useMoment } from '../../shell/moment.ts'
import { QuotaPoolsDocument, type PoolRow } from '../quota-board.ts'

const CreateQuotaPoolDocument = graphql(`
  mutation CreateQuotaPool($input: CreateQuotaPoolInput!, $locale: Locale!) {
    result: createQuotaPool(input: $input) {
      ...CommandOutcome
    }
  }
`)
const SetQuotaPoolDocument = graphql(`
  mutation SetQuotaPool($input: SetQuotaPoolInput!, $locale: Locale!) {
    result: setQuotaPool(input: $input) {
      ...CommandOutcome
    }
  }
`)
const LendQuotaDocument = graphql(`
  mutation LendQuota($input: LendQuotaInput!, $locale: Locale!) {
    result: lendQuota(input: $input) {
      ...CommandOutcome
    }
  }
`)

interface PoolDraft {
  readonly region: string | null
  readonly name: string
  readonly total: number | null
}

function poolIssues({ name, total }: Pick<PoolDraft, 'name' | 'total'>): Issue[] {
  return [
    ...(total === null ? [issue('total', 'REQUIRED')] : []),
    ...quotaPoolIssues({ name, total: total ?? 0, documentId: null, source: null, sourceNote: null }),
  ]
}

/** 设立编制周转池 of a county. */
export function CreateQuotaPoolDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('quota')
  const name = useCommandName()
  const { county } = useMoment()
  const initial: PoolDraft = { region: county === undefined ? null : regionCode(county), name: '', total: null }
  return (
    <CommandDialog
      title={name('createQuotaPool')}
      document={CreateQuotaPoolDocument}
      initial={initial}
      countyCode={county}
      issues={(draft) => [...(draft.region === null ? [issue('regionCode', 'REQUIRED')] : []), ...poolIssues(draft)]}
      toInput={(draft, common) =>
        common.effectiveOn && draft.region && draft.total !== null
          ? {
              regionCode: draft.region,
              name: draft.name.trim(),
              total: draft.total,
              effectiveOn: common.effectiveOn,
              ...cited(common),
            }
          : null
      }
      confirm={(draft, { effectiveOn }) =>
        whenKnown({ day: effectiveOn, name: draft.name.trim(), count: draft.total }, (known) => t('said.pool', known))
      }
      onClose={onClose}
    >
      {({ draft, set }) => (
        <>
          <CommandField name="regionCode" label={t('field.region')} required>
            {(control) => <RegionSelect control={control} value={draft.region} onChange={(region) => set({ region })} />}
          </CommandField>
          <TextField name="name" label={t('field.poolName')} required value={draft.name} onChange={(next) => set({ name: next })} />
          <Count name="total" label={t('field.total')} required value={draft.total} onChange={(total) => set({ total })} />
        </>
      )}
    </CommandDialog>
  )
}

interface PoolDialogProps {
  readonly pool: PoolRow
  readonly onClose: () => void
}

/** 调整编制周转池: another total or name. */
export function SetQuotaPoolDialog({ pool, onClose }: PoolDialogProps): ReactNode {
  const { t } = useTranslation('quota')
  const name = useCommandName()
  const { county } = useMoment()
  const initial: Pick<PoolDraft, 'name' | 'total'> = { name: pool.name, total: pool.total }
  return (
    <CommandDialog
      title={`${name('setQuotaPool')} · ${pool.name}`}
      document={SetQuotaPoolDocument}
      initial={initial}
      baseVersion={pool.version}
      countyCode={county}
      issues={poolIssues}
      toInput={(draft, common, baseVersion) =>
        common.effectiveOn && draft.total !== null
          ? {
              poolId: pool.id,
              name: draft.name.trim(),
              total: draft.total,
              effectiveOn: common.effectiveOn,
              baseVersion,
              ...cited(common),
            }
          : null
      }
      confirm={(draft, { effectiveOn }) =>
        whenKnown({ day: effectiveOn, name: draft.name.trim(), count: draft.total }, (known) => t('said.setPool', known))
      }
      onClose={onClose}
    >
      {({ draft, set }) => (
        <>
          <TextField name="name" label={t('field.poolName')} required value={draft.name} onChange={(next) => set({ name: next })} />
          <Count
            name="total"
            label={t('field.total')}
            help={t('field.lentNow', { count: pool.lent })}
            required
            value={draft.total}
            onChange={(total) => set({ total })}
          />
        </>
      )}
    </CommandDialog>
  )
}

interface LendDraft {
  /** The pool; else the institution `from` lends. */
  readonly poolId: string | null
  readonly from: NamedInstitution | null
  readonly to: NamedInstitution | null
  readonly postClass: PostClass | null
  readonly count: number | null
  readonly plannedUntil: IsoDate | null
}

interface LendQuotaDialogProps {
  readonly pool?: PoolRow
  readonly to?: NamedInstitution | null
  readonly postClass?: PostClass
  readonly onClose: () => void
}

/** 借用编制: a pool, or an institution, lends places to an institution. */
export function LendQuotaDialog({ pool, to = null, postClass, onClose }: LendQuotaDialogProps): ReactNode {
  const { t } = useTranslation('quota')
  const name = useCommandName()
  const texts = useTextChoices()
  const { county, asOf } = useMoment()
  const [{ data }] = useQuery({ query: QuotaPoolsDocument, variables: { countyCode: county, asOf } })
  const pools = data?.quotaPools ?? (pool ? [pool] : [])
  const initial: LendDraft = { poolId: pool?.id ?? null, from: null, to, postClass: postClass ?? null, count: null, plannedUntil: null }
  const lender = ({ poolId, from }: LendDraft) => (poolId === null ? from?.name : pools.find(({ id }) => id === poolId)?.name)
  return (
    <CommandDialog
      title={name('lendQuota')}
      document={LendQuotaDocument}
      initial={initial}
      countyCode={county}
      issues={({ poolId, from, to: borrower, postClass: chosen, count }) => [
        ...(poolId === null && from === null ? [issue('poolId', 'REQUIRED')] : []),
        ...(borrower === null ? [issue('institutionId', 'REQUIRED')] : []),
        ...(from !== null && from.id === borrower?.id ? [issue('institutionId', 'LENT_TO_ITSELF')] : []),
        ...(chosen === null ? [issue('postClass', 'REQUIRED')] : []),
        ...(count === null ? [issue('count', 'REQUIRED')] : quotaCountIssues('count', count)),
      ]}
      toInput={({ poolId, from, to: borrower, postClass: chosen, count, plannedUntil }, common) =>
        common.effectiveOn && borrower && chosen && count !== null
          ? {
              poolId,
              fromId: poolId === null ? (from?.id ?? null) : null,
              institutionId: borrower.id,
              postClass: chosen,
              count,
              plannedUntil,
              effectiveOn: common.effectiveOn,
              ...cited(common),
            }
          : null
      }
      confirm={(draft, { effectiveOn }) =>
        whenKnown({ day: effectiveOn, lender: lender(draft), to: draft.to?.name, count: draft.count }, (known) => t('said.lend', known))
      }
      onClose={onClose}
    >
      {({ draft, set, common }) => (
        <>
          <CommandField name="poolId" label={t('field.pool')} help={t('field.poolHelp')}>
            {(control) => (
              <Select<string>
                {...control}
                allowClear
                value={draft.poolId}
                placeholder={t('field.poolHint')}
                options={pools.map(({ id, name: text, total, lent }) => ({
                  value: id,
                  label: t('poolLeft', { name: text, count: total - lent }),
                }))}
                style={{ width: '100%' }}
                onChange={(poolId: string | undefined) => set({ poolId: poolId ?? null, from: null })}
              />
            )}
          </CommandField>
          {draft.poolId === null && (
            <CommandField name="fromId" label={t('field.from')}>
              {(control) => (
                <InstitutionSelect
                  control={control}
                  value={draft.from}
                  asOf={common.effectiveOn}
                  allowClear
                  onChange={(from) => set({ from })}
                />
              )}
            </CommandField>
          )}
          <CommandField name="institutionId" label={t('field.to')} required>
            {(control) => (
              <InstitutionSelect control={control} value={draft.to} asOf={common.effectiveOn} onChange={(next) => set({ to: next })} />
            )}
          </CommandField>
          <Choice
            name="postClass"
            label={t('column.postClass')}
            required
            value={draft.postClass}
            choices={texts(POST_CLASSES)}
            onChange={(next) => set({ postClass: next })}
          />
          <Count name="count" label={t('field.places')} required value={draft.count} onChange={(count) => set({ count })} />
          <Day
            name="plannedUntil"
            label={t('field.plannedUntil')}
            value={draft.plannedUntil}
            onChange={(plannedUntil) => set({ plannedUntil })}
          />
        </>
      )}
    </CommandDialog>
  )
}
