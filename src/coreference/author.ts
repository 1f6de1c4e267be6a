/** Document → the body that writes it, "we" outside quotations: "this court", "the Committee" of its report, "Embassy". */
import { dependents } from '../model/index.ts'
import { coArguments } from './binding.ts'
import type { Context } from './context.ts'
import type { Fact } from './facts.ts'

const bodies =
  /^(?:committee|commission|court|board|panel|tribunal|council|mission|delegation|office|agency|authority|inquiry|association|union|society|assembly)$/i
/** Posts that cables name without an article, and what they do there. */
const posts = /^(?:embassy|legation|consulate|mission|post|department|delegation|headquarters)$/i
const wiring =
  /^(?:request|recommend|instruct|appreciate|believe|understand|authorize|suggest|propose|urge|regret|note|concur|defer|ask|await|report|advise)$/

/** Whom "we" of the text's own words stands for; undefined where the text sets it apart from them, or has several. */
export function authorBody(context: Context, we: readonly Fact[]): Fact | undefined {
  const { facts, quotationOf } = context
  let author: Fact | undefined
  let surest = 0
  for (const fact of facts) {
    const sure = quotationOf(fact) ? 0 : sureness(context, fact)
    if (sure === 0 || sure < surest) continue
    if (author && sure === surest && author.lemma !== fact.lemma) return undefined
    if (sure > surest) author = fact
    surest = sure
  }
  if (!author) return undefined
  const { lemma } = author
  const apart = we.some((own) => {
    for (const step of [-1, 1])
      for (let id = own.mention.id + step; facts[id]?.mention.sentence === own.mention.sentence; id += step) {
        const other = facts[id]!
        if (other.lemma === lemma && other.mention.number !== 'plural' && coArguments(own, other)) return true
        if (Math.abs(id - own.mention.id) > 20) break
      }
    return false
  })
  return apart ? undefined : author
}

/** How surely a mention is the text's author: "this court" 3, "Embassy requests" 2, "The Committee" as it opens 1. */
function sureness({ sentences }: Context, { mention, sentence, lemma, token, role, governor }: Fact): number {
  if (mention.kind === 'PRO' || mention.number === 'plural') return 0
  const words = mention.last - mention.first
  const first = sentence.tokens[mention.first]!.form.toLowerCase()
  if (first === 'this' && words === 2 && bodies.test(lemma)) return 3
  if (role !== 'subject' || governor < 0) return 0
  const verb = sentence.tokens[governor]!
  if (words === 1 && posts.test(lemma) && wiring.test(verb.lemma) && isBare(sentence, mention.head)) return 2
  const opens = sentence.index <= sentences[0]!.index + 1 && first === 'the' && words === 2
  return opens && bodies.test(lemma) && /^\p{Lu}/u.test(token.form) ? 1 : 0
}

const isBare = (sentence: Fact['sentence'], at: number): boolean =>
  !dependents(sentence)[at]!.some((child) => /^(?:det|nmod:poss)/.test(sentence.tokens[child]!.deprel))
