/** Two names side by side, with the sentences that mention them and the company they keep; below, what both would be. */
import { type Signal, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Portrait } from '../../src/model/index.ts'
import { familyOf } from '../graph/family.ts'
import { messages } from '../messages/index.ts'
import { useExplorer } from '../state/explorer.ts'
import { Shape } from './signs.tsx'
import { pieces } from './statement.tsx'

const words = messages.decisions.queue

interface ComparisonProps {
  readonly a: string
  readonly b: string
  /** What both together would be called; `a`'s name to begin with. */
  readonly name: Signal<string>
  /** Told when both are read. */
  onRead?(a: Portrait, b: Portrait): void
}

export function Comparison({ a, b, name, onRead }: ComparisonProps) {
  const explorer = useExplorer()
  const both = useSignal<readonly [Portrait, Portrait] | undefined>(undefined)
  useEffect(() => {
    let stale = false
    Promise.all([explorer.source.portrait?.(a), explorer.source.portrait?.(b)]).then(([one, other]) => {
      if (stale || !one || !other) return
      both.value = [one, other]
      name.value = one.name
      onRead?.(one, other)
    }, explorer.fail)
    return () => {
      stale = true
    }
  }, [a, b, explorer.revision.value])
  const [one, other] = both.value ?? []
  if (!one || !other || one.id !== a || other.id !== b)
    return (
      <p class="nil" aria-busy="true">
        {messages.loading}
      </p>
    )
  const shared = new Set(one.company.map(({ id }) => id).filter((id) => other.company.some((two) => two.id === id)))
  return (
    <div class="comparison">
      <div class="sides">
        <Side portrait={one} shared={shared} />
        <Side portrait={other} shared={shared} />
      </div>
      <Merged one={one} other={other} name={name} />
    </div>
  )
}

function Side({ portrait, shared }: { readonly portrait: Portrait; readonly shared: ReadonlySet<string> }) {
  const explorer = useExplorer()
  const { name, type, aliases, mentions, documents, sentences, company, properties = [] } = portrait
  const others = aliases.filter((alias) => alias !== name).slice(0, 6)
  const says = [...new Set(properties.filter(({ name }) => name !== 'id').map(({ value }) => value))].slice(0, 5)
  return (
    <section class="side" aria-label={name}>
      <h2>
        <Shape family={familyOf(type)} />
        {name}
      </h2>
      <p class="sub">
        {messages.types[type]}, {words.counts(mentions, documents)}
      </p>
      {others.length > 0 && <p class="sub">{messages.also(others)}</p>}
      {says.length > 0 && <p class="sub">{says.join(', ')}</p>}
      <ul class="quotes">
        {sentences.map(({ document, sentence, mention }) => (
          <li key={`${document.id} ${sentence.start}`}>
            <button type="button" class="plain" onClick={() => explorer.open(document.id, mention)}>
              {pieces(sentence, [mention]).map(({ start, end, by }) => {
                const text = sentence.text.slice(start - sentence.start, end - sentence.start)
                return by.length ? <mark key={start}>{text}</mark> : text
              })}
            </button>
            <small>{document.title ?? document.uri}</small>
          </li>
        ))}
      </ul>
      <h3>{words.with}</h3>
      <p class="company">
        {company.length === 0 && <span class="nil">{words.nobody}</span>}
        {company.map(({ id, name, statements }, i) => (
          <span key={id}>
            {i > 0 && ', '}
            {shared.has(id) ? <b>{name}</b> : name} <small>{statements}</small>
          </span>
        ))}
      </p>
    </section>
  )
}

/** The node that would come of both, as its name is typed. */
function Merged({
  one,
  other,
  name,
}: {
  readonly one: Portrait
  readonly other: Portrait
  readonly name: Signal<string>
}) {
  const called = name.value.trim() || one.name
  const aliases = [...new Set([...one.aliases, ...other.aliases])].filter((alias) => alias !== called)
  const company = new Map<string, { name: string; statements: number }>()
  for (const { id, name, statements } of [...one.company, ...other.company]) {
    if (id === one.id || id === other.id) continue
    company.set(id, { name, statements: statements + (company.get(id)?.statements ?? 0) })
  }
  const most = [...company.values()].sort((x, y) => y.statements - x.statements).slice(0, 8)
  return (
    <section class="merged" aria-label={words.merged}>
      <h3>{words.merged}</h3>
      <p class="node">
        <Shape family={familyOf(one.type)} />
        <input
          type="text"
          aria-label={words.mergedName}
          value={name.value}
          onInput={({ currentTarget }) => (name.value = currentTarget.value)}
        />
      </p>
      <p class="sub">
        {messages.types[one.type]}, {messages.mentions(one.mentions + other.mentions)},{' '}
        {messages.statementsOf(one.statements + other.statements)}
      </p>
      {aliases.length > 0 && <p class="sub">{messages.also(aliases.slice(0, 8))}</p>}
      {most.length > 0 && (
        <p class="sub">
          {words.with}: {most.map((one) => one.name).join(', ')}
        </p>
      )}
    </section>
  )
}
