/**
 * The picture: Sigma keeps the camera, finds what lies under the pointer and draws by WebGL what is far and many; what
 * is near and few is drawn over it in ink, with curved lines, shapes and words that do not collide (scene.ts, ink.ts).
 */
import { MultiDirectedGraph } from 'graphology'
import Sigma from 'sigma'
import { EdgeLineProgram, type EdgeProgramType } from 'sigma/rendering'
import type { RenderParams } from 'sigma/types'
import { messages } from '../messages.ts'
import type { LayoutName } from '../state/address.ts'
import type { Shown } from '../state/filters.ts'
import { type Point, pointAt } from './curve.ts'
import { ink } from './ink.ts'
import { boundsOf } from './layouts/component.ts'
import type { GraphModel } from './model.ts'
import { lasting, Motion } from './motion.ts'
import { lineColour, mix, type Palette } from './palette.ts'
import { canLayOut, type LaidOut, layOut } from './plan.ts'
import { type Caption, printed, sharpness } from './print.ts'
import { emptyScene, type Focus, type Prompt, type Scene, sceneOf, under, type View } from './scene.ts'
import { lineText, nameText, promptText, type TextBlock } from './text.ts'

const nothingChosen: Focus = { lit: undefined, chosen: { names: new Set(), lines: new Set() } }

/** What a reader does with the picture. */
export interface Gestures {
  hover(name: number | undefined): void
  choose(what: { readonly name: number } | { readonly line: number } | undefined): void
}

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
  private shown: Shown | undefined
  focus = nothingChosen
  private prompts: readonly Prompt[] = []
  private laidOut: LaidOut = { at: [], rooms: [] }
  /** Pixels of the layout, y downwards; what Sigma's graph holds, but for a running move. */
  private at: { x: number; y: number }[] = []
  private layout: LayoutName = 'map'
  /** Pixels of the screen for one of the layout, with the whole picture in sight. */
  private scale = 1
  private texts = new Map<string, TextBlock>()

  private scene: Scene = emptyScene
  private hovered: number | undefined
  private dragged: string | undefined
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
    const isNear = () => this.scene.ink === 'near'
    return class extends EdgeLineProgram {
      override render(params: RenderParams): void {
        if (!isNear()) super.render(params)
      }
    }
  }

  kill(): void {
    this.fading.stop()
    this.moving.stop()
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
    this.sigma.getCamera().setState({ x: 0.5, y: 0.5, ratio: 1 })
    this.sigma.refresh()
    const start = before.map((p) => this.toLayout(p))
    this.moving.run(canLayOut(this.model!) ? move : 0, (progress) => {
      const eased = 1 - (1 - progress) ** 3
      this.at = goal.map(({ x, y }, i) => ({
        x: start[i]!.x + (x - start[i]!.x) * eased,
        y: start[i]!.y + (y - start[i]!.y) * eased,
      }))
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
    const hints = { attributes: ['color'] }
    this.graph.updateEachNodeAttributes((_, a) => ({ ...a, color: this.nameColour(a['index']) }), hints)
    this.graph.updateEachEdgeAttributes((_, a) => ({ ...a, color: this.farColour(a['index']) }), hints)
    this.draw()
  }

  /** Moves the camera so that a name is in sight; nearer if it is far. */
  flyTo(name: number): void {
    const at = this.screenOf(name)
    const { width, height } = this.sigma.getDimensions()
    if (at.x > 40 && at.y > 30 && at.x < width - 40 && at.y < height - 50 && this.scene.ink !== 'far') return
    const { x, y } = this.sigma.viewportToFramedGraph(at)
    const ratio = this.scene.ink === 'far' ? 0.12 : this.sigma.getCamera().ratio
    void this.sigma.getCamera().animate({ x, y, ratio }, { duration: lasting(400) })
  }

  zoom(factor: number): void {
    const camera = this.sigma.getCamera()
    const ratio = factor === 0 ? 1 : camera.ratio / factor
    const goal = factor === 0 ? { x: 0.5, y: 0.5, ratio } : { ratio }
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

  /** The picture as it is seen, as an image with its caption. */
  async print(caption: Caption): Promise<Blob> {
    this.printing = true
    this.sigma.refresh()
    this.draw()
    const { edges, nodes } = this.sigma.getCanvases()
    const far = { near: [], mixed: [edges!], far: [edges!, nodes!] }[this.scene.ink]
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
    ink(context, view.model, this.scene, this)
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

  private under(point: Point): { name: number } | { line: number } | undefined {
    const view = this.view()
    return view && under(view, this.scene, point)
  }
}
