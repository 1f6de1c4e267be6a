/**
 * What is to be seen → ink on a canvas: with the next frame where that is enough, else piece by piece on a second canvas,
 * while the picture that was there follows the hand.
 */
import { type Point, pointAt } from './curve.ts'
import type { Eye } from './eye.ts'
import { ink, type Light, type Paper } from './ink.ts'
import { emptyScene, type Scene, sceneOf, under, type View } from './scene.ts'
import { slice } from './slices.ts'

/** What is to be seen now. */
interface Seen {
  /** Undefined while there is nothing. */
  view(): View | undefined
  light(): Light
}

export class Screen {
  /** What is seen; drawn anew, piece by piece, behind it, and meanwhile moved as it is. */
  private readonly front = document.createElement('canvas')
  private readonly back = document.createElement('canvas')
  private readonly probe = document.createElement('canvas').getContext('2d')!

  private scene: Scene = emptyScene
  /** From where the scene is seen. */
  private from: View | undefined
  private drawing: { readonly view: View; readonly steps: Iterator<void, Scene> } | undefined
  private isWanted = false
  private frame = 0

  constructor(
    private readonly container: HTMLElement,
    private readonly eye: Eye,
    private readonly seen: Seen,
  ) {
    this.front.className = 'ink'
    container.append(this.front)
  }

  remove(): void {
    cancelAnimationFrame(this.frame)
    this.front.remove()
  }

  /** Whether a picture is being drawn: another would be begun in vain. */
  get isDrawing(): boolean {
    return this.drawing !== undefined || this.isWanted
  }

  /** Whether names are plain discs, for there are many in sight. */
  get isFar(): boolean {
    return this.scene.ink === 'far'
  }

  /** Draws with the next frame: at once if a frame is enough, else piece by piece, and then all over what was there. */
  draw(): void {
    this.isWanted = true
    this.container.dataset['drawing'] = ''
    if (!this.frame) this.frame = requestAnimationFrame(() => this.drawSome())
  }

  /** The picture is another one: what was being drawn is of no use. */
  redraw(): void {
    this.drawing = undefined
    this.draw()
  }

  /** What was drawn about a point of the container, within so many pixels. */
  under(point: Point, reach: number): ReturnType<typeof under> {
    return this.from && under(this.from, this.scene, this.toScene(point), reach)
  }

  /** A point on a line, in pixels of the container; undefined while it is not drawn. */
  pointOn(line: number): Point | undefined {
    const found = this.scene.lines.find((drawn) => drawn.index === line)
    return found && this.fromScene(pointAt(found.curve, 0.5))
  }

  private drawSome(): void {
    this.frame = 0
    if (!this.drawing) this.begin()
    if (this.drawing) {
      const done = slice(this.drawing.steps, () => this.settle())
      if (done) this.put(this.drawing.view, done.result)
    }
    this.hang()
    if (this.drawing || this.isWanted) this.frame = requestAnimationFrame(() => this.drawSome())
    else delete this.container.dataset['drawing']
  }

  /** A canvas draws when it is looked at: that is done now, rather than all at once in the end. */
  private settle(): void {
    this.probe.drawImage(this.back, 0, 0, 1, 1, 0, 0, 1, 1)
  }

  private begin(): void {
    this.isWanted = false
    const view = this.seen.view()
    if (!view) {
      this.scene = emptyScene
      return
    }
    const context = fresh(this.back, view)
    this.drawing = { view, steps: drawnOn({ context }, view, this.seen.light()) }
  }

  /** Shows what was drawn in the place of what was there. */
  private put(view: View, scene: Scene): void {
    this.drawing = undefined
    this.scene = scene
    this.from = view
    const { front, back } = this
    if (front.width !== back.width || front.height !== back.height) {
      front.width = back.width
      front.height = back.height
      front.style.width = `${view.width}px`
      front.style.height = `${view.height}px`
    }
    const context = front.getContext('2d')!
    context.globalCompositeOperation = 'copy'
    context.drawImage(back, 0, 0)
    this.container.dataset['ink'] = scene.ink
  }

  /** Moves what was drawn to where it is seen now. */
  private hang(): void {
    const { from } = this
    if (!from) return
    const { origin, scale } = this.eye
    const grown = scale / from.scale
    const [x, y] = [origin.x - from.origin.x * grown, origin.y - from.origin.y * grown]
    const isThere = Math.abs(grown - 1) < 1e-9 && Math.abs(x) < 1e-6 && Math.abs(y) < 1e-6
    this.front.style.transform = isThere ? '' : `matrix(${grown},0,0,${grown},${x},${y})`
  }

  private fromScene({ x, y }: Point): Point {
    const from = this.from!
    return this.eye.toScreen({ x: (x - from.origin.x) / from.scale, y: (y - from.origin.y) / from.scale })
  }

  private toScene(point: Point): Point {
    const from = this.from!
    const { x, y } = this.eye.toLayout(point)
    return { x: from.origin.x + x * from.scale, y: from.origin.y + y * from.scale }
  }
}

/** A canvas of the size of a view, empty, in pixels of the screen. */
function fresh(canvas: HTMLCanvasElement, { width, height }: View): CanvasRenderingContext2D {
  const ratio = devicePixelRatio || 1
  canvas.width = Math.round(width * ratio)
  canvas.height = Math.round(height * ratio)
  const context = canvas.getContext('2d')!
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  return context
}

/** Draws a view, in steps; what it came to. */
export function* drawnOn(paper: Paper, view: View, light: Light): Generator<void, Scene> {
  const scene = yield* sceneOf(view)
  yield* ink(paper, view, scene, light)
  return scene
}
