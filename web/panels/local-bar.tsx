/** The bar of what is read in the page: how far a reading is, what it came to, and the ways on and back. */
import type { Progress } from '../local/progress.ts'
import { messages } from '../messages/index.ts'
import type { Local } from '../state/local.ts'
import { showOpenMenu } from './open.tsx'

export function LocalBar({ local }: { readonly local: Local }) {
  const { progress, info, shown, outcome, server } = local
  const now = progress.value
  const known = info.value
  const words = messages.local
  const failed = known?.skipped.length ?? 0
  const done = known && !now ? words.outcome(known.documents, failed, outcome.value?.stopped ?? false) : ''
  return (
    <div class="local">
      <p class="unseen" role="status">
        {now ? words.started(now.items) : done}
      </p>
      {now && (
        <section class="notice" aria-label={words.reading}>
          <p>
            <b>{words.phase(now)}</b> <span>{now.uri}</span>
          </p>
          <progress aria-label={words.reading} max={now.size || 1} value={steps(now) ? now.sizeDone : undefined} />
          <p class="sub">{words.found(now.documents, now.statements)}</p>
          <span class="ways">
            <button type="button" onClick={local.stop}>
              {words.stop}
            </button>
          </span>
        </section>
      )}
      {!now && known && (
        <section class="notice" aria-label={words.label}>
          <p>
            {known.documents > 0 ? (
              <>
                <b>{words.read(known.documents)}</b> <span>{shown.value ? words.private : ''}</span>
              </>
            ) : (
              <b>{words.nothingRead}</b>
            )}
          </p>
          {outcome.value?.stopped && <p class="sub">{words.stopped}</p>}
          {outcome.value && outcome.value.repeated > 0 && <p class="sub">{words.repeated(outcome.value.repeated)}</p>}
          {outcome.value && outcome.value.passed > 0 && <p class="sub">{words.passed(outcome.value.passed)}</p>}
          {failed > 0 && (
            <button type="button" class="link" popovertarget="unread">
              {messages.skipped(failed)}
            </button>
          )}
          <ul class="menu skipped" id="unread" popover="auto">
            {known.skipped.map(({ uri, reason }) => (
              <li key={uri}>
                <b>{uri}</b> {reason}
              </li>
            ))}
          </ul>
          <span class="ways">
            {shown.value && (
              <button type="button" onClick={showOpenMenu}>
                {words.more}
              </button>
            )}
            {shown.value && server.value !== undefined && (
              <button type="button" onClick={() => void local.leave().then(stay)}>
                {words.back(server.value)}
              </button>
            )}
            {!shown.value && known.documents > 0 && (
              <button type="button" onClick={() => void local.show().then(stay)}>
                {words.show}
              </button>
            )}
          </span>
        </section>
      )}
    </div>
  )
}

/** The button that was pressed is gone: what takes its place has the focus. */
const stay = (): void => document.querySelector<HTMLElement>('.notice .ways button:last-child')?.focus()

/** Whether the reading goes on in steps: one document alone is read in one go. */
const steps = ({ phase, items }: Progress): boolean => phase === 'reading' && items > 1
