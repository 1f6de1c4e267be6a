/**
 * CoNLL-U files of a treebank → documents with their raw text, rebuilt as the CoNLL 2018 shared task does: what
 * `SpaceAfter=No` does not glue is parted by a space, paragraphs and documents by a blank line.
 */
import { readFileSync } from 'node:fs'
import type { SegmentedSentence, Sentence, Token } from '../../src/model/index.ts'

/** A document of a treebank: gold sentences with spans into its text. */
export interface GoldDocument {
  /** `# newdoc id`; the file's name for a treebank without documents. */
  readonly id: string
  /** GUM's, from the id; `all` where there is none. */
  readonly genre: string
  readonly text: string
  readonly sentences: readonly Sentence[]
}

/** Reads a file. Empty nodes are left out. The words of a multiword token, joined, are its letters, as in all sets of UD for English. */
export function readGold(path: string): GoldDocument[] {
  const documents: { id: string; builder: TextBuilder }[] = []
  let comments: string[] = []
  let rows: string[][] = []
  const flush = () => {
    if (rows.length === 0) return
    const id = comment(comments, 'newdoc id')
    if (id !== undefined || documents.length === 0) {
      documents.push({ id: id ?? path.replace(/^.*\/|\.conllu$/g, ''), builder: new TextBuilder() })
    }
    const opens = comments.some((line) => /^# new(?:par|doc)\b/.test(line))
    documents[documents.length - 1]!.builder.add(rows, opens)
    comments = []
    rows = []
  }
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line === '') flush()
    else if (line.startsWith('#')) comments.push(line)
    else rows.push(line.split('\t'))
  }
  flush()
  return documents.map(({ id, builder }) => ({
    id,
    genre: /^GUM_([a-z]+)_/.exec(id)?.[1] ?? 'all',
    text: builder.text,
    sentences: builder.sentences,
  }))
}

/** The gold sentences without what annotation adds. */
export const segmented = ({ sentences }: GoldDocument): SegmentedSentence[] =>
  sentences.map(({ tokens, names: _, ...sentence }) => ({
    ...sentence,
    words: tokens.map(({ start, end, form, joined }) => ({ start, end, form, joined })),
  }))

const comment = (comments: readonly string[], key: string): string | undefined =>
  comments.find((line) => line.startsWith(`# ${key} = `))?.slice(key.length + 5)

class TextBuilder {
  text = ''
  readonly sentences: Sentence[] = []
  #paragraph = -1
  #gap = ''

  add(rows: readonly (readonly string[])[], opensParagraph: boolean): void {
    if (opensParagraph || this.#paragraph < 0) {
      this.#paragraph++
      if (this.text !== '') this.#gap = '\n\n'
    }
    const tokens: Token[] = []
    // the multiword token that is open: the ids of its first and last word, and the gap after it
    let first = 0
    let last = 0
    let gapAfter = ' '
    for (const [
      id = '',
      form = '',
      lemma = '',
      upos = '',
      xpos = '',
      feats = '',
      head,
      deprel = '',
      ,
      misc = '',
    ] of rows) {
      if (id.includes('.')) continue
      const gap = /(?:^|\|)SpaceAfter=No/.test(misc) ? '' : ' '
      if (id.includes('-')) {
        const range = id.split('-').map(Number)
        first = range[0]!
        last = range[1]!
        gapAfter = gap
        continue
      }
      const number = Number(id)
      const joined = number > first && number <= last
      this.text += this.#gap
      const start = this.text.length
      this.text += form
      const span = { start, end: this.text.length }
      tokens.push({
        id: number,
        form,
        lemma,
        upos,
        xpos,
        feats,
        head: Number(head),
        deprel,
        margin: 1,
        joined,
        ...span,
      })
      this.#gap = number < last ? '' : number === last ? gapAfter : gap
    }
    this.sentences.push({
      index: this.sentences.length,
      paragraph: this.#paragraph,
      heading: false,
      start: tokens[0]!.start,
      end: tokens[tokens.length - 1]!.end,
      tokens,
      names: [],
    })
  }
}
