/**
 * The same description said again: "a hotline operator … the operator", "users … users". The later one has no word
 * that the earlier lacks (Lee et al. 2013, strict head match).
 */
import type { Context, Sieve } from '../context.ts'
import { type Fact, isUnspecific } from '../facts.ts'
import { fits } from '../fits.ts'

/** Descriptions with one head that are looked back at. */
const window = 12

/** Sentences over which "the operator" still finds "a hotline operator". */
const reach = 20

/** Sentences in which two named things of one kind are weighed against each other. */
const reachOfRivals = 3

/** Sentences over which bare words for things, "eggs … eggs", are taken for the same ones. */
const reachOfThings = 6

export const sameWords: Sieve = {
  name: 'same-words',
  run: (context) => tieSameWords(context, () => true),
}

/** The same for what somebody has, when it is known who "his" is: "his brother … Pavel's brother". */
export const sameOwners: Sieve = {
  name: 'same-owners',
  run: (context) => tieSameWords(context, ({ possessor }) => possessor >= 0),
}

function tieSameWords(context: Context, mayTie: (fact: Fact) => boolean): void {
  const { facts, chains } = context
  const byHead = new Map<string, Fact[]>()
  for (const fact of facts) {
    const { mention, lemma } = fact
    if (mention.kind !== 'NOM' || !mayTie(fact)) continue
    const known = byHead.get(lemma) ?? []
    if (refersBack(fact)) {
      const before = saidBefore(context, fact, known)
      if (before) chains.merge(before.mention.id, mention.id)
    }
    known.push(fact)
    byHead.set(lemma, known)
  }
}

/** The last that fits; of two in the last sentences rather one with a name that the text has named more often. */
function saidBefore(context: Context, fact: Fact, known: readonly Fact[]): Fact | undefined {
  const { chains } = context
  let last: Fact | undefined
  for (let at = known.length - 1; at >= Math.max(0, known.length - window); at--) {
    const before = known[at]!
    if (!saysNoMore(context, fact, before) || !fits(chains, before, fact)) continue
    if (!last) {
      last = before
      if (!fact.mention.definite || fact.mention.number === 'plural' || !chains.named(before.mention.id)) return last
    } else if (context.distance(fact, before) > reachOfRivals) return last
    else if (chains.named(before.mention.id) && times(context, before) > times(context, last)) last = before
  }
  return last
}

const times = ({ chains }: Context, { mention }: Fact) => chains.mentionsUpTo(mention.id)

/** "the bank", "this bank", "its bank", and the bare plural "users"; not "a bank", not "two banks". */
function refersBack({ mention, sentence }: Fact): boolean {
  if (mention.definite) return true
  const first = sentence.tokens[mention.first]!
  return (
    (mention.number === 'plural' || mention.first === mention.head) &&
    !/^(?:DET|NUM)$/.test(first.upos) &&
    !/^(?:more|other|many|few|some|most|several|all|any)$/i.test(first.form)
  )
}

function saysNoMore(context: Context, later: Fact, earlier: Fact): boolean {
  // "any students … the students" are others
  if (isUnspecific(earlier) && earlier.mention.number === 'plural') return false
  const far = context.distance(later, earlier)
  if (far === Number.POSITIVE_INFINITY) return false
  if (far > reach && later.mention.text !== earlier.mention.text) return false
  if (!later.mention.definite && later.mention.type !== 'Group' && far > reachOfThings) return false
  if (later.mention.number !== earlier.mention.number) return false
  for (const word of later.modifiers) if (!earlier.modifiers.has(word)) return false
  // "its owner" and "his owner" are two; "the government" may be "Chad's government"
  if (later.possessor >= 0) return earlier.possessor >= 0 && samePossessor(context, later, earlier)
  if (!later.mention.definite) return earlier.modifiers.size === later.modifiers.size && !earlier.mention.definite
  return true
}

function samePossessor({ chains, headedBy }: Context, a: Fact, b: Fact): boolean {
  const [one, two] = [a, b].map(({ sentence, possessor }) => headedBy(sentence.index, possessor))
  return one !== undefined && two !== undefined && chains.same(one.mention.id, two.mention.id)
}
