import { DeleteOutlined } from '@ant-design/icons'
import { App, Button, Popconfirm } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMutation } from 'urql'
import { useLocale } from '../i18n/useLocale.ts'
import { AddPhotos } from './AddPhotos.tsx'
import { PhotoCaption } from './PhotoCaption.tsx'
import { PhotoViewer } from './PhotoViewer.tsx'
import { RemoveReportPhotoDocument, shownAs, type Photo } from './report-photo.ts'
import styles from './ReportPhotos.module.css'

interface ReportPhotosProps {
  readonly reportId: string
  readonly month: string
  readonly photos: readonly Photo[]
  /** Whether photos can be added and taken away: by whoever reports, while the report is not handed in. */
  readonly editable: boolean
}

/** 月报照片: small, large on request, and as long as the report is a draft or returned, more of them or fewer. */
export function ReportPhotos({ reportId, month, photos, editable }: ReportPhotosProps): ReactNode {
  const { t } = useTranslation('reportPhoto')
  const [at, setAt] = useState<number | null>(null)
  if (photos.length === 0 && !editable) return null
  return (
    <div className={styles.photos}>
      {photos.length > 0 && (
        <ul className={styles.grid} aria-label={t('of', { month })}>
          {photos.map((photo, index) => (
            <li key={photo.id} className={styles.item}>
              <button
                type="button"
                className={styles.thumbnail}
                aria-label={t('open', { name: shownAs(photo) })}
                onClick={() => setAt(index)}
              >
                <img src={photo.thumbnailUrl} alt={shownAs(photo)} loading="lazy" />
              </button>
              {editable && <RemovePhoto photo={photo} />}
              {editable ? <PhotoCaption photo={photo} /> : photo.caption && <div className={styles.caption}>{photo.caption}</div>}
            </li>
          ))}
        </ul>
      )}
      {editable && <AddPhotos reportId={reportId} month={month} />}
      {at !== null && <PhotoViewer photos={photos} at={at} onAt={setAt} onClose={() => setAt(null)} />}
    </div>
  )
}

function RemovePhoto({ photo: { id, version, name } }: { readonly photo: Photo }): ReactNode {
  const { t } = useTranslation('reportPhoto')
  const locale = useLocale()
  const { message } = App.useApp()
  const [{ fetching }, remove] = useMutation(RemoveReportPhotoDocument)
  const onConfirm = async () => {
    const { data } = await remove({ input: { photoId: id, baseVersion: version }, locale })
    const result = data?.result
    if (result?.__typename === 'ChangeRecorded') return
    const why = result?.__typename === 'InputRefused' ? result.issues.map((one) => one.message).join(' ') : ''
    await message.error(t('notRemoved', { name, why }))
  }
  return (
    <Popconfirm title={t('removeAsk')} okText={t('removeYes')} cancelText={t('removeNo')} onConfirm={onConfirm}>
      <Button
        className={styles.remove ?? ''}
        size="small"
        icon={<DeleteOutlined />}
        loading={fetching}
        aria-label={t('remove', { name })}
      />
    </Popconfirm>
  )
}
