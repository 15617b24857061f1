import { PHOTO_LIMITS } from '@yilian/domain/construction/report-photo.ts'
import { App, Button, Input } from 'antd'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMutation } from 'urql'
import { useLocale } from '../i18n/useLocale.ts'
import { CaptionReportPhotoDocument, type Photo } from './report-photo.ts'
import styles from './ReportPhotos.module.css'

/** What a photo shows, written where it is read: Enter saves, Esc leaves it as it was. */
export function PhotoCaption({ photo: { id, version, name, caption } }: { readonly photo: Photo }): ReactNode {
  const { t } = useTranslation('reportPhoto')
  const locale = useLocale()
  const { message } = App.useApp()
  const [text, setText] = useState<string | null>(null)
  const [{ fetching }, write] = useMutation(CaptionReportPhotoDocument)
  const opener = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(false)
  useEffect(() => {
    if (text === null && wasOpen.current) opener.current?.focus()
    wasOpen.current = text !== null
  }, [text])
  if (text === null)
    return (
      <Button
        ref={opener}
        type="link"
        size="small"
        className={styles.write ?? ''}
        aria-label={caption === null ? `${t('captionAdd')} ${name}` : t('captionEdit', { caption })}
        onClick={() => setText(caption ?? '')}
      >
        {caption ?? t('captionAdd')}
      </Button>
    )
  const close = () => setText(null)
  const save = async () => {
    if (text.trim() === (caption ?? '')) return close()
    const { data } = await write({ input: { photoId: id, baseVersion: version, caption: text.trim() || null }, locale })
    const result = data?.result
    if (result?.__typename === 'ChangeRecorded') return close()
    const why =
      result?.__typename === 'InputRefused'
        ? result.issues.map((one) => one.message).join(' ')
        : result?.__typename === 'StaleVersion'
          ? result.message
          : ''
    await message.error(t('notCaptioned', { name, why }))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter that chooses characters of an input method saves nothing.
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      void save()
    }
    if (event.key === 'Escape') close()
  }
  return (
    <div className={styles.writing}>
      <Input.TextArea
        autoFocus
        autoSize={{ minRows: 2, maxRows: 6 }}
        maxLength={PHOTO_LIMITS.caption}
        aria-label={t('captionOf', { name })}
        placeholder={t('caption')}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={onKeyDown}
      />
      <div className={styles.writingButtons}>
        <Button size="small" type="primary" loading={fetching} onClick={() => void save()}>
          {t('captionSave')}
        </Button>
        <Button size="small" onClick={close}>
          {t('captionCancel')}
        </Button>
      </div>
    </div>
  )
}
