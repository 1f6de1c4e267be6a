/** Pattern files (YAML, style guide section 3) → checked patterns. What is wrong is refused with file, line and pattern. */
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml'
import { PatternError } from '../errors.ts'
import {
  type Answer,
  answers,
  type Force,
  forces,
  type Kind,
  kinds,
  type Polarity,
  type Role,
  rolesOf,
} from '../model/index.ts'
import { type MarkedSentence, readMarks } from './marks.ts'
import { nearest } from './nearest.ts'
import { type Path, parsePath, parseTests, type Test } from './path.ts'

/** What may fill a role: `actor` somebody who can act, `entity` a name or somebody described, `text` any words. */
const fillerKinds = ['actor', 'entity', 'text'] as const
export type FillerKind = (typeof fillerKinds)[number]

export interface RoleRule {
  readonly role: Role
  readonly filler: FillerKind
  /** The pattern matches without it too. */
  readonly optional: boolean
  /** Tried in order; the first that leads somewhere fills the role. */
  readonly paths: readonly Path[]
}

export interface Trigger {
  /** Lemmas; empty for any word that passes the tests. */
  readonly lemmas: readonly string[]
  /** A word that follows at once and belongs to the predicate: "call for". */
  readonly particle?: readonly string[]
  readonly tests: readonly Test[]
}

export interface Pattern {
  readonly id: string
  readonly file: string
  readonly line: number
  readonly kind: Kind
  readonly frame: string
  readonly trigger: Trigger
  readonly where: readonly RoleRule[]
  /** Paths that must lead somewhere, though they fill no role. */
  readonly needs: readonly Path[]
  /** Paths none of which may lead anywhere. */
  readonly unless: readonly Path[]
  /** By lemma, or for all lemmas alike. */
  readonly force?: Force | ReadonlyMap<string, Force>
  readonly answer?: Answer | ReadonlyMap<string, Answer>
  readonly polarity: Polarity
  /** Name that the graph shows; absent: the trigger's lemma with its particle. */
  readonly relation?: string
  readonly matches: readonly (MarkedSentence & { readonly line: number })[]
  readonly rejects: readonly { readonly text: string; readonly line: number }[]
}

const fileKeys = [
  'frame',
  'kind',
  'same-as',
  'roles',
  'edge',
  'triggers',
  'words',
  'paths',
  'forces',
  'answers',
  'patterns',
]
const roleKeys = ['filler', 'propbank', 'framenet']
const patternKeys = [
  'id',
  'trigger',
  'where',
  'needs',
  'unless',
  'force',
  'answer',
  'polarity',
  'relation',
  'matches',
  'rejects',
  'note',
]
const triggerKeys = ['class', 'lemma', 'particle', 'upos', 'xpos', 'is', 'tests']

/**
 * @param file its name, for messages
 * @throws PatternError `request.yaml:14 ask-someone-to: role "adressee" is not declared. Did you mean "addressee"?`
 */
export function readPatterns(file: string, source: string): Pattern[] {
  return new Reader(file, source).patterns()
}

class Reader {
  readonly #file: string
  readonly #lines = new LineCounter()
  readonly #top: YAMLMap
  /** Lists that a path names as `[lemma=@name]`. */
  #wordsNamed: ReadonlyMap<string, readonly string[]> = new Map()
  /** Lists of paths that a pattern names as `$name`. */
  #pathsNamed: ReadonlyMap<string, Node> = new Map()
  #id = ''

  constructor(file: string, source: string) {
    this.#file = file
    const document = parseDocument(source, { lineCounter: this.#lines })
    const [error] = document.errors
    if (error) throw new PatternError(`${file}:${error.linePos?.[0].line ?? 1} ${error.message}`, 'Mend the YAML.')
    if (!isMap(document.contents)) throw new PatternError(`${file}:1 it is no map of keys`, 'Begin with "frame:".')
    this.#top = document.contents
  }

  patterns(): Pattern[] {
    const top = this.#top
    this.#checkKeys(top, fileKeys)
    const kind = this.#choice(top, 'kind', kinds)
    if (!kind) this.#refuse(top, 'it has no kind', `Write "kind:" with one of ${kinds.join(', ')}.`)
    const frame = this.#text(top, 'frame') ?? this.#refuse(top, 'it has no frame', 'Begin with "frame:".')
    const roles = this.#roles(kind)
    const classes = this.#wordLists(top, 'triggers')
    this.#wordsNamed = this.#wordLists(top, 'words')
    this.#pathsNamed = new Map(
      this.#map(top, 'paths')?.items.map(({ key, value }) => [String(key), value as Node] as const),
    )
    const force = this.#inverted('forces', forces)
    const answer = this.#inverted('answers', answers)
    const list = top.get('patterns', true)
    if (!isSeq(list)) return this.#refuse(top, 'it has no patterns', 'Write "patterns:" and a list.')
    return list.items.map((item) => {
      if (!isMap(item)) return this.#refuse(item as Node, 'a pattern is no map of keys', 'Write "- id: …".')
      this.#id = this.#text(item, 'id') ?? this.#refuse(item, 'a pattern has no id', 'Write "id:".')
      this.#checkKeys(item, patternKeys)
      const matches = this.#sentences(item, 'matches').map(({ text, line }) => ({ ...readMarks(text), line }))
      if (!matches.length) this.#refuse(item, 'it has no matches', 'Write "matches: |" and a marked sentence for it.')
      for (const { marks, line } of matches)
        for (const { role } of marks)
          if (role !== 'trigger' && !roles.has(role)) this.#unknown(line, 'role', role, roles.keys())
      return {
        id: this.#id,
        file: this.#file,
        line: this.#line(item),
        kind,
        frame,
        trigger: this.#trigger(item, classes),
        where: this.#where(item, roles),
        needs: this.#paths(item, 'needs'),
        unless: this.#paths(item, 'unless'),
        force: this.#choice(item, 'force', forces) ?? force,
        answer: this.#choice(item, 'answer', answers) ?? answer,
        polarity: this.#choice(item, 'polarity', ['positive', 'negative']) ?? 'positive',
        relation: this.#text(item, 'relation'),
        matches,
        rejects: this.#sentences(item, 'rejects'),
      }
    })
  }

  #roles(kind: Kind): Map<string, FillerKind> {
    const declared = this.#map(this.#top, 'roles') ?? this.#refuse(this.#top, 'it declares no roles', 'Write "roles:".')
    const roles = new Map<string, FillerKind>()
    for (const { key, value } of declared.items) {
      const role = String(key)
      if (!rolesOf[kind].includes(role as Role)) this.#unknown(key as Node, `role of a ${kind}`, role, rolesOf[kind])
      if (!isMap(value)) this.#refuse(key as Node, `role "${role}" is no map of keys`, 'Write {filler: actor}.')
      this.#checkKeys(value, roleKeys)
      roles.set(role, this.#choice(value, 'filler', fillerKinds) ?? 'text')
    }
    return roles
  }

  #trigger(pattern: YAMLMap, classes: ReadonlyMap<string, string[]>): Trigger {
    const map =
      this.#map(pattern, 'trigger') ?? this.#refuse(pattern, 'it has no trigger', 'Write "trigger: {class: …}".')
    this.#checkKeys(map, triggerKeys)
    const lemmas = this.#words(map, 'lemma')
    for (const name of this.#words(map, 'class'))
      lemmas.push(...(classes.get(name) ?? this.#unknown(map, 'class of triggers', name, classes.keys())))
    const tests = this.#attempt(map, () => parseTests(this.#withWords(map, this.#text(map, 'tests') ?? '')))
    for (const key of ['upos', 'xpos', 'is']) {
      const values = this.#words(map, key)
      if (values.length) tests.push({ key, negated: false, values: new Set(values) })
    }
    const particle = this.#words(map, 'particle')
    return { lemmas, particle: particle.length ? particle : undefined, tests }
  }

  #where(pattern: YAMLMap, roles: ReadonlyMap<string, FillerKind>): RoleRule[] {
    return (this.#map(pattern, 'where')?.items ?? []).map(({ key, value }) => {
      const name = String(key)
      const role = name.replace(/\?$/, '')
      const filler = roles.get(role) ?? this.#unknown(key as Node, 'role', role, roles.keys())
      return { role: role as Role, filler, optional: name !== role, paths: this.#pathList(value as Node) }
    })
  }

  #paths(pattern: YAMLMap, key: string): Path[] {
    const node = pattern.get(key, true)
    return node ? this.#pathList(node as Node) : []
  }

  #pathList(node: Node): Path[] {
    const items = (isSeq(node) ? node.items : [node]) as Node[]
    return items.flatMap((item) => {
      const source = String(isScalar(item) ? item.value : item)
      if (!source.startsWith('$')) {
        const written = this.#withWords(item, source)
        return [this.#attempt(item, () => ({ ...parsePath(written), source }))]
      }
      const name = source.slice(1)
      return this.#pathList(
        this.#pathsNamed.get(name) ?? this.#unknown(item, 'list of paths', name, this.#pathsNamed.keys()),
      )
    })
  }

  /** `[lemma=@sent]` → the words of the list *sent*. */
  #withWords(node: Node, source: string): string {
    return source.replace(/@([a-z-]+)/g, (_, name: string) =>
      (this.#wordsNamed.get(name) ?? this.#unknown(node, 'list of words', name, this.#wordsNamed.keys())).join('|'),
    )
  }

  #sentences(pattern: YAMLMap, key: string): { text: string; line: number }[] {
    const node = pattern.get(key, true)
    if (!isScalar(node)) return []
    const first = this.#line(node) + (node.type === 'BLOCK_LITERAL' ? 1 : 0)
    return String(node.value)
      .split('\n')
      .map((text, i) => ({ text: text.trim(), line: first + i }))
      .filter(({ text }) => text)
  }

  /** `ask: ask request` → ask → ask, request → ask. */
  #inverted<T extends string>(key: string, values: readonly T[]): ReadonlyMap<string, T> | undefined {
    const lists = this.#wordLists(this.#top, key)
    for (const name of lists.keys())
      if (!(values as readonly string[]).includes(name)) this.#unknown(this.#top, key, name, values)
    return lists.size
      ? new Map([...lists].flatMap(([value, words]) => words.map((word) => [word, value as T])))
      : undefined
  }

  #wordLists(map: YAMLMap, key: string): Map<string, string[]> {
    return new Map(
      (this.#map(map, key)?.items ?? []).map(({ key: name }) => [
        String(name),
        this.#words(this.#map(map, key)!, String(name)),
      ]),
    )
  }

  #words(map: YAMLMap, key: string): string[] {
    return (
      this.#text(map, key)
        ?.split(/[\s,|]+/)
        .filter(Boolean) ?? []
    )
  }

  #text(map: YAMLMap, key: string): string | undefined {
    const value = map.get(key)
    if (value === undefined) return undefined
    if (typeof value === 'string' || typeof value === 'number') return String(value).trim()
    return this.#refuse(
      map,
      `"${key}" is no text`,
      'Write it in quotes: YAML takes yes, no, on and off for truth values.',
    )
  }

  #map(map: YAMLMap, key: string): YAMLMap | undefined {
    const node = map.get(key, true)
    if (node === undefined || isMap(node)) return node as YAMLMap | undefined
    return this.#refuse(node as Node, `"${key}" is no map of keys`, `Write "${key}: {…}".`)
  }

  #choice<T extends string>(map: YAMLMap, key: string, values: readonly T[]): T | undefined {
    const text = this.#text(map, key)
    if (text !== undefined && !(values as readonly string[]).includes(text))
      this.#unknown(map.get(key, true) as Node, key, text, values)
    return text as T | undefined
  }

  #checkKeys(map: YAMLMap, keys: readonly string[]) {
    for (const { key } of map.items)
      if (!keys.includes(String(key))) this.#unknown(key as Node, 'key', String(key), keys)
  }

  #attempt<T>(node: Node, run: () => T): T {
    try {
      return run()
    } catch (error) {
      return this.#refuse(node, (error as Error).message, 'See the other patterns of the file.')
    }
  }

  #unknown(node: Node | number, what: string, name: string, names: Iterable<string>): never {
    const known = [...names]
    const meant = nearest(name, known)
    const fault = `${what} "${name}" is not declared`
    return this.#refuse(node, meant ? `${fault}. Did you mean "${meant}"?` : fault, `Known are ${known.join(', ')}.`)
  }

  #refuse(node: Node | number, fault: string, remedy: string): never {
    const place = `${this.#file}:${this.#line(node)}`
    throw new PatternError(`${place} ${this.#id ? `${this.#id}: ` : ''}${fault}`, remedy)
  }

  #line(node: Node | number): number {
    if (typeof node === 'number') return node
    return this.#lines.linePos(node.range?.[0] ?? 0).line
  }
}
