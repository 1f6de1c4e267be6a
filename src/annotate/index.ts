/** Sentences as words → sentences with tags, lemmas, syntax and names. */
import type { SegmentedSentence, Sentence, Token } from '../model/index.ts'
import { withPlacesBelow } from './described-by-place.ts'
import { lemmaFile, readLemmas } from './lemma.ts'
import { datelineLength, type Marked, markingLength, withMarking } from './marking.ts'
import type { Gunzip } from './model-file.ts'
import { loadSyntax } from './models.ts'
import { Morphologies } from './morphology.ts'
import { decodeNames, namesFile } from './names-model.ts'
import { withBodiesBelow } from './person-behind-body.ts'
import { withSubjectsBare } from './subject-with-case.ts'
import { analyse } from './syntax.ts'

/** Adds tags, lemmas, syntax and names to the sentences of one document. */
export interface Annotator {
  annotate(sentences: readonly SegmentedSentence[]): Sentence[]
}

/** Reads a model file by its name: from disk in Node, by fetch in a browser. */
export type ModelReader = (name: string) => Promise<Uint8Array>

/**
 * Reads the models, once. Throws a `ModelError` if one is damaged.
 * @param gunzip - see `decodeModel`
 */
export async function loadAnnotator(read: ModelReader, gunzip?: Gunzip): Promise<Annotator> {
  const text = async (name: string) => new TextDecoder().decode(await read(name))
  const morphologies = new Morphologies(readLemmas(await text(lemmaFile)))
  const syntax = await loadSyntax(read, gunzip)
  const names = await decodeNames(await read(namesFile), syntax.tagger.words, gunzip)

  function annotateSentence({ words, ...sentence }: SegmentedSentence, found: Marked): Sentence {
    const { tags, heads, relations, margins } = found
    const tokens = words.map((word, i): Token => {
      const { start, end, form, joined } = word
      const { upos, xpos } = tags[i]!
      const deprel = relations[i]!
      const { lemma, feats } = morphologies.of({ form, upos, xpos, deprel })
      return {
        start,
        end,
        form,
        joined,
        id: i + 1,
        lemma,
        upos,
        xpos,
        feats,
        head: heads[i]!,
        deprel,
        margin: margins[i]!,
      }
    })
    return { ...sentence, tokens, names: [] }
  }

  return {
    annotate: (sentences) => {
      const forms = sentences.map(({ words }) => words.map(({ form }) => form))
      const marked = forms.map(markingLength)
      const aside = forms.map((list, i) => marked[i] || datelineLength(list))
      const prose = forms.map((list, i) => (aside[i] ? list.slice(aside[i]) : list))
      const parsed = analyse(syntax, prose)
      const annotated = sentences.map((sentence, i) =>
        annotateSentence(
          sentence,
          withSubjectsBare(withBodiesBelow(withPlacesBelow(withMarking(aside[i]!, forms[i]!, parsed[i]!)))),
        ),
      )
      const found = names.recognize(
        annotated.map(({ tokens }, i) => ({ tokens: marked[i] ? tokens.slice(marked[i]) : tokens })),
      )
      return annotated.map((sentence, i) => ({
        ...sentence,
        names: marked[i]
          ? found[i]!.map((name) => ({ ...name, first: name.first + marked[i]!, last: name.last + marked[i]! }))
          : found[i]!,
      }))
    },
  }
}
