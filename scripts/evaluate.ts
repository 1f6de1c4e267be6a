/** Corpora → every figure by which the project is judged, printed: `npm run evaluate -- [part…] [--data FOLDER]`. */
import { existsSync } from 'node:fs'
import { Command } from 'commander'
import { loadNodeAnnotator } from '../src/annotate/node.ts'
import { coreference } from './evaluate/coreference.ts'
import { entities } from './evaluate/entities.ts'
import { judged } from './evaluate/judged.ts'
import { language } from './evaluate/language.ts'
import { openie } from './evaluate/openie.ts'
import type { EvaluationPart } from './evaluate/part.ts'
import { quotations } from './evaluate/quotations.ts'

const parts: readonly EvaluationPart[] = [language, coreference, quotations, openie, entities, judged]

const command = new Command('evaluate')
  .description('Measure the engine on the development sets, by set and by genre.')
  .argument('[parts...]', `what to measure: ${parts.map(({ name }) => name).join(', ')}; all unless named`)
  .option('--data <folder>', 'the corpora: treebank/, ner/ …', '../shared/data')
  .parse()
const { data } = command.opts<{ data: string }>()
const chosen = command.args.length === 0 ? parts : command.args.map(partNamed)

function partNamed(name: string): EvaluationPart {
  const part = parts.find((known) => known.name === name)
  if (!part) command.error(`There is no part "${name}". There are: ${parts.map((known) => known.name).join(', ')}.`)
  return part as EvaluationPart
}

if (!existsSync(data)) {
  command.error(`No corpora in ${data}, so nothing is measured. Name their folder with --data FOLDER.`)
}
const annotator = await loadNodeAnnotator()
for (const part of chosen) {
  await part.run({ data, annotator, print: (line) => process.stdout.write(`${line}\n`) })
}
