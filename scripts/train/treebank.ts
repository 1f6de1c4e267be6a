/** CoNLL-U files → sentences to learn from. */
import { readFileSync } from 'node:fs'

export interface TreebankSentence {
  readonly document: string
  readonly id: string
  readonly text: string
  readonly forms: readonly string[]
  readonly upos: readonly string[]
  readonly xpos: readonly string[]
  /** From 1; 0 for the root. */
  readonly heads: readonly number[]
  /** With subtypes. */
  readonly relations: readonly string[]
}

export function readTreebank(path: string): TreebankSentence[] {
  const sentences: TreebankSentence[] = []
  let document = ''
  for (const block of readFileSync(path, 'utf8').split('\n\n')) {
    const lines = block.split('\n')
    const comment = (key: string) => lines.find((line) => line.startsWith(`# ${key} = `))?.slice(key.length + 5)
    document = comment('newdoc id') ?? document
    const words = lines.filter((line) => /^\d+\t/.test(line)).map((line) => line.split('\t'))
    if (words.length === 0) continue
    const cells = (index: number) => words.map((word) => word[index]!)
    sentences.push({
      document,
      id: comment('sent_id') ?? '',
      text: comment('text') ?? '',
      forms: cells(1),
      upos: cells(3),
      xpos: cells(4),
      heads: cells(6).map(Number),
      relations: cells(7),
    })
  }
  return sentences
}

/** The sentence from its end to its beginning. */
export function reversed(sentence: TreebankSentence): TreebankSentence {
  const n = sentence.forms.length
  return {
    ...sentence,
    forms: sentence.forms.toReversed(),
    upos: sentence.upos.toReversed(),
    xpos: sentence.xpos.toReversed(),
    heads: sentence.heads.toReversed().map((head) => (head === 0 ? 0 : n + 1 - head)),
    relations: sentence.relations.toReversed(),
  }
}
