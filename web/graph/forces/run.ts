/** Who moves the names: a worker where there is one, else the page itself, a little in each frame. */
import { type Caller, callsTo } from '../../calls.ts'
import type { Start } from './field.ts'
import { type Pulled, type PullMethods, pulling } from './pulling.ts'
import type { ForceSettings } from './settings.ts'

export interface Mover {
  begin(start: Start, settings: ForceSettings): void
  set(settings: ForceSettings): void
  hold(name: number, x: number | undefined, y: number | undefined): void
  /** Where the names are, a few steps on, at most so many. */
  next(most: number): Promise<Pulled>
}

/** Milliseconds between two answers: of a worker, and of what the page gives in a frame. */
const budget = { worker: 30, page: 10 }

/** On the page's own thread. */
export function movesInSlices(): Mover {
  const own = pulling()
  return {
    ...own,
    next: async (most) => {
      await new Promise((resolve) => requestAnimationFrame(resolve))
      await new Promise((resolve) => setTimeout(resolve))
      return own.next(budget.page, most)
    },
  }
}

/** In a worker, started when it is needed first; on the page where it does not start. */
export function movesInWorker(open: () => Worker): Mover {
  let worker: Caller<PullMethods> | undefined
  let page: Mover | undefined
  let begun: [Start, ForceSettings] | undefined
  const there = () => (worker ??= callsTo<PullMethods>(open())).call
  // whoever asks for the next places hears of what went wrong
  const quietly = (answer: Promise<unknown>) => void answer.catch(() => {})
  return {
    begin: (start, settings) => {
      begun = [start, settings]
      if (page) page.begin(start, settings)
      else quietly(there().begin(start, settings))
    },
    set: (settings) => (page ? page.set(settings) : quietly(there().set(settings))),
    hold: (name, x, y) => (page ? page.hold(name, x, y) : quietly(there().hold(name, x, y))),
    next: async (most) => {
      if (page) return page.next(most)
      try {
        return await there().next(budget.worker, most)
      } catch {
        page = movesInSlices()
        page.begin(...begun!)
        return page.next(most)
      }
    },
  }
}
