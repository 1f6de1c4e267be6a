/** A linear classifier over hashed features: class names, the kernel that scores them, and what scores are measured in. */
import { createKernel, type Kernel } from './kernel.ts'
import type { Template } from './templates.ts'

export interface LinearModel {
  readonly classes: readonly string[]
  readonly bits: number
  readonly kernel: Kernel
  /** What a weight of 1 in training is here: scores are compared in these units. */
  readonly scale: number
}

/** A model of zeros. */
export function emptyModel(
  classes: readonly string[],
  templates: readonly Template[],
  size: { readonly bits: number; readonly knownBits?: number },
): LinearModel {
  return { classes, bits: size.bits, kernel: createKernel({ ...size, classes: classes.length, templates }), scale: 1 }
}

/** Leaves out features in training, by putting the row of zeros in their place. */
export type OffsetFilter = (offsets: Int32Array, count: number) => void
