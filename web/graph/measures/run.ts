/** Who measures: a worker where there is one, else the page itself, a little at a time. */
import { type MeasureName, measuring, type Net } from './index.ts'
import type { Order } from './worker.ts'

export type Measure = (what: MeasureName, net: Net) => Promise<Float64Array>

/** Milliseconds that the page gives to measuring before it looks after its reader again. */
const slice = 12

/** On the page's own thread. */
export const inSlices: Measure = async (what, net) => {
  const steps = measuring(what, net)
  while (true) {
    const end = performance.now() + slice
    while (performance.now() < end) {
      const step = steps.next()
      if (step.done) return step.value
    }
    await new Promise((resolve) => setTimeout(resolve))
  }
}

/** In a worker, started when the first measure is asked for; on the page where it does not start. */
export function inWorker(open: () => Worker): Measure {
  const waiting = new Map<number, (values: Float64Array | undefined) => void>()
  let worker: Worker | undefined
  let failed = false
  let count = 0
  const started = (): Worker => {
    if (worker) return worker
    worker = open()
    worker.onmessage = ({ data }: MessageEvent<{ id: number; values: Float64Array }>) => {
      waiting.get(data.id)?.(data.values)
      waiting.delete(data.id)
    }
    worker.onerror = () => {
      failed = true
      for (const done of waiting.values()) done(undefined)
      waiting.clear()
    }
    return worker
  }
  return async (what, net) => {
    if (failed) return inSlices(what, net)
    const id = count++
    const values = await new Promise<Float64Array | undefined>((resolve) => {
      waiting.set(id, resolve)
      started().postMessage({ id, what, net } satisfies Order)
    })
    return values ?? inSlices(what, net)
  }
}
