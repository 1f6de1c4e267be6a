/**
 * What a reader does with pointers and wheel → what it means: a name or line chosen, hovered over, dragged; the picture
 * drawn along, nearer or farther.
 */
import type { Camera } from '../state/address.ts'
import type { How } from '../state/selecting.ts'
import type { Pin } from '../state/walk.ts'
import type { Point } from './curve.ts'
import type { Eye } from './eye.ts'
import { Lasso } from './lasso.ts'
import { lasting } from './motion.ts'

/** What the page makes of it. */
export interface Gestures {
  hover(name: number | undefined): void
  /** `also`: beside what is chosen already. */
  choose(what: { readonly name: number } | { readonly line: number } | undefined, also: boolean): void
  /** Names were drawn around. */
  lasso(names: readonly number[], how: How): void
  /** Whether a drag draws a lasso: the reader has asked for it. */
  isLassoing(): boolean
  /** A hand moves a name, to a point of the layout by now. */
  drag(name: number, at: Point): void
  /** A name was put somewhere by hand. */
  pin(name: number, pin: Pin): void
  /** What is seen has changed and come to rest; undefined: what was seen at first. */
  look(camera: Camera | undefined): void
}

type Found = { readonly name: number } | { readonly line: number } | undefined

/** What the picture knows, for who listens. */
export interface Touched {
  /** `reach`: pixels about the point that count. */
  under(point: Point, reach: number): Found
  /** To a point of the layout. */
  drag(name: number, to: Point): void
  drop(name: number): void
  /** Names within a line of the screen. */
  within(shape: readonly Point[]): readonly number[]
}

/** Pixels that the pointer may move within a click, and about which a finger finds something. */
const slack = { mouse: 3, touch: 10 }
/** A hand that let go within so many milliseconds of moving throws the picture on. */
const thrown = 60
const glide = 240
/** How much nearer a double click goes, and the turn of a wheel at most. */
const twice = 2.2
const mostTurn = 1.7

interface Hand {
  readonly found: Found
  readonly from: Point
  last: Point
  /** Pixels and milliseconds of the last move. */
  by: Point
  at: number
  moved: boolean
  /** What a drag draws, instead of drawing the picture along. */
  readonly lasso: Lasso | undefined
}

const nameIn = (found: Found): number | undefined => (found && 'name' in found ? found.name : undefined)

export function listen(container: HTMLElement, eye: Eye, touched: Touched, gestures: Gestures): void {
  const pointers = new Map<number, Point>()
  let hand: Hand | undefined
  let hovered: number | undefined

  const hover = (name: number | undefined) => {
    if (hovered === name) return
    hovered = name
    gestures.hover(name)
  }
  const pointOf = (event: MouseEvent): Point => {
    const box = container.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }
  const reachOf = ({ pointerType }: PointerEvent) => (pointerType === 'touch' ? slack.touch : slack.mouse)

  container.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return
    const point = pointOf(event)
    container.setPointerCapture(event.pointerId)
    pointers.set(event.pointerId, point)
    eye.go(eye.camera)
    // a second finger takes hold of the picture, not of a name
    if (pointers.size > 1 && hand) {
      hand.moved = true
      hand.lasso?.end()
      hand = { ...hand, lasso: undefined }
      return
    }
    const found = touched.under(point, reachOf(event))
    const draws = gestures.isLassoing() || (event.shiftKey && nameIn(found) === undefined)
    hand = { ...begun(point, found), lasso: draws ? new Lasso(container, point) : undefined }
  })
  container.addEventListener('pointermove', (event) => {
    const point = pointOf(event)
    if (!hand || !pointers.has(event.pointerId)) {
      const found = touched.under(point, slack.mouse)
      container.style.cursor = found ? 'pointer' : gestures.isLassoing() || event.shiftKey ? 'crosshair' : ''
      if (event.pointerType === 'mouse') hover(nameIn(found))
      return
    }
    const others = [...pointers].filter(([id]) => id !== event.pointerId)
    const [other] = others
    const before = pointers.get(event.pointerId)!
    pointers.set(event.pointerId, point)
    if (other) {
      pinch(eye, before, point, other[1])
      return
    }
    hand.moved ||= Math.hypot(point.x - hand.from.x, point.y - hand.from.y) > reachOf(event)
    if (!hand.moved) return
    if (hand.lasso) return hand.lasso.to(point)
    const name = nameIn(hand.found)
    const by = { x: point.x - hand.last.x, y: point.y - hand.last.y }
    if (name !== undefined) touched.drag(name, eye.toLayout(point))
    else eye.pull(by)
    const now = performance.now()
    const time = Math.max(1, now - hand.at)
    hand.by = { x: by.x / time, y: by.y / time }
    hand.last = point
    hand.at = now
  })
  const release = (event: PointerEvent) => {
    if (!pointers.delete(event.pointerId) || !hand) return
    const [left] = pointers.values()
    if (left) {
      // the finger that stays draws on from where it is
      hand = { ...begun(left, undefined), moved: true }
      return
    }
    const { found, moved, by, at, lasso } = hand
    hand = undefined
    const name = nameIn(found)
    const shape = lasso?.end()
    if (!moved) {
      if (event.type === 'pointerup') gestures.choose(found, event.shiftKey || event.ctrlKey || event.metaKey)
    } else if (shape) {
      if (event.type === 'pointerup') gestures.lasso(touched.within(shape), howOf(event))
    } else if (name !== undefined) touched.drop(name)
    else if (performance.now() - at < thrown && lasting(1))
      eye.pull({ x: (by.x * glide) / 2, y: (by.y * glide) / 2 }, glide)
  }
  container.addEventListener('pointerup', release)
  container.addEventListener('pointercancel', release)
  container.addEventListener('pointerleave', () => {
    if (!hand) hover(undefined)
  })
  container.addEventListener('dblclick', (event) => {
    const point = pointOf(event)
    if (nameIn(touched.under(point, slack.mouse)) === undefined) eye.zoom(twice, point, 200)
  })
  container.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault()
      const pixels = event.deltaY * (event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? 400 : 1)
      // a pinch on a pad comes as a wheel with Ctrl, in small steps
      const turn = Math.exp(-pixels * (event.ctrlKey ? 0.01 : 0.003))
      const factor = Math.max(1 / mostTurn, Math.min(mostTurn, turn))
      eye.zoom(factor, pointOf(event), Math.abs(pixels) < 40 ? 0 : 160)
    },
    { passive: false },
  )
}

/** Shift adds to what is chosen, Alt takes from it, with Shift or without. */
const howOf = ({ shiftKey, altKey }: PointerEvent): How => (altKey ? 'less' : shiftKey ? 'add' : 'new')

const begun = (from: Point, found: Found): Hand => ({
  found,
  from,
  last: from,
  by: { x: 0, y: 0 },
  at: 0,
  moved: false,
  lasso: undefined,
})

/** Two fingers, one of which has moved: the picture keeps under both. */
function pinch(eye: Eye, before: Point, after: Point, other: Point): void {
  const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y)
  const middle = { x: (after.x + other.x) / 2, y: (after.y + other.y) / 2 }
  eye.pull({ x: (after.x - before.x) / 2, y: (after.y - before.y) / 2 })
  eye.zoom(distance(after, other) / Math.max(1, distance(before, other)), middle)
}
