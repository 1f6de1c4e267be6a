/** What a step of the arc-hybrid system costs in gold arcs that can no longer be made (Goldberg and Nivre 2013). */
import type { Parser } from '../../src/annotate/parser.ts'
import { universalTags } from '../../src/annotate/tagger.ts'
import { subtreeStride } from '../../src/annotate/transitions.ts'
import type { TreebankSentence } from './treebank.ts'

/** A gold tree as the parser counts: words from 0, the root is n. */
export interface GoldTree {
  readonly heads: Int32Array
  /** Class of the left and of the right arc to each word's gold head. */
  readonly leftClass: Int32Array
  readonly rightClass: Int32Array
  readonly children: readonly (readonly number[])[]
}

/** The tree with each crossing arc lifted to its head's head (Nivre and Nilsson 2005), as the system makes no other. */
export function projective(sentence: TreebankSentence): number[] {
  const heads = [...sentence.heads]
  for (let child = crossing(heads); child !== undefined; child = crossing(heads))
    heads[child] = heads[heads[child]! - 1]!
  return heads
}

/** The shortest arc that spans a word which is no descendant of the arc's head. */
function crossing(heads: readonly number[]): number | undefined {
  let found: number | undefined
  let shortest = Infinity
  heads.forEach((head, child) => {
    if (head === 0) return
    const length = Math.abs(head - child - 1)
    if (length >= shortest) return
    for (let i = Math.min(head, child + 1) + 1; i < Math.max(head, child + 1); i++) {
      let ancestor = i
      while (ancestor !== 0 && ancestor !== head) ancestor = heads[ancestor - 1]!
      if (ancestor === 0) {
        found = child
        shortest = length
        return
      }
    }
  })
  return found
}

/** @param kinds - the parts of speech that the parser will see: an arc that it may not name so is named "dep" */
export function goldTree(parser: Parser, sentence: TreebankSentence, kinds?: Int32Array): GoldTree {
  const n = sentence.forms.length
  const heads = Int32Array.from(projective(sentence), (head) => (head === 0 ? n : head - 1))
  const children: number[][] = Array.from({ length: n + 1 }, () => [])
  heads.forEach((head, child) => {
    children[head]!.push(child)
  })
  const { classes } = parser.model
  const find = (action: string, relation: string, i: number) => {
    const arcs = kinds && parser.arcs[universalTags[kinds[i]!]!]
    const allowed = (c: number) => c >= 0 && (!arcs || arcs.includes(c))
    const names = [relation, relation.split(':')[0], 'dep'].map((name) => classes.indexOf(`${action} ${name}`))
    return names.find(allowed) ?? names[2]!
  }
  const rootAt = sentence.heads.indexOf(0)
  return {
    heads,
    leftClass: Int32Array.from(sentence.relations, (relation, i) => find('left', i === rootAt ? 'root' : relation, i)),
    rightClass: Int32Array.from(sentence.relations, (relation, i) => find('right', relation, i)),
    children,
  }
}

/** Costs of shift, left and right; Infinity where the step is not allowed. */
export function costs(parser: Parser, tree: GoldTree, state: number): [number, number, number] {
  const { states } = parser
  const { heads, children } = tree
  const front = states.frontWord(state)
  const wordOf = (subtree: number) => states.subtrees[subtree * subtreeStride]!
  let shift = Infinity
  let left = Infinity
  let right = Infinity
  if (states.canShift(state)) {
    shift = 0
    for (let at = state, first = true; at !== -1 && states.top[at] !== -1; at = states.below[at]!, first = false) {
      const word = wordOf(states.top[at]!)
      if (heads[word] === front) shift++
      if (!first && heads[front] === word) shift++
    }
  }
  if (states.top[state] === -1) return [shift, left, right]
  const top = wordOf(states.top[state]!)
  const lost = children[top]!.reduce((sum, child) => (child >= front ? sum + 1 : sum), 0)
  const head = heads[top]!
  const below = states.canRight(state) ? wordOf(states.top[states.below[state]!]!) : -1
  if (states.canLeft(state)) left = lost + (head !== front && (head === below || head > front) ? 1 : 0)
  if (states.canRight(state)) right = lost + (head >= front ? 1 : 0)
  return [shift, left, right]
}

/** The gold class: of the cheapest steps, the one that makes a gold arc, else shift, else an arc named as in the gold tree. */
export function goldClass(parser: Parser, tree: GoldTree, state: number): number {
  const { states } = parser
  const [shift, left, right] = costs(parser, tree, state)
  const least = Math.min(shift, left, right)
  const top = states.top[state] === -1 ? -1 : states.subtrees[states.top[state]! * subtreeStride]!
  const atEnd = !states.canShift(state)
  if (left === least && tree.heads[top] === states.frontWord(state))
    return atEnd ? parser.rootClass : noRoot(tree.leftClass[top]!)
  if (right === least && tree.heads[top] === states.subtrees[states.top[states.below[state]!]! * subtreeStride])
    return tree.rightClass[top]!
  if (shift === least) return 0
  if (left === least) return atEnd ? parser.rootClass : noRoot(tree.leftClass[top]!)
  return tree.rightClass[top]!

  function noRoot(name: number): number {
    return name === parser.rootClass ? parser.model.classes.indexOf('left dep') : name
  }
}
