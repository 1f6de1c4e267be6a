/**
 * "He", "she", "it", "they" → the mention before it that a log-linear model finds likeliest (after Denis and Baldridge
 * 2008, ranking with a choice of "none of them"); a pronoun with no likely one stays open.
 */
import type { Context, Sieve } from '../context.ts'
import { type Candidate, candidates, type PronounClass, pronounClass } from '../features.ts'
import { weights } from '../weights.ts'

/** Least probability of the chosen chain, by pronoun; found on GUM's training texts, for three links in four right. */
const least: Readonly<Record<PronounClass, number>> = { he: 0.25, she: 0.25, it: 0.38, they: 0.45 }

export const pronouns: Sieve = {
  name: 'pronouns',
  run(context: Context) {
    const { facts, chains } = context
    for (const fact of facts) {
      const kind = pronounClass(fact)
      if (!kind || chains.of(fact.mention.id).first < fact.mention.id) continue
      const best = likeliest(context, candidates(context, fact, kind), kind)
      if (best && best.probability >= least[kind]) chains.merge(best.fact.mention.id, fact.mention.id)
    }
  },
}

/** The likeliest chain among the candidates: the probabilities of its mentions are added. */
export function likeliest({ chains }: Context, list: readonly Candidate[], kind: PronounClass) {
  const scores = list.map(({ features }) => score(features))
  const none = score([`${kind} none`])
  const highest = Math.max(none, ...scores)
  let total = Math.exp(none - highest)
  const byChain = new Map<number, { probability: number; fact: Candidate['fact'] }>()
  list.forEach(({ fact }, at) => {
    const mass = Math.exp(scores[at]! - highest)
    total += mass
    const root = chains.root(fact.mention.id)
    const known = byChain.get(root)
    byChain.set(root, { probability: (known?.probability ?? 0) + mass, fact: known?.fact ?? fact })
  })
  let best: { probability: number; fact: Candidate['fact'] } | undefined
  for (const entry of byChain.values()) if (!best || entry.probability > best.probability) best = entry
  return best && { fact: best.fact, probability: best.probability / total }
}

const score = (features: readonly string[]): number => {
  let sum = 0
  for (const feature of features) sum += weights[feature] ?? 0
  return sum
}
