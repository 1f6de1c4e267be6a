/** What grammar forbids: two arguments of one verb, or a phrase and one inside it, are two things. */
import type { Fact } from './facts.ts'

const reflexive = /sel(?:f|ves)$/i

/** "Amazon told the company": subject and object of one verb. A reflexive or possessive is no such pair. */
export function coArguments(a: Fact, b: Fact): boolean {
  if (a.mention.sentence !== b.mention.sentence || a.governor < 0 || a.governor !== b.governor) return false
  if (reflexive.test(a.token.form) || reflexive.test(b.token.form)) return false
  if (a.role === 'possessive' || b.role === 'possessive') return false
  return true
}

/** One phrase stands inside the other: "its owner" is not "it". */
export function nested(a: Fact, b: Fact): boolean {
  if (a.mention.sentence !== b.mention.sentence) return false
  const [x, y] = [a.mention, b.mention]
  return (x.first <= y.first && y.last <= x.last) || (y.first <= x.first && x.last <= y.last)
}
