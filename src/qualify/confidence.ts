/**
 * Frame → how likely it is to be right, by a logistic model over the features of the match. The coefficients stand in
 * `coefficients.ts`; `scripts/evaluate/calibration.ts` fits them to statements judged by reading.
 */
import type { QualifiedFrame, Span } from '../model/index.ts'
import { bias, weights } from './coefficients.ts'

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
const sayers = (frame: Pick<QualifiedFrame, 'roles'>) =>
  frame.roles.speaker ?? frame.roles.agent ?? frame.roles.subject ?? []

type Unrated = Omit<QualifiedFrame, 'confidence'>

/** What the model sees of a frame in its sentence: each feature scaled to about 0..1. */
export function confidenceFeatures(frame: Unrated, sentence: Span): Record<string, number> {
  const { features } = frame
  const roles = frame.roles
  const actors = [
    roles.speaker,
    roles.addressee,
    roles.agent,
    roles.patient,
    roles.recipient,
    roles.subject,
    roles.object,
  ]
  const message = roles.message?.[0]
  const words = actors.flatMap((fillers) => fillers ?? []).map(({ text }) => text.toLowerCase())
  return {
    [frame.kind]: 1,
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
    // what is said between marks is cut by them, not by the parser
    quoted: features['quoted'] ?? 0,
    long: Math.min(1, (message?.text.length ?? 0) / 300),
    // where a message has several parts, the last may be another's; one that goes on to the full stop is seldom cut
    joined: message && /[,;—–:]| and | but /.test(message.text) ? 1 : 0,
    whole: message && Math.abs(sentence.end - message.end) <= 2 ? 1 : 0,
    loose: loose.has(frame.foundBy) ? 1 : 0,
    source: frame.source.length > 0 ? 1 : 0,
    notActual: frame.factuality === 'actual' ? 0 : 1,
  }
}

/** 0..1, rounded to three digits. */
export function confidenceOf(frame: Unrated, sentence: Span): number {
  let score = bias
  for (const [name, value] of Object.entries(confidenceFeatures(frame, sentence))) score += (weights[name] ?? 0) * value
  const found = Math.round(1000 / (1 + Math.exp(-score))) / 1000
  return frame.features['half'] ? Math.min(found, mostOfHalf) : found
}

/** Half a clause ("the bridge, which he said *was safe*") readers find wrong each time: too few for a weight to be learnt. */
const mostOfHalf = 0.4
