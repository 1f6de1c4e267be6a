/**
 * Corpora → the models of tagger and parser, and their figures on the development sets. The same data and options give
 * the same bytes.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { readClusters } from '../src/annotate/clusters.ts'
import { compress, linearModel } from '../src/annotate/model-file.ts'
import { encodeParser, encodeTagger, modelFiles, type TrainedWeights } from '../src/annotate/models.ts'
import { Parser } from '../src/annotate/parser.ts'
import { Tagger } from '../src/annotate/tagger.ts'
import { WordTable } from '../src/annotate/word-table.ts'
import { readCorpora } from './train/corpora.ts'
import { measure } from './train/figures.ts'
import { jackknifedTags } from './train/jackknife.ts'
import { trainParser } from './train/train-parser.ts'
import { trainTagger, usualTags } from './train/train-tagger.ts'
import type { TreebankSentence } from './train/treebank.ts'

const seed = 1
const folds = 5
const taggerBits = 23
const parserBits = 24
const beam = { width: 6, lag: 200 }

const { data, out, holdOut } = new Command()
  .description('Train tagger and parser and measure them on the development sets.')
  .requiredOption('--data <folder>', 'the corpora: treebank/, requests/')
  .option('--out <folder>', 'where the models go', 'src/annotate/models')
  .option('--hold-out <set>', '"requests": learn from no document that has a sentence of requests/requests-dev.jsonl')
  .parse()
  .opts<{ data: string; out: string; holdOut?: string }>()

const report = (line: string) => process.stderr.write(`${line}\n`)
const { train, development } = readCorpora(data, holdOut === 'requests')
report(`${train.length} sentences, ${train.reduce((sum, { forms }) => sum + forms.length, 0)} words to learn from`)

const clustersText = readFileSync('src/annotate/models/clusters.txt', 'utf8')
const clusters = readClusters(clustersText)
const lexiconOf = (sentences: readonly TreebankSentence[]) => ({ usualTags: usualTags(sentences), clusters })

/** Means as they will be stored: rounded, the small ones dropped. */
function stored(mean: Float32Array, threshold: number, classes: readonly string[], bits: number): TrainedWeights {
  return { ...compress(mean, threshold), classes, bits }
}
const asModel = (weights: TrainedWeights) => linearModel({ ...weights, section: 0 }, [weights.gaps, weights.codes])

function taggerOf(sentences: readonly TreebankSentence[], rounds: number) {
  const words = new WordTable(lexiconOf(sentences))
  const { tagger, mean } = trainTagger(sentences, words, { bits: taggerBits, seed, rounds, report })
  const weights = stored(mean, 0.25, tagger.model.classes, taggerBits)
  return { weights, tagger: new Tagger(asModel(weights), words) }
}

const { tagger, weights: taggerWeights } = taggerOf(train, 8)
const tags = jackknifedTags(train, folds, (part) => taggerOf(part, 6).tagger)
const trained = trainParser(train, tags, tagger.words, {
  bits: parserBits,
  seed,
  greedyRounds: 1,
  beamRounds: 6,
  beam: beam.width,
  rarest: 5,
  report,
})
const parserWeights = stored(trained.mean, 1, trained.parser.model.classes, parserBits)
const parser = new Parser(asModel(parserWeights), tagger.words, beam)

mkdirSync(out, { recursive: true })
writeFileSync(join(out, modelFiles.tagger), await encodeTagger(taggerWeights, tagger.words.lexicon, clustersText))
writeFileSync(join(out, modelFiles.parser), await encodeParser(parserWeights, beam))
const figures = Object.fromEntries(
  Object.entries(development).map(([name, sentences]) => [name, measure(sentences, tagger, parser)]),
)
writeFileSync(join(out, 'figures.json'), `${JSON.stringify(figures, undefined, 2)}\n`)
report(JSON.stringify(figures, undefined, 2))
