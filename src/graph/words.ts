/**
 * A statement in the few words that stand on an edge: "told … not to bypass filters", "made requests of", "partner of".
 * compromise inflects the verb; what joins the message to it ("to", "for", "that") is read off the sentence.
 */
import nlp from 'compromise'
import type { Statement } from '../model/index.ts'

const longest = 34

/** The label of an edge between the two parties of the statement. */
export function edgeLabel(statement: Statement): string {
  const { kind, relation, polarity, roles, factuality } = statement
  if (kind === 'relation') return polarity === 'negative' ? `not ${relation}` : relation
  // what is said or asked has its "not" in the message
  const negated = (kind === 'response' || kind === 'action') && polarity === 'negative'
  const verb = inMood(relation, factuality, negated ? 'not ' : '')
  const message = roles.message?.[0]
  // a thing that is spoken of is the other party
  if (!message || (kind === 'communication' && message.entity && !roles.addressee)) return verb
  const joint = jointBefore(statement, message.start)
  const not = kind === 'request' && polarity === 'negative' && !/\bnot\b/.test(joint) ? 'not ' : ''
  const gap = roles.addressee ? ' …' : ''
  return `${verb}${gap} ${not}${joint}${clip(message.text)}`
}

/** "asked", "may ask", "will ask", "never asked": the text's own certainty in the verb. */
function inMood(relation: string, factuality: Statement['factuality'], not: string): string {
  if (factuality === 'future') return `will ${not}${relation}`
  if (factuality === 'hypothetical') return `may ${not}${relation}`
  return factuality === 'denied' ? `never ${past(relation)}` : past(relation)
}

const inflected = new Map<string, string>()

/** Past tense of a relation's first word: ask → asked, call for → called for. */
export function past(relation: string): string {
  let found = inflected.get(relation)
  if (found === undefined) {
    const [verb = '', ...rest] = relation.split(' ')
    const compromise = nlp as unknown as Conjugating
    const form = /^[a-z-]+$/.test(verb)
      ? compromise.methods().two.transform.verb.conjugate(verb, compromise.model()).PastTense
      : undefined
    found = [form || verb, ...rest].join(' ')
    inflected.set(relation, found)
  }
  return found
}

/** The part of compromise that conjugates; it is not in its types. */
interface Conjugating {
  methods(): { two: { transform: { verb: { conjugate(verb: string, model: unknown): { PastTense?: string } } } } }
  model(): unknown
}

/** "to ", "not to ", "for " where these words stand just before the message in its sentence. */
function jointBefore({ evidence: { sentence } }: Statement, start: number): string {
  const before = sentence.text.slice(Math.max(0, start - sentence.start - 16), Math.max(0, start - sentence.start))
  return /\b((?:(?:not|never) )?to |for |that |from |against |on )$/i.exec(before)?.[1]?.toLowerCase() ?? ''
}

/** The first words of a text, whole words only. */
export function clip(text: string, length = longest): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  if (plain.length <= length) return plain
  const cut = plain.slice(0, length + 1)
  const end = cut.lastIndexOf(' ')
  return `${(end > length / 2 ? cut.slice(0, end) : cut.slice(0, length)).replace(/[\s,;:–—-]+$/, '')} …`
}
