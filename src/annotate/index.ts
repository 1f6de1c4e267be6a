import type { SegmentedSentence, Sentence } from '../model/index.ts'

/** Adds tags, lemmas, syntax and names to the sentences of one document. */
export interface Annotator {
  annotate(sentences: readonly SegmentedSentence[]): Sentence[]
}

/** Reads a model file by its name: from disk in Node, by fetch in a browser. */
export type ModelReader = (name: string) => Promise<Uint8Array>

export async function loadAnnotator(_read: ModelReader): Promise<Annotator> {
  throw new Error('not written yet')
}
