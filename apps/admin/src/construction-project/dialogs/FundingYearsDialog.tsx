import { Button, InputNumber } from 'antd'
import { fundingYearIssues, lineLabel } from '@yilian/domain/construction/funding.ts'
import { issue, type Issue } from '@yilian/domain/issue.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandDialog } from '../../command/CommandDialog.tsx'
import form from '../../command/CommandDialog.module.css'
import { useIssuesAt } from '../../command/form.ts'
import { useCommandName } from '../../command/useCommandName.ts'
import { graphql } from '../../graphql/gql.ts'
import { useLocale } from '../../i18n/useLocale.ts'
import { useFrame } from '../../shell/frame-data.ts'
import styles from '../Project.module.css'
import type { FundingLineRow, ProjectDialogProps } from '../project-page.ts'
import { cited } from '../../command/fields.tsx'
import { moneyIssues, MoneyField, moneyOf, NO_MONEY, yuanIn, type Money } from './money-field.tsx'

const PlanFundingYearsDocument = graphql(`
  mutation PlanFundingYears($input: PlanFundingYearsInput!, $locale: Locale!) {
    result: planFundingYears(input: $input) {
      ...CommandOutcome
    }
  }
`)

interface Year {
  readonly year: number | null
  readonly amount: Money
}
interface Draft {
  readonly years: readonly Year[]
}

/** 登记年度计划: what a line is to give year by year; a year that is taken out is planned no more. */
export function FundingYearsDialog({ project, line, onClose }: ProjectDialogProps & { readonly line: FundingLineRow }): ReactNode {
  const { t } = useTranslation('projectCommand')
  const name = useCommandName()
  const locale = useLocale()
  const { today } = useFrame()
  const own = project.fundingYears.filter(({ fundingLineId }) => fundingLineId === line.id)
  const initial: Draft = {
    years:
      own.length > 0
        ? own.map(({ year, amount }) => ({ year, amount: moneyOf(amount) }))
        : [{ year: Number(today.slice(0, 4)), amount: NO_MONEY }],
  }
  const valuesOf = ({ years }: Draft) =>
    years.flatMap(({ year, amount }) => {
      const yuan = yuanIn(amount)
      return year === null || yuan === null ? [] : [{ year, amount: yuan }]
    })
  const issuesOf = (draft: Draft): Issue[] => {
    const own = draft.years.flatMap(({ year, amount }, row) => [
      ...(year === null ? [issue(`years.${row}.year`, 'REQUIRED')] : []),
      ...moneyIssues(`years.${row}.amount`, amount, true),
    ])
    return own.length > 0 ? own : fundingYearIssues(valuesOf(draft))
  }
  return (
    <CommandDialog
      title={`${name('planFundingYears')} · ${lineLabel(line)[locale]}`}
      dated={false}
      document={PlanFundingYearsDocument}
      initial={initial}
      baseVersion={line.version}
      countyCode={project.countyCode}
      issues={issuesOf}
      toInput={(draft, common, baseVersion) => ({ fundingLineId: line.id, baseVersion, years: valuesOf(draft), ...cited(common) })}
      confirm={({ years }) => t('yearsSaid', { source: lineLabel(line)[locale], count: years.length })}
      onClose={onClose}
    >
      {({ draft, set }) => <Years years={draft.years} onChange={(years) => set({ years })} thisYear={Number(today.slice(0, 4))} />}
    </CommandDialog>
  )
}

interface YearsProps {
  readonly years: readonly Year[]
  readonly onChange: (years: readonly Year[]) => void
  readonly thisYear: number
}

function Years({ years, onChange, thisYear }: YearsProps): ReactNode {
  const { t } = useTranslation('projectCommand')
  const at = useIssuesAt(years.map((_, row) => `years.${row}.year`))
  const set = (row: number, patch: Partial<Year>) => onChange(years.map((one, index) => (index === row ? { ...one, ...patch } : one)))
  return (
    <div className={styles.rows}>
      {years.map(({ year, amount }, row) => (
        <div key={row}>
          <div style={{ display: 'flex', gap: 6, marginBottom: 4 }}>
            <InputNumber<number>
              aria-label={t('yearOfRow', { row: row + 1 })}
              precision={0}
              value={year}
              style={{ flex: 1 }}
              onChange={(next) => set(row, { year: next })}
            />
            <Button onClick={() => onChange(years.filter((_, index) => index !== row))}>{t('removeRow')}</Button>
          </div>
          {at(`years.${row}.year`).map(({ code, text }) => (
            <div key={code} className={form.issue}>
              {text}
            </div>
          ))}
          <MoneyField
            name={`years.${row}.amount`}
            label={t('amountOfYear', { year: year ?? '' })}
            required
            value={amount}
            onChange={(next) => set(row, { amount: next })}
          />
        </div>
      ))}
      <div>
        <Button size="small" onClick={() => onChange([...years, { year: (years.at(-1)?.year ?? thisYear - 1) + 1, amount: NO_MONEY }])}>
          {t('addYear')}
        </Button>
      </div>
    </div>
  )
}
