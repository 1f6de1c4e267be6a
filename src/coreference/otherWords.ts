/**
 * A description → who or what the text called by other words: "the studio" of Pinnacle Pictures, "the judge" of Justice
 * Banda, "the inmate" of somebody who was jailed. Only where one stands out.
 */
import { deedsOf, wordsOfOffice, wordsOfTrade } from '../lexicon/calling.ts'
import { fold } from '../lexicon/fold.ts'
import { typeOfNoun } from '../lexicon/nouns.ts'
import { canonical, isDemonym } from '../lexicon/places.ts'
import { isBody } from '../model/index.ts'
import { coArguments, nested } from './binding.ts'
import type { Context } from './context.ts'
import type { Fact } from './facts.ts'
import { isAsked, speaksUp } from './features.ts'
import { salience } from './salience.ts'

/** Mentions and sentences looked back at, and mentions of a chain. */
const window = 150
const reach = 15
const most = 16

/** The chain that the text called by other words; undefined where there is none or two. */
export function byOtherWord(fact: Fact, context: Context): Fact | undefined {
  if (!isNew(fact, context)) return undefined
  const [trade, office, deeds] = [tradeOf(fact), wordsOfOffice(fact.lemma), deedsOf(fact.lemma)]
  if (!trade && !office && !deeds) return undefined
  return (
    (office && only(fact, context, (root) => isCalled(context, root, office) && isOne(context, root))) ??
    (deeds && only(fact, context, (root) => hasDeed(context, root, deeds))) ??
    (trade && mayAct(fact) ? only(fact, context, (root) => isNamedSo(context, root, trade) && !isOfficeFor(fact, context, root)) : undefined)
  )
}

/** Nobody of whom the text has said it already, but for its headline. */
const isNew = ({ mention: { id } }: Fact, { chains, facts }: Context): boolean =>
  chains.of(id).mentions.slice(0, most).every((at) => at >= id || facts[at]!.sentence.heading)

/** Of the chains that fit the one that stands out; its mention said last. */
function only(fact: Fact, context: Context, fits: (root: number) => boolean): Fact | undefined {
  const { facts, chains, distance } = context
  const { id } = fact.mention
  const judged = new Map<number, boolean>()
  const found = new Map<number, { fact: Fact; score: number }>()
  for (let at = id - 1; at >= Math.max(0, id - window); at--) {
    const before = facts[at]!
    const away = distance(fact, before)
    if (away === Number.POSITIVE_INFINITY) continue
    if (away > reach) break
    if (before.mention.kind === 'PRO') continue
    const root = chains.root(at)
    if (!judged.has(root)) judged.set(root, fits(root) && saysNothingElse(fact, context, root))
    if (!judged.get(root)) continue
    // "the union of the miners" is not "the miners", and who is told something does not tell it
    if (coArguments(fact, before) || nested(fact, before)) judged.set(root, false)
    const score = salience(before, away, chains)
    const known = found.get(root)
    if (!known || score > known.score) found.set(root, { fact: known?.fact ?? before, score })
  }
  for (const root of found.keys()) if (!judged.get(root)) found.delete(root)
  const [best, second] = [...found.values()].sort((a, b) => b.score - a.score)
  return best && !(second && best.score - second.score < 1.5) ? best.fact : undefined
}

/** The members of a chain that are looked at. */
const members = ({ facts, chains }: Context, root: number): Fact[] =>
  chains.of(root).mentions.slice(0, most).map((id) => facts[id]!)

/** One person, not known for a thing. */
function isOne({ chains }: Context, root: number): boolean {
  const { type, number } = chains.of(root)
  return number !== 'plural' && (type === 'Person' || type === 'Thing')
}

/** A title or a description of the chain has one of the words for its head. */
function isCalled(context: Context, root: number, words: ReadonlySet<string>): boolean {
  for (const noun of context.chains.of(root).descriptors) if (words.has(fold(noun))) return true
  return members(context, root).some(({ mention, lemma }) => mention.kind === 'NOM' && words.has(fold(lemma)))
}

/** The chain's name has one of the words, or a description of it does. */
function isNamedSo(context: Context, root: number, words: ReadonlySet<string>): boolean {
  const { number, type } = context.chains.of(root)
  if (number === 'plural' || type === 'Person' || type === 'Law' || type === 'Work' || type === 'Document') return false
  return members(context, root).some(
    ({ mention, lemma, nameWords }) =>
      (mention.kind === 'NOM' && words.has(fold(lemma))) ||
      (mention.kind === 'NAM' && nameWords.length > 1 && nameWords.some((word, at) => words.has(word) && (at > 0 || word !== 'united'))),
  )
}

/** "The developer" is no housing committee. */
const isOfficeFor = ({ lemma }: Fact, { chains }: Context, root: number): boolean =>
  chains.of(root).type === 'PublicBody' && /^(?:Company|Person)$/.test(typeOfNoun(lemma) ?? '')

/** It was done to whoever the chain is, or he did it, before the description. */
function hasDeed(context: Context, root: number, { done, does }: NonNullable<ReturnType<typeof deedsOf>>): boolean {
  if (!isOne(context, root)) return false
  return members(context, root).some(({ role, relation, sentence, governor }) => {
    if (governor < 0) return false
    const { lemma } = sentence.tokens[governor]!
    return relation === 'nsubj:pass' || role === 'object' ? done.has(lemma) : role === 'subject' && does.has(lemma)
  })
}

/** The words that the description allows: of its noun, or of "rail" in "the rail company". */
function tradeOf({ lemma, modifiers }: Fact): ReadonlySet<string> | undefined {
  if (!/^(?:company|firm|group|giant|maker|operator|line)$/.test(lemma)) return wordsOfTrade(lemma)
  for (const word of modifiers) {
    const trade = wordsOfTrade(word)
    if (trade) return trade
  }
  return lemma === 'maker' || lemma === 'operator' ? wordsOfTrade(lemma) : undefined
}

/** What is a place as well is a body where it asks, says or is asked. */
function mayAct(fact: Fact): boolean {
  const type = typeOfNoun(fact.lemma)
  return type !== 'Place' || speaksUp(fact) || isAsked(fact)
}

/** The description's other words say nothing that the text has not said of the chain: "the London-listed miner" does not. */
function saysNothingElse(fact: Fact, context: Context, root: number): boolean {
  const { number } = context.chains.of(root)
  if (number === 'plural' && fact.mention.number === 'singular') return false
  const said = new Set<string>()
  for (const { mention, modifiers, lemma } of members(context, root)) {
    for (const word of [...modifiers, ...(mention.title?.split(/\s+/).map(canonical) ?? [])]) said.add(word)
    if (mention.kind === 'NOM') said.add(lemma)
    for (const word of mention.name?.split(/\s+/) ?? []) said.add(canonical(word))
  }
  for (const word of fact.telling) if (!said.has(word) && !wordsOfTrade(word)) return false
  return !(isBody(context.chains.of(root).type) && isDemonym(fact.lemma))
}
