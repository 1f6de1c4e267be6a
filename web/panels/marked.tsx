/** Words that the reader marks in the open document → a statement that nobody had found, part by part. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { FillerWish } from '../../src/decisions/wish.ts'
import { type DocumentView, type Kind, kinds, type Role, type Span } from '../../src/model/index.ts'
import { messages } from '../messages/index.ts'
import { useDesk } from '../state/decisions.ts'
import { Options } from './options.tsx'

const words = messages.decisions.mark
const roleNames = messages.decisions.statement.roles
/** The parts that are asked for; the rest can be edited in later. */
const partsOf: Readonly<Record<Kind, readonly Role[]>> = {
  request: ['speaker', 'addressee', 'message'],
  response: ['speaker', 'addressee', 'message'],
  communication: ['speaker', 'addressee', 'message'],
  action: ['agent', 'patient', 'recipient'],
  relation: ['subject', 'object'],
}

interface Draft {
  readonly verb?: Span
  readonly roles: Partial<Record<Role, readonly FillerWish[]>>
}
const blank: Draft = { roles: {} }

export function Marked({ view: { document: source } }: { readonly view: DocumentView }) {
  const desk = useDesk()
  const draft = useSignal<Draft>(blank)
  const kind = useSignal<Kind>('request')
  useEffect(() => {
    draft.value = blank
    desk.marked.value = undefined
    const look = () => {
      const span = selectedSpan()
      if (span) desk.marked.value = { document: source.id, ...span, text: source.text.slice(span.start, span.end) }
    }
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [source.id])
  const mark = desk.marked.value
  const { verb, roles } = draft.value
  const begun = verb !== undefined || Object.keys(roles).length > 0
  const quoted = ({ start, end }: Span) => `“${source.text.slice(start, end)}”`
  const add = async () => {
    if (!verb) return
    const relation = source.text.slice(verb.start, verb.end).toLowerCase()
    const wish = { what: 'add', document: source.id, kind: kind.value, relation, predicate: verb, roles } as const
    const parts = [...Object.values(roles).flat(), verb].sort((a, b) => a.start - b.start)
    const said = parts.map((span) => source.text.slice(span.start, span.end)).join(' ')
    if (await desk.decide([wish], messages.decisions.log.what.add(`“${said}”`))) draft.value = blank
  }
  if (!mark && !begun) return <p class="marked hint">{words.hint}</p>
  return (
    <section class="marked" aria-label={words.add}>
      {mark && (
        <p class="row">
          <span class="said">{words.marked(mark.text.replace(/\s+/g, ' '))}</span>
          <button
            type="button"
            class="firm"
            onClick={() => (draft.value = { ...draft.value, verb: { start: mark.start, end: mark.end } })}
          >
            {words.verb}
          </button>
          {partsOf[kind.value].map((role) => (
            <button
              key={role}
              type="button"
              class="firm"
              onClick={() => {
                const span = { start: mark.start, end: mark.end }
                draft.value = { ...draft.value, roles: { ...roles, [role]: [span] } }
              }}
            >
              {roleNames[role]}
            </button>
          ))}
        </p>
      )}
      {begun && (
        <p class="draft">
          {verb && (
            <span>
              {words.isVerb} <b class="quoted">{quoted(verb)}</b>
            </span>
          )}
          {(Object.entries(roles) as [Role, readonly FillerWish[]][]).map(([role, [span]]) => (
            <span key={role}>
              {roleNames[role]} <b class="quoted">{quoted(span!)}</b>
            </span>
          ))}
        </p>
      )}
      <p class="row">
        <label>
          <span class="unseen">{words.kind}</span>
          <select
            value={kind.value}
            onChange={({ currentTarget }) => {
              kind.value = currentTarget.value as Kind
              draft.value = { ...draft.value, roles: {} }
            }}
          >
            <Options names={kinds} words={messages.kinds} />
          </select>
        </label>
        <button
          type="button"
          class="primary"
          disabled={!verb || Object.keys(roles).length === 0 || desk.busy.value}
          onClick={() => void add()}
        >
          {words.add}
        </button>
        <button
          type="button"
          onClick={() => {
            draft.value = blank
            desk.marked.value = undefined
          }}
        >
          {words.drop}
        </button>
      </p>
    </section>
  )
}

/** Where what is selected stands in the text of the document, without the spaces around it. */
function selectedSpan(): Span | undefined {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  const [start, end] = [
    offsetOf(range.startContainer, range.startOffset),
    offsetOf(range.endContainer, range.endOffset),
  ]
  if (start === undefined || end === undefined || start >= end) return undefined
  const text = selection.toString()
  const before = text.length - text.trimStart().length
  const after = text.length - text.trimEnd().length
  return start + before < end - after ? { start: start + before, end: end - after } : undefined
}

/** A place in the page → its place in the document's text: each paragraph says where it begins. */
function offsetOf(node: Node, offset: number): number | undefined {
  const element = node instanceof Element ? node : node.parentElement
  const paragraph = element?.closest<HTMLElement>('.document .text [data-start]')
  if (!paragraph) return undefined
  const range = document.createRange()
  range.setStart(paragraph, 0)
  range.setEnd(node, offset)
  return Number(paragraph.dataset['start']) + range.toString().length
}
