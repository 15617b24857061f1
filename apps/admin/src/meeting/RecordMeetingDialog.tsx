import { Input, Select } from 'antd'
import { allianceMeetingIssues } from '@yilian/domain/alliance-meeting.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import { issue } from '@yilian/domain/issue.ts'
import { covers } from '@yilian/domain/period.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AllianceOnPage } from '../alliance/alliance-page.ts'
import { CommandDialog } from '../command/CommandDialog.tsx'
import { CommandField } from '../command/CommandField.tsx'
import { useCommandName } from '../command/useCommandName.ts'
import { whenKnown } from '../command/when-known.ts'
import { DayField } from '../fields/DayField.tsx'
import { graphql } from '../graphql/gql.ts'
import { useFrame } from '../shell/frame-data.ts'
import type { Meeting } from './MeetingsTab.tsx'

const RecordMeetingDocument = graphql(`
  mutation RecordMeeting($input: RecordMeetingInput!, $locale: Locale!) {
    result: recordMeeting(input: $input) {
      ...CommandOutcome
    }
  }
`)

interface Draft {
  readonly heldOn: IsoDate | null
  readonly title: string
  readonly summary: string
  readonly attendees: readonly { readonly id: string; readonly name: string }[]
}

interface RecordMeetingDialogProps {
  readonly alliance: AllianceOnPage
  /** The meeting to revise; absent for a new one. */
  readonly meeting?: Meeting | undefined
  readonly onClose: () => void
}

/** 登记会议: day, title, who attended, what was decided. */
export function RecordMeetingDialog({ alliance, meeting, onClose }: RecordMeetingDialogProps): ReactNode {
  const { t } = useTranslation('meeting')
  const name = useCommandName()
  const { today } = useFrame()
  const initial: Draft = meeting
    ? { heldOn: meeting.heldOn, title: meeting.title, summary: meeting.summary ?? '', attendees: meeting.attendees }
    : { heldOn: today, title: '', summary: '', attendees: [] }
  return (
    <CommandDialog
      title={meeting ? t('revise') : name('recordMeeting')}
      dated={false}
      document={RecordMeetingDocument}
      initial={initial}
      baseVersion={meeting?.version}
      countyCode={alliance.countyCode}
      issues={(draft) => [...allianceMeetingIssues(draft), ...(draft.heldOn === null ? [issue('heldOn', 'REQUIRED')] : [])]}
      toInput={(draft, { documentId, note }, baseVersion) =>
        draft.heldOn && {
          allianceId: alliance.id,
          heldOn: draft.heldOn,
          title: draft.title.trim(),
          summary: draft.summary.trim() || null,
          attendeeIds: draft.attendees.map(({ id }) => id),
          documentId,
          note: note.trim() || null,
          ...(meeting ? { meetingId: meeting.id, baseVersion } : {}),
        }
      }
      confirm={({ heldOn, title }) =>
        whenKnown({ day: heldOn, title: title.trim() }, (known) => t(meeting ? 'reviseConfirm' : 'confirm', known))
      }
      onClose={onClose}
    >
      {({ draft, set }) => {
        const members = alliance.membershipTimeline
          .filter(
            (row) => !row.recordedTo && draft.heldOn && covers({ validFrom: row.validFrom, validTo: row.validTo ?? null }, draft.heldOn),
          )
          .map(({ institution }) => institution)
        const offered = [...new Map([...members, ...draft.attendees].map((one) => [one.id, { id: one.id, name: one.name }])).values()]
        return (
          <>
            <CommandField name="heldOn" label={t('field.heldOn')} required>
              {(control) => (
                <DayField
                  {...control}
                  style={{ width: '100%' }}
                  allowClear={false}
                  value={draft.heldOn}
                  onChange={(heldOn) => set({ heldOn })}
                />
              )}
            </CommandField>
            <CommandField name="title" label={t('field.title')} required>
              {(control) => <Input {...control} value={draft.title} onChange={({ target }) => set({ title: target.value })} />}
            </CommandField>
            <CommandField name="attendeeIds" label={t('field.attendees')}>
              {(control) => (
                <Select<string[]>
                  {...control}
                  mode="multiple"
                  showSearch={{ optionFilterProp: 'label' }}
                  placeholder={t('field.attendeesHint')}
                  style={{ width: '100%' }}
                  value={draft.attendees.map(({ id }) => id)}
                  onChange={(ids) => set({ attendees: offered.filter(({ id }) => ids.includes(id)) })}
                  options={offered.map((one) => ({ value: one.id, label: one.name }))}
                />
              )}
            </CommandField>
            <CommandField name="summary" label={t('field.summary')}>
              {(control) => (
                <Input.TextArea
                  {...control}
                  autoSize={{ minRows: 3, maxRows: 8 }}
                  value={draft.summary}
                  onChange={({ target }) => set({ summary: target.value })}
                />
              )}
            </CommandField>
          </>
        )
      }}
    </CommandDialog>
  )
}
