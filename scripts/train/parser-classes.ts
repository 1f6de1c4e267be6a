/**
 * Trees with guessed tags → a parser's classes, and which of them a word may get by its part of speech. The classes are
 * ordered so that those of a part of speech lie in few blocks of eight: only these are added up.
 */
import type { Arcs } from '../../src/annotate/parser.ts'
import { universalTags } from '../../src/annotate/tagger.ts'
import { transitionName } from '../../src/annotate/transitions.ts'
import { projective } from './oracle.ts'
import type { ParserItem } from './train-parser.ts'

/** An arc that a part of speech has had less often is not allowed: one in ten thousand words loses its arc. */
const rarestArc = 10
const blockSize = 8
/** Every word may be one of these, so that there is always a step. */
const always = ['left root', 'left dep', 'right dep']

/** @param rarest - an arc and relation rarer than this has no class */
export function parserClasses(items: readonly ParserItem[], rarest: number): { classes: string[]; arcs: Arcs } {
  const byTag = universalTags.map(() => new Map<string, number>())
  for (const { sentence, context } of items)
    projective(sentence).forEach((head, i) => {
      const action = head === 0 || head > i + 1 ? 'left' : 'right'
      const name = transitionName({ action, relation: head === 0 ? 'root' : sentence.relations[i]! })
      const counts = byTag[context.kinds[i]!]!
      counts.set(name, (counts.get(name) ?? 0) + 1)
    })
  const names = [...new Set([...always, ...byTag.flatMap((counts) => [...counts.keys()])])].sort()
  const total = (name: string) => byTag.reduce((sum, counts) => sum + (counts.get(name) ?? 0), 0)
  const kept = names.filter((name) => always.includes(name) || (name !== 'right root' && total(name) >= rarest))
  const tagsOf = new Map(
    kept.map((name) => [
      name,
      universalTags.filter((_, t) => always.includes(name) || (byTag[t]!.get(name) ?? 0) >= rarestArc),
    ]),
  )
  const weights = new Map(universalTags.map((tag, t) => [tag, [...byTag[t]!.values()].reduce((a, b) => a + b, 0)]))
  const classes = inBlocks(tagsOf, weights)
  const arcs = Object.fromEntries(
    universalTags.map((tag) => [tag, [...classes.keys()].filter((c) => tagsOf.get(classes[c]!)?.includes(tag))]),
  )
  return { classes, arcs }
}

/** The classes, block by block: each takes the classes that make it no use to the fewest further words. */
function inBlocks(tagsOf: ReadonlyMap<string, readonly string[]>, weights: ReadonlyMap<string, number>): string[] {
  const classes = ['shift']
  const left = new Set(tagsOf.keys())
  let covered = new Set<string>(universalTags)
  const sum = (tags: readonly string[]) => tags.reduce((all, tag) => all + weights.get(tag)!, 0)
  while (left.size > 0) {
    if (classes.length % blockSize === 0) covered = new Set()
    let best: string | undefined
    let bestRank: readonly [number, number] = [Infinity, 0]
    for (const name of left) {
      const tags = tagsOf.get(name)!
      const fresh = covered.size === 0 ? -sum(tags) : sum(tags.filter((tag) => !covered.has(tag)))
      const rank = [fresh, sum(tags)] as const
      if (best !== undefined && (rank[0] > bestRank[0] || (rank[0] === bestRank[0] && rank[1] <= bestRank[1]))) continue
      best = name
      bestRank = rank
    }
    for (const tag of tagsOf.get(best!)!) covered.add(tag)
    classes.push(best!)
    left.delete(best!)
  }
  return classes
}
