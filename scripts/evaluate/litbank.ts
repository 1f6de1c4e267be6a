/** LitBank's coreference and quotations (https://github.com/dbamman/litbank, CC BY 4.0) → documents with their gold. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Document, type SegmentedSentence, type Span, stableId } from '../../src/model/index.ts'

/** A gold mention: token indexes from 0 in the sentence, half-open. People, places, bodies and vehicles only. */
export interface LitbankMention {
  readonly sentence: number
  readonly first: number
  readonly last: number
  /** Mentions of one thing share it. */
  readonly chain: string
}

/** A gold quotation with its marks, and the name of the chain of whoever says it. */
export interface LitbankQuotation extends Span {
  readonly speaker: string
}

export interface LitbankDocument {
  readonly document: Document
  readonly segmented: readonly SegmentedSentence[]
  readonly mentions: readonly LitbankMention[]
  /** In the order of the text. */
  readonly quotations: readonly LitbankQuotation[]
  /** Mentions with the names of chains that the quotations use. */
  readonly named: readonly LitbankMention[]
}

export function readLitbank(data: string): LitbankDocument[] {
  const quotations = new Map(blocks(data, 'quotations.ann.tsv'))
  const named = new Map(blocks(data, 'coref.mentions.ann.tsv'))
  return blocks(data, 'coref.tsv').map(([uri, block]) => {
    const document = readDocument(uri, block)
    const spoken = readQuotations(quotations.get(uri) ?? '', document.segmented)
    return {
      ...document,
      segmented: withParagraphs(document, spoken),
      quotations: spoken,
      named: readNamed(named.get(uri) ?? ''),
    }
  })
}

/** The parts of a file, a document each. */
function blocks(data: string, file: string): [uri: string, block: string][] {
  return readFileSync(join(data, 'coreference', 'litbank', file), 'utf8')
    .split(/^# doc = /m)
    .slice(1)
    .map((block) => {
      const end = block.indexOf('\n')
      return [block.slice(0, end).trim(), block.slice(end + 1)]
    })
}

/** LitBank does not keep paragraphs: a quotation that follows another at once begins one. */
function withParagraphs(
  { document, segmented }: Pick<LitbankDocument, 'document' | 'segmented'>,
  quotations: readonly LitbankQuotation[],
): SegmentedSentence[] {
  const begins = new Set(
    quotations.flatMap(({ start }, at) =>
      at > 0 && document.text.slice(quotations[at - 1]!.end, start).trim() === '' ? [start] : [],
    ),
  )
  let paragraph = 0
  return segmented.map((sentence) => {
    if (begins.has(sentence.start)) paragraph++
    return { ...sentence, paragraph }
  })
}

/** Mentions by the names that the quotations call their chains by; the numbers in `coref.tsv` are others. */
function readNamed(block: string): LitbankMention[] {
  const rows = block.split('\n').map((line) => line.split('\t'))
  const chains = new Map(rows.filter(([kind]) => kind === 'COREF').map(([, id, name]) => [id, name!]))
  return rows.flatMap(([kind, id, ...places]) => {
    const chain = chains.get(id)
    if (kind !== 'MENTION' || chain === undefined) return []
    const [sentence, first, , last] = places.slice(0, 4).map(Number) as [number, number, number, number]
    return [{ sentence, first, last: last + 1, chain }]
  })
}

/** Places of the quotations: sentence and token from 0 of the first and of the last word. */
function readQuotations(block: string, segmented: readonly SegmentedSentence[]): LitbankQuotation[] {
  const rows = block.split('\n').map((line) => line.split('\t'))
  const speakers = new Map(rows.filter(([kind]) => kind === 'ATTRIB').map(([, id, name]) => [id, name!]))
  return rows.flatMap(([kind, id, ...places]) => {
    const speaker = speakers.get(id)
    if (kind !== 'QUOTE' || speaker === undefined) return []
    const [from, first, to, last] = places.slice(0, 4).map(Number) as [number, number, number, number]
    return [{ start: segmented[from]!.words[first]!.start, end: segmented[to]!.words[last]!.end, speaker }]
  })
}

function readDocument(uri: string, block: string): Pick<LitbankDocument, 'document' | 'segmented' | 'mentions'> {
  const segmented: SegmentedSentence[] = []
  const mentions: LitbankMention[] = []
  let text = ''
  for (const part of block.split(/\n\s*\n/)) {
    const rows = part
      .split('\n')
      .filter((line) => line.includes('\t'))
      .map((line) => line.split('\t') as [string, string])
    if (rows.length === 0) continue
    if (text) text += ' '
    const start = text.length
    const index = segmented.length
    const open = new Map<string, number[]>()
    const words = rows.map(([form, note], at) => {
      if (at > 0 && !/^(?:['’]\p{L}|n['’]t)/u.test(form)) text += ' '
      const from = text.length
      text += form
      for (const mark of note.split('|')) {
        const id = mark.replace(/[()]/g, '')
        if (mark.startsWith('(')) open.set(id, [...(open.get(id) ?? []), at])
        if (!mark.endsWith(')')) continue
        const first = open.get(id)?.pop()
        if (first !== undefined) mentions.push({ sentence: index, first, last: at + 1, chain: id })
      }
      return { form, start: from, end: text.length, joined: false }
    })
    segmented.push({ start, end: text.length, index, paragraph: 0, heading: false, words })
  }
  return {
    document: { id: stableId('d', uri), uri, text, format: 'text' },
    segmented,
    mentions,
  }
}
