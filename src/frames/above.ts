/** A resolution's clause without a subject ("Calls upon all parties to …") → the body that stands paragraphs above it. */
import type { Document, Frame } from '../model/index.ts'
import { surfaceSubject } from './arguments.ts'
import { actorFiller } from './fillers.ts'
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
  for (let i = 1; i < comma; i++) if (!/^(PROPN|ADJ|ADP|DET|NOUN|CCONJ)$/.test(tree.upos(i))) return undefined
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

/**
 * A verb in the third person of the present, or an infinitive behind its letter ("(a) To request …"), without a subject,
 * that opens its sentence or continues one that does.
 */
function opens(tree: Tree, trigger: number): boolean {
  if (tree.kid(trigger, 'nsubj', 'nsubj:pass') !== undefined) return false
  let first = 0
  while (first < trigger && (isNumbering(tree, first) || intensifiers.test(tree.token(first).form))) first++
  if (first > 0 && tree.xpos(first) === 'TO') first++
  if (first === trigger) return /^(VBZ|VB)$/.test(tree.xpos(trigger)) && (first > 0 || tree.xpos(trigger) === 'VBZ')
  // "Calls upon the parties to wait and urges them to meet", whatever "urges" hangs on
  if (tree.xpos(trigger) !== 'VBZ' || tree.xpos(first) !== 'VBZ') return false
  if (surfaceSubject(tree, first) !== undefined) return false
  return /^(,|and|also|further|accordingly|therefore)$/.test(tree.token(trigger - 1).form)
}

const isNumbering = (tree: Tree, i: number): boolean =>
  /^(PUNCT|NUM|X|SYM)$/.test(tree.upos(i)) || /^(\(?[a-z0-9]{1,3}[.)]|[a-z])$/i.test(tree.token(i).form)

const intensifiers = /^(further|also|again|strongly|urgently|earnestly|solemnly|moreover|once|hereby)$/i
