/** Frames → what the text says of them: to do or not to do, really or perhaps, who says so, when, and how sure we are. */
import {
  type Document,
  type FoundFiller,
  type Frame,
  isActorType,
  type Mention,
  type QualifiedFrame,
  type Sentence,
} from '../model/index.ts'
import { asidesOf } from './asides.ts'
import { confidenceOf } from './confidence.ts'
import { isDirective } from './directive.ts'
import { factualityOf, messagesOf } from './factuality.ts'
import { addressMail, correspondentsOf } from './mail.ts'
import { omittedAddressee, quotedParticipants } from './omitted.ts'
import { polarityOf } from './polarity.ts'
import { findLetters, findQuotations, findTurns, type Place, quotationAround } from './quotes.ts'
import { type FillerAt, sourceOf } from './source.ts'
import { tailOf } from './tail.ts'
import { timeOf } from './time.ts'
import { type Tree, treeOf } from './tree.ts'

export { confidenceFeatures } from './confidence.ts'

/** How many frames of a sentence are compared with each of them; more stand only in hostile text. */
const most = 60

/**
 * Adds polarity, factuality, source, time and confidence, and the roles that only the document gives (an e-mail's
 * sender, the one approached before something was demanded).
 * @param sentences all of the document, in order: `sentences[frame.sentence]` is the frame's own
 */
export function qualify(
  document: Document,
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  frames: readonly Frame[],
): QualifiedFrame[] {
  const quotations = findQuotations(document, sentences)
  const turns = findTurns(document, sentences)
  const letters = findLetters(document, sentences, mentions)
  const mail = correspondentsOf(document, sentences, mentions)
  const fillerAt = fillers(document, sentences, mentions, frames)
  const actors = new Set(
    mentions.filter(({ type }) => isActorType(type)).map(({ sentence, head }) => `${sentence}:${head}`),
  )
  const isActor = ({ sentence, token }: Place) => actors.has(`${sentence}:${token}`)
  const bySentence = groupBySentence(frames)
  const messages = new Map([...bySentence].map(([sentence, list]) => [sentence, messagesOf(list)]))

  return frames.map((found) => {
    const sentence = sentences[found.sentence]!
    const tree = treeOf(sentence)
    const others = (bySentence.get(found.sentence) ?? []).slice(0, most)
    const addressee = omittedAddressee(found, tree, { others, fillerAt, isActor })
    let frame: Frame = addressee ? { ...found, roles: { ...found.roles, addressee } } : found
    if (isDirective(frame, tree)) {
      const quotation = [quotations, turns, letters]
        .map((speech) => quotationAround(speech, frame.predicate))
        .find((around) => around !== undefined)
      const roles = quotedParticipants(frame, quotation, fillerAt)
      frame = { ...frame, roles: mail ? addressMail({ ...frame, roles }, mail) : roles }
    }
    frame = withoutTail(frame, tree, document)
    const factuality = factualityOf(found, tree, messages.get(found.sentence)!)
    const time = timeOf(frame, tree, { document, factuality })
    const qualified = {
      ...frame,
      polarity: polarityOf(frame, tree, factuality),
      factuality,
      source: sourceOf(frame, tree, { quotations, turns, fillerAt }),
      ...(time && { time }),
    }
    return { ...qualified, confidence: confidenceOf(qualified, sentence) }
  })
}

/** A message ends where the words begin that say who says it all. */
function withoutTail(frame: Frame, tree: Tree, document: Document): Frame {
  const from = startOfTelling(frame.trigger, tree)
  if (from < 0) return frame
  const { end } = tree.token(from - 1)
  const message = frame.roles.message?.map((filler) => {
    const cut = filler.sentence === frame.sentence && frame.trigger < from && filler.start < end && filler.end > end
    return cut && filler.head < from ? { ...filler, end, text: document.text.slice(filler.start, end) } : filler
  })
  return message ? { ...frame, roles: { ...frame.roles, message } } : frame
}

/** First of the marks before the words behind a trigger that say who says it; -1 where there are none. */
function startOfTelling(trigger: number, tree: Tree): number {
  const marks = asidesOf(tree).flatMap(({ from, closes }) => (closes && from > trigger ? [from] : []))
  const tail = tailOf(tree)
  if (tail && tail.from > trigger) marks.push(tail.from)
  if (!marks.length) return -1
  let from = Math.min(...marks)
  while (from > 0 && tree.token(from - 1).upos === 'PUNCT') from--
  return from
}

function groupBySentence(frames: readonly Frame[]): Map<number, Frame[]> {
  const groups = new Map<number, Frame[]>()
  for (const frame of frames) {
    const group = groups.get(frame.sentence)
    if (group) group.push(frame)
    else groups.set(frame.sentence, [frame])
  }
  return groups
}

/** The filler that a word heads: as a frame has it, as the mention that it heads or is part of, else the word alone. */
function fillers(
  document: Document,
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  frames: readonly Frame[],
): FillerAt {
  const known = new Map<string, FoundFiller>()
  const key = ({ sentence, token }: Place) => `${sentence}:${token}`
  for (const { start, end, text, sentence, head } of mentions) {
    known.set(key({ sentence, token: head }), { start, end, text, sentence, head })
  }
  for (const frame of frames) {
    for (const [role, list] of Object.entries(frame.roles)) {
      if (role === 'message') continue
      for (const filler of list) known.set(key({ sentence: filler.sentence, token: filler.head }), filler)
    }
  }
  const named = new Map<string, FoundFiller>()
  for (const { start, end, text, sentence, head, first, last, kind } of mentions) {
    if (kind !== 'NAM') continue
    for (let token = first; token < last; token++)
      named.set(key({ sentence, token }), { start, end, text, sentence, head })
  }
  return (place) => {
    const found = known.get(key(place)) ?? named.get(key(place))
    if (found) return found
    const { start, end } = sentences[place.sentence]!.tokens[place.token]!
    return { start, end, text: document.text.slice(start, end), sentence: place.sentence, head: place.token }
  }
}
