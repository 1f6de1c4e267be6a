/** GUM's CoNLL-U with `Entity=` in MISC (https://gucorpling.org/gum) → documents with words and entity mentions. */
import { readFileSync } from 'node:fs'

export interface GumWord {
  readonly form: string
  readonly lemma: string
  readonly upos: string
  readonly xpos: string
  /** Index from 0 of the head in the sentence; -1 for the root. */
  readonly head: number
}

/** A mention of an entity: token indexes from 0 in the sentence, half-open. */
export interface GumMention {
  readonly first: number
  readonly last: number
  /** person, organization, place, object, abstract, event, time … */
  readonly type: string
  /** Index of its head: the word whose own head lies outside. */
  readonly head: number
}

export interface GumSentence {
  readonly words: readonly GumWord[]
  readonly mentions: readonly GumMention[]
}

export interface GumDocument {
  /** `GUM_news_homeopathic` */
  readonly id: string
  readonly genre: string
  readonly sentences: readonly GumSentence[]
}

const bracket = /\(([^()]+)\)|\(([^()]+)|([^()]+)\)/g

/** Mentions that cross sentences or are broken in two are left out. */
function mentions(words: readonly GumWord[], notes: readonly string[]): GumMention[] {
  const open = new Map<string, { first: number; type: string }[]>()
  const found: GumMention[] = []
  const add = (first: number, last: number, type: string) => {
    const inside = (at: number) => at >= first && at < last
    const head = words.findIndex((word, at) => inside(at) && !inside(word.head))
    found.push({ first, last, type, head })
  }
  notes.forEach((note, at) => {
    for (const [, single, opening, closing] of note.matchAll(bracket)) {
      const [id = '', type = ''] = (single ?? opening ?? closing ?? '').split('-')
      if (/^\d+\[/.test(id)) continue
      if (single) add(at, at + 1, type)
      else if (opening) open.set(id, [...(open.get(id) ?? []), { first: at, type }])
      else {
        const started = open.get(id)?.pop()
        if (started) add(started.first, at + 1, started.type)
      }
    }
  })
  return found
}

export function readGum(path: string): GumDocument[] {
  const documents: { id: string; genre: string; sentences: GumSentence[] }[] = []
  let words: GumWord[] = []
  let notes: string[] = []
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line.startsWith('# newdoc id = ')) {
      const id = line.slice(14)
      documents.push({ id, genre: id.split('_')[1] ?? '', sentences: [] })
    } else if (line === '' && words.length > 0) {
      documents.at(-1)!.sentences.push({ words, mentions: mentions(words, notes) })
      words = []
      notes = []
    } else if (/^\d+\t/.test(line)) {
      const [, form = '', lemma = '', upos = '', xpos = '', , head = '0', , , misc = ''] = line.split('\t')
      words.push({ form, lemma, upos, xpos, head: Number(head) - 1 })
      notes.push(/(?:^|\|)Entity=([^|]*)/.exec(misc)?.[1] ?? '')
    }
  }
  return documents
}
