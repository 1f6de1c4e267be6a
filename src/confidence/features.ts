/** Linked frame → what the model of the confidence sees of it. */
import type { FoundFiller, LinkedFrame, Sentence } from '../model/index.ts'
import type { Reference } from './reference.ts'

/** Patterns whose verb or noun means other things as often. */
const loose = new Set(
  'ask-for-thing seek-event seek-from suggest-event request-from request-for call-to demands-for want-someone-to would-like-someone-to must-reported report-that meet-with'.split(
    ' ',
  ),
)

const participants = new Set(['i', 'me', 'we', 'us', 'you'])
const pronouns = new Set(['he', 'him', 'she', 'her', 'they', 'them', 'who', 'whom', 'his', 'their'])
/** They stand for things as often as for somebody. */
const things = new Set(['it', 'its', 'this', 'that', 'which', 'something', 'more', 'one'])
const sayers = ({ roles }: LinkedFrame) => roles.speaker ?? roles.agent ?? roles.subject ?? []

/** Each feature scaled to about 0..1. */
export function confidenceFeatures(
  frame: LinkedFrame,
  sentences: readonly Sentence[],
  reference: (filler: FoundFiller) => Reference,
): Record<string, number> {
  const { features, roles } = frame
  const actors = [
    roles.speaker,
    roles.addressee,
    roles.agent,
    roles.patient,
    roles.recipient,
    roles.subject,
    roles.object,
  ].flatMap((fillers) => fillers ?? [])
  const words = actors.map(({ text }) => text.toLowerCase())
  const references = [...actors, ...frame.source].map(reference)
  const borrowed = references.filter((reference) => reference.borrowed)
  const message = roles.message?.[0]
  const most = (list: readonly number[], scale: number) => Math.min(1, Math.max(0, ...list) / scale)
  return {
    [frame.kind]: 1,
    [`by ${frame.foundBy}`]: 1,
    margin: features['margin'] ?? 1,
    distance: Math.min(1, (features['distance'] ?? 0) / 20),
    words: Math.min(1, (features['words'] ?? 20) / 60),
    specific: Math.min(1, (features['length'] ?? 3) / 10),
    noun: features['noun'] ?? 0,
    heading: features['heading'] ?? 0,
    bothActors: roles.speaker && roles.addressee ? 1 : roles.agent && roles.patient ? 1 : 0,
    noActor: roles.speaker || roles.addressee || roles.agent || roles.patient || roles.subject ? 0 : 1,
    message: message ? 1 : 0,
    // whose "I" it is, only the layout of an interview says
    participant: words.some((word) => participants.has(word)) ? 1 : 0,
    pronoun: words.some((word) => pronouns.has(word)) ? 1 : 0,
    thing: words.some((word) => things.has(word)) ? 1 : 0,
    // "the mayor", "Ada Lund" rather than "people", "one"
    named: sayers(frame).some(({ text }) => /\p{Lu}\p{Ll}/u.test(text.replace(/^The |^A /, ''))) ? 1 : 0,
    several: sayers(frame).length > 1 ? 1 : 0,
    wordy: most(
      actors.map(({ text }) => text.split(/\s+/).length),
      12,
    ),
    // what is said between marks is cut by them, not by the parser
    quoted: features['quoted'] ?? 0,
    long: Math.min(1, (message?.text.length ?? 0) / 300),
    joined: message && /[,;—–:]| and | but /.test(message.text) ? 1 : 0,
    whole: message && sentences[frame.sentence]!.end - message.end <= 2 ? 1 : 0,
    loose: loose.has(frame.foundBy) ? 1 : 0,
    source: frame.source.length > 0 ? 1 : 0,
    notActual: frame.factuality === 'actual' ? 0 : 1,
    open: references.some(({ open }) => open) ? 1 : 0,
    borrowed: borrowed.length > 0 ? 1 : 0,
    described: borrowed.some(({ kind }) => kind === 'NOM') ? 1 : 0,
    back: most(
      borrowed.map(({ back }) => back),
      4,
    ),
    toName: most(
      borrowed.map(({ toName }) => toName),
      6,
    ),
    rivals: most(
      references.map(({ rivals }) => rivals),
      4,
    ),
    unsure: 1 - Math.min(1, ...references.map(({ sure }) => sure)),
    often: most(
      references.map(({ mentions }) => Math.log2(mentions + 1)),
      6,
    ),
  }
}
