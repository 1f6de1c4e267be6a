/** "Who asked ___ to ___?": a form whose blanks complete from the names, and which writes the query that one could type. */
import { useComputed, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { forces, requestStatuses } from '../../src/model/index.ts'
import { parseQuery, printQuery } from '../../src/query/index.ts'
import { messages } from '../messages/index.ts'
import { useExplorer } from '../state/explorer.ts'
import { type Blank, emptyQuestion, type Question, queryOfQuestion, questionOf } from '../state/question.ts'
import { DialogHead, useDialog } from './dialog.tsx'
import { Options } from './options.tsx'

/** Names that are offered before anything is typed: those most spoken of. */
const mostNames = 200
const mostFound = 12
const pause = 140

export function Builder({ open, onClose }: { readonly open: boolean; onClose(): void }) {
  const explorer = useExplorer()
  const { model, place, source } = explorer
  const question = useSignal<Question>(emptyQuestion)
  const found = useSignal<readonly string[]>([])
  const count = useSignal<number | undefined>(undefined)
  const fault = useSignal<string | undefined>(undefined)
  const dialog = useDialog(open, () => (question.value = questionOf(place.value.filters.query)))
  const known = useComputed(() => {
    const all = model.value
    if (!all) return []
    return all.byRank.flatMap((i) => (all.names[i]!.kind === 'entity' ? all.names[i]!.label : [])).slice(0, mostNames)
  }).value
  const names = useComputed(
    () => new Set([...(model.value?.names ?? []).flatMap((n) => [n.label, ...n.aliases]), ...found.value]),
  )
  const text = useComputed(() => printQuery(queryOfQuestion(question.value, (name) => names.value.has(name)))).value
  useEffect(() => {
    if (!open) return
    let stale = false
    const timer = setTimeout(() => {
      source.matching(text).then(
        ({ ids }) => {
          if (!stale) [count.value, fault.value] = [ids.length, undefined]
        },
        (error) => {
          if (!stale) [count.value, fault.value] = [undefined, `${error.message} ${error.remedy ?? ''}`]
        },
      )
    }, pause)
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [text, open])
  const fill = (blank: Blank, value: string) => {
    question.value = { ...question.value, [blank]: value }
  }
  const complete = (typed: string) => {
    if (typed.trim().length < 2) return
    source.search(typed, mostFound).then(
      ({ hits }) => {
        found.value = hits.flatMap((hit) => (hit.kind === 'entity' ? hit.name : []))
      },
      // half a query may have a fault; whoever goes on typing mends it
      () => {},
    )
  }
  const { builder } = messages
  const written = (blank: Blank, isName: boolean) => (
    <label>
      <span>{builder.blanks[blank]}</span>
      <input
        type="text"
        autocomplete="off"
        spellcheck={false}
        list={isName ? 'builder-names' : undefined}
        placeholder={builder.any[blank]}
        value={question.value[blank]}
        onInput={(event) => {
          fill(blank, event.currentTarget.value)
          if (isName) complete(event.currentTarget.value)
        }}
      />
    </label>
  )
  const chosen = (blank: Blank, options: readonly string[], words: Readonly<Record<string, string>>) => (
    <label>
      <span>{builder.blanks[blank]}</span>
      <select value={question.value[blank]} onChange={(event) => fill(blank, event.currentTarget.value)}>
        <option value="">{builder.any[blank]}</option>
        <Options names={options} words={words} />
      </select>
    </label>
  )
  const day = (blank: Blank) => (
    <label>
      <span>{builder.blanks[blank]}</span>
      <input type="date" value={question.value[blank]} onInput={(event) => fill(blank, event.currentTarget.value)} />
    </label>
  )
  return (
    <dialog class="help builder" ref={dialog} aria-labelledby="builder-title" onClose={onClose}>
      <form
        method="dialog"
        onSubmit={() => {
          explorer.go({ filters: { ...place.value.filters, query: parseQuery(text) } })
        }}
      >
        <DialogHead id="builder-title" title={builder.title} onClose={onClose} />
        <datalist id="builder-names">
          {[...new Set([...found.value, ...known])].map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <div class="blanks">
          {written('asker', true)}
          {chosen('force', forces, messages.forces)}
          {written('to', true)}
          {written('about', false)}
          {chosen('status', requestStatuses, messages.statuses)}
          {written('source', true)}
          {day('after')}
          {day('before')}
        </div>
        <p class="written">
          {builder.written} <code>{text}</code>
        </p>
        <p role="status" class={fault.value ? 'fault' : undefined}>
          {fault.value ?? (count.value === undefined ? '' : messages.statementsOf(count.value))}
        </p>
        <footer>
          <button type="submit" class="primary" disabled={Boolean(fault.value)}>
            {builder.show}
          </button>
          <button type="button" onClick={() => (question.value = emptyQuestion)}>
            {builder.empty}
          </button>
        </footer>
      </form>
    </dialog>
  )
}
