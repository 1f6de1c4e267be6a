/**
 * The picture: what is where, and from where it is seen; drawn by screen.ts, with curved lines, shapes and words that do
 * not collide (scene.ts, ink.ts), many at once plainly (plain.ts). What is drawn where is a function of what it is told:
 * the same walk, pins and camera give the same picture.
 */
import { messages } from '../messages/index.ts'
import type { Camera } from '../state/address.ts'
import { countOf, type Shown } from '../state/fits.ts'
import { type Places, placesOf } from '../state/places.ts'
import { boxOf } from './box.ts'
import type { Point } from './curve.ts'
import { Eye, rounded, sameCamera, whole } from './eye.ts'
import { type Gestures, listen } from './gestures.ts'
import type { Light } from './ink.ts'
import { isWithin } from './lasso.ts'
import { type GraphModel, magnified } from './model.ts'
import { Motion } from './motion.ts'
import type { Palette } from './palette.ts'
import { type Arrangement, canLayOut, type LaidOut, layOut, pinAt, samePlaces, shareOf } from './plan.ts'
import { asPng, asSvg, type Caption, type Sheet } from './print.ts'
import type { Focus, Prompt, View } from './scene.ts'
import { drawnOn, Screen } from './screen.ts'
import { finish } from './slices.ts'
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
  private readonly screen: Screen
  private readonly observer: ResizeObserver
  private readonly fading = new Motion()
  private readonly moving = new Motion()

  private model: GraphModel | undefined
  /** The model as it was given, before its shapes were made larger for a stage with fewer of them. */
  private plain: GraphModel | undefined
  private shown: Shown | undefined
  private focus = nothingChosen
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

  private resting: ReturnType<typeof setTimeout> | undefined
  private hovered: number | undefined
  /** The name that a hand is moving. */
  private dragged: number | undefined
  /** Whether forces move the names: then nothing else lays them out. */
  private isStreaming = false
  /** 0: all in full ink … 1: what is not lit is faint. */
  private dim = 0

  constructor(
    private readonly container: HTMLElement,
    private palette: Palette,
    private readonly gestures: Gestures,
  ) {
    this.screen = new Screen(container, this.eye, { view: () => this.view(), light: () => this.light })
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
    this.screen.remove()
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
    this.screen.redraw()
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
      this.screen.redraw()
    })
  }

  /** Where the names are, and the room of each: what forces begin with. */
  standing(): Pick<LaidOut, 'at' | 'rooms'> & Pick<Arrangement, 'layout'> {
    return { at: this.at, rooms: this.laidOut.rooms, layout: this.arrangement.layout }
  }

  /** Whether a picture is being drawn: another would be begun in vain. */
  get isDrawing(): boolean {
    return this.screen.isDrawing
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
    this.screen.redraw()
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
    this.screen.redraw()
  }

  /** Gives the same names other sizes and colours. */
  dress(model: GraphModel): void {
    this.plain = model
    this.magnify()
    this.screen.redraw()
  }

  setFocus(focus: Focus): void {
    const from = this.dim
    const to = focus.lit ? 1 : 0
    // on the way back to full ink what was lit stays lit
    this.focus = focus.lit ? focus : { ...focus, lit: this.focus.lit }
    this.fading.run(from === to ? 0 : fade, (progress) => {
      this.dim = from + (to - from) * progress
      if (progress === 1) this.focus = focus
      this.screen.draw()
    })
  }

  setPrompts(prompts: readonly Prompt[]): void {
    this.prompts = prompts
    this.screen.draw()
  }

  setPalette(palette: Palette): void {
    this.palette = palette
    this.texts.clear()
    this.screen.redraw()
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
    const { isFar } = this.screen
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
    return this.screen.pointOn(line)
  }

  /** The place of a name as a walk keeps it. */
  pinOf(name: number) {
    return pinAt(this.at[name]!, this.arrangement.layout, this.laidOut.bounds)
  }

  /** The picture as it is seen, as an image with its caption. */
  print(caption: Caption): Promise<Blob> {
    const view = this.view()
    return asPng((context) => {
      if (view) finish(drawnOn({ context }, view, this.light))
    }, this.sheet(caption))
  }

  /** The same as SVG, all of it in ink, however much it is. */
  printSvg(caption: Caption): Blob {
    const view = this.view(true)
    return asSvg((context, path) => {
      if (view) finish(drawnOn({ context, path }, view, this.light))
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
    this.screen.redraw()
  }

  private moved(): void {
    this.screen.draw()
    clearTimeout(this.resting)
    this.resting = setTimeout(() => {
      const camera = rounded(this.eye.camera)
      this.gestures.look(sameCamera(camera, this.begun) ? undefined : camera)
    }, rest)
  }

  private get light(): Light {
    const { focus, dim, palette } = this
    return { focus, dim, palette }
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
      under: (point: Point, reach: number) => this.screen.under(point, reach),
      drag: (name: number, to: Point) => {
        this.dragged = name
        this.at[name] = to
        this.gestures.drag(name, to)
        this.screen.draw()
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
