/** What came of a request; where something says so, a button that shows it. */
import type { Outcome } from '../../src/model/index.ts'
import { messages } from '../messages/index.ts'
import { useExplorer } from '../state/explorer.ts'

export function Status({ outcome: { status, by } }: { readonly outcome: Outcome }) {
  const explorer = useExplorer()
  const words = messages.statuses[status]
  return (
    <span class="came">
      <i class={`dot s-${status}`} />
      {by === undefined ? (
        words
      ) : (
        <button
          type="button"
          class="plain"
          title={messages.saidBy}
          onClick={() => explorer.select({ kind: 'statement', id: by })}
        >
          {words}
        </button>
      )}
    </span>
  )
}
