/**
 * The picture: Sigma keeps the camera, finds what lies under the pointer and draws by WebGL what is far and many; what
 * is near and few is drawn over it in ink, with curved lines, shapes and words that do not collide (scene.ts, ink.ts).
 * What is drawn where is a function of what it is told: the same walk, pins and camera give the same picture.
 */
import { MultiDirectedGraph } from 'graphology'
import Sigma from 'sigma'
import { messages } from '../messages/index.ts'
import type { Camera } from '../state/address.ts'
import type { Shown } from '../state/fits.ts'
import { boxOf } from './box.ts'
import { type Point, pointAt } from './curve.ts'
import { farGraph, farLines, repaint } from './far.ts'
import { type Gestures, listen, sameCamera, seen } from './gestures.ts'
import { ink } from './ink.ts'
import { type GraphModel, magnified } from './model.ts'
import { lasting, Motion } from './motion.ts'
import type { Palette } from './palette.ts'
import { type Arrangement, canLayOut, countOf, type LaidOut, layOut, pinAt, samePlaces } from './plan.ts'
import { asPng, asSvg, type Caption, type Sheet, sharpness } from './print.ts'
import { emptyScene, type Focus, type Prompt, type Scene, sceneOf, under, type View } from './scene.ts'
import { lineText, nameText, promptText, type TextBlock } from './text.ts'

const nothingChosen: Focus = { lit: undefined, chosen: { names: new Set(), lines: new Set() } }
const whole: Camera = { x: 0.5, y: 0.5, ratio: 1 }

/** Below this size of the stage the layout keeps its own, and a part of it is seen. */
const smallestStage = { width: 600, height: 520 }
/** Pixels of the screen for one of the layout: below the first names no longer find room, at the second they do. */
const tooSmall = 0.62
const readable = 0.85
const fade = 220
const move = 420

export class Picture {
  private graph = new MultiDirectedGraph()
  private readonly sigma: Sigma
  private readonly canvas = document.createElement('canvas')
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
  /** Pixels of the layout, y downwards; what Sigma's graph holds, but for a running move. */
  private at: Point[] = []
  /** Pixels of the screen for one of the layout, with the whole picture in sight. */
  private scale = 1
  /** From where the picture was seen at first. */
  private begun = whole
  private texts = new Map<string, TextBlock>()

  private scene: Scene = emptyScene
  private hovered: number | undefined
  /** 0: all in full ink … 1: what is not lit is faint. */
  dim = 0
  private printing = false

  constructor(
    private readonly container: HTMLElement,
    public palette: Palette,
    private readonly gestures: Gestures,
  ) {
    this.sigma = new Sigma(this.graph, container, {
      allowInvalidContainer: true,
      renderLabels: false,
      enableCameraRotation: false,
      minCameraRatio: 0.02,
      maxCameraRatio: 4,
      stagePadding: 0,
      zIndex: false,
      defaultDrawNodeHover: () => {},
      edgeProgramClasses: { line: farLines(() => this.scene.ink === 'near') },
      nodeReducer: (_, data) =>
        this.shown?.names[data['index']]
          ? { ...data, size: data['size'] * Math.min(1, Math.sqrt(this.scale)) }
          : { ...data, hidden: true },
      edgeReducer: (_, data) => (this.shown?.lines[data['index']] ? data : { ...data, hidden: true }),
    })
    this.canvas.className = 'ink'
    container.append(this.canvas)
    this.sigma.on('afterRender', () => this.draw())
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
    this.observer.disconnect()
    this.sigma.kill()
  }

  /** Takes a graph in and lays it out; seen from `camera`, else whole, or near by on a narrow stage. */
  show(model: GraphModel, shown: Shown, arrangement: Arrangement, camera: Camera | undefined): void {
    // a setting that changes draws all anew, so before there is much to draw
    this.sigma.setSetting('hideEdgesOnMove', model.lines.length > 5000)
    // a move that is under way would carry on with the names of the graph before
    this.moving.stop()
    this.plain = model
    this.shown = shown
    this.lay(arrangement)
    this.handOver()
    this.comeNear()
    if (camera) this.sigma.getCamera().setState(camera)
    this.draw()
  }

  /** Gives Sigma what has a place. */
  private handOver(): void {
    this.graph = farGraph(this.model!, { on: this.laidOut.on, at: this.at }, this.palette)
    this.fitBox()
    this.sigma.setGraph(this.graph)
  }

  /** On a narrow stage, where the whole would be too small to read, starts near the name that matters most. */
  private comeNear(): void {
    const first = this.model!.byRank.find((index) => this.arrangement.placed[index])
    const isNarrow = this.sigma.getDimensions().width < smallestStage.width
    this.sigma.getCamera().setState(whole)
    if (first !== undefined && isNarrow && this.scale < tooSmall && canLayOut(this.laidOut.on.length)) {
      const { x, y } = this.sigma.viewportToFramedGraph(this.screenOf(first))
      this.sigma.getCamera().setState({ x, y, ratio: this.scale / readable })
    }
    this.begun = seen(this.sigma)
  }

  /** Lays the same graph out anew; shapes move to their new places unless less motion is wished. */
  relay(arrangement: Arrangement, shown: Shown): void {
    const { arrangement: old, laidOut } = this
    const before = this.at.map((p) => this.toScreen(p))
    const stayed = new Set(laidOut.on)
    this.shown = shown
    this.lay(arrangement)
    const goal = this.at
    if (samePlaces(old, arrangement)) this.fitBox()
    else {
      this.handOver()
      this.comeNear()
    }
    this.sigma.refresh()
    const start = before.map((p) => this.toLayout(p))
    this.moving.run(canLayOut(this.laidOut.on.length) ? move : 0, (progress) => {
      const eased = 1 - (1 - progress) ** 3
      this.at = goal.map((to, i) => {
        const from = stayed.has(i) ? start[i]! : to
        return { x: from.x + (to.x - from.x) * eased, y: from.y + (to.y - from.y) * eased }
      })
      if (progress < 1) this.draw()
      else this.settle()
    })
  }

  /** Tells Sigma where all shapes are, so that it finds them under the pointer. */
  private settle(): void {
    this.graph.updateEachNodeAttributes((_, a) => ({ ...a, x: this.at[a['index']]!.x, y: -this.at[a['index']]!.y }))
  }

  filter(shown: Shown): void {
    this.shown = shown
    this.sigma.refresh()
  }

  /** Gives the same names other sizes and colours. */
  dress(model: GraphModel): void {
    this.plain = model
    this.magnify()
    repaint(this.graph, this.model!, this.palette)
    this.draw()
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
    if (!this.model) return
    repaint(this.graph, this.model, palette)
    this.draw()
  }

  /** Looks at the picture from a place of an address. */
  lookFrom(camera: Camera | undefined): void {
    const goal = camera ?? this.begun
    if (sameCamera(seen(this.sigma), goal) && !this.sigma.getCamera().isAnimated()) return
    void this.sigma.getCamera().animate(goal, { duration: lasting(300) })
  }

  /** Moves the camera so that a name is in sight; nearer if it is far. */
  flyTo(name: number): void {
    if (!this.arrangement.placed[name]) return
    const at = this.screenOf(name)
    const { width, height } = this.sigma.getDimensions()
    if (at.x > 40 && at.y > 30 && at.x < width - 40 && at.y < height - 50 && this.scene.ink !== 'far') return
    const { x, y } = this.sigma.viewportToFramedGraph(at)
    const ratio = this.scene.ink === 'far' ? 0.12 : this.sigma.getCamera().ratio
    void this.sigma.getCamera().animate({ x, y, ratio }, { duration: lasting(400) })
  }

  zoom(factor: number): void {
    const camera = this.sigma.getCamera()
    const goal = factor === 0 ? whole : { ratio: camera.ratio / factor }
    void camera.animate(goal, { duration: lasting(200) })
  }

  /** Where a shape is, in pixels of the container. */
  screenOf(name: number): Point {
    return this.toScreen(this.at[name]!)
  }

  /** A point on a line, in pixels of the container; undefined while it is not in sight. */
  pointOn(line: number): Point | undefined {
    const found = this.scene.lines.find((drawn) => drawn.index === line)
    return found && pointAt(found.curve, 0.5)
  }

  /** The place of a name as a walk keeps it. */
  pinOf(name: number) {
    return pinAt(this.at[name]!, this.arrangement.layout, this.laidOut.bounds)
  }

  /** The picture as it is seen, as an image with its caption. */
  async print(caption: Caption): Promise<Blob> {
    this.printing = true
    this.sigma.refresh()
    this.draw()
    const { edges, nodes } = this.sigma.getCanvases()
    const far = { near: [], mixed: [edges!], far: [edges!, nodes!] }[this.scene.ink]
    try {
      return await asPng([...far, this.canvas], this.sheet(caption))
    } finally {
      this.printing = false
      this.draw()
    }
  }

  /** The same as SVG, all of it in ink, however much it is. */
  printSvg(caption: Caption): Blob {
    const view = this.view()
    return asSvg((context, path) => {
      if (view) ink({ context, path }, view.model, sceneOf({ ...view, allInk: true }), this)
    }, this.sheet(caption))
  }

  private sheet(caption: Caption): Sheet {
    return { ...this.sigma.getDimensions(), caption, palette: this.palette }
  }

  private lay(arrangement: Arrangement): void {
    this.arrangement = arrangement
    this.magnify()
    const { width, height } = (this.laidFor = this.sigma.getDimensions())
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

  /** Tells Sigma which part of the plane is the whole picture, so that a pixel of the layout is one of the screen. */
  private fitBox(): void {
    const stage = this.sigma.getDimensions()
    if (!this.at.length || !stage.width || !stage.height) return
    const { scale, x, y } = boxOf(this.laidOut, stage)
    this.scale = scale
    this.sigma.setCustomBBox({ x, y })
  }

  private resized(): void {
    // Sigma resizes by itself when it draws, so what counts is the stage that the layout was made for
    this.sigma.resize()
    const { width, height } = this.sigma.getDimensions()
    if (this.laidFor.width === width && this.laidFor.height === height) return
    this.laidFor = { width, height }
    // phones turn, panes are drawn wider: the same layout would no longer fit
    if (this.model) {
      this.moving.stop()
      this.lay(this.arrangement)
      this.settle()
    }
    this.fitBox()
    this.sigma.refresh()
    this.draw()
  }

  /** Shapes of a layout that is drawn smaller are smaller too, though less so. */
  private radius(size: number): number {
    return this.sigma.scaleSize(size * Math.min(1, Math.sqrt(this.scale)))
  }

  private toScreen({ x, y }: Point): Point {
    return this.sigma.graphToViewport({ x, y: -y })
  }

  private toLayout(point: Point): Point {
    const { x, y } = this.sigma.viewportToGraph(point)
    return { x, y: -y }
  }

  private draw(): void {
    const { canvas } = this
    const { width, height } = this.sigma.getDimensions()
    const ratio = this.printing ? sharpness : devicePixelRatio || 1
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
      canvas.width = Math.round(width * ratio)
      canvas.height = Math.round(height * ratio)
    }
    const context = canvas.getContext('2d')!
    context.setTransform(ratio, 0, 0, ratio, 0, 0)
    context.clearRect(0, 0, width, height)
    const view = this.view()
    this.scene = view ? sceneOf(view) : emptyScene
    if (!view) return
    if (this.container.dataset['ink'] !== this.scene.ink) {
      // the style sheet hides what WebGL draws where it stands in ink
      this.container.dataset['ink'] = this.scene.ink
      this.sigma.scheduleRender()
    }
    ink({ context }, view.model, this.scene, this)
  }

  private view(): View | undefined {
    const { model, shown, focus, hovered, prompts, at } = this
    const { width, height } = this.sigma.getDimensions()
    if (!model || !shown || !width || !height) return undefined
    const origin = this.toScreen({ x: 0, y: 0 })
    const scale = this.toScreen({ x: 1, y: 0 }).x - origin.x
    const bold = (name: number) => !focus.lit || this.dim < 0.5 || focus.lit.names.has(name)
    return {
      ...{ model, shown, focus, hovered, prompts, at, origin, scale, width, height },
      radius: (size) => this.radius(size),
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
      nameOf: (key: string) => this.model!.nameByKey.get(key)!,
      under: (point: Point) => {
        const view = this.view()
        return view && under(view, this.scene, point)
      },
      drag: (name: number, { x, y }: Point) => {
        this.at[name] = { x, y: -y }
        this.graph.mergeNodeAttributes(this.model!.names[name]!.key, { x, y })
      },
      drop: (name: number) => this.gestures.pin(name, this.pinOf(name)),
    }
    const hover = (name: number | undefined) => {
      this.hovered = name
      this.gestures.hover(name)
    }
    const look = (camera: Camera | undefined) =>
      this.gestures.look(camera && sameCamera(camera, this.begun) ? undefined : camera)
    listen(this.sigma, this.container, touched, { ...this.gestures, hover, look })
  }
}
