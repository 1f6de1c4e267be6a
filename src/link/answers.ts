/**
 * Response → the request that it answers: the one that it names ("ignored his request"), else the latest that was made
 * of whoever responds.
 */
import { contains, type QualifiedFrame } from '../model/index.ts'
import type { Context, FoundLink } from './context.ts'
import { areRelated } from './families.ts'

/** How many sentences back an answer reaches that does not name its request. */
const reach = 6
const most = 30

/** What any request may be called by those who answer it. */
const general = new Set(['request', 'demand', 'call', 'appeal', 'proposal', 'offer', 'suggestion'])

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
    // "refused to order" answers no order
    const isNoun = context.sentenceOf(other).tokens[request.trigger]?.upos === 'NOUN'
    return request.kind === 'request' && isNoun && about.has(request.trigger)
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
  const distance = response.sentence - request.sentence
  if (distance === 0 && response.predicate.start < request.predicate.start) return 0
  // "urged them to comply": what is asked for answers nothing
  if (request.roles.message?.some((message) => contains(message, response.predicate))) return 0
  const withdraws = response.answer === 'withdraw'
  const answerer = withdraws ? request.roles.speaker : request.roles.addressee
  const asker = withdraws ? request.roles.addressee : request.roles.speaker
  if (context.sharing(response.roles.speaker, asker) === 'same') return 0
  const by = context.sharing(response.roles.speaker, answerer)
  const to = context.sharing(response.roles.addressee, asker)
  // "asked the court to …, but the judge refused"
  const beside = distance === 0 && !response.roles.message && response.roles.speaker !== undefined
  if ((by === 'different' && !beside) || to === 'different') return 0
  const overlap = context.overlap(response.roles.message, request.roles.message)
  const named = nameOf(context, response)
  const refers = named === 'it' || general.has(named) || areRelated(named, request.predicate.lemma)
  if (by === 'same' && response.roles.message && request.roles.message && overlap === 0 && !refers) return 0
  // "The proposal was rejected": the same sort of request, just told
  const justTold = named !== 'it' && distance <= 2 && areRelated(named, request.predicate.lemma)
  if (by !== 'same' && overlap < 0.5 && !(to === 'same' && refers) && !justTold && !beside) return 0
  return (by === 'same' ? 2 : 0) + (to === 'same' ? 1 : 0) + overlap + 1 - distance / (reach + 1)
}

/** What the response calls the request: a noun, or `it` for "refused to do so", "complied", "turned it down". */
function nameOf(context: Context, { roles }: QualifiedFrame): string {
  for (const { sentence, head } of roles.message ?? []) {
    const { lemma, upos } = context.sentences[sentence]!.tokens[head]!
    return upos === 'PRON' || lemma === 'do' || lemma === 'so' ? 'it' : lemma.toLowerCase()
  }
  return 'it'
}
