/** `demarche suggestions`: a project → pairs of entities that are likely one, with what speaks for it and against it. */
import { Command, Option } from 'commander'
import { openSettled } from './open.ts'
import { limit, share } from './options.ts'
import { print } from './output.ts'
import { note, plural } from './report.ts'

interface SuggestionsOptions {
  readonly least: number
  readonly limit: number
  readonly format: 'text' | 'ndjson'
}

export function suggestionsCommand(): Command {
  return new Command('suggestions')
    .description('list what is likely one thing and nobody has judged, with the reasons')
    .argument('[project]', 'a project file', 'project.demarche')
    .addOption(new Option('--least <0..1>', 'how likely they are at least').default(0, 'all').argParser(share))
    .addOption(limit('how many, the likeliest first').default(50))
    .addOption(
      new Option('--format <format>', 'text: for reading; ndjson: a pair a line')
        .choices(['text', 'ndjson'])
        .default('text'),
    )
    .addHelpText(
      'after',
      `
Judge a pair by its ids or names:
  demarche decide letters.demarche merge e1a2b3 e4c5d6 --why "same signature"
  demarche decide letters.demarche apart "First National Bank" e4c5d6`,
    )
    .action(run)
}

async function run(path: string, { least, limit, format }: SuggestionsOptions): Promise<void> {
  const { DecisionDesk } = await import('../store/index.ts')
  const project = await openSettled(path)
  try {
    const all = new DecisionDesk(path, project).suggestions().filter(({ score }) => score >= least)
    for (const { a, b, score, reasons, unsure } of all.slice(0, limit)) {
      const [one, other] = [project.portrait(a)!, project.portrait(b)!]
      if (format === 'ndjson') {
        const ref = ({ id, name, type, mentions }: typeof one) => ({ id, name, type, mentions })
        await print(`${JSON.stringify({ a: ref(one), b: ref(other), score, reasons, unsure })}\n`)
      } else {
        const side = ({ id, name, type, mentions }: typeof one) =>
          `${name} (${type}, ${plural(mentions, 'mention')}, ${id})`
        const why = reasons.map(({ kind, text }) => `      ${kind === 'against' ? '−' : '+'} ${text}\n`).join('')
        await print(`${score.toFixed(2)}  ${side(one)}\n      ${side(other)}${unsure ? '  [unsure]' : ''}\n${why}`)
      }
    }
    note(`${Math.min(limit, all.length)} of ${plural(all.length, 'pair')} shown`)
  } finally {
    project.close()
  }
}
