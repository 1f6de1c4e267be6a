/** What somebody types after `demarche decide PROJECT` → what they want decided; an action each. */
import type { Wish } from '../decisions/index.ts'
import { DemarcheError, UsageError } from '../errors.ts'
import { entityTypes, factualities, kinds, type Project } from '../model/index.ts'
import type { DecisionDesk, StoredProject } from '../store/index.ts'
import { entityOf, oneOf, wordsAt, wordsIn } from './decide-names.ts'

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

export interface Action {
  readonly usage: string
  readonly help: string
  /** How many arguments at least. */
  readonly least: number
  wishes(work: Work): readonly Wish[]
}

const one = (work: Work) => entityOf(work.project, work.args[0]!)

export const actions: Readonly<Record<string, Action>> = {
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
