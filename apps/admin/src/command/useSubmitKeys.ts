import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'

/**
 * Ctrl/⌘ + Enter anywhere in the form submits, Enter in a plain text field too. Listens to the document's own events:
 * those of a dialog opened from this one pass by here in React's tree, but not in the document's.
 */
export function useSubmitKeys(form: RefObject<HTMLElement | null>, submit: () => void): void {
  const latest = useRef(submit)
  useLayoutEffect(() => {
    latest.current = submit
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { target } = event
      if (event.key !== 'Enter' || event.isComposing || !(target instanceof Node) || !form.current?.contains(target)) return
      const plain =
        target instanceof HTMLInputElement && target.role !== 'combobox' && target.type === 'text' && !target.closest('.ant-picker')
      if (!event.ctrlKey && !event.metaKey && !plain) return
      event.preventDefault()
      latest.current()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [form])
}
