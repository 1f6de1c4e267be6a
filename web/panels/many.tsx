/** Several names chosen at once: the lasso's button, the list of them with what can be done, and their keys. */
import { useSignal } from '@preact/signals'
import { LassoSelect, X } from 'lucide'
import { type GraphModel, type Name, nameOf } from '../graph/model.ts'
import { shapeKey } from '../graph/shapes.ts'
import { messages } from '../messages/index.ts'
import { mergeWish, useDesk } from '../state/decisions.ts'
import { type Explorer, useExplorer } from '../state/explorer.ts'
import { chooseNames, chooseNeighbours, chooseShown, exporting, lassoing, namesOf } from '../state/selecting.ts'
import { expand, hide, togglePins } from '../state/walking.ts'
import { Icon, IconButton } from './icon.tsx'
import { Shape } from './signs.tsx'

const words = messages.many
const walkWords = messages.walk

export const LassoButton = () => (
  <button
    type="button"
    class="lasso-button"
    aria-pressed={lassoing.value}
    title={words.lassoKey}
    onClick={() => (lassoing.value = !lassoing.value)}
  >
    <Icon node={LassoSelect} /> {words.lasso}
  </button>
)

/** Names listed at a time. */
const atOnce = 12

const known = (model: GraphModel | undefined, keys: readonly string[]): Name[] =>
  keys.flatMap((key) => nameOf(model, key) ?? [])

interface ManyProps {
  readonly names: readonly string[]
  readonly statements: number
}

/** The head of the evidence among several names. */
export function Many({ names: keys, statements }: ManyProps) {
  const explorer = useExplorer()
  const limit = useSignal(atOnce)
  const merging = useSignal(false)
  const names = known(explorer.model.value, keys)
  const left = names.length - limit.value
  return (
    <>
      <header>
        <h2>{words.title(names.length)}</h2>
        <p class="sub">{words.among(statements)}</p>
      </header>
      <ul class="many" aria-label={words.list}>
        {names.slice(0, limit.value).map((name) => (
          <li key={name.key}>
            <button type="button" class="plain" onClick={() => explorer.select({ kind: 'name', id: name.key })}>
              <Shape family={shapeKey(name)} /> <span>{name.label}</span>
              <small>{words.counts(name.statements.length)}</small>
            </button>
            <IconButton
              node={X}
              label={words.take(name.label)}
              title={words.take(name.label)}
              onClick={() => chooseNames(explorer, [name.key], 'less')}
            />
          </li>
        ))}
      </ul>
      {left > 0 && (
        <button type="button" class="link" onClick={() => (limit.value += 10 * atOnce)}>
          {messages.more(left)}
        </button>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame */}
      <p class="many-tools" role="group" aria-label={words.tools}>
        <button
          type="button"
          onClick={() => {
            exporting.value = 'chosen'
            document.getElementById('export-menu')?.showPopover()
          }}
        >
          {words.exportThese}
        </button>
        {explorer.project.value?.editable === true && (
          <button type="button" aria-expanded={merging.value} onClick={() => (merging.value = !merging.value)}>
            {words.merge}
          </button>
        )}
        <button type="button" onClick={() => explorer.select(undefined)}>
          {words.clear}
        </button>
      </p>
      {merging.value && <MergeMany names={names} />}
    </>
  )
}

function MergeMany({ names }: { readonly names: readonly Name[] }) {
  const explorer = useExplorer()
  const desk = useDesk()
  const things = names
    .filter(({ kind }) => kind === 'entity')
    .sort((a, b) => b.mentions - a.mentions || a.index - b.index)
    .map(({ key, label }) => ({ id: key, name: label }))
  const name = useSignal(things[0]?.name ?? '')
  if (things.length < 2) return <p class="nil">{words.mergeFew}</p>
  const merge = async () => {
    const said = messages.decisions.log.what.merge(things.map((thing) => thing.name).join(', '))
    if (await desk.decide([mergeWish(things, name.value)], said)) explorer.select({ kind: 'name', id: things[0]!.id })
  }
  return (
    <form
      class="many-tools"
      onSubmit={(event) => {
        event.preventDefault()
        void merge()
      }}
    >
      <label>
        {words.mergeAs}{' '}
        <input type="text" value={name.value} onInput={({ currentTarget }) => (name.value = currentTarget.value)} />
      </label>
      <button type="submit" class="primary" disabled={desk.busy.value}>
        {words.mergeNow(things.length)}
      </button>
    </form>
  )
}

/** On the strip for walking: from several names. */
export function FromMany({ names }: { readonly names: readonly string[] }) {
  const explorer = useExplorer()
  const { pins } = explorer.place.value.walk
  const pinned = names.every((name) => pins.has(name))
  const buttons = [
    [walkWords.expand, words.expandKey, () => void expand(explorer, names)],
    [words.neighbours, words.neighboursKey, () => chooseNeighbours(explorer)],
    [words.only, words.onlyKey, () => explorer.walk({ do: 'only', names })],
    [walkWords.hide, words.hideKey, () => hide(explorer, names)],
    [pinned ? walkWords.unpin : walkWords.pin, words.pinKey, () => togglePins(explorer, names)],
  ] as const
  return (
    <>
      <span>{words.title(names.length)}</span>
      {buttons.map(([name, title, act]) => (
        <button key={title} type="button" title={title} onClick={act}>
          {name}
        </button>
      ))}
    </>
  )
}

/** The keys for several names; whether it was one of them. */
export function pressMany(event: KeyboardEvent, explorer: Explorer): boolean {
  const key = event.key.toLowerCase()
  if (event.altKey) return false
  if (event.ctrlKey || event.metaKey) {
    if (key !== 'a' || event.shiftKey) return false
    chooseShown(explorer)
    return true
  }
  const { selection, tab } = explorer.place.value
  const names = namesOf(selection)
  if (tab === 'review') return false
  const acts: Record<string, () => void> = {
    s: () => (lassoing.value = !lassoing.value),
    ...(names.length > 0 && { m: () => chooseNeighbours(explorer) }),
    ...(selection?.kind === 'names' && {
      x: () => void expand(explorer, names),
      h: () => hide(explorer, names),
      p: () => togglePins(explorer, names),
      k: () => explorer.walk({ do: 'only', names }),
    }),
  }
  acts[key]?.()
  return key in acts
}
