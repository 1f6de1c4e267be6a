/** A worker: nets in, their measures out. */
import { type MeasureName, measuring, type Net } from './index.ts'

export interface Order {
  readonly id: number
  readonly what: MeasureName
  readonly net: Net
}

const here = self as unknown as DedicatedWorkerGlobalScope
here.onmessage = ({ data: { id, what, net } }: MessageEvent<Order>) => {
  const steps = measuring(what, net)
  let step = steps.next()
  while (!step.done) step = steps.next()
  here.postMessage({ id, values: step.value }, [step.value.buffer])
}
