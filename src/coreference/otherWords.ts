/**
 * A description → who or what the text called by other words: "the studio" of Pinnacle Pictures, "the judge" of Justice
 * Banda, "the inmate" of somebody who was jailed. Only where one stands out.
 */
import { deedsOf, isTrait, wordsOfOffice, wordsOfTrade } from '../lexicon/calling.ts'
import { fold } from '../lexicon/fold.ts'
import { genderOfNoun, typeOfNoun } from '../lexicon/nouns.ts'
import { genderOfTitle, isFirstName } from '../lexicon/people.ts'
import { canonical } from '../lexicon/places.ts'
import { isBody } from '../model/index.ts'
import { coArguments, nested } from './binding.ts'
import type { Chained } from './chains.ts'
import type { Context } from './context.ts'
import type { Fact } from './facts.ts'
import { isAsked, speaksUp } from './features.ts'
import { type Scored, salience, standingOut } from './salience.ts'

/** Mentions looked back at, and mentions of a chain. */
const window = 150
const most = 16

/** The chain that the text called by other words; undefined where there is none or two. */
export function byOtherWord(fact: Fact, context: Context): Fact | undefined {
  if (!isNew(fact, context)) return undefined
  const [office, deeds] = [wordsOfOffice(fact.lemma), deedsOf(fact.lemma)]
  const trade = mayAct(fact) ? tradeOf(fact) : undefined
  const asBody = (root: number) =>
    trade !== undefined && isNamedSo(context, root, trade) && !isOfficeFor(fact, context, root)
  const ways: readonly (Way | false | undefined)[] = [
    office && { ...near, fits: (root) => isCalled(context, root, office) && isOne(context, root) },
    deeds && { ...near, fits: (root) => hasDeed(context, root, deeds) },
    trade && { ...sure, fits: asBody },
    isTrait(fact.lemma) &&
      !context.document.mail && { ...sure, reach: 4, fits: (root) => isPlainPerson(context, root) },
  ]
  for (const way of ways) {
    const found = way && only(fact, context, way)
    if (!found) continue
    if (way.fits === asBody) becomesBody(context.chains.of(found.mention.id), fact)
    return found
  }
  return undefined
}

/** Who is called by a trade of bodies is one, whatever the name looks like. */
function becomesBody(chain: Chained, { lemma }: Fact): void {
  if (isBody(chain.type)) return
  const type = typeOfNoun(lemma)
  if (type === 'Place' || type === 'Event') return
  chain.type = type && isBody(type) ? type : 'Company'
  chain.gender = 'neuter'
}

/** Which chains are looked for, how many sentences back, and by how much the best must stand out. */
interface Way {
  readonly fits: (root: number) => boolean
  readonly reach: number
  readonly margin: number
}

const near = { reach: 15, margin: 1.5 }
const sure = { reach: 15, margin: 3 }

/** Nobody of whom the text has said it already, but for its headline. */
const isNew = ({ mention: { id } }: Fact, { chains, facts }: Context): boolean =>
  chains
    .of(id)
    .mentions.slice(0, most)
    .every((at) => at >= id || facts[at]!.sentence.heading)

/** Of the chains that fit the one that stands out; its mention said last. */
function only(fact: Fact, context: Context, { fits, reach, margin }: Way): Fact | undefined {
  const { facts, chains, distance } = context
  const { id } = fact.mention
  const judged = new Map<number, boolean>()
  const found = new Map<number, Scored>()
  for (let at = id - 1; at >= Math.max(0, id - window); at--) {
    const before = facts[at]!
    const away = distance(fact, before)
    if (away === Number.POSITIVE_INFINITY) continue
    if (away > reach) break
    if (before.mention.kind === 'PRO') continue
    const root = chains.root(at)
    if (!judged.has(root))
      judged.set(root, isOfGender(fact, context, root) && fits(root) && saysNothingElse(fact, context, root))
    if (!judged.get(root)) continue
    // "the union of the miners" is not "the miners", and who is told something does not tell it
    if (coArguments(fact, before) || nested(fact, before)) judged.set(root, false)
    const score = salience(before, away, chains)
    const known = found.get(root)
    if (!known || score > known.score) found.set(root, { fact: known?.fact ?? before, score })
  }
  for (const root of found.keys()) if (!judged.get(root)) found.delete(root)
  return standingOut(found.values(), margin)
}

/** Nothing is known of the gender that speaks against it. */
function isOfGender({ mention }: Fact, { chains }: Context, root: number): boolean {
  const known = /^(?:fe)?male$/
  const [one, two] = [chains.of(mention.id).gender, chains.of(root).gender]
  return one === two || !(known.test(one) && known.test(two))
}

/** The members of a chain that are looked at. */
const members = ({ facts, chains }: Context, root: number): Fact[] =>
  chains
    .of(root)
    .mentions.slice(0, most)
    .map((id) => facts[id]!)

/** One, and somebody, for all that is known. */
function isOne({ chains }: Context, root: number): boolean {
  const { type, number } = chains.of(root)
  return number !== 'plural' && (type === 'Person' || type === 'Thing')
}

/** Somebody who has a name and, for all that the text says, no office: "the violinist" is not the minister. */
function isPlainPerson(context: Context, root: number): boolean {
  const { named, type, number, descriptors } = context.chains.of(root)
  if (!named || type !== 'Person' || number === 'plural') return false
  for (const noun of descriptors) if (isOffice(noun)) return false
  return !members(context, root).some(({ mention, lemma }) => mention.kind === 'NOM' && isOffice(lemma))
}

/** A word for a person that is no trait, form of address or kin. */
const isOffice = (noun: string): boolean =>
  typeOfNoun(noun) === 'Person' &&
  !isTrait(noun) &&
  genderOfTitle(noun) === 'unknown' &&
  genderOfNoun(noun) === undefined &&
  !/^(?:captain|doctor|dr\.?|professor|person|resident|native|citizen|friend|member|owner|founder|student|leader|victim|suspect|patient|child)$/.test(
    noun,
  )

/** A title or a description of the chain has one of the words for its head. */
function isCalled(context: Context, root: number, words: ReadonlySet<string>): boolean {
  for (const noun of context.chains.of(root).descriptors) if (words.has(fold(noun))) return true
  return members(context, root).some(({ mention, lemma }) => mention.kind === 'NOM' && words.has(fold(lemma)))
}

/** The chain's name has one of the words, or a description of it does. */
function isNamedSo(context: Context, root: number, words: ReadonlySet<string>): boolean {
  const { number, type, descriptors, named } = context.chains.of(root)
  if ((number === 'plural' && !named) || /^(?:Law|Document)$/.test(type)) return false
  if (type === 'Person' && !members(context, root).every(isUnknownName)) return false
  for (const noun of descriptors) if (words.has(fold(noun))) return true
  return members(context, root).some(
    ({ mention, lemma, nameWords }) =>
      // "city" is a word of clubs' names
      (mention.kind === 'NOM' && typeOfNoun(lemma) !== 'Place' && words.has(fold(lemma))) ||
      (mention.kind === 'NAM' &&
        nameWords.length > 1 &&
        nameWords.some((word, at) => words.has(word) && (at > 0 || word !== 'united'))),
  )
}

/** "Alder Homes", for all that is known: no form of address, no first name. */
const isUnknownName = ({ mention: { kind, title, gender }, nameWords }: Fact): boolean =>
  kind === 'PRO' || (kind === 'NAM' && !title && !/^(?:fe)?male$/.test(gender) && !isFirstName(nameWords[0] ?? ''))

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
  const { number, named } = context.chains.of(root)
  if (number === 'plural' && !named && fact.mention.number === 'singular') return false
  const said = new Set<string>()
  for (const { mention, modifiers, lemma } of members(context, root)) {
    for (const word of [...modifiers, ...(mention.title?.split(/\s+/).map(canonical) ?? [])]) said.add(word)
    if (mention.kind === 'NOM') said.add(lemma)
    for (const word of mention.name?.split(/\s+/) ?? []) said.add(canonical(word))
  }
  for (const word of fact.telling) if (!said.has(word) && !wordsOfTrade(word)) return false
  return true
}
