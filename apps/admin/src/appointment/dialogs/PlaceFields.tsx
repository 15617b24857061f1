import { LEADERSHIPS } from '@yilian/domain/staffing/terms.ts'
import type { IsoDate } from '@yilian/domain/day.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandField } from '../../command/CommandField.tsx'
import { Choice, Count, TextField } from '../../command/fields.tsx'
import { useTextChoices } from '../../i18n/useTextChoices.ts'
import styles from '../../staffing/Staffing.module.css'
import { PostSelect } from './PostSelect.tsx'
import type { PlaceDraft } from './place-form.ts'

interface PlaceFieldsProps {
  readonly draft: PlaceDraft
  readonly set: (patch: Partial<PlaceDraft>) => void
  /** Whose posts are offered; none while no institution is chosen. */
  readonly institutionId: string | null
  readonly asOf: IsoDate | null
}

/** The post, leadership, title and share of time of an appointment. */
export function PlaceFields({ draft, set, institutionId, asOf }: PlaceFieldsProps): ReactNode {
  const { t } = useTranslation('staffingCommand')
  const texts = useTextChoices()
  return (
    <div className={styles.fields}>
      <div className={styles.wide}>
        <CommandField name="postId" label={t('post')}>
          {(control) => (
            <PostSelect
              control={control}
              institutionId={institutionId}
              asOf={asOf}
              value={draft.postId}
              onChange={(postId) => set({ postId })}
            />
          )}
        </CommandField>
      </div>
      <TextField name="title" label={t('postTitle')} value={draft.title} onChange={(title) => set({ title })} />
      <Choice
        name="leadership"
        label={t('leadership')}
        value={draft.leadership}
        choices={texts(LEADERSHIPS)}
        onChange={(leadership) => set({ leadership })}
      />
      <div className={styles.wide}>
        <Count
          name="share"
          label={t('share')}
          help={t('shareHelp')}
          unit="%"
          value={draft.percent}
          onChange={(percent) => set({ percent })}
        />
      </div>
    </div>
  )
}
