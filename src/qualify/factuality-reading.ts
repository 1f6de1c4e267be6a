/** What the parts of the reading of a frame's factuality share: what is read, how one asks on, how two answers combine. */
import type { Factuality, Frame } from '../model/index.ts'
import type { Modality } from './modality.ts'
import type { Tree } from './tree.ts'

/** A frame being read. */
export interface Reading {
  readonly frame: Frame
  readonly tree: Tree
  readonly modality: Modality
  /** The frame is a directive. */
  readonly directive: boolean
  /** The trigger; of a modal the verb that it goes with. */
  readonly own: number
  /** What the clauses around a verb say of it. */
  around(verb: number, depth: number): Factuality
  /** A verb with all that stands around it. */
  whole(head: number, depth: number): Factuality
  /** It stands in the message of another request, order or question: it is wanted, not done. */
  isAskedFor(verb: number): boolean
}

/** A clause under its head; how deep it has been followed. */
export interface Clause {
  readonly verb: number
  readonly head: number
  readonly depth: number
}

/** How many words of a condition, and of what is said before a quotation, are looked through. */
export const farthest = 40

/** Deeper nesting is not followed: it stands in hostile text only. */
export const deepest = 12

/** The outer word on an inner event: what is not so outside is not so inside. */
export function within(outer: Factuality, inner: Factuality): Factuality {
  if (outer === 'actual') return inner
  if (outer === 'hypothetical') return 'hypothetical'
  if (outer === 'denied') return inner === 'denied' ? 'actual' : 'denied'
  return inner === 'actual' ? 'future' : inner
}
