/** Corpora → `src/segment/models/boundaries.json`: `node scripts/run.js train-boundaries --data FOLDER`. */
import { writeFileSync } from 'node:fs'
import { Command } from 'commander'
import { trainBoundaries } from './train/boundaries.ts'

const { data, out } = new Command('train-boundaries')
  .description('Learn where sentences end.')
  .requiredOption('--data <folder>', 'the corpora: treebank/')
  .option('--out <file>', 'where the table goes', 'src/segment/models/boundaries.json')
  .parse()
  .opts<{ data: string; out: string }>()

writeFileSync(out, trainBoundaries(data))
