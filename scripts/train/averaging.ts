/**
 * The averaged perceptron's books (Collins 2002; lazily, after Daumé): the weights themselves lie in the kernel as
 * whole numbers, and a second table holds each change times the moment of it, which gives the mean over all moments.
 */
import { type Kernel, maxWeight } from '../../src/annotate/kernel.ts'

export class Averaging {
  private readonly moments: Float64Array
  private now = 1

  constructor(private readonly kernel: Kernel) {
    this.moments = new Float64Array(kernel.weights.length)
  }

  tick(): void {
    this.now++
  }

  /** Adds `by` to a class's weight of the features in the first `count` of `offsets`. */
  change(offsets: Int32Array, count: number, { class: name, by }: { class: number; by: number }): void {
    const { weights, zeroRow } = this.kernel
    for (let f = 0; f < count; f++) {
      const cell = offsets[f]! + name
      if (cell >= zeroRow || Math.abs(weights[cell]! + by) > maxWeight) continue
      weights[cell]! += by
      this.moments[cell]! += by * this.now
    }
  }

  mean(): Float32Array {
    const { weights } = this.kernel
    return Float32Array.from(weights, (weight, i) => weight - this.moments[i]! / this.now)
  }
}

/** The mean of several trainings' weights. */
export const meanOf = (runs: readonly Float32Array[]): Float32Array =>
  runs[0]!.map((_, cell) => runs.reduce((sum, run) => sum + run[cell]!, 0) / runs.length)
