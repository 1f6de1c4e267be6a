/** What was decided just now, with its undoing, until the next decision or until it is dismissed. */
import { X } from 'lucide'
import { messages } from '../messages/index.ts'
import { useDesk } from '../state/decisions.ts'
import { IconButton } from './icon.tsx'

export function Toast() {
  const desk = useDesk()
  const done = desk.done.value
  if (!done) return null
  return (
    <section class="toast" aria-label={messages.decisions.log.title}>
      <p>{done.words}</p>
      {done.ids.length > 0 && (
        <button type="button" class="link" disabled={desk.busy.value} onClick={() => void desk.undo(done.ids)}>
          {messages.decisions.undo}
        </button>
      )}
      <IconButton node={X} label={messages.dismiss} onClick={() => (desk.done.value = undefined)} />
    </section>
  )
}
