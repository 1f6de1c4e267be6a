/** What a part of the evaluation is. To add one, write a file beside `language.ts` and name it in `evaluate.ts`. */
import type { Annotator } from '../../src/annotate/index.ts'

export interface EvaluationContext {
  /** Folder of the corpora (`treebank/`, `ner/` …). */
  readonly data: string
  readonly annotator: Annotator
  /** Prints a line of the report. */
  readonly print: (line: string) => void
}

export interface EvaluationPart {
  /** What the command line calls it. */
  readonly name: string
  /** Measures and prints. What a part needs beyond the context it loads itself. */
  readonly run: (context: EvaluationContext) => Promise<void> | void
}

/** Rows as a table with its columns aligned, the first to the left. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((cell, i) => Math.max(cell.length, ...rows.map((row) => row[i]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  ')
  return [header, ...rows].map(line).join('\n')
}

/** 0..1 as per cent with two digits. */
export const percent = (share: number): string => (100 * share).toFixed(2)
