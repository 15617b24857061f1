import { PROFESSIONS, type Profession } from '@yilian/domain/code-lists/profession.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { staffCountIssues } from '@yilian/domain/staffing/staff-count.ts'
import { GP_KINDS, type GpKind } from '@yilian/domain/staffing/terms.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Choice, Count, Day, orNull, TextField, Tick } from '../../command/fields.tsx'
import { graphql } from '../../graphql/gql.ts'
import { useChoices } from '../../i18n/useChoices.ts'
import { useTextChoices } from '../../i18n/useTextChoices.ts'
import { useMoment } from '../../shell/moment.ts'
import { codeOf } from '../../staffing/dialogs/person-form.ts'
import styles from '../../staffing/Staffing.module.css'
import type { StaffCountRow } from '../cohort-list.ts'
import { countyDraft, CountyRecordDialog, type CountyDraft } from './CountyRecordDialog.tsx'

const RecordStaffCountDocument = graphql(`
  mutation RecordStaffCount($input: RecordStaffCountInput!, $locale: Locale!) {
    result: recordStaffCount(input: $input) {
      ...CommandOutcome
    }
  }
`)
const CorrectStaffCountDocument = graphql(`
  mutation CorrectStaffCount($input: CorrectStaffCountInput!, $locale: Locale!) {
    result: correctStaffCount(input: $input) {
      ...CommandOutcome
    }
  }
`)

interface Draft extends CountyDraft {
  readonly what: string
  readonly profession: Profession | null
  readonly generalPractitioner: GpKind | null
  readonly count: number | null
  readonly onDay: IsoDate | null
  readonly period: string
  readonly replaced: boolean
}

function fieldsOf({ region: _region, institutions: _at, target: _target, withdraw: _never, what, period, ...rest }: Draft) {
  return { ...rest, what: what.trim(), period: orNull(period) }
}

/** 登记人员统计数, 更正: a number of people that a report gives and does not name. */
export function StaffCountDialog({
  existing,
  onClose,
}: {
  readonly existing: StaffCountRow | null
  readonly onClose: () => void
}): ReactNode {
  const { t } = useTranslation('cohort')
  const choices = useChoices()
  const texts = useTextChoices()
  const { county } = useMoment()
  const initial: Draft = {
    ...countyDraft(existing, county),
    what: existing?.what ?? '',
    profession: codeOf(PROFESSIONS, existing?.profession ?? null),
    generalPractitioner: existing?.generalPractitioner ?? null,
    count: existing?.count ?? null,
    onDay: existing?.onDay ?? null,
    period: existing?.period ?? '',
    replaced: existing?.replaced ?? false,
  }
  return (
    <CountyRecordDialog
      existing={existing}
      initial={initial}
      fieldsOf={fieldsOf}
      issues={(draft) =>
        draft.region === null
          ? []
          : staffCountIssues(draft.region, {
              ...fieldsOf(draft),
              institutionIds: [],
              target: draft.target,
              documentId: null,
              source: null,
              sourceNote: null,
            })
      }
      record={{ command: 'recordStaffCount', document: RecordStaffCountDocument, input: (fields) => fields }}
      correct={{
        command: 'correctStaffCount',
        document: CorrectStaffCountDocument,
        input: (fields, staffCountId) => ({ ...fields, staffCountId }),
      }}
      named={({ what }) => what}
      onClose={onClose}
    >
      {(draft, set) => (
        <>
          <TextField name="what" label={t('column.what')} required value={draft.what} onChange={(what) => set({ what })} />
          <div className={styles.fields}>
            <Count name="count" label={t('column.count')} help={t('countHelp')} value={draft.count} onChange={(count) => set({ count })} />
            <Day name="onDay" label={t('column.onDay')} value={draft.onDay} onChange={(onDay) => set({ onDay })} />
            <TextField name="period" label={t('column.period')} value={draft.period} onChange={(period) => set({ period })} />
            <Choice
              name="profession"
              label={t('column.profession')}
              value={draft.profession}
              choices={choices(PROFESSIONS)}
              onChange={(profession) => set({ profession })}
            />
            <Choice
              name="generalPractitioner"
              label={t('column.gp')}
              value={draft.generalPractitioner}
              choices={texts(GP_KINDS)}
              onChange={(generalPractitioner) => set({ generalPractitioner })}
            />
          </div>
          <Tick label={t('field.replaced')} value={draft.replaced} onChange={(replaced) => set({ replaced })} />
        </>
      )}
    </CountyRecordDialog>
  )
}
