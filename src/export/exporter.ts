import type { EntityProperty, SerializedGraph, Statement } from '../model/index.ts'

/** What an exporter writes: a graph, whole or filtered, and the statements that its edges name. */
export interface ExportInput {
  readonly graph: SerializedGraph
  /** Statements by id; those that the graph does not name are left out. */
  readonly statements: ReadonlyMap<string, Statement>
  /** What the texts say of the graph's entities, by their keys, each with its place, where a format quotes it. */
  readonly said?: ReadonlyMap<string, readonly Said[]>
  /** How nodes look where somebody has chosen that, by their keys, for formats that keep it. */
  readonly looks?: ReadonlyMap<string, Look> | undefined
}

/** A node's colour as `#rrggbb`, and its size. */
export interface Look {
  readonly colour?: string
  readonly size?: number
}

/** A property with the words that say so; a list of the user's says it where there is no document. */
export interface Said {
  readonly name: EntityProperty['name']
  readonly value: string
  /** The document's URI. */
  readonly document?: string
  readonly start: number
  readonly end: number
}

/** A file format that a graph leaves in: one file of this folder each, one line in the list. */
export interface Exporter {
  /** `--format` name: gexf. */
  readonly name: string
  /** As menus show it: GEXF. */
  readonly label: string
  /** Whose format it is, for the help text. */
  readonly reader: string
  readonly extension: string
  readonly mime: string
  /** The file's text in pieces, so that a million edges need no string of their size. */
  write(input: ExportInput): Iterable<string>
  /** A second file, of a format that takes two. */
  readonly second?: {
    /** Ends of the two files' names: `nodes`, `relationships`. */
    readonly names: readonly [string, string]
    write(input: ExportInput): Iterable<string>
  }
}
