/** Grammar that says outright that two phrases stand for one thing: "is a", relative pronouns, brackets. */

import { acronyms } from '../../lexicon/nameMatch.ts'
import { countryByName } from '../../lexicon/places.ts'
import { dependents, type Sentence } from '../../model/index.ts'
import type { Chained } from '../chains.ts'
import type { Context, Sieve } from '../context.ts'
import { ancestors, type Fact } from '../facts.ts'
import { fits } from '../fits.ts'

export const constructions: Sieve = {
  name: 'constructions',
  run(context: Context) {
    for (const fact of context.facts) {
      relative(context, fact)
      copula(context, fact)
      initials(context, fact)
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
