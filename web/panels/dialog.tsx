/** What the sheets over the page share: the browser's own dialog, opened and closed by a signal, and its head. */
import { useEffect, useRef } from 'preact/hooks'
import { messages } from '../messages/index.ts'

/** The dialog to show while `open`; `atOpen` is called just before it opens. */
export function useDialog(open: boolean, atOpen?: () => void) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (open && !dialog.current?.open) {
      atOpen?.()
      dialog.current?.showModal()
    }
    if (!open) dialog.current?.close()
  }, [open])
  return dialog
}

interface DialogHeadProps {
  /** Of the title, which names the dialog. */
  readonly id: string
  readonly title: string
  onClose(): void
}

export function DialogHead({ id, title, onClose }: DialogHeadProps) {
  return (
    <header>
      <h2 id={id}>{title}</h2>
      <button type="button" onClick={onClose}>
        {messages.close} <kbd>Esc</kbd>
      </button>
    </header>
  )
}
