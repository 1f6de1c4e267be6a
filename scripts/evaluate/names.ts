/**
 * Names found → exact-span precision, recall and F1 by type, on Universal NER's EWT and on GUM's mentions of persons,
 * places and organizations whose head is a proper noun, by genre.
 */

import { type LearntType, label, learntTypes } from '../../src/annotate/names-labels.ts'
import type { Name, NameType } from '../../src/model/index.ts'
import { readGum } from '../train/gum.ts'
import { readUner } from '../train/name-corpora/conll.ts'
import { namesOfGum } from '../train/name-corpora/gum.ts'
import type { AnnotatedName } from '../train/name-corpora/labelled.ts'

/** Finds the names of one document's sentences, given as words; gold words, predicted everything else. */
export type FindNames = (sentences: readonly (readonly string[])[]) => readonly (readonly Name[])[]

export interface Score {
  readonly found: number
  readonly gold: number
  readonly right: number
}

export interface NameScores {
  readonly all: Score
  readonly byType: Readonly<Record<string, Score>>
}

/** Types of the recognizer → those of the collections; what has no counterpart is not counted. */
const coarse: Readonly<Partial<Record<NameType, LearntType>>> = {
  PERSON: 'PER',
  PLACE: 'LOC',
  ORGANIZATION: 'ORG',
  GOVERNMENT: 'ORG',
  PARTY: 'ORG',
}

interface GoldDocument {
  readonly genre: string
  readonly sentences: readonly { readonly forms: readonly string[]; readonly names: readonly AnnotatedName[] }[]
}

function score(documents: readonly GoldDocument[], find: FindNames): NameScores {
  const counts = new Map<string, { found: number; gold: number; right: number }>()
  const count = (type: string) => counts.get(type) ?? counts.set(type, { found: 0, gold: 0, right: 0 }).get(type)!
  for (const { sentences } of documents) {
    const found = find(sentences.map(({ forms }) => forms))
    sentences.forEach(({ names }, s) => {
      const gold = new Set(names.map(({ first, last, types }) => `${first}-${last}-${types[0]}`))
      for (const { types } of names) count(types[0]!).gold++
      for (const { first, last, type } of found[s]!) {
        const plain = coarse[type]
        if (!plain) continue
        count(plain).found++
        if (gold.has(`${first}-${last}-${plain}`)) count(plain).right++
      }
    })
  }
  const sum = (key: keyof Score) => [...counts.values()].reduce((total, of) => total + of[key], 0)
  return { all: { found: sum('found'), gold: sum('gold'), right: sum('right') }, byType: Object.fromEntries(counts) }
}

/** 0..100; 0 where there is nothing. */
export const f1 = ({ found, gold, right }: Score): number => (found + gold === 0 ? 0 : (200 * right) / (found + gold))

/** Names of labels that are fully known. */
function goldNames(allowed: Int32Array): AnnotatedName[] {
  const names: AnnotatedName[] = []
  let first = 0
  allowed.forEach((bits, i) => {
    if (bits & 1) return
    const of = 31 - Math.clz32(bits)
    if (label.starts(of)) first = i
    if (label.ends(of)) names.push({ first, last: i + 1, types: [learntTypes[label.type(of)]!] })
  })
  return names
}

const unerDocuments = (path: string): GoldDocument[] =>
  readUner(path).map(({ genre, sentences }) => ({
    genre,
    sentences: sentences.map(({ forms, allowed }) => ({ forms, names: goldNames(allowed) })),
  }))

const countedInGum = new Set(['person', 'place', 'organization'])

const gumDocuments = (path: string): GoldDocument[] =>
  readGum(path).map(({ genre, sentences }) => ({
    genre,
    sentences: sentences.map((sentence) => ({
      forms: sentence.words.map(({ form }) => form),
      names: namesOfGum(sentence).filter(({ gumType }) => countedInGum.has(gumType)),
    })),
  }))

/** Scores on the development sets below `data` (`ner/`, `treebank/`): "uner ewt", "gum", "gum news" … */
export function evaluateNames(data: string, find: FindNames): Record<string, NameScores> {
  const gum = gumDocuments(`${data}/treebank/gum/dev.conllu`)
  const genres = [...new Set(gum.map(({ genre }) => genre))].sort()
  return {
    'uner ewt': score(unerDocuments(`${data}/ner/uner_ewt/dev.iob2`), find),
    gum: score(gum, find),
    ...Object.fromEntries(
      genres.map((genre) => [
        `gum ${genre}`,
        score(
          gum.filter((document) => document.genre === genre),
          find,
        ),
      ]),
    ),
  }
}
