/** Who measures: a worker where there is one, else the page itself, a little at a time. */
import { type Caller, callsTo } from '../../calls.ts'
import { type MeasureName, measuring, type Net } from './index.ts'
import type { MeasureMethods } from './worker.ts'

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
  let worker: Caller<MeasureMethods> | undefined
  return async (what, net) => {
    worker ??= callsTo<MeasureMethods>(open())
    return worker.call.measure(what, net).catch(() => inSlices(what, net))
  }
}
