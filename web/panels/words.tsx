/** The words of a document as the engine reads them: tags, lemmas, heads, names, beside the statements found there. */
import { useComputed, useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { DocumentView, Sentence, Statement } from '../../src/model/index.ts'
import { messages } from '../messages/index.ts'
import { type Explorer, useExplorer } from '../state/explorer.ts'
import type { Local } from '../state/local.ts'
import { type Readings, wantedDocument } from '../state/reading.ts'
import { copy, download, fileName } from './give.ts'
import { Ladder } from './ladder.tsx'
import { InWords, Quotation } from './statement.tsx'

/** Sentences shown at a time. */
const page = 20

interface Shown {
  readonly view: DocumentView
  readonly from: number
  readonly total: number
  readonly sentences: readonly Sentence[]
}

interface WordsProps {
  readonly local: Local
  readonly readings: Readings
}

export function Words({ local, readings }: WordsProps) {
  const explorer = useExplorer()
  // while it is asked what was chosen, the document of before is the one
  const before = useRef<string | undefined>(undefined)
  const wanted = useComputed(() => {
    if (!readings.current.value.loading || explorer.opened.value) before.current = wantedDocument(explorer, readings)
    return before.current
  }).value
  const shown = useSignal<Shown | undefined>(undefined)
  const turn = useSignal(0)
  const { words } = messages

  const turnTo = async (view: DocumentView, from: number) => {
    const mine = ++turn.value
    try {
      const { total, sentences } = await local.engine.annotate(view.document, from, page)
      if (mine === turn.value) shown.value = { view, from, total, sentences }
    } catch (error) {
      explorer.fail(error)
    }
  }
  useEffect(() => {
    shown.value = undefined
    if (!wanted) return
    explorer.source
      .document(wanted)
      .then((view) => {
        const at = (view && aimOf(view, explorer)) ?? 0
        return view && turnTo(view, at - (at % page))
      })
      .catch(explorer.fail)
    return () => {
      turn.value++
    }
  }, [wanted])

  // what is chosen or opened beside it is brought in sight
  const now = shown.value
  const aim = now && aimOf(now.view, explorer)
  useEffect(() => {
    if (!now || aim === undefined) return
    const here = aim >= now.from && aim < now.from + now.sentences.length
    const there = here ? Promise.resolve() : turnTo(now.view, aim - (aim % page))
    void there.then(() => requestAnimationFrame(() => bringInSight(aim)))
  }, [aim, now?.view])

  // whoever has just pasted a text, by keys, goes on here
  const section = useRef<HTMLElement>(null)
  useEffect(() => {
    if (now && document.activeElement === document.body) section.current?.focus({ preventScroll: true })
  }, [now?.view])

  if (explorer.documents.value.length === 0) return <section class="wording nil">{messages.noDocument}</section>
  if (!now) {
    return (
      <section class="wording" aria-label={messages.tabs.words} aria-busy="true">
        <p class="nil">{words.loading}</p>
      </section>
    )
  }
  const { view, from, total, sentences } = now
  const title = view.document.title ?? view.document.uri
  const conllu = () => local.engine.conllu(view.document)
  const last = from + sentences.length
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text must scroll by keys
    <section class="wording" aria-label={messages.tabs.words} tabIndex={0} ref={section}>
      <header>
        <div>
          <h1>{words.title(title)}</h1>
          <p>{words.sub(from + 1, last, total)}</p>
        </div>
        <div class="acts">
          <button
            type="button"
            onClick={() =>
              void conllu()
                .then((text) => copy(explorer, text, words.copied))
                .catch(explorer.fail)
            }
          >
            {words.copy}
          </button>
          <button
            type="button"
            onClick={() =>
              void conllu()
                .then((text) => download(new Blob([text], { type: 'text/plain' }), `${fileName(title)}.conllu`))
                .catch(explorer.fail)
            }
          >
            {words.save}
          </button>
        </div>
      </header>
      {total === 0 && <p class="nil">{words.none}</p>}
      {sentences.map((sentence) => (
        <SentenceWords key={sentence.index} sentence={sentence} view={view} />
      ))}
      {total > page && (
        <nav class="pages" aria-label={words.pages}>
          <button type="button" disabled={from === 0} onClick={() => void turnTo(view, Math.max(0, from - page))}>
            {words.earlier}
          </button>
          <button type="button" disabled={last >= total} onClick={() => void turnTo(view, last)}>
            {words.later}
          </button>
        </nav>
      )}
    </section>
  )
}

/** The sentence of a document that is opened, else that of the statement that is chosen. */
function aimOf({ document, sentences, statements }: DocumentView, { opened, place }: Explorer): number | undefined {
  const { selection } = place.value
  if (opened.value?.document === document.id && opened.value.at) {
    const { start } = opened.value.at
    const found = sentences.findIndex((sentence) => sentence.start <= start && start < sentence.end)
    return found < 0 ? undefined : found
  }
  return statements.find(({ id }) => selection?.kind === 'statement' && id === selection.id)?.evidence.sentence.index
}

const idOf = (sentence: number) => `words-${sentence}`
const bringInSight = (sentence: number) => document.getElementById(idOf(sentence))?.scrollIntoView({ block: 'nearest' })

function SentenceWords({ sentence, view }: { readonly sentence: Sentence; readonly view: DocumentView }) {
  const explorer = useExplorer()
  const { document, statements } = view
  const here = statements.filter(({ evidence }) => evidence.sentence.index === sentence.index)
  const selected = useComputed(() => {
    const { selection } = explorer.place.value
    return selection?.kind === 'statement' ? selection.id : undefined
  }).value
  const chosen = here.find(({ id }) => id === selected) ?? (here.length === 1 ? here[0] : undefined)
  return (
    <article id={idOf(sentence.index)} class={chosen && selected === chosen.id ? 'chosen' : undefined}>
      <h2>
        <button
          type="button"
          class="plain"
          onClick={() => explorer.open(document.id, { start: sentence.start, end: sentence.end })}
        >
          {messages.sentence(sentence.index)}
        </button>
      </h2>
      <blockquote>
        {chosen ? <Quotation statement={chosen} /> : document.text.slice(sentence.start, sentence.end)}
      </blockquote>
      {here.length > 0 && (
        <ul class="found">
          {here.map((statement) => (
            <Found key={statement.id} statement={statement} chosen={statement.id === selected} />
          ))}
        </ul>
      )}
      <Ladder sentence={sentence} statements={chosen ? [chosen] : here} />
    </article>
  )
}

function Found({ statement, chosen }: { readonly statement: Statement; readonly chosen: boolean }) {
  const explorer = useExplorer()
  return (
    <li>
      <button
        type="button"
        class="plain"
        aria-pressed={chosen}
        onClick={() => explorer.go({ selection: chosen ? undefined : { kind: 'statement', id: statement.id } })}
      >
        <InWords statement={statement} />
      </button>{' '}
      <small>
        {messages.kinds[statement.kind]}, {statement.foundBy}
      </small>
    </li>
  )
}
