/** Misread sentences, `form lemma upos xpos head deprel` a line, and what stands at their words once they are mended. */
import { repair } from '../../../src/frames/repair/index.ts'
import type { Sentence } from '../../../src/model/index.ts'
import { parseConllu } from '../../conllu.ts'

/** What is misread, its lines, and what stands at some words once it is mended. */
export type Misreading = [string, string, Record<string, string>]

export function sentenceOf(lines: string): Sentence {
  const rows = lines.split('\n').map((line, i) => {
    const [form, lemma, upos, xpos, head, deprel] = line.trim().split(' ')
    return [i + 1, form, lemma, upos, xpos, '_', head, deprel].join('\t')
  })
  return parseConllu(rows.join('\n')).sentences[0]!
}

/** Relation and head of these words once the sentence is mended: `nsubj < asked`, or `root`. */
export function repaired(lines: string, forms: readonly string[]): Record<string, string> {
  const { tokens } = repair(sentenceOf(lines))
  const written = (form: string) => {
    const token = tokens.find((t) => t.form === form)!
    return token.head === 0 ? token.deprel : `${token.deprel} < ${tokens[token.head - 1]!.form}`
  }
  return Object.fromEntries(forms.map((form) => [form, written(form)]))
}
