/**
 * A parse → a better one. When the tree is whole, each word's head and relation are judged once more, by a linear model
 * that sees all of it (Attardi and Ciaramita 2007, "Tree revision learning for dependency parsing"); punctuation last,
 * for its place follows from the rest.
 */
import type { ParsedContext } from './context.ts'
import type { LinearModel } from './linear-model.ts'
import type { Arcs, Parse } from './parser.ts'
import { RevisedTree } from './revised-tree.ts'
import { fillHeadAtoms, fillWordAtoms } from './revision-features.ts'
import { universalTags } from './tagger.ts'
import type { Usage } from './usage.ts'

/** Heads that are looked at on each side of a word. */
export const mostHeads = 8
/** A longer sentence (a table, a list without full stops) is left as it is, to bound the time. */
const longest = 400
/** Words whose arc the parser was surer of are left alone. */
const sure = 0.9
/** By how much another arc must beat the present one, in units of training. */
const lead = 20

/** The words of a sentence in the order in which they are revised. */
export function revisionOrder(tree: RevisedTree): number[] {
  const all = [...tree.context.kinds.keys()]
  return [...all.filter((i) => !tree.isMark(i)), ...all.filter((i) => tree.isMark(i))]
}

export class Reviser {
  /** By part of speech: the classes, which are relations, and the blocks of eight (see `Kernel.sum`) that they lie in. */
  private readonly classesOf: readonly (readonly number[])[]
  private readonly blocksOf: readonly number[]
  private readonly found: number[] = []

  /** @param relations - part of speech → classes of the relations that its words may get */
  constructor(
    readonly model: LinearModel,
    readonly relations: Arcs,
    readonly usage: Usage,
  ) {
    this.classesOf = universalTags.map((tag) => relations[tag] ?? [])
    this.blocksOf = this.classesOf.map((classes) => classes.reduce((blocks, c) => blocks | (1 << (c >> 3)), 0))
  }

  /** `context` is what the parser saw. */
  revise(context: ParsedContext, parse: Parse): Parse {
    const { root } = context
    if (root > longest) return parse
    const tree = new RevisedTree(context, parse, this.usage)
    let changed = false
    for (const i of revisionOrder(tree)) {
      if (tree.heads[i] === root || tree.margins[i]! > sure) continue
      const better = this.better(tree, i)
      if (!better) continue
      tree.change(i, better.head, this.model.classes[better.class]!)
      changed = true
    }
    if (!changed) return parse
    const heads = tree.heads.map((head) => (head === root ? 0 : head + 1))
    return { heads, relations: tree.names, margins: parse.margins }
  }

  /** An arc that is clearly better than a word's present one. */
  private better(tree: RevisedTree, i: number): { head: number; class: number } | undefined {
    const { found } = this
    const { kernel, classes, scale } = this.model
    const { sums, atoms } = kernel
    const kind = tree.context.kinds[i]!
    const allowed = this.classesOf[kind]!
    const present = classes.indexOf(tree.names[i]!)
    tree.candidates(i, mostHeads, found)
    fillWordAtoms(tree, i, atoms)
    let now = -Infinity
    let most = -Infinity
    let best = { head: -1, class: -1 }
    for (let k = 0; k < found.length; k += 2) {
      const head = found[k]!
      fillHeadAtoms(tree, [i, head, found[k + 1]!], atoms)
      kernel.sum(kernel.extract(), this.blocksOf[kind]!)
      for (const c of allowed) {
        const own = k === 0 && c === present
        if (own) now = sums[c]!
        if (sums[c]! <= most) continue
        if (!own && (tree.isTaken(i, head, classes[c]!) || tree.isBareClause(i, classes[c]!))) continue
        most = sums[c]!
        best = { head, class: c }
      }
    }
    if (best.head < 0 || (best.head === tree.heads[i] && best.class === present)) return undefined
    return most - now >= lead * scale ? best : undefined
  }
}
