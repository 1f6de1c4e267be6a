/** Where a reader stands over the layout → where its points lie on the screen, and back; moves that take their time. */
import type { Camera } from '../state/address.ts'
import type { Box } from './box.ts'
import type { Point } from './curve.ts'
import { Motion } from './motion.ts'

export const whole: Camera = { x: 0.5, y: 0.5, ratio: 1 }

/** How near and how far one can go. */
const nearest = 0.02
const farthest = 4

export class Eye {
  /** Pixels of the screen. */
  stage = { width: 0, height: 0 }
  private box: Box = { scale: 1, middle: { x: 0, y: 0 } }
  private now = whole
  private goal = whole
  private readonly moving = new Motion()

  constructor(private readonly moved: () => void) {}

  get camera(): Camera {
    return this.now
  }

  /** Where it will be when it has come to rest. */
  get heading(): Camera {
    return this.goal
  }

  /** Pixels of the screen for one of the layout, with the whole picture in sight. */
  get wholeScale(): number {
    return this.box.scale
  }

  /** Without rotation what is seen is an affine map: screen = origin + scale · layout. */
  get scale(): number {
    return this.box.scale / this.now.ratio
  }

  get origin(): Point {
    const { width, height } = this.stage
    const middle = this.middleOf(this.now)
    return { x: width / 2 - middle.x * this.scale, y: height / 2 - middle.y * this.scale }
  }

  toScreen({ x, y }: Point): Point {
    const { origin, scale } = this
    return { x: origin.x + x * scale, y: origin.y + y * scale }
  }

  toLayout({ x, y }: Point): Point {
    const { origin, scale } = this
    return { x: (x - origin.x) / scale, y: (y - origin.y) / scale }
  }

  /** The radius on the screen of a shape of a size: a layout that is drawn smaller has smaller shapes, though less so. */
  radius(size: number): number {
    return size * Math.min(1, Math.sqrt(this.box.scale)) * Math.sqrt(1 / this.now.ratio)
  }

  /** Which part of the plane is the whole picture. */
  fit(box: Box): void {
    this.box = box
  }

  /** The same, while what is seen stays as it is: the camera is told anew. */
  refit(box: Box): void {
    const middle = this.middleOf(this.now)
    const ratio = (box.scale * this.now.ratio) / this.box.scale
    this.box = box
    this.now = this.goal = this.over(middle, ratio)
  }

  /** A camera with a point of the layout in its middle. */
  over({ x, y }: Point, ratio = this.goal.ratio): Camera {
    const side = this.side
    const { middle } = this.box
    return { x: 0.5 + (x - middle.x) / side, y: 0.5 - (y - middle.y) / side, ratio }
  }

  /** Goes there, over some time unless less motion is wished. */
  go(camera: Camera, milliseconds = 0): void {
    const from = this.now
    const ratio = Math.max(nearest, Math.min(farthest, camera.ratio))
    const to = (this.goal = { ...camera, ratio })
    this.moving.run(milliseconds, (progress) => {
      const eased = progress * (2 - progress)
      const between = (a: number, b: number) => a + (b - a) * eased
      const before = this.now
      this.now =
        progress === 1
          ? to
          : { x: between(from.x, to.x), y: between(from.y, to.y), ratio: between(from.ratio, to.ratio) }
      if (!sameCamera(before, this.now)) this.moved()
    })
  }

  /** Draws the picture along by so many pixels. */
  pull(by: Point, milliseconds = 0): void {
    const { x, y, ratio } = this.now
    const one = ratio / (this.side * this.box.scale)
    this.go({ x: x - by.x * one, y: y + by.y * one, ratio }, milliseconds)
  }

  /** Goes nearer, or farther with a factor below 1, while what is under a point of the screen stays there. */
  zoom(factor: number, point: Point | undefined, milliseconds = 0): void {
    const { width, height } = this.stage
    const { x, y, ratio } = this.goal
    const next = Math.max(nearest, Math.min(farthest, ratio / factor))
    const away = point ? { x: point.x - width / 2, y: point.y - height / 2 } : { x: 0, y: 0 }
    const shift = (ratio - next) / (this.side * this.box.scale)
    this.go({ x: x + away.x * shift, y: y - away.y * shift, ratio: next }, milliseconds)
  }

  stop(): void {
    this.moving.stop()
  }

  /** The longer side of the whole picture, in pixels of the layout: what shares of an address are of. */
  private get side(): number {
    return Math.max(this.stage.width, this.stage.height, 1) / this.box.scale
  }

  private middleOf({ x, y }: Camera): Point {
    const { side } = this
    const { middle } = this.box
    return { x: middle.x + (x - 0.5) * side, y: middle.y - (y - 0.5) * side }
  }
}

/** A camera as an address has it. */
export const rounded = ({ x, y, ratio }: Camera): Camera => ({
  x: +x.toFixed(4),
  y: +y.toFixed(4),
  ratio: +ratio.toFixed(4),
})

export const sameCamera = (a: Camera, b: Camera): boolean => a.x === b.x && a.y === b.y && a.ratio === b.ratio
