/** The text of a document: mentions are live, what is chosen is marked, and it opens at the right place. */
import { useComputed, useSignal } from '@preact/signals'
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import type { DocumentView, Mark, Span, Statement } from '../../src/model/index.ts'
import { familyOf } from '../graph/family.ts'
import { messages } from '../messages/index.ts'
import { formatAddress } from '../state/address.ts'
import { type Explorer, useExplorer } from '../state/explorer.ts'
import { placesIn, type Readings } from '../state/reading.ts'
import { dateInWords, partsOf, pieces } from './statement.tsx'

/** Characters that are drawn about the place that is read; the rest on demand. */
const stretch = 40_000
/** A stretch of the text that is marked; by what. */
interface Cover extends Span {
  readonly kind: 'mention' | 'sentence' | 'word'
  readonly mark?: Mark
}

export function Text({ view, readings }: { readonly view: DocumentView; readonly readings: Readings }) {
  const explorer = useExplorer()
  const scroller = useRef<HTMLDivElement>(null)
  const { document } = view
  const { text } = document
  const aim = useComputed((): Span | undefined => {
    const { opened } = explorer
    if (opened.value?.document === document.id && opened.value.at) return opened.value.at
    if (opened.value) return undefined
    return placesIn(view, explorer, readings)[0]
  }).value
  const marks = useComputed(() => coversOf(view, explorer, readings)).value
  const begin = useSignal(0)
  const end = useSignal(stretch)

  // the stretch that holds the aim, cut at the ends of lines
  const middle = aim?.start ?? 0
  if (middle < begin.peek() || middle >= end.peek()) {
    begin.value = Math.max(0, text.lastIndexOf('\n', middle - stretch / 4))
    end.value = begin.peek() + stretch
  }
  useLayoutEffect(() => {
    const box = scroller.current
    const target = aim && box?.querySelector<HTMLElement>('[data-aim]')
    if (box && target)
      box.scrollTop += target.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 3
    else if (box && !aim) box.scrollTop = 0
  }, [aim?.start, aim?.end, document.id, marks])

  const covers = useMemo(
    () => marks.filter((cover) => cover.start < end.value && begin.value < cover.end),
    [marks, begin.value, end.value],
  )
  const paragraphs = paragraphsOf(text, begin.value, end.value)
  // the headers of an e-mail stand in its text, and may be quoted as any other words
  const headers = paragraphs.filter(({ end }) => end <= (document.mail?.bodyStart ?? 0))
  const [first] = paragraphs
  const titled =
    document.title && first && text.slice(first.start, first.end).trim() === document.title ? first : undefined
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text must scroll by keys
    <div class="text" ref={scroller} tabIndex={0}>
      {!titled && <h3>{document.title ?? document.uri}</h3>}
      {titled && (
        <h3 data-start={titled.start}>
          <Pieces span={titled} text={text} covers={covers} aim={aim} />
        </h3>
      )}
      {headers.length > 0 && (
        <dl class="mail">
          {headers.map((span) => (
            <Header key={span.start} span={span} text={text} covers={covers} aim={aim} />
          ))}
        </dl>
      )}
      {headers.length === 0 && <p class="date">{document.date ? dateInWords(document.date) : messages.noDate}</p>}
      {begin.value > 0 && (
        <button type="button" class="link" onClick={() => (begin.value = Math.max(0, begin.value - stretch))}>
          {messages.earlier}
        </button>
      )}
      {paragraphs.map((span) =>
        span === titled || headers.includes(span) ? null : (
          <p key={span.start} data-start={span.start}>
            <Pieces span={span} text={text} covers={covers} aim={aim} />
          </p>
        ),
      )}
      {end.value < text.length && (
        <button type="button" class="link" onClick={() => (end.value += stretch)}>
          {messages.later}
        </button>
      )}
    </div>
  )
}

/** Lines that hold something, within a stretch; a line without end is cut. */
function paragraphsOf(text: string, begin: number, end: number): Span[] {
  const found: Span[] = []
  for (let start = begin; start < Math.min(end, text.length); ) {
    const stop = text.indexOf('\n', start)
    const last = Math.min(stop < 0 ? text.length : stop, end)
    if (text.slice(start, last).trim()) found.push({ start, end: last })
    start = stop < 0 || stop > end ? end : stop + 1
  }
  return found
}

function coversOf(view: DocumentView, explorer: Explorer, readings: Readings): Cover[] {
  const { selection, rows } = readings.current.value
  const mentions = view.marks.map((mark): Cover => ({ start: mark.start, end: mark.end, kind: 'mention', mark }))
  const aim = explorer.opened.value?.document === view.document.id ? explorer.opened.value.at : undefined
  const name = selection?.kind === 'name'
  const chosen: Statement[] = name ? [] : selection ? rows.map((row) => row.statement) : []
  const here = chosen.filter((statement) => statement.evidence.document === view.document.uri)
  const sentences = here.map(
    ({ evidence: { sentence } }): Cover => ({ start: sentence.start, end: sentence.end, kind: 'sentence' }),
  )
  if (aim) sentences.push({ ...aim, kind: 'sentence' })
  const whole = { start: 0, end: view.document.text.length }
  const words = here.flatMap((statement) =>
    partsOf(statement, whole).map(({ start, end }): Cover => ({ start, end, kind: 'word' })),
  )
  return [...mentions, ...sentences, ...words]
}

interface PiecesProps {
  readonly span: Span
  readonly text: string
  readonly covers: readonly Cover[]
  readonly aim: Span | undefined
}

/** A paragraph cut at all ends of marks. */
function Pieces({ span, text, covers, aim }: PiecesProps) {
  const inside = covers.filter((cover) => cover.start < span.end && span.start < cover.end)
  const aimed: Cover[] = aim && aim.start >= span.start && aim.start < span.end ? [{ ...aim, kind: 'sentence' }] : []
  return pieces(span, [...inside, ...aimed]).map(({ start, end, by }) => {
    const words = text.slice(start, end)
    const mark = by.findLast((cover) => cover.mark)?.mark
    const soft = by.some((cover) => cover.kind === 'sentence')
    const strong = by.some((cover) => cover.kind === 'word')
    const first = aimed.length > 0 && start === aim!.start
    const className = soft ? 'near' : undefined
    const content = mark ? <Mention mark={mark} words={words} /> : words
    if (strong) {
      return (
        <mark key={start} class={className} data-aim={first || undefined}>
          {content}
        </mark>
      )
    }
    return soft || first ? (
      <span key={start} class={className} data-aim={first || undefined}>
        {content}
      </span>
    ) : (
      content
    )
  })
}

/** A line of an e-mail's head: its name, and what it says. */
function Header({ span, text, covers, aim }: PiecesProps) {
  const name = /^([A-Za-z-]+):\s*/.exec(text.slice(span.start, span.end))
  const rest = { start: span.start + (name?.[0].length ?? 0), end: span.end }
  return (
    <div>
      <dt>{name?.[1]}</dt>
      <dd data-start={rest.start}>
        <Pieces span={rest} text={text} covers={covers} aim={aim} />
      </dd>
    </div>
  )
}

/** Words that stand for a name: a link that chooses it; the pointer on them lights it. */
function Mention({ mark, words }: { readonly mark: Mark; readonly words: string }) {
  const explorer = useExplorer()
  const { place, hovered } = explorer
  const selected = useComputed(
    () => place.value.selection?.kind === 'name' && place.value.selection.id === mark.entity,
  ).value
  const lit = useComputed(() => hovered.value === mark.entity).value
  const selection = { kind: 'name', id: mark.entity } as const
  const link = (
    <a
      class={`mention t-${familyOf(mark.type)}${lit ? ' lit' : ''}`}
      href={formatAddress({ ...place.peek(), selection, document: undefined })}
      title={mark.name}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        explorer.select(selection)
      }}
      onMouseEnter={() => (hovered.value = mark.entity)}
      onMouseLeave={() => (hovered.value = undefined)}
    >
      {words}
    </a>
  )
  return selected ? <mark class="name">{link}</mark> : link
}
