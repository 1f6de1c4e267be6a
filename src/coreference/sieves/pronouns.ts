/**
 * "He", "she", "it", "they" → the mention before it that a log-linear model finds likeliest (after Denis and Baldridge
 * 2008, ranking with a choice of "none of them"); a pronoun with no likely one stays open.
 */
import { dependents, isBody } from '../../model/index.ts'
import type { Context, Sieve } from '../context.ts'
import { type Fact, isUnspecific } from '../facts.ts'
import { type Candidate, candidates, nuisance, type PronounClass, pronounClass, speaksUp } from '../features.ts'
import { ableToBeAsked, onlyChoice } from '../only.ts'
import { isSaying } from '../quotations.ts'
import { weights } from '../weights.ts'
import { personOf } from './speakers.ts'

/** Least probability of the chosen chain, by pronoun; found on GUM's training texts, for three links in four right. */
const least: Readonly<Record<PronounClass, number>> = { he: 0.25, she: 0.25, it: 0.38, they: 0.45 }

export const pronouns: Sieve = {
  name: 'pronouns',
  run(context: Context) {
    const { chains } = context
    for (const fact of inOrder(context)) {
      const kind = pronounClass(fact)
      if (!kind || hasAntecedent(context, fact)) continue
      const topic = kind === 'it' ? justSpokenOf(context, fact) : undefined
      if (topic) {
        chains.merge(topic.mention.id, fact.mention.id)
        continue
      }
      const list = ableToBeAsked(context, fact, candidates(context, fact, kind))
      const only = whoSaysSo(context, fact, list) ?? onlyChoice(context, fact, list)
      if (only && isDead(context, fact, only)) continue
      if (only) {
        chains.merge(only.mention.id, fact.mention.id)
        continue
      }
      const best = likeliest(context, list, kind)
      if (!best || best.probability < least[kind] || (kind === 'they' && othersBetween(context, fact, best.fact)))
        continue
      if (!isDead(context, fact, best.fact)) chains.merge(best.fact.mention.id, fact.mention.id)
    }
  },
}

/** "Anders Holm died on Monday. … He said on the radio that …": who says something is not who has just died. */
function isDead({ facts, chains, distance }: Context, pronoun: Fact, who: Fact): boolean {
  if (!speaksUp(pronoun)) return false
  for (let id = pronoun.mention.id - 1; id >= 0 && distance(pronoun, facts[id]!) < 3; id--) {
    const { role, token, sentence, governor, mention } = facts[id]!
    if (role !== 'subject' || governor < 0 || mention.sentence === pronoun.mention.sentence) continue
    const dies = token.deprel === 'nsubj:pass' ? /^(?:kill|murder|assassinate|execute)$/ : /^die$/
    if (dies.test(sentence.tokens[governor]!.lemma) && chains.same(id, who.mention.id)) return true
  }
  return false
}

/** "Many girls left. Any students may apply. They …": rather those whom the text spoke of last, who have no name. */
function othersBetween({ facts, distance }: Context, pronoun: Fact, before: Fact): boolean {
  for (let id = pronoun.mention.id - 1; id > before.mention.id; id--) {
    const { mention, role } = facts[id]!
    if (role !== 'subject' || mention.kind !== 'NOM' || mention.number !== 'plural') continue
    if (isUnspecific(facts[id]!) && distance(pronoun, facts[id]!) > 0) return distance(facts[id]!, before) > 0
  }
  return false
}

/** The order of the text, but who is quoted ("…," he said) comes before the pronouns of the quotation. */
function inOrder({ facts, quotations }: Context): Fact[] {
  const early = new Map<number, Fact>()
  for (const { start, speaker } of quotations)
    if (speaker && speaker.mention.start > start && pronounClass(speaker)) early.set(speaker.mention.id, speaker)
  if (early.size === 0) return [...facts]
  const place = new Map<Fact, number>()
  for (const { start, speaker } of quotations)
    if (speaker && early.has(speaker.mention.id) && !place.has(speaker)) place.set(speaker, start)
  return [...facts].sort(
    (a, b) => (place.get(a) ?? a.mention.start) - (place.get(b) ?? b.mention.start) || b.mention.id - a.mention.id,
  )
}

/** "It …", "Its director …" at the head of a sentence: the body that the one before was about, where it names no other. */
function justSpokenOf({ facts, chains, distance, quotationOf }: Context, fact: Fact): Fact | undefined {
  const { mention, sentence } = fact
  const possessor = mention.head === 0 && sentence.tokens[sentence.tokens[0]!.head - 1]?.deprel.startsWith('nsubj')
  if (mention.head !== 0 || !(fact.role === 'subject' || possessor) || quotationOf(fact)) return undefined
  let found: Fact | undefined
  for (let id = mention.id - 1; id >= 0 && distance(fact, facts[id]!) < 2; id--) {
    const before = facts[id]!
    const { type, number } = chains.of(id)
    if (before.mention.sentence === mention.sentence || before.mention.kind === 'PRO' || number === 'plural') continue
    if (before.sentence.paragraph !== sentence.paragraph && !acts(fact)) return undefined
    if (!isBody(type) && !(before.mention.kind === 'NAM' && type === 'Thing')) continue
    if (found && !chains.same(id, found.mention.id)) return undefined
    if (!found || before.role === 'subject') found = before
  }
  if (!found || !(chains.named(found.mention.id) || (found.mention.definite && isBody(found.mention.type))))
    return undefined
  // "refused by the junta. It …": who did it
  return found.role === 'subject' || (found.token.deprel === 'obl:agent' && !possessor) ? found : undefined
}

/** Subject of a verb that has an object: "It has barred the agencies". */
const acts = ({ token, sentence, governor }: Fact): boolean =>
  token.deprel === 'nsubj' && dependents(sentence)[governor]!.some((at) => sentence.tokens[at]!.deprel === 'obj')

/** "Belling replied that he …": the name before the verb of saying right before the pronoun, whatever the tree says. */
function saysBefore({ facts, chains }: Context, { mention, sentence }: Fact): Fact | undefined {
  const { tokens } = sentence
  const verb = tokens[mention.first - 1]?.form === 'that' ? mention.first - 2 : mention.first - 1
  if (verb < 1 || !isSaying(tokens[verb]!.lemma) || !/^VB[DZ]$/.test(tokens[verb]!.xpos)) return undefined
  for (let id = mention.id - 1; id >= 0 && facts[id]!.mention.sentence === mention.sentence; id--) {
    const before = facts[id]!
    if (before.mention.last < verb) return undefined
    if (before.mention.last !== verb || before.mention.kind !== 'NAM') continue
    return /^(?:Person|Thing)$/.test(chains.of(id).type) ? before : undefined
  }
  return undefined
}

/** "One surfer shouted that he would stay": whoever says it, where the pronoun is what the reported clause is about. */
function whoSaysSo(context: Context, fact: Fact, list: readonly Candidate[]): Fact | undefined {
  const { chains, headedBy, quotationOf } = context
  const { sentence, governor, role } = fact
  if (role !== 'subject' || governor < 0 || quotationOf(fact)) return undefined
  const beside = /^s?he$/i.test(fact.token.form) ? saysBefore(context, fact) : undefined
  if (beside && context.chains.compatible(beside.mention.id, fact.mention.id)) return beside
  const { deprel, head } = sentence.tokens[governor]!
  if (deprel !== 'ccomp' || head === 0 || !isSaying(sentence.tokens[head - 1]!.lemma)) return undefined
  const subject = dependents(sentence)[head - 1]!.find((at) => sentence.tokens[at]!.deprel === 'nsubj')
  const who = subject === undefined ? undefined : headedBy(sentence.index, subject)
  if (!who || who.mention.id > fact.mention.id || !list.some((candidate) => candidate.fact === who)) return undefined
  const { type } = chains.of(who.mention.id)
  // whoever has a name and says so is somebody
  return /^(?:Person|Group)$/.test(type) || isBody(type) || (who.mention.kind === 'NAM' && type === 'Thing')
    ? who
    : undefined
}

/** Tied to something before it, other than the "I" of what it is quoted to say. */
function hasAntecedent({ facts, chains }: Context, { mention }: Fact): boolean {
  const chain = chains.of(mention.id)
  if (chain.first === mention.id) return false
  return chain.mentions.slice(0, most).some((id) => id < mention.id && personOf(facts[id]!) === undefined)
}

/** Mentions of a chain that are looked at. */
const most = 64

/** "She" is rather a woman than somebody who may be a man as well, "they" rather several than one body. */
const sureFeature = { name: 0.5, plural: 0.8 }

/** The likeliest chain among the candidates: the probabilities of its mentions are added. */
export function likeliest({ chains }: Context, list: readonly Candidate[], kind: PronounClass) {
  const known = nuisance(kind)
  const likelier = ({ fact, features }: Candidate) =>
    kind === 'they'
      ? chains.of(fact.mention.id).number === 'plural' && sureFeature.plural
      : features.includes(known) && chains.named(fact.mention.id) && sureFeature.name
  const scores = list.map((candidate) => score(candidate.features) + (likelier(candidate) || 0))
  const none = score([`${kind} none`])
  const highest = Math.max(none, ...scores)
  let total = Math.exp(none - highest)
  const byChain = new Map<number, { probability: number; fact: Candidate['fact'] }>()
  list.forEach(({ fact }, at) => {
    const mass = Math.exp(scores[at]! - highest)
    total += mass
    const root = chains.root(fact.mention.id)
    const chain = byChain.get(root)
    byChain.set(root, { probability: (chain?.probability ?? 0) + mass, fact: chain?.fact ?? fact })
  })
  let best: { probability: number; fact: Candidate['fact'] } | undefined
  for (const entry of byChain.values()) if (!best || entry.probability > best.probability) best = entry
  return best && { fact: best.fact, probability: best.probability / total }
}

const score = (features: readonly string[]): number => {
  let sum = 0
  for (const feature of features) sum += weights[feature] ?? 0
  return sum
}
