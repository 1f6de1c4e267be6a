/**
 * "The fund", "the inspector", "the company" → the name that it stands for: by a word of the name, by a title or an
 * apposition, by what kind of thing it is (then only of the last sentences, and only where one stands out).
 */
import { typeOfNoun } from '../../lexicon/nouns.ts'
import { isMedia, organizationType } from '../../lexicon/organizations.ts'
import { canonical, countryByName, placeKind } from '../../lexicon/places.ts'
import { dependents, isBody } from '../../model/index.ts'
import { coArguments, nested } from '../binding.ts'
import type { Chains } from '../chains.ts'
import type { Context, Sieve } from '../context.ts'
import { ancestors, type Fact } from '../facts.ts'
import { byOtherWord } from '../otherWords.ts'
import { isSaying } from '../quotations.ts'
import { type Scored, salience, standingOut } from '../salience.ts'

/** Mentions looked back at, and sentences: for words of a name or a title, and for a mere kind. */
const window = 150
const reach = { word: 20, kind: 3 }

export const descriptions: Sieve = {
  name: 'descriptions',
  run(context: Context) {
    const { facts, chains } = context
    for (const fact of facts) {
      const { mention } = fact
      if (mention.kind !== 'NOM' || !mention.definite || mention.number === 'plural') continue
      if (/^(?:latter|former)$/.test(fact.lemma)) {
        const one = ofTwo(fact, context)
        if (one) chains.merge(one.mention.id, mention.id)
        continue
      }
      if (fact.possessor >= 0 || chains.named(mention.id)) continue
      // "a man … the man": who has been described before is not who is named since
      const known = anybody.test(fact.lemma) && chains.of(mention.id).first !== mention.id
      const found =
        (isIntroduced(fact, context) ? undefined : byWord(fact, context)) ??
        (known || hasClause(fact) ? undefined : (byOtherWord(fact, context) ?? byKind(fact, context)))
      if (found) chains.merge(found.mention.id, mention.id)
    }
  },
}

/** "A court in Lagos … the court": it is the one that was told of, not another with a name. */
function isIntroduced({ mention, lemma }: Fact, { facts, chains }: Context): boolean {
  const { first } = chains.of(mention.id)
  const before = facts[first]!
  return first < mention.id && before.lemma === lemma && !before.mention.definite && before.modifiers.size === 0
}

/** "The man who reads aloud": somebody whom the clause tells, not the man before. */
const hasClause = ({ mention, sentence }: Fact): boolean =>
  dependents(sentence)[mention.head]!.some((at) => sentence.tokens[at]!.deprel === 'acl:relcl') &&
  sentence.tokens[mention.last]?.form !== ','

/** "The latter", "the former": of the two whom the last sentence that names anybody names, where it names two. */
function ofTwo(fact: Fact, { facts, chains, distance }: Context): Fact | undefined {
  const { id } = fact.mention
  let found: Fact[] = []
  for (let at = id - 1; at >= 0 && id - at < window; at--) {
    const before = facts[at]!
    if (distance(fact, before) > 2 || (found.length > 1 && found[0]!.mention.sentence !== before.mention.sentence))
      break
    if (/^(?:latter|former)$/.test(before.lemma)) continue
    const { type, number } = chains.of(at)
    if (!(type === 'Person' || isBody(type) || before.mention.kind === 'NAM') || number === 'plural') continue
    if (before.mention.kind === 'PRO' || nested(fact, before) || isPartOf(before, facts)) continue
    found = [before, ...found.filter((other) => !chains.same(at, other.mention.id))]
  }
  if (found.length !== 2) return undefined
  return fact.lemma === 'former' ? found[0] : found[1]
}

/** A name inside the phrase of another mention: "the union" of "the head of the union". */
const isPartOf = ({ mention }: Fact, facts: readonly Fact[]): boolean => {
  for (let at = mention.id - 1; at >= 0 && mention.id - at < 6; at--) {
    const { start, end, sentence } = facts[at]!.mention
    if (sentence === mention.sentence && start <= mention.start && end >= mention.end) return true
  }
  return false
}

const anybody = /^(?:man|woman|boy|girl)$/

/** Whether a mention may be what the description stands for, as far as grammar goes. */
function open(fact: Fact, before: Fact, chains: Chains): boolean {
  return !coArguments(fact, before) && !nested(fact, before) && chains.compatible(fact.mention.id, before.mention.id)
}

/**
 * "The fund" after "International Monetary Fund", "the inspector" after "inspector Laura Quist": the last that fits; of
 * two in the last sentences the one that the text is about, or none.
 */
function byWord(fact: Fact, { facts, chains, distance }: Context): Fact | undefined {
  const { id } = fact.mention
  const near = new Map<number, Scored>()
  let last: Fact | undefined
  for (let at = id - 1; at >= Math.max(0, id - window); at--) {
    const before = facts[at]!
    const away = distance(fact, before)
    if (away === Number.POSITIVE_INFINITY) continue
    if (away > reach.word || (last && away > reach.kind)) break
    if (before.mention.kind !== 'NAM') continue
    if (!(inName(fact, before) || inTitle(fact, before, chains)) || !open(fact, before, chains)) continue
    last ??= before
    const score = salience(before, away, chains)
    const known = near.get(chains.root(at))
    if (!known || score > known.score) near.set(chains.root(at), { fact: before, score })
  }
  return near.size < 2 ? last : standingOut(near.values(), 0.5)
}

function inName(fact: Fact, { mention, nameWords, modifiers }: Fact): boolean {
  if (mention.type === 'Person' || nameWords.length < 2 || !nameWords.includes(fact.lemma)) return false
  const words = new Set(nameWords.map(canonical))
  for (const word of fact.telling) if (!words.has(word) && !modifiers.has(word)) return false
  return true
}

function inTitle(fact: Fact, before: Fact, chains: Chains): boolean {
  const { descriptors, mentions } = chains.of(before.mention.id)
  const whole = [...fact.telling, fact.lemma].join(' ')
  if (descriptors.has(whole)) return true
  if (!descriptors.has(fact.lemma)) return false
  const said = new Set<string>()
  for (const id of mentions.slice(0, 12)) {
    const { modifiers, mention } = chains.facts[id]!
    for (const word of modifiers) said.add(word)
    for (const word of mention.title?.split(/\s+/) ?? []) said.add(canonical(word))
  }
  for (const word of fact.telling) if (!said.has(word)) return false
  return true
}

const kinds: readonly [words: RegExp, fits: (fact: Fact, chains: Chains) => boolean][] = [
  [
    /^(?:company|firm|corporation|conglomerate|giant|business|startup|start-up|manufacturer|maker|retailer)$/,
    (fact, chains) => companyLike(fact, chains),
  ],
  [
    /^group$/,
    ({ mention, lemma }, chains) =>
      mention.number !== 'plural' && (isBody(chains.of(mention.id).type) || companyLike({ mention, lemma }, chains)),
  ],
  [
    /^(?:organi[sz]ation|institution|association|charity|nonprofit|ngo|agency|watchdog|regulator|alliance|bloc)$/,
    ({ mention, lemma }, chains) =>
      ['Organization', 'PublicBody', 'PoliticalParty'].includes(chains.of(mention.id).type) &&
      // "the charity" is not "the regulator" said before
      (mention.kind === 'NAM' ||
        chains.named(mention.id) ||
        /^(?:organi[sz]ation|institution|agency|body)$/.test(lemma)),
  ],
  [/^party$/, ({ mention }, chains) => chains.of(mention.id).type === 'PoliticalParty'],
  [/^(?:newspaper|paper|magazine|broadcaster|daily|outlet)$/, ({ mention }) => isMedia(mention.name ?? '')],
  [/^(?:country|nation)$/, ({ mention }) => countryByName(mention.name ?? '') !== undefined],
  [/^(?:city|town)$/, ({ mention }) => placeKind(mention.name ?? '') === 'city' && mention.type === 'Place'],
  [/^(?:man|woman|politician|lawmaker|boy|girl)$/, ({ mention }, chains) => chains.of(mention.id).type === 'Person'],
  [/^(?:app|software|website|site|platform|tool)$/, ({ mention }) => mention.type === 'Work'],
]

function companyLike({ mention, lemma }: Pick<Fact, 'mention' | 'lemma'>, chains: Chains): boolean {
  const { type, mentions } = chains.of(mention.id)
  // a union, an agency
  const members = mentions.slice(0, 12).map((id) => chains.facts[id]!)
  if (members.some((member) => isOtherBody(member) || isKnownForOther(member))) return false
  if (mention.kind === 'NOM') return typeOfNoun(lemma) === 'Company' && type === 'Company'
  return type === 'Company' || type === 'Organization' || (type === 'Thing' && /^\p{Lu}/u.test(mention.text))
}

const isBank = (fact: Fact, chains: Chains): boolean =>
  companyLike(fact, chains) && fact.nameWords.some((word) => /banc|bank|banque|cr[eé]dit|savings|sparkasse/.test(word))

const isOtherBody = ({ mention, lemma }: Fact) =>
  mention.kind === 'NOM' &&
  /^(?:Organization|PublicBody|PoliticalParty)$/.test(typeOfNoun(lemma) ?? '') &&
  !/^(?:group|fund|organi[sz]ation|newspaper|magazine|broadcaster|station|hospital|hotel)$/.test(lemma)

/** A union of states, an office; a place that acts for who governs it. */
function isKnownForOther({ mention: { name = '', kind, type } }: Fact): boolean {
  if (kind !== 'NAM' || type === 'Company' || isMedia(name)) return false
  const known = organizationType(name)
  return (
    (known !== undefined && known !== 'Company') || placeKind(name) !== undefined || countryByName(name) !== undefined
  )
}

/** Of the mentions of a kind in the last sentences the one that stands out; none where two do alike. */
function byKind(fact: Fact, context: Context): Fact | undefined {
  const { facts, chains, distance } = context
  const generic = kinds.find(([words]) => words.test(fact.lemma))?.[1]
  const fits =
    generic ?? (fact.lemma === 'bank' ? isBank : typeOfNoun(fact.lemma) === 'Company' ? companyLike : undefined)
  if (!fits || (generic && generic !== kinds[0]![1] && hasName(fact, context))) return undefined
  const { id } = fact.mention
  const scores = new Map<number, Scored>()
  for (let at = id - 1; at >= Math.max(0, id - window); at--) {
    const before = facts[at]!
    const away = distance(fact, before)
    if (away === Number.POSITIVE_INFINITY) continue
    if (away > reach.kind) break
    if (before.mention.kind === 'PRO' || !fits(before, chains) || !open(fact, before, chains)) continue
    if (before.mention.kind === 'NOM' && before.lemma === fact.lemma) continue
    // "the Cupertino technology company" says something new of who the text is just about
    if (isTold(fact, before, context)) continue
    if (fact.telling.size > 0 && !(away <= 1 && before.role === 'subject' && leads(fact))) continue
    const root = chains.root(before.mention.id)
    const score =
      salience(before, away, chains) + (speaksFor(before, context) ? 2 : 0) + (isSubjectAbove(fact, before) ? 2 : 0)
    const known = scores.get(root)
    if (!known || score > known.score) scores.set(root, { fact: before, score })
  }
  if (scores.size === 0 && generic === kinds[0]![1] && fact.telling.size === 0) return onlyCompany(fact, context)
  // "the airline" may be none of several companies; "the company" is rather the one that the text is about
  return standingOut(scores.values(), generic ? 1 : 1.5)
}

/** "The Parma agency": it says by a name which one it is. */
const hasName = ({ mention, sentence }: Fact, { headedBy }: Context): boolean => {
  for (let at = mention.first; at < mention.head; at++)
    if (headedBy(sentence.index, at)?.mention.kind === 'NAM') return true
  return false
}

/** "The firm" far from its name, in a text that has named but one. */
function onlyCompany(fact: Fact, { facts, chains, distance }: Context): Fact | undefined {
  let found: Fact | undefined
  const { id } = fact.mention
  for (let at = id - 1; at >= Math.max(0, id - window); at--) {
    if (!chains.named(at) || chains.of(at).type !== 'Company') continue
    if (distance(fact, facts[at]!) > reach.word || (found && !chains.same(found.mention.id, at))) return undefined
    if (!found && !open(fact, facts[at]!, chains)) return undefined
    found ??= facts[at]!
  }
  return found
}

/** "Quendro said the company would pay", "Quendro paid, though the company had not": the subject of a clause above. */
function isSubjectAbove({ mention, sentence }: Fact, before: Fact): boolean {
  return (
    before.role === 'subject' &&
    before.mention.kind === 'NAM' &&
    before.mention.sentence === mention.sentence &&
    !isMedia(before.mention.name!) &&
    ancestors(sentence, mention.head).slice(1).includes(before.governor)
  )
}

/** "The bank demanded that the group pay": whoever the group is, not the bank. */
function isTold({ mention, sentence }: Fact, before: Fact, { chains, headedBy }: Context): boolean {
  return ancestors(sentence, mention.head)
    .slice(1)
    .some((verb) => {
      if (!demanding.test(sentence.tokens[verb]!.lemma)) return false
      const subject = dependents(sentence)[verb]!.find((at) => sentence.tokens[at]!.deprel === 'nsubj')
      const who = subject === undefined ? undefined : headedBy(sentence.index, subject)
      return who !== undefined && chains.same(who.mention.id, before.mention.id)
    })
}

const demanding =
  /^(?:ask|demand|insist|order|urge|request|require|recommend|propose|suggest|advise|press|want|warn|tell|call|instruct|direct|command|beg|plead|petition|sue|force|persuade|allow|forbid)$/

/** Subject of its sentence, or what a misread sentence is hung up on. */
const leads = ({ role, token }: Fact) => role === 'subject' || token.head === 0

/** "A spokeswoman for Nokia said the company …": whom somebody who says something speaks for. */
function speaksFor({ sentence, token, governor }: Fact, { headedBy }: Context): boolean {
  if (!/^(?:nmod|compound)/.test(token.deprel) || governor < 0) return false
  const who = headedBy(sentence.index, governor)
  return (
    who?.mention.type === 'Person' && who.role === 'subject' && isSaying(sentence.tokens[who.governor]?.lemma ?? '')
  )
}
