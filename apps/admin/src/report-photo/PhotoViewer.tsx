import { CloseOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { shownAs, type Photo } from './report-photo.ts'
import styles from './ReportPhotos.module.css'

interface PhotoViewerProps {
  readonly photos: readonly Photo[]
  readonly at: number
  readonly onAt: (at: number) => void
  readonly onClose: () => void
}

/** One photo over the whole screen: ← and → go on, Esc closes, and the focus is back where it was. */
export function PhotoViewer({ photos, at, onAt, onClose }: PhotoViewerProps): ReactNode {
  const { t } = useTranslation('reportPhoto')
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  const photo = photos[at]
  if (!photo) return null
  const go = (by: number) => {
    if (photos[at + by]) onAt(at + by)
  }
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === 'ArrowLeft') go(-1)
    if (key === 'ArrowRight') go(1)
  }
  return (
    <dialog ref={dialog} className={styles.viewer} aria-label={t('viewer')} onKeyDown={onKeyDown} onClose={onClose}>
      <div className={styles.bar}>
        <span className={styles.name}>{photo.name}</span>
        <span aria-live="polite">{t('place', { at: at + 1, total: photos.length })}</span>
        <Tool label={t('previous')} icon={<LeftOutlined />} disabled={at === 0} onClick={() => go(-1)} />
        <Tool label={t('next')} icon={<RightOutlined />} disabled={at === photos.length - 1} onClick={() => go(1)} />
        <Tool label={t('close')} icon={<CloseOutlined />} onClick={() => dialog.current?.close()} />
      </div>
      <img className={styles.full} src={photo.url} alt={shownAs(photo)} width={photo.width} height={photo.height} />
      {photo.caption && <p className={styles.said}>{photo.caption}</p>}
    </dialog>
  )
}

interface ToolProps {
  readonly label: string
  readonly icon: ReactNode
  readonly disabled?: boolean
  readonly onClick: () => void
}

/** One that leads nowhere stays a button: with its focus, the keys would be lost too. */
function Tool({ label, icon, disabled = false, onClick }: ToolProps): ReactNode {
  return (
    <Button
      type="text"
      className={styles.tool ?? ''}
      icon={icon}
      aria-label={label}
      title={label}
      aria-disabled={disabled}
      onClick={disabled ? undefined : onClick}
    />
  )
}
