/** The sheet of keys, in the browser's own dialog. */
import { useEffect, useRef } from 'preact/hooks'
import { messages } from '../messages.ts'

interface HelpProps {
  readonly open: boolean
  /** Whether the page can read documents itself. */
  readonly reads: boolean
  readonly onClose: () => void
}

/** Keys of what only a page does that can read documents itself. */
const readers: ReadonlySet<string> = new Set(['O', 'W'])

export function Help({ open, reads, onClose }: HelpProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal()
    if (!open) dialog.current?.close()
  }, [open])
  return (
    <dialog class="help" ref={dialog} aria-labelledby="keys-title" onClose={onClose}>
      <header>
        <h2 id="keys-title">{messages.keys.title}</h2>
        <button type="button" onClick={onClose}>
          {messages.close} <kbd>Esc</kbd>
        </button>
      </header>
      <div class="columns">
        {messages.keys.groups.map(({ title, keys }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {keys
                .filter(([[first]]) => reads || !readers.has(first))
                .map(([names, does]) => (
                  <div key={does}>
                    <dt>
                      {names.map((name) => (
                        <kbd key={name}>{name}</kbd>
                      ))}
                    </dt>
                    <dd>{does}</dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </dialog>
  )
}
