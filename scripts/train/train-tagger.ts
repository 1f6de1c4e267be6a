/** Tagged sentences → a tagger's weights. */

import type { FirstReading } from '../../src/annotate/context.ts'
import { emptyModel } from '../../src/annotate/linear-model.ts'
import { Tagger } from '../../src/annotate/tagger.ts'
import { firstTemplates, lookUpWords, secondTemplates } from '../../src/annotate/tagger-features.ts'
import { normalize } from '../../src/annotate/word-shape.ts'
import { WordTable } from '../../src/annotate/word-table.ts'
import { Averaging } from './averaging.ts'
import { seededRandom, shuffle } from './random.ts'
import type { TreebankSentence } from './treebank.ts'

export interface TaggerTraining {
  readonly bits: number
  readonly seed: number
  readonly rounds: number
}

/** Share of features left out at random, so that none is relied on alone: 0.1 gave 0.1 more than 0, 0.25 and 0.4. */
const dropped = 0.1
/** What is known of a word while its document is learnt from comes from other documents, as it will be later. */
const lexiconFolds = 10
/** Pairs of tags rarer than this have no class: four words of ten thousand, a quarter of the classes. */
const rarestTag = 10
/** Tags that a word must share in to count among its usual ones. */
const leastShare = 0.08

/** How often each word has each tag, in the order of the words. */
function countTags(sentences: readonly TreebankSentence[], tagOf: (sentence: TreebankSentence, i: number) => string) {
  const counts = new Map<string, Map<string, number>>()
  for (const sentence of sentences)
    sentence.forms.forEach((form, i) => {
      const word = normalize(form)
      const of = counts.get(word) ?? new Map<string, number>()
      const tag = tagOf(sentence, i)
      counts.set(word, of.set(tag, (of.get(tag) ?? 0) + 1))
    })
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([word, of]) => ({ word, of, total: [...of.values()].reduce((a, b) => a + b, 0) }))
}

/** Words seen at least twice, with their usual Penn tags. */
export function usualTags(sentences: readonly TreebankSentence[]): Map<string, string> {
  const usual = new Map<string, string>()
  for (const { word, of, total } of countTags(sentences, ({ xpos }, i) => xpos[i]!)) {
    if (total < 2) continue
    const tags = [...of].filter(([, count]) => count >= leastShare * total)
    tags.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    usual.set(
      word,
      tags
        .slice(0, 3)
        .map(([tag]) => tag)
        .join('/'),
    )
  }
  return usual
}

/** Words seen this often, and tagged otherwise in fewer than one of 200 places, are tagged without looking around. */
const sureCount = 30
const sureShare = 0.995

/** Words that are always tagged alike, with universal and Penn tag: see `Lexicon.sureTags`. */
export function sureTags(sentences: readonly TreebankSentence[]): Map<string, string> {
  const sure = new Map<string, string>()
  for (const { word, of, total } of countTags(sentences, ({ upos, xpos }, i) => `${upos[i]}|${xpos[i]}`)) {
    const most = [...of].find(([, count]) => count >= sureShare * total)
    if (total >= sureCount && most) sure.set(word, most[0])
  }
  return sure
}

export function trainTagger(
  sentences: readonly TreebankSentence[],
  words: WordTable,
  { bits, seed, rounds }: TaggerTraining,
  readings?: readonly FirstReading[],
): { tagger: Tagger; mean: Float32Array } {
  const counts = new Map<string, number>()
  for (const { upos, xpos } of sentences)
    upos.forEach((tag, i) => {
      const name = `${tag}|${xpos[i]}`
      counts.set(name, (counts.get(name) ?? 0) + 1)
    })
  const classes = [...counts]
    .filter(([, count]) => count >= rarestTag)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const tagger = new Tagger(
    emptyModel(
      classes.map(([name]) => name),
      readings ? secondTemplates : firstTemplates,
      { bits },
    ),
    words,
  )
  const { kernel } = tagger.model
  const documents = [...new Set(sentences.map(({ document }) => document))]
  const foldOf = new Map(documents.map((document, i) => [document, i % lexiconFolds]))
  const tables = Array.from({ length: lexiconFolds }, (_, fold) => {
    const others = sentences.filter(({ document }) => foldOf.get(document) !== fold)
    return new WordTable({ ...words.lexicon, usualTags: usualTags(others) })
  })
  const averaging = new Averaging(kernel)
  const random = seededRandom(seed)
  const items = sentences.map(({ document, forms, upos, xpos }, i) => ({
    forms,
    table: tables[foldOf.get(document)!]!,
    reading: readings?.[i],
    gold: upos.map((tag, i) => tagger.model.classes.indexOf(`${tag}|${xpos[i]}`)),
  }))
  const drop = (offsets: Int32Array, count: number) => {
    for (let f = 0; f < count; f++) if (random() < dropped) offsets[f] = kernel.zeroRow
  }
  for (let round = 0; round < rounds; round++) {
    for (const { forms, gold, reading, table } of shuffle([...items], random)) {
      const context = { ...lookUpWords(table, forms), reading }
      let last = 1
      let lastButOne = 1
      for (let i = 0; i < forms.length; i++) {
        const count = tagger.score(context, [i, last, lastButOne], drop)
        const best = tagger.best()
        averaging.tick()
        if (best !== gold[i] && gold[i]! >= 0) {
          averaging.change(kernel.offsets, count, { class: gold[i]!, by: 1 })
          averaging.change(kernel.offsets, count, { class: best, by: -1 })
        }
        lastButOne = last
        last = best + 2
      }
    }
  }
  return { tagger, mean: averaging.mean() }
}
