/** What grammar forbids: two arguments of one verb, or a phrase and one inside it, are two things. */
import { dependents, type Sentence } from '../model/index.ts'
import type { Fact } from './facts.ts'

const reflexive = /sel(?:f|ves)$/i

/**
 * "Amazon told the company": subject and object of one verb, which may share its subject with another verb ("met Zaki
 * and asked him", "wants to see him"). A reflexive or possessive is no such pair.
 */
export function coArguments(a: Fact, b: Fact): boolean {
  if (a.mention.sentence !== b.mention.sentence || a.governor < 0 || b.governor < 0) return false
  if (reflexive.test(a.token.form) || reflexive.test(b.token.form)) return false
  if (a.role === 'possessive' || b.role === 'possessive') return false
  if (a.governor === b.governor) return true
  return shares(a, b) || shares(b, a) || describes(a, b) || describes(b, a)
}

/** "The union representing them", "asked the judge to bar him": the noun is the unsaid subject of the other's verb. */
function describes(noun: Fact, other: Fact): boolean {
  if (other.role === 'subject') return false
  const { tokens } = other.sentence
  const subject = subjectOf(other.sentence, other.governor)
  const verb = tokens[subject]!
  if (verb.deprel === 'acl' && verb.xpos === 'VBG' && isWrittenTo(other.sentence, verb.head - 1)) return false
  if (verb.deprel === 'acl' && verb.xpos !== 'VBN') return verb.head - 1 === noun.mention.head && verb.xpos === 'VBG'
  return (
    noun.role === 'object' &&
    verb.deprel === 'xcomp' &&
    verb.head - 1 === noun.governor &&
    !/^(?:promise|threaten|vow|pledge|offer|owe)$/.test(tokens[noun.governor]!.lemma)
  )
}

/** "Wrote to the mayor begging him to stay": the one who writes begs, not the mayor. */
function isWrittenTo(sentence: Sentence, noun: number): boolean {
  const { deprel, head } = sentence.tokens[noun]!
  return (
    deprel.startsWith('obl') &&
    head > 0 &&
    /^(?:write|speak|appeal|turn|telephone|telegraph|cable|report|reply|shout|call)$/.test(
      sentence.tokens[head - 1]!.lemma,
    ) &&
    dependents(sentence)[noun]!.some((at) => sentence.tokens[at]!.lemma === 'to')
  )
}

/** Whether `subject` is the unsaid subject of the verb that `other` is an object of. */
const shares = (subject: Fact, other: Fact): boolean =>
  subject.role === 'subject' &&
  other.role !== 'subject' &&
  subjectOf(other.sentence, other.governor) === subject.governor

const demanding =
  /^(?:ask|demand|insist|order|urge|request|require|recommend|propose|suggest|advise|beg|plead|command|instruct|prefer|want)$/

/** "She demanded that he pay", "sent Falk a note insisting he pay": who is to do it is not who wants it. */
export function isWantedOf(pronoun: Fact, other: Fact): boolean {
  const { sentence, governor } = pronoun
  if (pronoun.role !== 'subject' || governor < 0 || other.mention.sentence !== pronoun.mention.sentence) return false
  const { tokens } = sentence
  const { deprel, head, xpos } = tokens[governor]!
  const should = dependents(sentence)[governor]!.some((child) => /^(?:should|must|shall)$/.test(tokens[child]!.lemma))
  if (deprel !== 'ccomp' || head === 0 || !(xpos === 'VB' || should) || !demanding.test(tokens[head - 1]!.lemma))
    return false
  let verb = subjectOf(sentence, head - 1)
  // "a note insisting …": of whoever sent it
  const clause = tokens[verb]!
  const noun = clause.deprel === 'acl' ? tokens[clause.head - 1] : undefined
  if (noun && /^(?:obj|obl)$/.test(noun.deprel)) verb = noun.head - 1
  return other.role === 'subject' && other.governor === verb
}

/** The verb whose subject is also that of the verb at `at`: itself where it has one. */
function subjectOf(sentence: Sentence, at: number): number {
  let verb = at
  for (let steps = 0; steps < 4; steps++) {
    if (dependents(sentence)[verb]!.some((child) => sentence.tokens[child]!.deprel.startsWith('nsubj'))) return verb
    const { deprel, head } = sentence.tokens[verb]!
    // "asked the judge to bar him": the object bars, not who asked
    if (deprel === 'xcomp' && head > 0 && hasObject(sentence, head - 1)) return verb
    if (head === 0 || !/^(?:conj|xcomp|advcl)/.test(deprel)) return verb
    verb = head - 1
  }
  return verb
}

const hasObject = (sentence: Sentence, verb: number): boolean =>
  dependents(sentence)[verb]!.some((child) => /^i?obj$/.test(sentence.tokens[child]!.deprel))

/** One phrase stands inside the other: "its owner" is not "it". */
export function nested(a: Fact, b: Fact): boolean {
  if (a.mention.sentence !== b.mention.sentence) return false
  const [x, y] = [a.mention, b.mention]
  return (x.first <= y.first && y.last <= x.last) || (y.first <= x.first && x.last <= y.last)
}
