/** The search box: hits below it as buttons; Enter takes the first, arrow keys walk through them. */
import { useSignal } from '@preact/signals'
import { Search as SearchIcon } from 'lucide'
import { useEffect, useRef } from 'preact/hooks'
import type { SearchHit } from '../../src/model/index.ts'
import { familyOf } from '../graph/family.ts'
import { messages } from '../messages.ts'
import { type Explorer, useExplorer } from '../state/explorer.ts'
import { Icon } from './icon.tsx'
import { Shape } from './signs.tsx'
import { InWords } from './statement.tsx'

const mostHits = 12
const pause = 140

export function Search() {
  const explorer = useExplorer()
  const text = useSignal('')
  const hits = useSignal<readonly SearchHit[] | undefined>(undefined)
  const box = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const asked = useRef(0)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const ask = async (query: string) => {
    const turn = ++asked.current
    if (!query.trim()) {
      hits.value = undefined
      return []
    }
    try {
      const { hits: found } = await explorer.source.search(query, mostHits)
      if (turn === asked.current) hits.value = found
      return found
    } catch (error) {
      explorer.fail(error)
      return []
    }
  }
  useEffect(() => {
    const query = text.value
    timer.current = setTimeout(() => void ask(query), pause)
    return () => clearTimeout(timer.current)
  }, [text.value])

  // nor may a question that is on its way, or about to be asked, open the list again
  const close = () => {
    clearTimeout(timer.current)
    asked.current++
    hits.value = undefined
  }
  const take = (hit: SearchHit) => {
    close()
    choose(explorer, hit)
  }
  const step = (event: KeyboardEvent) => {
    const way = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (event.key === 'Escape' && hits.value) {
      event.stopPropagation()
      close()
      input.current?.focus()
    }
    if (!way) return
    const stops = [input.current!, ...box.current!.querySelectorAll<HTMLElement>('.hits button')]
    const at = stops.indexOf(document.activeElement as HTMLElement)
    event.preventDefault()
    stops[Math.max(0, Math.min(stops.length - 1, at + way))]?.focus()
  }
  const found = hits.value
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the box and its hits together
    <div
      class="finder"
      ref={box}
      onKeyDown={step}
      onFocusOut={(event) => {
        if (!box.current?.contains(event.relatedTarget as Node | null)) close()
      }}
    >
      <div class="search">
        <Icon node={SearchIcon} />
        <input
          id="search"
          ref={input}
          type="search"
          autocomplete="off"
          spellcheck={false}
          aria-label={messages.search.label}
          placeholder={messages.search.placeholder}
          value={text.value}
          onInput={(event) => {
            text.value = event.currentTarget.value
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            clearTimeout(timer.current)
            void ask(event.currentTarget.value).then(([first]) => first && take(first))
          }}
        />
        <kbd>/</kbd>
      </div>
      <p class="unseen" role="status">
        {found ? messages.search.found(found.length) : ''}
      </p>
      {found && (
        <ul class="hits" aria-label={messages.search.results}>
          {found.length === 0 && <li class="nil">{messages.search.found(0)}</li>}
          {found.map((hit) => (
            <li key={keyOf(hit)}>
              <button type="button" onClick={() => take(hit)}>
                <Hit hit={hit} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const keyOf = (hit: SearchHit) =>
  hit.kind === 'entity'
    ? hit.id
    : hit.kind === 'statement'
      ? hit.row.statement.id
      : `${hit.document.id} ${hit.span.start}`

function Hit({ hit }: { readonly hit: SearchHit }) {
  if (hit.kind === 'entity') {
    return (
      <>
        <Shape family={familyOf(hit.type)} />
        <b>{hit.name}</b> <small>{messages.mentions(hit.mentions)}</small>
      </>
    )
  }
  if (hit.kind === 'statement') {
    return (
      <span class="words">
        <InWords statement={hit.row.statement} />
      </span>
    )
  }
  return (
    <span class="words">
      {hit.text} <small>{hit.document.title ?? hit.document.uri}</small>
    </span>
  )
}

function choose(explorer: Explorer, hit: SearchHit): void {
  if (hit.kind === 'entity') explorer.select({ kind: 'name', id: hit.id })
  else if (hit.kind === 'statement') explorer.select({ kind: 'statement', id: hit.row.statement.id })
  else explorer.open(hit.document.id, hit.span)
}
