/**
 * Request → the earlier request that it tells again: "his request", "the order", or the same in other words, as a
 * headline and its article do.
 */
import type { QualifiedFrame } from '../model/index.ts'
import type { Context, FoundLink } from './context.ts'
import { areRelated } from './families.ts'

/** How many sentences back a noun points. */
const reach = 12
/** How many earlier requests are compared with one. */
const most = 40

/** Links each request with the latest earlier one that it repeats. */
export function findRepeats(context: Context): FoundLink[] {
  const links: FoundLink[] = []
  const earlier: number[] = []
  for (const [index, frame] of context.frames.entries()) {
    if (frame.kind !== 'request') continue
    const refers = context.isBackReference(index)
    let best: number | undefined
    let highest = 0
    for (let back = earlier.length - 1; back >= 0 && back >= earlier.length - most; back--) {
      const other = earlier[back]!
      const score = refers ? scoreOfNoun(context, index, other) : scoreOfClause(context, index, other)
      if (score > highest) {
        highest = score
        best = other
      }
    }
    if (best !== undefined) links.push({ from: index, to: best })
    earlier.push(index)
  }
  return links
}

const related = (a: QualifiedFrame, b: QualifiedFrame) => areRelated(a.predicate.lemma, b.predicate.lemma)

/** A noun that points back: it must be the same sort of request, of the same speaker where both name one. */
function scoreOfNoun(context: Context, index: number, earlier: number): number {
  const [frame, other] = [context.frame(index), context.frame(earlier)]
  const distance = frame.sentence - other.sentence
  if (distance > reach || (distance === 0 && sameClause(frame, other)) || !related(frame, other)) return 0
  if (frame.factuality !== other.factuality && other.factuality !== 'actual' && frame.factuality !== 'denied') return 0
  const speakers = context.sharing(frame.roles.speaker, other.roles.speaker)
  const addressees = context.sharing(frame.roles.addressee, other.roles.addressee)
  if (speakers === 'different' || addressees === 'different') return 0
  const overlap = context.overlap(frame.roles.message, other.roles.message)
  if (frame.roles.message && other.roles.message && overlap < 0.3) return 0
  if (frame.roles.speaker && speakers === 'unknown' && other.roles.speaker && overlap < 0.5) return 0
  // "the order" of nobody named: only right after it was told
  if (speakers !== 'same' && overlap < 0.5 && distance > 3) return 0
  const sameWord = frame.predicate.lemma === other.predicate.lemma ? 1 : 0
  return 1 + (speakers === 'same' ? 2 : 0) + (addressees === 'same' ? 1 : 0) + overlap + sameWord - distance / reach
}

const sameClause = (a: QualifiedFrame, b: QualifiedFrame) => a.predicate.start <= b.predicate.start

/** The same request in other words: the same actors, polarity and much the same content. */
function scoreOfClause(context: Context, index: number, earlier: number): number {
  const [frame, other] = [context.frame(index), context.frame(earlier)]
  if (frame.sentence === other.sentence || frame.polarity !== other.polarity || !related(frame, other)) return 0
  if (frame.factuality !== other.factuality || !frame.roles.message || !other.roles.message) return 0
  const speakers = context.sharing(frame.roles.speaker, other.roles.speaker)
  if (speakers === 'different') return 0
  const overlap = context.overlap(frame.roles.message, other.roles.message)
  const addressees = agree(context, frame, other)
  if (!addressees || overlap < (speakers === 'same' ? 0.5 : 0.6)) return 0
  const headline = context.sentenceOf(earlier).heading
  if (speakers !== 'same' && !headline) return 0
  return overlap + (speakers === 'same' ? 1 : 0)
}

/** The addressees are the same by coreference or by their words, or one is unnamed. */
function agree(context: Context, a: QualifiedFrame, b: QualifiedFrame): boolean {
  if (!a.roles.addressee || !b.roles.addressee) return true
  const sharing = context.sharing(a.roles.addressee, b.roles.addressee)
  return sharing === 'same' || context.overlap(a.roles.addressee, b.roles.addressee) >= 0.5
}
