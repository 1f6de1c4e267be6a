/** A resolution's clause without a subject ("Calls upon all parties to …") → the body that stands paragraphs above it. */
import type { Document, Frame } from '../model/index.ts'
import { surfaceSubject } from './arguments.ts'
import { actorFiller } from './fillers.ts'
import type { Test } from './path.ts'
import type { Tree } from './tree.ts'

/** A nominal that stands alone before a comma, as resolutions open: "The Security Council,". */
export interface Body {
  readonly tree: Tree
  readonly head: number
}

/** The body that a paragraph of its own names, or that opens this sentence before its first comma. */
export function bodyOf(tree: Tree): Body | undefined {
  const comma = tree.tokens.findIndex(({ form }) => form === ',')
  if (comma < 1 || comma > 12 || tree.tokens[0]!.form !== 'The') return undefined
  for (let i = 1; i < comma; i++) if (!/^(PROPN|ADJ|ADP|DET|NOUN)$/.test(tree.upos(i))) return undefined
  const head = [...Array(comma).keys()].find(
    (i) => tree.upos(i) === 'PROPN' && (tree.head(i) < 0 || tree.head(i) >= comma),
  )
  const last = comma - 1
  const follows = tree.tokens[comma + 1]
  if (follows && !/ing$|^Gravely|^Deeply|^Bear|^Aware|^Convinced|^Conscious|^Noting/i.test(follows.form))
    return undefined
  return { tree, head: head ?? last }
}

/** Fills the speaker of a request whose verb, in the third person of the present, opens its sentence. */
export function above(document: Document, frame: Frame, { tree, body }: { tree: Tree; body: Body | undefined }): Frame {
  if (!body || frame.kind !== 'request' || frame.roles.speaker) return frame
  if (!opens(tree, frame.trigger)) return frame
  const filler = actorFiller(body.tree, body.head)
  return {
    ...frame,
    roles: { ...frame.roles, speaker: [{ ...filler, text: document.text.slice(filler.start, filler.end) }] },
  }
}

/** A verb in the third person of the present without a subject, that opens its sentence or continues such a verb. */
function opens(tree: Tree, trigger: number): boolean {
  let verb = trigger
  for (let n = 0; n < 8 && tree.is(verb, 'conj'); n++) verb = tree.head(verb)
  if (tree.xpos(trigger) !== 'VBZ' || tree.xpos(verb) !== 'VBZ') return false
  return surfaceSubject(tree, verb) === undefined && tree.holds(opening, verb)
}

const opening: Test = { key: 'is', negated: false, values: new Set(['first']) }
