/**
 * States of a sentence → the scores of their steps, part by part (parser-parts.ts): the sums of a part are worked out
 * once for each piece that it sees and kept till the end of the sentence. They are integers, so that the order in which
 * they are added up changes nothing.
 */
import type { ParsedContext } from './context.ts'
import { type Kernel, mostKept } from './kernel.ts'
import { fillAtoms } from './parser-features.ts'
import type { Part, View } from './parser-parts.ts'
import { type States, subtreeStride } from './transitions.ts'

/** Places where a part's sums may be looked up, a power of two. */
const placesOfPart = 256
/** Numbers of a place: what of s0, s1, s2 and the front was seen, in which round, and where the sums are kept. */
const placeStride = 8

/** Index into what is seen of a state: nothing, or words and subtrees of s0, s1, the front, and the word of s2. */
const seen = { nothing: 0, s0: 0, s1: 2, front: 4, s2: 6 } as const

export class KeptSums {
  private readonly places: Int32Array
  /** For each part, what it sees of s0, s1, s2 and the front, as indexes into `now`. */
  private readonly views: Int32Array
  private readonly now = new Int32Array(8)
  /** Sums of earlier rounds do not hold. */
  private round = 0
  private size = 0
  private readonly allBlocks: number

  /**
   * @param blocksOf - for each kind of word that may be on top of the stack, and last for an empty stack, the blocks of
   * all steps that may be allowed there
   */
  constructor(
    private readonly kernel: Kernel,
    private readonly parts: readonly Part[],
    private readonly blocksOf: readonly number[],
  ) {
    this.allBlocks = blocksOf.reduce((all, blocks) => all | blocks, 0)
    this.places = new Int32Array(parts.length * placesOfPart * placeStride)
    const index = (view: View, of: 's0' | 's1' | 's2' | 'front') => (view[of] ? seen[of] + view[of] : seen.nothing)
    this.views = Int32Array.from(
      parts.flatMap(({ view }) => [index(view, 's0'), index(view, 's1'), index(view, 's2'), index(view, 'front')]),
    )
  }

  /** Forgets the sums that were kept of another sentence. */
  start(): void {
    this.round++
    this.size = 0
  }

  /** Leaves the scores of a state's steps, which lie in these blocks, in the kernel's sums. */
  score(context: ParsedContext, states: States, state: number, blocks: number): void {
    const { kernel, parts, places, views, now } = this
    // when there is no more room, all are forgotten
    if (this.size + parts.length > mostKept) this.start()
    const { subtrees, top, below } = states
    const under = below[state]!
    const under2 = under === -1 ? -1 : below[under]!
    const s0 = top[state]!
    const s1 = under === -1 ? -1 : top[under]!
    const s2 = under2 === -1 ? -1 : top[under2]!
    const front = states.front[state]!
    now[1] = s0 === -1 ? -1 : subtrees[s0 * subtreeStride]!
    now[2] = s0
    now[3] = s1 === -1 ? -1 : subtrees[s1 * subtreeStride]!
    now[4] = s1
    now[5] = subtrees[front * subtreeStride]!
    now[6] = front
    now[7] = s2 === -1 ? -1 : subtrees[s2 * subtreeStride]!
    const own = this.blocksOf[s0 === -1 ? this.blocksOf.length - 1 : context.kinds[now[1]!]!]!
    let filled = false
    for (let p = 0; p < parts.length; p++) {
      const a = now[views[4 * p]!]!
      const b = now[views[4 * p + 1]!]!
      const c = now[views[4 * p + 2]!]!
      const d = now[views[4 * p + 3]!]!
      const hash =
        Math.imul(a, 0x9e3779b1) + Math.imul(b, 0x85ebca77) + Math.imul(c, 0xc2b2ae3d) + Math.imul(d, 0x27d4eb2f)
      const at = (p * placesOfPart + ((hash >>> 13) & (placesOfPart - 1))) * placeStride
      if (
        places[at] !== a ||
        places[at + 1] !== b ||
        places[at + 2] !== c ||
        places[at + 3] !== d ||
        places[at + 4] !== this.round
      ) {
        if (!filled) fillAtoms(context, states, state, kernel.atoms)
        filled = true
        const { first, last, view } = parts[p]!
        const place = this.size++ * kernel.keptBytes
        kernel.keep(kernel.extract(first, last), view.s0 ? own : this.allBlocks, place)
        places[at] = a
        places[at + 1] = b
        places[at + 2] = c
        places[at + 3] = d
        places[at + 4] = this.round
        places[at + 5] = place
      }
      kernel.places[p] = places[at + 5]!
    }
    kernel.add(parts.length, blocks)
  }
}
