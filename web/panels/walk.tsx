/** The strip on the picture for walking: undo and redo, what can be done from the chosen name, and the way to another. */
import { Redo2, Undo2 } from 'lucide'
import { useEffect } from 'preact/hooks'
import { type WayKind, wayKinds } from '../../src/model/index.ts'
import { nameOf } from '../graph/model.ts'
import { messages } from '../messages/index.ts'
import { type Explorer, useExplorer } from '../state/explorer.ts'
import { namesOf } from '../state/selecting.ts'
import { isWalked } from '../state/walk.ts'
import {
  collapse,
  expand,
  findWay,
  hanging,
  hide,
  isOnStage,
  isPart,
  onlyAround,
  togglePin,
  unseen,
  way,
} from '../state/walking.ts'
import { IconButton } from './icon.tsx'
import { FromMany } from './many.tsx'

const words = messages.walk

export function WalkStrip() {
  const explorer = useExplorer()
  const { place, steps, model } = explorer
  const { walk, selection } = place.value
  // a name that is not in the part of the graph that the page has can be brought in
  const isKnown = model.value && selection && model.value.nameByKey.has(selection.id)
  const key = isKnown || (selection?.kind === 'name' && model.value?.whole) ? selection?.id : undefined
  useEffect(() => {
    // the second name of a way is the next one that is chosen, wherever it is chosen
    const { from, to } = way.value ?? {}
    if (from && !to && key && key !== from) void findWay(explorer, { from, to: key }, 'shortest')
  }, [key])
  if (!model.value) return null
  return (
    <div class="walk" role="toolbar" aria-label={words.label}>
      <IconButton
        node={Undo2}
        label={words.undo}
        title={words.undoKey}
        disabled={!steps.value.past.length}
        onClick={() => explorer.walk({ do: 'undo' })}
      />
      <IconButton
        node={Redo2}
        label={words.redo}
        title={words.redoKey}
        disabled={!steps.value.future.length}
        onClick={() => explorer.walk({ do: 'redo' })}
      />
      {isWalked(walk) && (
        <button type="button" title={words.allKey} onClick={() => explorer.walk({ do: 'all' })}>
          {words.all}
        </button>
      )}
      <hr />
      {way.value ? (
        <WayBetween />
      ) : selection?.kind === 'names' ? (
        <FromMany names={namesOf(selection)} />
      ) : key ? (
        <FromName name={key} />
      ) : (
        <p>{words.hint}</p>
      )}
    </div>
  )
}

function FromName({ name }: { readonly name: string }) {
  const explorer = useExplorer()
  const coming = unseen(explorer, name).length
  const part = isPart(explorer)
  const going = hanging(explorer, name).length
  const on = isOnStage(explorer, name)
  const pinned = explorer.place.value.walk.pins.has(name)
  return (
    <>
      {on ? (
        <button
          type="button"
          title={words.expandKey}
          disabled={!coming && !part}
          onClick={() => void expand(explorer, [name])}
        >
          {words.expand}
          {coming > 0 && <small> +{coming.toLocaleString('en')}</small>}
        </button>
      ) : (
        <button type="button" onClick={() => explorer.walk({ do: 'show', names: [name] })}>
          {words.bringIn}
        </button>
      )}
      <button type="button" title={words.collapseKey} disabled={!going} onClick={() => collapse(explorer, name)}>
        {words.collapse}
        {going > 0 && <small> −{going.toLocaleString('en')}</small>}
      </button>
      <button type="button" title={words.hideKey} disabled={!on} onClick={() => hide(explorer, [name])}>
        {words.hide}
      </button>
      <button
        type="button"
        title={words.pinKey}
        disabled={!on}
        aria-pressed={pinned}
        onClick={() => togglePin(explorer, name)}
      >
        {pinned ? words.unpin : words.pin}
      </button>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame */}
      <span role="group" aria-label={words.around}>
        {words.around}
        {[1, 2, 3].map((steps) => (
          <button
            key={steps}
            type="button"
            aria-label={words.steps(steps)}
            title={words.stepsKey(steps)}
            onClick={() => void onlyAround(explorer, name, steps)}
          >
            {steps}
          </button>
        ))}
      </span>
      <button type="button" title={words.wayKey} onClick={() => startWay(explorer)}>
        {words.way}
      </button>
    </>
  )
}

/** From the chosen name to the one that is chosen next. */
function startWay({ place, model, said }: Explorer): void {
  const { selection } = place.value
  const name = selection && nameOf(model.value, selection.id)
  if (!name) return
  way.value = { from: name.key }
  said.value = words.chooseSecond(name.label)
}

function WayBetween() {
  const explorer = useExplorer()
  const { from, to, kind, count } = way.value!
  const label = (key: string) => nameOf(explorer.model.value, key)?.label ?? ''
  return (
    <>
      <span class="between" title={to && words.between(label(from), label(to))}>
        {to ? words.between(label(from), label(to)) : words.chooseSecond(label(from))}
      </span>
      {to &&
        wayKinds.map((name: WayKind) => (
          <button
            key={name}
            type="button"
            aria-pressed={kind === name}
            onClick={() => void findWay(explorer, { from, to }, name)}
          >
            {words.ways[name]}
            {kind === name && <small> {count ? words.wayNames(count) : words.noWay}</small>}
          </button>
        ))}
      <button type="button" onClick={() => (way.value = undefined)}>
        {to ? words.done : words.cancel}
      </button>
    </>
  )
}

/** The keys of walking; whether it was one of them. Keys with Ctrl or Cmd take steps back and forth. */
export function pressWalk(event: KeyboardEvent, explorer: Explorer): boolean {
  const key = event.key.toLowerCase()
  if (event.altKey) return false
  if (event.ctrlKey || event.metaKey) {
    const back = key === 'z' && !event.shiftKey
    const forth = (key === 'z' && event.shiftKey) || key === 'y'
    if (back || forth) explorer.walk({ do: back ? 'undo' : 'redo' })
    return back || forth
  }
  if (key === 'a' && isWalked(explorer.place.value.walk)) {
    explorer.walk({ do: 'all' })
    return true
  }
  if (key === 'escape' && way.value) {
    way.value = undefined
    return true
  }
  const name = explorer.place.value.selection?.id
  if (!name || (!explorer.model.value?.nameByKey.has(name) && !isPart(explorer))) return false
  const acts: Record<string, () => void> = {
    x: () => void expand(explorer, [name]),
    c: () => collapse(explorer, name),
    h: () => hide(explorer, [name]),
    p: () => togglePin(explorer, name),
    w: () => startWay(explorer),
    1: () => void onlyAround(explorer, name, 1),
    2: () => void onlyAround(explorer, name, 2),
    3: () => void onlyAround(explorer, name, 3),
  }
  acts[key]?.()
  return key in acts
}
