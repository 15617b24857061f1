import { FileImageOutlined } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { drawIn, type ChartInstance, type ChartOption } from './echarts.ts'

export interface ChartProps {
  /** What the picture says, for those who cannot see it. */
  readonly label: string
  /** Name of the saved picture, without the ending. */
  readonly fileName: string
  readonly option: ChartOption
  readonly height: number
  /** The same figures as a table. */
  readonly table: ReactNode
  readonly legend?: ReactNode
  /** The `id` of the data item clicked. */
  readonly onOpen?: (id: string) => void
}

/** A picture with its tools: the same as a table, and saved as PNG. The date belongs into the option's title, so that it is saved too. */
export function Chart({ label, fileName, option, height, table, legend, onOpen }: ChartProps): ReactNode {
  const { t } = useTranslation('chart')
  const [view, setView] = useState<'picture' | 'table'>('picture')
  const [chart, setChart] = useState<ChartInstance | null>(null)
  const save = () => {
    const link = document.createElement('a')
    link.href = chart?.getDataURL({ pixelRatio: 2, backgroundColor: '#ffffff' }) ?? ''
    link.download = `${fileName}.png`
    link.click()
  }
  return (
    <div>
      <div style={{ display: 'flex', alignItems: 'center', gap: 8, marginBottom: 8 }} data-print="no">
        <div style={{ flex: 1 }}>{legend}</div>
        {view === 'picture' && (
          <Button size="small" type="text" icon={<FileImageOutlined />} onClick={save}>
            {t('png')}
          </Button>
        )}
        <Segmented
          size="small"
          aria-label={t('view')}
          value={view}
          onChange={setView}
          options={[
            { value: 'picture', label: t('picture') },
            { value: 'table', label: t('table') },
          ]}
        />
      </div>
      {view === 'table' ? table : <Canvas label={label} option={option} height={height} onOpen={onOpen} onDrawn={setChart} />}
    </div>
  )
}

interface CanvasProps extends Pick<ChartProps, 'label' | 'option' | 'height' | 'onOpen'> {
  readonly onDrawn: (chart: ChartInstance | null) => void
}

function Canvas({ label, option, height, onOpen, onDrawn }: CanvasProps): ReactNode {
  const frame = useRef<HTMLDivElement>(null)
  const [chart, setChart] = useState<ChartInstance | null>(null)
  useEffect(() => {
    const element = frame.current!
    const drawn = drawIn(element)
    setChart(drawn)
    onDrawn(drawn)
    const observer = new ResizeObserver(() => drawn.resize())
    observer.observe(element)
    // A canvas does not wait for fonts: signs that came since it was drawn are blanks in it.
    const redraw = () => drawn.resize()
    document.fonts.addEventListener('loadingdone', redraw)
    return () => {
      document.fonts.removeEventListener('loadingdone', redraw)
      observer.disconnect()
      drawn.dispose()
      onDrawn(null)
    }
  }, [onDrawn])
  useEffect(() => {
    if (!chart || chart.isDisposed()) return
    // Whoever asks for less motion sees the picture as it is at once.
    const animation = !window.matchMedia('(prefers-reduced-motion: reduce)').matches
    chart.setOption({ animation, ...option }, { notMerge: true })
  }, [chart, option])
  useEffect(() => {
    if (!chart || !onOpen || chart.isDisposed()) return undefined
    const click = ({ data }: { data?: unknown }) => {
      const id = typeof data === 'object' && data !== null && 'id' in data ? data.id : null
      if (typeof id === 'string') onOpen(id)
    }
    chart.on('click', click)
    return () => {
      if (!chart.isDisposed()) chart.off('click', click)
    }
  }, [chart, onOpen])
  return <div ref={frame} role="img" aria-label={label} style={{ height, width: '100%' }} />
}
