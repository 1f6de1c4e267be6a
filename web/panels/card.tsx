/** A statement in words, with its sentence, who says so, its date, confidence and rule; and what can be done with it. */
import { useSignal } from '@preact/signals'
import { BookOpen, Check, Copy } from 'lucide'
import type { StatementRow } from '../../src/model/index.ts'
import { messages } from '../messages/index.ts'
import { useExplorer } from '../state/explorer.ts'
import { copy } from './give.ts'
import { Icon } from './icon.tsx'
import { Judge } from './judge.tsx'
import { dateInWords, InWords, Quotation, sourceNames } from './statement.tsx'
import { Status } from './status.tsx'

/** The class that gives a statement its colour. */
export const classOf = ({ statement }: StatementRow) =>
  statement.force ? `f-${statement.force}` : `k-${statement.kind}`

export function Confidence({ value }: { readonly value: number }) {
  return (
    <span class="sure" title={messages.confidence}>
      <span class="unseen">{messages.confidence} </span>
      <meter min="0" max="1" value={value} aria-hidden="true" />
      {value.toFixed(2).replace(/^0/, '')}
    </span>
  )
}

/** One statement: its words choose it, its sentence opens the document. */
export function Card({ row, chosen }: { readonly row: StatementRow; readonly chosen: boolean }) {
  const explorer = useExplorer()
  const { statement, document } = row
  const { sentence } = statement.evidence
  const { date } = document
  return (
    <article class={chosen ? 'card chosen' : 'card'}>
      <p class="words">
        {chosen ? (
          <InWords statement={statement} />
        ) : (
          <button type="button" class="plain" onClick={() => explorer.select({ kind: 'statement', id: statement.id })}>
            <InWords statement={statement} />
          </button>
        )}
      </p>
      <blockquote>
        <Quotation statement={statement} />
      </blockquote>
      <p class="meta">
        <span>{messages.sentence(sentence.index)}</span>
        {!chosen && <span>{date ? messages.published(dateInWords(date)) : messages.noDate}</span>}
        {!chosen && (
          <span>{statement.source.length ? messages.source(sourceNames(statement)) : messages.textItself}</span>
        )}
        {!chosen && row.outcome && <Status outcome={row.outcome} />}
        {!chosen && <Confidence value={statement.confidence} />}
      </p>
      <p class="acts">
        <button type="button" class="link" onClick={() => explorer.open(document.id, sentence)}>
          <Icon node={BookOpen} /> {messages.openAt}
        </button>
        <CopyButton row={row} />
        {!chosen && <code title={messages.foundBy}>{statement.foundBy}</code>}
      </p>
      {explorer.project.value?.editable && <Judge row={row} />}
    </article>
  )
}

/** For how long the button says that it has copied. */
const thanks = 2000

function CopyButton({ row: { statement, document } }: { readonly row: StatementRow }) {
  const explorer = useExplorer()
  const done = useSignal(false)
  const give = async () => {
    const { title, uri, date } = document
    const { index, text } = statement.evidence.sentence
    const place = messages.sentence(index).toLowerCase()
    const quotation = messages.quotation(text, [title, date && dateInWords(date), uri, place])
    if (!(await copy(explorer, quotation, messages.copied))) return
    done.value = true
    setTimeout(() => (done.value = false), thanks)
  }
  return (
    <button type="button" class="link" onClick={() => void give()}>
      <Icon node={done.value ? Check : Copy} /> {done.value ? messages.copied : messages.copy}
    </button>
  )
}
