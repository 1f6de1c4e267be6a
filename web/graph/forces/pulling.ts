/** A field that is asked again and again how far it has come: the same in a worker and on the page. */
import { Field, type Start } from './field.ts'
import type { ForceSettings } from './settings.ts'

export interface Pulled {
  /** x and y of each name in turn, in pixels. */
  readonly at: Float32Array
  readonly settled: boolean
}

const nothing: Pulled = { at: new Float32Array(), settled: true }

export function pulling() {
  let field: Field | undefined
  return {
    begin(start: Start, settings: ForceSettings): void {
      field = new Field(start, settings)
    },
    set(settings: ForceSettings): void {
      field?.set(settings)
    },
    /** Fastens a name at a place, or lets it go. */
    hold(name: number, x: number | undefined, y: number | undefined): void {
      field?.hold(name, x === undefined || y === undefined ? undefined : { x, y })
    },
    /** Goes on for so many milliseconds and steps at most, and a step at least. */
    next(milliseconds: number, most: number): Pulled {
      if (!field) return nothing
      const end = performance.now() + milliseconds
      let steps = 0
      do field.step()
      while (!field.isSettled && ++steps < most && performance.now() < end)
      return { at: field.positions(), settled: field.isSettled }
    },
  }
}
export type PullMethods = ReturnType<typeof pulling>
