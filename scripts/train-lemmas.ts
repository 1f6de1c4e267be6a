/** Corpora → `src/annotate/models/lemmas.txt`: `node scripts/run.js train-lemmas --data FOLDER`. */
import { writeFileSync } from 'node:fs'
import { Command } from 'commander'
import { trainLemmas } from './train/lemmas.ts'

const { data, out } = new Command('train-lemmas')
  .description('Learn the lemmas of words.')
  .requiredOption('--data <folder>', 'the corpora: treebank/, lexicon_clearnlp/, lexicon_unimorph/')
  .option('--out <file>', 'where the table goes', 'src/annotate/models/lemmas.txt')
  .parse()
  .opts<{ data: string; out: string }>()

writeFileSync(out, trainLemmas(data))
