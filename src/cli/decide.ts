/** `demarche decide`: what somebody has found out about a project → decisions in the log beside it, and the list of them. */
import { readFileSync } from 'node:fs'
import { Command, Option } from 'commander'
import type { Wish } from '../decisions/index.ts'
import { ReadError, UsageError } from '../errors.ts'
import { type Decided, factualities, kinds } from '../model/index.ts'
import type { DecisionDesk } from '../store/index.ts'
import { actions, type DecideOptions } from './decide-actions.ts'
import { openSettled } from './open.ts'
import { print } from './output.ts'
import { note, plural } from './report.ts'

/** What is about the log itself. */
const others: Readonly<Record<string, { readonly usage: string; readonly help: string }>> = {
  undo: { usage: 'undo [N | DECISION…]', help: 'the last decision, the last N, or these do not hold' },
  redo: { usage: 'redo [N | DECISION…]', help: 'what was undone last holds again' },
  list: { usage: 'list', help: 'every decision, with what became of it' },
  import: { usage: 'import FILE…', help: "takes in a colleague's log" },
}

export function decideCommand(): Command {
  const lines = [...Object.values(actions), ...Object.values(others)]
  const width = Math.max(...lines.map(({ usage }) => usage.length)) + 2
  return new Command('decide')
    .description('merge, split, rename, judge: kept beside the project and replayed by every build')
    .argument('<project>', 'a project file')
    .argument('<what>', 'what to do, see below')
    .argument('[which...]', 'entities by name or id, statements and decisions by id')
    .option('--why <text>', 'the reason, kept with the decision')
    .option('--who <name>', 'who decides (default: DEMARCHE_WHO, else your user name)')
    .option('--name <name>', 'of merge and split: what the result is called')
    .option('--type <type>', 'of merge: what the result is')
    .addOption(
      new Option('--role <role=words>', 'of edit and add: who or what; may be given several times, empty for nobody')
        .argParser((value: string, all: readonly string[]) => [...all, value])
        .default([], 'none'),
    )
    .addOption(new Option('--polarity <which>', 'of edit and add').choices(['positive', 'negative']))
    .option('--factuality <which>', `of edit and add: ${factualities.join(', ')}`)
    .option('--kind <kind>', `of add: ${kinds.join(', ')}`, 'request')
    .option('--verb <words>', 'of add: the words that say what is done')
    .option('--relation <name>', 'of add: what the graph calls it (default: the verb)')
    .addHelpText(
      'after',
      `
${lines.map(({ usage, help }) => `  ${usage.padEnd(width)}${help}`).join('\n')}

Decisions are lines of PROJECT's log, NAME.decisions.jsonl, each with who, when, what and why. They are anchored by words
and what stands around them, so that they hold when documents change a little or are analysed anew. What no longer
applies is reported, and never dropped. Words that stand in several places are told apart as WORDS@OFFSET.

Examples:
  demarche decide letters.demarche merge "Ann Lee" "A. Lee" --why "same hand"
  demarche decide letters.demarche split "First National Bank" letters/7.txt --name "First National Bank of Ohio"
  demarche decide letters.demarche edit s1a2b3 --role speaker="the board" --polarity negative
  demarche decide letters.demarche add letters/7.txt --verb begged --relation beg --role speaker="The pilot" --role message="a boat"
  demarche decide letters.demarche undo 3`,
    )
    .action(run)
}

async function run(path: string, what: string, args: readonly string[], options: DecideOptions): Promise<void> {
  const action = Object.hasOwn(actions, what) ? actions[what] : undefined
  if (!action && !Object.hasOwn(others, what)) {
    const known = [...Object.keys(actions), ...Object.keys(others)].join(', ')
    throw new UsageError(`decide: there is no "${what}"`, `There are: ${known}.`)
  }
  if (action && args.length < action.least)
    throw new UsageError(`decide ${what}: too little is named`, `Usage: demarche decide PROJECT ${action.usage}`)
  const { DecisionDesk } = await import('../store/index.ts')
  const project = await openSettled(path)
  try {
    const desk = new DecisionDesk(path, project)
    if (what === 'list') return await list(desk)
    if (what === 'import') return await take(desk, args)
    const wishes = action ? action.wishes({ project, desk, args, options }) : await steps(desk, what, args)
    const why = options.why === undefined ? {} : { why: options.why }
    const { decided, pending } = await desk.decide(
      wishes.map((wish) => ({ ...wish, ...why })),
      options.who,
    )
    await tell(decided, desk, pending)
  } finally {
    project.close()
  }
}

/** Which decisions an undo or redo is about: the last, so many, or those that are named. */
async function steps(desk: DecisionDesk, what: string, args: readonly string[]): Promise<Wish[]> {
  const { redoable, undoable } = await import('../decisions/index.ts')
  const log = desk.list().decided.map(({ decision }) => decision)
  const all = what === 'undo' ? undoable(log) : redoable(log)
  const [first] = args
  if (args.length > 1 || (first !== undefined && !/^\d{1,4}$/.test(first))) {
    return args.map((id) => {
      const found = all.find(
        (decision) => decision.id === id || (what === 'redo' && 'undoes' in decision && decision.undoes === id),
      )
      if (found) return { what: 'undo', undoes: found.id }
      throw new UsageError(`${what}: there is no decision ${id} to ${what}`, 'demarche decide PROJECT list shows them.')
    })
  }
  const count = first === undefined ? 1 : Number(first)
  if (all.length < count || count === 0)
    throw new UsageError(
      `${what}: there are ${plural(all.length, 'decision')} to ${what}`,
      'demarche decide PROJECT list shows them.',
    )
  return all.slice(0, count).map(({ id }) => ({ what: 'undo', undoes: id }))
}

/** Says what was decided and what came of it; the exit status is 1 where something does not hold. */
async function tell(decided: readonly Decided[], desk: DecisionDesk, pending: boolean): Promise<void> {
  const { inWords } = await import('../decisions/index.ts')
  const log = desk.list().decided.map(({ decision }) => decision)
  for (const { decision, state, reason } of decided) {
    await print(`${decision.id}\n`)
    const trouble = state === 'lost' || state === 'overruled'
    note(`${inWords(decision, log)}${trouble ? `: ${state}, ${reason}` : ''}`)
    if (trouble) process.exitCode = 1
  }
  if (pending) note('a build runs: it takes this in when it ends')
}

async function list(desk: DecisionDesk): Promise<void> {
  const { inWords } = await import('../decisions/index.ts')
  const { decided, faults } = desk.list()
  const log = decided.map(({ decision }) => decision)
  for (const { decision, state, reason } of decided) {
    const { id, who, when, why } = decision
    const told = [why && `why: ${why}`, state !== 'holds' && state, reason].filter(Boolean).join('; ')
    await print(`${id}  ${when.slice(0, 19)}  ${who}  ${inWords(decision, log)}${told ? `  [${told}]` : ''}\n`)
  }
  for (const { line, reason } of faults) note(`line ${line} of the log holds no decision: ${reason}`)
  note(plural(decided.length, 'decision'))
}

async function take(desk: DecisionDesk, files: readonly string[]): Promise<void> {
  if (files.length === 0) throw new UsageError('decide import: no file', 'Name the log of a colleague.')
  const { parseLog } = await import('../decisions/index.ts')
  const logs = files.map((file) => {
    try {
      return parseLog(readFileSync(file, 'utf8'))
    } catch (error) {
      throw new ReadError(file, (error as Error).message, 'Name a log: a file of decisions, one a line.')
    }
  })
  for (const [at, { faults }] of logs.entries())
    for (const { line, reason } of faults) note(`${files[at]}:${line}: no decision: ${reason}`)
  const { decided, pending } = await desk.take(logs.flatMap(({ decisions }) => decisions))
  const trouble = decided.filter(({ state }) => state === 'lost' || state === 'overruled')
  for (const { decision, state, reason } of trouble) note(`${decision.id}: ${state}, ${reason}`)
  note(`${plural(decided.length, 'decision')} taken in, ${trouble.length} of them without effect here`)
  if (pending) note('a build runs: it takes them in when it ends')
  if (logs.some(({ faults }) => faults.length > 0)) process.exitCode = 1
}
