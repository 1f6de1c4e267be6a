/** Grammar that says outright that two phrases stand for one thing: apposition, "is a", relative pronouns, brackets. */

import { acronyms } from '../../lexicon/nameMatch.ts'
import { countryByName } from '../../lexicon/places.ts'
import { dependents, type Sentence } from '../../model/index.ts'
import { type Chained, type Chains, sameKind } from '../chains.ts'
import type { Context, Sieve } from '../context.ts'
import { ancestors, type Fact } from '../facts.ts'

export const constructions: Sieve = {
  name: 'constructions',
  run(context: Context) {
    for (const fact of context.facts) {
      relative(context, fact)
      apposition(context, fact)
      secondApposition(context, fact)
      surnamed(context, fact)
      betweenCommas(context, fact)
      copula(context, fact)
      initials(context, fact)
      knownAs(context, fact)
      emphatic(context, fact)
    }
  },
}

/** "the court, which …": the pronoun is what its clause hangs on; where the tree lost that, what ends before it. */
function relative(context: Context, fact: Fact): void {
  const { chains, headedBy } = context
  const { mention, sentence, token } = fact
  if (mention.kind !== 'PRO' || !/^(?:who|whom|whose|which|that)$/i.test(token.form)) return
  const above = [mention.head, ...ancestors(sentence, mention.head)]
  const clause = above.find((at) => sentence.tokens[at]!.deprel === 'acl:relcl')
  if (clause !== undefined && !opensClause(sentence, mention.first, clause)) return
  const nearest =
    clause === undefined ? endingBefore(context, fact) : headedBy(sentence.index, sentence.tokens[clause]!.head - 1)
  const antecedent = /^whom?$/i.test(token.form) ? personAbove(nearest, context) : nearest
  if (!antecedent || antecedent.mention.kind === 'PRO') return
  if (/^whom?$/i.test(token.form) && isCalledAfterPlace(antecedent)) {
    chains.of(antecedent.mention.id).type = 'Thing'
    chains.of(antecedent.mention.id).gender = 'unknown'
  }
  if (/^which$/i.test(token.form)) noPerson(chains.of(antecedent.mention.id), antecedent, fact)
  chains.merge(antecedent.mention.id, mention.id)
}

/** "Zeta Veld, which runs the dam": nobody is "which", whatever the name looks like. */
function noPerson(chain: Chained, { mention, token, sentence }: Fact, { mention: which, role }: Fact): void {
  if (chain.type !== 'Person' || mention.kind !== 'NAM' || mention.title || role !== 'subject') return
  const behind = mention.last === which.first - 1 && sentence.tokens[mention.last]!.form === ','
  if (!behind || /^(?:nmod|compound|appos)/.test(token.deprel)) return
  chain.type = 'Organization'
  chain.gender = 'neuter'
}

/** "A professor at Bergen, who": no place is "who", but what it is said of. */
function personAbove(nearest: Fact | undefined, { headedBy }: Context): Fact | undefined {
  let found = nearest
  for (let steps = 0; steps < 3 && found && /^(?:Place|Event|Law|Work|Document)$/.test(found.mention.type); steps++) {
    if (isCalledAfterPlace(found)) return found
    found = /^nmod/.test(found.token.deprel) ? headedBy(found.sentence.index, found.token.head - 1) : undefined
  }
  return found
}

/** "Aden, who was jailed": somebody, or a team, with the name of a town. */
const isCalledAfterPlace = ({ mention, role, nameWords }: Fact): boolean =>
  mention.kind === 'NAM' &&
  mention.type === 'Place' &&
  nameWords.length === 1 &&
  /^(?:subject|object)$/.test(role) &&
  !countryByName(mention.name!)

/** No word of the clause stands before the pronoun but a preposition: "with whom", not "which wants to know who". */
function opensClause(sentence: Sentence, first: number, clause: number): boolean {
  let before = first - 1
  while (before >= 0 && /^(?:ADP|PUNCT)$/.test(sentence.tokens[before]!.upos)) before--
  return before < 0 || (before !== clause && !ancestors(sentence, before).includes(clause))
}

/** The largest phrase that ends right before the pronoun or before the comma before it. */
function endingBefore({ facts }: Context, { mention, sentence, token }: Fact): Fact | undefined {
  if (/^that$/i.test(token.form)) return undefined
  const end = sentence.tokens[mention.first - 1]?.form === ',' ? mention.first - 1 : mention.first
  let found: Fact | undefined
  for (
    let id = mention.id - 1;
    id >= 0 && facts[id]!.mention.sentence === mention.sentence && mention.id - id < 8;
    id--
  )
    if (facts[id]!.mention.last === end) found = facts[id]
  return found
}

/** "Noyb, a privacy group", "its owner, Bram Veld"; not "Oslo, Norway" and not two people's names. */
function apposition({ chains, headedBy }: Context, fact: Fact): void {
  const { mention, sentence, token } = fact
  if (token.deprel !== 'appos' || hasCase(fact)) return
  const other = headedBy(sentence.index, token.head - 1)
  if (!other || other.mention.kind === 'PRO' || mention.kind === 'PRO') return
  if (mention.kind === 'NAM' && other.mention.kind === 'NAM' && !nameAgain(other, mention.name!)) return
  if (!isClosed(sentence, mention.head)) return
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
  if (chain.type === 'Place' && (either.test(fact.lemma) || either.test(other.lemma))) chain.type = 'Company'
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

/** "The judge, Harold Finch, said": an apposition to a person by its commas, where the tree has lost it. */
function betweenCommas({ chains, facts }: Context, fact: Fact): void {
  const { mention, sentence } = fact
  const { tokens } = sentence
  const form = (at: number) => tokens[at]?.form ?? ''
  const from = behindAge(tokens, mention.first)
  if (mention.kind === 'PRO') return
  // "John Dale (chair)"
  const bracketed = form(from - 1) === '(' && form(mention.last) === ')' && isOffice(fact.lemma)
  if (!bracketed && (form(from - 1) !== ',' || !/^[,.;:)]?$/.test(form(mention.last)))) return
  if (form(mention.last) === ',' && /^(?:CCONJ|PROPN|DET)$/.test(tokens[mention.last + 1]?.upos ?? '')) return
  for (
    let id = mention.id - 1;
    id >= 0 && mention.id - id < 6 && facts[id]!.mention.sentence === mention.sentence;
    id--
  ) {
    const before = facts[id]!
    if (before.mention.last !== from - 1 || before.mention.kind === 'PRO') continue
    const one =
      [before, fact].filter(({ mention: { type, number } }) => type === 'Person' && number === 'singular').length === 2
    if (one && before.mention.kind !== mention.kind && fits(chains, before, fact))
      chains.merge(before.mention.id, mention.id)
  }
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

/** "Noyb is a privacy group": not where it is denied, supposed or asked. */
function copula({ chains, headedBy }: Context, fact: Fact): void {
  const { mention, sentence, token } = fact
  if (mention.kind === 'PRO') return
  const children = dependents(sentence)[mention.head]!
  const words = children.map((at) => sentence.tokens[at]!)
  if (!words.some(({ deprel, lemma }) => deprel === 'cop' && lemma === 'be')) return
  if (
    words.some(
      ({ deprel, form }) =>
        deprel === 'aux' || deprel === 'mark' || /^(?:not|n['’]t|never|no|\?)$/i.test(form) || deprel === 'case',
    )
  )
    return
  const subject = children.find((at) => sentence.tokens[at]!.deprel === 'nsubj')
  const subjectFact = subject === undefined ? undefined : headedBy(sentence.index, subject)
  if (
    !subjectFact ||
    token.upos === 'ADJ' ||
    /^(?:it|this|that|these|those|what|there|who|which|we|you|me|us|him|them)$/i.test(subjectFact.token.form)
  )
    return
  if (mention.kind === 'NAM' && subjectFact.mention.kind === 'NAM') return
  if (sameNumber(subjectFact, fact) && fits(chains, subjectFact, fact)) chains.merge(subjectFact.mention.id, mention.id)
}

const sameNumber = (a: Pick<Fact, 'mention'>, b: Pick<Fact, 'mention'>) =>
  a.mention.number === b.mention.number || a.mention.number === 'unknown' || b.mention.number === 'unknown'

/** "the Ministry of Industry (MIIT)", "virtual private networks, or VPNs": initials right behind the words. */
function initials({ chains, document, facts }: Context, { mention }: Fact): void {
  const short = /^((?:\p{Lu}\.?){2,8})s?$/u.exec(mention.text)?.[1]?.toLowerCase().replaceAll('.', '')
  if (!short) return
  for (let id = mention.id - 1; id >= Math.max(0, mention.id - 6); id--) {
    const before = facts[id]!
    if (
      before.mention.sentence !== mention.sentence ||
      before.mention.kind === 'PRO' ||
      before.mention.end > mention.start
    )
      continue
    if (
      !/^(?:\s*\(\s*["“]?|,? or |, known as |, or the )$/.test(document.text.slice(before.mention.end, mention.start))
    )
      continue
    const words = before.nameWords.length > 0 ? before.nameWords : before.mention.text.toLowerCase().split(/\s+/)
    if (words.length > 1 && acronyms(words.filter((word) => word !== 'the')).includes(short))
      chains.merge(before.mention.id, mention.id)
  }
}

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

/** "The director himself": the pronoun right behind a description says it again. */
function emphatic({ chains, facts }: Context, { mention, token }: Fact): void {
  if (mention.kind !== 'PRO' || !/sel(?:f|ves)$/i.test(token.form)) return
  for (let id = mention.id - 1; id >= 0 && mention.id - id < 6; id--) {
    const { mention: before } = facts[id]!
    if (before.sentence !== mention.sentence || before.last < mention.first) return
    if (before.last !== mention.first || before.kind === 'PRO' || before.number === 'plural') continue
    // a noun that no list knows for a person may be one
    const unknown = before.kind === 'NOM' && before.type === 'Thing' && /^(?:him|her)self$/i.test(token.form)
    if (!unknown && !chains.compatible(id, mention.id)) continue
    chains.merge(id, mention.id)
    return
  }
}

/** Nouns for a person that are said of a body as well: "its partner, Sinopec". */
const either =
  /^(?:partner|operator|provider|owner|supplier|rival|competitor|developer|client|customer|buyer|seller|vendor|dealer|donor|lender|creditor|contractor|employer|sponsor|publisher|producer|distributor|investor|shareholder|tenant|landlord|applicant|plaintiff|defendant|ally|member|leader|winner|successor|predecessor|insurer|regulator|mediator|negotiator)$/

function fits(chains: Chains, a: Fact, b: Fact): boolean {
  const [x, y] = [chains.of(a.mention.id), chains.of(b.mention.id)]
  if (either.test(a.lemma) || either.test(b.lemma)) return chains.sameNumber(a.mention.id, b.mention.id)
  if (!sameKind(x.type, y.type) && !(x.type === 'Group' && y.type === 'Group')) return false
  return chains.compatible(a.mention.id, b.mention.id)
}
