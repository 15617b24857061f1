import type { IsoDate } from '@yilian/domain/day.ts'
import { recruitmentDriveIssues } from '@yilian/domain/staffing/training.ts'
import { RECRUITMENT_CHANNELS, type RecruitmentChannel } from '@yilian/domain/staffing/terms.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Choice, Count, Day, orNull, TextField, Tick } from '../../command/fields.tsx'
import { graphql } from '../../graphql/gql.ts'
import { useTextChoices } from '../../i18n/useTextChoices.ts'
import { useMoment } from '../../shell/moment.ts'
import styles from '../../staffing/Staffing.module.css'
import type { DriveRow } from '../cohort-list.ts'
import { countyDraft, CountyRecordDialog, type CountyDraft } from './CountyRecordDialog.tsx'

const RecordRecruitmentDriveDocument = graphql(`
  mutation RecordRecruitmentDrive($input: RecordRecruitmentDriveInput!, $locale: Locale!) {
    result: recordRecruitmentDrive(input: $input) {
      ...CommandOutcome
    }
  }
`)
const CorrectRecruitmentDriveDocument = graphql(`
  mutation CorrectRecruitmentDrive($input: CorrectRecruitmentDriveInput!, $locale: Locale!) {
    result: correctRecruitmentDrive(input: $input) {
      ...CommandOutcome
    }
  }
`)

interface Draft extends CountyDraft {
  readonly name: string
  readonly channel: RecruitmentChannel | null
  readonly posts: number | null
  readonly applicants: number | null
  readonly hired: number | null
  readonly openedOn: IsoDate | null
  readonly closedOn: IsoDate | null
  readonly postPool: boolean
  readonly reportedFor: string
}

function fieldsOf({ region: _region, institutions: _at, target: _target, withdraw: _never, name, reportedFor, ...rest }: Draft) {
  return { ...rest, name: name.trim(), reportedFor: orNull(reportedFor) }
}

/** 登记招聘, 更正招聘记录: a drive with its channel and how far it came. */
export function DriveDialog({ existing, onClose }: { readonly existing: DriveRow | null; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('cohort')
  const texts = useTextChoices()
  const { county } = useMoment()
  const initial: Draft = {
    ...countyDraft(existing, county),
    name: existing?.name ?? '',
    channel: existing?.channel ?? null,
    posts: existing?.posts ?? null,
    applicants: existing?.applicants ?? null,
    hired: existing?.hired ?? null,
    openedOn: existing?.openedOn ?? null,
    closedOn: existing?.closedOn ?? null,
    postPool: existing?.postPool ?? false,
    reportedFor: existing?.reportedFor ?? '',
  }
  return (
    <CountyRecordDialog
      existing={existing}
      initial={initial}
      fieldsOf={fieldsOf}
      issues={(draft) =>
        draft.region === null
          ? []
          : recruitmentDriveIssues(draft.region, {
              ...fieldsOf(draft),
              institutionIds: [],
              target: draft.target,
              documentId: null,
              source: null,
              sourceNote: null,
            })
      }
      record={{ command: 'recordRecruitmentDrive', document: RecordRecruitmentDriveDocument, input: (fields) => fields }}
      correct={{
        command: 'correctRecruitmentDrive',
        document: CorrectRecruitmentDriveDocument,
        input: (fields, driveId) => ({ ...fields, driveId }),
      }}
      named={({ name }) => name}
      onClose={onClose}
    >
      {(draft, set) => (
        <>
          <TextField name="name" label={t('column.drive')} required value={draft.name} onChange={(name) => set({ name })} />
          <Choice
            name="channel"
            label={t('column.channel')}
            value={draft.channel}
            choices={texts(RECRUITMENT_CHANNELS)}
            onChange={(channel) => set({ channel })}
          />
          <div className={styles.fields}>
            {(['posts', 'applicants', 'hired'] as const).map((key) => (
              <Count key={key} name={key} label={t(`drive.${key}`)} value={draft[key]} onChange={(value) => set({ [key]: value })} />
            ))}
            <TextField
              name="reportedFor"
              label={t('column.reportedFor')}
              value={draft.reportedFor}
              onChange={(reportedFor) => set({ reportedFor })}
            />
            <Day name="openedOn" label={t('drive.openedOn')} value={draft.openedOn} onChange={(openedOn) => set({ openedOn })} />
            <Day name="closedOn" label={t('drive.closedOn')} value={draft.closedOn} onChange={(closedOn) => set({ closedOn })} />
          </div>
          <Tick label={t('drive.postPool')} value={draft.postPool} onChange={(postPool) => set({ postPool })} />
        </>
      )}
    </CountyRecordDialog>
  )
}
