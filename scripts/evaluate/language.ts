/**
 * The language engine measured on the development sets: tags, lemmas and syntax on gold words and from raw text, as the
 * CoNLL 2018 shared task defines the figures, by set and by genre; relations; names.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Annotator } from '../../src/annotate/index.ts'
import type { SegmentedSentence, Sentence } from '../../src/model/index.ts'
import { segment } from '../../src/segment/index.ts'
import { addAll, f1, metrics, noScore, precision, recall, type Scores, score, scoreRelations } from './conll18.ts'
import { evaluateNames, type FindNames, type NameScores, f1 as nameF1 } from './names.ts'
import { type EvaluationContext, type EvaluationPart, percent, table } from './part.ts'
import { type GoldDocument, readGold, segmented } from './treebank.ts'

/** A development set; `raw` where its files say how words and sentences stood in the text. */
interface DevelopmentSet {
  readonly name: string
  readonly path: string
  readonly raw: boolean
}

const sets: readonly DevelopmentSet[] = [
  { name: 'EWT', path: 'treebank/ud_ewt/en_ewt-ud-dev.conllu', raw: true },
  { name: 'GUM', path: 'treebank/gum/dev.conllu', raw: true },
  { name: 'ESLSpok', path: 'treebank/ud_eslspok/en_eslspok-ud-dev.conllu', raw: false },
  { name: 'ATIS', path: 'treebank/ud_atis/en_atis-ud-dev.conllu', raw: false },
]

/** Those that carry requests first. */
const firstRelations = [
  'nsubj',
  'obj',
  'xcomp',
  'obl',
  'ccomp',
  'advcl',
  'iobj',
  'acl',
  'conj',
  'nmod',
  'appos',
  'mark',
]

const columns = metrics

/** What a way of analysing makes of a document. */
type Analyse = (document: GoldDocument) => Sentence[]

export const language: EvaluationPart = { name: 'language', run }

function run(context: EvaluationContext): void {
  const { data, annotator, print } = context
  const onGoldWords: Analyse = (document) => annotator.annotate(segmented(document))
  const fromRawText: Analyse = ({ text }) => annotator.annotate(segment({ text }))
  for (const { name, path, raw } of sets) {
    const file = join(data, path)
    if (!existsSync(file)) {
      print(`${name}: left out, since there is no ${file}\n`)
      continue
    }
    const documents = readGold(file)
    print(`${name}, gold words\n${report(documents, onGoldWords)}\n`)
    print(`${name}, relations on gold words\n${reportRelations(documents, onGoldWords)}\n`)
    if (raw) print(`${name}, from raw text\n${report(documents, fromRawText)}\n`)
  }
  if (existsSync(join(data, 'ner/uner_ewt/dev.iob2'))) print(`Names, exact spans\n${reportNames(data, annotator)}\n`)
  else print(`Names: left out, since there is no ${join(data, 'ner')}\n`)
}

/** F1 of every figure, a line for each genre and one for all. */
export function report(documents: readonly GoldDocument[], analyse: Analyse): string {
  const byGenre = new Map<string, Scores[]>()
  for (const document of documents) {
    const scores = score(document.sentences, analyse(document))
    byGenre.set(document.genre, [...(byGenre.get(document.genre) ?? []), scores])
  }
  const line = (name: string, scores: Scores) => [
    name,
    ...columns.map((column) => percent(f1(scores[column] ?? noScore))),
  ]
  const genres = [...byGenre].filter(([genre]) => genre !== 'all').sort(([a], [b]) => (a < b ? -1 : 1))
  const rows = genres.map(([genre, scores]) => line(genre, addAll(scores)))
  return table(['F1', ...columns], [...rows, line('all', addAll([...byGenre.values()].flat()))])
}

function reportRelations(documents: readonly GoldDocument[], analyse: Analyse): string {
  const scores = addAll(documents.map((document) => scoreRelations(document.sentences, analyse(document))))
  const others = Object.keys(scores)
    .filter((relation) => !firstRelations.includes(relation))
    .sort((a, b) => scores[b]!.gold - scores[a]!.gold)
  const rows = [...firstRelations, ...others]
    .map((relation) => [relation, scores[relation] ?? noScore] as const)
    .filter(([, { gold }]) => gold > 0)
    .map(([relation, counts]) => [
      relation,
      percent(f1(counts)),
      percent(precision(counts)),
      percent(recall(counts)),
      String(counts.gold),
    ])
  return table(['relation', 'F1', 'precision', 'recall', 'gold'], rows)
}

function reportNames(data: string, annotator: Annotator): string {
  const find: FindNames = (sentences) => annotator.annotate(asSegmented(sentences)).map(({ names }) => names)
  const figures = ({ all, byType }: NameScores) =>
    [all, ...['PER', 'LOC', 'ORG'].map((type) => byType[type])].map((counts) =>
      counts ? nameF1(counts).toFixed(2) : '–',
    )
  const rows = Object.entries(evaluateNames(data, find)).map(([name, scores]) => [
    name,
    ...figures(scores),
    String(scores.all.gold),
  ])
  return table(['F1', 'all', 'PER', 'LOC', 'ORG', 'gold'], rows)
}

/** Bare words as the annotator takes them: each parted from the next by a space. */
function asSegmented(sentences: readonly (readonly string[])[]): SegmentedSentence[] {
  let at = 0
  return sentences.map((forms, index) => {
    const words = forms.map((form) => {
      const word = { form, start: at, end: at + form.length, joined: false }
      at += form.length + 1
      return word
    })
    const [first, last] = [words[0], words[words.length - 1]]
    return { index, paragraph: index, heading: false, start: first?.start ?? at, end: last?.end ?? at, words }
  })
}
