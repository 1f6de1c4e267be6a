/** Training sentences → what a model says of them that has not seen their documents: what the next pass will meet. */
import type { TreebankSentence } from './treebank.ts'

/** Trains `folds` times without a part of the documents; `predict` gives the result for the sentence at an index. */
export function jackknife<Result>(
  sentences: readonly TreebankSentence[],
  folds: number,
  train: (indexes: readonly number[]) => (index: number) => Result,
): Result[] {
  const documents = [...new Set(sentences.map(({ document }) => document))]
  const foldOf = new Map(documents.map((document, i) => [document, i % folds]))
  const results = new Array<Result>(sentences.length)
  for (let fold = 0; fold < folds; fold++) {
    const inFold = sentences.map(({ document }) => foldOf.get(document) === fold)
    const predict = train([...sentences.keys()].filter((i) => !inFold[i]))
    sentences.forEach((_, i) => {
      if (inFold[i]) results[i] = predict(i)
    })
  }
  return results
}
