/**
 * "He", "she", "it", "they" → the mention before it that a log-linear model finds likeliest (after Denis and Baldridge
 * 2008, ranking with a choice of "none of them"); a pronoun with no likely one stays open.
 */
import type { Context, Sieve } from '../context.ts'
import type { Fact } from '../facts.ts'
import { type Candidate, candidates, nuisance, type PronounClass, pronounClass } from '../features.ts'
import { weights } from '../weights.ts'
import { personOf } from './speakers.ts'

/** Least probability of the chosen chain, by pronoun; found on GUM's training texts, for three links in four right. */
const least: Readonly<Record<PronounClass, number>> = { he: 0.25, she: 0.25, it: 0.38, they: 0.45 }

export const pronouns: Sieve = {
  name: 'pronouns',
  run(context: Context) {
    const { chains } = context
    for (const fact of inOrder(context)) {
      const kind = pronounClass(fact)
      if (!kind || hasAntecedent(context, fact)) continue
      const best = likeliest(context, candidates(context, fact, kind), kind)
      if (best && best.probability >= least[kind]) chains.merge(best.fact.mention.id, fact.mention.id)
    }
  },
}

/** The order of the text, but who is quoted ("…," he said) comes before the pronouns of the quotation. */
function inOrder({ facts, quotations }: Context): Fact[] {
  const early = new Map<number, Fact>()
  for (const { start, speaker } of quotations)
    if (speaker && speaker.mention.start > start && pronounClass(speaker)) early.set(speaker.mention.id, speaker)
  if (early.size === 0) return [...facts]
  const place = new Map<Fact, number>()
  for (const { start, speaker } of quotations)
    if (speaker && early.has(speaker.mention.id) && !place.has(speaker)) place.set(speaker, start)
  return [...facts].sort(
    (a, b) => (place.get(a) ?? a.mention.start) - (place.get(b) ?? b.mention.start) || b.mention.id - a.mention.id,
  )
}

/** Tied to something before it, other than the "I" of what it is quoted to say. */
function hasAntecedent({ facts, chains }: Context, { mention }: Fact): boolean {
  const chain = chains.of(mention.id)
  if (chain.first === mention.id) return false
  return chain.mentions.slice(0, most).some((id) => id < mention.id && personOf(facts[id]!) === undefined)
}

/** Mentions of a chain that are looked at. */
const most = 64

/**
 * "She" is twice as likely a woman as somebody who may be a man as well, "they" several people as one body: the
 * logarithm of two.
 */
const sureFeature = Math.LN2

/** The likeliest chain among the candidates: the probabilities of its mentions are added. */
export function likeliest({ chains }: Context, list: readonly Candidate[], kind: PronounClass) {
  const known = nuisance(kind)
  const likelier = ({ fact, features }: Candidate) =>
    features.includes(known) || (kind === 'they' && chains.of(fact.mention.id).number === 'plural')
  const scores = list.map((candidate) => score(candidate.features) + (likelier(candidate) ? sureFeature : 0))
  const none = score([`${kind} none`])
  const highest = Math.max(none, ...scores)
  let total = Math.exp(none - highest)
  const byChain = new Map<number, { probability: number; fact: Candidate['fact'] }>()
  list.forEach(({ fact }, at) => {
    const mass = Math.exp(scores[at]! - highest)
    total += mass
    const root = chains.root(fact.mention.id)
    const chain = byChain.get(root)
    byChain.set(root, { probability: (chain?.probability ?? 0) + mass, fact: chain?.fact ?? fact })
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
