/** The tab where names are judged pair by pair, and where all decisions are listed. */
import { DecisionList } from './decisions.tsx'
import { Queue } from './queue.tsx'

export function Review() {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long pane must scroll by keys
    <div class="review" tabIndex={0}>
      <Queue />
      <DecisionList />
    </div>
  )
}
