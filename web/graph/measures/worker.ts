/** A worker: nets in, their measures out. */
import { answerCalls } from '../../calls.ts'
import { type MeasureName, measuring, type Net } from './index.ts'

const methods = {
  measure(what: MeasureName, net: Net): Float64Array {
    const steps = measuring(what, net)
    let step = steps.next()
    while (!step.done) step = steps.next()
    return step.value
  },
}
export type MeasureMethods = typeof methods

answerCalls(self, methods)
