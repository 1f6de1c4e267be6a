/** `demarche decide`: what somebody has found out about a project → decisions in the log beside it, and the list of them. */
import { readFileSync } from 'node:fs'
import { Command, Option } from 'commander'
import type { Wish } from '../decisions/index.ts'
import { DemarcheError, ReadError, UsageError } from '../errors.ts'
import { type Decided, entityTypes, factualities, kinds, type Project } from '../model/index.ts'
import type { DecisionDesk, StoredProject } from '../store/index.ts'
import { entityOf, oneOf, wordsAt, wordsIn } from './decide-names.ts'
import { print } from './output.ts'
import { note, plural } from './report.ts'

export interface DecideOptions {
  readonly why?: string
  readonly who?: string
  readonly name?: string
  readonly type?: string
  readonly role: readonly string[]
  readonly polarity?: 'positive' | 'negative'
  readonly factuality?: string
  readonly kind: string
  readonly relation?: string
  readonly verb?: string
}

/** What an action has to work with. */
interface Work {
  readonly project: StoredProject
  readonly desk: DecisionDesk
  readonly args: readonly string[]
  readonly options: DecideOptions
}

interface Action {
  readonly usage: string
  readonly help: string
  /** How many arguments at least. */
  readonly least: number
  wishes(work: Work): readonly Wish[]
}

const one = (work: Work) => entityOf(work.project, work.args[0]!)

const actions: Readonly<Record<string, Action>> = {
  merge: {
    usage: 'merge A B…',
    help: 'these are one thing, called as the first unless --name is given',
    least: 2,
    wishes: ({ project, args, options: { name, type } }) => [
      {
        what: 'merge',
        entities: args.map((arg) => entityOf(project, arg)),
        ...(name !== undefined && { name }),
        ...(type !== undefined && { type: oneOf('--type', type, entityTypes) }),
      },
    ],
  },
  apart: {
    usage: 'apart A B',
    help: 'these two are not the same, whoever merges them',
    least: 2,
    wishes: ({ project, args }) => [{ what: 'apart', entities: args.slice(0, 2).map((arg) => entityOf(project, arg)) }],
  },
  unsure: {
    usage: 'unsure A B',
    help: 'nobody can say: asked about last',
    least: 2,
    wishes: ({ project, args }) => [
      { what: 'unsure', entities: args.slice(0, 2).map((arg) => entityOf(project, arg)) },
    ],
  },
  split: {
    usage: 'split A PLACE…',
    help: 'its mentions in these places are of something else: DOCUMENT, or DOCUMENT:START-END',
    least: 2,
    wishes: (work) => {
      const entity = one(work)
      const { name } = work.options
      const mentions = work.args.slice(1).flatMap((place) => mentionsAt(work.project, entity, place))
      return [{ what: 'split', entity, mentions, ...(name !== undefined && { name }) }]
    },
  },
  rename: {
    usage: 'rename A NAME',
    help: 'it goes by this name; the others are kept beside it',
    least: 2,
    wishes: (work) => [{ what: 'rename', entity: one(work), name: work.args[1]! }],
  },
  retype: {
    usage: 'retype A TYPE',
    help: `it is a ${entityTypes.join(', ')}`,
    least: 2,
    wishes: (work) => [{ what: 'retype', entity: one(work), type: oneOf('TYPE', work.args[1]!, entityTypes) }],
  },
  delete: {
    usage: 'delete A…',
    help: 'it is nothing that a graph should show',
    least: 1,
    wishes: ({ project, args }) => args.map((arg) => ({ what: 'delete', entity: entityOf(project, arg) })),
  },
  restore: {
    usage: 'restore A…',
    help: 'it is, after all',
    least: 1,
    wishes: ({ desk, args }) => args.map((arg) => ({ what: 'restore', entity: deleted(desk, arg) })),
  },
  accept: {
    usage: 'accept STATEMENT…',
    help: 'the text says so: its confidence is 1',
    least: 1,
    wishes: ({ args }) => args.map((statement) => ({ what: 'accept', statement })),
  },
  reject: {
    usage: 'reject STATEMENT…',
    help: 'the text does not say so: it is shown nowhere',
    least: 1,
    wishes: ({ args }) => args.map((statement) => ({ what: 'reject', statement })),
  },
  edit: {
    usage: 'edit STATEMENT',
    help: 'its parts are others: --role, --polarity, --factuality',
    least: 1,
    wishes: ({ project, args, options }) => {
      const [row] = project.statements({ ids: [args[0]!], limit: 1 }).rows
      if (!row)
        throw new UsageError(`no statement "${args[0]}"`, 'demarche query PROJECT "" --format ndjson lists them.')
      const document = project.document(row.document.id)!
      const roles = rolesOf(options.role, (words) => wordsIn(document.document, words, row.statement.evidence.sentence))
      const { polarity, factuality } = options
      if (options.role.length === 0 && !polarity && !factuality)
        throw new UsageError('nothing to change', 'Give --role, --polarity or --factuality.')
      return [
        {
          what: 'edit',
          statement: args[0]!,
          ...(options.role.length > 0 && { roles }),
          ...(polarity && { polarity }),
          ...(factuality && { factuality: oneOf('--factuality', factuality, factualities) }),
        },
      ]
    },
  },
  add: {
    usage: 'add DOCUMENT',
    help: 'it says something that was not found: --verb, --relation, --kind, --role',
    least: 1,
    wishes: ({ project, args, options }) => {
      const document = documentOf(project, args[0]!)
      if (!options.verb) throw new UsageError('add: no --verb', 'Name the word that says what is done: --verb begged.')
      const predicate = wordsAt(document.document, options.verb)
      const sentence = document.sentences.find(({ start, end }) => start <= predicate.start && predicate.end <= end)
      const roles = rolesOf(options.role, (words) => wordsIn(document.document, words, sentence ?? predicate))
      const { polarity, factuality, relation = options.verb.replace(/@\d+$/, '').toLowerCase() } = options
      return [
        {
          what: 'add',
          document: document.document.id,
          kind: oneOf('--kind', options.kind, kinds),
          relation,
          predicate,
          roles,
          ...(polarity && { polarity }),
          ...(factuality && { factuality: oneOf('--factuality', factuality, factualities) }),
        },
      ]
    },
  },
}

export function decideCommand(): Command {
  const others = [
    ['undo [N | DECISION…]', 'the last decision, the last N, or these do not hold'],
    ['redo [N | DECISION…]', 'what was undone last holds again'],
    ['list', 'every decision, with what became of it'],
    ['import FILE…', "takes in a colleague's log"],
  ] as const
  const lines = [...Object.values(actions).map(({ usage, help }) => [usage, help] as const), ...others]
  const width = Math.max(...lines.map(([usage]) => usage.length)) + 2
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
${lines.map(([usage, help]) => `  ${usage.padEnd(width)}${help}`).join('\n')}

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
  const { DecisionDesk, openProject, settle } = await import('../store/index.ts')
  const action = Object.hasOwn(actions, what) ? actions[what] : undefined
  if (!action && !['undo', 'redo', 'list', 'import'].includes(what)) {
    const known = [...Object.keys(actions), 'undo', 'redo', 'list', 'import'].join(', ')
    throw new UsageError(`decide: there is no "${what}"`, `There are: ${known}.`)
  }
  if (action && args.length < action.least)
    throw new UsageError(`decide ${what}: too little is named`, `Usage: demarche decide PROJECT ${action.usage}`)
  await settle(path, 10_000)
  const project = await openProject(path)
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

function documentOf(project: Project, uri: string) {
  const found = project.documents().find((document) => document.uri === uri || document.id === uri)
  if (!found)
    throw new UsageError(`no document "${uri}" in this project`, 'Name it as the build read it: letters/7.txt.')
  return project.document(found.id)!
}

/** The mentions of an entity in a document, or at one place of it. */
function mentionsAt(project: StoredProject, entity: string, place: string) {
  const [, uri, start, end] = /^(.*):(\d+)-(\d+)$/s.exec(place) ?? [undefined, place]
  const { document } = documentOf(project, uri!)
  const here = (project.entity(entity)?.mentions ?? []).filter((mention) => mention.document === document.id)
  const wanted =
    start === undefined ? here : here.filter((mention) => mention.start < Number(end) && Number(start) < mention.end)
  if (wanted.length > 0) return wanted
  throw new UsageError(`${place}: nothing there mentions it`, 'Name a document that does, or DOCUMENT:START-END.')
}

/** What was deleted is found in the log. */
function deleted(desk: DecisionDesk, name: string): string {
  const found = desk
    .list()
    .decided.flatMap(({ decision }) => (decision.what === 'delete' ? decision.entity : []))
    .filter((entity) => entity.id === name || entity.name.toLowerCase() === name.toLowerCase())
  const ids = new Set(found.map(({ id }) => id))
  if (ids.size === 1) return found[0]!.id
  if (ids.size === 0)
    throw new UsageError(`nothing called "${name}" was deleted`, 'demarche decide PROJECT list shows it.')
  throw new UsageError(`"${name}": several were deleted: ${[...ids].join(', ')}`, 'Name one of them by its id.')
}

function rolesOf(roles: readonly string[], find: (words: string) => { start: number; end: number }) {
  const found: Record<string, { start: number; end: number }[]> = {}
  for (const given of roles) {
    const cut = given.indexOf('=')
    if (cut < 1) throw new DemarcheError(`--role ${given}: no ROLE=WORDS`, 'For example --role speaker="the board".')
    const [role, words] = [given.slice(0, cut), given.slice(cut + 1)]
    found[role] = [...(found[role] ?? []), ...(words.trim() ? [find(words)] : [])]
  }
  return found
}
