import { useState, type ReactNode } from 'react'

/** Opens a dialog on demand: `show((close) => <AdmitMemberDialog onClose={close} … />)`; `dialog` goes into the page. */
export function useDialog(): { readonly dialog: ReactNode; readonly show: (render: (close: () => void) => ReactNode) => void } {
  const [dialog, setDialog] = useState<ReactNode>(null)
  return { dialog, show: (render) => setDialog(render(() => setDialog(null))) }
}
