/**
 * Corpora → the models of taggers, parsers and names, and the figures of tags and trees on the development sets. The
 * same data and options give the same bytes.
 *
 * Each pass learns from what the passes before it say of documents that they have not seen (jackknifing), since that
 * is what it will meet.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { readClusters } from '../src/annotate/clusters.ts'
import { backward, contextOf, type FirstReading } from '../src/annotate/context.ts'
import { compress, linearModel } from '../src/annotate/model-file.ts'
import {
  encodeParser,
  encodeSecondTagger,
  encodeTagger,
  linearHeader,
  linearSections,
  modelFiles,
  type TrainedWeights,
} from '../src/annotate/models.ts'
import { namesFile } from '../src/annotate/names-model.ts'
import { type BeamSettings, Parser } from '../src/annotate/parser.ts'
import { backwardTemplates, guidedTemplates } from '../src/annotate/parser-features.ts'
import { analyse, firstReading } from '../src/annotate/syntax.ts'
import { Tagger } from '../src/annotate/tagger.ts'
import { firstTemplates, lookUpWords, secondTemplates } from '../src/annotate/tagger-features.ts'
import type { Template } from '../src/annotate/templates.ts'
import { WordTable } from '../src/annotate/word-table.ts'
import { meanOf } from './train/averaging.ts'
import { readCorpora } from './train/corpora.ts'
import { buildDictionary } from './train/dictionary.ts'
import { measure } from './train/figures.ts'
import { jackknife } from './train/jackknife.ts'
import { kept } from './train/kept-templates.ts'
import { namesModel } from './train/names.ts'
import { type ParserItem, type ParserTraining, trainParser } from './train/train-parser.ts'
import { sureTags, trainTagger, usualTags } from './train/train-tagger.ts'
import { reversed, type TreebankSentence } from './train/treebank.ts'

const folds = 5
const seeds = [1, 2, 3]
/** Of the parsers, which gain more by it. */
const parserSeeds = [1, 2, 3, 4, 5]
const taggerBits = 22
const parserBits = 22
const knownBits = 22
/** Weights below are dropped: size against accuracy. */
const threshold = { tagger: 0.5, backwardParser: 1, parser: 1 }
const greedy: BeamSettings = { width: 1, lag: 0, branch: 0 }
/** It is learnt with, too: a parser that was trained with another search is worse than one of either. */
const beam: BeamSettings = { width: 5, lag: 150, branch: 60 }

const { data, out, holdOut } = new Command()
  .description('Train taggers and parsers and measure them on the development sets.')
  .requiredOption('--data <folder>', 'the corpora: treebank/, lexicon_clearnlp/, lexicon_unimorph/, requests/')
  .option('--out <folder>', 'where the models go; clusters.txt is read there', 'src/annotate/models')
  .option('--hold-out <set>', '"requests": learn from no document that has a sentence of requests/requests-dev.jsonl')
  .parse()
  .opts<{ data: string; out: string; holdOut?: string }>()

const started = Date.now()
const report = (line: string) => process.stderr.write(`${Math.round((Date.now() - started) / 1000)} s: ${line}\n`)
const { train, development } = readCorpora(data, holdOut === 'requests')
const all = [...train.keys()]
report(`${train.length} sentences, ${train.reduce((sum, { forms }) => sum + forms.length, 0)} words to learn from`)

const clustersText = readFileSync(join(out, modelFiles.clusters), 'utf8')
const clusters = readClusters(clustersText)
const dictionary = buildDictionary(data)
const wordsOf = (sentences: readonly TreebankSentence[]) =>
  new WordTable({ usualTags: usualTags(sentences), sureTags: sureTags(sentences), clusters, dictionary })

/** Mean weights as they will be stored: rounded, the small ones dropped. */
const stored = (mean: Float32Array, least: number, { classes, bits }: { classes: readonly string[]; bits: number }) =>
  ({ ...compress(mean, least), classes, bits }) satisfies TrainedWeights
const asModel = (weights: TrainedWeights, templates: readonly Template[]) =>
  linearModel(linearHeader(weights), linearSections(weights), { templates })

/** A tagger from the sentences at these indexes; the mean of one a seed. */
function taggerOf(indexes: readonly number[], seeds: readonly number[], readings?: readonly FirstReading[]) {
  const sentences = indexes.map((i) => train[i]!)
  const words = wordsOf(sentences)
  const own = readings && indexes.map((i) => readings[i]!)
  const runs = seeds.map((seed) => trainTagger(sentences, words, { bits: taggerBits, seed, rounds: 6 }, own))
  const weights = stored(meanOf(runs.map(({ mean }) => mean)), threshold.tagger, runs[0]!.tagger.model)
  return { weights, tagger: new Tagger(asModel(weights, readings ? secondTemplates : firstTemplates), words) }
}

function parserOf(items: readonly ParserItem[], options: Omit<ParserTraining, 'rarest'>, least: number) {
  const { parser, mean } = trainParser(items, { rarest: 20, ...options })
  const { model, arcs } = parser
  const weights = { ...stored(mean, least, model), known: model.kernel.known }
  return { weights, parser: new Parser(asModel(weights, options.templates), options.beam, arcs) }
}

function backwardParserOf(indexes: readonly number[], seeds: readonly number[]) {
  const words = wordsOf(indexes.map((i) => train[i]!))
  const items = indexes.map((i) => ({
    sentence: reversed(train[i]!),
    context: backward(contextOf(lookUpWords(words, train[i]!.forms), firstTags[i]!.tags)),
  }))
  const options = {
    seeds,
    templates: kept.backward(backwardTemplates),
    bits: parserBits,
    knownBits,
    greedyRounds: 3,
    beamRounds: 0,
    beam: greedy,
    rarestFeature: 5,
  }
  return { words, ...parserOf(items, options, threshold.backwardParser) }
}

const first = taggerOf(all, seeds)
report('first tagger')
const firstTags = jackknife(train, folds, (indexes) => {
  const { tagger } = taggerOf(indexes, [1])
  return (i) => tagger.tag(lookUpWords(tagger.words, train[i]!.forms))
})
report('first tags of the training sentences')

const back = backwardParserOf(all, parserSeeds)
report('backward parser')
const readings = jackknife(train, folds, (indexes) => {
  const { parser, words } = backwardParserOf(indexes, [1])
  return (i) => firstReading(parser, contextOf(lookUpWords(words, train[i]!.forms), firstTags[i]!.tags))
})
report('first parses of the training sentences')

const second = taggerOf(all, seeds, readings)
report('second tagger')
const tags = jackknife(train, folds, (indexes) => {
  const { tagger } = taggerOf(indexes, [1], readings)
  return (i) => tagger.tag(lookUpWords(tagger.words, train[i]!.forms), { reading: readings[i]!, tagged: firstTags[i]! })
})
report('second tags of the training sentences')

const { words } = first.tagger
const last = parserOf(
  all.map((i) => ({
    sentence: train[i]!,
    context: { ...contextOf(lookUpWords(words, train[i]!.forms), tags[i]!.tags), guide: readings[i]!.guide },
  })),
  {
    seeds: parserSeeds,
    templates: kept.guided(guidedTemplates),
    bits: parserBits,
    knownBits,
    greedyRounds: 1,
    beamRounds: 7,
    beam,
    rarestFeature: 5,
    report,
  },
  threshold.parser,
)

mkdirSync(out, { recursive: true })
const save = async (name: string, bytes: Promise<Uint8Array>) => writeFileSync(join(out, name), await bytes)
await save(modelFiles.tagger, encodeTagger(first.weights, { ...words.lexicon, dictionary }, clustersText))
await save(modelFiles.backwardParser, encodeParser(back.weights, back.parser, kept.backward(backwardTemplates)))
await save(modelFiles.secondTagger, encodeSecondTagger(second.weights))
await save(modelFiles.parser, encodeParser(last.weights, last.parser, kept.guided(guidedTemplates)))
const documents = new Set(train.map(({ document }) => document))
const guessed = new Map(train.map(({ forms }, i) => [forms.join(' '), tags[i]!.tags]))
const tagsOf = (forms: readonly string[]) =>
  (guessed.get(forms.join(' ')) ?? first.tagger.tag(lookUpWords(words, forms)).tags).map(({ xpos }) => xpos)
await save(namesFile, namesModel({ data, documents, tagsOf, report }, words))

const models = {
  tagger: first.tagger,
  backwardParser: back.parser,
  secondTagger: new Tagger(second.tagger.model, words),
  parser: last.parser,
}
const figures = Object.fromEntries(
  Object.entries(development).map(([name, sentences]) => {
    const found = analyse(
      models,
      sentences.map(({ forms }) => forms),
    )
    return [name, measure(sentences, found)]
  }),
)
const json = `${JSON.stringify(figures, undefined, 2)}\n`
writeFileSync(join(out, 'figures.json'), json)
process.stdout.write(json)
