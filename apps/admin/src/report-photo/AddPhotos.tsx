import { CameraOutlined } from '@ant-design/icons'
import { PHOTO_LIMITS, PHOTO_TYPES } from '@yilian/domain/construction/report-photo.ts'
import { Button, Progress } from 'antd'
import { useEffect, useReducer, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from 'urql'
import { useLocale } from '../i18n/useLocale.ts'
import { AddReportPhotoDocument } from './report-photo.ts'
import styles from './ReportPhotos.module.css'
import { EMPTY_QUEUE, nextQueue, nextUpload, type Upload } from './upload-queue.ts'

/** Adds photos from the camera, the gallery or a folder: several at once, one sent after the other, each with what went wrong with it. */
export function AddPhotos({ reportId, month }: { readonly reportId: string; readonly month: string }): ReactNode {
  const { t } = useTranslation('reportPhoto')
  const client = useClient()
  const locale = useLocale()
  const input = useRef<HTMLInputElement>(null)
  const [queue, step] = useReducer(nextQueue, EMPTY_QUEUE)
  const next = nextUpload(queue)

  useEffect(() => {
    if (next === null) return
    const { number, file } = next
    step({ type: 'sending', number })
    const failed = (why: string) => step({ type: 'failed', number, why })
    void client
      .mutation(AddReportPhotoDocument, { input: { progressReportId: reportId, file }, locale })
      .toPromise()
      .then(({ data }) => {
        const result = data?.result
        if (result?.__typename === 'ChangeRecorded') return step({ type: 'done', number })
        return failed(
          result?.__typename === 'InputRefused' ? result.issues.map(({ message }) => message).join(' ') : t('failed', { name: file.name }),
        )
      })
  }, [next, client, locale, reportId, t])

  const underWay = queue.uploads.filter(({ state }) => state !== 'failed')
  const failures = queue.uploads.filter(({ state }) => state === 'failed')
  return (
    <>
      <div className={styles.adding}>
        <input
          ref={input}
          type="file"
          accept={PHOTO_TYPES.join(',')}
          multiple
          hidden
          aria-label={`${t('add')} ${month}`}
          onChange={({ target }) => {
            step({ type: 'added', files: [...(target.files ?? [])] })
            // The same file can be chosen again.
            target.value = ''
          }}
        />
        <Button icon={<CameraOutlined />} onClick={() => input.current?.click()}>
          {t('add')}
        </Button>
        <span className={styles.hint}>{t('hint', { megabytes: PHOTO_LIMITS.megabytes, most: PHOTO_LIMITS.ofReport })}</span>
      </div>
      <div role="status">
        {underWay.length > 0 && (
          <>
            {t('progress', { done: Math.min(queue.done + 1, queue.total), total: queue.total })}
            <Progress percent={Math.round((queue.done / queue.total) * 100)} size="small" aria-label={t('add')} />
          </>
        )}
      </div>
      {failures.length > 0 && (
        <div role="alert">
          <strong className={styles.why}>{t('notAdded', { count: failures.length })}</strong>{' '}
          <Button type="link" size="small" onClick={() => step({ type: 'dismissed' })}>
            {t('dismiss')}
          </Button>
          <ul className={styles.queue}>
            {failures.map((one: Upload) => (
              <li key={one.number}>
                <span className={styles.why}>{one.why}</span>{' '}
                <Button type="link" size="small" onClick={() => step({ type: 'again', number: one.number })}>
                  {t('again')}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}
