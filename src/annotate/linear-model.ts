/** A linear classifier over hashed features: class names, the kernel that scores them, and what scores are measured in. */
import { createKernel, type Kernel } from './kernel.ts'

export interface LinearModel {
  readonly classes: readonly string[]
  readonly bits: number
  readonly kernel: Kernel
  /** What a weight of 1 in training is here: scores are compared in these units. */
  readonly scale: number
}

/** A model of zeros. */
export function emptyModel(classes: readonly string[], bits: number, plain = false): LinearModel {
  return { classes, bits, kernel: createKernel({ bits, classes: classes.length }, plain), scale: 1 }
}
