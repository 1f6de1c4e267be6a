/** Collections with annotated names → the documents that names are learnt from. */
import { readBroadTwitter, readCrossNer, readUner, readWikigold } from './name-corpora/conll.ts'
import { readGumNames } from './name-corpora/gum.ts'
import type { NameDocument, NameSentence } from './name-corpora/labelled.ts'
import { readRe3d } from './name-corpora/re3d.ts'

/** As a headline has it: capitals on all but the small words; or capitals only. */
const restyled: readonly ((form: string, i: number) => string)[] = [
  (form, i) => (i > 0 && form.length < 4 ? form : form.slice(0, 1).toUpperCase() + form.slice(1)),
  (form) => form.toUpperCase(),
]

/** Copies of one document in ten as headlines, so that capitals are not trusted where all words have them. */
function headlines(documents: readonly NameDocument[]): NameDocument[] {
  const isShort = ({ forms, allowed }: NameSentence) => forms.length < 20 && allowed.some((bits) => (bits & 1) === 0)
  return documents.flatMap((document, d) => {
    const style = restyled[d % 10]
    const sentences = document.sentences.filter(isShort)
    if (!style || sentences.length === 0) return []
    return [{ ...document, sentences: sentences.map(({ forms, allowed }) => ({ forms: forms.map(style), allowed })) }]
  })
}

/**
 * All that names are learnt from.
 * @param data - folder that holds `ner/` and `treebank/`
 * @param documents - ids of the documents of EWT and GUM that may be learnt from
 */
export function readNameCorpora(data: string, documents: ReadonlySet<string>): NameDocument[] {
  const main = [
    ...readUner(`${data}/ner/uner_ewt/train.recovered.iob2`).filter(({ id }) => documents.has(id)),
    ...readGumNames(`${data}/treebank/gum/train.conllu`).filter(({ id }) => documents.has(id)),
  ]
  return [
    ...main,
    ...headlines(main),
    ...readWikigold(data),
    ...readBroadTwitter(data),
    ...readCrossNer(data),
    ...readRe3d(data),
  ]
}
