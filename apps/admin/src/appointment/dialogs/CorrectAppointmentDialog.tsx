import { Input, Select } from 'antd'
import { FLOWS_OUT } from '@yilian/domain/code-lists/staff-flow.ts'
import { stretchIssues } from '@yilian/domain/dated.ts'
import { issue } from '@yilian/domain/issue.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { appointmentKindRules } from '@yilian/domain/staffing/appointment-kind.ts'
import { LEADERSHIPS, type Leadership } from '@yilian/domain/staffing/terms.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { StretchField } from '../../command/StretchField.tsx'
import { cited, orNull } from '../../command/fields.tsx'
import { DayField } from '../../fields/DayField.tsx'
import { InstitutionSelect, type InstitutionChoice } from '../../fields/InstitutionSelect.tsx'
import { graphql } from '../../graphql/gql.ts'
import { useChoices } from '../../i18n/useChoices.ts'
import { useCodeLabel } from '../../i18n/useCodeLabel.ts'
import { useTextChoices } from '../../i18n/useTextChoices.ts'
import { PersonDialog } from '../../staffing/dialogs/PersonDialog.tsx'
import type { CareerRow, PersonOnPage } from '../../staffing/person-page.ts'

const CorrectAppointmentDocument = graphql(`
  mutation CorrectAppointment($input: CorrectAppointmentInput!, $locale: Locale!) {
    result: correctAppointment(input: $input) {
      ...CommandOutcome
    }
  }
`)

interface StretchDraft {
  readonly host: InstitutionChoice | null
  readonly elsewhere: string
  readonly title: string
  readonly leadership: Leadership | null
  readonly plannedUntil: IsoDate | null
  readonly reviewOn: IsoDate | null
  readonly postId: string | null
  readonly share: string | null
  readonly flowIn: string | null
  readonly flowOut: string | null
}

interface CorrectAppointmentProps {
  readonly person: PersonOnPage
  /** All stretches of the appointment, in order. */
  readonly rows: readonly CareerRow[]
  readonly onClose: () => void
}

const NEW: StretchDraft = {
  host: null,
  elsewhere: '',
  title: '',
  leadership: null,
  plannedUntil: null,
  reviewOn: null,
  postId: null,
  share: null,
  flowIn: null,
  flowOut: null,
}

/** 更正任职记录: the appointment as it truly was; no stretch: it never was. */
export function CorrectAppointmentDialog({ person, rows, onClose }: CorrectAppointmentProps): ReactNode {
  const { t } = useTranslation('staffingCommand')
  const label = useCodeLabel()
  const texts = useTextChoices()
  const choices = useChoices()
  const first = rows[0]!
  const { mayBeElsewhere } = appointmentKindRules(first.kind)
  const initial = {
    stretches: rows.map((row) => ({
      host: row.institution,
      elsewhere: row.elsewhere ?? '',
      title: row.title ?? '',
      leadership: row.leadership,
      plannedUntil: row.plannedUntil,
      reviewOn: row.reviewOn,
      postId: row.post?.id ?? null,
      share: row.share,
      flowIn: row.flowIn,
      flowOut: row.flowOut,
      validFrom: row.validFrom,
      validTo: row.validTo,
    })),
  }
  return (
    <PersonDialog
      command="correctAppointment"
      person={person}
      wide
      correction
      dated={false}
      document={CorrectAppointmentDocument}
      initial={initial}
      issues={({ stretches }) => [
        ...stretchIssues(stretches),
        ...stretches.flatMap(({ host, elsewhere }, at) =>
          host === null && !(mayBeElsewhere && elsewhere.trim()) ? [issue(`stretches.${at}.institutionId`, 'REQUIRED')] : [],
        ),
      ]}
      toInput={({ stretches }, common, baseVersion) => ({
        appointmentId: first.id,
        stretches: stretches.map(({ host, elsewhere, title, ...one }) => ({
          ...one,
          institutionId: host?.id ?? null,
          elsewhere: host === null ? orNull(elsewhere) : null,
          title: orNull(title),
        })),
        baseVersion,
        ...cited(common),
      })}
      confirm={({ stretches }) =>
        t(stretches.length === 0 ? 'neverAppointedSaid' : 'correctAppointmentSaid', {
          person: person.name,
          kind: label('appointmentKind', first.kind),
        })
      }
      onClose={onClose}
    >
      {({ draft, set }) => (
        <>
          <p style={{ marginTop: 0 }}>{t('correctAppointmentExplain', { kind: label('appointmentKind', first.kind) })}</p>
          <StretchField<StretchDraft>
            stretches={draft.stretches}
            onChange={(stretches) => set({ stretches: [...stretches] })}
            none={t('neverAppointed')}
            fields={['institutionId', 'elsewhere', 'title', 'plannedUntil', 'reviewOn', 'flowOut']}
            fresh={() => NEW}
          >
            {(stretch, change, row, invalid) => (
              <>
                <InstitutionSelect
                  control={{
                    id: `stretch-${row}-host`,
                    status: invalid('institutionId') ? 'error' : '',
                    'aria-invalid': invalid('institutionId'),
                    'aria-describedby': undefined,
                    'aria-label': t('rowHost', { row: row + 1 }),
                  }}
                  value={stretch.host}
                  asOf={stretch.validFrom}
                  allowClear={mayBeElsewhere}
                  onChange={(host) => change({ host, postId: null })}
                />
                {mayBeElsewhere && stretch.host === null && (
                  <Input
                    aria-label={t('rowElsewhere', { row: row + 1 })}
                    placeholder={t('elsewhere')}
                    value={stretch.elsewhere}
                    onChange={({ target }) => change({ elsewhere: target.value })}
                  />
                )}
                <Input
                  aria-label={t('rowTitle', { row: row + 1 })}
                  placeholder={t('postTitle')}
                  value={stretch.title}
                  onChange={({ target }) => change({ title: target.value })}
                />
                <Select<Leadership>
                  aria-label={t('rowLeadership', { row: row + 1 })}
                  allowClear
                  placeholder={t('leadership')}
                  value={stretch.leadership}
                  options={texts(LEADERSHIPS)}
                  style={{ width: '100%' }}
                  onChange={(leadership: Leadership | undefined) => change({ leadership: leadership ?? null })}
                />
                <DayField
                  aria-label={t('rowPlanned', { row: row + 1 })}
                  placeholder={t('plannedUntil')}
                  value={stretch.plannedUntil}
                  style={{ width: '100%' }}
                  onChange={(plannedUntil) => change({ plannedUntil })}
                />
                {stretch.validTo !== null && (
                  <Select<string>
                    aria-label={t('rowFlowOut', { row: row + 1 })}
                    allowClear
                    placeholder={t('flowOut')}
                    value={stretch.flowOut}
                    options={choices(FLOWS_OUT)}
                    style={{ width: '100%' }}
                    onChange={(flowOut: string | undefined) => change({ flowOut: flowOut ?? null })}
                  />
                )}
              </>
            )}
          </StretchField>
        </>
      )}
    </PersonDialog>
  )
}
