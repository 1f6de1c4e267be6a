/** LitBank's coreference (https://github.com/dbamman/litbank, CC BY 4.0) → documents with their gold chains. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Document, type SegmentedSentence, stableId } from '../../src/model/index.ts'

/** A gold mention: token indexes from 0 in the sentence, half-open. People, places, bodies and vehicles only. */
export interface LitbankMention {
  readonly sentence: number
  readonly first: number
  readonly last: number
  /** Mentions of one thing share it. */
  readonly chain: string
}

export interface LitbankDocument {
  readonly document: Document
  readonly segmented: readonly SegmentedSentence[]
  readonly mentions: readonly LitbankMention[]
}

export function readLitbank(data: string): LitbankDocument[] {
  return readFileSync(join(data, 'coreference', 'litbank', 'coref.tsv'), 'utf8')
    .split(/^# doc = /m)
    .slice(1)
    .map((block) => {
      const end = block.indexOf('\n')
      return readDocument(block.slice(0, end).trim(), block.slice(end + 1))
    })
}

function readDocument(uri: string, block: string): LitbankDocument {
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
  return { document: { id: stableId('d', uri), uri, text, format: 'text' }, segmented, mentions }
}
