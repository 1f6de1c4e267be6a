/**
 * Forces that move the names before the reader's eyes: begun, paused and ended; what they come to is a step of the walk,
 * kept and taken back like any other.
 */
import { batch, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Point } from '../graph/curve.ts'
import type { Start } from '../graph/forces/field.ts'
import type { Mover } from '../graph/forces/run.ts'
import { defaults, type ForceSettings } from '../graph/forces/settings.ts'
import { lasting } from '../graph/motion.ts'
import { canLayOut } from '../graph/plan.ts'
import { messages } from '../messages/index.ts'
import type { Explorer } from './explorer.ts'
import type { Step } from './walk.ts'

type Phase = 'idle' | 'running' | 'paused'

/** Why they paused of themselves: all had come to rest, or they had been at it long enough. */
type Ended = 'settled' | 'time'

export interface Forces {
  readonly phase: ReadonlySignal<Phase>
  readonly ended: ReadonlySignal<Ended | undefined>
  /** For how long they have run, whole seconds. */
  readonly seconds: ReadonlySignal<number>
  readonly settings: Signal<ForceSettings>
  /** Begins, goes on, or pauses. */
  toggle(): void
  /** Ends it; the names stay where they have come to. */
  stop(): void
  /** A hand moves a name while they run. */
  drag(name: number, at: Point): void
}

/** Seconds at a time. */
const longest = 60
/** Steps for each picture of a few names. */
const stepsAtOnce = 2
/** Steps of the walk that leave the run as it is. */
const harmless: ReadonlySet<Step['do']> = new Set(['pin', 'pins', 'unpin', 'move', 'hide'])

export function createForces(explorer: Explorer, mover: Mover): Forces {
  const { model, shown, place } = explorer
  const phase = signal<Phase>('idle')
  const ended = signal<Ended | undefined>(undefined)
  const seconds = signal(0)
  const settings = signal(defaults)
  /** `Name.index` by place in the field, and back. */
  let members: readonly number[] = []
  let placeOf = new Map<number, number>()
  /** What the field was begun with: with anything else it must be begun anew. */
  let begun: readonly unknown[] = []
  let fastened = new Set<number>()
  let at: Float32Array | undefined
  let turn = 0

  const now = () => {
    const { walk, layout } = place.peek()
    return [model.peek(), shown.peek(), layout, walk.places, walk.pins]
  }
  const pinned = () => {
    const { layout } = explorer.picture.peek()!.standing()
    const { pins } = place.peek().walk
    return members.filter((name) => pins.get(model.peek()!.names[name]!.key)?.layout === layout)
  }
  const begin = () => {
    const { start, names } = startOf(explorer)
    members = names
    placeOf = new Map(names.map((name, i) => [name, i]))
    fastened = new Set(pinned())
    for (const name of fastened) start.fixed[placeOf.get(name)!] = 1
    mover.begin(start, settings.peek())
    begun = now()
    at = undefined
  }
  /** Shows where the names are now. */
  const show = () => {
    const picture = explorer.picture.peek()
    if (!picture || !at) return
    const points = [...picture.standing().at]
    members.forEach((name, i) => {
      points[name] = { x: at![2 * i]!, y: at![2 * i + 1]! }
    })
    picture.stream(points)
  }
  const pause = (why?: Ended) => {
    if (phase.peek() !== 'running') return
    turn++
    show()
    batch(() => {
      phase.value = 'paused'
      ended.value = why
      const picture = explorer.picture.peek()
      if (picture && at) explorer.walk({ do: 'move', places: picture.placesNow() })
    })
    begun = now()
    explorer.said.value = messages.pulled.state('paused', seconds.peek(), why)
  }
  const run = async () => {
    const mine = ++turn
    const isSeen = lasting(1) > 0
    let last = performance.now()
    let spent = 0
    const before = seconds.peek()
    while (mine === turn) {
      // what is seen moves no faster than the eye can follow
      if (isSeen) await new Promise((resolve) => requestAnimationFrame(resolve))
      const pulled = await mover.next(isSeen ? stepsAtOnce : Number.MAX_SAFE_INTEGER)
      if (mine !== turn) return
      if (pulled.at.length === members.length * 2) at = pulled.at
      const time = performance.now()
      // a page that sleeps does not count
      spent += Math.min(1000, time - last) / 1000
      last = time
      seconds.value = before + Math.floor(spent)
      if (isSeen && !explorer.picture.peek()?.isDrawing) show()
      if (pulled.settled) pause('settled')
      else if (spent >= longest) pause('time')
    }
  }
  const start = () => {
    if (!model.peek() || !shown.peek()?.nameCount || !explorer.picture.peek()) return
    const wanted = now()
    if (phase.peek() === 'idle') seconds.value = 0
    if (phase.peek() === 'idle' || wanted.some((one, i) => one !== begun[i])) begin()
    batch(() => {
      phase.value = 'running'
      ended.value = undefined
    })
    explorer.said.value = messages.pulled.state('running', seconds.peek())
    run().catch((error) => {
      phase.value = 'idle'
      explorer.fail(error)
    })
  }

  explorer.beforeWalk.add((step) => {
    if (!harmless.has(step.do)) pause()
  })
  effect(() => {
    const [graph, visible, { layout }] = [model.value, shown.value, place.value]
    if (phase.peek() !== 'running') return
    if (graph !== begun[0] || layout !== begun[2]) {
      // another picture: what has moved is not in it
      turn++
      phase.value = 'idle'
    } else if (visible && visible !== begun[1]) begin()
  })
  effect(() => {
    void place.value.walk.pins
    if (phase.peek() !== 'running') return
    const next = new Set(pinned())
    const points = explorer.picture.peek()!.standing().at
    for (const name of next) if (!fastened.has(name)) mover.hold(placeOf.get(name)!, points[name]!.x, points[name]!.y)
    for (const name of fastened) if (!next.has(name)) mover.hold(placeOf.get(name)!, undefined, undefined)
    fastened = next
  })
  effect(() => {
    const wanted = settings.value
    if (phase.peek() !== 'idle') mover.set(wanted)
  })

  return {
    phase,
    ended,
    seconds,
    settings,
    toggle: () => (phase.peek() === 'running' ? pause() : start()),
    stop: () => {
      pause()
      phase.value = 'idle'
      explorer.said.value = messages.pulled.over
    },
    drag: (name, { x, y }) => {
      const member = placeOf.get(name)
      if (phase.peek() === 'running' && member !== undefined) mover.hold(member, x, y)
    },
  }
}

/** What is shown, as forces take it. */
function startOf({ model, shown, picture }: Explorer): { start: Start; names: number[] } {
  const graph = model.peek()!
  const visible = shown.peek()!
  const { at, rooms } = picture.peek()!.standing()
  const names = graph.names.flatMap(({ index }) => (visible.names[index] ? [index] : []))
  const member = new Map(names.map((name, i) => [name, i]))
  const weights = new Map<number, number>()
  for (const { index, source, target, weight } of graph.lines) {
    const [a, b] = [member.get(source), member.get(target)]
    if (!visible.lines[index] || a === undefined || b === undefined || a === b) continue
    const key = Math.min(a, b) * names.length + Math.max(a, b)
    weights.set(key, (weights.get(key) ?? 0) + weight)
  }
  const room = canLayOut(names.length)
    ? ({ left, right, above, below }: (typeof rooms)[number]) => (left + right + above + below) / 4
    : ({ left }: (typeof rooms)[number]) => left + 1
  return {
    names,
    start: {
      at: Float32Array.from(names.flatMap((name) => [at[name]!.x, at[name]!.y])),
      radii: Float32Array.from(names, (name) => room(rooms[name]!)),
      fixed: new Uint8Array(names.length),
      ends: Int32Array.from([...weights.keys()].flatMap((key) => [Math.floor(key / names.length), key % names.length])),
      weights: Float32Array.from(weights.values()),
    },
  }
}

const ForcesContext = createContext<Forces | undefined>(undefined)
export const ForcesProvider = ForcesContext.Provider
export const useForces = (): Forces => useContext(ForcesContext)!
