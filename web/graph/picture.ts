/**
 * The picture: Sigma keeps the camera, finds what lies under the pointer and draws by WebGL what is far and many; what
 * is near and few is drawn over it in ink (pen.ts), with curved lines, shapes and words that do not collide.
 */
import { MultiDirectedGraph } from 'graphology'
import Sigma from 'sigma'
import { EdgeLineProgram, type EdgeProgramType } from 'sigma/rendering'
import type { RenderParams } from 'sigma/types'
import type { LayoutName } from '../state/address.ts'
import type { Shown } from '../state/filters.ts'
import { type Curve, curveBetween, distanceTo, distanceToSegment, type Point, pointAt } from './curve.ts'
import { boundsOf } from './layouts/component.ts'
import type { GraphModel } from './model.ts'
import { lineColour, mix, type Palette } from './palette.ts'
import { type DrawnLine, drawnLine, Pen } from './pen.ts'
import { type Placed, Placer, type Spot } from './place.ts'
import { canLayOut, type LaidOut, layOut } from './plan.ts'
import { type Caption, printed, sharpness } from './print.ts'
import { lineText, nameText, type TextBlock } from './text.ts'

/** What the picture is told to show beside the graph itself; indexes of names and lines. */
export interface Focus {
  /** In full ink while the rest is faint; undefined: all. */
  readonly lit: { readonly names: ReadonlySet<number>; readonly lines: ReadonlySet<number> } | undefined
  /** With the ring or the yellow. */
  readonly chosen: { readonly names: ReadonlySet<number>; readonly lines: ReadonlySet<number> }
}

const nothingChosen: Focus = { lit: undefined, chosen: { names: new Set(), lines: new Set() } }

/** What a reader does with the picture. */
export interface Gestures {
  hover(name: number | undefined): void
  choose(what: { readonly name: number } | { readonly line: number } | undefined): void
}

/** More than this in sight is left to WebGL. */
const mostInk = { names: 900, lines: 2200 }
/** More than this in sight has no words on its lines; names then stand by the top ones only. */
const mostWords = 420
const mostNamed = 320
const topNames = 60
/** Below this size of the stage the layout keeps its own, and a part of it is seen. */
const smallestStage = { width: 600, height: 520 }
/** Pixels of the screen for one of the layout: below the first names no longer find room, at the second they do. */
const tooSmall = 0.62
const readable = 0.85
const fade = 220
const faint = { ink: 0.16, names: 0.4 }

export class Picture {
  private graph = new MultiDirectedGraph()
  private readonly sigma: Sigma
  private readonly canvas = document.createElement('canvas')
  private readonly observer: ResizeObserver
  private readonly motion = matchMedia('(prefers-reduced-motion: reduce)')

  private model: GraphModel | undefined
  private shown: Shown | undefined
  private focus = nothingChosen
  private prompts: readonly (readonly [number, number])[] = []
  private laidOut: LaidOut = { at: [], rooms: [] }
  /** Pixels of the layout, y downwards; what Sigma's graph holds, but for a running move. */
  private at: { x: number; y: number }[] = []
  private layout: LayoutName = 'map'
  /** Pixels of the screen for one of the layout, with the whole picture in sight. */
  private scale = 1
  private texts = new Map<string, TextBlock>()

  private drawn: DrawnLine[] = []
  /** From a line to the one that prompted it. */
  private arcs: { readonly index: number; readonly cause: number; readonly curve: Curve }[] = []
  private words = new Map<number, Placed>()
  private named = new Map<number, Placed>()
  private hovered: number | undefined
  private dragged: string | undefined
  private dim = 0
  private frame = 0
  private printing = false

  constructor(
    private readonly container: HTMLElement,
    private palette: Palette,
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
      edgeProgramClasses: { line: this.farLines() },
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

  /** WebGL's thinnest lines, and none while they stand in ink. */
  private farLines(): EdgeProgramType {
    const isNear = () => this.container.dataset['ink'] === 'near'
    return class extends EdgeLineProgram {
      override render(params: RenderParams): void {
        if (!isNear()) super.render(params)
      }
    }
  }

  kill(): void {
    cancelAnimationFrame(this.frame)
    this.observer.disconnect()
    this.sigma.kill()
  }

  /** Takes a graph in and lays it out. */
  show(model: GraphModel, shown: Shown, layout: LayoutName): void {
    // a setting that changes draws all anew, so before there is much to draw
    this.sigma.setSetting('hideEdgesOnMove', model.lines.length > 5000)
    this.model = model
    this.shown = shown
    this.texts.clear()
    this.lay(layout)
    // made at one go and handed over whole: Sigma would redraw at every node that is added to its own
    const graph = new MultiDirectedGraph()
    for (const { key, index, size } of model.names) {
      graph.addNode(key, { x: this.at[index]!.x, y: -this.at[index]!.y, size, index, color: this.nameColour(index) })
    }
    for (const { key, index, source, target } of model.lines) {
      const colour = this.farColour(index)
      graph.addDirectedEdgeWithKey(key, model.names[source]!.key, model.names[target]!.key, { index, color: colour })
    }
    this.graph = graph
    this.fitBox()
    this.sigma.setGraph(graph)
    this.comeNear()
    this.draw()
  }

  /** On a narrow stage, where the whole would be too small to read, starts near the name that matters most. */
  private comeNear(): void {
    const [first] = this.model!.byRank
    const isNarrow = this.sigma.getDimensions().width < smallestStage.width
    if (first === undefined || !isNarrow || this.scale >= tooSmall || !canLayOut(this.model!)) return
    const { x, y } = this.sigma.viewportToFramedGraph(this.screenOf(first))
    this.sigma.getCamera().setState({ x, y, ratio: this.scale / readable })
  }

  /** Lays the same graph out in another way; shapes move to their new places unless less motion is wished. */
  relay(layout: LayoutName): void {
    const before = this.at.map((p) => this.toScreen(p))
    this.lay(layout)
    this.fitBox()
    const goal = this.at
    const settle = () => {
      this.at = goal
      this.graph.updateEachNodeAttributes((_, a) => ({ ...a, x: goal[a['index']]!.x, y: -goal[a['index']]!.y }))
    }
    this.sigma.getCamera().setState({ x: 0.5, y: 0.5, ratio: 1 })
    if (this.motion.matches || this.at.length > mostInk.names) {
      settle()
      return
    }
    this.sigma.refresh()
    const start = before.map((p) => this.toLayout(p))
    const begun = performance.now()
    const step = (now: number) => {
      const t = Math.min(1, (now - begun) / 420)
      const eased = 1 - (1 - t) ** 3
      this.at = goal.map((g, i) => ({
        x: start[i]!.x + (g.x - start[i]!.x) * eased,
        y: start[i]!.y + (g.y - start[i]!.y) * eased,
      }))
      this.draw()
      if (t < 1) this.frame = requestAnimationFrame(step)
      else settle()
    }
    step(begun)
  }

  filter(shown: Shown): void {
    this.shown = shown
    this.sigma.refresh()
  }

  setFocus(focus: Focus): void {
    const target = focus.lit ? 1 : 0
    this.focus = focus.lit ? focus : { ...focus, lit: this.focus.lit }
    cancelAnimationFrame(this.frame)
    const begun = performance.now()
    const from = this.dim
    const step = (now: number) => {
      const t = this.motion.matches ? 1 : Math.min(1, (now - begun) / fade)
      this.dim = from + (target - from) * t
      if (t < 1) this.frame = requestAnimationFrame(step)
      else this.focus = focus
      this.draw()
    }
    // already faint: the new names are lit at once; else it fades
    if (from === target) {
      this.focus = focus
      this.draw()
    } else this.frame = requestAnimationFrame(step)
  }

  /** Pairs of lines: the first was prompted by the second. */
  setPrompts(prompts: readonly (readonly [number, number])[]): void {
    this.prompts = prompts
    this.draw()
  }

  setPalette(palette: Palette): void {
    this.palette = palette
    this.texts.clear()
    if (!this.model) return
    const hints = { attributes: ['color'] }
    this.graph.updateEachNodeAttributes((_, a) => ({ ...a, color: this.nameColour(a['index']) }), hints)
    this.graph.updateEachEdgeAttributes((_, a) => ({ ...a, color: this.farColour(a['index']) }), hints)
    this.draw()
  }

  /** Moves the camera so that a name is in sight; nearer if it is far. */
  flyTo(name: number): void {
    const at = this.screenOf(name)
    const { width, height } = this.sigma.getDimensions()
    if (at.x > 40 && at.y > 30 && at.x < width - 40 && at.y < height - 50 && this.inkable) return
    const { x, y } = this.sigma.viewportToFramedGraph(at)
    const ratio = this.inkable ? this.sigma.getCamera().ratio : 0.12
    void this.sigma.getCamera().animate({ x, y, ratio }, { duration: this.motion.matches ? 0 : 400 })
  }

  zoom(factor: number): void {
    const camera = this.sigma.getCamera()
    const ratio = factor === 0 ? 1 : camera.ratio / factor
    const goal = factor === 0 ? { x: 0.5, y: 0.5, ratio } : { ratio }
    void camera.animate(goal, { duration: this.motion.matches ? 0 : 200 })
  }

  /** Where a shape is, in pixels of the container. */
  screenOf(name: number): Point {
    return this.toScreen(this.at[name]!)
  }

  /** A point on a line, in pixels of the container; undefined while it is not in sight. */
  pointOn(line: number): Point | undefined {
    const found = this.drawn.find((d) => d.index === line)
    return found && pointAt(found.curve, 0.5)
  }

  /** The picture as it is seen, as an image with its caption. */
  async print(caption: Caption): Promise<Blob> {
    this.printing = true
    this.sigma.refresh()
    this.draw()
    const { edges, nodes } = this.sigma.getCanvases()
    const far = { near: [], mixed: [edges!], far: [edges!, nodes!] }[this.container.dataset['ink'] ?? 'near'] ?? []
    try {
      const { palette } = this
      return await printed([...far, this.canvas], this.sigma.getDimensions(), { caption, palette })
    } finally {
      this.printing = false
      this.draw()
    }
  }

  private nameColour(index: number): string {
    const { family } = this.model!.names[index]!
    return family ? this.palette.family[family] : this.palette.ink3
  }

  /** Lines far off lie thick: mixed with the paper they leave the shapes to be seen. */
  private farColour(index: number): string {
    return mix(lineColour(this.model!.lines[index]!, this.palette), this.palette.paper, 0.55)
  }

  private lay(layout: LayoutName): void {
    this.layout = layout
    const { width, height } = this.sigma.getDimensions()
    // a phone sees a part of a picture that a desk sees whole
    const stage = {
      width: Math.max(smallestStage.width, width - 24),
      height: Math.max(smallestStage.height, height - 20),
    }
    this.laidOut = layOut(this.model!, layout, this.palette, stage)
    this.at = this.laidOut.at.map(({ x, y }) => ({ x, y }))
  }

  /** Tells Sigma which part of the plane is the whole picture, so that a pixel of the layout is one of the screen. */
  private fitBox(): void {
    const { width, height } = this.sigma.getDimensions()
    if (!this.at.length || !width || !height) return
    this.scale = 1
    const margin = 14
    let bounds = { left: 0, top: 0, right: 1, bottom: 1 }
    // names keep their size when the layout is drawn smaller, so they take the more of it
    for (let round = 0; round < 4; round++) {
      const grow = 1 / Math.min(1, this.scale)
      const rooms = this.laidOut.rooms.map((room) => ({
        left: room.left * grow,
        right: room.right * grow,
        above: room.above * grow,
        below: room.below * grow,
      }))
      bounds = boundsOf([...this.at.keys()], this.at, rooms)
      const [w, h] = [bounds.right - bounds.left, bounds.bottom - bounds.top]
      this.scale = Math.min((width - 2 * margin) / w, (height - 2 * margin) / h, 1.3)
    }
    const { scale } = this
    const [cx, cy] = [(bounds.left + bounds.right) / 2, -(bounds.top + bounds.bottom) / 2]
    this.sigma.setCustomBBox({
      x: [cx - width / 2 / scale, cx + width / 2 / scale],
      y: [cy - height / 2 / scale, cy + height / 2 / scale],
    })
  }

  private resized(): void {
    const before = this.sigma.getDimensions()
    this.sigma.resize()
    const { width, height } = this.sigma.getDimensions()
    if (before.width === width && before.height === height) return
    // phones turn, panes are drawn wider: the same layout would no longer fit
    const moved = this.graph.someNode((_, a) => a['pinned'])
    if (this.model && !moved) {
      this.lay(this.layout)
      this.graph.updateEachNodeAttributes((_, a) => ({ ...a, x: this.at[a['index']]!.x, y: -this.at[a['index']]!.y }))
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

  private get inkable(): boolean {
    return this.container.dataset['ink'] !== 'far'
  }

  private draw(): void {
    const { model, shown, canvas } = this
    const { width, height } = this.sigma.getDimensions()
    const ratio = this.printing ? sharpness : devicePixelRatio || 1
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
      canvas.width = Math.round(width * ratio)
      canvas.height = Math.round(height * ratio)
    }
    const context = canvas.getContext('2d')!
    context.setTransform(ratio, 0, 0, ratio, 0, 0)
    context.clearRect(0, 0, width, height)
    this.drawn = []
    this.arcs = []
    this.words = new Map()
    this.named = new Map()
    if (!model || !shown || !width || !height) return

    const { spots, lines, passing } = this.inSight(width, height)
    const near = spots.size <= mostInk.names && lines.length <= mostInk.lines
    // lines that only pass through may be too many: WebGL draws them, below the ink
    const all = passing.length + lines.length <= mostInk.lines
    if (near && all) lines.push(...passing)
    const ink = near ? (all ? 'near' : 'mixed') : 'far'
    if (ink !== this.container.dataset['ink']) {
      this.container.dataset['ink'] = ink
      this.sigma.scheduleRender()
    }
    const { lit } = this.focus
    const isLit = (line: number) => lit?.lines.has(line) ?? false
    if (!near) {
      context.globalAlpha = 0.82 * this.dim
      context.fillStyle = this.palette.paper
      context.fillRect(0, 0, width, height)
      context.globalAlpha = 1
    }
    const inInk = near ? lines : lines.filter(isLit)
    this.drawn = inInk.flatMap((index) => this.drawnLine(index, spots) ?? [])
    // light over faint, heavy over light
    this.drawn.sort(
      (a, b) => Number(isLit(a.index)) - Number(isLit(b.index)) || this.weight(a.index) - this.weight(b.index),
    )
    this.arcs = this.prompts.flatMap(([index, cause]) => {
      const curve = this.arc(index, cause, spots.values())
      return curve ? [{ index, cause, curve }] : []
    })
    const inked = near ? [...spots.values()] : [...spots.values()].filter((spot) => lit?.names.has(spot.index))
    this.place(near ? spots : new Map(inked.map((spot) => [spot.index, spot])), spots)
    this.ink(new Pen(context, this.palette), context, inked)
  }

  /** Shapes and lines that touch the stage. Without rotation the camera is an affine map, so two points give it. */
  private inSight(width: number, height: number) {
    const model = this.model!
    const shown = this.shown!
    const origin = this.toScreen({ x: 0, y: 0 })
    const unit = this.toScreen({ x: 1, y: 1 })
    const [sx, sy] = [unit.x - origin.x, unit.y - origin.y]
    const margin = 60
    const spots = new Map<number, Spot>()
    const inside = new Uint8Array(model.names.length)
    for (const { index, size } of model.names) {
      if (!shown.names[index]) continue
      const p = this.at[index]!
      const x = origin.x + p.x * sx
      const y = origin.y + p.y * sy
      if (x < -margin || y < -margin || x > width + margin || y > height + margin) continue
      inside[index] = 1
      spots.set(index, { index, x, y, r: this.radius(size) })
    }
    const lines: number[] = []
    const passing: number[] = []
    for (const { index, source, target } of model.lines) {
      if (!shown.lines[index]) continue
      if (inside[source] || inside[target]) lines.push(index)
      else {
        const [a, b] = [this.at[source]!, this.at[target]!]
        const [ax, bx] = [origin.x + a.x * sx, origin.x + b.x * sx]
        const [ay, by] = [origin.y + a.y * sy, origin.y + b.y * sy]
        const crosses =
          Math.min(ax, bx) < width && Math.max(ax, bx) > 0 && Math.min(ay, by) < height && Math.max(ay, by) > 0
        if (crosses) passing.push(index)
      }
    }
    return { spots, lines, passing }
  }

  private drawnLine(index: number, spots: ReadonlyMap<number, Spot>): DrawnLine | undefined {
    const model = this.model!
    const line = model.lines[index]!
    const end = (name: number) => spots.get(name) ?? { ...this.screenOf(name), r: this.radius(model.names[name]!.size) }
    const [a, b] = [end(line.source), end(line.target)]
    return drawnLine(line, curveBetween(a, b, line.fan, line.source > line.target), a.r, b.r)
  }

  private weight(index: number): number {
    const line = this.model!.lines[index]!
    return (line.kind === 'request' ? 10 : line.kind === 'relation' ? 0 : 5) + line.weight
  }

  private place(named: ReadonlyMap<number, Spot>, all: ReadonlyMap<number, Spot>): void {
    const model = this.model!
    const { lit, chosen } = this.focus
    const arcs = this.arcs.map(({ curve }) => ({ index: -2, curve, marks: [] }))
    const placer = new Placer(
      all.size <= mostInk.names ? all.values() : named.values(),
      [...this.drawn, ...arcs],
      this.sigma.getDimensions(),
    )
    const hot = (name: number) => name === this.hovered || chosen.names.has(name) || (lit?.names.has(name) ?? false)
    // ranks are looked at in order, so that what matters more has the first choice of room
    const inOrder = model.byRank.flatMap((index, rank) => {
      const spot = named.get(index) ?? (all.size > mostInk.names && rank < topNames * 4 ? all.get(index) : undefined)
      return spot ? [{ spot, rank }] : []
    })
    const allowed = all.size <= mostNamed ? inOrder.length : topNames
    inOrder.sort((a, b) => Number(hot(b.spot.index)) - Number(hot(a.spot.index)))
    let count = 0
    for (const { spot, rank } of inOrder) {
      const must = hot(spot.index) && named.size < 60
      if (count >= allowed && !must) continue
      const placed = placer.name(spot, this.nameBlock(spot.index, rank), must)
      if (placed) {
        this.named.set(spot.index, placed)
        count++
      }
    }
    if (this.drawn.length > mostWords) return
    const byWeight = [...this.drawn].sort(
      (a, b) =>
        Number(chosen.lines.has(b.index)) - Number(chosen.lines.has(a.index)) ||
        this.weight(b.index) - this.weight(a.index),
    )
    for (const line of byWeight) {
      const strong = chosen.lines.has(line.index)
      const placed = placer.words(line, this.lineBlock(line.index, strong), strong)
      if (placed) this.words.set(line.index, placed)
    }
  }

  private ink(pen: Pen, context: CanvasRenderingContext2D, spots: readonly Spot[]): void {
    const model = this.model!
    const { lit, chosen } = this.focus
    const alpha = (isLit: boolean, least: number) => (isLit || !lit ? 1 : 1 - (1 - least) * this.dim)
    const lineIsLit = (index: number) => lit?.lines.has(index) ?? false
    const nameIsLit = (index: number) => lit?.names.has(index) ?? false
    for (const line of this.drawn) if (chosen.lines.has(line.index)) pen.highlight(line)
    for (const line of this.drawn) {
      context.globalAlpha = alpha(lineIsLit(line.index), faint.ink)
      pen.line(model.lines[line.index]!, line)
    }
    for (const { index, cause, curve } of this.arcs) {
      context.globalAlpha = alpha(lineIsLit(index) && lineIsLit(cause), faint.ink)
      pen.prompt(curve)
    }
    for (const [index, placed] of this.words) {
      context.globalAlpha = alpha(lineIsLit(index), 0)
      if (context.globalAlpha > 0) pen.lineWords(placed, model.lines[index]!)
    }
    for (const spot of spots) {
      context.globalAlpha = 1
      // a faint shape must not let the lines behind it shine through
      const isFaint = lit && !nameIsLit(spot.index)
      context.globalAlpha = isFaint ? alpha(false, faint.ink) : 1
      pen.shape(model.names[spot.index]!, spot, spot.r)
      if (chosen.names.has(spot.index)) pen.ring(spot, spot.r)
    }
    for (const [index, placed] of this.named) {
      context.globalAlpha = alpha(nameIsLit(index), faint.names)
      pen.nameText(placed, model.names[index]!)
    }
    context.globalAlpha = 1
  }

  /**
   * From a point on the prompted line to one on the line that prompted it, bowed to the side and as far as keeps it
   * off the shapes.
   */
  private arc(index: number, cause: number, spots: Iterable<Spot>): Curve | undefined {
    const [a, b] = [index, cause].map((wanted) => this.drawn.find((line) => line.index === wanted))
    if (!a || !b || a === b) return undefined
    const p = pointAt(a.curve, 0.25)
    const q = pointAt(b.curve, 0.6)
    const [mx, my, dx, dy] = [(p.x + q.x) / 2, (p.y + q.y) / 2, q.x - p.x, q.y - p.y]
    const obstacles = [...spots]
    let best: Curve | undefined
    let lowest = Number.POSITIVE_INFINITY
    for (const bow of [0.35, -0.35, 0.7, -0.7, 1.1, -1.1, 1.6, -1.6]) {
      const curve = { ax: p.x, ay: p.y, cx: mx + dy * bow, cy: my - dx * bow, bx: q.x, by: q.y }
      const touched = obstacles.filter((spot) => distanceTo(curve, spot) < spot.r + 8).length
      const cost = touched * 4 + Math.abs(bow)
      if (cost < lowest) [lowest, best] = [cost, curve]
    }
    return best
  }

  private nameBlock(index: number, rank: number): TextBlock {
    const lit = this.focus.lit
    const bold = !lit || this.dim < 0.5 || lit.names.has(index)
    return this.cached(`n${index} ${bold}`, () => nameText(this.model!.names[index]!, rank, bold, this.palette))
  }

  private lineBlock(index: number, strong: boolean): TextBlock {
    return this.cached(`l${index} ${strong}`, () => lineText(this.model!.lines[index]!, strong, this.palette))
  }

  private cached(key: string, make: () => TextBlock): TextBlock {
    let text = this.texts.get(key)
    if (!text) this.texts.set(key, (text = make()))
    return text
  }

  private listen(): void {
    const { sigma, gestures, container } = this
    const nameOf = (key: string) => this.model!.nameByKey.get(key)!
    sigma.on('clickNode', ({ node }) => gestures.choose({ name: nameOf(node) }))
    sigma.on('clickStage', ({ event }) => gestures.choose(this.under(event)))
    sigma.on('enterNode', ({ node }) => this.hover(nameOf(node)))
    sigma.on('leaveNode', () => this.hover(undefined))
    sigma.on('doubleClickNode', ({ preventSigmaDefault }) => preventSigmaDefault())
    sigma.on('downNode', ({ node, event }) => {
      this.dragged = node
      event.original.preventDefault()
    })
    sigma.on('moveBody', ({ event, preventSigmaDefault }) => {
      if (!this.dragged) return
      preventSigmaDefault()
      const { x, y } = sigma.viewportToGraph(event)
      this.at[nameOf(this.dragged)] = { x, y: -y }
      this.graph.mergeNodeAttributes(this.dragged, { x, y, pinned: true })
    })
    const drop = () => {
      this.dragged = undefined
    }
    sigma.on('upNode', drop)
    sigma.on('upStage', drop)
    container.addEventListener('pointermove', (event) => {
      if (this.dragged || this.hovered !== undefined) return
      const box = container.getBoundingClientRect()
      const found = this.under({ x: event.clientX - box.left, y: event.clientY - box.top })
      container.style.cursor = found ? 'pointer' : ''
    })
    container.addEventListener('pointerleave', () => this.hover(undefined))
  }

  private hover(name: number | undefined): void {
    if (this.dragged || this.hovered === name) return
    this.hovered = name
    this.container.style.cursor = name === undefined ? '' : 'pointer'
    this.gestures.hover(name)
  }

  /** The name or line whose text or ink lies under a point. */
  private under(point: Point): { name: number } | { line: number } | undefined {
    const inside = ({ box }: Placed) => point.x > box.x1 && point.x < box.x2 && point.y > box.y1 && point.y < box.y2
    for (const [name, placed] of this.named) if (inside(placed)) return { name }
    for (const [line, placed] of this.words) if (inside(placed)) return { line }
    let nearest = 8
    let line: number | undefined
    for (const drawn of this.drawn) {
      const distance = distanceTo(drawn.curve, point)
      if (distance < nearest) [nearest, line] = [distance, drawn.index]
    }
    if (line === undefined && !this.inkable) line = this.straightLineUnder(point)
    return line === undefined ? undefined : { line }
  }

  private straightLineUnder(point: Point): number | undefined {
    const model = this.model
    if (!model) return undefined
    const p = this.toLayout(point)
    const scale = this.toLayout({ x: point.x + 1, y: point.y }).x - p.x
    let nearest = 4 * scale
    let found: number | undefined
    for (const { index, source, target } of model.lines) {
      if (!this.shown!.lines[index]) continue
      const distance = distanceToSegment(p, this.at[source]!, this.at[target]!)
      if (distance < nearest) [nearest, found] = [distance, index]
    }
    return found
  }
}
