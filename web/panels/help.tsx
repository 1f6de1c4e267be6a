/** The sheet of keys, in the browser's own dialog. */
import { messages } from '../messages/index.ts'
import { DialogHead, useDialog } from './dialog.tsx'

interface HelpProps {
  readonly open: boolean
  /** Whether the page can read documents itself. */
  readonly reads: boolean
  readonly onClose: () => void
}

/** Keys of what only a page does that can read documents itself. */
const readers: ReadonlySet<string> = new Set(['O', 'W'])

export function Help({ open, reads, onClose }: HelpProps) {
  const dialog = useDialog(open)
  return (
    <dialog class="help" ref={dialog} aria-labelledby="keys-title" onClose={onClose}>
      <DialogHead id="keys-title" title={messages.keys.title} onClose={onClose} />
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
