import { useEffect, useRef, useState, type RefObject } from 'react'

/** Rows below the head never get less than this; on a low screen the page scrolls instead. */
const LEAST = 240

/** The height left for a table's rows inside its frame: the frame less the head, followed while the window changes. */
export function useBodyHeight(): [RefObject<HTMLDivElement | null>, number] {
  const frame = useRef<HTMLDivElement>(null)
  const [height, setHeight] = useState(400)
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const measure = () => {
      const head = element.querySelector('.ant-table-header')?.getBoundingClientRect().height ?? 36
      const summary = element.querySelector('.ant-table-summary')?.getBoundingClientRect().height ?? 0
      setHeight(Math.max(LEAST, Math.floor(element.clientHeight - head - summary)))
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [])
  return [frame, height]
}
