/**
 * A built project, replayed until it has a million mentions → how long resolving them and suggesting takes, as a share
 * of the time that extracting the same documents takes, and the peak of memory.
 */
import { Command } from 'commander'
import { loadNodeAnnotator } from '../src/annotate/node.ts'
import { resolveEntities, suggestEntities } from '../src/entities/index.ts'
import { loadPatterns } from '../src/frames/index.ts'
import type { Entity } from '../src/model/index.ts'
import { extract } from '../src/pipeline.ts'
import { cpuSeconds } from './bench/cpu.ts'
import { readStored } from './stored.ts'

const command = new Command('bench-entities')
  .description('Measure how long a million mentions take to become entities, beside their extraction.')
  .argument('<project>', 'a project file')
  .option('--mentions <n>', 'how many', Number, 1_000_000)
  .option('--documents <n>', 'documents whose extraction is timed', Number, 400)
  .parse()
const { mentions: wanted, documents: timed } = command.opts<{ mentions: number; documents: number }>()

const { documents: sample, locals: known } = await readStored(command.args[0]!, timed)

const engine = { annotator: await loadNodeAnnotator(), patterns: loadPatterns() }
for (const document of sample.slice(0, 20)) extract(document, engine)
let extracted = 0
const extraction = seconds(() => {
  for (const document of sample)
    for (const { mentions } of extract(document, engine).entities) extracted += mentions.length
})

const locals: Entity[] = []
let total = 0
for (let round = 0; total < wanted; round++)
  for (const local of known) {
    if (total >= wanted) break
    total += local.mentions.length
    const mentions = local.mentions.map((mention) => ({ ...mention, document: `${mention.document}-${round}` }))
    locals.push({ ...local, id: `${local.id}-${round}`, mentions })
  }
let entities: Entity[] = []
let suggested = 0
const resolving = seconds(() => (entities = [...new Set(resolveEntities(locals).values())]))
const suggesting = seconds(() => (suggested = suggestEntities(entities).length))
const extractionOfAll = (extraction / extracted) * total
const { maxRSS } = process.resourceUsage()
const say = (text: string) => process.stdout.write(`${text}\n`)
say(
  `${total} mentions, ${locals.length} local entities → ${entities.length} entities, ${suggested} suggestions; CPU time`,
)
say(`extracting the same (from ${extracted} mentions): ${extractionOfAll.toFixed(1)} s`)
say(`resolving: ${resolving.toFixed(1)} s, ${(resolving / extractionOfAll).toFixed(3)} of the extraction`)
say(`suggesting: ${suggesting.toFixed(1)} s, ${(suggesting / extractionOfAll).toFixed(3)} of the extraction`)
say(`peak memory, input and result included: ${Math.round(maxRSS / 1024)} MB`)

function seconds(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  return cpuSeconds(before)
}
