/** What is known of a chosen name beside its statements: its mentions, one by one, why they are one, and what to change. */
import { useSignal } from '@preact/signals'
import { ChevronLeft, ChevronRight } from 'lucide'
import { useEffect } from 'preact/hooks'
import type { ChainOf, Entity, EntityProperty } from '../../src/model/index.ts'
import { nameOf } from '../graph/model.ts'
import { messages } from '../messages/index.ts'
import { useExplorer } from '../state/explorer.ts'
import { EntityTools } from './entity-tools.tsx'
import { IconButton } from './icon.tsx'

const words = messages.decisions.entity

export function EntityPanel({ id }: { readonly id: string }) {
  const explorer = useExplorer()
  const { model, source, revision } = explorer
  const entity = useSignal<Entity | undefined>(undefined)
  const missing = useSignal(false)
  const known = nameOf(model.value, id)
  // what a line hangs on for want of a name is no entity
  const named = model.value !== undefined && (known === undefined || known.kind === 'entity')
  useEffect(() => {
    let stale = false
    if (entity.value?.id !== id) entity.value = undefined
    if (named)
      source
        .entity(id)
        .then((found) => {
          if (stale) return
          entity.value = found
          missing.value = !found
          // it was made part of another: that one is what the reader means now
          if (found && found.id !== id) explorer.select({ kind: 'name', id: found.id })
        })
        .catch(explorer.fail)
    return () => {
      stale = true
    }
  }, [id, named, revision.value])
  const shown = entity.value
  if (missing.value && named) return <p class="nil">{words.gone}</p>
  if (!shown) return null
  const editable = explorer.project.value?.editable === true
  return (
    <div class="entity">
      <Mentions entity={shown} />
      {shown.properties && <Properties properties={shown.properties} />}
      {editable && <Why key={`${shown.id} ${revision.value}`} id={shown.id} />}
      {editable && <EntityTools key={shown.id} entity={shown} />}
    </div>
  )
}

/** One mention after the other, through all documents. */
function Mentions({ entity: { mentions } }: { readonly entity: Entity }) {
  const explorer = useExplorer()
  const { opened } = explorer
  const at = mentions.findIndex(
    ({ document, start }) => opened.value?.document === document && opened.value.at?.start === start,
  )
  const step = (way: number) => {
    const next = mentions[at < 0 ? 0 : (at + way + mentions.length) % mentions.length]!
    explorer.open(next.document, { start: next.start, end: next.end })
  }
  if (mentions.length === 0) return null
  return (
    <p class="steps">
      <IconButton node={ChevronLeft} label={words.previous} onClick={() => step(-1)} />
      <span>{at < 0 ? words.toMention : words.mentionOf(at + 1, mentions.length)}</span>
      <IconButton node={ChevronRight} label={words.next} onClick={() => step(1)} />
    </p>
  )
}

/** Each saying once, with its first place. */
function Properties({ properties }: { readonly properties: readonly EntityProperty[] }) {
  const explorer = useExplorer()
  const byValue = new Map<string, EntityProperty>()
  for (const one of properties) {
    const key = `${one.name} ${one.value}`
    if (!byValue.has(key)) byValue.set(key, one)
  }
  return (
    <details>
      <summary>{words.says}</summary>
      <dl class="says">
        {[...byValue.values()].slice(0, 30).map((one) => (
          <div key={`${one.name} ${one.value}`}>
            <dt>{messages.traits[one.name]}</dt>
            <dd>
              {one.document ? (
                <button type="button" class="link" onClick={() => explorer.open(one.document, one)}>
                  {one.value}
                </button>
              ) : (
                one.value
              )}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

/** What each document ties together, and what ties the documents. */
function Why({ id }: { readonly id: string }) {
  const explorer = useExplorer()
  const chains = useSignal<readonly ChainOf[] | undefined>(undefined)
  const read = () => {
    if (!chains.value) explorer.source.chains?.(id).then((found) => (chains.value = found), explorer.fail)
  }
  const list = chains.value ?? []
  const own = new Set(list.filter(({ by }) => by === 'own').map(({ document }) => document.id)).size
  const count = ({ mentions }: ChainOf, kind: string) => mentions.filter((one) => one.kind === kind).length
  return (
    <details onToggle={read}>
      <summary>{words.why}</summary>
      {list.length > 0 && <p class="sub">{own > 1 ? words.sameName(own) : words.alone}</p>}
      <ul class="chains">
        {list.slice(0, 100).map((chain) => (
          <li key={`${chain.document.id} ${chain.mentions[0]!.start}`}>
            <button type="button" class="link" onClick={() => explorer.open(chain.document.id, chain.mentions[0]!)}>
              {chain.document.title ?? chain.document.uri}
            </button>{' '}
            “{chain.name}”: {words.chain(count(chain, 'NAM'), count(chain, 'NOM'), count(chain, 'PRO'))}
            {chain.by === 'decision' && <span class="tag">{words.byDecision}</span>}
          </li>
        ))}
      </ul>
    </details>
  )
}
