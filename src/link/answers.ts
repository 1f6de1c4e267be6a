/**
 * Response → the request that it answers: the one that it names ("ignored his request"), else the latest that was made
 * of whoever responds.
 */
import type { QualifiedFrame } from '../model/index.ts'
import type { Context, FoundLink } from './context.ts'

/** How many sentences back an answer reaches that does not name its request. */
const reach = 6
const most = 30

/** @param repeats what tells a request again: an answer to "his request" answers the request itself too */
export function findAnswers(context: Context, repeats: readonly FoundLink[]): FoundLink[] {
  const links: FoundLink[] = []
  const original = new Map(repeats.map(({ from, to }) => [from, to]))
  const requests: number[] = []
  for (const [index, frame] of context.frames.entries()) {
    if (frame.kind === 'request') requests.push(index)
    if (frame.kind !== 'response') continue
    const named = namedRequest(context, index)
    if (named !== undefined) {
      links.push({ from: index, to: named })
      const first = original.get(named)
      if (first !== undefined) links.push({ from: index, to: first })
      continue
    }
    const best = bestRequest(context, index, requests)
    if (best !== undefined) links.push({ from: index, to: best })
  }
  return links
}

/** The request whose noun is what the response is about. */
function namedRequest(context: Context, index: number): number | undefined {
  const { sentence, roles } = context.frame(index)
  const about = new Set([...(roles.message ?? []), ...(roles.addressee ?? [])].map((filler) => filler.head))
  return context.inSentence(sentence).find((other) => {
    const request = context.frame(other)
    return request.kind === 'request' && about.has(request.trigger)
  })
}

function bestRequest(context: Context, index: number, requests: readonly number[]): number | undefined {
  let best: number | undefined
  let highest = 0
  for (let back = requests.length - 1; back >= 0 && back >= requests.length - most; back--) {
    const candidate = requests[back]!
    if (context.frame(index).sentence - context.frame(candidate).sentence > reach) break
    const score = scoreOf(context, context.frame(index), context.frame(candidate))
    if (score > highest) {
      highest = score
      best = candidate
    }
  }
  return best
}

/** An answer comes from the one who was asked; to withdraw a request is for the one who made it. */
function scoreOf(context: Context, response: QualifiedFrame, request: QualifiedFrame): number {
  if (request.factuality === 'denied' || request.factuality === 'hypothetical') return 0
  if (response.sentence === request.sentence && response.predicate.start < request.predicate.start) return 0
  const withdraws = response.answer === 'withdraw'
  const answerer = withdraws ? request.roles.speaker : request.roles.addressee
  const asker = withdraws ? request.roles.addressee : request.roles.speaker
  const by = context.sharing(response.roles.speaker, answerer)
  if (by === 'different') return 0
  if (context.sharing(response.roles.speaker, asker) === 'same') return 0
  const overlap = context.overlap(response.roles.message, request.roles.message)
  if (by !== 'same' && overlap < 0.5) return 0
  if (
    by === 'same' &&
    response.roles.message &&
    request.roles.message &&
    overlap === 0 &&
    !refersBack(context, response)
  ) {
    return 0
  }
  const to = context.sharing(response.roles.addressee, asker)
  if (to === 'different') return 0
  const distance = response.sentence - request.sentence
  return (by === 'same' ? 2 : 0) + (to === 'same' ? 1 : 0) + overlap + 1 - distance / (reach + 1)
}

/** "refused to do so", "complied with it", "turned it down" */
function refersBack(context: Context, { roles }: QualifiedFrame): boolean {
  return (roles.message ?? []).every((filler) => {
    const { lemma, upos } = context.sentences[filler.sentence]!.tokens[filler.head]!
    return upos === 'PRON' || /^(do|so|request|order|demand|call|appeal|plea|proposal|invitation|offer)$/.test(lemma)
  })
}
