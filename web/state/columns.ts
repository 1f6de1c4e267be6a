/** The columns of the table of names, and how it is seen. */
import { countedNumbers, type NameColumn, traitNames } from '../../src/model/index.ts'
import { sizings } from '../graph/measures/index.ts'
import { numbers } from '../graph/numbers.ts'

/** Measures of what is drawn, beside what is counted of everything. */
const measures = [...sizings, 'group'] as const
export type MeasureColumn = (typeof measures)[number]
export const columns = ['name', 'type', ...countedNumbers, ...measures, ...traitNames] as const
export type Column = NameColumn | MeasureColumn

/** Those that are seen where nobody has chosen others. */
const usualColumns: readonly Column[] = ['type', 'mentions', 'degree', 'asks', 'asked', 'documents', 'first', 'last']

/** How the table of names is seen. */
export interface NamesView {
  readonly by: Column
  readonly down: boolean
  readonly columns: readonly Column[]
  /** Letters that a name must have. */
  readonly text: string
}
export const usualNames: NamesView = { by: 'mentions', down: true, columns: usualColumns, text: '' }

export const isMeasure = (column: Column): column is MeasureColumn => (measures as readonly string[]).includes(column)
/** Letters are read from the first on, numbers from the greatest. */
export const isText = (column: Column): boolean => !(numbers as readonly string[]).includes(column)
