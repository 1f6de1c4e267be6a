/** "Mayor to seek curfew" → "the mayor of Lugano, Ada Quill" below it: whom a headline describes, the text goes on to name. */
import type { Context, Sieve } from '../context.ts'
import type { Fact } from '../facts.ts'

/** Sentences below a headline in which whom it means comes up. */
const reach = 4
const window = 40

export const headlines: Sieve = {
  name: 'headlines',
  run(context: Context) {
    for (const fact of context.facts) {
      const found = isHeadlined(fact) && !context.chains.named(fact.mention.id) ? meantBelow(context, fact) : undefined
      if (found) context.chains.merge(found.mention.id, fact.mention.id)
    }
  },
}

/** "Mayor", "Scottish college" in a headline: one, without an article. */
const isHeadlined = ({ mention, sentence }: Fact): boolean =>
  sentence.heading &&
  mention.kind === 'NOM' &&
  mention.number === 'singular' &&
  /^(?:Person|Company|Organization|PublicBody|PoliticalParty)$/.test(mention.type) &&
  /^(?:NOUN|PROPN|ADJ)$/.test(sentence.tokens[mention.first]!.upos)

/** The first in the prose below that the same word describes, or that has it for a title. */
function meantBelow({ facts, chains }: Context, fact: Fact): Fact | undefined {
  let first: number | undefined
  for (let id = fact.mention.id + 1; id < facts.length && id < fact.mention.id + window; id++) {
    const below = facts[id]!
    if (below.sentence.heading) continue
    first ??= below.mention.sentence
    if (below.mention.sentence - first >= reach) return undefined
    if (below.mention.number === 'plural' || !chains.compatible(id, fact.mention.id)) continue
    const says = below.mention.kind === 'NOM' ? below.lemma === fact.lemma : hasTitle(below, fact.lemma)
    if (says && saysAll(below, fact)) return below
  }
  return undefined
}

const hasTitle = ({ mention }: Fact, lemma: string): boolean =>
  mention.kind === 'NAM' && mention.title?.toLowerCase().split(/\s+/).at(-1) === lemma

/** The words before the headline's noun, "finance" of "finance minister", stand below, too. */
function saysAll(below: Fact, { modifiers }: Fact): boolean {
  const said = `${below.mention.title ?? ''} ${below.mention.text}`.toLowerCase()
  for (const word of modifiers) if (!below.modifiers.has(word) && !said.includes(word.toLowerCase())) return false
  return true
}
