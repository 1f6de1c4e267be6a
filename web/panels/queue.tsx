/** Pairs that are likely one thing, one after the other, each judged by one key; the surest all at once. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Wish } from '../../src/decisions/wish.ts'
import type { Portrait } from '../../src/model/index.ts'
import type { Question } from '../data/source.ts'
import { messages } from '../messages/index.ts'
import { useDesk } from '../state/decisions.ts'
import { useExplorer } from '../state/explorer.ts'
import { Comparison } from './comparison.tsx'

const words = messages.decisions.queue
const told = messages.decisions.log.what

export function Queue() {
  const desk = useDesk()
  const explorer = useExplorer()
  const at = useSignal(0)
  const name = useSignal('')
  const sides = useSignal<readonly [Portrait, Portrait] | undefined>(undefined)
  const all = desk.questions.value ?? []
  const here = Math.max(0, Math.min(at.value, all.length - 1))
  const question = all[here]
  useEffect(() => {
    void desk.readQuestions()
  }, [explorer.edition.value])

  const step = (way: number) => {
    if (all.length) at.value = (here + way + all.length) % all.length
  }
  const judge = (what: 'merge' | 'apart' | 'unsure') => {
    const [one, other] = sides.value ?? []
    if (!question || !one || !other || one.id !== question.a || other.id !== question.b) return
    const entities = [question.a, question.b]
    const called = name.value.trim()
    const wish: Wish =
      what === 'merge' ? { what, entities, ...(called && called !== one.name && { name: called }) } : { what, entities }
    void desk.decide([wish], told[what](`${one.name} ${messages.and} ${other.name}`))
  }
  useEffect(() => {
    const acts: Readonly<Record<string, () => void>> = {
      y: () => judge('merge'),
      n: () => judge('apart'),
      u: () => judge('unsure'),
      j: () => step(1),
      k: () => step(-1),
    }
    const press = (event: KeyboardEvent) => {
      const typing = (event.target as HTMLElement).matches?.('input, textarea, select')
      const act = acts[event.key.toLowerCase()]
      if (!act || typing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]'))
        return
      event.preventDefault() // before the keys of the page hear of it
      act()
    }
    addEventListener('keydown', press, true)
    return () => removeEventListener('keydown', press, true)
  })
  return (
    <section class="queue" aria-label={words.title} aria-busy={desk.busy.value || !desk.questions.value}>
      <header>
        <h1>{words.title}</h1>
        <p class="sub">{desk.questions.value ? words.sub(all.length) : messages.loading}</p>
      </header>
      {desk.questions.value && !question && <p class="nil">{words.empty}</p>}
      {question && (
        <>
          <div class="row judge">
            <button type="button" class="primary" disabled={desk.busy.value} onClick={() => judge('merge')}>
              {words.same} <kbd>Y</kbd>
            </button>
            <button type="button" class="firm" disabled={desk.busy.value} onClick={() => judge('apart')}>
              {words.different} <kbd>N</kbd>
            </button>
            <button type="button" class="firm" disabled={desk.busy.value} onClick={() => judge('unsure')}>
              {words.dontKnow} <kbd>U</kbd>
            </button>
            <span class="pair">
              <button type="button" onClick={() => step(-1)}>
                {words.previous} <kbd>K</kbd>
              </button>
              {words.pair(here + 1, all.length)}
              <button type="button" onClick={() => step(1)}>
                {words.next} <kbd>J</kbd>
              </button>
            </span>
          </div>
          <Reasons question={question} />
          <Comparison
            key={`${question.a} ${question.b}`}
            a={question.a}
            b={question.b}
            name={name}
            onRead={(one, other) => {
              sides.value = [one, other]
              explorer.said.value = words.said(here + 1, all.length, one.name, other.name)
            }}
          />
          <Bulk questions={all} />
        </>
      )}
    </section>
  )
}

function Reasons({ question: { score, reasons, unsure } }: { readonly question: Question }) {
  return (
    <ul class="reasons" aria-label={words.speaksFor}>
      <li>
        <meter min="0" max="1" value={score} aria-hidden="true" /> <b>{words.score(score)}</b>
      </li>
      {unsure && (
        <li>
          <span class="tag">{words.unsure}</span>
        </li>
      )}
      {reasons.map(({ kind, text }) => (
        <li key={text} class={kind === 'against' ? 'against' : 'for'}>
          <b aria-hidden="true">{kind === 'against' ? '−' : '+'}</b>
          <span class="unseen">{kind === 'against' ? words.against : words.for}: </span> {text}
        </li>
      ))}
    </ul>
  )
}

/** Takes every pair from a score on as the same, in one step that one undoing takes back. */
function Bulk({ questions }: { readonly questions: readonly Question[] }) {
  const desk = useDesk()
  const least = useSignal(0.9)
  const some = questions.filter(({ score, unsure }) => score >= least.value && !unsure)
  return (
    <form
      class="row bulk"
      onSubmit={(event) => {
        event.preventDefault()
        const wishes = some.slice(0, 500).map(({ a, b }): Wish => ({ what: 'merge', entities: [a, b] }))
        void desk.decide(wishes, words.bulk(wishes.length))
      }}
    >
      <label>
        {words.bulkAbove}{' '}
        <input
          type="range"
          min="0.4"
          max="1"
          step="0.01"
          value={least.value}
          onInput={({ currentTarget }) => (least.value = Number(currentTarget.value))}
        />
      </label>
      <output>{words.score(least.value)}</output>
      <button type="submit" class="firm" disabled={some.length === 0 || desk.busy.value}>
        {words.bulk(some.length)}
      </button>
    </form>
  )
}
