/**
 * The arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez and Satta 2011) with the root at the end of the buffer:
 * a sentence of n words is parsed in 2n steps and always gets a tree with one root.
 *
 * States share their parts: a step makes one new state and at most one new subtree, whatever the length of the
 * sentence, so that a beam of states costs no copying (Huang and Sagae 2010).
 */
import { extend } from './hashing.ts'

/** What a step does, and the relation that it gives. */
export interface Transition {
  readonly action: 'shift' | 'left' | 'right'
  readonly relation: string
}

export const parseTransition = (name: string): Transition => {
  const cut = name.indexOf(' ')
  if (cut < 0) return { action: 'shift', relation: '' }
  return { action: name.slice(0, cut) as 'left' | 'right', relation: name.slice(cut + 1) }
}

export const transitionName = ({ action, relation }: Transition): string =>
  action === 'shift' ? action : `${action} ${relation}`

/** Columns of a subtree: its word and its outermost children with their relations, -1 for none. */
export const subtree = {
  word: 0,
  left: 1,
  leftRelation: 2,
  left2: 3,
  left2Relation: 4,
  right: 5,
  rightRelation: 6,
  right2: 7,
  right2Relation: 8,
  leftCount: 9,
  rightCount: 10,
  /** Hashes of the relations on each side, from the inside out. */
  leftSet: 11,
  rightSet: 12,
} as const
/** Columns of a subtree. */
const subtreeWidth = 13
export const subtreeStride = 16

/** Children of a side are counted up to this. */
const mostCounted = 3

/** All states of one sentence's search, as columns; a state is an index into them. */
export class States {
  /** Place of the root, which stands behind the last word. */
  root = 0
  size = 0
  /** Subtree on top of the stack, -1 if it is empty. */
  top = new Int32Array(0)
  /** State whose stack is this one's without its top, -1 for none. */
  below = new Int32Array(0)
  /** Subtree at the front of the buffer; behind it are single words. */
  front = new Int32Array(0)
  previous = new Int32Array(0)
  /** Class of the step that led here. */
  step = new Int16Array(0)
  score = new Float64Array(0)
  /** By how much that step beat the best other one. */
  margin = new Float64Array(0)
  /** Hash of the stack's subtrees. */
  stack = new Int32Array(0)
  subtrees = new Int32Array(0)
  private subtreeCount = 0
  /** Several sequences are followed: like subtrees are one, which a single sequence does not need. */
  private several = true
  /** The subtrees with children by the hash of their columns, in an open table; 0 for none. */
  private known = new Int32Array(0)

  /** Makes room and returns the first state: an empty stack before `words` words. `beam` states are made a step. */
  start(words: number, beam: number): number {
    this.several = beam > 1
    const wanted = beam * (2 * words + 2)
    if (this.top.length < wanted) {
      const room = Math.max(wanted, 2048)
      this.top = new Int32Array(room)
      this.below = new Int32Array(room)
      this.front = new Int32Array(room)
      this.previous = new Int32Array(room)
      this.step = new Int16Array(room)
      this.score = new Float64Array(room)
      this.margin = new Float64Array(room)
      this.stack = new Int32Array(room)
      this.subtrees = new Int32Array((room + words + 2) * subtreeStride)
    }
    if (this.subtrees.length < (this.top.length + words + 2) * subtreeStride)
      this.subtrees = new Int32Array((this.top.length + words + 2) * subtreeStride)
    this.root = words
    this.size = 0
    this.subtreeCount = words + 1
    for (let word = 0; word <= words; word++) {
      const at = word * subtreeStride
      this.subtrees.fill(-1, at + 1, at + subtree.leftCount)
      this.subtrees.fill(0, at + subtree.leftCount, at + subtreeStride)
      this.subtrees[at] = word
    }
    if (this.several) {
      const size = 2 ** Math.ceil(Math.log2(2 * wanted))
      if (this.known.length < size) this.known = new Int32Array(size)
      else this.known.fill(0)
    }
    return this.add(-1, -1, 0)
  }

  private add(top: number, below: number, front: number): number {
    const state = this.size++
    this.top[state] = top
    this.below[state] = below
    this.front[state] = front
    this.previous[state] = -1
    this.step[state] = -1
    this.score[state] = 0
    this.margin[state] = 0
    if (!this.several) return state
    const under = below === -1 ? 0 : this.stack[below]!
    this.stack[state] = top === -1 ? under : extend(under, top)
    return state
  }

  /** Whether all that can follow two states of one step is scored alike, so that the worse of them can never win. */
  alike(a: number, b: number): boolean {
    return this.stack[a] === this.stack[b] && this.front[a] === this.front[b]
  }

  /** Index of the front's word; `root` when all words are shifted. */
  frontWord(state: number): number {
    return this.subtrees[this.front[state]! * subtreeStride]!
  }

  finished(state: number): boolean {
    return this.top[state] === -1 && this.frontWord(state) === this.root
  }

  canShift(state: number): boolean {
    return this.frontWord(state) < this.root
  }

  /** The root takes one child, the last on the stack. */
  canLeft(state: number): boolean {
    return this.top[state] !== -1 && (this.canShift(state) || this.canRight(state) === false)
  }

  canRight(state: number): boolean {
    const below = this.below[state]!
    return this.top[state] !== -1 && below !== -1 && this.top[below] !== -1
  }

  shift(state: number): number {
    return this.link(this.add(this.front[state]!, state, this.frontWord(state) + 1), state)
  }

  /** The stack's top becomes a child of the buffer's front. */
  left(state: number, relation: number): number {
    const below = this.below[state]!
    const front = this.attach(this.front[state]!, this.top[state]!, relation)
    return this.link(this.add(this.top[below]!, this.below[below]!, front), state)
  }

  /** The stack's top becomes a child of the word below it. */
  right(state: number, relation: number): number {
    const below = this.below[state]!
    const top = this.attach(this.top[below]!, this.top[state]!, relation)
    return this.link(this.add(top, this.below[below]!, this.front[state]!), state)
  }

  private link(state: number, previous: number): number {
    this.previous[state] = previous
    return state
  }

  private attach(head: number, child: number, relation: number): number {
    const { subtrees } = this
    const tree = this.subtreeCount++
    const at = tree * subtreeStride
    const from = head * subtreeStride
    for (let i = 0; i < subtreeWidth; i++) subtrees[at + i] = subtrees[from + i]!
    const word = subtrees[child * subtreeStride]!
    const side = word < subtrees[at]! ? subtree.left : subtree.right
    subtrees[at + side + 2] = subtrees[at + side]!
    subtrees[at + side + 3] = subtrees[at + side + 1]!
    subtrees[at + side] = word
    subtrees[at + side + 1] = relation
    const count = side === subtree.left ? subtree.leftCount : subtree.rightCount
    if (subtrees[at + count]! < mostCounted) subtrees[at + count]!++
    subtrees[at + count + 2] = extend(subtrees[at + count + 2]!, relation + 1)
    return this.several ? this.one(tree) : tree
  }

  /** The newest subtree, or the one that is there already with the same columns. */
  private one(tree: number): number {
    const { subtrees, known } = this
    const at = tree * subtreeStride
    let hash = 0
    for (let i = 0; i < subtreeWidth; i++) hash = Math.imul(hash ^ subtrees[at + i]!, 0x01000193)
    const mask = known.length - 1
    for (let place = (hash ^ (hash >>> 15)) & mask; ; place = (place + 1) & mask) {
      const other = known[place]!
      if (other === 0) {
        known[place] = tree
        return tree
      }
      let i = 0
      while (i < subtreeWidth && subtrees[other * subtreeStride + i] === subtrees[at + i]) i++
      if (i < subtreeWidth) continue
      this.subtreeCount--
      return other
    }
  }
}
