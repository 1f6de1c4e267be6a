/** Whether a frame is a directive that somebody utters: saying it is doing it. */
import type { Frame } from '../model/index.ts'
import type { Tree } from './tree.ts'

/** An imperative, a polite question or a quoted directive: saying it is doing it. */
export function isDirective(frame: Frame, tree: Tree): boolean {
  if (frame.kind !== 'request') return false
  const { trigger } = frame
  if (tree.token(trigger).upos === 'AUX') return true
  if (frame.roles.message?.some((filler) => filler.sentence === frame.sentence && filler.head === trigger)) return true
  return isPoliteQuestion(trigger, tree)
}

/** "Would you mind …?", "Could you …?" */
function isPoliteQuestion(trigger: number, tree: Tree): boolean {
  if (!endsAsQuestion(tree)) return false
  const subject = tree.subject(trigger)
  return subject >= 0 && tree.form(subject) === 'you' && /^(mind|be)$/.test(tree.lemma(trigger))
}

/** Whether a sentence ends with a question mark, but for closing quotes. */
export const endsAsQuestion = (tree: Tree): boolean => questionMark(tree) >= 0

/** Whether a word stands in a question: not where only a quotation beside it is one. */
export function isAsked(word: number, tree: Tree): boolean {
  const mark = questionMark(tree)
  if (mark < 0) return false
  let level = 0
  for (let at = mark - 1; at > word && at > mark - farthest; at--) if (/^["“”]$|^''$|^``$/.test(tree.form(at))) level++
  return level % 2 === 0
}

/** How far before a question mark the quotation that it ends is looked for. */
const farthest = 200

function questionMark(tree: Tree): number {
  for (let at = tree.length - 1; at >= 0 && at >= tree.length - 4; at--) {
    const form = tree.form(at)
    if (form === '?' || form === '?!' || form === '??') return at
    if (!/^["'”’)\]»]+$/.test(form)) return -1
  }
  return -1
}
