/** Gold and predicted trees → the figures that are reported. */
import type { Syntax } from '../../src/annotate/syntax.ts'
import type { TreebankSentence } from './treebank.ts'

export interface Figures {
  readonly words: number
  readonly upos: number
  readonly xpos: number
  readonly uas: number
  /** Universal relations, without subtypes; punctuation counts. */
  readonly las: number
  /** F1 of arcs and relation, without subtypes. */
  readonly relations: Readonly<Record<string, number>>
}

const percent = (part: number, whole: number): number => Math.round((10000 * part) / Math.max(1, whole)) / 100
const universal = (relation: string): string => relation.split(':')[0]!

export function measure(sentences: readonly TreebankSentence[], found: readonly Syntax[]): Figures {
  let [words, upos, xpos, uas, las] = [0, 0, 0, 0, 0]
  const counts = new Map<string, { gold: number; found: number; right: number }>()
  const count = (relation: string) => {
    const key = universal(relation)
    if (!counts.has(key)) counts.set(key, { gold: 0, found: 0, right: 0 })
    return counts.get(key)!
  }
  for (const [s, sentence] of sentences.entries()) {
    const { tags, ...parse } = found[s]!
    sentence.forms.forEach((_, i) => {
      words++
      if (tags[i]!.upos === sentence.upos[i]) upos++
      if (tags[i]!.xpos === sentence.xpos[i]) xpos++
      const gold = sentence.relations[i]!
      const found = parse.relations[i]!
      count(gold).gold++
      count(found).found++
      if (parse.heads[i] !== sentence.heads[i]) return
      uas++
      if (universal(gold) !== universal(found)) return
      las++
      count(gold).right++
    })
  }
  const relations = [...counts]
    .sort((a, b) => b[1].gold - a[1].gold)
    .map(([name, { gold, found, right }]) => [name, percent(2 * right, gold + found)])
  return {
    words,
    upos: percent(upos, words),
    xpos: percent(xpos, words),
    uas: percent(uas, words),
    las: percent(las, words),
    relations: Object.fromEntries(relations),
  }
}
