/**
 * Frames of one sentence → the participants that a request leaves out and the sentence names beside it: "approached the
 * owner and demanded an answer" was demanded of the owner; "ignored his request" says whom the request was made of.
 */
import type { FoundFiller, Frame } from '../model/index.ts'
import type { Place, Quotation } from './quotes.ts'
import type { FillerAt } from './source.ts'
import type { Tree } from './tree.ts'

/** Verbs of turning to somebody, whose object, or phrase with "to" or "with", is then asked. */
const turning = new Set(
  `approach contact call phone telephone ring email write confront visit stop corner petition address lobby tell face
  buttonhole accost text cable message meet turn appeal`.split(/\s+/),
)

/** Messages that go to somebody: "in a letter to the board". */
const letters = new Set('letter email e-mail message note cable telegram call petition memo fax'.split(' '))

export interface Surroundings {
  /** All frames of the sentence. */
  readonly others: readonly Frame[]
  readonly fillerAt: FillerAt
  /** Whether a word names somebody who can be asked. */
  readonly isActor: (place: Place) => boolean
}

/** The addressee that the sentence gives to a request without one. */
export function omittedAddressee(
  frame: Frame,
  tree: Tree,
  { others, fillerAt, isActor }: Surroundings,
): readonly FoundFiller[] | undefined {
  if (frame.kind !== 'request' || frame.roles.addressee) return undefined
  const answerer = whoAnswers(frame, { others, isActor })
  if (answerer) return answerer
  const isVerb = tree.isVerb(frame.trigger)
  const prompted = isVerb ? undefined : speakerOfPrompted(frame, tree, others)
  if (prompted) return prompted
  const head = isVerb ? turnedTo(frame.trigger, tree) : whoActsOn(frame.trigger, tree)
  const place = { sentence: frame.sentence, token: head }
  if (head < 0 || !isActor(place)) return undefined
  const isSpeaker = frame.roles.speaker?.some((filler) => filler.sentence === frame.sentence && filler.head === head)
  const inMessage = frame.roles.message?.some((filler) => filler.sentence === frame.sentence && filler.head === head)
  return isSpeaker || inMessage ? undefined : [fillerAt(place)]
}

/** The participants of a quoted directive that names none: who is quoted, and to whom. */
export function quotedParticipants(frame: Frame, quotation: Quotation | undefined, fillerAt: FillerAt): Frame['roles'] {
  const { speaker, told } = quotation ?? {}
  return {
    ...frame.roles,
    ...(speaker && !frame.roles.speaker && { speaker: [fillerAt(speaker)] }),
    ...(told && !frame.roles.addressee && { addressee: [fillerAt(told)] }),
  }
}

/** "Ministers ignored his request": those who answer a request are the ones asked. */
function whoAnswers(
  frame: Frame,
  { others, isActor }: Pick<Surroundings, 'others' | 'isActor'>,
): readonly FoundFiller[] | undefined {
  for (const other of others) {
    if (other.kind !== 'response' || other.answer === 'withdraw' || !other.roles.speaker) continue
    const about = [...(other.roles.message ?? []), ...(other.roles.addressee ?? [])]
    if (!about.some((filler) => filler.sentence === frame.sentence && filler.head === frame.trigger)) continue
    const own = frame.roles.speaker?.some((speaker) =>
      other.roles.speaker!.some((answerer) => answerer.start === speaker.start),
    )
    const able = other.roles.speaker.every(({ sentence, head }) => isActor({ sentence, token: head }))
    if (!own && able) return other.roles.speaker
  }
  return undefined
}

/** "Their demands were prompted by requests from the ministry": the requests were made of those who then demanded. */
function speakerOfPrompted(frame: Frame, tree: Tree, others: readonly Frame[]): readonly FoundFiller[] | undefined {
  const verb = verbAbove(frame.trigger, tree)
  if (verb < 0 || !/^(prompt|trigger|cause|provoke|spark|precede)$/.test(tree.lemma(verb))) return undefined
  const prompted = tree.childrenBy(verb, 'nsubj:pass')[0]
  const effect = others.find((other) => other.trigger === prompted && other !== frame)
  return effect?.roles.speaker ?? effect?.roles.agent
}

/** The verb that a noun depends on, over its coordination. */
function verbAbove(noun: number, tree: Tree): number {
  let at = noun
  for (let steps = 0; steps < 4 && tree.relation(at) === 'conj'; steps++) at = tree.head(at)
  const head = tree.head(at)
  return head >= 0 && tree.isVerb(head) ? head : -1
}

/** "At the request of the court the police handed over …": whoever acts on it was asked. */
function whoActsOn(noun: number, tree: Tree): number {
  if (tree.relation(noun) !== 'obl') return -1
  const verb = tree.head(noun)
  const cases = tree.childrenBy(noun, 'case').map((word) => tree.form(word))
  if (!tree.isVerb(verb) || tree.isPassive(verb) || !/^(at|after|following|upon|on|to)$/.test(cases.at(-1) ?? ''))
    return -1
  if (cases.at(-1) === 'to' && !inResponse(noun, tree)) return -1
  const subject = tree.subject(verb)
  return subject >= 0 && subject !== noun ? subject : -1
}

/** "in response to requests" */
const inResponse = (noun: number, tree: Tree) =>
  tree.childrenBy(noun, 'case').some((word) => tree.form(word) === 'to' && tree.form(word - 1) === 'response')

/** The one turned to before the request: in the verb before, the verb above, or a letter. */
function turnedTo(trigger: number, tree: Tree): number {
  const relation = tree.relation(trigger)
  const head = tree.head(trigger)
  if (head >= 0 && tree.isVerb(head) && /^(conj|advcl|xcomp)$/.test(relation) && head < trigger) {
    if (turning.has(tree.lemma(head)) && !tree.isPassive(head)) {
      const there = objectOf(head, tree)
      if (there >= 0 && there < trigger) return there
    }
    // "wrote a letter to the board, asking …"
    const letter = tree.childrenBy(head, 'obj').find((child) => letters.has(tree.lemma(child)))
    if (letter !== undefined && letter < trigger) return recipientOf(letter, tree)
  }
  if (relation === 'acl' && head >= 0 && letters.has(tree.lemma(head))) return recipientOf(head, tree)
  // "wrote to the board asking …", hung on the board
  const above = relation === 'acl' && head >= 0 && tree.relation(head) === 'obl' ? tree.head(head) : -1
  if (
    above >= 0 &&
    turning.has(tree.lemma(above)) &&
    tree.childrenBy(head, 'case').some((word) => tree.form(word) === 'to')
  )
    return head
  const letter = tree.childrenBy(trigger, 'obl').find((child) => letters.has(tree.lemma(child)))
  return letter === undefined ? -1 : recipientOf(letter, tree)
}

function objectOf(verb: number, tree: Tree): number {
  const [object] = tree.childrenBy(verb, 'obj', 'iobj')
  if (object !== undefined && !letters.has(tree.lemma(object))) return tree.token(object).upos === 'NUM' ? -1 : object
  return withCase(verb, 'obl', tree)
}

/** "to the board" of a letter, or of the verb that sends it. */
function recipientOf(letter: number, tree: Tree): number {
  const own = withCase(letter, 'nmod', tree)
  if (own >= 0) return own
  const verb = tree.head(letter)
  if (verb < 0 || !tree.isVerb(verb) || tree.relation(letter) !== 'obj') return -1
  return tree.childrenBy(verb, 'iobj')[0] ?? withCase(verb, 'obl', tree)
}

function withCase(head: number, relation: string, tree: Tree): number {
  const found = tree.childrenBy(head, relation).find((child) => {
    return (
      child > head &&
      tree.childrenBy(child, 'case').some((word) => /^(to|with)$/.test(tree.form(word))) &&
      /^(NOUN|PROPN|PRON)$/.test(tree.token(child).upos)
    )
  })
  return found ?? -1
}
