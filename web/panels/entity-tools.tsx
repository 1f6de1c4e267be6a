/** What can be changed about a name: its name and type, what it is one with, what of it is another, whether it is anything. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Wish } from '../../src/decisions/wish.ts'
import { type Entity, type EntityType, entityTypes, type MentionRef, type SearchHit } from '../../src/model/index.ts'
import { familyOf } from '../graph/family.ts'
import { messages } from '../messages/index.ts'
import { mergeWish, useDesk } from '../state/decisions.ts'
import { useExplorer } from '../state/explorer.ts'
import { Comparison } from './comparison.tsx'
import { Options } from './options.tsx'
import { Shape } from './signs.tsx'

const words = messages.decisions.entity
const told = messages.decisions.log.what

type Tool = 'rename' | 'merge' | 'split'

export function EntityTools({ entity }: { readonly entity: Entity }) {
  const desk = useDesk()
  const explorer = useExplorer()
  const tool = useSignal<Tool | undefined>(undefined)
  const why = useSignal('')
  const { id, name, type } = entity
  const act = async (wish: Wish, said: string) => {
    const reason = why.value.trim()
    if (!(await desk.decide([{ ...wish, ...(reason && { why: reason }) }], said))) return
    tool.value = undefined
    why.value = ''
  }
  const open = (which: Tool) => (tool.value = tool.value === which ? undefined : which)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame
    <div class="tools-of" role="group" aria-label={words.tools} aria-busy={desk.busy.value}>
      <p class="row">
        {(['rename', 'merge', 'split'] as const).map((which) => (
          <button key={which} type="button" aria-expanded={tool.value === which} onClick={() => open(which)}>
            {words[which]}
          </button>
        ))}
        <label>
          <span class="unseen">{words.retype}</span>
          <select
            value={type}
            disabled={desk.busy.value}
            onChange={({ currentTarget }) => {
              const next = currentTarget.value as EntityType
              void act({ what: 'retype', entity: id, type: next }, told.retype(name, messages.types[next]))
            }}
          >
            <Options names={entityTypes} words={messages.types} />
          </select>
        </label>
        <button
          type="button"
          disabled={desk.busy.value}
          onClick={() => {
            explorer.select(undefined) // it will not be there to be asked about
            void act({ what: 'delete', entity: id }, told.delete(name))
          }}
        >
          {words.remove}
        </button>
      </p>
      {tool.value && (
        <div class="form">
          {tool.value === 'rename' && <Rename entity={entity} act={act} />}
          {tool.value === 'merge' && <Merge entity={entity} act={act} />}
          {tool.value === 'split' && <Split entity={entity} act={act} />}
          <label class="why">
            {messages.decisions.why}
            <input type="text" value={why.value} onInput={({ currentTarget }) => (why.value = currentTarget.value)} />
          </label>
        </div>
      )}
    </div>
  )
}

interface FormProps {
  readonly entity: Entity
  act(wish: Wish, said: string): Promise<void>
}

function Rename({ entity: { id, name }, act }: FormProps) {
  const text = useSignal(name)
  return (
    <form
      class="row"
      onSubmit={(event) => {
        event.preventDefault()
        const next = text.value.trim()
        if (next && next !== name) void act({ what: 'rename', entity: id, name: next }, told.rename(name, next))
      }}
    >
      <input
        type="text"
        aria-label={words.name}
        value={text.value}
        onInput={({ currentTarget }) => (text.value = currentTarget.value)}
      />
      <button type="submit" class="primary">
        {messages.decisions.save}
      </button>
    </form>
  )
}

type EntityHit = Extract<SearchHit, { kind: 'entity' }>

function Merge({ entity, act }: FormProps) {
  const explorer = useExplorer()
  const text = useSignal('')
  const hits = useSignal<readonly EntityHit[] | undefined>(undefined)
  const other = useSignal<EntityHit | undefined>(undefined)
  const name = useSignal(entity.name)
  useEffect(() => {
    if (!text.value.trim()) {
      hits.value = undefined
      return
    }
    let stale = false
    const timer = setTimeout(() => {
      explorer.source.search(text.value, 30).then((found) => {
        if (stale) return
        const entities = found.hits.flatMap((hit) => (hit.kind === 'entity' && hit.id !== entity.id ? hit : []))
        hits.value = entities.slice(0, 8)
      }, explorer.fail)
    }, 150)
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [text.value])
  const chosen = other.value
  if (chosen) {
    const both = `${entity.name} ${messages.and} ${chosen.name}`
    const entities = [entity.id, chosen.id]
    return (
      <>
        <Comparison a={entity.id} b={chosen.id} name={name} />
        <p class="row">
          <button
            type="button"
            class="primary"
            onClick={() => void act(mergeWish([entity, chosen], name.value), told.merge(both))}
          >
            {words.mergeThese}
          </button>
          <button type="button" onClick={() => void act({ what: 'apart', entities }, told.apart(both))}>
            {words.apart}
          </button>
          <button type="button" onClick={() => (other.value = undefined)}>
            {messages.decisions.cancel}
          </button>
        </p>
      </>
    )
  }
  return (
    <>
      <input
        type="search"
        aria-label={words.mergeWith}
        placeholder={words.mergeWith}
        value={text.value}
        onInput={({ currentTarget }) => (text.value = currentTarget.value)}
      />
      {hits.value && (
        <ul class="choices">
          {hits.value.length === 0 && <li class="nil">{words.mergeNone}</li>}
          {hits.value.map((hit) => (
            <li key={hit.id}>
              <button type="button" onClick={() => (other.value = hit)}>
                <Shape family={familyOf(hit.type)} />
                {hit.name} <small>{messages.mentions(hit.mentions)}</small>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** Mentions listed for a split. */
const most = 200

function Split({ entity: { id, name, mentions }, act }: FormProps) {
  const explorer = useExplorer()
  const taken = useSignal<ReadonlySet<MentionRef>>(new Set())
  const called = useSignal('')
  const titles = new Map(explorer.documents.value.map((document) => [document.id, document.title ?? document.uri]))
  const byDocument = new Map<string, MentionRef[]>()
  for (const mention of mentions.slice(0, most)) {
    const list = byDocument.get(mention.document)
    if (list) list.push(mention)
    else byDocument.set(mention.document, [mention])
  }
  const set = (some: readonly MentionRef[], on: boolean) => {
    const next = new Set(taken.value)
    for (const one of some) on ? next.add(one) : next.delete(one)
    taken.value = next
  }
  const some = [...taken.value]
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const other = called.value.trim()
        const places = some.map(({ document, start, end }) => ({ document, start, end }))
        const said = told.split(name, some.length, other ? messages.decisions.log.as(other) : '')
        void act({ what: 'split', entity: id, mentions: places, ...(other && { name: other }) }, said)
      }}
    >
      <p>{words.splitHint}</p>
      <div class="mentions">
        {[...byDocument].map(([document, list]) => (
          <fieldset key={document}>
            <legend>
              <label>
                <input
                  type="checkbox"
                  checked={list.every((one) => taken.value.has(one))}
                  onChange={({ currentTarget }) => set(list, currentTarget.checked)}
                />{' '}
                {words.allOf(titles.get(document) ?? document)}
              </label>
            </legend>
            {list.map((one) => (
              <p key={one.start} class="row">
                <label>
                  <input
                    type="checkbox"
                    checked={taken.value.has(one)}
                    onChange={({ currentTarget }) => set([one], currentTarget.checked)}
                  />{' '}
                  {one.text}
                </label>
                <button type="button" class="link" onClick={() => explorer.open(one.document, one)}>
                  {messages.sentence(one.sentence)}
                </button>
              </p>
            ))}
          </fieldset>
        ))}
      </div>
      <p class="row">
        <input
          type="text"
          aria-label={words.splitName}
          placeholder={words.splitName}
          value={called.value}
          onInput={({ currentTarget }) => (called.value = currentTarget.value)}
        />
        <button type="submit" class="primary" disabled={some.length === 0 || some.length === mentions.length}>
          {words.splitOff(some.length)}
        </button>
      </p>
    </form>
  )
}
