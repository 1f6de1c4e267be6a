/**
 * Mentions → chains of those that stand for one thing, by sieves from the surest to the least sure
 * (Raghunathan et al. 2010; Lee et al. 2013).
 */
import type { Chain, Document, Mention, Sentence } from '../model/index.ts'
import { type Context, createContext, type Sieve } from './context.ts'
import { chainName, isResolved } from './display.ts'
import { appositions } from './sieves/appositions.ts'
import { constructions } from './sieves/constructions.ts'
import { continued } from './sieves/continued.ts'
import { descriptions } from './sieves/descriptions.ts'
import { exactNames } from './sieves/exactNames.ts'
import { headlines } from './sieves/headlines.ts'
import { letters } from './sieves/letters.ts'
import { mail } from './sieves/mail.ts'
import { nameForms } from './sieves/nameForms.ts'
import { pronouns } from './sieves/pronouns.ts'
import { sameOwners, sameWords } from './sieves/sameWords.ts'
import { speakers, spokenFor } from './sieves/speakers.ts'

/** Surest first. */
export const sieves: readonly Sieve[] = [
  exactNames,
  constructions,
  appositions,
  mail,
  letters,
  nameForms,
  speakers,
  sameWords,
  descriptions,
  headlines,
  continued,
  pronouns,
  spokenFor,
  sameOwners,
]

/** Ties the mentions of one document that stand for the same thing. Every mention is in exactly one chain. */
export function resolve(document: Document, sentences: readonly Sentence[], mentions: readonly Mention[]): Chain[] {
  return chainsOf(createContext(document, sentences, mentions))
}

/** The same of a context whose quotations are known. */
export function chainsOf(context: Context): Chain[] {
  for (const sieve of sieves) sieve.run(context)
  const chains: Chain[] = []
  for (const { mention } of context.facts) {
    const chained = context.chains.of(mention.id)
    if (chained.first !== mention.id) continue
    chained.mentions.sort((a, b) => a - b)
    chains.push({
      id: chains.length,
      mentions: chained.mentions,
      name: chainName(context, chained),
      type: chained.type,
      resolved: isResolved(context, chained),
    })
  }
  return chains
}
