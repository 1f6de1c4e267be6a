/** Training sentences → the tags that a tagger gives which has not seen their documents: what the parser will meet. */
import type { Tag, Tagger } from '../../src/annotate/tagger.ts'
import type { TreebankSentence } from './treebank.ts'

export function jackknifedTags(
  sentences: readonly TreebankSentence[],
  folds: number,
  train: (sentences: readonly TreebankSentence[]) => Tagger,
): Tag[][] {
  const documents = [...new Set(sentences.map(({ document }) => document))]
  const foldOf = new Map(documents.map((document, i) => [document, i % folds]))
  const tags = new Array<Tag[]>(sentences.length)
  for (let fold = 0; fold < folds; fold++) {
    const tagger = train(sentences.filter(({ document }) => foldOf.get(document) !== fold))
    sentences.forEach(({ document, forms }, i) => {
      if (foldOf.get(document) === fold) tags[i] = Array.from(tagger.tag(forms), (name) => tagger.tags[name]!)
    })
  }
  return tags
}
