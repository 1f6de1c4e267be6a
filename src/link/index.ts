import type { Chain, Document, LinkedFrame, Mention, QualifiedFrame, Sentence } from '../model/index.ts'

/** Gives frames their ids and ties them: prompted by, answers, repeats, reports. */
export function link(
  _document: Document,
  _sentences: readonly Sentence[],
  _mentions: readonly Mention[],
  _chains: readonly Chain[],
  _frames: readonly QualifiedFrame[],
): LinkedFrame[] {
  throw new Error('not written yet')
}
