/** Degree: how many others a name is tied to. */
import type { Net } from './net.ts'

export function* degree({ first }: Net): Generator<void, Float64Array> {
  return Float64Array.from({ length: first.length - 1 }, (_, i) => first[i + 1]! - first[i]!)
}
