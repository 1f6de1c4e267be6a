/** What a reader does with the pointer → what it means: a name or line chosen, hovered over, dragged. */
import type Sigma from 'sigma'
import type { Camera } from '../state/address.ts'
import type { Pin } from '../state/walk.ts'
import type { Point } from './curve.ts'

/** What the page makes of it. */
export interface Gestures {
  hover(name: number | undefined): void
  choose(what: { readonly name: number } | { readonly line: number } | undefined): void
  /** A name was put somewhere by hand. */
  pin(name: number, pin: Pin): void
  /** What is seen has changed and come to rest; undefined: what was seen at first. */
  look(camera: Camera | undefined): void
}

/** What the picture knows, for who listens. */
export interface Touched {
  nameOf(key: string): number
  under(point: Point): { name: number } | { line: number } | undefined
  drag(name: number, to: Point): void
  drop(name: number): void
}

/** The camera is at rest when it has not moved for so many milliseconds. */
const rest = 250

/** Pixels that the pointer may move within a click. */
const slack = 3

export function listen(sigma: Sigma, container: HTMLElement, touched: Touched, gestures: Gestures): void {
  let hovered: number | undefined
  let dragged: { readonly name: number; readonly from: Point; moved: boolean } | undefined
  const hover = (name: number | undefined) => {
    if (dragged || hovered === name) return
    hovered = name
    container.style.cursor = name === undefined ? '' : 'pointer'
    gestures.hover(name)
  }
  sigma.on('clickNode', ({ node }) => gestures.choose({ name: touched.nameOf(node) }))
  sigma.on('clickStage', ({ event }) => gestures.choose(touched.under(event)))
  sigma.on('enterNode', ({ node }) => hover(touched.nameOf(node)))
  sigma.on('leaveNode', () => hover(undefined))
  sigma.on('doubleClickNode', ({ preventSigmaDefault }) => preventSigmaDefault())
  sigma.on('downNode', ({ node, event }) => {
    dragged = { name: touched.nameOf(node), from: { x: event.x, y: event.y }, moved: false }
    event.original.preventDefault()
  })
  sigma.on('moveBody', ({ event, preventSigmaDefault }) => {
    if (!dragged) return
    preventSigmaDefault()
    const { from, name } = dragged
    dragged.moved ||= Math.hypot(event.x - from.x, event.y - from.y) > slack
    if (dragged.moved) touched.drag(name, sigma.viewportToGraph(event))
  })
  const drop = () => {
    const done = dragged
    dragged = undefined
    if (done?.moved) touched.drop(done.name)
  }
  sigma.on('upNode', drop)
  sigma.on('upStage', drop)
  container.addEventListener('pointermove', (event) => {
    if (dragged || hovered !== undefined) return
    const box = container.getBoundingClientRect()
    const found = touched.under({ x: event.clientX - box.left, y: event.clientY - box.top })
    container.style.cursor = found ? 'pointer' : ''
  })
  container.addEventListener('pointerleave', () => hover(undefined))

  let resting: ReturnType<typeof setTimeout> | undefined
  sigma.getCamera().on('updated', () => {
    clearTimeout(resting)
    resting = setTimeout(() => gestures.look(seen(sigma)), rest)
  })
}

/** What is seen, as shares of the whole picture. */
export function seen(sigma: Sigma): Camera {
  const { x, y, ratio } = sigma.getCamera().getState()
  return { x: +x.toFixed(4), y: +y.toFixed(4), ratio: +ratio.toFixed(4) }
}

export const sameCamera = (a: Camera, b: Camera): boolean => a.x === b.x && a.y === b.y && a.ratio === b.ratio
