/**
 * Attribution measured: who says each quotation of LitBank, its quotations given. A speaker is right when the mention
 * that is found to speak is one of the gold speaker's, and named right when the chain that it is put into is.
 */

import { createContext } from '../../src/coreference/context.ts'
import { chainsOf } from '../../src/coreference/index.ts'
import { findMentions } from '../../src/mentions/index.ts'
import type { Mention } from '../../src/model/index.ts'
import { type LitbankDocument, readLitbank } from './litbank.ts'
import { type EvaluationPart, percent } from './part.ts'

export const quotations: EvaluationPart = {
  name: 'quotations',
  run({ data, annotator, print }) {
    const total = { all: 0, attributed: 0, right: 0, named: 0, chained: 0 }
    for (const gold of readLitbank(data)) {
      if (gold.quotations.length === 0) continue
      const sentences = annotator.annotate([...gold.segmented])
      const mentions = findMentions(gold.document, sentences)
      const context = createContext(gold.document, sentences, mentions, gold.quotations)
      const chains = chainsOf(context)
      const chainOf = new Map(chains.flatMap((chain) => chain.mentions.map((id) => [id, chain] as const)))
      const owner = ownerOf(gold)
      gold.quotations.forEach(({ speaker }, at) => {
        total.all++
        const found = context.quotations[at]!.speaker?.mention
        if (!found) return
        total.attributed++
        if (owner(found) === speaker) total.right++
        const members = chainOf.get(found.id)!.mentions.map((id) => mentions[id]!)
        const named = members.filter(({ kind }) => kind === 'NAM')
        if (named.length === 0) return
        total.named++
        if (mostly(named.map(owner)) === speaker) total.chained++
      })
    }
    const { all, attributed, right, named, chained } = total
    print(`Quotations of LitBank: ${all}; a speaker is found for ${percent(attributed / all)} %`)
    print(`right, of all                    ${percent(right / all)}`)
    print(`right, of those with a speaker   ${percent(right / attributed)}`)
    print(`with a speaker who has a name    ${percent(named / all)}, of whom ${percent(chained / named)} are right`)
  },
}

/** The gold chain of the shortest gold mention around a mention's head. */
function ownerOf({ named }: LitbankDocument): (mention: Mention) => string | undefined {
  return ({ sentence, head }) => {
    const around = named.filter((gold) => gold.sentence === sentence && gold.first <= head && head < gold.last)
    return around.sort((a, b) => a.last - a.first - (b.last - b.first))[0]?.chain
  }
}

/** What occurs most often among the known. */
function mostly(list: readonly (string | undefined)[]): string | undefined {
  const counts = new Map<string, number>()
  for (const one of list) if (one !== undefined) counts.set(one, (counts.get(one) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}
