/**
 * The picture: ink on a canvas, with curved lines, shapes and words that do not collide (scene.ts, ink.ts); many at once
 * plainly (plain.ts). What takes longer than a frame is drawn piece by piece on a second canvas, while the picture that
 * was there follows the hand. What is drawn where is a function of what it is told: the same walk, pins and camera give
 * the same picture.
 */
import { messages } from '../messages/index.ts'
import type { Camera } from '../state/address.ts'
import { countOf, type Shown } from '../state/fits.ts'
import { type Places, placesOf } from '../state/places.ts'
import { boxOf } from './box.ts'
import { type Point, pointAt } from './curve.ts'
import { Eye, rounded, sameCamera, whole } from './eye.ts'
import { type Gestures, listen } from './gestures.ts'
import { ink, type Light, type Paper } from './ink.ts'
import { isWithin } from './lasso.ts'
import { type GraphModel, magnified } from './model.ts'
import { Motion } from './motion.ts'
import type { Palette } from './palette.ts'
import { type Arrangement, canLayOut, type LaidOut, layOut, pinAt, samePlaces, shareOf } from './plan.ts'
import { asPng, asSvg, type Caption, type Sheet } from './print.ts'
import { emptyScene, type Focus, type Prompt, type Scene, sceneOf, under, type View } from './scene.ts'
import { finish, slice } from './slices.ts'
import { lineText, nameText, promptText, type TextBlock } from './text.ts'

const nothingChosen: Focus = { lit: undefined, chosen: { names: new Set(), lines: new Set() } }

/** Below this size of the stage the layout keeps its own, and a part of it is seen. */
const smallestStage = { width: 600, height: 520 }
/** Pixels of the screen for one of the layout: below the first names no longer find room, at the second they do. */
const tooSmall = 0.62
const readable = 0.85
const fade = 220
const move = 420
/** The camera is at rest when it has not moved for so many milliseconds. */
const rest = 250

export class Picture {
  private readonly eye = new Eye(() => this.moved())
  /** What is seen; drawn anew, piece by piece, behind it, and meanwhile moved as it is. */
  private readonly front = document.createElement('canvas')
  private readonly back = document.createElement('canvas')
  private readonly probe = document.createElement('canvas').getContext('2d')!
  private readonly observer: ResizeObserver
  private readonly fading = new Motion()
  private readonly moving = new Motion()

  private model: GraphModel | undefined
  /** The model as it was given, before its shapes were made larger for a stage with fewer of them. */
  private plain: GraphModel | undefined
  private shown: Shown | undefined
  focus = nothingChosen
  private prompts: readonly Prompt[] = []
  private arrangement: Arrangement = { layout: 'map', placed: new Uint8Array(), pins: new Map() }
  private laidOut: LaidOut = { at: [], own: [], rooms: [], on: [], bounds: { left: 0, top: 0, right: 1, bottom: 1 } }
  /** The stage that it was made for. */
  private laidFor = { width: 0, height: 0 }
  /** Pixels of the layout, y downwards. */
  private at: Point[] = []
  /** From where the picture was seen at first. */
  private begun = whole
  private texts = new Map<string, TextBlock>()

  private scene: Scene = emptyScene
  /** From where the scene is seen. */
  private sceneFrom: View | undefined
  private drawing: { readonly view: View; readonly steps: Iterator<void, Scene> } | undefined
  private isWanted = false
  private frame = 0
  private resting: ReturnType<typeof setTimeout> | undefined
  private hovered: number | undefined
  /** The name that a hand is moving. */
  private dragged: number | undefined
  /** Whether forces move the names: then nothing else lays them out. */
  private isStreaming = false
  /** 0: all in full ink … 1: what is not lit is faint. */
  dim = 0

  constructor(
    private readonly container: HTMLElement,
    public palette: Palette,
    private readonly gestures: Gestures,
  ) {
    this.front.className = 'ink'
    container.append(this.front)
    this.measure()
    this.listen()
    this.observer = new ResizeObserver(() => this.resized())
    this.observer.observe(container)
  }

  /** The model as it is drawn. */
  get drawn(): GraphModel | undefined {
    return this.model
  }

  kill(): void {
    this.fading.stop()
    this.moving.stop()
    this.eye.stop()
    this.observer.disconnect()
    clearTimeout(this.resting)
    cancelAnimationFrame(this.frame)
    this.front.remove()
  }

  /** Takes a graph in and lays it out; seen from `camera`, else whole, or near by on a narrow stage. */
  show(model: GraphModel, shown: Shown, arrangement: Arrangement, camera: Camera | undefined): void {
    // a move that is under way would carry on with the names of the graph before
    this.moving.stop()
    this.isStreaming = false
    this.plain = model
    this.shown = shown
    this.lay(arrangement)
    this.fitBox()
    this.comeNear()
    if (camera) this.eye.go(camera)
    this.redraw()
  }

  /** On a narrow stage, where the whole would be too small to read, starts near the name that matters most. */
  private comeNear(): void {
    const { eye } = this
    const first = this.model!.byRank.find((index) => this.arrangement.placed[index])
    const isNarrow = eye.stage.width < smallestStage.width
    const isSmall = eye.wholeScale < tooSmall && canLayOut(this.laidOut.on.length)
    eye.go(first !== undefined && isNarrow && isSmall ? eye.over(this.at[first]!, eye.wholeScale / readable) : whole)
    this.begun = rounded(eye.camera)
  }

  /** Lays the same graph out anew; shapes move to their new places unless less motion is wished. */
  relay(arrangement: Arrangement, shown: Shown): void {
    const { arrangement: old, laidOut } = this
    this.isStreaming = false
    const before = this.at.map((p) => this.eye.toScreen(p))
    const stayed = new Set(laidOut.on)
    this.shown = shown
    this.lay(arrangement)
    const goal = this.at
    this.fitBox()
    if (!samePlaces(old, arrangement)) this.comeNear()
    const start = before.map((p) => this.eye.toLayout(p))
    this.moving.run(canLayOut(this.laidOut.on.length) ? move : 0, (progress) => {
      const eased = 1 - (1 - progress) ** 3
      this.at =
        progress === 1
          ? goal
          : goal.map((to, i) => {
              const from = stayed.has(i) ? start[i]! : to
              return { x: from.x + (to.x - from.x) * eased, y: from.y + (to.y - from.y) * eased }
            })
      this.redraw()
    })
  }

  /** Where the names are, and the room of each: what forces begin with. */
  standing(): Pick<LaidOut, 'at' | 'rooms'> & Pick<Arrangement, 'layout'> {
    return { at: this.at, rooms: this.laidOut.rooms, layout: this.arrangement.layout }
  }

  /** Whether a picture is being drawn: another would be begun in vain. */
  get isDrawing(): boolean {
    return this.drawing !== undefined || this.isWanted
  }

  /**
   * Shows the names at other places, but for one that a hand holds. The whole picture stays whole; who has come nearer
   * sees on from where they are.
   */
  stream(at: Point[]): void {
    this.isStreaming = true
    this.moving.stop()
    const held = this.dragged === undefined ? undefined : this.at[this.dragged]
    this.at = at
    if (held) this.at[this.dragged!] = held
    const box = boxOf({ ...this.laidOut, at: this.at }, this.eye.stage)
    if (sameCamera(rounded(this.eye.camera), whole)) this.eye.fit(box)
    else {
      this.eye.refit(box)
      this.moved()
    }
    this.redraw()
  }

  /** Pins of the same arrangement while forces move the names: what is pinned has its place already. */
  repin(arrangement: Arrangement): void {
    this.arrangement = arrangement
  }

  /** Where all names are, as a walk keeps it. */
  placesNow(): Places {
    const { laidOut, at, model } = this
    const shares = laidOut.on.map((index): [string, Point] => [
      model!.names[index]!.key,
      shareOf(at[index]!, laidOut.bounds),
    ])
    return placesOf(this.arrangement.layout, new Map(shares))
  }

  filter(shown: Shown): void {
    this.shown = shown
    this.redraw()
  }

  /** Gives the same names other sizes and colours. */
  dress(model: GraphModel): void {
    this.plain = model
    this.magnify()
    this.redraw()
  }

  setFocus(focus: Focus): void {
    const from = this.dim
    const to = focus.lit ? 1 : 0
    // on the way back to full ink what was lit stays lit
    this.focus = focus.lit ? focus : { ...focus, lit: this.focus.lit }
    this.fading.run(from === to ? 0 : fade, (progress) => {
      this.dim = from + (to - from) * progress
      if (progress === 1) this.focus = focus
      this.draw()
    })
  }

  setPrompts(prompts: readonly Prompt[]): void {
    this.prompts = prompts
    this.draw()
  }

  setPalette(palette: Palette): void {
    this.palette = palette
    this.texts.clear()
    this.redraw()
  }

  /** Looks at the picture from a place of an address. */
  lookFrom(camera: Camera | undefined): void {
    const goal = camera ?? this.begun
    if (!sameCamera(rounded(this.eye.heading), goal)) this.eye.go(goal, 300)
  }

  /** Moves the camera so that a name is in sight; nearer if it is far. */
  flyTo(name: number): void {
    if (!this.arrangement.placed[name]) return
    const at = this.screenOf(name)
    const { width, height } = this.eye.stage
    const isFar = this.scene.ink === 'far'
    if (at.x > 40 && at.y > 30 && at.x < width - 40 && at.y < height - 50 && !isFar) return
    this.eye.go(this.eye.over(this.at[name]!, isFar ? 0.12 : undefined), 400)
  }

  zoom(factor: number): void {
    if (factor === 0) this.eye.go(whole, 200)
    else this.eye.zoom(factor, undefined, 200)
  }

  /** Where a shape is, in pixels of the container. */
  screenOf(name: number): Point {
    return this.eye.toScreen(this.at[name]!)
  }

  /** A point on a line, in pixels of the container; undefined while it is not drawn. */
  pointOn(line: number): Point | undefined {
    const found = this.scene.lines.find((drawn) => drawn.index === line)
    return found && this.fromScene(pointAt(found.curve, 0.5))
  }

  /** The place of a name as a walk keeps it. */
  pinOf(name: number) {
    return pinAt(this.at[name]!, this.arrangement.layout, this.laidOut.bounds)
  }

  /** The picture as it is seen, as an image with its caption. */
  print(caption: Caption): Promise<Blob> {
    const view = this.view()
    return asPng((context) => {
      if (view) finish(ink({ context }, view, finish(sceneOf(view)), this))
    }, this.sheet(caption))
  }

  /** The same as SVG, all of it in ink, however much it is. */
  printSvg(caption: Caption): Blob {
    const view = this.view(true)
    return asSvg((context, path) => {
      if (view) finish(ink({ context, path }, view, finish(sceneOf(view)), this))
    }, this.sheet(caption))
  }

  private sheet(caption: Caption): Sheet {
    return { ...this.eye.stage, caption, palette: this.palette }
  }

  private lay(arrangement: Arrangement): void {
    this.arrangement = arrangement
    this.magnify()
    const { width, height } = (this.laidFor = this.eye.stage)
    // a phone sees a part of a picture that a desk sees whole
    const stage = {
      width: Math.max(smallestStage.width, width - 24),
      height: Math.max(smallestStage.height, height - 20),
    }
    this.laidOut = layOut(this.model!, arrangement, this.palette, stage)
    this.at = [...this.laidOut.at]
  }

  /** Shapes are as small as many of them must be; of few on the stage they are larger. */
  private magnify(): void {
    this.model = magnified(this.plain!, countOf(this.arrangement.placed))
    this.texts.clear()
  }

  /** Which part of the plane is the whole picture, so that a pixel of the layout is one of the screen. */
  private fitBox(): void {
    const { stage } = this.eye
    if (this.at.length && stage.width && stage.height) this.eye.fit(boxOf(this.laidOut, stage))
  }

  private measure(): void {
    this.eye.stage = { width: this.container.clientWidth, height: this.container.clientHeight }
  }

  private resized(): void {
    this.measure()
    const { width, height } = this.eye.stage
    if (this.laidFor.width === width && this.laidFor.height === height) return
    this.laidFor = this.eye.stage
    // phones turn, panes are drawn wider: the same layout would no longer fit
    if (this.model && !this.isStreaming) {
      this.moving.stop()
      this.lay(this.arrangement)
    }
    if (this.isStreaming) this.eye.fit(boxOf({ ...this.laidOut, at: this.at }, this.eye.stage))
    else this.fitBox()
    this.redraw()
  }

  /** The picture is another one: what was being drawn is of no use. */
  private redraw(): void {
    this.drawing = undefined
    this.draw()
  }

  private moved(): void {
    this.draw()
    clearTimeout(this.resting)
    this.resting = setTimeout(() => {
      const camera = rounded(this.eye.camera)
      this.gestures.look(sameCamera(camera, this.begun) ? undefined : camera)
    }, rest)
  }

  /** Draws with the next frame: at once if a frame is enough, else piece by piece, and then all over what was there. */
  private draw(): void {
    this.isWanted = true
    this.container.dataset['drawing'] = ''
    if (!this.frame) this.frame = requestAnimationFrame(() => this.drawSome())
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
    const view = this.view()
    if (!view) {
      this.scene = emptyScene
      return
    }
    const context = fresh(this.back, view)
    this.drawing = {
      view,
      steps: drawnOn({ context }, view, { focus: this.focus, dim: this.dim, palette: this.palette }),
    }
  }

  /** Shows what was drawn in the place of what was there. */
  private put(view: View, scene: Scene): void {
    this.drawing = undefined
    this.scene = scene
    this.sceneFrom = view
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
    const from = this.sceneFrom
    if (!from) return
    const { origin, scale } = this.eye
    const grown = scale / from.scale
    const [x, y] = [origin.x - from.origin.x * grown, origin.y - from.origin.y * grown]
    const isThere = Math.abs(grown - 1) < 1e-9 && Math.abs(x) < 1e-6 && Math.abs(y) < 1e-6
    this.front.style.transform = isThere ? '' : `matrix(${grown},0,0,${grown},${x},${y})`
  }

  private fromScene({ x, y }: Point): Point {
    const from = this.sceneFrom!
    return this.eye.toScreen({ x: (x - from.origin.x) / from.scale, y: (y - from.origin.y) / from.scale })
  }

  private toScene(point: Point): Point {
    const from = this.sceneFrom!
    const { x, y } = this.eye.toLayout(point)
    return { x: from.origin.x + x * from.scale, y: from.origin.y + y * from.scale }
  }

  private view(allInk = false): View | undefined {
    const { eye, model, shown, focus, hovered, prompts, at, dim } = this
    const { width, height } = eye.stage
    if (!model || !shown || !width || !height) return undefined
    const bold = (name: number) => !focus.lit || dim < 0.5 || focus.lit.names.has(name)
    const { origin, scale } = eye
    // a shape is as large as it was when the drawing began, whatever the camera does meanwhile
    const radius = eye.radius(1)
    return {
      ...{ model, shown, focus, hovered, prompts, at, origin, scale, width, height, allInk },
      thinnest: 1 / (devicePixelRatio || 1),
      radius: (size) => size * radius,
      nameText: (index, rank) =>
        this.cached(`n${index} ${bold(index)}`, () => nameText(model.names[index]!, rank, bold(index), this.palette)),
      promptText: () => this.cached('prompt', () => promptText(messages.links['prompted by'], this.palette)),
      lineText: (index, strong) =>
        this.cached(`l${index} ${strong}`, () => lineText(model.lines[index]!, strong, this.palette)),
    }
  }

  private cached(key: string, make: () => TextBlock): TextBlock {
    let text = this.texts.get(key)
    if (!text) this.texts.set(key, (text = make()))
    return text
  }

  private listen(): void {
    const touched = {
      under: (point: Point, reach: number) =>
        this.sceneFrom && under(this.sceneFrom, this.scene, this.toScene(point), reach),
      drag: (name: number, to: Point) => {
        this.dragged = name
        this.at[name] = to
        this.gestures.drag(name, to)
        this.draw()
      },
      within: (shape: readonly Point[]) =>
        this.laidOut.on.filter((name) => this.shown?.names[name] && isWithin(this.screenOf(name), shape)),
      drop: (name: number) => {
        this.dragged = undefined
        this.gestures.pin(name, this.pinOf(name))
      },
    }
    const hover = (name: number | undefined) => {
      this.hovered = name
      this.gestures.hover(name)
    }
    listen(this.container, this.eye, touched, { ...this.gestures, hover })
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

function* drawnOn(paper: Paper, view: View, light: Light): Generator<void, Scene> {
  const scene = yield* sceneOf(view)
  yield* ink(paper, view, scene, light)
  return scene
}
