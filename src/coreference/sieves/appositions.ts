/** Names and descriptions set beside each other, by commas, brackets or nothing → one chain. */
import { acronyms } from '../../lexicon/nameMatch.ts'
import { typeOfNoun } from '../../lexicon/nouns.ts'
import { typeOfNameWord } from '../../lexicon/organizations.ts'
import { genderOfTitle } from '../../lexicon/people.ts'
import { placeKind } from '../../lexicon/places.ts'
import { dependents, isBody, type Sentence } from '../../model/index.ts'
import type { Chains } from '../chains.ts'
import type { Context, Sieve } from '../context.ts'
import { ancestors, type Fact } from '../facts.ts'
import { fits, isPersonOrBody } from '../fits.ts'

export const appositions: Sieve = {
  name: 'appositions',
  run(context: Context) {
    for (const fact of context.facts) {
      betweenCommas(context, fact)
      apposition(context, fact)
      secondApposition(context, fact)
      surnamed(context, fact)
      behindClause(context, fact)
      besideName(context, fact)
      bothOf(context, fact)
      knownAs(context, fact)
      definedAs(context, fact)
    }
  },
}

/** "Noyb, a privacy group", "its owner, Bram Veld"; not "Oslo, Norway" and not two people's names. */
function apposition({ chains, headedBy }: Context, fact: Fact): void {
  const { mention, sentence, token } = fact
  // of "Mr Yusuf Demir" the title hangs on what is described
  const address = token.deprel === 'flat' && sentence.tokens[mention.first]!.upos === 'PROPN' && mention.title
  const { deprel, head } = address ? sentence.tokens[mention.first]! : token
  if (deprel !== 'appos' || hasCase(fact)) return
  const other = headedBy(sentence.index, head - 1)
  if (!other || other.mention.kind === 'PRO' || mention.kind === 'PRO') return
  if (mention.kind === 'NAM' && other.mention.kind === 'NAM' && !nameAgain(other, mention.name!)) return
  // "the governor of the bank, Ana Roth", hung on the bank
  if (isSomebody(fact) && !isSomebody(other) && chains.named(mention.id) && chains.of(mention.id).mentions.length > 1)
    return
  if (!isClosed(sentence, address ? mention.first : mention.head) || isWithinDescription(chains, other, fact)) return
  // "Under pressure from the fund, the government raised taxes", misread as one long noun phrase
  if (
    mention.kind === 'NOM' &&
    hasCase(other) &&
    !sentence.tokens.some(({ deprel }) => /^(?:nsubj|csubj)/.test(deprel)) &&
    dependents(sentence)[mention.head]!.some((at) => sentence.tokens[at]!.deprel.startsWith('acl'))
  )
    return
  if (!fits(chains, other, fact)) return
  chains.merge(other.mention.id, mention.id)
  // "the airport's owner, X": no place owns
  const chain = chains.of(mention.id)
  if (chain.type === 'Place' && (isPersonOrBody(fact) || isPersonOrBody(other))) chain.type = 'Company'
}

/** "The governor" of "a spokeswoman for the governor, Jill Crane", who is the spokeswoman. */
function isWithinDescription(chains: Chains, { mention: inner }: Fact, { mention }: Fact): boolean {
  return chains
    .of(mention.id)
    .mentions.slice(0, mostBefore)
    .some((id) => {
      const { kind, sentence, first, last } = chains.facts[id]!.mention
      return (
        kind === 'NOM' && id !== inner.id && sentence === inner.sentence && first < inner.first && last === inner.last
      )
    })
}

/** "Mark Roth, an ecologist and professor": the second of what somebody is. */
function secondApposition({ chains, headedBy }: Context, fact: Fact): void {
  const { mention, sentence, token } = fact
  if (token.deprel !== 'conj' || mention.kind !== 'NOM' || mention.number !== 'singular') return
  const first = headedBy(sentence.index, token.head - 1)
  if (first?.token.deprel !== 'appos' || first.mention.kind !== 'NOM' || first.mention.type !== 'Person') return
  const who = headedBy(sentence.index, first.token.head - 1)
  if (who?.mention.kind !== 'NAM' || who.mention.number !== 'singular' || mention.type !== 'Person') return
  // "her brother and the pilot" are two
  if (fact.possessor >= 0 || /^(?:the|this|that)$/i.test(sentence.tokens[mention.first]!.form)) return
  if (chains.same(who.mention.id, first.mention.id)) chains.merge(who.mention.id, mention.id)
}

/** "An operator with the surname Holm": whoever has a surname is a person. */
function surnamed({ chains, headedBy }: Context, { mention, sentence, token }: Fact): void {
  if (
    mention.kind !== 'NAM' ||
    !/^nmod|^obl/.test(token.deprel) ||
    !/^(?:the )?(?:sur|last |family )name /i.test(mention.text)
  )
    return
  const other = headedBy(sentence.index, token.head - 1)
  if (other?.mention.kind !== 'NOM') return
  chains.merge(other.mention.id, mention.id)
  chains.of(mention.id).type = 'Person'
}

/** "Its secretary, in consultation with …": a phrase with a preposition is no apposition. */
const hasCase = ({ sentence, mention, role }: Fact): boolean =>
  role !== 'possessive' &&
  dependents(sentence)[mention.head]!.some((at) => {
    const { deprel, form } = sentence.tokens[at]!
    return deprel === 'case' && at < mention.head && !/^['’]s?$/.test(form)
  })

/** "The judge, Harold Finch, said": an apposition by its commas, where the tree has lost it or hung it elsewhere. */
function betweenCommas({ chains, facts }: Context, fact: Fact): void {
  const { mention, sentence } = fact
  const { tokens } = sentence
  const form = (at: number) => tokens[at]?.form ?? ''
  const from = behindAge(tokens, mention.first)
  if (mention.kind === 'PRO') return
  // "John Dale (chair)"
  const bracketed = form(from - 1) === '(' && form(mention.last) === ')' && isOffice(fact.lemma)
  if (!bracketed && (form(from - 1) !== ',' || !/^[,.;:)]?$/.test(form(mention.last)))) return
  if (form(mention.last) === ',' && goesOnAsList(tokens, mention.last + 1)) return
  // the outermost first: the governor, not the bank, of "the governor of the bank, Ana Roth"
  for (const before of endingAt(facts, fact, from - 1).reverse()) {
    if (before.mention.kind === mention.kind) continue
    if (before.mention.number === 'plural') {
      if (areFirm(before, fact)) giveName(chains, before, fact, 'Company')
      continue
    }
    if (isSomebody(before) && isSomebody(fact) && fits(chains, before, fact)) {
      chains.merge(before.mention.id, mention.id)
      return
    }
    if (isUnknownOffice(before) && isAddressed(fact)) {
      const { gender } = chains.of(mention.id)
      chains.merge(before.mention.id, mention.id)
      Object.assign(chains.of(mention.id), { type: 'Person', gender })
      return
    }
    if (mayBear(before, fact)) {
      giveName(chains, before, fact)
      return
    }
  }
}

/** "…, X and Y", "…, X, Y", "…, X, the Z": not before another preposition or clause, "…, X, and by Y". */
function goesOnAsList(tokens: Sentence['tokens'], at: number): boolean {
  const { upos } = tokens[at] ?? {}
  if (upos === 'CCONJ') return !/^(?:ADP|SCONJ)$/.test(tokens[at + 1]?.upos ?? '')
  return upos === 'PROPN' || upos === 'DET'
}

/** The mentions of a sentence that end where a token begins, the longest last. */
function endingAt(facts: readonly Fact[], { mention }: Fact, end: number): Fact[] {
  const found: Fact[] = []
  for (
    let id = mention.id - 1;
    id >= 0 && mention.id - id < mostBefore && facts[id]!.mention.sentence === mention.sentence;
    id--
  )
    if (facts[id]!.mention.last === end && facts[id]!.mention.kind !== 'PRO') found.push(facts[id]!)
  return found
}

/** Mentions looked back at for what ends before a comma. */
const mostBefore = 8

/** One person, for all that is known: "Ana Roth", "the judge", an unknown name of two words. */
const isSomebody = ({ mention: { type, number, kind, name } }: Fact): boolean =>
  number !== 'plural' &&
  (type === 'Person' ||
    (kind === 'NAM' && type === 'Thing' && /^\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]+){1,2}$/u.test(name!)))

/** "The prefect" and its like: a noun that no list knows. */
const isUnknownOffice = ({ mention: { kind, definite, type, number }, lemma }: Fact): boolean =>
  kind === 'NOM' && definite && type === 'Thing' && number === 'singular' && typeOfNoun(lemma) === undefined

/** "Mme Solange Petit": somebody for sure. */
const isAddressed = ({ mention: { kind, type, title } }: Fact): boolean =>
  kind === 'NAM' && type === 'Person' && genderOfTitle(title?.split(' ').at(-1) ?? '') !== 'unknown'

/** "The consortium", "the dam's builder": a body, or what may be one, that a name set beside it may be the name of. */
function mayBear({ mention: described, lemma }: Fact, { mention: named, token }: Fact, asSubject = false): boolean {
  if (described.kind !== 'NOM' || named.kind !== 'NAM' || named.title) return false
  if (token.deprel.startsWith('nsubj') && !asSubject) return false
  if (!(isBody(described.type) || isPersonOrBody({ lemma }))) return false
  if (named.type === 'Place') return placeKind(named.name!) === undefined
  // "the owner, Ana Roth" is somebody
  return !/^(?:Event|Law|Document)$/.test(named.type)
}

/** "The auditors, Hale Whitmore, who have": several who bear one name are a firm. */
function areFirm({ lemma }: Fact, { mention, sentence: { tokens } }: Fact): boolean {
  if (mention.kind !== 'NAM' || mention.title) return false
  if (
    !/^(?:auditor|lawyer|solicitor|attorney|organi[sz]er|promoter|publisher|operator|owner|developer|builder|consultant|architect|maker|supplier|broker|banker|agent|contractor|accountant)$/.test(
      lemma,
    )
  )
    return false
  const who =
    tokens[mention.last + 1]?.form === 'who' && /^(?:have|are|were|do)$/.test(tokens[mention.last + 2]?.form ?? '')
  return who || mention.type !== 'Person'
}

/** The two are one, of the kind that the description says, unless the name tells its own. */
function giveName(chains: Chains, described: Fact, named: Fact, type = described.mention.type): void {
  chains.merge(described.mention.id, named.mention.id)
  const chain = chains.of(named.mention.id)
  if (isBody(chain.type) && isBody(named.mention.type)) return
  if (isBody(type)) chain.type = type
  // "the owner, Gulnar" is rather somebody
  else if (!isBody(chain.type) && !/^(?:Person|Thing)$/.test(named.mention.type)) chain.type = 'Company'
  if (isBody(chain.type)) chain.gender = 'neuter'
}

/** "The consortium that runs it, Caspian Link, …": the name behind the clause that tells which one is meant. */
function behindClause({ chains, headedBy }: Context, fact: Fact): void {
  const { mention, sentence, token } = fact
  const { tokens } = sentence
  if (mention.kind !== 'NAM' || tokens[mention.first - 1]?.form !== ',' || hasCase(fact)) return
  if (!/^[,.;]$/.test(tokens[mention.last]?.form ?? '') || goesOnAsList(tokens, mention.last + 1)) return
  if (/^(?:nsubj|conj|obj)/.test(token.deprel)) return
  const clause = ancestors(sentence, mention.head).find((at) => /^acl/.test(tokens[at]!.deprel))
  const described = clause === undefined ? undefined : headedBy(sentence.index, tokens[clause]!.head - 1)
  if (described?.mention.kind !== 'NOM' || described.mention.number === 'plural') return
  const { last } = described.mention
  if (tokens.slice(last, mention.first - 1).some(({ form }) => /^[,;:]$/.test(form))) return
  if (isSomebody(described) && isSomebody(fact)) chains.merge(described.mention.id, mention.id)
  else if (mayBear(described, fact)) giveName(chains, described, fact)
}

/** "The law firm Pell & Dacosta": a name right behind the words for a body, with no mark between. */
function besideName({ chains, facts }: Context, fact: Fact): void {
  const { mention, token, sentence } = fact
  if (mention.kind !== 'NAM' || !isCapital(sentence.tokens[mention.first]!.form)) return
  // "the company Ana Roth founded"
  if (token.deprel.startsWith('nsubj') && sentence.tokens[token.head - 1]?.deprel.startsWith('acl')) return
  for (const before of endingAt(facts, fact, mention.first)) {
    if (before.mention.kind !== 'NOM' || before.mention.number === 'plural' || !isBody(before.mention.type)) continue
    if (sentence.tokens[before.mention.last - 1]?.upos !== 'NOUN' || before.mention.head !== before.mention.last - 1)
      continue
    if (isRatherSomebody(fact) || !mayBear(before, fact, sameVerb(before, fact))) continue
    giveName(chains, before, fact)
    return
  }
}

/** "Corvin Capital" is nobody, whatever it was taken for. */
const isRatherSomebody = ({ mention: { type, title }, nameWords }: Fact): boolean =>
  type === 'Person' && (!!title || typeOfNameWord(nameWords.at(-1)!) === undefined)

/** "Activist fund Corbel Capital has", misread as two subjects of one verb. */
const sameVerb = (a: Fact, b: Fact): boolean =>
  a.role === 'subject' && b.role === 'subject' && a.governor === b.governor

const isCapital = (form: string) => /^\p{Lu}/u.test(form)

/** "The physician and abolitionist Ana Roth": the first of two things that somebody is. */
function bothOf({ chains, facts }: Context, fact: Fact): void {
  const { mention, sentence } = fact
  if (mention.kind !== 'NAM' || mention.type !== 'Person' || !/^\p{Ll}/u.test(mention.title ?? '')) return
  if (sentence.tokens[mention.first - 1]?.form !== 'and') return
  const before = endingAt(facts, fact, mention.first - 1).find(
    ({ mention: { kind, type, number, last, head } }) =>
      kind === 'NOM' && type === 'Person' && number === 'singular' && head === last - 1,
  )
  if (!before || !/^(?:the|an?)$/i.test(sentence.tokens[before.mention.first]!.form)) return
  const verb = sentence.tokens[before.governor]
  const words = before.governor < 0 ? [] : dependents(sentence)[before.governor]!.map((at) => sentence.tokens[at]!)
  if ([verb, ...words].some((word) => word && /^(?:are|were|have)$/.test(word.form))) return
  chains.merge(before.mention.id, mention.id)
}

/** What stands in brackets behind the names of those present. */
const isOffice = (lemma: string) =>
  /^(?:chair|chairman|chairwoman|chairperson|secretary|treasurer|clerk|president|vice-president|vice-chair|director|minister|mayor|rapporteur|moderator|manager|spokesman|spokeswoman)$/.test(
    lemma,
  )

/** "23-year-old Mina Roth": where the age before a name starts. */
function behindAge(tokens: Sentence['tokens'], first: number): number {
  let at = first
  while (at > 0 && first - at < 5 && /^(?:-|year|years|old|\d{1,3}|\d{1,3}-year-old|then)$/.test(tokens[at - 1]!.form))
    at--
  return at
}

/** Tokens of an apposition that are looked at for its end. */
const longestApposition = 40

/** An apposition ends at a mark: "fifty gallons, officials said" has none. */
function isClosed(sentence: Sentence, head: number): boolean {
  let end = head + 1
  while (end < head + longestApposition && end < sentence.tokens.length && ancestors(sentence, end).includes(head))
    end++
  const next = sentence.tokens[end]
  if (end === head + longestApposition) return true
  return next === undefined || next.upos === 'PUNCT' || sentence.tokens[end - 1]!.upos === 'PUNCT'
}

/** A second name in apposition is one only where it is short for the first: "World Bank (WB)". */
const nameAgain = (long: Fact, short: string) =>
  acronyms(long.nameWords).includes(short.toLowerCase().replaceAll('.', ''))

/** "Their commander, known only as Orso", "a man named Falk": the name that somebody described is said to have. */
function knownAs({ chains, facts }: Context, fact: Fact): void {
  const { mention, sentence } = fact
  if (mention.kind !== 'NAM' || mention.number === 'plural') return
  const { tokens } = sentence
  let at = mention.first - 1
  if (tokens[at]?.form === 'as') at--
  else if (!/^(?:named|called|nicknamed)$/.test(tokens[at]?.form ?? '')) return
  while (mention.first - at < 5 && /^(?:only|simply|better|locally|widely|also|usually)$/.test(tokens[at]?.form ?? ''))
    at--
  if (!/^(?:known|named|called|nicknamed)$/.test(tokens[at]?.form ?? '')) return
  const end = tokens[at - 1]?.form === ',' ? at - 1 : at
  for (let id = mention.id - 1; id >= 0 && mention.id - id < 6; id--) {
    const { mention: before } = facts[id]!
    if (before.sentence !== mention.sentence) return
    if (before.last !== end || before.kind !== 'NOM' || before.type !== 'Person') continue
    if (before.number === 'singular') chains.merge(id, mention.id)
    return
  }
}

/** "Bodo Hotels AS (the “Buyer”)": what a contract calls somebody from there on. */
function definedAs({ chains, facts }: Context, { mention, sentence: { tokens } }: Fact): void {
  const form = (at: number) => tokens[at]?.form ?? ''
  let open = mention.head
  while (open > 0 && mention.head - open < 6 && /^(?:the|["“‘'”’]+|``|\p{Lu}\S*)$/u.test(form(open))) open--
  let close = mention.head + 1
  if (form(open) !== '(' || !/^(?:["“”’']+|'')$/.test(form(close))) return
  close++
  if (form(close) !== ')') return
  for (let id = mention.id - 1; id >= 0 && mention.id - id < mostBefore; id--) {
    const before = facts[id]!.mention
    if (before.sentence !== mention.sentence) return
    if (before.last !== open || before.kind === 'PRO') continue
    chains.merge(id, mention.id)
    return
  }
}
