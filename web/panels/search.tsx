/** The search box: hits below it as buttons; Enter takes the first, or keeps what a query with fields asks for. */
import { useSignal } from '@preact/signals'
import { CircleHelp, Filter, MessageCircleQuestion, Search as SearchIcon } from 'lucide'
import { useEffect, useRef } from 'preact/hooks'
import type { Found, SearchHit } from '../../src/model/index.ts'
import { parseQuery, type Query } from '../../src/query/index.ts'
import { familyOf } from '../graph/family.ts'
import { messages } from '../messages/index.ts'
import { type Explorer, useExplorer } from '../state/explorer.ts'
import { combined } from '../state/filters.ts'
import { chooseNames } from '../state/selecting.ts'
import { Builder } from './builder.tsx'
import { Icon, IconButton } from './icon.tsx'
import { QueryHelp } from './query-help.tsx'
import { Shape } from './signs.tsx'
import { InWords } from './statement.tsx'

const atFirst = 12
/** The most that the server gives at once. */
const most = 100
const pause = 140

interface Fault {
  readonly message: string
  readonly remedy: string
}
interface Answer {
  /** What was asked. */
  readonly text: string
  readonly found?: Found
  readonly fault?: Fault
}

export function Search() {
  const explorer = useExplorer()
  const { draft } = explorer
  const answer = useSignal<Answer | undefined>(undefined)
  const limit = useSignal(atFirst)
  const asking = useSignal(false)
  const box = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const asked = useRef(0)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const ask = async (text: string): Promise<Answer | undefined> => {
    const turn = ++asked.current
    if (!text.trim()) {
      answer.value = undefined
      return undefined
    }
    const got = await answerOf(explorer, text, limit.value)
    if (turn === asked.current) answer.value = got
    return got
  }
  useEffect(() => {
    const { text } = draft.value
    timer.current = setTimeout(() => void ask(text), pause)
    return () => clearTimeout(timer.current)
  }, [draft.value, limit.value])

  // nor may a question that is on its way, or about to be asked, open the list again
  const close = () => {
    clearTimeout(timer.current)
    asked.current++
    answer.value = undefined
    limit.value = atFirst
  }
  const take = (hit: SearchHit) => {
    close()
    choose(explorer, hit)
  }
  const keep = (query: Query) => {
    close()
    const { filters } = explorer.place.value
    explorer.go({ filters: { ...filters, query: draft.value.replaces ? query : combined(filters.query, query) } })
    draft.value = { text: '', replaces: false }
  }
  const enter = async (text: string) => {
    clearTimeout(timer.current)
    const got = await ask(text)
    const query = got?.found && parseQuery(text)
    if (!query?.length) return
    const [first] = got!.found!.hits
    if (draft.value.replaces || query.some(({ field }) => field !== 'words')) keep(query)
    else if (first) take(first)
  }
  const step = (event: KeyboardEvent) => {
    const way = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (event.key === 'Escape' && answer.value) {
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
  const { search } = messages
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the box and its hits together */}
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
            aria-label={search.label}
            placeholder={search.placeholder}
            value={draft.value.text}
            onInput={(event) => {
              const text = event.currentTarget.value
              draft.value = { text, replaces: text !== '' && draft.value.replaces }
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              event.preventDefault()
              void enter(event.currentTarget.value)
            }}
          />
          <kbd>/</kbd>
          <IconButton node={CircleHelp} popovertarget="query-help" label={search.help} title={search.help} />
        </div>
        <p class="unseen" role="status">
          {answer.value ? wordsOf(answer.value) : ''}
        </p>
        {answer.value && (
          <Hits
            answer={answer.value}
            onTake={take}
            onKeep={keep}
            onNames={(keys) => {
              close()
              chooseNames(explorer, keys)
            }}
            onMore={() => {
              // its button goes away, and the focus must not go with it
              input.current?.focus()
              limit.value = most
            }}
          />
        )}
        <button type="button" class="link ask" onClick={() => (asking.value = true)}>
          <Icon node={MessageCircleQuestion} /> {messages.builder.open}
        </button>
      </div>
      <QueryHelp
        onExample={(text) => {
          draft.value = { text, replaces: false }
          input.current?.focus()
        }}
      />
      <Builder open={asking.value} onClose={() => (asking.value = false)} />
    </>
  )
}

/** What a query finds, or what is wrong with it; what else goes wrong is for the whole page to say. */
async function answerOf(explorer: Explorer, text: string, limit: number): Promise<Answer | undefined> {
  try {
    parseQuery(text)
  } catch (error) {
    return { text, fault: error as Fault & Error }
  }
  try {
    return { text, found: await explorer.source.search(text, limit) }
  } catch (error) {
    explorer.fail(error)
    return undefined
  }
}

function wordsOf({ found, fault }: Answer): string {
  if (fault) return `${fault.message}. ${fault.remedy}`
  const { entity, statement, sentence } = found!.totals
  return messages.search.found(entity + statement + sentence)
}

const kinds = ['entity', 'statement', 'sentence'] as const

interface HitsProps {
  readonly answer: Answer
  onTake(hit: SearchHit): void
  onKeep(query: Query): void
  onNames(keys: readonly string[]): void
  onMore(): void
}

function Hits({ answer: { text, found, fault }, onTake, onKeep, onNames, onMore }: HitsProps) {
  const { search } = messages
  if (fault) {
    return (
      <div class="hits">
        <p class="fault">
          <b>{fault.message}.</b> {fault.remedy}
        </p>
      </div>
    )
  }
  const { hits, totals, respelled } = found!
  const all = totals.entity + totals.statement + totals.sentence
  return (
    <div class="hits">
      {respelled.map(({ typed, taken }) => (
        <p key={typed} class="note">
          {search.respelled(typed, taken)}
        </p>
      ))}
      {all === 0 && <p class="nil">{search.found(0)}</p>}
      <ul aria-label={search.results}>
        {kinds.flatMap((kind) => {
          const some = hits.filter((hit) => hit.kind === kind)
          if (!some.length) return []
          return [
            <li key={kind} class="head">
              {search.kinds[kind]} <span>{messages.partOf(some.length, totals[kind])}</span>
            </li>,
            ...(kind === 'entity' && some.length > 1
              ? [
                  <li key="these">
                    <button
                      type="button"
                      class="these"
                      onClick={() => onNames(some.flatMap((hit) => (hit.kind === 'entity' ? hit.id : [])))}
                    >
                      {messages.many.these(some.length)}
                    </button>
                  </li>,
                ]
              : []),
            ...some.map((hit) => (
              <li key={keyOf(hit)}>
                <button type="button" onClick={() => onTake(hit)}>
                  <Hit hit={hit} />
                </button>
              </li>
            )),
          ]
        })}
      </ul>
      {hits.length < all && hits.length < most && (
        <button type="button" class="more" onClick={onMore}>
          {messages.more(all - hits.length)}
        </button>
      )}
      {hits.length < all && hits.length >= most && <p class="note">{search.cut(hits.length, all)}</p>}
      {totals.statement > 0 && (
        <button type="button" class="only" onClick={() => onKeep(parseQuery(text))}>
          <Icon node={Filter} /> {search.keep(totals.statement)}
        </button>
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
