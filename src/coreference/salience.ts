/** A mention → how much it stands out among those that a later description may mean; of those with scores the one that does. */
import { isBody } from '../model/index.ts'
import type { Chains } from './chains.ts'
import type { Fact } from './facts.ts'

/** Subjects, names and what is said often stand out; less with each sentence. */
export function salience({ mention, role, token }: Fact, distance: number, chains: Chains): number {
  const times = chains.mentionsUpTo(mention.id)
  return (
    (role === 'subject' ? 2 : role === 'object' ? 1 : token.deprel === 'compound' || role === 'possessive' ? -1 : 0) +
    (mention.kind === 'NAM' ? 1 : 0) +
    Math.min(times, 4) / 2 +
    (isBody(chains.of(mention.id).type) ? 0.5 : 0) -
    1.5 * distance
  )
}

/** A chain by one of its mentions, and how much speaks for it. */
export interface Scored {
  readonly fact: Fact
  readonly score: number
}

/** The one that stands out from the next best by a margin; undefined where none does. */
export function standingOut(scored: Iterable<Scored>, margin: number): Fact | undefined {
  const [best, second] = [...scored].sort((a, b) => b.score - a.score)
  return best && !(second && best.score - second.score < margin) ? best.fact : undefined
}
