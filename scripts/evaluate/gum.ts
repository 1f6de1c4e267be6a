/** GUM's CoNLL-U with `Entity=` in MISC (https://gucorpling.org/gum) → documents with their gold chains. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Document,
  type Name,
  type NameType,
  type SegmentedSentence,
  type Sentence,
  stableId,
  type Token,
} from '../../src/model/index.ts'

/** A gold mention: token indexes from 0 in the sentence, half-open. */
export interface GoldMention {
  readonly sentence: number
  readonly first: number
  readonly last: number
  /** Index of the word whose own head lies outside. */
  readonly head: number
  /** person, organization, place … */
  readonly type: string
  /** Mentions of one thing share it. */
  readonly chain: string
}

export interface GoldDocument {
  readonly genre: string
  readonly document: Document
  /** With gold tags and trees; names are the gold mentions that are proper. */
  readonly sentences: readonly Sentence[]
  /** The same words, to be annotated. */
  readonly segmented: readonly SegmentedSentence[]
  readonly mentions: readonly GoldMention[]
}

/** Licences of texts that a model may learn from (docs.tsv, `text_licence`). */
const permitted = /^(?:CC-BY-[\d.]+|CC-BY-SA-[\d.]+|CC-BY\(|public-domain)/

/** Documents of one file; of training texts only those whose licence lets a model learn from them. */
export function readGum(data: string, part: 'train' | 'dev'): GoldDocument[] {
  const folder = join(data, 'treebank', 'gum')
  const [header, ...rows] = readFileSync(join(folder, 'docs.tsv'), 'utf8').trim().split('\n')
  const at = header!.split('\t').indexOf('text_licence')
  const licences = new Map(rows.map((row) => row.split('\t')).map((cells) => [cells[0]!, cells[at]!]))
  return readFileSync(join(folder, `${part}.conllu`), 'utf8')
    .split(/^(?=# newdoc id = )/m)
    .filter((block) => block.startsWith('# newdoc'))
    .map((block) => [/^# newdoc id = (\S+)/.exec(block)![1]!, block] as const)
    .filter(([id]) => part === 'dev' || permitted.test(licences.get(id) ?? ''))
    .map(([id, block]) => readDocument(id, block))
}

function readDocument(id: string, block: string): GoldDocument {
  const sentences: Sentence[] = []
  const mentions: GoldMention[] = []
  let text = ''
  let paragraph = 0
  for (const part of block.split('\n\n')) {
    const lines = part.split('\n')
    const rows = lines.filter((line) => /^\d+\t/.test(line)).map((line) => line.split('\t'))
    if (rows.length === 0) continue
    if (lines.some((line) => line.startsWith('# newpar'))) paragraph++
    if (text) text += lines.some((line) => line.startsWith('# newpar')) ? '\n\n' : ' '
    const joined = new Set(lines.flatMap((line) => range(/^(\d+)-(\d+)\t/.exec(line))))
    const start = text.length
    const tokens = rows.map((row, index): Token => {
      const [, form = '', lemma = '', upos = '', xpos = '', feats = '_', head = '0', deprel = ''] = row
      const from = text.length
      text += form
      const end = text.length
      const glued = joined.has(index + 2) || /SpaceAfter=No/.test(row[9]!)
      if (!glued && index < rows.length - 1) text += ' '
      const word = { form, start: from, end, joined: joined.has(index + 1) }
      return { ...word, id: index + 1, lemma, upos, xpos, feats, head: Number(head), deprel, margin: 1 }
    })
    const index = sentences.length
    const gold = mentionsOf(rows, tokens, index)
    mentions.push(...gold)
    const heading = lines.some((line) => /^# newpar_block.*\bhead\b/.test(line))
    sentences.push({ start, end: text.length, index, paragraph, heading, tokens, names: namesOf(gold, tokens) })
  }
  const document = { id: stableId('d', id), uri: id, text, format: 'text' }
  const segmented = sentences.map(({ tokens, names: _names, ...sentence }) => ({
    ...sentence,
    words: tokens.map(({ form, start, end, joined }) => ({ form, start, end, joined })),
  }))
  return { genre: id.split('_')[1] ?? '', document, sentences, segmented, mentions }
}

/** The second and later words of a multiword token, by number from 1. */
function range(match: RegExpExecArray | null): number[] {
  if (!match) return []
  const [from, to] = [Number(match[1]), Number(match[2])]
  return Array.from({ length: to - from }, (_, at) => from + at + 1)
}

const bracket = /\(([^()]+)\)|\(([^()]+)|([^()]+)\)/g

/** Mentions that are broken in two are left out. */
function mentionsOf(rows: readonly string[][], tokens: readonly Token[], sentence: number): GoldMention[] {
  const open = new Map<string, { first: number; type: string }[]>()
  const found: GoldMention[] = []
  const add = (chain: string, first: number, last: number, type: string) => {
    const inside = (id: number) => id > first && id <= last
    const head = tokens.findIndex((token) => inside(token.id) && !inside(token.head))
    found.push({ sentence, first, last, head, type, chain })
  }
  rows.forEach((row, at) => {
    const note = /(?:^|\|)Entity=([^|]*)/.exec(row[9] ?? '')?.[1] ?? ''
    for (const [, single, opening, closing] of note.matchAll(bracket)) {
      const [id = '', type = ''] = (single ?? opening ?? closing ?? '').split('-')
      if (/^\d+\[/.test(id)) continue
      if (single) add(id, at, at + 1, type)
      else if (opening) open.set(id, [...(open.get(id) ?? []), { first: at, type }])
      else {
        const started = open.get(id)?.pop()
        if (started) add(id, started.first, at + 1, started.type)
      }
    }
  })
  return found
}

const nameTypes: Readonly<Record<string, NameType>> = {
  person: 'PERSON',
  organization: 'ORGANIZATION',
  place: 'PLACE',
  event: 'EVENT',
  object: 'PRODUCT',
}

/** The proper nouns around the head of each gold mention that is headed by one. */
function namesOf(gold: readonly GoldMention[], tokens: readonly Token[]): Name[] {
  const names: Name[] = []
  for (const { first, last, head, type } of gold) {
    if (!nameTypes[type] || tokens[head]?.upos !== 'PROPN') continue
    let [from, to] = [head, head + 1]
    while (from > first && tokens[from - 1]!.upos === 'PROPN') from--
    while (to < last && tokens[to]!.upos === 'PROPN') to++
    if (!names.some((name) => name.first < to && from < name.last))
      names.push({ first: from, last: to, type: nameTypes[type]!, confidence: 1 })
  }
  return names.sort((a, b) => a.first - b.first)
}
