import type { SerializedGraph, Statement } from '../model/index.ts'

/** What an exporter writes: a graph, whole or filtered, and the statements that its edges name. */
export interface ExportInput {
  readonly graph: SerializedGraph
  /** Statements by id; those that the graph does not name are left out. */
  readonly statements: ReadonlyMap<string, Statement>
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
